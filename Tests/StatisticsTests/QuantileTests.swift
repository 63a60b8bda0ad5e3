import Reproducible
import Testing

@testable import Statistics

@Suite struct QuantileTests {
  static let probabilities = [1e-300, 1e-12, 0.025, 0.3, 0.5, 0.5001, 0.9, 0.975, 1 - 1e-9]

  @Test(arguments: [1e-3, 0.3, 0.5, 1, 4, 37.5, 1e4, 1e7])
  func `the gamma quantile undoes the distribution function`(shape: Double) {
    let gamma = IncompleteGamma(shape: shape)
    for p in Self.probabilities {
      let x = gamma.quantile(p)
      guard x > 1e-300 else { continue }
      let isLower = p <= 0.5
      let error =
        isLower ? gamma.lower(x) / p - 1 : gamma.upper(x) / (1 - p) - 1
      #expect(abs(error) < 1e-12 * max(100, shape.squareRoot()), "at \(p)")
    }
    #expect(gamma.quantile(0) == 0)
    #expect(gamma.quantile(1) == .infinity)
  }

  @Test(
    arguments: [(0.5, 0.5), (1, 10), (7, 3), (58, 43), (0.02, 5), (5, 0.02), (1e5, 3), (3e4, 5e4)])
  func `the beta quantile undoes the distribution function`(a: Double, b: Double) {
    let beta = IncompleteBeta(a: a, b: b)
    for p in Self.probabilities {
      let x = beta.quantile(p)
      guard x > 1e-300, x < 0.999 else { continue }
      #expect(isClose(beta.value(x, complement: 1 - x), p, within: 1e-11), "at \(p)")
      if p <= 0.5 {
        #expect(abs(beta.value(x, complement: 1 - x) / p - 1) < 1e-9, "at \(p)")
      }
      #expect(isClose(beta.upperQuantile(1 - p), x, within: 1e-12) || p < 1e-10)
    }
    #expect(beta.quantile(0) == 0)
    #expect(beta.quantile(1) == 1)
  }

  @Test func `known quantiles are met`() {
    // χ² on two degrees of freedom is an exponential variable, a beta variable of (1, b) a power.
    for p in [1e-12, 0.1, 0.5, 0.95] {
      let chiSquare = Distributions.chiSquareQuantile(p, degreesOfFreedom: 2)
      #expect(isClose(1 - p, Distributions.chiSquareUpperTail(chiSquare, degreesOfFreedom: 2)))
      let power = Distributions.betaQuantile(p, a: 5, b: 1)
      #expect(isClose(power * power * power * power * power, p, within: 1e-14))
    }
    #expect(isClose(Distributions.chiSquareQuantile(0.95, degreesOfFreedom: 1), 3.841458820694124))
  }

  @Test func `the binomial distribution matches numbers computed with forty digits`() {
    let references = [
      (3, 20, 0.3, 0.071603672205262326), (700, 1_000, 0.5, 5.06598828044926062e-38),
      (50_321, 100_000, 0.5, 0.000321320936066234331),
      (2, 100_000, 1e-5, 0.183940640289689047), (29, 30, 0.9, 0.141303860917387415),
      (5, 12, 1 / 3.0, 0.190756829074158734),
    ]
    for (successes, trials, chance, expected) in references {
      let probability = Distributions.binomialProbability(
        successes, trials: trials, chance: chance)
      #expect(abs(probability / expected - 1) < 1e-13, "\(successes) of \(trials)")
    }
  }

  @Test(arguments: [0.0, 0.2, 0.5, 0.97, 1])
  func `the binomial probabilities add up to the distribution function`(chance: Double) {
    let binomial = BinomialDistribution(trials: 23, chance: chance)
    var sum = 0.0
    for successes in -1...24 {
      #expect(isClose(binomial.upperTail(successes), 1 - sum, within: 1e-13))
      sum += binomial.probability(of: successes)
      #expect(isClose(binomial.lowerTail(successes), sum, within: 1e-13))
    }
  }

  @Test func `the signed ranks of few pairs can be counted`() {
    // Of the eight subsets of {1, 2, 3} two sum to 3.
    let three = SignedRankDistribution(count: 3)
    #expect(three.probabilities == [1, 1, 1, 2, 1, 1, 1].map { $0 / 8 })
    #expect(three.lowerTail(2) == 3 / 8.0)
    #expect(three.upperTail(6) == 1 / 8.0)
    #expect(three.lowerTail(-1) == 0)
    #expect(three.lowerTail(6) == 1)
    #expect(SignedRankDistribution(count: 0).lowerTail(0) == 1)
  }
}
