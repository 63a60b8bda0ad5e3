import Reproducible
import Testing

@testable import Statistics

@Suite struct RaterSeverityTests {
  @Test(arguments: UInt64(0)..<10)
  func `on a complete table severity is the difference of means`(seed: UInt64) throws {
    let table = Random.ratings(units: 20, raters: 4, missing: 0, seed: seed)
    let severity = try RaterSeverity(of: Ratings(table))
    let grand = table.joined().reduce(0) { $0 + ($1 ?? 0) } / 80
    for (rater, effect) in severity.effects.enumerated() {
      let mean = table.reduce(0) { $0 + ($1[rater] ?? 0) } / 20
      #expect(isClose(try #require(effect.fixed), mean - grand, within: 1e-10))
      #expect(isClose(try #require(effect.rawMean), mean))
      // Shrunken, and never to the other side.
      #expect(abs(try #require(effect.predicted)) <= abs(mean - grand) + 1e-9)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `a rater's constant is found whatever units were rated`(seed: UInt64) throws {
    let table = Random.ratings(units: 40, raters: 5, missing: 0.3, seed: seed)
    let shifted = table.map { row in row.enumerated().map { $0 == 2 ? $1.map { $0 + 3 } : $1 } }
    let one = try RaterSeverity(of: Ratings(table))
    let other = try RaterSeverity(of: Ratings(shifted))
    for rater in 0..<5 {
      let moved =
        try #require(other.effects[rater].fixed) - (try #require(one.effects[rater].fixed))
      #expect(isClose(moved, rater == 2 ? 3 - 3.0 / 5 : -3.0 / 5, within: 1e-9))
    }
  }

  @Test func `raters without a chain of shared units are not compared`() throws {
    let severity = try RaterSeverity(
      of: Ratings([[1, 2, nil, nil], [2, 2, nil, nil], [nil, nil, 4, 5], [nil, nil, 3, 4]]))
    #expect(severity.effects.allSatisfy { $0.fixed == nil && $0.rawMean != nil })
    #expect(severity.f == nil && severity.pValue == nil)
  }

  @Test func `a rater who rated nothing has no severity`() throws {
    let severity = try RaterSeverity(
      of: Ratings([[1, nil, 2], [3, nil, 3], [2, nil, 4], [5, nil, 4]]))
    #expect(severity.effects[1].rawMean == nil && severity.effects[1].fixed == nil)
    #expect(severity.effects[0].fixed != nil)
    #expect(severity.raterDegreesOfFreedom == 1)
  }

  @Test func `says why there is no severity`() {
    #expect(throws: NoValue.noData) { try RaterSeverity(of: Ratings([[nil, nil]])) }
    #expect(throws: NoValue.oneRater) { try RaterSeverity(of: Ratings([[1, nil], [2, nil]])) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try RaterSeverity(of: Ratings([[1, 2]])) }
  }
}

@Suite struct MixedModelICCTests {
  @Test(arguments: UInt64(0)..<10)
  func `on a complete table it is the ANOVA's`(seed: UInt64) throws {
    let table = Random.ratings(units: 30, raters: 4, missing: 0, seed: seed)
    let mixed = try MixedModelICC(of: Ratings(table))
    let anova = try IntraclassCorrelation(of: table)
    // REML's components cannot be negative; where none is at zero both are the same.
    guard !mixed.isSingular else { return }
    #expect(isClose(mixed.agreement, try #require(anova.agreementSingle.estimate), within: 1e-5))
  }

  @Test func `the mean of more ratings is more reliable`() throws {
    let mixed = try MixedModelICC(of: Ratings(Random.ratings(units: 40, raters: 5, seed: 3)))
    #expect(mixed.agreement < mixed.agreement(ratings: 3))
    #expect(mixed.consistency(ratings: 3) < mixed.consistency(ratings: 9))
    #expect(mixed.agreement <= mixed.consistency)
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noData) { try MixedModelICC(of: Ratings([])) }
    #expect(throws: NoValue.oneRater) { try MixedModelICC(of: Ratings([[1], [2]])) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try MixedModelICC(of: Ratings([[1, 2]])) }
    #expect(throws: NoValue.noVariation) { try MixedModelICC(of: Ratings([[2, 2], [2, 2]])) }
    #expect(throws: NoValue.notIdentifiable) {
      try MixedModelICC(of: Ratings([[1, nil], [nil, 2], [3, nil]]))
    }
  }
}
