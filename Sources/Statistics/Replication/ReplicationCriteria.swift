/// The usual ways to ask whether a second study found what a first one had found.
///
/// Estimates with standard errors on a scale where they are normal. Intervals are
/// estimate ± z · SE; the prediction interval is original ± z√(SEₒ² + SEᵣ²);
/// Q = (original − replication)² / (SEₒ² + SEᵣ²) on one degree of freedom.
///
/// - SeeAlso: P. Patil, R. D. Peng, J. T. Leek (2016), "What should researchers expect when they
///   replicate studies?", *Perspectives on Psychological Science* 11(4), 539–544,
///   doi:10.1177/1745691616646366.
public struct ReplicationCriteria: Hashable, Sendable {
  /// The two-sided normal p of the original estimate.
  public let pOriginal: Double
  /// The two-sided normal p of the replication's estimate.
  public let pReplication: Double
  /// Whether both estimates point the same way; an estimate of zero points no way.
  public let sameSign: Bool
  /// Whether the replication points the same way and its p is below 1 − level.
  public let significantSameSign: Bool
  /// The replication's interval.
  public let replicationInterval: Interval
  /// Whether that interval holds the original estimate.
  public let originalInReplicationInterval: Bool
  /// Where the replication's estimate was to be expected, were both of one effect.
  public let predictionInterval: Interval
  /// Whether the replication's estimate lies there.
  public let replicationInPrediction: Bool
  /// Cochran's Q of the two estimates.
  public let q: Double
  /// The p of no difference between the two effects.
  public let qPValue: Double
  /// The replication's estimate over the original one; none where that is zero.
  public let relativeEffect: Double?
  /// SEₒ² / SEᵣ².
  public let varianceRatio: Double

  /// Compares two studies of one effect.
  ///
  /// - Parameters:
  ///   - original: The first estimate.
  ///   - originalStandardError: Its standard error, above zero.
  ///   - replication: The second estimate, on the same scale.
  ///   - replicationStandardError: Its standard error, above zero.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noVariation`` where a standard error is not above zero.
  /// - Complexity: O(1).
  public init(
    original: Double, originalStandardError: Double, replication: Double,
    replicationStandardError: Double, level: Double = 0.95
  ) throws(NoValue) {
    guard originalStandardError > 0, replicationStandardError > 0 else { throw .noVariation }
    let quantile = -Distributions.normalQuantile((1 - level) / 2)
    let originalVariance = originalStandardError * originalStandardError
    let replicationVariance = replicationStandardError * replicationStandardError
    let pooled = (originalVariance + replicationVariance).squareRoot()
    let distance = (original - replication) / pooled
    pOriginal = Distributions.twoSidedNormal(original / originalStandardError)
    pReplication = Distributions.twoSidedNormal(replication / replicationStandardError)
    sameSign = (original > 0 && replication > 0) || (original < 0 && replication < 0)
    significantSameSign = sameSign && pReplication < 1 - level
    replicationInterval = Interval(
      around: replication, reach: quantile * replicationStandardError, level: level)
    originalInReplicationInterval = replicationInterval.contains(original)
    predictionInterval = Interval(around: original, reach: quantile * pooled, level: level)
    replicationInPrediction = predictionInterval.contains(replication)
    q = distance * distance
    qPValue = Distributions.twoSidedNormal(distance)
    relativeEffect = original == 0 ? nil : replication / original
    varianceRatio = originalVariance / replicationVariance
  }
}
