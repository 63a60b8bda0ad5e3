import Reproducible

/// Resamples units, or whole clusters of them, as counts of kinds: clusters of equal content are
/// of one kind, so that a resample is a weighted sum over few kinds.
struct UnitResampling<Content: Hashable> {
  /// The different contents.
  let kinds: [Content]
  /// The kind of each cluster, clusters ascending by their label.
  let kindOfCluster: [Int]

  /// Groups units.
  ///
  /// - Parameters:
  ///   - clusters: The label of the cluster of each unit; `nil` where each stands for itself.
  ///   - units: The units that take part, as indices into `clusters`.
  ///   - content: What a resample needs to know of some units together.
  init(clusters: [Int]?, units: [Int], content: ([Int]) -> Content) {
    let groups: [[Int]]
    if let clusters {
      let members = ClusterResampling(clusters: units.map { clusters[$0] }).members
      groups = members.map { $0.map { units[$0] } }
    } else {
      groups = units.map { [$0] }
    }
    var kinds: [Content] = []
    var index: [Content: Int] = [:]
    kindOfCluster = groups.map { group in
      let content = content(group)
      if let known = index[content] { return known }
      kinds.append(content)
      index[content] = kinds.count - 1
      return kinds.count - 1
    }
    self.kinds = kinds
  }

  /// The statistic on each of some resamples of as many clusters as there are.
  ///
  /// - Parameters:
  ///   - count: How many resamples are drawn.
  ///   - generator: Draws them.
  ///   - statistic: Takes how often each kind was drawn; `nil` where it has no value.
  /// - Returns: One element a resample.
  func replicates(
    _ count: Int, generator: SeededGenerator, statistic: ([Int]) -> Double?
  ) -> [Double?] {
    var generator = generator
    var times = [Int](repeating: 0, count: kinds.count)
    return (0..<count).map { _ in
      for kind in times.indices { times[kind] = 0 }
      for _ in 0..<kindOfCluster.count {
        times[kindOfCluster[generator.integer(below: kindOfCluster.count)]] += 1
      }
      return statistic(times)
    }
  }
}
