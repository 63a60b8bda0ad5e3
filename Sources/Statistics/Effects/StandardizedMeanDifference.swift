#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The mean difference of pairs in standard deviations: d_z = d̄ / s_d, and its relatives.
///
/// d_z grows with the correlation of the two halves, so that it cannot be compared with effects
/// between groups: d_av, which divides by the spread of the scores themselves, can. Show both.
///
/// - SeeAlso: J. Cohen (1988), *Statistical Power Analysis for the Behavioral Sciences*, 2nd ed.;
///   L. V. Hedges (1981), "Distribution theory for Glass's estimator of effect size and related
///   estimators", *Journal of Educational Statistics* 6(2), 107–128, doi:10.3102/10769986006002107;
///   J.-C. Goulet-Pelletier, D. Cousineau (2018), "A review of effect sizes and their confidence
///   intervals, part I: The Cohen's d family", *The Quantitative Methods for Psychology* 14(4),
///   242–265, doi:10.20982/tqmp.14.4.p242.
public struct StandardizedMeanDifference: Hashable, Sendable {
  /// d_z, the mean difference over the standard deviation of the differences.
  public let estimate: Double
  /// The interval of ``estimate``, by inverting the noncentral t distribution.
  public let interval: Interval
  /// Hedges's J = Γ(m/2) / (√(m/2) Γ((m − 1)/2)), m = n − 1, by which d_z is too large on average;
  /// none for two pairs, where that average is infinite.
  public let hedgesJ: Double?
  /// J in the approximation 1 − 3/(4m − 1).
  public let hedgesJApproximation: Double
  /// The mean difference over the root of the mean variance of both halves.
  public let averaged: Double
  /// d_z √(2(1 − r)); none where one half does not vary.
  public let repeatedMeasures: Double?
  /// r of both halves; none where one does not vary.
  public let correlation: Double?
  /// How many pairs there are.
  public let count: Int

  /// g_z = J d_z, free of bias; none for two pairs.
  public var hedgesG: Double? { hedgesJ.map { $0 * estimate } }

  /// Estimates the difference.
  ///
  /// - Parameters:
  ///   - leading: One element a pair.
  ///   - neutral: The same pairs in the same order; pairs with a missing half are left out by the
  ///     caller.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/fewerThanTwoPairs``, and ``NoValue/noVariation`` where all differences are
  ///   the same.
  /// - Complexity: O(*n*), and some hundred values of the noncentral t distribution.
  public init(leading: [Double], neutral: [Double], level: Double = 0.95) throws(NoValue) {
    precondition(leading.count == neutral.count, "leading and neutral are paired")
    let mean = try MeanEstimate(of: zip(leading, neutral).map { $0 - $1 })
    guard let t = mean.t, t.isFinite else { throw .noVariation }
    let first = Moments(of: leading)
    let second = Moments(of: neutral)
    let d = mean.mean / mean.standardDeviation
    let m = mean.degreesOfFreedom
    let root = Double(mean.count).squareRoot()
    func limit(_ probability: Double) -> Double {
      NoncentralStudentDistribution.noncentrality(
        at: t, degreesOfFreedom: m, probability: probability) / root
    }
    estimate = d
    interval = Interval(low: limit((1 + level) / 2), high: limit((1 - level) / 2), level: level)
    hedgesJ =
      mean.count > 2
      ? exp(0.5 * log(2 * Double.pi / m) - LogGamma.logBeta(0.5, (m - 1) / 2)) : nil
    hedgesJApproximation = 1 - 3 / (4 * m - 1)
    averaged = mean.mean / (0.5 * (first.variance + second.variance)).squareRoot()
    count = mean.count
    guard first.variance > 0, second.variance > 0 else {
      correlation = nil
      repeatedMeasures = nil
      return
    }
    let products = zip(leading, neutral).reduce(0) { sum, pair in
      sum + (pair.0 - first.mean) * (pair.1 - second.mean)
    }
    let r = products / m / (first.variance.squareRoot() * second.variance.squareRoot())
    correlation = max(-1, min(1, r))
    repeatedMeasures = d * (2 * (1 - max(-1, min(1, r)))).squareRoot()
  }
}
