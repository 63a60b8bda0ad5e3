import Reproducible
import Testing

@testable import Statistics

@Suite struct CategoryAgreementTests {
  @Test(arguments: UInt64(0)..<20)
  func `the overall kappa is the mean of those of categories`(seed: UInt64) throws {
    let agreement = try CategoryAgreement(of: Random.ratings(missing: 0, seed: seed))
    var (sum, weight) = (0.0, 0.0)
    for category in agreement.categories {
      let spread = category.prevalence * (1 - category.prevalence)
      sum += try #require(category.kappa) * spread
      weight += spread
    }
    #expect(isClose(agreement.overall, sum / weight))
    #expect(isClose(agreement.categories.reduce(0) { $0 + $1.prevalence }, 1))
  }

  @Test(arguments: UInt64(0)..<20)
  func `incomplete units and the order of the others change nothing`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let ratings = Random.ratings(missing: 0, seed: seed)
    let holes: [[Double?]] = [[1, nil, 1], [nil, nil, nil], [5, 4, nil]]
    let shuffled = (ratings + holes).map { $0.stablyShuffled(using: &generator) }
      .stablyShuffled(using: &generator)
    let (one, other) = (try CategoryAgreement(of: ratings), try CategoryAgreement(of: shuffled))
    #expect(isClose(one.overall, other.overall))
    #expect(one.categories == other.categories)
  }

  @Test func `on two categories both have the overall kappa`() throws {
    let agreement = try CategoryAgreement(of: Random.ratings(categories: 2, missing: 0, seed: 3))
    for category in agreement.categories {
      #expect(isClose(try #require(category.kappa), agreement.overall))
    }
  }

  @Test func `a category nobody used has no agreement`() throws {
    let agreement = try CategoryAgreement(of: [[1, 2], [2, 2]], categories: [1, 2, 3])
    #expect(agreement.categories.map(\.category) == [1, 2, 3])
    #expect(agreement.categories[2].prevalence == 0)
    #expect(agreement.categories[2].specificAgreement == nil)
    #expect(agreement.categories[2].kappa == nil && agreement.categories[2].nullPValue == nil)
    #expect(isClose(agreement.categories[1].specificAgreement ?? -1, 2 / 3.0))
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noData) { try CategoryAgreement(of: [[nil, nil]]) }
    #expect(throws: NoValue.noPairableUnits) { try CategoryAgreement(of: [[1], [2]]) }
    #expect(throws: NoValue.noPairableUnits) { try CategoryAgreement(of: [[1, nil], [nil, 2]]) }
    #expect(throws: NoValue.noVariation) { try CategoryAgreement(of: [[1, 1], [1, 1]]) }
  }
}
