import Reproducible
import Testing

@testable import Statistics

@Suite struct KrippendorffAlphaTests {
  static func alpha(_ reference: Golden.Case) throws -> KrippendorffAlpha {
    let metric = try #require(AlphaMetric(rawValue: reference.input["metric"]?.text ?? ""))
    return try KrippendorffAlpha(of: try reference.ratings(), metric: metric)
  }

  @Test(arguments: try Golden.cases("krippendorff_alpha") { $0.reason == nil })
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let alpha = try Self.alpha(reference)
    reference.check("value", alpha.estimate)
    reference.check("pairable_values", Double(alpha.pairableValues))
    reference.check("pairable_units", Double(alpha.pairableUnits))
  }

  @Test(arguments: try Golden.cases("krippendorff_alpha") { $0.reason != nil })
  func `says why there is no value`(_ reference: Golden.Case) throws {
    let error = #expect(throws: NoValue.self) { try Self.alpha(reference) }
    #expect(error == reference.reason)
  }

  @Test func `says why nothing, or a negative ratio, has no value`() {
    #expect(throws: NoValue.noData) { try KrippendorffAlpha(of: [], metric: .nominal) }
    #expect(throws: NoValue.noData) { try KrippendorffAlpha(of: [[nil, nil]], metric: .nominal) }
    #expect(throws: NoValue.undefinedChanceTerm) {
      try KrippendorffAlpha(of: [[-1, 1], [2, 2]], metric: .ratio)
    }
  }

  @Test(arguments: AlphaMetric.allCases, UInt64(0)..<25)
  func `the order of raters and units changes nothing`(metric: AlphaMetric, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let ratings = Random.ratings(seed: seed)
    let shuffled = ratings.map { $0.stablyShuffled(using: &generator) }
      .stablyShuffled(using: &generator)
    let one = try KrippendorffAlpha(of: ratings, metric: metric)
    let other = try KrippendorffAlpha(of: shuffled, metric: metric)
    #expect(isClose(one.estimate, other.estimate))
    #expect(one.pairableValues == other.pairableValues)
  }

  @Test(arguments: UInt64(0)..<25)
  func `each metric stands what it may stand`(seed: UInt64) throws {
    let ratings = Random.ratings(seed: seed)
    let estimate = { (metric: AlphaMetric, change: (Double) -> Double) throws -> Double in
      try KrippendorffAlpha(of: ratings.map { $0.map { $0.map(change) } }, metric: metric).estimate
    }
    // Other names, another monotone scale, another unit and zero, another unit.
    let renamed = [5.0, 3, 1, 4, 2]
    #expect(isClose(try estimate(.nominal) { $0 }, try estimate(.nominal) { renamed[Int($0) - 1] }))
    #expect(isClose(try estimate(.ordinal) { $0 }, try estimate(.ordinal) { $0 * $0 * $0 }))
    #expect(isClose(try estimate(.interval) { $0 }, try estimate(.interval) { 3 - 2 * $0 }))
    #expect(isClose(try estimate(.ratio) { $0 }, try estimate(.ratio) { 7 * $0 }))
  }

  @Test(arguments: AlphaMetric.allCases)
  func `two categories are alike to every metric`(metric: AlphaMetric) throws {
    let ratings = Random.ratings(categories: 2, seed: 3)
    let nominal = try KrippendorffAlpha(of: ratings, metric: .nominal).estimate
    #expect(isClose(try KrippendorffAlpha(of: ratings, metric: metric).estimate, nominal))
  }

  @Test(arguments: AlphaMetric.allCases, [false, true])
  func `the bootstrap is that of the estimate on each resample`(
    metric: AlphaMetric, isClustered: Bool
  ) throws {
    let ratings = Random.ratings(units: 30, missing: 0.1, seed: 8)
    let clusters = isClustered ? ratings.indices.map { ($0 * 5) % 11 } : nil
    let fast = try KrippendorffAlpha.bootstrap(
      of: ratings, metric: metric, clusters: clusters, replicates: 150, level: 0.9,
      generator: SeededGenerator(seed: 4))
    let replicates = try ClusterResampling.resamples(
      150, clusters: clusters ?? Array(ratings.indices), generator: SeededGenerator(seed: 4)
    ).map { try KrippendorffAlpha(of: $0.map { ratings[$0] }, metric: metric).estimate }
    let slow = try BootstrapInterval.percentile(
      estimate: try KrippendorffAlpha(of: ratings, metric: metric).estimate,
      replicates: replicates, level: 0.9)
    #expect(isClose(fast.estimate, slow.estimate))
    #expect(isClose(fast.interval.low, slow.interval.low, within: 1e-10))
    #expect(isClose(fast.interval.high, slow.interval.high, within: 1e-10))
    #expect(isClose(fast.standardError, slow.standardError, within: 1e-10))
    #expect(fast.replicates == 150 && fast.undefined == 0)
  }

  @Test func `the same seed gives the same interval, another one another`() throws {
    let ratings = Random.ratings(seed: 12)
    let bootstrap = { (seed: UInt64) throws in
      try KrippendorffAlpha.bootstrap(
        of: ratings, metric: .ordinal, replicates: 300, level: 0.95,
        generator: SeededGenerator(seed: seed))
    }
    #expect(try bootstrap(1) == bootstrap(1))
    #expect(try bootstrap(1).interval != bootstrap(2).interval)
  }

  @Test func `the bootstrap says why it has no interval`() {
    let generator = SeededGenerator(seed: 1)
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try KrippendorffAlpha.bootstrap(
        of: [[1, 2, 2]], metric: .nominal, level: 0.95, generator: generator)
    }
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try KrippendorffAlpha.bootstrap(
        of: [[1, 2], [2, 2]], metric: .nominal, clusters: [4, 4], level: 0.95,
        generator: generator)
    }
    // One unit of three varies: a resample misses it more often than once in ten.
    #expect(throws: NoValue.tooManyUndefined) {
      try KrippendorffAlpha.bootstrap(
        of: [[1, 1], [1, 2], [1, 1]], metric: .nominal, level: 0.95, generator: generator)
    }
    #expect(throws: NoValue.noVariation) {
      try KrippendorffAlpha.bootstrap(
        of: [[1, 1], [1, 1]], metric: .nominal, level: 0.95, generator: generator)
    }
  }

  @Test func `units nobody rated change no interval`() throws {
    let ratings = Random.ratings(units: 12, missing: 0.1, seed: 2)
    let empty = [Double?](repeating: nil, count: 3)
    let bootstrap = { (ratings: [[Double?]]) throws in
      try KrippendorffAlpha.bootstrap(
        of: ratings, metric: .interval, replicates: 200, level: 0.95,
        generator: SeededGenerator(seed: 6))
    }
    #expect(try bootstrap(ratings) == bootstrap([empty] + ratings + [empty]))
  }
}

extension KrippendorffAlphaTests {
  @Test(arguments: UInt64(0)..<10)
  func `many levels of an interval scale are had from moments`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let ratings = (0..<60).map { _ -> [Double?] in
      let center = 1000 + 5 * generator.normal()
      return (0..<3).map { _ in generator.unit() < 0.1 ? nil : center + generator.normal() }
    }
    let alpha = try KrippendorffAlpha(of: ratings, metric: .interval)
    // By the definition, over all pairs.
    let pairable = ratings.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
    let all = pairable.flatMap { $0 }
    func squares(_ values: [Double]) -> Double {
      values.reduce(0) { sum, x in sum + values.reduce(0) { $0 + (x - $1) * (x - $1) } }
    }
    let observed = pairable.reduce(0) { $0 + squares($1) / Double($1.count - 1) }
    let n = Double(all.count)
    #expect(isClose(alpha.estimate, 1 - (n - 1) * observed / squares(all), within: 1e-9))
    #expect(alpha.pairableValues == all.count)
    let shifted = try KrippendorffAlpha(
      of: ratings.map { $0.map { $0.map { 7 - 3 * $0 } } }, metric: .interval)
    #expect(isClose(alpha.estimate, shifted.estimate, within: 1e-9))
  }
}
