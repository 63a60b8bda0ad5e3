/// The power of the paired t test: how often it finds a standardised difference d_z.
///
/// T is noncentral t with n − 1 degrees of freedom and δ = d_z √n. A two-sided test counts both
/// tails, P(T > q) + P(T < −q) with q = t(1 − α/2); a one-sided one P(T > t(1 − α)).
///
/// - SeeAlso: J. Cohen (1988), *Statistical Power Analysis for the Behavioral Sciences*, 2nd ed.,
///   ch. 2.
public struct PairedTPower: Hashable, Sendable {
  /// What the test is asked.
  public enum Alternative: String, Hashable, Sendable, CaseIterable {
    /// Whether there is a difference.
    case twoSided = "two_sided"
    /// Whether the mean difference is above zero.
    case greater
  }

  /// d_z, the mean difference over the standard deviation of the differences.
  public let effect: Double
  /// α, how often the test may find a difference where there is none.
  public let alpha: Double
  /// What the test is asked.
  public let alternative: Alternative

  /// Describes a test.
  ///
  /// - Parameters:
  ///   - effect: d_z, finite.
  ///   - alpha: Between 0 and 1.
  ///   - alternative: What the test is asked.
  /// - Complexity: O(1).
  public init(effect: Double, alpha: Double = 0.05, alternative: Alternative = .twoSided) {
    precondition(effect.isFinite && alpha > 0 && alpha < 1, "d_z \(effect) at α \(alpha)")
    self.effect = effect
    self.alpha = alpha
    self.alternative = alternative
  }

  /// The power with so many pairs.
  ///
  /// - Parameter count: At least two; also between whole numbers, where it leads to a sample size.
  /// - Returns: A probability in 0...1.
  /// - Complexity: O(1).
  public func power(pairs count: Double) -> Double {
    precondition(count >= 2, "\(count) pairs")
    let df = count - 1
    let noncentrality = effect * count.squareRoot()
    let tail = alternative == .twoSided ? alpha / 2 : alpha
    let critical = -Distributions.studentQuantile(tail, degreesOfFreedom: df)
    let above = Distributions.noncentralStudentUpperTail(
      critical, degreesOfFreedom: df, noncentrality: noncentrality)
    guard alternative == .twoSided else { return above }
    let below = Distributions.noncentralStudentCDF(
      -critical, degreesOfFreedom: df, noncentrality: noncentrality)
    return min(1, above + below)
  }

  /// How many pairs give a power, whatever the sign of the effect.
  ///
  /// - Parameter power: Between 0 and 1.
  /// - Returns: At least two pairs; exactly two where they give more.
  /// - Throws: ``NoValue/allDifferencesZero`` where there is no effect that could be found, or one
  ///   so small that a thousand million million pairs would not do.
  /// - Complexity: A search of some ten evaluations of the power.
  public func sampleSize(power: Double) throws(NoValue) -> SampleSize {
    precondition(power > 0 && power < 1, "a power of \(power)")
    let test = PairedTPower(effect: abs(effect), alpha: alpha, alternative: alternative)
    func lack(_ count: Double) -> Double { test.power(pairs: count) - power }
    var low = 2.0
    guard lack(low) < 0 else { return SampleSize(low) }
    guard effect != 0 else { throw .allDifferencesZero }
    var high = 4.0
    while lack(high) < 0 {
      guard high < 1e15 else { throw .allDifferencesZero }
      (low, high) = (high, 4 * high)
    }
    return SampleSize(RootFinding.root(between: low, and: high, of: lack) ?? high)
  }
}
