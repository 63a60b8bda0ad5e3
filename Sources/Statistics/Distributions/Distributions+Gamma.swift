extension Distributions {
  /// The probability that a gamma variable is at most `x`: P(a, λx).
  ///
  /// - Parameters:
  ///   - x: At or above zero, also infinite.
  ///   - shape: a, above zero, finite.
  ///   - rate: λ, above zero, in the inverse of the unit of `x`.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-14 in the lower tail.
  /// - Complexity: O(1).
  public static func gammaCDF(_ x: Double, shape: Double, rate: Double = 1) -> Double {
    precondition(x >= 0 && rate > 0, "P(\(shape), \(rate) · \(x)) is not defined")
    return IncompleteGamma(shape: shape).lower(rate * x)
  }

  /// The probability that χ² with these degrees of freedom is at most `x`.
  ///
  /// - Parameters:
  ///   - x: At or above zero, also infinite.
  ///   - degreesOfFreedom: Above zero, finite, not necessarily whole.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-14 in the lower tail.
  /// - Complexity: O(1).
  public static func chiSquareCDF(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(x >= 0, "χ² is not negative: \(x)")
    return IncompleteGamma(shape: degreesOfFreedom / 2).lower(x / 2)
  }

  /// The probability that χ² with these degrees of freedom is more than `x`: the p of a χ² test.
  ///
  /// - Parameters:
  ///   - x: At or above zero, also infinite.
  ///   - degreesOfFreedom: Above zero, finite, not necessarily whole.
  /// - Returns: A probability in 0...1, with a relative error of about 1e-14 in the upper tail.
  /// - Complexity: O(1).
  public static func chiSquareUpperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(x >= 0, "χ² is not negative: \(x)")
    return IncompleteGamma(shape: degreesOfFreedom / 2).upper(x / 2)
  }

  /// The value that χ² with these degrees of freedom stays at or below with probability p.
  ///
  /// - Parameters:
  ///   - p: A probability in 0...1.
  ///   - degreesOfFreedom: Above zero, finite, not necessarily whole.
  /// - Returns: At or above zero; 0 at 0 and ∞ at 1.
  /// - Complexity: O(1).
  public static func chiSquareQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    2 * IncompleteGamma(shape: degreesOfFreedom / 2).quantile(p)
  }
}
