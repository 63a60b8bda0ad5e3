import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct MetaAnalysisTests {
  /// All but the one that ends its search early, as its reference does.
  static let exactModels = MetaAnalysis.Model.allCases.filter { $0 != .pauleMandelOfMetafor }

  static func studies(_ count: Int, spread: Double = 0.3, seed: UInt64) -> ([Double], [Double]) {
    var generator = SeededGenerator(seed: seed, label: "studies")
    let variances = (0..<count).map { _ in exp(2 * generator.normal() - 3) }
    let estimates = variances.map {
      0.4 + spread * generator.normal() + $0.squareRoot() * generator.normal()
    }
    return (estimates, variances)
  }

  /// Σw(y − μ̂)² as it is written.
  static func generalisedQ(_ estimates: [Double], _ variances: [Double], _ tau2: Double) -> Double {
    let weights = variances.map { 1 / ($0 + tau2) }
    let mean = zip(weights, estimates).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    return zip(weights, estimates).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
  }

  static func likelihood(_ estimates: [Double], _ variances: [Double], _ tau2: Double) -> Double {
    -0.5
      * (variances.reduce(0) { $0 + log($1 + tau2) }
        + log(variances.reduce(0) { $0 + 1 / ($1 + tau2) })
        + generalisedQ(estimates, variances, tau2))
  }

  @Test(arguments: try Golden.cases("meta_analysis") { $0.id != "one_study" })
  func `Paule and Mandel's equation is solved to the last digits`(_ reference: Golden.Case) throws {
    let (estimates, variances) = (try reference.numbers("yi"), try reference.numbers("vi"))
    let tau2 = try MetaAnalysis(
      estimates: estimates, variances: variances, model: .pauleMandel
    ).tau2
    let df = Double(estimates.count - 1)
    if tau2 == 0 {
      #expect(Self.generalisedQ(estimates, variances, 0) <= df)
    } else {
      #expect(isClose(Self.generalisedQ(estimates, variances, tau2), df))
    }
    if reference.id == "two_studies" { #expect(isClose(tau2, 0.02)) }
  }

  @Test(arguments: UInt64(0)..<40)
  func `no variance has a larger restricted likelihood`(seed: UInt64) throws {
    let (estimates, variances) = Self.studies(
      2 + Int(seed % 9), spread: seed % 3 == 0 ? 0 : 0.4, seed: seed)
    let tau2 = try MetaAnalysis(
      estimates: estimates, variances: variances, model: .restrictedMaximumLikelihood
    ).tau2
    let reached = Self.likelihood(estimates, variances, tau2)
    for step in 0...300 {
      let other = step == 0 ? 0 : exp(Double(step - 250) / 20)
      #expect(Self.likelihood(estimates, variances, other) <= reached + 1e-12 * abs(reached))
    }
  }

  @Test(arguments: [
    // The maximum at zero is the lower one, the higher one; the smaller one inside is the higher
    // one, the lower one.
    ([1.1, 0.8, 0.5, 0.5, -1.3, 0.4], [0.03, 0.2, 0.001, 0.002, 3, 0.008], 0.055),
    ([0.5, 0.5, 1.3], [0.002, 0.001, 0.1], 0.0),
    ([1.4, 1.3, -1.2], [0.0002, 0.0005, 1], 0.005),
    ([1.0, 0.9, -0.1, 0.3, -1.7, 0.9], [0.0002, 0.002, 0.5, 4, 0.7, 1], 0.607),
  ])
  func `of two maxima of the restricted likelihood the higher one is taken`(
    estimates: [Double], variances: [Double], near: Double
  ) throws {
    let tau2 = try MetaAnalysis(
      estimates: estimates, variances: variances, model: .restrictedMaximumLikelihood
    ).tau2
    #expect(abs(tau2 - near) <= 0.1 * near)
  }

  @Test(arguments: UInt64(0)..<20)
  func `with equal variances all methods are one`(seed: UInt64) throws {
    let estimates = Random.normals(6, seed: seed)
    let variance = 0.2 + Double(seed) / 10
    let analyses = try Self.exactModels.dropFirst().map {
      try MetaAnalysis(
        estimates: estimates, variances: Array(repeating: variance, count: 6), model: $0)
    }
    let expected = max(0, Moments(of: estimates).variance - variance)
    for analysis in analyses {
      #expect(isClose(analysis.tau2, expected, within: 1e-11))
      #expect(isClose(analysis.estimate, Moments(of: estimates).mean))
      #expect(isClose(analysis.iSquared, 100 * expected / (expected + variance), within: 1e-10))
    }
  }

  @Test(arguments: UInt64(0)..<10, Self.exactModels)
  func `order, shift and unit do not matter`(seed: UInt64, model: MetaAnalysis.Model) throws {
    let (estimates, variances) = Self.studies(8, seed: seed)
    let one = try MetaAnalysis(
      estimates: estimates, variances: variances, model: model, uncertainty: .knappHartung)
    let other = try MetaAnalysis(
      estimates: estimates.reversed().map { -2 * $0 + 3 },
      variances: variances.reversed().map { 4 * $0 }, model: model, uncertainty: .knappHartung)
    #expect(isClose(other.estimate, -2 * one.estimate + 3, within: 1e-10))
    #expect(isClose(other.standardError, 2 * one.standardError, within: 1e-10))
    #expect(isClose(other.tau2, 4 * one.tau2, within: 1e-10))
    #expect(isClose(other.q, one.q, within: 1e-10) && isClose(other.iSquared, one.iSquared))
  }

  @Test(arguments: UInt64(0)..<10)
  func `the Q of two studies is that of a replication`(seed: UInt64) throws {
    let (estimates, variances) = Self.studies(2, seed: seed)
    let analysis = try MetaAnalysis(estimates: estimates, variances: variances, model: .fixed)
    let criteria = try ReplicationCriteria(
      original: estimates[0], originalStandardError: variances[0].squareRoot(),
      replication: estimates[1], replicationStandardError: variances[1].squareRoot())
    #expect(isClose(analysis.q, criteria.q, within: 1e-11))
    #expect(isClose(analysis.qPValue, criteria.qPValue, within: 1e-11))
  }

  @Test(arguments: UInt64(0)..<10)
  func `the Q-profile holds Paule and Mandel's estimate and its limits solve their equation`(
    seed: UInt64
  ) throws {
    let (estimates, variances) = Self.studies(9, spread: 1, seed: seed)
    let interval = try MetaAnalysis.tau2Interval(estimates: estimates, variances: variances)
    let analysis = try MetaAnalysis(
      estimates: estimates, variances: variances, model: .pauleMandel)
    #expect(interval.contains(analysis.tau2))
    let high = Distributions.chiSquareQuantile(0.025, degreesOfFreedom: 8)
    #expect(isClose(Self.generalisedQ(estimates, variances, interval.high), high))
  }

  @Test func `studies that found the same differ by nothing`() throws {
    for model in Self.exactModels {
      let analysis = try MetaAnalysis(
        estimates: [0.1, 0.1, 0.1], variances: [0.3, 0.1, 0.7], model: model)
      #expect(analysis.estimate == 0.1 && analysis.tau2 == 0 && analysis.iSquared == 0)
      #expect(analysis.q == 0 && analysis.qPValue == 1)
      let adjusted = try MetaAnalysis(
        estimates: [0.1, 0.1, 0.1], variances: [0.3, 0.1, 0.7], model: model,
        uncertainty: .knappHartung)
      #expect(adjusted.standardError == 0 && adjusted.pValue == nil && adjusted.interval == nil)
    }
    let interval = try MetaAnalysis.tau2Interval(
      estimates: [0.1, 0.1, 0.1], variances: [0.3, 0.1, 0.7])
    #expect(interval.low == 0 && interval.high == 0)
  }

  @Test func `opposite effects of one size are none`() throws {
    let analysis = try MetaAnalysis(
      estimates: [-1, 1], variances: [0.1, 0.1], model: .restrictedMaximumLikelihood)
    #expect(analysis.estimate == 0 && analysis.pValue == 1 && isClose(analysis.tau2, 1.9))
  }

  @Test func `one study shows no heterogeneity`() throws {
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try MetaAnalysis(estimates: [1], variances: [1], model: .dersimonianLaird)
    }
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try MetaAnalysis.tau2Interval(estimates: [1], variances: [1])
    }
    #expect(throws: NoValue.noData) {
      try MetaAnalysis(estimates: [], variances: [], model: .fixed)
    }
    #expect(throws: NoValue.noVariation) {
      try MetaAnalysis(estimates: [1, 2], variances: [1, 0], model: .fixed)
    }
  }

  @Test(arguments: Self.exactModels)
  func `one study outdoes all others and nothing is lost`(_ model: MetaAnalysis.Model) throws {
    let analysis = try MetaAnalysis(
      estimates: [0.5, 0.4, 0.7], variances: [1e-24, 1, 2], model: model)
    #expect(abs(analysis.estimate - 0.5) < 1e-6 && analysis.tau2 < 1e-6)
    #expect(analysis.iSquared.isFinite && analysis.hSquared.isFinite)
  }

  @Test(arguments: Self.exactModels)
  func `ten thousand studies are no trouble`(_ model: MetaAnalysis.Model) throws {
    let (estimates, variances) = Self.studies(10_000, seed: 1)
    let analysis = try MetaAnalysis(estimates: estimates, variances: variances, model: model)
    #expect(abs(analysis.estimate - 0.4) < 0.05 && analysis.studyCount == 10_000)
    #expect(model == .fixed || abs(analysis.tau2 - 0.09) < 0.03)
  }
}
