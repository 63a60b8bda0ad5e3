/// An interval read from replicates of an estimate on resampled data.
///
/// Replicates that have no value are left out and counted; where they are more than one in ten
/// there is no interval. Quantiles are those of linear interpolation (type 7).
///
/// - SeeAlso: B. Efron, R. J. Tibshirani (1993), *An Introduction to the Bootstrap*, ch. 12–14.
public struct BootstrapInterval: Hashable, Sendable {
  /// The estimate on the data as they are.
  public let estimate: Double
  /// The interval.
  public let interval: Interval
  /// The standard deviation of the replicates, with n − 1 below.
  public let standardError: Double
  /// How many replicates were made, those without a value included.
  public let replicates: Int
  /// How many of them had no value.
  public let undefined: Int

  /// Reads the interval between two quantiles of the replicates.
  ///
  /// - Parameters:
  ///   - estimate: The estimate on the data as they are.
  ///   - replicates: One element a resample; `nil` where the estimate had no value.
  ///   - level: The confidence level, in 0...1.
  ///   - undefinedShare: Which share of the replicates may be without a value.
  /// - Returns: The estimate with its interval.
  /// - Throws: ``NoValue/tooManyUndefined``, and ``NoValue/noData`` for fewer than two values.
  /// - Complexity: O(*n* log *n*) in the number of replicates.
  public static func percentile(
    estimate: Double, replicates: [Double?], level: Double, undefinedShare: Double = 0.1
  ) throws(NoValue) -> BootstrapInterval {
    let sample = try Sample(of: replicates, undefinedShare: undefinedShare)
    return sample.interval(
      estimate, low: sample.quantile((1 - level) / 2), high: sample.quantile((1 + level) / 2),
      level: level)
  }

  /// Reads the basic interval: the percentile one mirrored at the estimate, 2θ̂ − q.
  ///
  /// - Parameters:
  ///   - estimate: The estimate on the data as they are.
  ///   - replicates: One element a resample; `nil` where the estimate had no value.
  ///   - level: The confidence level, in 0...1.
  ///   - undefinedShare: Which share of the replicates may be without a value.
  /// - Returns: The estimate with its interval.
  /// - Throws: ``NoValue/tooManyUndefined``, and ``NoValue/noData`` for fewer than two values.
  /// - Complexity: O(*n* log *n*) in the number of replicates.
  public static func basic(
    estimate: Double, replicates: [Double?], level: Double, undefinedShare: Double = 0.1
  ) throws(NoValue) -> BootstrapInterval {
    let sample = try Sample(of: replicates, undefinedShare: undefinedShare)
    return sample.interval(
      estimate, low: 2 * estimate - sample.quantile((1 + level) / 2),
      high: 2 * estimate - sample.quantile((1 - level) / 2), level: level)
  }

  /// Reads the bias-corrected and accelerated interval (BCa).
  ///
  /// - Parameters:
  ///   - estimate: The estimate on the data as they are.
  ///   - replicates: One element a resample; `nil` where the estimate had no value.
  ///   - jackknife: The estimates with one unit left out each.
  ///   - level: The confidence level, in 0...1.
  ///   - undefinedShare: Which share of the replicates may be without a value.
  /// - Returns: The estimate with its interval.
  /// - Throws: ``NoValue/tooManyUndefined``, ``NoValue/noData`` for fewer than two values, and
  ///   ``NoValue/noVariation`` where the correction cannot be computed (``BiasCorrection``).
  /// - Complexity: O(*n* log *n*) in the number of replicates.
  public static func biasCorrected(
    estimate: Double, replicates: [Double?], jackknife: [Double], level: Double,
    undefinedShare: Double = 0.1
  ) throws(NoValue) -> BootstrapInterval {
    let sample = try Sample(of: replicates, undefinedShare: undefinedShare)
    let correction = try BiasCorrection(
      estimate: estimate, replicates: sample.sorted, jackknife: jackknife)
    return sample.interval(
      estimate, low: sample.quantile(correction.corrected((1 - level) / 2)),
      high: sample.quantile(correction.corrected((1 + level) / 2)), level: level)
  }

  /// The replicates that have a value, ascending.
  private struct Sample {
    let sorted: [Double]
    let count: Int

    init(of replicates: [Double?], undefinedShare: Double) throws(NoValue) {
      sorted = replicates.compactMap { $0 }.sorted()
      count = replicates.count
      guard Double(count - sorted.count) <= undefinedShare * Double(count) else {
        throw .tooManyUndefined
      }
      guard sorted.count > 1 else { throw .noData }
    }

    func quantile(_ p: Double) -> Double {
      SampleQuantile.value(ofSorted: sorted, at: p)
    }

    func interval(
      _ estimate: Double, low: Double, high: Double, level: Double
    ) -> BootstrapInterval {
      BootstrapInterval(
        estimate: estimate, interval: Interval(low: low, high: high, level: level),
        standardError: Moments(of: sorted).variance.squareRoot(), replicates: count,
        undefined: count - sorted.count)
    }
  }
}
