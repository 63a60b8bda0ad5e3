import RatingTables
import Statistics

/// One rater beside the others.
package struct RaterProfile: Hashable, Sendable {
  package let name: String
  /// How many units they rated.
  package let ratingCount: Int
  /// How many ratings of others stand beside theirs.
  package let pairCount: Int
  /// The share of these that are the same as theirs, in 0...1; none without any.
  package let agreement: Double?
  /// Krippendorff's alpha of the table without them.
  package let alphaWithout: Double?
  /// Why there is none.
  package let alphaWithoutReason: Coefficient.Reason?
  /// The mean of their ratings; none on a nominal scale.
  package let mean: Double?
  /// How far their ratings lie above the mean of the others' ratings of the same units, as a mean
  /// over units; none on a nominal scale and without such units.
  package let leniency: Double?
  /// How far their ratings lie from the mean of the others', either way, as a mean over units; none
  /// on a nominal scale and without such units.
  package let distance: Double?
  /// Leniency by least squares in y = μ + unit + rater + e, the raters' effects summing to zero;
  /// none but on numbers, for raters who are not connected by units, and of many raters.
  package let severity: Double?
  /// Its standard error.
  package let severityError: Double?
  /// How often they used each category, in the scale's order; empty where there are none.
  package let categoryCounts: [Int]
  /// What they said every time; none where they said different things or rated nothing.
  package let onlyValue: Double?

  /// Profiles all raters of a table, in its order, in one pass over the ratings.
  static func profiles(
    of table: RatingTable, _ computed: ComputedRatings
  ) -> [RaterProfile] {
    let tallies = Tallies(table, computed.ratings)
    // Ranks and ratios of very many levels take a sum over them for each rater.
    let isTooLarge = (table.scale == .ordinal || table.scale == .ratio) && table.hasManyLevels
    let without =
      isTooLarge
      ? nil : try? AlphaWithoutRaters(of: computed.ratings, metric: table.scale.metric)
    var placeOfRater = [Int?](repeating: nil, count: table.raters.count)
    for (place, rater) in computed.raters.enumerated() { placeOfRater[rater] = place }
    let hasOrder = table.scale != .nominal
    let effects = severities(of: table, computed.ratings)
    return table.raters.enumerated().map { rater, name in
      guard let place = placeOfRater[rater] else { return RaterProfile(silent: name, table) }
      let tally = tallies.raters[place]
      return RaterProfile(
        name: name, ratingCount: tally.ratings, pairCount: tally.pairs,
        agreement: tally.pairs > 0 ? Double(tally.equalPairs) / Double(tally.pairs) : nil,
        alphaWithout: without?.estimates[place],
        alphaWithoutReason: without.map { $0.reasons[place].map(Coefficient.Reason.noValue) }
          ?? (isTooLarge ? .tooLarge : .noValue(.noPairableUnits)),
        mean: hasOrder ? tally.sum / Double(tally.ratings) : nil,
        leniency: hasOrder && tally.sharedUnits > 0
          ? tally.excess / Double(tally.sharedUnits) : nil,
        distance: hasOrder && tally.sharedUnits > 0
          ? tally.distance / Double(tally.sharedUnits) : nil,
        severity: effects?[place].fixed, severityError: effects?[place].fixedStandardError,
        categoryCounts: tally.categories, onlyValue: tally.varies ? nil : tally.first)
    }
  }

  /// Raters' effects in a linear model, where the ratings are numbers and raters are few.
  private static func severities(
    of table: RatingTable, _ ratings: Ratings
  ) -> [RaterSeverity.Effect]? {
    guard table.scale.isNumeric, ratings.raterCount <= 100, ratings.values.count <= 20_000 else {
      return nil
    }
    // Where there is no model there is no severity, and the other columns say what there is.
    return (try? RaterSeverity(of: ratings))?.effects
  }

  private init(
    name: String, ratingCount: Int, pairCount: Int, agreement: Double?, alphaWithout: Double?,
    alphaWithoutReason: Coefficient.Reason?, mean: Double?, leniency: Double?, distance: Double?,
    severity: Double?, severityError: Double?, categoryCounts: [Int], onlyValue: Double?
  ) {
    self.name = name
    self.ratingCount = ratingCount
    self.pairCount = pairCount
    self.agreement = agreement
    self.alphaWithout = alphaWithout
    self.alphaWithoutReason = alphaWithoutReason
    self.mean = mean
    self.leniency = leniency
    self.distance = distance
    self.severity = severity
    self.severityError = severityError
    self.categoryCounts = categoryCounts
    self.onlyValue = onlyValue
  }

  /// A rater who rated nothing.
  private init(silent name: String, _ table: RatingTable) {
    self.init(
      name: name, ratingCount: 0, pairCount: 0, agreement: nil, alphaWithout: nil,
      alphaWithoutReason: .noValue(.noData), mean: nil, leniency: nil, distance: nil, severity: nil,
      severityError: nil,
      categoryCounts: table.categories.map { _ in 0 }, onlyValue: nil)
  }
}

/// What is counted of each rater.
private struct Tallies {
  struct Tally {
    var ratings = 0
    var pairs = 0
    var equalPairs = 0
    var sharedUnits = 0
    var sum = 0.0
    var excess = 0.0
    var distance = 0.0
    var first: Double?
    var varies = false
    var categories: [Int]
  }

  private(set) var raters: [Tally]

  init(_ table: RatingTable, _ ratings: Ratings) {
    // Many raters and many categories make no useful table of both.
    let width =
      table.categories.count * ratings.raterCount <= 1_000_000 ? table.categories.count : 0
    raters = Array(
      repeating: Tally(categories: Array(repeating: 0, count: width)), count: ratings.raterCount)
    for unit in 0..<ratings.unitCount {
      let range = ratings.range(of: unit)
      let values = ratings.values(of: unit)
      let sum = values.reduce(0, +)
      let sorted = values.sorted()
      for place in range {
        let value = ratings.values[place]
        let rater = Int(ratings.raters[place])
        raters[rater].add(value)
        if width > 0, let category = table.category(of: value) {
          raters[rater].categories[category] += 1
        }
        guard range.count > 1 else { continue }
        raters[rater].pairs += range.count - 1
        raters[rater].equalPairs += Self.count(of: value, in: sorted) - 1
        raters[rater].sharedUnits += 1
        let excess = value - (sum - value) / Double(range.count - 1)
        raters[rater].excess += excess
        raters[rater].distance += abs(excess)
      }
    }
  }

  /// How often a value stands in a sorted list.
  private static func count(of value: Double, in sorted: [Double]) -> Int {
    guard sorted.count > 16 else { return sorted.count { $0 == value } }
    func place(_ isBefore: (Double) -> Bool) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(sorted[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return place { $0 <= value } - place { $0 < value }
  }
}

extension Tallies.Tally {
  fileprivate mutating func add(_ value: Double) {
    ratings += 1
    sum += value
    if let first, first != value { varies = true }
    first = first ?? value
  }
}
