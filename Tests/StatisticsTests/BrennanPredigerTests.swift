import Reproducible
import Testing

@testable import Statistics

@Suite struct BrennanPredigerTests {
  static func coefficient(_ reference: Golden.Case) throws -> BrennanPrediger {
    let weights = reference.input["weights"]?.text.flatMap(AgreementWeights.init(rawValue:))
    let categories = reference.input["categories"]?.elements?.compactMap(\.double)
    return try BrennanPrediger(
      of: try reference.ratings(), categories: categories, weights: weights ?? .identity)
  }

  @Test(arguments: try Golden.cases("brennan_prediger") { $0.reason == nil })
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let coefficient = try Self.coefficient(reference)
    reference.check("value", coefficient.estimate)
    reference.check("pa", coefficient.observedAgreement)
    reference.check("pe", coefficient.chanceAgreement)
    reference.check("se", coefficient.standardError)
    reference.check(low: "ci_low", high: "ci_high", coefficient.interval)
    reference.checkProbability("p", coefficient.pValue)
    reference.check("units", Double(coefficient.unitCount))
    reference.check("pairable_units", Double(coefficient.pairableUnits))
  }

  @Test(arguments: try Golden.cases("brennan_prediger") { $0.reason != nil })
  func `says why there is no value`(_ reference: Golden.Case) throws {
    let error = #expect(throws: NoValue.self) { try Self.coefficient(reference) }
    #expect(error == reference.reason)
  }

  @Test func `says why an empty table or scale has no value`() {
    #expect(throws: NoValue.noData) {
      try BrennanPrediger(of: [[nil]], categories: nil, weights: .identity)
    }
    #expect(throws: NoValue.noVariation) {
      try BrennanPrediger(of: [[1, 1]], categories: [1], weights: .identity)
    }
    #expect(throws: NoValue.undefinedChanceTerm) {
      try BrennanPrediger(of: [[-1, 1], [1, 1]], categories: nil, weights: .ratio)
    }
  }

  @Test(arguments: AgreementWeights.allCases, UInt64(0)..<25)
  func `the order of raters and units changes nothing`(
    weights: AgreementWeights, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let ratings = Random.ratings(seed: seed)
    let shuffled = ratings.map { $0.stablyShuffled(using: &generator) }
      .stablyShuffled(using: &generator)
    let scale = [1.0, 2, 3, 4, 5]
    let one = try BrennanPrediger(of: ratings, categories: scale, weights: weights)
    let other = try BrennanPrediger(of: shuffled, categories: scale, weights: weights)
    #expect(isClose(one.estimate, other.estimate))
    #expect(isClose(try #require(one.standardError), try #require(other.standardError)))
  }

  @Test(arguments: UInt64(0)..<25)
  func `on two categories all weights are the same`(seed: UInt64) throws {
    let ratings = Random.ratings(categories: 2, seed: seed)
    let plain = try BrennanPrediger(of: ratings, categories: nil, weights: .identity)
    for weights in AgreementWeights.allCases {
      let weighted = try BrennanPrediger(of: ratings, categories: nil, weights: weights)
      #expect(isClose(weighted.estimate, plain.estimate))
    }
    #expect(plain.chanceAgreement == 0.5)
    #expect(isClose(plain.estimate, 2 * plain.observedAgreement - 1))
  }

  @Test(arguments: [AgreementWeights.identity, .quadratic], [false, true])
  func `the bootstrap is that of the estimate on each resample`(
    weights: AgreementWeights, isClustered: Bool
  ) throws {
    let ratings = Random.ratings(units: 30, missing: 0.3, seed: 9)
      .filter { $0.contains { $0 != nil } }
    let clusters = isClustered ? ratings.indices.map { ($0 * 5) % 11 } : nil
    let scale = [1.0, 2, 3, 4, 5]
    let fast = try BrennanPrediger.bootstrap(
      of: ratings, categories: scale, weights: weights, clusters: clusters, replicates: 150,
      level: 0.9, generator: SeededGenerator(seed: 4))
    let replicates = try ClusterResampling.resamples(
      150, clusters: clusters ?? Array(ratings.indices), generator: SeededGenerator(seed: 4)
    ).map { drawn in
      try BrennanPrediger(
        of: drawn.map { ratings[$0] }, categories: scale, weights: weights
      ).estimate
    }
    let slow = try BootstrapInterval.percentile(
      estimate: fast.estimate, replicates: replicates, level: 0.9)
    #expect(isClose(fast.interval.low, slow.interval.low))
    #expect(isClose(fast.interval.high, slow.interval.high))
    #expect(isClose(fast.standardError, slow.standardError))
  }

  @Test func `the bootstrap says why it has no interval`() {
    let generator = SeededGenerator(seed: 1)
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try BrennanPrediger.bootstrap(
        of: [[1, 2], [nil, nil]], categories: nil, weights: .identity, level: 0.95,
        generator: generator)
    }
    #expect(throws: NoValue.noVariation) {
      try BrennanPrediger.bootstrap(
        of: [[1, 1], [1, 1]], categories: nil, weights: .identity, level: 0.95,
        generator: generator)
    }
    // One unit of three has two ratings: a resample misses it more often than once in ten.
    #expect(throws: NoValue.tooManyUndefined) {
      try BrennanPrediger.bootstrap(
        of: [[1, nil], [1, 2], [2, nil]], categories: nil, weights: .identity, level: 0.95,
        generator: generator)
    }
  }

  @Test func `units nobody rated change no interval`() throws {
    let ratings = Random.ratings(units: 12, missing: 0.1, seed: 2)
    let empty = [Double?](repeating: nil, count: 3)
    let bootstrap = { (ratings: [[Double?]]) throws in
      try BrennanPrediger.bootstrap(
        of: ratings, categories: nil, weights: .linear, replicates: 200, level: 0.95,
        generator: SeededGenerator(seed: 6))
    }
    #expect(try bootstrap(ratings) == bootstrap([empty] + ratings + [empty]))
  }
}
