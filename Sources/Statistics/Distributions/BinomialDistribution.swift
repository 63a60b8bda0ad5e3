#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How many of n independent trials succeed, each with the same chance.
struct BinomialDistribution {
  let trials: Int
  let chance: Double

  /// - Precondition: No fewer than zero trials, a chance in 0...1.
  init(trials: Int, chance: Double) {
    precondition(trials >= 0 && 0 <= chance && chance <= 1, "\(trials) trials of \(chance)")
    self.trials = trials
    self.chance = chance
  }

  /// The probability of at most so many successes.
  func lowerTail(_ successes: Int) -> Double {
    if successes < 0 { return 0 }
    if successes >= trials { return 1 }
    return IncompleteBeta(a: Double(trials - successes), b: Double(successes + 1))
      .value(1 - chance, complement: chance)
  }

  /// The probability of at least so many successes.
  func upperTail(_ successes: Int) -> Double {
    if successes <= 0 { return 1 }
    if successes > trials { return 0 }
    return IncompleteBeta(a: Double(successes), b: Double(trials - successes + 1))
      .value(chance, complement: 1 - chance)
  }

  /// The probability of exactly so many successes.
  ///
  /// By deviances, in which the large terms of the factorials cancel before they are rounded.
  ///
  /// - SeeAlso: C. Loader (2000), "Fast and accurate computation of binomial probabilities".
  func probability(of successes: Int) -> Double {
    guard (0...trials).contains(successes) else { return 0 }
    if chance == 0 { return successes == 0 ? 1 : 0 }
    if chance == 1 { return successes == trials ? 1 : 0 }
    let n = Double(trials)
    let x = Double(successes)
    if successes == 0 { return exp(n * log1p(-chance)) }
    if successes == trials { return exp(n * log(chance)) }
    let logRatio =
      Self.rest(n) - Self.rest(x) - Self.rest(n - x) - IncompleteGamma.deviance(x, n * chance)
      - IncompleteGamma.deviance(n - x, n * (1 - chance))
    return exp(logRatio) * (n / (2 * Double.pi * x * (n - x))).squareRoot()
  }

  /// ln n! less Stirling's (n + ½) ln n − n + ½ ln 2π.
  private static func rest(_ n: Double) -> Double {
    if n >= 10 { return LogGamma.correction(n) }
    return LogGamma.value(n + 1) - (n + 0.5) * log(n) + n - NormalTail.halfLogTau
  }
}
