/// The share of the mean rating under the leading wording that the wording itself brought about.
///
/// 1 − ȳ₀ / ȳ₁, with ȳ₁ the mean under the leading and ȳ₀ that under the neutral wording. May be
/// negative, and means little where the scale has no natural zero.
///
/// - SeeAlso: ``FiellerRatio``, whose interval stands beside those of the delta method.
public struct AttributableFractionOfMeans: Hashable, Sendable {
  /// The share; 0 where the wording changes nothing, 1 where the neutral mean is zero.
  public let estimate: Double
  /// By the delta method, with the covariance of the two means.
  public let standardErrorDelta: Double
  /// The delta method's interval with the normal quantile; not to be shown without Fieller's.
  public let deltaInterval: Interval
  /// The delta method's interval with the quantile of t(n − 1); not to be shown without Fieller's.
  public let deltaTInterval: Interval
  /// Fieller's interval; none where the leading mean cannot be told from zero.
  public let fiellerInterval: Interval?
  /// Fieller's g: how badly the leading mean is known; from 1 on there is no interval.
  public let fiellerG: Double
  /// How many pairs there are.
  public let count: Int

  /// Estimates the share.
  ///
  /// - Parameters:
  ///   - leading: One element a pair.
  ///   - neutral: The same pairs in the same order; pairs with a missing half are left out by the
  ///     caller.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/fewerThanTwoPairs``, and ``NoValue/noLeadingEvents`` where the leading
  ///   mean is zero.
  /// - Complexity: O(*n*).
  public init(leading: [Double], neutral: [Double], level: Double = 0.95) throws(NoValue) {
    let ratio: FiellerRatio
    do {
      ratio = try FiellerRatio(numerator: neutral, denominator: leading, level: level)
    } catch {
      throw error == .zeroDenominator ? .noLeadingEvents : error
    }
    let tail = (1 - level) / 2
    let share = 1 - ratio.estimate
    let standardError = ratio.standardErrorDelta
    estimate = share
    standardErrorDelta = standardError
    deltaInterval = Interval(
      around: share, reach: -Distributions.normalQuantile(tail) * standardError, level: level)
    let quantile = -Distributions.studentQuantile(tail, degreesOfFreedom: Double(ratio.count - 1))
    deltaTInterval = Interval(around: share, reach: quantile * standardError, level: level)
    fiellerInterval = ratio.interval?.complement
    fiellerG = ratio.g
    count = ratio.count
  }
}
