import Statistics
import Testing

@Suite struct JackknifeTests {
  private let first = [0.3, 1.1, -0.4, 0.9, 2.2, 0.0]
  private let second = [0.1, -1.3, 0.7, 0.2]

  private func mean(_ values: [Double], without left: Int?) -> Double {
    let kept = values.enumerated().filter { $0.offset != left }.map(\.element)
    return kept.reduce(0, +) / Double(kept.count)
  }

  @Test func `of a mean it is the standard error of the mean`() throws {
    let jackknife = try Jackknife(strata: [first.count]) { mean(first, without: $0) }
    let estimate = try MeanEstimate(of: first)
    #expect(abs(jackknife.estimate - estimate.mean) < 1e-12)
    #expect(abs(jackknife.standardError - estimate.standardError) < 1e-12)
    let interval = jackknife.interval(level: 0.95)
    #expect(abs(interval.low - estimate.interval(level: 0.95).low) < 1e-12)
    #expect(abs(interval.high - estimate.interval(level: 0.95).high) < 1e-12)
  }

  @Test func `of a difference of means it is Welch's standard error`() throws {
    let jackknife = try Jackknife(strata: [first.count, second.count]) { left in
      mean(first, without: left)
        - mean(second, without: left.flatMap { $0 < first.count ? nil : $0 - first.count })
    }
    let welch = try WelchDifference(first: first, second: second)
    #expect(abs(jackknife.estimate - welch.difference) < 1e-12)
    #expect(abs(jackknife.standardError - welch.standardError) < 1e-12)
    #expect(jackknife.degreesOfFreedom == 3)
  }

  @Test func `what has no value has none`() {
    #expect(throws: NoValue.noData) { try Jackknife(strata: []) { _ in 0 } }
    #expect(throws: NoValue.fewerThanTwoUnits) { try Jackknife(strata: [4, 1]) { _ in 0 } }
    #expect(throws: NoValue.notIdentifiable) {
      try Jackknife(strata: [3]) { $0 == 1 ? nil : 0 }
    }
  }
}
