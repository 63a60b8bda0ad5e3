extension Distributions {
  /// The value that a beta variable stays at or below with probability p.
  ///
  /// - Parameters:
  ///   - p: A probability in 0...1.
  ///   - a: The first shape, above zero.
  ///   - b: The second shape, above zero.
  /// - Returns: In 0...1.
  /// - Complexity: O(1).
  public static func betaQuantile(_ p: Double, a: Double, b: Double) -> Double {
    precondition(a > 0 && b > 0, "a beta distribution of the shapes \(a) and \(b)")
    return IncompleteBeta(a: a, b: b).quantile(p)
  }

  /// The probability that F with these degrees of freedom is at most `x`.
  ///
  /// - Parameters:
  ///   - x: At or above zero, also infinite.
  ///   - df1: The degrees of freedom above the line, above zero, finite, not necessarily whole.
  ///   - df2: Those below the line, the same.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-13 in the lower tail.
  /// - Complexity: O(1).
  public static func fCDF(_ x: Double, _ df1: Double, _ df2: Double) -> Double {
    precondition(x >= 0, "F is not negative: \(x)")
    return FDistribution(df1, df2).lowerTail(x)
  }

  /// The probability that F with these degrees of freedom is more than `x`: the p of an F test.
  ///
  /// - Parameters:
  ///   - x: At or above zero, also infinite.
  ///   - df1: The degrees of freedom above the line, above zero, finite, not necessarily whole.
  ///   - df2: Those below the line, the same.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-13 in the upper tail.
  /// - Complexity: O(1).
  public static func fUpperTail(_ x: Double, _ df1: Double, _ df2: Double) -> Double {
    precondition(x >= 0, "F is not negative: \(x)")
    return FDistribution(df1, df2).upperTail(x)
  }

  /// The value that F with these degrees of freedom stays at or below with probability p.
  ///
  /// - Parameters:
  ///   - p: A probability in 0...1.
  ///   - df1: The degrees of freedom above the line, above zero, finite, not necessarily whole.
  ///   - df2: Those below the line, the same.
  /// - Returns: At or above zero; 0 at 0 and ∞ at 1.
  /// - Complexity: O(1).
  public static func fQuantile(_ p: Double, _ df1: Double, _ df2: Double) -> Double {
    FDistribution(df1, df2).quantile(p)
  }

  /// The probability of at most so many successes in independent trials of the same chance.
  ///
  /// By the incomplete beta function: the cost hardly grows with the number of trials.
  ///
  /// - Parameters:
  ///   - successes: Any count, also a negative one.
  ///   - trials: No fewer than zero.
  ///   - chance: Of success in one trial, in 0...1.
  /// - Returns: A probability in 0...1, accurate in relative terms in the lower tail.
  /// - Complexity: O(1).
  public static func binomialCDF(_ successes: Int, trials: Int, chance: Double) -> Double {
    BinomialDistribution(trials: trials, chance: chance).lowerTail(successes)
  }

  /// The probability of exactly so many successes in independent trials of the same chance.
  ///
  /// - Parameters:
  ///   - successes: Any count, also a negative one.
  ///   - trials: No fewer than zero.
  ///   - chance: Of success in one trial, in 0...1.
  /// - Returns: A probability in 0...1, accurate in relative terms.
  /// - Complexity: O(1).
  public static func binomialProbability(_ successes: Int, trials: Int, chance: Double) -> Double {
    BinomialDistribution(trials: trials, chance: chance).probability(of: successes)
  }

  /// The probability that Wilcoxon's signed-rank statistic of n untied pairs is at most `sum`.
  ///
  /// - Parameters:
  ///   - sum: Any whole number; V⁺ itself is in 0...n(n + 1)/2.
  ///   - count: n, no fewer than zero.
  /// - Returns: A probability in 0...1.
  /// - Complexity: O(*n*³).
  public static func signedRankCDF(_ sum: Int, count: Int) -> Double {
    SignedRankDistribution(count: count).lowerTail(sum)
  }
}
