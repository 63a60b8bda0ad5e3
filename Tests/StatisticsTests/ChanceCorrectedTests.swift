import Reproducible
import Testing

@testable import Statistics

/// Where coefficients of a table of ratings must come to the same, or differ as they should.
@Suite struct ChanceCorrectedTests {
  @Test(arguments: UInt64(0)..<20)
  func `for two complete raters Conger's kappa is Cohen's and Fleiss' is Scott's`(
    seed: UInt64
  ) throws {
    let ratings = Random.ratings(raters: 2, missing: 0, seed: seed)
    let pairs = try RaterPairTable(of: ratings)
    // Those of pairs go by positions, which here are the ratings themselves.
    for weights in [AgreementWeights.identity, .linear, .quadratic, .ordinal] {
      let cohen = try CohenKappa(of: pairs, weights: weights)
      let conger = try CongerKappa(of: ratings, weights: weights)
      #expect(isClose(cohen.estimate, conger.estimate))
      #expect(isClose(cohen.chanceAgreement, conger.chanceAgreement))
      let scott = try ScottPi(of: pairs, weights: weights)
      let fleiss = try FleissKappa(of: ratings, weights: weights)
      #expect(isClose(scott.estimate, fleiss.estimate))
      // The same error but for n in place of n − 1.
      let n = Double(ratings.count)
      #expect(
        isClose(
          try #require(scott.standardError),
          try #require(fleiss.standardError) * ((n - 1) / n).squareRoot()))
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `alpha is Krippendorff's`(seed: UInt64) throws {
    let ratings = Random.ratings(raters: 4, missing: 0.5, seed: seed)
    for (weights, metric) in [
      (AgreementWeights.identity, AlphaMetric.nominal), (.quadratic, .interval),
    ] {
      let analytic = try AnalyticAlpha(of: ratings, weights: weights)
      let alpha = try KrippendorffAlpha(of: ratings, metric: metric)
      #expect(isClose(analytic.estimate, alpha.estimate))
      #expect(analytic.pairableUnits == alpha.pairableUnits)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `with much data alpha is Fleiss' kappa`(seed: UInt64) throws {
    let ratings = Random.ratings(units: 100, raters: 3, missing: 0, seed: seed)
    let alpha = try AnalyticAlpha(of: ratings)
    let kappa = try FleissKappa(of: ratings)
    // α = κ + (1 − κ) / N.
    #expect(isClose(alpha.estimate, kappa.estimate + (1 - kappa.estimate) / 300))
    #expect(isClose(try #require(alpha.standardError), try #require(kappa.standardError)))
  }

  @Test(arguments: UInt64(0)..<20)
  func `where all categories are as frequent chance is that of Brennan and Prediger`(
    seed: UInt64
  ) throws {
    // Each unit three times, its categories turned about: all become as frequent.
    let ratings = Random.ratings(categories: 3, missing: 0.2, seed: seed)
    let turned = (0..<3).flatMap { turn in
      ratings.map { unit in
        unit.map { $0.map { Double((Int($0) + turn) % 3) } }
      }
    }
    let uniform = try BrennanPrediger(of: turned)
    #expect(isClose(uniform.chanceAgreement, 1 / 3.0))
    #expect(isClose(try GwetAC(of: turned).chanceAgreement, 1 / 3.0))
    #expect(isClose(try FleissKappa(of: turned).chanceAgreement, 1 / 3.0))
    #expect(isClose(try GwetAC(of: turned).estimate, uniform.estimate))
  }

  @Test(arguments: UInt64(0)..<20)
  func `unused categories of a declared scale lower the chance of AC and of no kappa`(
    seed: UInt64
  ) throws {
    let ratings = Random.ratings(categories: 3, missing: 0.2, seed: seed)
    let scale = [1.0, 2, 3, 4, 5, 6]
    #expect(
      try GwetAC(of: ratings, categories: scale).chanceAgreement
        < GwetAC(of: ratings).chanceAgreement)
    #expect(try FleissKappa(of: ratings, categories: scale) == FleissKappa(of: ratings))
    #expect(
      isClose(
        try CongerKappa(of: ratings, categories: scale).estimate,
        try CongerKappa(of: ratings).estimate))
  }

  @Test func `a scale declared wider than its use leaves AC a value without variation`() throws {
    let ac = try GwetAC(of: [[2, 2], [2, 2]], categories: [1, 2, 3])
    #expect(ac.estimate == 1 && ac.standardError == 0 && ac.pValue == nil)
    #expect(throws: NoValue.noVariation) {
      try FleissKappa(of: [[2, 2], [2, 2]], categories: [1, 2, 3])
    }
  }

  @Test func `raters who never use the same category agree as by chance`() throws {
    let conger = try CongerKappa(of: [[1, 2], [1, 2], [1, 2]])
    #expect(conger.estimate == 0)
    #expect(conger.standardError == 0)
    let fleiss = try FleissKappa(of: [[1, 2], [1, 2], [1, 2]])
    #expect(fleiss.estimate == -1)
  }

  @Test func `Fleiss' error under no agreement asks for complete ratings without weights`() throws {
    let complete = Random.ratings(missing: 0, seed: 1)
    #expect(try FleissKappa(of: complete).nullZ != nil)
    #expect(try FleissKappa(of: complete, weights: .linear).nullZ == nil)
    #expect(try FleissKappa(of: Random.ratings(missing: 0.3, seed: 1)).nullZ == nil)
  }

  /// Ratings at random, many times: the interval holds 0 as often as it says.
  @Test(arguments: [1, 2, 3, 4, 5])
  func `intervals hold the truth about as often as they say`(index: Int) throws {
    let trials = 150
    let hits = try (0..<trials).count { trial in
      var generator = SeededGenerator(seed: UInt64(trial), label: "coverage")
      let ratings: [[Double?]] = (0..<60).map { _ in
        (0..<3).map { _ in generator.unit() < 0.2 ? nil : Double(generator.integer(below: 3)) }
      }
      let result = try AgreementTableTests.result(index, ratings, categories: [0, 1, 2])
      return try #require(result.interval).contains(0)
    }
    #expect((135...149).contains(hits), "\(hits) of \(trials)")
  }
}
