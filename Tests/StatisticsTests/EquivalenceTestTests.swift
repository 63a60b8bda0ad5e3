import Reproducible
import Testing

@testable import Statistics

@Suite struct EquivalenceTestTests {
  @Test(arguments: try Golden.cases("tost"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let test = try EquivalenceTest(
      of: try reference.differences(), low: try reference.number("low"),
      high: try reference.number("high"), alpha: try reference.number("alpha"))
    reference.check("t_lower", test.tLower)
    reference.check("t_upper", test.tUpper)
    reference.checkProbability("p_lower", test.pLower)
    reference.checkProbability("p_upper", test.pUpper)
    reference.checkProbability("p", test.pValue)
    reference.check(low: "ci_low", high: "ci_high", test.interval)
    reference.check("df", test.mean.degreesOfFreedom)
    #expect(test.isEquivalent == reference.expected["equivalent"]?.flag)
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.fewerThanTwoPairs) {
      try EquivalenceTest(of: [0.1], low: -1, high: 1, alpha: 0.05)
    }
    #expect(throws: NoValue.noVariation) {
      try EquivalenceTest(of: [0.1, 0.1, 0.1], low: -1, high: 1, alpha: 0.05)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `says yes just when its interval lies within the limits`(seed: UInt64) throws {
    let differences = Random.normals(20, mean: 0.1, seed: seed)
    let test = try EquivalenceTest(of: differences, low: -0.5, high: 0.6, alpha: 0.05)
    #expect(isClose(test.interval.level, 0.9))
    #expect(test.isEquivalent == (test.interval.low > -0.5 && test.interval.high < 0.6))
  }
}
