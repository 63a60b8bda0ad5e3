/// Krippendorff's α of a table with each rater in turn left out.
///
/// What a rater contributes is taken off the sums of the whole table, so that all raters together
/// cost about as much as one α. A unit in which a rater leaves one rating behind is left out with
/// it, as α has it.
///
/// - SeeAlso: ``KrippendorffAlpha``.
public struct AlphaWithoutRaters: Hashable, Sendable {
  /// α without each rater; `nil` where it has no value.
  public let estimates: [Double?]
  /// Why there is none.
  public let reasons: [NoValue?]

  /// Leaves out each rater in turn.
  ///
  /// - Parameters:
  ///   - ratings: Units in any order. Ratings are finite.
  ///   - metric: How distances between ratings are measured.
  /// - Throws: ``NoValue`` where the table as a whole has no pairable unit, and
  ///   ``NoValue/undefinedChanceTerm`` for a negative rating on a ratio scale.
  /// - Complexity: O(*n* *k*) for *n* ratings and *k* different ones within a unit; the ordinal
  ///   metric costs besides, for each rater, as much as there are levels and pairs of them that
  ///   meet, and the ratio metric the square of the number of levels once.
  public init(of ratings: Ratings, metric: AlphaMetric) throws(NoValue) {
    let sums = try WholeSums(of: ratings, metric: metric)
    var reduced = ReducedSums(sums)
    var estimates: [Double?] = []
    var reasons: [NoValue?] = []
    for places in Self.placesByRater(ratings) {
      do throws(NoValue) {
        estimates.append(try reduced.alpha(without: places))
        reasons.append(nil)
      } catch {
        estimates.append(nil)
        reasons.append(error)
      }
    }
    self.estimates = estimates
    self.reasons = reasons
  }

  /// Where the ratings of each rater stand, unit by unit.
  private static func placesByRater(_ ratings: Ratings) -> [[(unit: Int, place: Int)]] {
    var places = [[(unit: Int, place: Int)]](repeating: [], count: ratings.raterCount)
    for unit in 0..<ratings.unitCount {
      for place in ratings.range(of: unit) {
        places[Int(ratings.raters[place])].append((unit, place))
      }
    }
    return places
  }
}

/// The sums of a whole table.
private struct WholeSums {
  let ratings: Ratings
  let metric: AlphaMetric
  /// The different ratings of pairable units, ascending, and how many of them there are.
  let levels: [Double]
  var margins: [Int]
  /// The level of each rating.
  let levelOf: [Int32]
  /// Positions of the levels about their mean, so that squares keep their digits.
  let positions: [Double]
  /// Σ o_ck δ²_ck, for the metrics that do not depend on the margins.
  var disagreement = 0.0
  /// For the ordinal metric, the pairs of levels that meet, and how often.
  var pairs: [(low: Int32, high: Int32)] = []
  var meetings: [Double] = []
  private(set) var pairIndex: [Int: Int] = [:]
  /// Σ n_c², Σ n_c x_c and Σ n_c x_c² of the whole table.
  private(set) var countSquares = 0
  private(set) var positionSum = 0.0
  private(set) var positionSquares = 0.0
  /// For the ratio metric, Σ_k n_k δ²_ck of each level.
  private(set) var weighted: [Double] = []

  init(of ratings: Ratings, metric: AlphaMetric) throws(NoValue) {
    guard !ratings.values.isEmpty else { throw .noData }
    self.ratings = ratings
    self.metric = metric
    var found: Set<Double> = []
    for unit in 0..<ratings.unitCount where ratings.range(of: unit).count > 1 {
      found.formUnion(ratings.values(of: unit))
    }
    levels = found.sorted()
    guard let lowest = levels.first else { throw .noPairableUnits }
    guard metric != .ratio || lowest >= 0 else { throw .undefinedChanceTerm }
    var indexOfLevel: [Double: Int32] = [:]
    for (index, level) in levels.enumerated() { indexOfLevel[level] = Int32(index) }
    levelOf = ratings.values.map { indexOfLevel[$0, default: -1] }
    margins = [Int](repeating: 0, count: levels.count)
    var values = (sum: 0.0, count: 0.0)
    for place in ratings.values.indices where levelOf[place] >= 0 {
      values.sum += ratings.values[place]
      values.count += 1
    }
    let center = values.sum / values.count
    positions = levels.map { $0 - center }
    for unit in 0..<ratings.unitCount where ratings.range(of: unit).count > 1 {
      let counts = self.counts(of: unit)
      for (level, number) in counts { margins[level] += number }
      if metric == .ordinal {
        for (first, second, amount) in Self.coincidences(counts) { add(first, second, amount) }
      } else {
        disagreement += squares(counts) / Double(ratings.range(of: unit).count - 1)
      }
    }
    for (level, count) in margins.enumerated() {
      countSquares += count * count
      positionSum += Double(count) * positions[level]
      positionSquares += Double(count) * positions[level] * positions[level]
    }
    if metric == .ratio {
      weighted = levels.indices.map { level in
        levels.indices.reduce(0) { $0 + Double(margins[$1]) * distance(level, $1) }
      }
    }
  }

