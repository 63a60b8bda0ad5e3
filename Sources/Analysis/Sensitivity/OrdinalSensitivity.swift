import Statistics

/// An effect in log odds, by a cumulative link model of the single ratings.
///
/// logit P(rating ≤ j) = θ_j − xβ with x the side; a β above 0 says that ratings on the first side are higher
/// by any cut of the scale. Its spread is that of leaving whole clusters out, so that it asks nothing of how
/// ratings of one text, rater or scenario hang together.
struct OrdinalSensitivity {
  /// How often each level was given: by cluster, then side, then level.
  private let counts: [[[Double]]]
  private let levels: [Double]
  private let strata: [Int]

  init(of sides: ComparedSides) {
    let levels = Set(sides.items.map(\.rating.value)).sorted()
    var places: [Double: Int] = [:]
    for (place, level) in levels.enumerated() { places[level] = place }
    let none = [[Double]](repeating: [Double](repeating: 0, count: levels.count), count: 2)
    var counts = [[[Double]]](repeating: none, count: sides.strata.reduce(0, +))
    for item in sides.items {
      counts[item.cluster][item.isFirst ? 1 : 0][places[item.rating.value] ?? 0] += 1
    }
    self.counts = counts
    self.levels = levels
    strata = sides.strata
  }

  /// The effect with its jackknife.
  ///
  /// - Throws: ``NoValue`` where there is nothing to compare, or the odds have no bound.
  /// - Complexity: One fit a cluster, each of as many rows as the scale has levels.
  func jackknife() throws(NoValue) -> Jackknife {
    var total = [[Double]](repeating: [Double](repeating: 0, count: levels.count), count: 2)
    for cluster in counts { Self.add(cluster, to: &total, times: 1) }
    return try Jackknife(strata: strata) { left in
      var kept = total
      if let left { Self.add(counts[left], to: &kept, times: -1) }
      return logOdds(kept)
    }
  }

  private static func add(_ counts: [[Double]], to total: inout [[Double]], times sign: Double) {
    for side in 0..<2 {
      for level in total[side].indices { total[side][level] += sign * counts[side][level] }
    }
  }

  private func logOdds(_ counts: [[Double]]) -> Double? {
    var (response, x, weights): ([Double], [Double], [Double]) = ([], [], [])
    for side in 0..<2 {
      for (level, count) in counts[side].enumerated() where count > 0 {
        response.append(levels[level])
        x.append(Double(side))
        weights.append(count)
      }
    }
    // Where one side has only the lowest or highest level, the odds have no bound.
    let model = try? OrdinalModel(response: response, fixed: [("x", x)], weights: weights)
    guard let model, model.hasConverged else { return nil }
    return model.coefficients.last?.estimate
  }
}
