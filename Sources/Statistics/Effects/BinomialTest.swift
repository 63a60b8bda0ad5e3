/// The exact binomial test of a share: how often chance alone gives as many successes.
///
/// - SeeAlso: C. J. Clopper, E. S. Pearson (1934), "The use of confidence or fiducial limits
///   illustrated in the case of the binomial", *Biometrika* 26(4), 404–413,
///   doi:10.1093/biomet/26.4.404.
public struct BinomialTest: Hashable, Sendable {
  /// The share of successes, in 0...1.
  public let estimate: Double
  /// How many trials succeeded.
  public let successes: Int
  /// How many trials there were.
  public let trials: Int
  /// The chance of success under the null hypothesis.
  public let chance: Double
  /// The probability of all outcomes that are no likelier than the one observed.
  public let pTwoSided: Double
  /// The probability of at least as many successes.
  public let pGreater: Double
  /// The probability of at most as many successes.
  public let pLess: Double
  /// Twice the smaller tail, in which the observed outcome counts half: less cautious than
  /// ``pTwoSided``, which on average exceeds the level it keeps to.
  public let pMid: Double

  /// Tests a share.
  ///
  /// - Parameters:
  ///   - successes: How many trials succeeded.
  ///   - trials: How many there were, independent of each other.
  ///   - chance: That of success under the null hypothesis, between 0 and 1 and neither.
  /// - Throws: ``NoValue/noData`` without a trial.
  /// - Complexity: O(log *n*) values of the binomial distribution.
  public init(successes: Int, trials: Int, chance: Double) throws(NoValue) {
    precondition(0 <= successes && successes <= trials, "\(successes) of \(trials)")
    precondition(0 < chance && chance < 1, "a chance of \(chance)")
    guard trials > 0 else { throw .noData }
    let binomial = BinomialDistribution(trials: trials, chance: chance)
    self.successes = successes
    self.trials = trials
    self.chance = chance
    estimate = Double(successes) / Double(trials)
    pGreater = binomial.upperTail(successes)
    pLess = binomial.lowerTail(successes)
    pTwoSided = min(1, binomial.noLikelier(than: successes))
    let half = 0.5 * binomial.probability(of: successes)
    pMid = max(0, min(1, 2 * (min(pGreater, pLess) - half)))
  }

  /// The limits at which either one-sided test reaches half of what the level leaves.
  ///
  /// - Parameter level: The confidence level, in 0...1.
  /// - Returns: 0 below where nothing succeeded, 1 above where everything did.
  /// - Complexity: O(1).
  public func clopperPearson(level: Double) -> Interval {
    ProportionInterval.clopperPearson(successes: successes, trials: trials, level: level)
  }

  /// Wilson's score interval.
  ///
  /// - Parameter level: The confidence level, in 0...1.
  /// - Returns: 0 below where nothing succeeded, 1 above where everything did.
  /// - Complexity: O(1).
  public func wilson(level: Double) -> Interval {
    ProportionInterval.wilson(
      successes: Double(successes), trials: Double(trials),
      z: Distributions.normalQuantile(0.5 + level / 2), level: level)
  }
}

/// Intervals of a share.
enum ProportionInterval {
  /// The exact limits by quantiles of the beta distribution; at least one trial.
  static func clopperPearson(successes: Int, trials: Int, level: Double) -> Interval {
    let tail = (1 - level) / 2
    let failures = trials - successes
    let low =
      successes == 0
      ? 0
      : IncompleteBeta(a: Double(successes), b: Double(failures + 1)).quantile(tail)
    let high =
      failures == 0
      ? 1
      : IncompleteBeta(a: Double(successes + 1), b: Double(failures)).upperQuantile(tail)
    return Interval(low: low, high: high, level: level)
  }

  /// Wilson's score interval; successes and trials need not be whole.
  ///
  /// - SeeAlso: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical
  ///   inference", *Journal of the American Statistical Association* 22(158), 209–212,
  ///   doi:10.1080/01621459.1927.10502953.
  static func wilson(successes: Double, trials: Double, z: Double, level: Double) -> Interval {
    let square = z * z
    let failures = trials - successes
    let reach = z * (square + 4 * successes * failures / trials).squareRoot()
    let all = 2 * (trials + square)
    // At the ends the limits are 0 and 1 exactly, not only but for rounding.
    return Interval(
      low: successes == 0 ? 0 : (2 * successes + square - reach) / all,
      high: failures == 0 ? 1 : (2 * successes + square + reach) / all, level: level)
  }
}

extension BinomialDistribution {
  /// The probability of all outcomes that are no likelier than one of them.
  ///
  /// Probabilities that differ by less than a share of 1e-7 count as equal, so that rounding does
  /// not tell the two sides of a symmetric distribution apart.
  func noLikelier(than successes: Int) -> Double {
    let mean = Double(trials) * chance
    guard Double(successes) != mean else { return 1 }
    let bound = probability(of: successes) * (1 + 1e-7)
    // On the other side of the mean the probabilities fall outwards: the first small enough.
    if Double(successes) < mean {
      var (low, high) = (Int(mean.rounded(.up)), trials + 1)
      while low < high {
        let middle = (low + high) / 2
        if probability(of: middle) <= bound { high = middle } else { low = middle + 1 }
      }
      return lowerTail(successes) + upperTail(low)
    }
    var (low, high) = (-1, Int(mean.rounded(.down)))
    while low < high {
      let middle = (low + high + 1) / 2
      if probability(of: middle) <= bound { low = middle } else { high = middle - 1 }
    }
    return upperTail(successes) + lowerTail(low)
  }
}