  private mutating func add(_ low: Int, _ high: Int, _ amount: Double) {
    let key = low * levels.count + high
    if let known = pairIndex[key] {
      meetings[known] += amount
    } else {
      pairIndex[key] = pairs.count
      pairs.append((Int32(low), Int32(high)))
      meetings.append(amount)
    }
  }

  /// How many ratings of a unit fall on each level that has any, ascending.
  func counts(of unit: Int) -> [(level: Int, number: Int)] {
    let sorted = ratings.range(of: unit).map { Int(levelOf[$0]) }.sorted()
    var counts: [(level: Int, number: Int)] = []
    for level in sorted {
      if counts.last?.level == level {
        counts[counts.count - 1].number += 1
      } else {
        counts.append((level, 1))
      }
    }
    return counts
  }

  /// o_ck of a unit, for pairs of different levels.
  static func coincidences(
    _ counts: [(level: Int, number: Int)]
  ) -> [(low: Int, high: Int, amount: Double)] {
    let size = counts.reduce(0) { $0 + $1.number }
    guard size > 1 else { return [] }
    var result: [(low: Int, high: Int, amount: Double)] = []
    for (position, low) in counts.enumerated() {
      for high in counts[(position + 1)...] where low.number * high.number > 0 {
        result.append(
          (low.level, high.level, Double(low.number * high.number) / Double(size - 1)))
      }
    }
    return result
  }

  /// Σ δ² over the pairs of ratings of a unit.
  func squares(_ counts: [(level: Int, number: Int)]) -> Double {
    let size = counts.reduce(0) { $0 + $1.number }
    switch metric {
    case .nominal:
      return Double(size * size - counts.reduce(0) { $0 + $1.number * $1.number }) / 2
    case .interval, .ordinal:
      // About the unit's own mean, so that equal ratings give an exact zero.
      let first = positions[counts[0].level]
      var (sum, square) = (0.0, 0.0)
      for (level, number) in counts {
        let x = positions[level] - first
        sum += Double(number) * x
        square += Double(number) * x * x
      }
      return max(0, Double(size) * square - sum * sum)
    case .ratio:
      var sum = 0.0
      for (position, low) in counts.enumerated() {
        for high in counts[(position + 1)...] {
          sum += Double(low.number * high.number) * distance(low.level, high.level)
        }
      }
      return sum
    }
  }

  /// δ² of two levels, where it does not depend on the margins.
  func distance(_ first: Int, _ second: Int) -> Double {
    guard first != second else { return 0 }
    switch metric {
    case .nominal: return 1
    case .interval, .ordinal:
      let gap = positions[first] - positions[second]
      return gap * gap
    case .ratio:
      let share = (levels[first] - levels[second]) / (levels[first] + levels[second])
      return share * share
    }
  }

  /// Σ n_c n_k δ²_ck over the positions of levels.
  static func spread(_ margins: [Int], _ positions: [Double], total: Int) -> Double {
    var sum = 0.0
    for (index, count) in margins.enumerated() { sum += Double(count) * positions[index] }
    let mean = sum / Double(total)
    var squares = 0.0
    for (index, count) in margins.enumerated() where count > 0 {
      squares += Double(count) * (positions[index] - mean) * (positions[index] - mean)
    }
    return Double(total) * squares
  }
}

