#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Distribution functions and quantiles the statistics rest on.
public enum Distributions {
  /// Φ(x), the probability that a standard normal variable is at most x.
  ///
  /// Accurate in relative terms in the lower tail: for the upper one take Φ(−x).
  ///
  /// - Complexity: O(1).
  public static func normalCDF(_ x: Double) -> Double {
    0.5 * erfc(-x * 0.5.squareRoot())
  }

  /// Φ⁻¹(p), the standard normal quantile; −∞ at 0 and ∞ at 1.
  ///
  /// Relative error about 1e-16, by rational approximations.
  ///
  /// - Precondition: `p` is in 0...1.
  /// - SeeAlso: M. J. Wichura (1988), "Algorithm AS 241: The percentage points of the normal
  ///   distribution", *Applied Statistics* 37(3), 477–484, doi:10.2307/2347330.
  /// - Complexity: O(1).
  public static func normalQuantile(_ p: Double) -> Double {
    precondition(0 <= p && p <= 1, "\(p) is no probability")
    return NormalQuantile.value(p)
  }

  /// The probability that Student's t with these degrees of freedom is at most `t`.
  ///
  /// Accurate in relative terms in the lower tail: for the upper one take the value at −t.
  ///
  /// - Parameters:
  ///   - t: Any number, also infinite.
  ///   - degreesOfFreedom: Above zero, not necessarily whole; infinite gives the normal one.
  /// - Returns: A probability in 0...1.
  /// - Complexity: O(1).
  public static func studentCDF(_ t: Double, degreesOfFreedom: Double) -> Double {
    let tail = StudentDistribution(degreesOfFreedom).upperTail(abs(t))
    return t < 0 ? tail : 1 - tail
  }

  /// The quantile of Student's t: the value it stays at or below with probability p.
  ///
  /// - Parameters:
  ///   - p: A probability in 0...1.
  ///   - degreesOfFreedom: Above zero, not necessarily whole; infinite gives the normal one.
  /// - Returns: Any number; −∞ at 0 and ∞ at 1.
  /// - Complexity: O(1).
  public static func studentQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(0 <= p && p <= 1, "\(p) is no probability")
    let student = StudentDistribution(degreesOfFreedom)
    return p < 0.5 ? -student.upperQuantile(p) : student.upperQuantile(1 - p)
  }

  /// I_x(a, b), the regularized incomplete beta function: the beta distribution's probability
  /// of at most x.
  ///
  /// - Parameters:
  ///   - x: In 0...1.
  ///   - a: The first shape, above zero.
  ///   - b: The second shape, above zero.
  /// - Returns: A probability in 0...1.
  /// - Complexity: O(1).
  public static func regularizedIncompleteBeta(_ x: Double, a: Double, b: Double) -> Double {
    precondition(0 <= x && x <= 1 && a > 0 && b > 0, "I_\(x)(\(a), \(b)) is not defined")
    return IncompleteBeta(a: a, b: b).value(x, complement: 1 - x)
  }

  /// ln Γ(x) for x above zero; the same on every machine.
  ///
  /// - Complexity: O(1).
  public static func logGamma(_ x: Double) -> Double {
    precondition(x > 0, "ln Γ(\(x)) is not defined here")
    return LogGamma.value(x)
  }

  /// The two-sided probability of a standard normal statistic at least as far from zero.
  static func twoSidedNormal(_ z: Double) -> Double {
    min(1, 2 * normalCDF(-abs(z)))
  }

  /// The two-sided probability of a t statistic at least as far from zero.
  static func twoSidedStudent(_ t: Double, degreesOfFreedom: Double) -> Double {
    min(1, 2 * studentCDF(-abs(t), degreesOfFreedom: degreesOfFreedom))
  }
}
