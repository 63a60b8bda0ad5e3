public import Reproducible

/// The mean of values that come in clusters, with a bootstrap over whole clusters.
///
/// The estimand is the mean of the cluster means, in which every cluster counts once; beside it
/// stands the mean of all values, in which a large cluster counts more. With fewer than ten
/// clusters the interval is too narrow.
///
/// - SeeAlso: ``ClusterResampling``.
public struct ClusterMean: Hashable, Sendable {
  /// The mean of the cluster means, in the unit of the values.
  public let estimate: Double
  /// The mean of all values.
  public let elementMean: Double
  /// How many clusters there are.
  public let clusterCount: Int
  /// How many values there are.
  public let count: Int

  private let sums: [Double]
  private let counts: [Int]

  /// Estimates the mean.
  ///
  /// - Parameters:
  ///   - values: One element a value, for a paired design one difference a pair.
  ///   - clusters: The label of the cluster of each value.
  /// - Throws: ``NoValue/noData`` without a value.
  /// - Complexity: O(*n* log *n*).
  public init(of values: [Double], clusters: [Int]) throws(NoValue) {
    precondition(values.count == clusters.count, "every value belongs to a cluster")
    guard !values.isEmpty else { throw .noData }
    let members = ClusterResampling(clusters: clusters).members
    sums = members.map { $0.reduce(0) { $0 + values[$1] } }
    counts = members.map(\.count)
    clusterCount = members.count
    count = values.count
    let all = Array(members.indices)
    estimate = Self.clusterMean(of: all, sums, counts)
    elementMean = Self.elementMean(of: all, sums, counts)
  }

  /// The mean of the cluster means of a resample, whose clusters are given by index.
  ///
  /// - Complexity: O(*k*) in the number of drawn clusters.
  public func clusterMean(of resample: [Int]) -> Double {
    Self.clusterMean(of: resample, sums, counts)
  }

  /// The mean of all values of a resample, whose clusters are given by index.
  ///
  /// - Complexity: O(*k*) in the number of drawn clusters.
  public func elementMean(of resample: [Int]) -> Double {
    Self.elementMean(of: resample, sums, counts)
  }

  /// The percentile interval of ``estimate`` over resamples of whole clusters.
  ///
  /// - Parameters:
  ///   - replicates: How many resamples are drawn.
  ///   - level: The confidence level, in 0...1.
  ///   - generator: Draws them.
  /// - Returns: The mean of the cluster means with its interval.
  /// - Throws: ``NoValue/fewerThanTwoUnits`` where there is one cluster.
  /// - Complexity: O(*k* · *B*) for *k* clusters and *B* resamples.
  public func bootstrap(
    replicates: Int = 2000, level: Double, generator: SeededGenerator
  ) throws(NoValue) -> BootstrapInterval {
    guard clusterCount > 1 else { throw .fewerThanTwoUnits }
    let resampling = ResampledSums(laneCount: 1, units: Array(sums.indices), clusters: nil) {
      $1(0, sums[$0] / Double(counts[$0]))
    }
    let clusterCount = Double(clusterCount)
    let means = resampling.replicates(replicates, generator: generator) { $0[0] / clusterCount }
    return try .percentile(estimate: estimate, replicates: means, level: level)
  }

  private static func clusterMean(of resample: [Int], _ sums: [Double], _ counts: [Int]) -> Double {
    resample.reduce(0) { $0 + sums[$1] / Double(counts[$1]) } / Double(resample.count)
  }

  private static func elementMean(of resample: [Int], _ sums: [Double], _ counts: [Int]) -> Double {
    resample.reduce(0) { $0 + sums[$1] } / Double(resample.reduce(0) { $0 + counts[$1] })
  }
}