/// The same sums with one rater taken off; what was taken off is put back after each.
private struct ReducedSums {
  private var whole: WholeSums
  /// How many ratings are taken off each level.
  private var taken: [Int]
  private var touched: [Int] = []
  private let total: Int

  init(_ whole: WholeSums) {
    self.whole = whole
    taken = [Int](repeating: 0, count: whole.levels.count)
    total = whole.margins.reduce(0, +)
  }

  mutating func alpha(without places: [(unit: Int, place: Int)]) throws(NoValue) -> Double {
    var observed = whole.disagreement
    var changes: [(pair: Int, amount: Double)] = []
    var start = 0
    while start < places.count {
      let unit = places[start].unit
      var end = start
      while end < places.count, places[end].unit == unit { end += 1 }
      let own = places[start..<end].map { Int(whole.levelOf[$0.place]) }
      let size = whole.ratings.range(of: unit).count
      if size > 1 {
        let counts = whole.counts(of: unit)
        var rest = counts
        for level in own {
          if let index = rest.firstIndex(where: { $0.level == level }) { rest[index].number -= 1 }
        }
        let isPairable = size - own.count > 1
        for (before, after) in zip(counts, rest) {
          take(before.number - (isPairable ? after.number : 0), from: before.level)
        }
        if whole.metric == .ordinal {
          let left = isPairable ? WholeSums.coincidences(rest) : []
          for (low, high, amount) in WholeSums.coincidences(counts) {
            changes.append((pair(low, high), -amount))
          }
          for (low, high, amount) in left { changes.append((pair(low, high), amount)) }
        } else {
          observed -= whole.squares(counts) / Double(size - 1)
          if isPairable {
            let kept = rest.filter { $0.number > 0 }
            observed += whole.squares(kept) / Double(size - own.count - 1)
          }
        }
      }
      start = end
    }
    for change in changes { whole.meetings[change.pair] += change.amount }
    defer {
      for change in changes { whole.meetings[change.pair] -= change.amount }
      for level in touched { taken[level] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return try alpha(observed: observed)
  }

  private mutating func take(_ number: Int, from level: Int) {
    guard number > 0 else { return }
    if taken[level] == 0 { touched.append(level) }
    taken[level] += number
  }

  private func pair(_ low: Int, _ high: Int) -> Int {
    whole.pairIndex[low * whole.levels.count + high, default: 0]
  }

  private func alpha(observed: Double) throws(NoValue) -> Double {
    let left = total - touched.reduce(0) { $0 + taken[$1] }
    guard left > 0 else { throw .noPairableUnits }
    let emptied = touched.count { taken[$0] == whole.margins[$0] }
    guard whole.levels.count - emptied > 1 else { throw .noVariation }
    var observed = observed
    let expected: Double
    switch whole.metric {
    case .nominal:
      var squares = whole.countSquares
      for level in touched {
        let (before, after) = (whole.margins[level], whole.margins[level] - taken[level])
        squares += after * after - before * before
      }
      expected = Double(left * left - squares) / 2
    case .interval:
      var (sum, square) = (whole.positionSum, whole.positionSquares)
      for level in touched {
        let x = whole.positions[level]
        sum -= Double(taken[level]) * x
        square -= Double(taken[level]) * x * x
      }
      expected = Double(left) * square - sum * sum
    case .ordinal:
      let margins = whole.margins.indices.map { whole.margins[$0] - taken[$0] }
      var below = 0
      let midranks = margins.map { count -> Double in
        defer { below += count }
        return Double(below) + Double(count) / 2
      }
      observed = 0
      for (index, pair) in whole.pairs.enumerated() {
        let gap = midranks[Int(pair.high)] - midranks[Int(pair.low)]
        observed += whole.meetings[index] * gap * gap
      }
      expected = WholeSums.spread(margins, midranks, total: left)
    case .ratio:
      var sum = 0.0
      for level in whole.levels.indices {
        sum += Double(whole.margins[level]) * whole.weighted[level]
      }
      for level in touched { sum -= 2 * Double(taken[level]) * whole.weighted[level] }
      for first in touched {
        for second in touched {
          sum += Double(taken[first] * taken[second]) * whole.distance(first, second)
        }
      }
      expected = sum / 2
    }
    return 1 - Double(left - 1) * max(0, observed) / expected
  }
}
