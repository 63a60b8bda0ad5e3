/// How much more often an event happens in one of two independent groups: p₁ − p₂.
///
/// Newcombe's interval is the one to show: Wald's collapses where no or every unit has the event.
///
/// - SeeAlso: R. G. Newcombe (1998), "Interval estimation for the difference between independent
///   proportions: comparison of eleven methods", *Statistics in Medicine* 17(8), 873–890 (method
///   10); A. Agresti, B. Caffo (2000), "Simple and effective confidence intervals for proportions
///   and differences of proportions result from adding two successes and two failures", *The
///   American Statistician* 54(4), 280–288, doi:10.1080/00031305.2000.10474560.
public struct RiskDifference: Hashable, Sendable {
  /// The difference, in −1...1.
  public let estimate: Double
  /// Wilson's limits of both shares, squared and added.
  public let newcombe: Interval
  /// Estimate ± z standard errors, within −1...1.
  public let wald: Interval
  /// Wald's with one unit with and one without the event added to each group, within −1...1.
  public let agrestiCaffo: Interval

  /// Estimates the difference.
  ///
  /// - Parameters:
  ///   - leading: How many of the first group's units had the event.
  ///   - leadingCount: How many units the first group has.
  ///   - neutral: How many of the second group's units had the event.
  ///   - neutralCount: How many units the second group has.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/emptyArm`` for a group without units.
  /// - Complexity: O(1).
  public init(
    leading: Int, of leadingCount: Int, neutral: Int, of neutralCount: Int, level: Double = 0.95
  ) throws(NoValue) {
    precondition(
      0 <= leading && leading <= leadingCount && 0 <= neutral && neutral <= neutralCount,
      "\(leading) of \(leadingCount), \(neutral) of \(neutralCount)")
    guard leadingCount > 0, neutralCount > 0 else { throw .emptyArm }
    let z = -Distributions.normalQuantile((1 - level) / 2)
    let (x1, n1) = (Double(leading), Double(leadingCount))
    let (x2, n2) = (Double(neutral), Double(neutralCount))
    let (p1, p2) = (x1 / n1, x2 / n2)
    let first = ProportionInterval.wilson(successes: x1, trials: n1, z: z, level: level)
    let second = ProportionInterval.wilson(successes: x2, trials: n2, z: z, level: level)
    func together(_ one: Double, _ other: Double) -> Double {
      (one * one + other * other).squareRoot()
    }
    func wald(adding extra: Double) -> Interval {
      let (m1, m2) = (n1 + 2 * extra, n2 + 2 * extra)
      let (q1, q2) = ((x1 + extra) / m1, (x2 + extra) / m2)
      let variance = q1 * (1 - q1) / m1 + q2 * (1 - q2) / m2
      return Interval(around: q1 - q2, reach: z * variance.squareRoot(), level: level)
        .clipped(to: -1...1)
    }
    estimate = p1 - p2
    newcombe = Interval(
      low: p1 - p2 - together(p1 - first.low, second.high - p2),
      high: p1 - p2 + together(first.high - p1, p2 - second.low), level: level
    ).clipped(to: -1...1)
    self.wald = wald(adding: 0)
    agrestiCaffo = wald(adding: 1)
  }
}

extension Interval {
  /// The part of the interval within a range.
  func clipped(to range: ClosedRange<Double>) -> Interval {
    Interval(
      low: min(max(low, range.lowerBound), range.upperBound),
      high: min(max(high, range.lowerBound), range.upperBound), level: level)
  }
}
