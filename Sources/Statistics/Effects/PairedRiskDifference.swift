/// How much more often an event happens under the leading wording than under the neutral one, in
/// pairs: (b − c) / n.
///
/// Newcombe's interval is the one to show: it lies within −1...1 and does not collapse where no
/// pair differs. Wald's is there for comparison with the literature.
///
/// - SeeAlso: R. G. Newcombe (1998), "Improved confidence intervals for the difference between
///   binomial proportions based on paired data", *Statistics in Medicine* 17(22), 2635–2650 (method
///   10); T. Tango (1998), "Equivalence test and confidence interval for the difference in
///   proportions for the paired-sample design", *Statistics in Medicine* 17(8), 891–908; A.
///   Agresti, Y. Min (2005), "Simple improved confidence intervals for comparing matched
///   proportions", *Statistics in Medicine* 24(5), 729–740, doi:10.1002/sim.1781; D. G. Bonett, R.
///   M. Price (2012), "Adjusted Wald confidence interval for a difference of binomial proportions
///   based on paired data", *Journal of Educational and Behavioral Statistics* 37(4), 479–488,
///   doi:10.3102/1076998611411915.
public struct PairedRiskDifference: Hashable, Sendable {
  /// The difference, in −1...1: above zero where the leading wording brings the event about.
  public let estimate: Double
  /// Wilson's limits of both shares, squared and added with their correlation.
  public let newcombe: Interval
  /// Estimate ± z standard errors; a point where no pair differs.
  public let wald: Interval
  /// Wald's with half a pair added to each count.
  public let agrestiMin: Interval
  /// Wald's with one pair added to each count of pairs that differ.
  public let bonettPrice: Interval
  /// Where the score test with the shares estimated under the difference reaches z.
  public let tango: Interval
  /// How many pairs there are.
  public let count: Int

  /// Estimates the difference.
  ///
  /// - Parameters:
  ///   - pairs: The counts.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noData`` without a pair.
  /// - Complexity: O(1).
  public init(of pairs: PairedEvents, level: Double = 0.95) throws(NoValue) {
    guard pairs.count > 0 else { throw .noData }
    let z = -Distributions.normalQuantile((1 - level) / 2)
    let n = Double(pairs.count)
    let (b, c) = (Double(pairs.leadingOnly), Double(pairs.neutralOnly))
    func adjusted(perCell: Double, all: Double) -> Interval {
      let (above, below) = ((b + perCell) / all, (c + perCell) / all)
      let difference = above - below
      let variance = max(0, above + below - difference * difference) / all
      return Interval(around: difference, reach: z * variance.squareRoot(), level: level)
        .clipped(to: -1...1)
    }
    count = pairs.count
    estimate = (b - c) / n
    wald = adjusted(perCell: 0, all: n)
    agrestiMin = adjusted(perCell: 0.5, all: n + 2)
    bonettPrice = adjusted(perCell: 1, all: n + 2)
    newcombe = Self.newcombe(pairs, z: z, level: level)
    tango = Self.tango(b, c, n, z: z, level: level)
  }

  private static func newcombe(_ pairs: PairedEvents, z: Double, level: Double) -> Interval {
    let n = Double(pairs.count)
    let (leading, neutral) = (Double(pairs.leadingCount), Double(pairs.neutralCount))
    let first = ProportionInterval.wilson(successes: leading, trials: n, z: z, level: level)
    let second = ProportionInterval.wilson(successes: neutral, trials: n, z: z, level: level)
    let correlation = correlation(pairs)
    func reach(_ one: Double, _ other: Double) -> Double {
      max(0, one * one - 2 * correlation * one * other + other * other).squareRoot()
    }
    let (p1, p2) = (leading / n, neutral / n)
    let difference = (Double(pairs.leadingOnly) - Double(pairs.neutralOnly)) / n
    return Interval(
      low: difference - reach(p1 - first.low, second.high - p2),
      high: difference + reach(first.high - p1, p2 - second.low), level: level
    ).clipped(to: -1...1)
  }

  /// φ with a correction for continuity, unless it is negative; 0 where a margin is empty.
  private static func correlation(_ pairs: PairedEvents) -> Double {
    let n = Double(pairs.count)
    let (leading, neutral) = (Double(pairs.leadingCount), Double(pairs.neutralCount))
    let margins = leading * (n - leading) * neutral * (n - neutral)
    guard margins > 0 else { return 0 }
    let excess =
      Double(pairs.both) * Double(pairs.neither)
      - Double(pairs.leadingOnly) * Double(pairs.neutralOnly)
    let corrected = excess > n / 2 ? excess - n / 2 : min(excess, 0)
    return corrected / margins.squareRoot()
  }

  private static func tango(
    _ b: Double, _ c: Double, _ n: Double, z: Double, level: Double
  ) -> Interval {
    /// How many standard errors the observed difference lies above a supposed one.
    func score(_ supposed: Double) -> Double {
      let linear = (2 * n - b + c) * supposed - b - c
      let constant = -c * supposed * (1 - supposed)
      let root = max(0, linear * linear - 8 * n * constant).squareRoot()
      // The larger root of the quadratic, without cancelling.
      let share = linear <= 0 ? (root - linear) / (4 * n) : -2 * constant / (root + linear)
      let variance = n * (2 * share + supposed * (1 - supposed))
      let distance = b - c - n * supposed
      return variance > 0
        ? distance / variance.squareRoot() : distance == 0 ? 0 : distance > 0 ? 1e300 : -1e300
    }
    let (bottom, top) = (-1 + 1e-12, 1 - 1e-12)
    let low = b - c == -n ? -1 : RootFinding.root(between: bottom, and: top) { score($0) - z }
    let high = b - c == n ? 1 : RootFinding.root(between: bottom, and: top) { score($0) + z }
    return Interval(low: low ?? -1, high: high ?? 1, level: level)
  }
}
