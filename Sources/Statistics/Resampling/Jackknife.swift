/// An estimate with the spread that leaving one cluster out after the other shows.
///
/// variance = Σ_s (n_s − 1)/n_s · Σ_j (θ₍ⱼ₎ − θ̄_s)² over strata s of n_s clusters, θ₍ⱼ₎ being the estimate
/// without cluster j. Of a mean it is the usual variance of a mean. It asks nothing of how ratings in one
/// cluster hang together.
///
/// - SeeAlso: B. Efron & R. J. Tibshirani (1993), *An Introduction to the Bootstrap*, chapter 11;
///   H. L. Jones (1974), "Jackknife estimation of functions of stratum means", *Biometrika* 61(2),
///   343–348.
public struct Jackknife: Hashable, Sendable {
  /// With all clusters.
  public let estimate: Double
  /// Its standard error.
  public let standardError: Double
  /// Clusters of the smallest stratum less one: fewer than a Welch correction would give.
  public let degreesOfFreedom: Double
  /// How many clusters were left out in turn.
  public let clusterCount: Int

  /// Leaves out each cluster once.
  ///
  /// - Parameters:
  ///   - strata: How many clusters each stratum has; clusters are numbered through all strata. One
  ///     stratum where each cluster has both sides of a comparison, two where each has one.
  ///   - estimate: The estimate without the cluster of that number, with all where it is `nil`; its own
  ///     `nil` where it has no value.
  /// - Throws: ``NoValue/noData`` without clusters, ``NoValue/fewerThanTwoUnits`` for a stratum of
  ///   one, ``NoValue/notIdentifiable`` where any of the estimates has no value.
  /// - Complexity: One estimate a cluster, and one.
  public init(strata: [Int], _ estimate: (_ without: Int?) -> Double?) throws(NoValue) {
    guard let fewest = strata.min(), fewest > 0 else { throw .noData }
    guard fewest > 1 else { throw .fewerThanTwoUnits }
    guard let whole = estimate(nil) else { throw .notIdentifiable }
    var variance = 0.0
    var first = 0
    for count in strata {
      var values: [Double] = []
      for cluster in first..<first + count {
        guard let value = estimate(cluster) else { throw .notIdentifiable }
        values.append(value)
      }
      let mean = values.reduce(0, +) / Double(count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      variance += squares * Double(count - 1) / Double(count)
      first += count
    }
    self.estimate = whole
    standardError = variance.squareRoot()
    degreesOfFreedom = Double(fewest - 1)
    clusterCount = first
  }

  /// The interval by Student's t at a level in 0...1; a point where nothing varies.
  public func interval(level: Double) -> Interval {
    let reach =
      standardError > 0
      ? Distributions.studentQuantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom)
        * standardError : 0
    return Interval(around: estimate, reach: reach, level: level)
  }
}
