import Testing

@testable import Statistics

@Suite struct AttributableFractionOfMeansTests {
  @Test(arguments: try Golden.cases("attributable_fraction_mean"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let pairs = try reference.pairs()
    let share = try AttributableFractionOfMeans(leading: pairs.leading, neutral: pairs.neutral)
    reference.check("value", share.estimate)
    reference.check("se_delta", share.standardErrorDelta)
    reference.check(low: "ci_delta_low", high: "ci_delta_high", share.deltaInterval)
    reference.check(low: "ci_delta_t_low", high: "ci_delta_t_high", share.deltaTInterval)
    reference.check("fieller_g", share.fiellerG)
    reference.check(low: "ci_fieller_low", high: "ci_fieller_high", share.fiellerInterval)
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noLeadingEvents) {
      try AttributableFractionOfMeans(leading: [1, -1], neutral: [1, 2])
    }
    #expect(throws: NoValue.fewerThanTwoPairs) {
      try AttributableFractionOfMeans(leading: [1], neutral: [1])
    }
  }

  @Test func `ratings that do not change attribute nothing`() throws {
    let share = try AttributableFractionOfMeans(leading: [1, 4, 2, 5], neutral: [1, 4, 2, 5])
    #expect(share.estimate == 0 && isClose(share.standardErrorDelta, 0))
    let interval = try #require(share.fiellerInterval)
    #expect(isClose(interval.low, 0, within: 1e-7) && isClose(interval.high, 0, within: 1e-7))
  }
}
