/// The ratio of two paired means with Fieller's interval.
///
/// With V the covariance matrix of the two means and g = t²V_dd / d̄², the limits are the ratios at
/// which t(n − 1) of n̄ − ratio · d̄ reaches its quantile. For g of 1 and more the denominator cannot
/// be told from zero, and no bounded interval exists.
///
/// - SeeAlso: E. C. Fieller (1954), "Some problems in interval estimation", *Journal of the Royal
///   Statistical Society B* 16(2), 175–185, doi:10.1111/j.2517-6161.1954.tb00159.x.
public struct FiellerRatio: Hashable, Sendable {
  /// The mean of the numerators over that of the denominators.
  public let estimate: Double
  /// By the delta method, with the covariance of the two means.
  public let standardErrorDelta: Double
  /// Fieller's interval; none where the denominator cannot be told from zero.
  public let interval: Interval?
  /// Fieller's g: how badly the denominator is known; from 1 on there is no interval.
  public let g: Double
  /// How many pairs there are.
  public let count: Int

  /// Estimates the ratio.
  ///
  /// - Parameters:
  ///   - numerator: One element a unit.
  ///   - denominator: The same units in the same order; units with a missing half are left out by
  ///     the caller.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/fewerThanTwoPairs``, and ``NoValue/zeroDenominator`` where the mean to
  ///   divide by is zero.
  /// - Complexity: O(*n*).
  public init(numerator: [Double], denominator: [Double], level: Double) throws(NoValue) {
    precondition(numerator.count == denominator.count, "numerators and denominators are paired")
    guard numerator.count > 1 else { throw .fewerThanTwoPairs }
    let above = Moments(of: numerator)
    let below = Moments(of: denominator)
    guard below.mean != 0 else { throw .zeroDenominator }
    let n = Double(above.count)
    let products = zip(numerator, denominator).reduce(0) { sum, pair in
      sum + (pair.0 - above.mean) * (pair.1 - below.mean)
    }
    let covariance = products / (n - 1) / n
    let aboveVariance = above.variance / n
    let belowVariance = below.variance / n
    let ratio = above.mean / below.mean
    // The variance of n̄ − ratio · d̄.
    let residual = max(
      0, aboveVariance - 2 * ratio * covariance + ratio * ratio * belowVariance)
    let quantile = -Distributions.studentQuantile((1 - level) / 2, degreesOfFreedom: n - 1)
    let scale = (quantile / below.mean) * (quantile / below.mean)
    count = above.count
    estimate = ratio
    standardErrorDelta = residual.squareRoot() / abs(below.mean)
    g = scale * belowVariance
    if g < 1 {
      let center = (ratio - scale * covariance) / (1 - g)
      let spread = residual - scale * (aboveVariance * belowVariance - covariance * covariance)
      let reach = (scale * max(0, spread)).squareRoot() / (1 - g)
      interval = Interval(around: center, reach: reach, level: level)
    } else {
      interval = nil
    }
  }
}
