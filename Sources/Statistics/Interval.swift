/// A confidence interval with the level it was computed for.
public struct Interval: Hashable, Sendable {
  /// The lower limit, in the unit of the estimate.
  public let low: Double
  /// The upper limit, in the unit of the estimate.
  public let high: Double
  /// The confidence level, in 0...1: 0.95 for an interval of 95 %.
  public let level: Double

  /// States an interval.
  ///
  /// - Parameters:
  ///   - low: The lower limit.
  ///   - high: The upper limit, not below the lower one.
  ///   - level: The confidence level, in 0...1.
  /// - Complexity: O(1).
  public init(low: Double, high: Double, level: Double) {
    self.low = low
    self.high = high
    self.level = level
  }

  /// Whether a value lies in the interval, limits included.
  ///
  /// - Complexity: O(1).
  public func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }

  /// An interval that reaches equally far to both sides.
  init(around center: Double, reach: Double, level: Double) {
    self.init(low: center - reach, high: center + reach, level: level)
  }

  /// The interval of 1 minus the quantity.
  var complement: Interval {
    Interval(low: 1 - high, high: 1 - low, level: level)
  }
}
