/// The coincidences of ratings within units, in sums that resamples can add up.
struct Coincidences {
  /// What a unit, or some units together, contribute.
  struct Contribution: Hashable {
    /// How many pairable ratings fall on a level, level by level as far as there are any.
    var margins: [Int: Int] = [:]
    /// o_ck, how often two different levels meet, by the index of the pair.
    var pairs: [Int: Double] = [:]
    /// Σ o_ck δ²_ck, for the metrics that do not depend on the margins.
    var disagreement = 0.0
  }

  let metric: AlphaMetric
  /// The different ratings of pairable units, ascending.
  let levels: [Double]
  /// One element a unit; empty where it has fewer than two ratings.
  let units: [Contribution]
  /// The lower and the higher level of each pair of levels that meets in a unit.
  let pairLevels: [(Int, Int)]

  /// Counts coincidences.
  ///
  /// - Throws: ``NoValue`` where there is no unit with two ratings, or a rating on a ratio scale is
  ///   negative.
  init(of ratings: [[Double?]], metric: AlphaMetric) throws(NoValue) {
    let present = ratings.map { $0.compactMap { $0 } }
    guard present.contains(where: { !$0.isEmpty }) else { throw .noData }
    let pairable = present.map { $0.count > 1 ? $0 : [] }
    let levels = Set(pairable.joined()).sorted()
    guard let lowest = levels.first else { throw .noPairableUnits }
    guard metric != .ratio || lowest >= 0 else { throw .undefinedChanceTerm }
    var indexOfLevel: [Double: Int] = [:]
    for (index, level) in levels.enumerated() { indexOfLevel[level] = index }
    var pairLevels: [(Int, Int)] = []
    var indexOfPair: [[Int]: Int] = [:]
    units = pairable.map { values in
      var unit = Contribution()
      for value in values { unit.margins[indexOfLevel[value, default: 0], default: 0] += 1 }
      let counts = unit.margins.sorted { $0.key < $1.key }
      for (position, lower) in counts.enumerated() {
        for higher in counts[(position + 1)...] {
          let meetings = Double(lower.value * higher.value) / Double(values.count - 1)
          if metric == .ordinal {
            let pair = [lower.key, higher.key]
            if indexOfPair[pair] == nil {
              indexOfPair[pair] = pairLevels.count
              pairLevels.append((lower.key, higher.key))
            }
            unit.pairs[indexOfPair[pair, default: 0]] = meetings
          } else {
            unit.disagreement +=
              meetings * Self.squaredDistance(levels[lower.key], levels[higher.key], metric)
          }
        }
      }
      return unit
    }
    self.metric = metric
    self.levels = levels
    self.pairLevels = pairLevels
  }

  /// The sum of some units, each given by index; one may be given twice.
  func sum(of indices: [Int]) -> Contribution {
    var total = Contribution()
    for index in indices {
      let unit = units[index]
      for (level, count) in unit.margins { total.margins[level, default: 0] += count }
      for (pair, amount) in unit.pairs { total.pairs[pair, default: 0] += amount }
      total.disagreement += unit.disagreement
    }
    return total
  }

  private static func squaredDistance(
    _ first: Double, _ second: Double, _ metric: AlphaMetric
  ) -> Double {
    switch metric {
    case .nominal: return first == second ? 0 : 1
    case .interval: return (first - second) * (first - second)
    case .ratio:
      guard first != second else { return 0 }
      let share = (first - second) / (first + second)
      return share * share
    case .ordinal: preconditionFailure("ordinal distances depend on the margins")
    }
  }

  /// α from how often each level was met and each pair of levels coincided.
  ///
  /// - Throws: ``NoValue/noPairableUnits``, and ``NoValue/noVariation`` where one level is all
  ///   there is.
  func alpha(margins: [Int], pairs: [Double], disagreement: Double) throws(NoValue) -> Double {
    let total = margins.reduce(0, +)
    guard total > 0 else { throw .noPairableUnits }
    guard !margins.contains(total) else { throw .noVariation }
    let observed: Double
    let expected: Double
    switch metric {
    case .nominal:
      observed = disagreement
      expected = Double(total * total - margins.reduce(0) { $0 + $1 * $1 }) / 2
    case .interval:
      observed = disagreement
      expected = Self.pairwiseSquares(of: levels, margins, total)
    case .ordinal:
      // The levels' distance is that of their mid-ranks.
      var below = 0
      var midranks: [Double] = []
      for count in margins {
        midranks.append(Double(below) + Double(count) / 2)
        below += count
      }
      var sum = 0.0
      for (index, amount) in pairs.enumerated() where amount != 0 {
        let distance = midranks[pairLevels[index].1] - midranks[pairLevels[index].0]
        sum += amount * distance * distance
      }
      observed = sum
      expected = Self.pairwiseSquares(of: midranks, margins, total)
    case .ratio:
      observed = disagreement
      var sum = 0.0
      for lower in margins.indices where margins[lower] > 0 {
        for higher in margins.indices.dropFirst(lower + 1) where margins[higher] > 0 {
          sum +=
            Double(margins[lower] * margins[higher])
            * Self.squaredDistance(levels[lower], levels[higher], .ratio)
        }
      }
      expected = sum
    }
    return 1 - Double(total - 1) * observed / expected
  }

  /// Σ n_c n_k (x_c − x_k)² over pairs, from the spread about the mean.
  private static func pairwiseSquares(
    of positions: [Double], _ counts: [Int], _ total: Int
  ) -> Double {
    var sum = 0.0
    for (index, count) in counts.enumerated() { sum += Double(count) * positions[index] }
    let center = sum / Double(total)
    var squares = 0.0
    for (index, count) in counts.enumerated() {
      let distance = positions[index] - center
      squares += Double(count) * distance * distance
    }
    return Double(total) * squares
  }
}
