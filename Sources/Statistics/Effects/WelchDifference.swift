/// The difference of the means of two independent groups, without assuming equal variances.
///
/// x̄₁ − x̄₂ with SE² = s₁²/n₁ + s₂²/n₂ and Welch and Satterthwaite's degrees of freedom.
///
/// - SeeAlso: B. L. Welch (1947), "The generalization of 'Student's' problem when several
///   different population variances are involved", *Biometrika* 34(1–2), 28–35,
///   doi:10.1093/biomet/34.1-2.28.
public struct WelchDifference: Hashable, Sendable {
  /// The first mean less the second, in the unit of the values.
  public let difference: Double
  /// The standard error of the difference; 0 where neither group varies.
  public let standardError: Double
  /// Satterthwaite's; n₁ + n₂ − 2 where neither group varies.
  public let degreesOfFreedom: Double
  /// How many values the first group has.
  public let firstCount: Int
  /// How many values the second group has.
  public let secondCount: Int
  /// The difference over its standard error; none where neither group varies.
  public let t: Double?
  /// The two-sided p of no difference; none where neither group varies.
  public let pValue: Double?

  /// Estimates the difference.
  ///
  /// - Parameters:
  ///   - first: One element a unit, in any order.
  ///   - second: The same for the other group; no unit is in both.
  /// - Throws: ``NoValue/emptyArm`` for a group without values and
  ///   ``NoValue/fewerThanTwoUnits`` for one with a single value.
  /// - Complexity: O(*n*).
  public init(first: [Double], second: [Double]) throws(NoValue) {
    guard !first.isEmpty, !second.isEmpty else { throw .emptyArm }
    guard first.count > 1, second.count > 1 else { throw .fewerThanTwoUnits }
    let one = Moments(of: first)
    let two = Moments(of: second)
    let firstShare = one.variance / Double(one.count)
    let secondShare = two.variance / Double(two.count)
    let variance = firstShare + secondShare
    firstCount = one.count
    secondCount = two.count
    difference = one.mean - two.mean
    standardError = variance.squareRoot()
    if variance > 0 {
      // As shares of the variance, so that no square of a small number vanishes.
      let a = firstShare / variance
      let b = secondShare / variance
      degreesOfFreedom = 1 / (a * a / Double(one.count - 1) + b * b / Double(two.count - 1))
    } else {
      degreesOfFreedom = Double(one.count + two.count - 2)
    }
    t = standardError > 0 ? difference / standardError : nil
    pValue = t.map { [degreesOfFreedom] in
      Distributions.twoSidedStudent($0, degreesOfFreedom: degreesOfFreedom)
    }
  }

  /// The interval at a level in 0...1; a point where neither group varies.
  ///
  /// - Complexity: O(1).
  public func interval(level: Double) -> Interval {
    let quantile = -Distributions.studentQuantile(
      (1 - level) / 2, degreesOfFreedom: degreesOfFreedom)
    return Interval(
      around: difference, reach: standardError > 0 ? quantile * standardError : 0, level: level)
  }
}
