import Reproducible
import Testing

@testable import Statistics

@Suite struct IntraclassCorrelationTests {
  typealias Form = IntraclassCorrelation.Form

  static func forms(_ icc: IntraclassCorrelation) -> [Form] {
    [
      icc.oneWaySingle, icc.agreementSingle, icc.consistencySingle, icc.oneWayMean,
      icc.agreementMean, icc.consistencyMean,
    ]
  }

  static func isSame(_ one: Form, _ other: Form) -> Bool {
    isClose(one.estimate ?? 9, other.estimate ?? 9, within: 1e-9)
      && isClose(one.interval?.low ?? 9, other.interval?.low ?? 9, within: 1e-9)
      && isClose(one.interval?.high ?? 9, other.interval?.high ?? 9, within: 1e-9)
  }

  @Test(arguments: UInt64(0)..<20)
  func `order, shift and scale change nothing`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scores = KendallWTests.scores(seed: seed)
    let raters = Array(0..<4).stablyShuffled(using: &generator)
    let moved = scores.stablyShuffled(using: &generator).map { unit in
      raters.map { rater in unit[rater].map { -250 * $0 + 1e4 } }
    }
    let one = try IntraclassCorrelation(of: scores)
    let other = try IntraclassCorrelation(of: moved)
    for (first, second) in zip(Self.forms(one), Self.forms(other)) {
      #expect(Self.isSame(first, second))
    }
    #expect(isClose(one.betweenMeanSquare * 62_500, other.betweenMeanSquare, within: 1e-9))
  }

  @Test(arguments: UInt64(0)..<20)
  func `severity costs agreement and not consistency`(seed: UInt64) throws {
    let scores = KendallWTests.scores(seed: seed)
    let severe = scores.map { unit in
      unit.enumerated().map { rater, score in score.map { $0 + 3 * Double(rater) } }
    }
    let one = try IntraclassCorrelation(of: scores)
    let other = try IntraclassCorrelation(of: severe)
    #expect(Self.isSame(one.consistencySingle, other.consistencySingle))
    #expect(Self.isSame(one.consistencyMean, other.consistencyMean))
    #expect(
      try #require(other.agreementSingle.estimate) < (try #require(one.agreementSingle.estimate)))
  }

  @Test(arguments: UInt64(0)..<20)
  func `the mean of raters follows by Spearman and Brown`(seed: UInt64) throws {
    let icc = try IntraclassCorrelation(of: KendallWTests.scores(seed: seed))
    let pairs = [
      (icc.oneWaySingle, icc.oneWayMean), (icc.agreementSingle, icc.agreementMean),
      (icc.consistencySingle, icc.consistencyMean),
    ]
    let ofMean = { (single: Double) in 4 * single / (1 + 3 * single) }
    for (single, mean) in pairs {
      #expect(isClose(ofMean(try #require(single.estimate)), try #require(mean.estimate)))
      let (one, four) = (try #require(single.interval), try #require(mean.interval))
      #expect(isClose(ofMean(one.low), four.low))
      #expect(isClose(ofMean(one.high), four.high))
      #expect(one.contains(try #require(single.estimate)))
    }
  }

  @Test func `incomplete units are left out`() throws {
    let scores = KendallWTests.scores(seed: 2)
    let one = try IntraclassCorrelation(of: scores)
    #expect(try IntraclassCorrelation(of: [[nil, 1, 2, 3]] + scores) == one)
  }

  @Test func `identical raters are perfect`() throws {
    let icc = try IntraclassCorrelation(of: [[0.1, 0.1, 0.1], [0.7, 0.7, 0.7], [0.3, 0.3, 0.3]])
    for form in Self.forms(icc) {
      #expect(form.estimate == 1)
      #expect(form.f == .infinity)
      #expect(form.pValue == 0)
      #expect(form.interval.map { $0.low == 1 && $0.high == 1 } == true)
    }
  }

  @Test func `raters that differ by a shift are consistent and do not agree`() throws {
    let icc = try IntraclassCorrelation(of: [[0.1, 0.4], [0.7, 1.0], [0.3, 0.6]])
    #expect(icc.errorMeanSquare == 0)
    #expect(icc.consistencySingle.estimate == 1)
    #expect(try #require(icc.agreementSingle.estimate) < 1)
    #expect(icc.agreementSingle.interval.map { $0.low < $0.high && $0.high <= 1 } == true)
  }

  @Test func `units that do not differ have what is defined`() throws {
    // Every rater constant: nothing between units, no residual.
    let icc = try IntraclassCorrelation(of: [[1, 2], [1, 2], [1, 2]])
    #expect(icc.oneWaySingle.estimate == -1)
    #expect(icc.oneWayMean.estimate == nil && icc.oneWayMean.interval == nil)
    #expect(icc.consistencySingle.estimate == nil && icc.consistencySingle.f == nil)
    #expect(icc.agreementSingle.estimate == 0)
    // The unit means are the same, the raters cross.
    let crossed = try IntraclassCorrelation(of: [[1, 2], [2, 1], [1, 2]])
    #expect(crossed.consistencySingle.estimate == -1)
    #expect(crossed.consistencyMean.estimate == nil)
    for form in Self.forms(crossed) {
      #expect(form.interval.map { $0.low.isFinite && $0.high.isFinite } ?? true)
    }
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noData) { try IntraclassCorrelation(of: []) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try IntraclassCorrelation(of: [[1, 2]]) }
    #expect(throws: NoValue.oneRater) { try IntraclassCorrelation(of: [[1], [2]]) }
    #expect(throws: NoValue.noVariation) {
      try IntraclassCorrelation(of: [[0.1, 0.1], [0.1, 0.1]])
    }
  }

  @Test func `the interval holds the truth about as often as it says`() throws {
    // Unit variance 1, rater variance 0, error variance 1: every single correlation is 1/2.
    let found = try (UInt64(0)..<200).map { seed in
      try IntraclassCorrelation(of: KendallWTests.scores(units: 20, seed: 3000 + 2 * seed))
    }
    for form in [\IntraclassCorrelation.oneWaySingle, \.agreementSingle, \.consistencySingle] {
      let hits = found.count { $0[keyPath: form].interval?.contains(0.5) == true }
      #expect((180...199).contains(hits), "\(hits) of 200")
    }
  }
}
