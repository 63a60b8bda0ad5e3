/// The coincidences of ratings within units, in sums that resamples can add up.
///
/// The lanes of ``sums`` are first how many pairable ratings fall on each level, then, for the
/// ordinal metric, how often the levels of each pair of ``pairLevels`` meet, for the others the one
/// sum Σ o_ck δ²_ck.
struct Coincidences: Sendable {
  let metric: AlphaMetric
  /// The different ratings of pairable units, ascending.
  let levels: [Double]
  /// The lower and the higher level of each pair of levels that meets in a unit.
  let pairLevels: [(Int32, Int32)]
  /// What units, or clusters of them, contribute; units that nobody rated take no part.
  let sums: ResampledSums
  /// How many units have at least two ratings.
  let pairableUnits: Int

  /// Counts coincidences.
  ///
  /// - Throws: ``NoValue`` where there is no unit with two ratings, or a rating on a ratio scale is
  ///   negative.
  init(of ratings: Ratings, metric: AlphaMetric, clusters: [Int]? = nil) throws(NoValue) {
    let rated = (0..<ratings.unitCount).filter { !ratings.range(of: $0).isEmpty }
    guard !rated.isEmpty else { throw .noData }
    let pairable = rated.filter { ratings.range(of: $0).count > 1 }
    let levels = Self.levels(of: ratings, pairable)
    guard let lowest = levels.first else { throw .noPairableUnits }
    guard metric != .ratio || lowest >= 0 else { throw .undefinedChanceTerm }
    var scan = UnitScan(levels: levels, metric: metric)
    if metric == .ordinal { for unit in pairable { scan.meet(ratings.values(of: unit)) } }
    pairLevels = scan.pairLevels
    sums = ResampledSums(
      laneCount: levels.count + (metric == .ordinal ? scan.pairLevels.count : 1), units: rated,
      clusters: clusters
    ) { unit, add in
      scan.contribute(ratings.values(of: unit), add)
    }
    self.metric = metric
    self.levels = levels
    pairableUnits = pairable.count
  }

  private static func levels(of ratings: Ratings, _ units: [Int]) -> [Double] {
    var seen: Set<Double> = []
    // Most ratings repeat one of a few: these are not looked up again.
    var recent = [Double](repeating: .nan, count: 64)
    for unit in units {
      for value in ratings.values(of: unit) {
        let slot = Int(truncatingIfNeeded: (value.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 58)
        guard recent[slot] != value else { continue }
        recent[slot] = value
        seen.insert(value)
      }
    }
    return seen.sorted()
  }

  /// α from the sums over some units.
  ///
  /// - Throws: ``NoValue/noPairableUnits``, and ``NoValue/noVariation`` where one level is all
  ///   there is.
  func alpha(_ sums: [Double]) throws(NoValue) -> Double {
    let margins = sums[..<levels.count]
    let total = margins.reduce(0, +)
    guard total > 0 else { throw .noPairableUnits }
    guard !margins.contains(total) else { throw .noVariation }
    let observed: Double
    let expected: Double
    switch metric {
    case .nominal:
      observed = sums[levels.count]
      expected = (total * total - margins.reduce(0) { $0 + $1 * $1 }) / 2
    case .interval:
      observed = sums[levels.count]
      expected = Self.pairwiseSquares(of: levels, margins, total)
    case .ordinal:
      // The levels' distance is that of their mid-ranks.
      let midranks = Self.midranks(margins)
      var sum = 0.0
      for (pair, (lower, higher)) in pairLevels.enumerated() {
        let distance = midranks[Int(higher)] - midranks[Int(lower)]
        sum += sums[levels.count + pair] * distance * distance
      }
      observed = sum
      expected = Self.pairwiseSquares(of: midranks, margins, total)
    case .ratio:
      observed = sums[levels.count]
      var sum = 0.0
      for lower in levels.indices where margins[lower] > 0 {
        for higher in levels.indices.dropFirst(lower + 1) where margins[higher] > 0 {
          sum += margins[lower] * margins[higher] * ratioDistance(levels[lower], levels[higher])
        }
      }
      expected = sum
    }
    return 1 - (total - 1) * observed / expected
  }

  private static func midranks(_ margins: ArraySlice<Double>) -> [Double] {
    var below = 0.0
    return margins.map { count in
      defer { below += count }
      return below + count / 2
    }
  }

  /// Σ n_c n_k (x_c − x_k)² over pairs, from the spread about the mean.
  private static func pairwiseSquares(
    of positions: [Double], _ counts: ArraySlice<Double>, _ total: Double
  ) -> Double {
    var sum = 0.0
    for (index, count) in counts.enumerated() { sum += count * positions[index] }
    let center = sum / total
    var squares = 0.0
    for (index, count) in counts.enumerated() {
      let distance = positions[index] - center
      squares += count * distance * distance
    }
    return total * squares
  }
}

/// δ² of the ratio metric, for two different levels.
private func ratioDistance(_ first: Double, _ second: Double) -> Double {
  let share = (first - second) / (first + second)
  return share * share
}

/// Takes units apart into levels and pairs of levels.
private struct UnitScan {
  let levels: [Double]
  let metric: AlphaMetric
  private(set) var pairLevels: [(Int32, Int32)] = []
  private var indexOfPair: [Int: Int] = [:]

  init(levels: [Double], metric: AlphaMetric) {
    self.levels = levels
    self.metric = metric
  }

  /// Notes which pairs of levels meet in a unit.
  mutating func meet(_ values: ArraySlice<Double>) {
    let counts = counts(values)
    for (position, lower) in counts.enumerated() {
      for higher in counts[(position + 1)...] {
        let pair = lower.level * levels.count + higher.level
        if indexOfPair[pair] == nil {
          indexOfPair[pair] = pairLevels.count
          pairLevels.append((Int32(lower.level), Int32(higher.level)))
        }
      }
    }
  }

  /// Hands over what a unit contributes; nothing where it has fewer than two ratings.
  func contribute(_ values: ArraySlice<Double>, _ add: (Int, Double) -> Void) {
    guard values.count > 1 else { return }
    let counts = counts(values)
    for (level, count) in counts { add(level, Double(count)) }
    let others = Double(values.count - 1)
    switch metric {
    case .nominal:
      let alike = counts.reduce(0) { $0 + $1.count * $1.count }
      add(levels.count, Double(values.count * values.count - alike) / 2 / others)
    case .interval:
      let center = values.reduce(0, +) / Double(values.count)
      let spread = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
      add(levels.count, counts.count > 1 ? Double(values.count) * spread / others : 0)
    case .ratio, .ordinal:
      for (position, lower) in counts.enumerated() {
        for higher in counts[(position + 1)...] {
          let meetings = Double(lower.count * higher.count) / others
          if metric == .ordinal {
            let pair = indexOfPair[lower.level * levels.count + higher.level, default: 0]
            add(levels.count + pair, meetings)
          } else {
            add(levels.count, meetings * ratioDistance(levels[lower.level], levels[higher.level]))
          }
        }
      }
    }
  }

  /// How many ratings of a unit fall on which levels, ascending.
  private func counts(_ values: ArraySlice<Double>) -> [(level: Int, count: Int)] {
    var counts: [(level: Int, count: Int)] = []
    for value in values.sorted() {
      if let last = counts.last, levels[last.level] == value {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((level(of: value), 1))
      }
    }
    return counts
  }

  private func level(of value: Double) -> Int {
    var (low, high) = (0, levels.count)
    while low < high {
      let middle = (low + high) / 2
      if levels[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
