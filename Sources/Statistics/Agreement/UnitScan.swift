/// Takes units apart into levels and pairs of levels.
///
/// Each rating is looked up once; from there on levels are small whole numbers.
struct UnitScan {
  /// The different ratings of the units, ascending.
  let levels: [Double]
  /// The lower and the higher level of each pair that ``meet(_:)`` found, in the order found.
  private(set) var pairLevels: [(Int32, Int32)] = []

  private let ratings: Ratings
  private let metric: AlphaMetric
  /// The level of each rating of the units, by its place.
  private let levelOfPlace: [Int32]
  private var pairs: LevelPairs
  /// How many ratings of the unit at hand fall on each level, and the levels where that is not 0.
  private var counts: [Int]
  private var levelsAtHand: [Int] = []

  /// Looks ratings up.
  ///
  /// - Parameters:
  ///   - ratings: The ratings.
  ///   - units: The units that take part, by index.
  ///   - metric: How distances between ratings are measured.
  init(of ratings: Ratings, units: [Int], metric: AlphaMetric) {
    var found: [Double] = []
    var indexOfValue: [Double: Int32] = [:]
    // Most ratings repeat one of a few: these are not looked up again.
    var recent = [(value: Double, index: Int32)](repeating: (.nan, 0), count: 64)
    var places = [Int32](repeating: 0, count: ratings.values.count)
    for unit in units {
      for place in ratings.range(of: unit) {
        let value = ratings.values[place]
        let slot = Int(truncatingIfNeeded: (value.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 58)
        if recent[slot].value != value {
          let index = indexOfValue[value] ?? Int32(found.count)
          if Int(index) == found.count {
            indexOfValue[value] = index
            found.append(value)
          }
          recent[slot] = (value, index)
        }
        places[place] = recent[slot].index
      }
    }
    let order = found.indices.sorted { found[$0] < found[$1] }
    var levelOfIndex = [Int32](repeating: 0, count: found.count)
    for (level, index) in order.enumerated() { levelOfIndex[index] = Int32(level) }
    if !found.isEmpty {
      for place in places.indices { places[place] = levelOfIndex[Int(places[place])] }
    }
    levels = order.map { found[$0] }
    levelOfPlace = places
    counts = [Int](repeating: 0, count: levels.count)
    pairs = LevelPairs(levelCount: levels.count)
    self.ratings = ratings
    self.metric = metric
  }

  /// Notes which pairs of levels meet in a unit.
  mutating func meet(_ units: [Int]) {
    let most = levels.count * (levels.count - 1) / 2
    for unit in units where pairLevels.count < most {
      tally(unit)
      for (position, lower) in levelsAtHand.enumerated() {
        for higher in levelsAtHand[(position + 1)...]
        where pairs.insert(lower, higher, as: pairLevels.count) {
          pairLevels.append((Int32(lower), Int32(higher)))
        }
      }
      clear()
    }
  }

  /// Hands over what a unit contributes, with a rater left out or without; nothing where it then has
  /// fewer than two ratings.
  mutating func contribute(
    _ unit: Int, without rater: Int32? = nil, _ add: (_ lane: Int, _ amount: Double) -> Void
  ) {
    tally(unit, without: rater)
    defer { clear() }
    let size = levelsAtHand.reduce(0) { $0 + counts[$1] }
    guard size > 1 else { return }
    for level in levelsAtHand { add(level, Double(counts[level])) }
    let others = Double(size - 1)
    switch metric {
    case .nominal:
      let alike = levelsAtHand.reduce(0) { $0 + counts[$1] * counts[$1] }
      add(levels.count, Double(size * size - alike) / 2 / others)
    case .interval:
      add(levels.count, Self.squaredDisagreement(values(of: unit, without: rater)))
    case .ratio, .ordinal:
      for (position, lower) in levelsAtHand.enumerated() {
        for higher in levelsAtHand[(position + 1)...] {
          let meetings = Double(counts[lower] * counts[higher]) / others
          if metric == .ordinal {
            add(levels.count + pairs.index(lower, higher), meetings)
          } else {
            add(levels.count, meetings * AlphaMetric.ratioDistance(levels[lower], levels[higher]))
          }
        }
      }
    }
  }

  /// Hands over what a unit contributes to the interval metric where levels are many: how many
  /// ratings it has, their moments about a center, and their disagreement.
  func contributeMoments(
    _ unit: Int, without rater: Int32? = nil, about center: Double,
    _ add: (_ lane: Int, _ amount: Double) -> Void
  ) {
    let values = values(of: unit, without: rater)
    guard values.count > 1 else { return }
    add(0, Double(values.count))
    add(1, values.reduce(0) { $0 + ($1 - center) })
    add(2, values.reduce(0) { $0 + ($1 - center) * ($1 - center) })
    add(3, Self.squaredDisagreement(values))
  }

  private func values(of unit: Int, without rater: Int32?) -> ArraySlice<Double> {
    guard let rater else { return ratings.values(of: unit) }
    return ArraySlice(
      ratings.range(of: unit).filter { ratings.raters[$0] != rater }.map { ratings.values[$0] })
  }

  /// Σ o_ck (c − k)² of a unit's ratings; exactly 0 where all are the same.
  private static func squaredDisagreement(_ values: ArraySlice<Double>) -> Double {
    guard values.contains(where: { $0 != values.first }) else { return 0 }
    let center = values.reduce(0, +) / Double(values.count)
    let spread = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    return Double(values.count) * spread / Double(values.count - 1)
  }

  /// Counts the ratings of a unit by level, levels ascending.
  private mutating func tally(_ unit: Int, without rater: Int32? = nil) {
    for place in ratings.range(of: unit) where ratings.raters[place] != rater {
      let level = Int(levelOfPlace[place])
      if counts[level] == 0 { levelsAtHand.append(level) }
      counts[level] += 1
    }
    levelsAtHand.sort()
  }

  private mutating func clear() {
    for level in levelsAtHand { counts[level] = 0 }
    levelsAtHand.removeAll(keepingCapacity: true)
  }
}

/// Numbers of pairs of levels: in a table where there are few levels, else by look-up.
private struct LevelPairs {
  private let levelCount: Int
  private var table: [Int32]
  private var numbers: [Int: Int] = [:]

  private static let mostInTable = 256

  init(levelCount: Int) {
    self.levelCount = levelCount
    let isTable = levelCount <= Self.mostInTable
    table = isTable ? [Int32](repeating: -1, count: levelCount * levelCount) : []
  }

  /// Gives a pair its number; false where it has one.
  mutating func insert(_ lower: Int, _ higher: Int, as number: Int) -> Bool {
    let pair = lower * levelCount + higher
    if table.isEmpty {
      guard numbers[pair] == nil else { return false }
      numbers[pair] = number
    } else {
      guard table[pair] < 0 else { return false }
      table[pair] = Int32(number)
    }
    return true
  }

  /// The number of a pair that has one.
  func index(_ lower: Int, _ higher: Int) -> Int {
    let pair = lower * levelCount + higher
    return table.isEmpty ? numbers[pair, default: 0] : Int(table[pair])
  }
}

extension AlphaMetric {
  /// δ² of the ratio metric, for two different levels.
  static func ratioDistance(_ first: Double, _ second: Double) -> Double {
    let share = (first - second) / (first + second)
    return share * share
  }
}
