/// The coincidences of ratings within units, in sums that resamples can add up.
///
/// The lanes of ``sums`` are first how many pairable ratings fall on each level, then, for the
/// ordinal metric, how often the levels of each pair that is found meet, for the others the one
/// sum Σ o_ck δ²_ck. Many levels of the interval metric are three sums in place of the margins:
/// how many ratings there are, and their first and second moments about ``center``.
struct Coincidences: Sendable {
  private let scan: UnitScan
  private let metric: AlphaMetric
  /// What moments are taken about; `nil` where margins are kept.
  private let center: Double?
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
    var scan = UnitScan(of: ratings, units: pairable, metric: metric)
    guard let lowest = scan.levels.first else { throw .noPairableUnits }
    guard metric != .ratio || lowest >= 0 else { throw .undefinedChanceTerm }
    if metric == .ordinal { scan.meet(pairable) }
    let center =
      metric == .interval && scan.levels.count > Self.mostMargins
      ? pairable.reduce(0) {
        $0 + ratings.values(of: $1).reduce(0, +) / Double(ratings.values.count)
      }
      : nil
    let marginCount = center == nil ? scan.levels.count : 3
    sums = ResampledSums(
      laneCount: marginCount + (metric == .ordinal ? scan.pairLevels.count : 1), units: rated,
      clusters: clusters
    ) { unit, add in
      Self.contribute(unit, without: nil, &scan, about: center, add)
    }
    self.scan = scan
    self.center = center
    self.metric = metric
    pairableUnits = pairable.count
  }

  /// The different ratings of pairable units, ascending.
  private var levels: [Double] { scan.levels }

  private static func contribute(
    _ unit: Int, without rater: Int32?, _ scan: inout UnitScan, about center: Double?,
    _ add: (_ lane: Int, _ amount: Double) -> Void
  ) {
    if let center {
      scan.contributeMoments(unit, without: rater, about: center, add)
    } else {
      scan.contribute(unit, without: rater, add)
    }
  }

  /// The sums over all units without what one rater gave.
  ///
  /// - Parameters:
  ///   - rater: Who is left out, by index.
  ///   - units: The units that the rater rated, once each.
  ///   - whole: The sums over all units.
  /// - Returns: The same sums as of a table without the rater, but for rounding of those that are
  ///   no counts.
  func sums(without rater: Int, in units: [Int], of whole: [Double]) -> [Double] {
    var scan = scan
    var sums = whole
    for unit in units {
      Self.contribute(unit, without: nil, &scan, about: center) { sums[$0] -= $1 }
      Self.contribute(unit, without: Int32(rater), &scan, about: center) { sums[$0] += $1 }
    }
    return sums
  }

  /// The interval metric keeps margins of up to so many levels, which lie side by side.
  private static let mostMargins = 63

  /// How many pairable ratings are in some sums.
  func total(_ sums: [Double]) -> Double {
    center == nil ? sums[..<levels.count].reduce(0, +) : sums[0]
  }

  /// α from the sums over some units.
  ///
  /// - Throws: ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where one level is all there
  ///   is, and ``NoValue/undefinedChanceTerm`` where numbers are too large to be squared.
  func alpha(_ sums: [Double]) throws(NoValue) -> Double {
    let total = total(sums)
    guard total > 0 else { throw .noPairableUnits }
    guard center == nil else {
      let expected = total * sums[2] - sums[1] * sums[1]
      // What is left of equal ratings is rounding.
      guard expected > 1e-13 * total * sums[2] else { throw .noVariation }
      let alpha = 1 - (total - 1) * sums[3] / expected
      guard alpha.isFinite else { throw .undefinedChanceTerm }
      return alpha
    }
    let margins = sums[..<levels.count]
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
      for (pair, (lower, higher)) in scan.pairLevels.enumerated() {
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
          sum +=
            margins[lower] * margins[higher]
            * AlphaMetric.ratioDistance(levels[lower], levels[higher])
        }
      }
      expected = sum
    }
    let alpha = 1 - (total - 1) * observed / expected
    // Squares of numbers near the largest there are have no value.
    guard alpha.isFinite else { throw .undefinedChanceTerm }
    return alpha
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
