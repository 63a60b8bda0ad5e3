/// A table of ratings, tabulated once for as many coefficients as are asked of it.
///
/// Units nobody rated are left out before anything is computed. A category is a rating that
/// occurs, or one of the declared scale.
public struct AgreementTable: Hashable, Sendable {
  /// The scale, ascending: the declared categories and those found.
  public let categories: [Double]
  /// How many ratings each category has, in the same order.
  public let categoryTotals: [Int]
  /// How many raters there are, also such as rated nothing.
  public let raterCount: Int
  /// How many units have at least two ratings.
  public let pairableUnits: Int
  /// How many units every rater rated.
  public let completeUnits: Int
  /// How many of the complete units every rater put into the same category.
  public let unanimousUnits: Int
  /// The units that somebody rated, by index.
  let ratedUnits: [Int]
  /// All ratings, unit by unit; within a unit in the order of raters.
  let ratings: [Rating]
  /// Where the ratings of each rated unit start, and where the last ones end.
  let ratingStarts: [Int]
  /// r_ik: the categories of each rated unit, ascending, and how many ratings they have.
  let counts: [Count]
  /// Where the counts of each rated unit start, and where the last ones end.
  let countStarts: [Int]

  struct Rating: Hashable, Sendable {
    var category: Int32
    let rater: Int32
  }

  struct Count: Hashable, Sendable {
    let category: Int32
    var number: Int32
  }

  /// How many units were rated at all.
  public var unitCount: Int { ratedUnits.count }
  /// How many ratings there are.
  public var ratingCount: Int { ratings.count }

  /// Tabulates ratings.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Ratings are finite.
  ///   - categories: The scale, where it was declared: unused categories count, and a rating that
  ///     is not among them is a category of its own. `nil`: the categories are those found.
  /// - Throws: ``NoValue/noData`` where nobody rated anything.
  /// - Complexity: O(*n* + *q* log *q*) in the numbers of ratings, missing ones included, and
  ///   categories.
  public init(of ratings: [[Double?]], categories: [Double]? = nil) throws(NoValue) {
    try self.init(of: Ratings(ratings), categories: categories)
  }

  /// Tabulates ratings of which most may be missing.
  ///
  /// - Parameters:
  ///   - ratings: Units in any order. Ratings are finite.
  ///   - categories: The scale, where it was declared, as above.
  /// - Throws: ``NoValue/noData`` where nobody rated anything.
  /// - Complexity: O(*n* + *q* log *q*) in the numbers of ratings and categories.
  public init(of ratings: Ratings, categories: [Double]? = nil) throws(NoValue) {
    var index = CategoryIndex()
    for category in categories ?? [] { _ = index.number(of: category) }
    let rated = (0..<ratings.unitCount).filter { !ratings.range(of: $0).isEmpty }
    guard !rated.isEmpty else { throw .noData }
    var flat = zip(ratings.values, ratings.raters).map { value, rater in
      Rating(category: index.number(of: value), rater: rater)
    }
    let ranks = index.ranks
    for position in flat.indices {
      flat[position].category = ranks[Int(flat[position].category)]
    }
    let starts = rated.map { ratings.starts[$0] } + [flat.count]
    let tally = Tally(flat, starts: starts, categoryCount: ranks.count)
    self.categories = index.values.sorted()
    self.ratings = flat
    ratedUnits = rated
    ratingStarts = starts
    raterCount = ratings.raterCount
    pairableUnits = zip(starts, starts.dropFirst()).count { $1 - $0 > 1 }
    counts = tally.counts
    countStarts = tally.starts
    categoryTotals = tally.totals
    let complete = ratings.completeUnits
    completeUnits = complete.count
    unanimousUnits = complete.count { unit in
      let values = ratings.values(of: unit)
      return values.allSatisfy { $0 == values.first }
    }
  }

  /// r_i, how many ratings a rated unit has.
  func size(of unit: Int) -> Int { ratingStarts[unit + 1] - ratingStarts[unit] }

  /// The categories of a rated unit, ascending, with their counts.
  func counts(of unit: Int) -> ArraySlice<Count> {
    counts[countStarts[unit]..<countStarts[unit + 1]]
  }

  /// Whether all ratings are the same.
  var isConstant: Bool { categoryTotals.count { $0 > 0 } == 1 }

  /// π_k, the share of a category in the ratings of a unit, as a mean over all rated units.
  var meanShares: [Double] {
    var sums = [Double](repeating: 0, count: categories.count)
    for unit in 0..<unitCount {
      let size = Double(size(of: unit))
      for count in counts(of: unit) { sums[Int(count.category)] += Double(count.number) / size }
    }
    return sums.map { $0 / Double(unitCount) }
  }
}

extension AgreementTable {
  /// Numbers the different ratings in the order in which they come.
  private struct CategoryIndex {
    private(set) var values: [Double] = []
    /// The number of a small whole rating, which most are: no hashing for them.
    private var whole = [Int32](repeating: -1, count: 1024)
    private var other: [Double: Int32] = [:]

    mutating func number(of value: Double) -> Int32 {
      if value >= 0, value < 1024 {
        let position = Int(value)
        if Double(position) == value {
          if whole[position] < 0 { whole[position] = next(value) }
          return whole[position]
        }
      }
      if let known = other[value] { return known }
      let number = next(value)
      other[value] = number
      return number
    }

    /// The place of each numbered rating among all, ascending.
    var ranks: [Int32] {
      let order = values.indices.sorted { values[$0] < values[$1] }
      var ranks = [Int32](repeating: 0, count: values.count)
      for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
      return ranks
    }

    private mutating func next(_ value: Double) -> Int32 {
      values.append(value)
      return Int32(values.count - 1)
    }
  }

  /// Counts the categories within units.
  private struct Tally {
    private(set) var counts: [Count] = []
    private(set) var starts = [0]
    private(set) var totals: [Int]

    init(_ ratings: [Rating], starts ratingStarts: [Int], categoryCount: Int) {
      totals = [Int](repeating: 0, count: categoryCount)
      // One array serves all units: what a unit touched is cleared again after it.
      var numbers = [Int32](repeating: 0, count: categoryCount)
      var touched: [Int32] = []
      for unit in 0..<(ratingStarts.count - 1) {
        for position in ratingStarts[unit]..<ratingStarts[unit + 1] {
          let category = ratings[position].category
          if numbers[Int(category)] == 0 { touched.append(category) }
          numbers[Int(category)] += 1
        }
        if touched.count > 1 { touched.sort() }
        for category in touched {
          counts.append(Count(category: category, number: numbers[Int(category)]))
          totals[Int(category)] += Int(numbers[Int(category)])
          numbers[Int(category)] = 0
        }
        touched.removeAll(keepingCapacity: true)
        starts.append(counts.count)
      }
    }
  }
}
