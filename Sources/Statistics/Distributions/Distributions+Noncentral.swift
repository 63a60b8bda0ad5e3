extension Distributions {
  /// The probability that noncentral t with these degrees of freedom is at most `t`.
  ///
  /// T = (Z + δ) / √(χ²_ν / ν). All digits in relative terms, however far out: for the upper tail
  /// take ``noncentralStudentUpperTail(_:degreesOfFreedom:noncentrality:)``, not the difference
  /// to 1. By equal steps over the logarithm of the scale, with which the normal distribution is
  /// mixed.
  ///
  /// - Parameters:
  ///   - t: Any number, also infinite.
  ///   - degreesOfFreedom: ν, above zero, finite, not necessarily whole.
  ///   - noncentrality: δ, of either sign, finite.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-13 at most.
  /// - Complexity: Some hundred steps; some thousand for a large δ with few degrees of freedom.
  /// - SeeAlso: N. L. Johnson, S. Kotz, N. Balakrishnan (1995), *Continuous Univariate
  ///   Distributions* 2, ch. 31.
  public static func noncentralStudentCDF(
    _ t: Double, degreesOfFreedom: Double, noncentrality: Double
  ) -> Double {
    NoncentralStudentDistribution(degreesOfFreedom, noncentrality: noncentrality).lowerTail(t)
  }

  /// The probability that noncentral t with these degrees of freedom is more than `t`.
  ///
  /// - Parameters:
  ///   - t: Any number, also infinite.
  ///   - degreesOfFreedom: ν, above zero, finite, not necessarily whole.
  ///   - noncentrality: δ, of either sign, finite.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-13 at most.
  /// - Complexity: O(1).
  public static func noncentralStudentUpperTail(
    _ t: Double, degreesOfFreedom: Double, noncentrality: Double
  ) -> Double {
    NoncentralStudentDistribution(degreesOfFreedom, noncentrality: noncentrality).upperTail(t)
  }

  /// The logarithm of noncentral t's density, also where the density is below every number.
  ///
  /// - Parameters:
  ///   - t: Any number, also infinite.
  ///   - degreesOfFreedom: ν, above zero, finite, not necessarily whole.
  ///   - noncentrality: δ, of either sign, finite.
  /// - Returns: −∞ for an infinite t.
  /// - Complexity: O(1).
  public static func noncentralStudentLogDensity(
    _ t: Double, degreesOfFreedom: Double, noncentrality: Double
  ) -> Double {
    NoncentralStudentDistribution(degreesOfFreedom, noncentrality: noncentrality).logDensity(t)
  }

  /// The noncentrality δ with which t is at most a given value with a given probability.
  ///
  /// At the probabilities (1 ± level) / 2 these are the limits of an interval for δ.
  ///
  /// - Parameters:
  ///   - t: The observed statistic, finite.
  ///   - degreesOfFreedom: ν, above zero, finite, not necessarily whole.
  ///   - probability: Of at most `t`; between 0 and 1, and neither.
  /// - Returns: Any number; the larger the probability, the smaller.
  /// - SeeAlso: J. H. Steiger, R. T. Fouladi (1997), "Noncentrality interval estimation and the
  ///   evaluation of statistical models", in L. L. Harlow et al. (eds.), *What If There Were No
  ///   Significance Tests?*, 221–257.
  /// - Complexity: A search of some ten evaluations.
  public static func noncentrality(
    ofStudent t: Double, degreesOfFreedom: Double, probability: Double
  ) -> Double {
    NoncentralStudentDistribution.noncentrality(
      at: t, degreesOfFreedom: degreesOfFreedom, probability: probability)
  }
}
