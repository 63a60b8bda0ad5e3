import Reproducible
import Testing

@testable import Statistics

/// Cohen's κ and Scott's π.
@Suite struct TwoRaterTests {
  static func table(seed: UInt64, missing: Double = 0.1) throws -> RaterPairTable {
    try RaterPairTable(of: Random.ratings(raters: 2, missing: missing, seed: seed))
  }

  static let weightings: [AgreementWeights] = [.identity, .linear, .quadratic]

  @Test(arguments: weightings, UInt64(0)..<20)
  func `swapping the raters changes nothing`(weights: AgreementWeights, seed: UInt64) throws {
    let ratings = Random.ratings(raters: 2, seed: seed)
    let swapped = ratings.map { [$0[1], $0[0]] }
    let one = try CohenKappa(of: RaterPairTable(of: ratings), weights: weights)
    let other = try CohenKappa(of: RaterPairTable(of: swapped), weights: weights)
    #expect(isClose(one.estimate, other.estimate))
    #expect(isClose(try #require(one.standardError), try #require(other.standardError)))
    #expect(isClose(try #require(one.nullStandardError), try #require(other.nullStandardError)))
    let pi = try ScottPi(of: RaterPairTable(of: ratings), weights: weights)
    let swappedPi = try ScottPi(of: RaterPairTable(of: swapped), weights: weights)
    #expect(isClose(pi.estimate, swappedPi.estimate))
    #expect(isClose(try #require(pi.standardError), try #require(swappedPi.standardError)))
  }

  @Test(arguments: UInt64(0)..<20)
  func `a table of counts says the same as the ratings`(seed: UInt64) throws {
    let ratings = Random.ratings(raters: 2, seed: seed)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 5), count: 5)
    for unit in ratings {
      guard let first = unit[0], let second = unit[1] else { continue }
      counts[Int(first) - 1][Int(second) - 1] += 1
    }
    let fromCounts = try RaterPairTable(counts: counts)
    let fromRatings = try RaterPairTable(of: ratings, categories: [1, 2, 3, 4, 5])
    #expect(fromCounts == fromRatings)
  }

  @Test(arguments: weightings, UInt64(0)..<20)
  func `every unit twice gives the same with less error`(
    weights: AgreementWeights, seed: UInt64
  ) throws {
    let ratings = Random.ratings(raters: 2, seed: seed)
    let one = try CohenKappa(of: RaterPairTable(of: ratings), weights: weights)
    let two = try CohenKappa(of: RaterPairTable(of: ratings + ratings), weights: weights)
    #expect(isClose(one.estimate, two.estimate))
    let (first, second) = (try #require(one.standardError), try #require(two.standardError))
    #expect(isClose(first, second * 2.0.squareRoot()))
    #expect(try #require(one.nullZ) < 0 || one.nullZ ?? 0 < two.nullZ ?? 0)
  }

  @Test(arguments: UInt64(0)..<20)
  func `kappa is at most what the margins allow and at least pi`(seed: UInt64) throws {
    let table = try Self.table(seed: seed)
    let kappa = try CohenKappa(of: table)
    #expect(kappa.estimate <= (try #require(kappa.largestPossible)))
    #expect(kappa.estimate >= (try ScottPi(of: table).estimate) - 1e-12)
  }

  @Test func `on two categories weights change nothing`() throws {
    let table = try RaterPairTable(counts: [[20, 5], [3, 12]])
    let plain = try CohenKappa(of: table)
    for weights in AgreementWeights.allCases {
      #expect(isClose(try CohenKappa(of: table, weights: weights).estimate, plain.estimate))
    }
  }

  @Test func `a constant rater agrees as by chance`() throws {
    let kappa = try CohenKappa(of: RaterPairTable(counts: [[30, 0], [12, 0]]))
    #expect(isClose(kappa.estimate, 0))
    #expect(kappa.standardError == 0 && kappa.nullZ == nil)
  }

  @Test func `one unit has no error`() throws {
    let table = try RaterPairTable(of: [[1, 2]])
    let kappa = try CohenKappa(of: table)
    #expect(kappa.standardError == nil && kappa.interval == nil && kappa.studentInterval == nil)
    #expect(kappa.nullStandardError == nil && kappa.nullPValue == nil)
    #expect(try ScottPi(of: table).interval == nil)
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noData) { try RaterPairTable(counts: []) }
    #expect(throws: NoValue.noData) { try RaterPairTable(counts: [[0, 0], [0, 0]]) }
    #expect(throws: NoValue.noData) { try RaterPairTable(of: [[nil, nil]]) }
    #expect(throws: NoValue.noPairableUnits) { try RaterPairTable(of: [[1, nil], [nil, 1]]) }
    #expect(throws: NoValue.noVariation) { try CohenKappa(of: RaterPairTable(counts: [[3]])) }
    #expect(throws: NoValue.noVariation) {
      try ScottPi(of: RaterPairTable(of: [[2, 2], [2, 2]], categories: [1, 2, 3]))
    }
  }

  @Test(arguments: [0.8, 0.95, 0.99])
  func `the interval has the level asked for`(level: Double) throws {
    let kappa = try CohenKappa(of: try Self.table(seed: 1), level: level)
    let interval = try #require(kappa.interval)
    let z = (interval.high - kappa.estimate) / (try #require(kappa.standardError))
    #expect(isClose(Distributions.twoSidedNormal(z), 1 - level))
    #expect(interval.level == level)
    #expect(try #require(kappa.studentInterval).low < interval.low)
  }

  @Test func `many units and many categories are no matter`() throws {
    let units = try RaterPairTable(of: Random.ratings(units: 20_000, raters: 2, seed: 4))
    #expect(try CohenKappa(of: units, weights: .quadratic).estimate > 0.3)
    let scores = Random.normals(2000, seed: 5)
    let pairs: [[Double?]] = scores.map { [$0, $0 + 0.001] }
    #expect(try ScottPi(of: RaterPairTable(of: pairs), weights: .linear).estimate > 0.9)
    #expect(try CohenKappa(of: RaterPairTable(of: pairs)).estimate < 0.01)
  }
}
