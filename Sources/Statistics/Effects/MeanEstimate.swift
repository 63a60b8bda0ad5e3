/// A mean and its interval by Student's t: x̄ ± t(n − 1) · s / √n; of differences, the paired t.
///
/// - SeeAlso: Student (1908), "The probable error of a mean", *Biometrika* 6(1), 1–25,
///   doi:10.1093/biomet/6.1.1.
public struct MeanEstimate: Hashable, Sendable {
  /// x̄, in the unit of the values.
  public let mean: Double
  /// s, with n − 1 below; 0 where all values are the same.
  public let standardDeviation: Double
  /// s / √n.
  public let standardError: Double
  /// n − 1.
  public let degreesOfFreedom: Double
  /// How many values there are.
  public let count: Int
  /// x̄ over its standard error; none where all values are the same.
  public let t: Double?
  /// The two-sided p of a mean of zero; none where all values are the same.
  public let pValue: Double?

  /// Estimates a mean.
  ///
  /// - Parameter values: One element a unit, in any order; for a paired design one difference a
  ///   pair. Pairs with a missing half are left out by the caller, who reports how many.
  /// - Throws: ``NoValue/fewerThanTwoPairs`` for fewer than two values.
  /// - Complexity: O(*n*).
  public init(of values: [Double]) throws(NoValue) {
    guard values.count > 1 else { throw .fewerThanTwoPairs }
    let moments = Moments(of: values)
    count = values.count
    mean = moments.mean
    standardDeviation = moments.variance.squareRoot()
    standardError = (moments.variance / Double(count)).squareRoot()
    degreesOfFreedom = Double(count - 1)
    t = standardError > 0 ? mean / standardError : nil
    pValue = t.map { [degreesOfFreedom] in
      Distributions.twoSidedStudent($0, degreesOfFreedom: degreesOfFreedom)
    }
  }

  /// The interval at a level in 0...1; a point where all values are the same.
  ///
  /// - Complexity: O(1).
  public func interval(level: Double) -> Interval {
    let quantile = -Distributions.studentQuantile(
      (1 - level) / 2, degreesOfFreedom: degreesOfFreedom)
    return Interval(
      around: mean, reach: standardError > 0 ? quantile * standardError : 0, level: level)
  }

  /// The one-sided p of a mean that is not above `value`.
  ///
  /// - Returns: `nil` where all values are the same.
  /// - Complexity: O(1).
  public func pGreater(than value: Double = 0) -> Double? {
    guard standardError > 0 else { return nil }
    return Distributions.studentCDF(
      (value - mean) / standardError, degreesOfFreedom: degreesOfFreedom)
  }

  /// The one-sided p of a mean that is not below `value`.
  ///
  /// - Returns: `nil` where all values are the same.
  /// - Complexity: O(1).
  public func pLess(than value: Double = 0) -> Double? {
    guard standardError > 0 else { return nil }
    return Distributions.studentCDF(
      (mean - value) / standardError, degreesOfFreedom: degreesOfFreedom)
  }
}

/// Mean and variance of values; exactly zero variance where all are the same.
struct Moments {
  let count: Int
  let mean: Double
  /// With n − 1 below; 0 for a single value.
  let variance: Double

  init(of values: [Double]) {
    count = values.count
    let first = values.first ?? 0
    // A mean of equal numbers may be off by a rounding, which would make a spread of nothing.
    guard values.contains(where: { $0 != first }) else {
      mean = first
      variance = 0
      return
    }
    let center = values.reduce(0, +) / Double(count)
    let squares = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    mean = center
    variance = squares / Double(count - 1)
  }
}
