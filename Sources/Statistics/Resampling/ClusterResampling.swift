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
  ///
  /// - Complexity: O(*n*) in the number of elements drawn.
  public func elements(of resample: [Int]) -> [Int] {
    resample.flatMap { members[$0] }
  }

  /// Draws as many clusters as there are, by index.
  ///
  /// - Complexity: O(*k*) in the number of clusters.
  public func drawClusters(using generator: inout SeededGenerator) -> [Int] {
    members.indices.map { _ in generator.index(below: members.count) }
  }
}
