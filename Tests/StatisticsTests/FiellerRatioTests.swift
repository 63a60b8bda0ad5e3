import Testing

@testable import Statistics

@Suite struct FiellerRatioTests {
  @Test(arguments: try Golden.cases("attributable_fraction_mean"))
  func `is what the attributable share lacks to one`(_ reference: Golden.Case) throws {
    let pairs = try reference.pairs()
    let ratio = try FiellerRatio(
      numerator: pairs.neutral, denominator: pairs.leading, level: 0.95)
    reference.check("value", 1 - ratio.estimate)
    reference.check("fieller_g", ratio.g)
    reference.check("ci_fieller_low", ratio.interval.map { 1 - $0.high })
    reference.check("ci_fieller_high", ratio.interval.map { 1 - $0.low })
  }

  @Test(arguments: UInt64(0)..<50)
  func `at its limits the numerator less ratio times denominator is just significant`(
    seed: UInt64
  ) throws {
    let numerator = Random.normals(15, mean: 1, seed: seed)
    let noise = Random.normals(15, mean: 2, seed: seed + 500)
    let denominator = zip(numerator, noise).map { 0.5 * $0 + $1 }
    let ratio = try FiellerRatio(numerator: numerator, denominator: denominator, level: 0.9)
    let interval = try #require(ratio.interval)
    for limit in [interval.low, interval.high] {
      let residuals = zip(numerator, denominator).map { $0 - limit * $1 }
      let p = try #require(try MeanEstimate(of: residuals).pValue)
      #expect(isClose(p, 0.1, within: 1e-9))
    }
    #expect(interval.contains(ratio.estimate) && ratio.g < 1)
  }

  @Test func `a denominator that cannot be told from zero leaves no interval`() throws {
    let ratio = try FiellerRatio(
      numerator: [1, 2, 3], denominator: [-1, 1, 0.3], level: 0.95)
    #expect(ratio.interval == nil && ratio.g >= 1)
    #expect(throws: NoValue.zeroDenominator) {
      try FiellerRatio(numerator: [1, 2], denominator: [1, -1], level: 0.95)
    }
    #expect(throws: NoValue.fewerThanTwoPairs) {
      try FiellerRatio(numerator: [1], denominator: [1], level: 0.95)
    }
  }
}
