import Reproducible
import Testing

@testable import Statistics

@Suite struct BootstrapIntervalTests {
  static func isVector(_ reference: Golden.Case) -> Bool {
    reference.input["kind"]?.text == "vector"
  }

  static func statistic(_ name: String?, _ values: [Double]) -> Double {
    let moments = Moments(of: values)
    switch name {
    case "mean": return moments.mean
    case "sd": return moments.variance.squareRoot()
    default: return SampleQuantile.value(ofSorted: values.sorted(), at: 0.5)
    }
  }

  @Test(arguments: try Golden.cases("bootstrap_ci", where: isVector))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let name = reference.input["statistic"]?.text
    let data = try reference.numbers("data")
    let replicates = try reference.numbers("theta_boot")
    let estimate = Self.statistic(name, data)
    let jackknife = data.indices.map { left in
      Self.statistic(name, data.indices.filter { $0 != left }.map { data[$0] })
    }
    reference.check("estimate", estimate)
    let percentile = try BootstrapInterval.percentile(
      estimate: estimate, replicates: replicates, level: 0.95)
    reference.check("se", percentile.standardError)
    reference.check(low: "percentile_low", high: "percentile_high", percentile.interval)
    let basic = try BootstrapInterval.basic(
      estimate: estimate, replicates: replicates, level: 0.95)
    reference.check(low: "basic_low", high: "basic_high", basic.interval)
    let correction = try BiasCorrection(
      estimate: estimate, replicates: replicates, jackknife: jackknife)
    reference.check("z0", correction.bias)
    reference.check("acceleration", correction.acceleration)
    let corrected = try BootstrapInterval.biasCorrected(
      estimate: estimate, replicates: replicates, jackknife: jackknife, level: 0.95)
    reference.check(low: "bca_low", high: "bca_high", corrected.interval)
  }

  @Test(arguments: try Golden.cases("bootstrap_ci") { !isVector($0) })
  func `matches the reference value on resampled units`(_ reference: Golden.Case) throws {
    let ratings = try reference.ratings()
    let metric = try #require(AlphaMetric(rawValue: reference.input["metric"]?.text ?? ""))
    let estimate = try KrippendorffAlpha(of: ratings, metric: metric).estimate
    let replicates = try KrippendorffAlpha.replicates(
      of: ratings, metric: metric, resamples: try reference.resamples())
    let expected = try #require(reference.expected["replicates"]?.elements)
    try #require(expected.count == replicates.count)
    for (reached, value) in zip(replicates, expected) {
      reference.check(value, reached, field: "replicate")
    }
    let percentile = try BootstrapInterval.percentile(
      estimate: estimate, replicates: replicates, level: 0.95, undefinedShare: 1)
    reference.check("estimate", percentile.estimate)
    reference.check("undefined", Double(percentile.undefined))
    reference.check("se", percentile.standardError)
    reference.check(low: "percentile_low", high: "percentile_high", percentile.interval)
    let basic = try BootstrapInterval.basic(
      estimate: estimate, replicates: replicates, level: 0.95, undefinedShare: 1)
    reference.check(low: "basic_low", high: "basic_high", basic.interval)
  }

  @Test func `more than one replicate in ten without a value leaves no interval`() throws {
    let values = (0..<18).map { Double?(Double($0)) }
    let tenth = try BootstrapInterval.percentile(
      estimate: 9, replicates: values + [nil, nil], level: 0.9)
    #expect(tenth.undefined == 2 && tenth.replicates == 20)
    #expect(throws: NoValue.tooManyUndefined) {
      try BootstrapInterval.percentile(
        estimate: 9, replicates: values + [nil, nil, nil], level: 0.9)
    }
    #expect(throws: NoValue.noData) {
      try BootstrapInterval.basic(estimate: 9, replicates: [], level: 0.9)
    }
  }

  @Test func `a correction that cannot be computed is not made up`() {
    #expect(throws: NoValue.noVariation) {
      try BiasCorrection(estimate: 1, replicates: [1, 1, 1], jackknife: [1, 2])
    }
    #expect(throws: NoValue.noVariation) {
      try BiasCorrection(estimate: 0, replicates: [1, 2, 3], jackknife: [1, 2])
    }
    #expect(throws: NoValue.noVariation) {
      try BiasCorrection(estimate: 2, replicates: [1, 2, 3], jackknife: [2, 2])
    }
    #expect(throws: NoValue.noData) {
      try BiasCorrection(estimate: 2, replicates: [1, 2, 3], jackknife: [])
    }
  }

  @Test func `quantiles interpolate between neighbours`() {
    let values = [1.0, 2, 4, 8]
    #expect(SampleQuantile.value(ofSorted: values, at: 0) == 1)
    #expect(SampleQuantile.value(ofSorted: values, at: 0.5) == 3)
    #expect(isClose(SampleQuantile.value(ofSorted: values, at: 0.9), 6.8))
    #expect(SampleQuantile.value(ofSorted: values, at: 1) == 8)
    #expect(SampleQuantile.value(ofSorted: [5], at: 0.3) == 5)
  }
}
