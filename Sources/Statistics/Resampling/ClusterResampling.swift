public import Reproducible

/// Draws whole clusters with replacement, so that what belongs together stays together.
///
/// - SeeAlso: A. C. Davison, D. V. Hinkley (1997), *Bootstrap Methods and their Application*,
///   section 3.8.
public struct ClusterResampling: Hashable, Sendable {
  /// The indices of each cluster's elements; clusters ascend by their label.
  public let members: [[Int]]

  /// Groups elements.
  ///
  /// - Parameter clusters: The label of the cluster of each element.
  /// - Complexity: O(*n* log *n*).
  public init(clusters: [Int]) {
    let groups = Dictionary(grouping: clusters.indices) { clusters[$0] }
    members = groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The elements of a resample, whose clusters are given by index; one may be given twice.
  public func elements(of resample: [Int]) -> [Int] {
    resample.flatMap { members[$0] }
  }

  /// Draws as many clusters as there are.
  public func drawClusters(using generator: inout SeededGenerator) -> [Int] {
    members.indices.map { _ in generator.integer(below: members.count) }
  }

  /// Draws the indices of the elements of one resample of whole clusters.
  ///
  /// - Parameters:
  ///   - clusters: The label of the cluster of each element.
  ///   - generator: Moves on by one draw a cluster.
  /// - Returns: Indices into `clusters`, those of one cluster next to each other.
  public static func draw(clusters: [Int], generator: inout SeededGenerator) -> [Int] {
    let resampling = ClusterResampling(clusters: clusters)
    return resampling.elements(of: resampling.drawClusters(using: &generator))
  }
}
