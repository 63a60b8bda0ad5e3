import RatingTables
import Statistics

/// The ratings of a table in an order of their own, so that the order of a file changes no digit.
///
/// Units stand by their ratings, then by name; raters by name. Units nobody rated and raters who
/// rated nothing are left out.
struct ComputedRatings {
  let ratings: Ratings
  /// The index in the table of each unit and rater.
  let units: [Int]
  let raters: [Int]

  init(of table: RatingTable) {
    let all = table.ratings
    var counts = [Int](repeating: 0, count: all.raterCount)
    for rater in all.raters { counts[Int(rater)] += 1 }
    let raters = counts.indices.filter { counts[$0] > 0 }
      .sorted { (table.raters[$0], $0) < (table.raters[$1], $1) }
    var sorted = all.values
    for unit in 0..<all.unitCount where all.range(of: unit).count > 1 {
      sorted[all.range(of: unit)].sort()
    }
    let units = (0..<all.unitCount).filter { !all.range(of: $0).isEmpty }.sorted { first, second in
      let (a, b) = (all.range(of: first), all.range(of: second))
      guard a.count == b.count else { return a.count < b.count }
      for (i, j) in zip(a, b) where sorted[i] != sorted[j] { return sorted[i] < sorted[j] }
      let names = (table.units[first], table.units[second])
      return names.0 == names.1 ? first < second : names.0 < names.1
    }
    var placeOfRater = [Int](repeating: -1, count: all.raterCount)
    for (place, rater) in raters.enumerated() { placeOfRater[rater] = place }
    var flatUnits: [Int] = []
    var flatRaters: [Int] = []
    var values: [Double] = []
    flatUnits.reserveCapacity(all.values.count)
    for (place, unit) in units.enumerated() {
      for index in all.range(of: unit) {
        flatUnits.append(place)
        flatRaters.append(placeOfRater[Int(all.raters[index])])
        values.append(all.values[index])
      }
    }
    ratings = Ratings(
      units: flatUnits, raters: flatRaters, values: values, unitCount: units.count,
      raterCount: raters.count)
    self.units = units
    self.raters = raters
  }
}

extension RatingTable {
  /// Whether the ratings take so many values that sums over all of them, or over pairs of them, cost
  /// more than the rest together.
  var hasManyLevels: Bool {
    categories.isEmpty && ratings.values.count > 2_000 && Set(ratings.values).count > 2_000
  }
}
