import Reproducible
import Testing

@testable import Statistics

@Suite struct AnytimeValidMeanTests {
  private static func values(_ count: Int, chance: Double, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in generator.unit() < chance ? 1 : 0 }
  }

  @Test(arguments: UInt64(0)..<10)
  func `what has been seen does not change with what comes`(seed: UInt64) throws {
    let values = Self.values(30, chance: 0.6, seed: seed)
    let long = try AnytimeValidMean(of: values, nullMean: 0.5, alpha: 0.05, grid: 50)
    let short = try AnytimeValidMean(
      of: Array(values.prefix(12)), nullMean: 0.5, alpha: 0.05, grid: 50)
    #expect(Array(long.twoSided.prefix(12)) == short.twoSided)
    #expect(Array(long.hedged.prefix(12)) == short.hedged)
    #expect(Array(long.empiricalBernstein.prefix(12)) == short.empiricalBernstein)
  }

  @Test(arguments: UInt64(0)..<10)
  func `mirrored values have mirrored intervals and the same evidence`(seed: UInt64) throws {
    let values = Random.normals(40, mean: 0.3, seed: seed).map { min(1, max(0, 0.5 + $0 / 4)) }
    let one = try AnytimeValidMean(of: values, nullMean: 0.4, alpha: 0.05, grid: 64)
    let other = try AnytimeValidMean(
      of: values.map { 1 - $0 }, nullMean: 0.6, alpha: 0.05, grid: 64)
    for index in values.indices {
      #expect(isClose(one.twoSided[index], other.twoSided[index], within: 1e-11))
      #expect(isClose(one.hedged[index].low, 1 - other.hedged[index].high))
      #expect(
        isClose(one.empiricalBernstein[index].low, 1 - other.empiricalBernstein[index].high))
    }
  }

  @Test func `without an effect false alarms keep to the level at any time`() throws {
    let alarms = try (UInt64(0)..<200).count { seed in
      let values = Self.values(60, chance: 0.5, seed: seed)
      return try AnytimeValidMean(of: values, nullMean: 0.5, alpha: 0.2, grid: 1).firstRejection
        != nil
    }
    // At most 40 of 200 are expected; 4 standard errors more would be a fault.
    #expect(alarms <= 40 + 23)
  }

  @Test func `an effect is found, and the intervals close in on the mean`() throws {
    let values = Self.values(300, chance: 0.8, seed: 1)
    let mean = try AnytimeValidMean(of: values, nullMean: 0.5, alpha: 0.05, grid: 100)
    let last = try #require(mean.hedged.last)
    #expect(mean.firstRejection != nil)
    #expect(last.contains(0.8) && !last.contains(0.6))
    #expect(zip(mean.hedged, mean.hedged.dropFirst()).allSatisfy { $0.low <= $1.low })
    #expect(try #require(mean.empiricalBernstein.last).contains(0.8))
    #expect(try #require(mean.greater.last) > 20)
  }

  @Test(arguments: [0.0, 1])
  func `a null mean at an end is refuted by one value that is not there`(mean: Double) throws {
    let all = try AnytimeValidMean(
      of: Array(repeating: mean, count: 20), nullMean: mean, alpha: 0.05, grid: 10)
    #expect(all.twoSided.allSatisfy { isClose($0, 1) } && all.firstRejection == nil)
    let off = try AnytimeValidMean(
      of: Array(repeating: 0.5, count: 40), nullMean: mean, alpha: 0.05, grid: 10)
    #expect(off.firstRejection != nil)
  }

  @Test func `no value has none, and one has a wide interval`() throws {
    #expect(throws: NoValue.noData) { try AnytimeValidMean(of: [], nullMean: 0.5, alpha: 0.05) }
    let one = try AnytimeValidMean(of: [0.5], nullMean: 0.5, alpha: 0.05, grid: 20)
    #expect(one.hedged == [Interval(low: 0, high: 1, level: 0.95)])
  }
}
