package import RatingTables
import Statistics

/// One category of the scale: how often, and how far raters agree on it.
package struct CategoryProfile: Hashable, Sendable {
  package let category: RatingTable.Category
  /// How many ratings say so.
  package let count: Int
  /// Their share of all ratings, in 0...1.
  package let share: Double
  /// The chance that another rater of the unit says so too where one did.
  ///
  /// Σ r(r − 1) / (m − 1) over Σ r in units of m ≥ 2 ratings, r of which say so; none where nobody
  /// did in such a unit.
  package let specificAgreement: Double?
  /// (specific agreement − p) / (1 − p), p being its share of the ratings in these units.
  package let kappa: Double?
}

/// Two categories that raters of one unit choose side by side.
package struct Confusion: Hashable, Sendable {
  package let first: RatingTable.Category
  package let second: RatingTable.Category
  /// How often they meet in a unit, each pair of ratings weighing 1 / (m − 1) in a unit of m.
  package let meetings: Double
  /// Their share of all meetings of different categories, in 0...1.
  package let share: Double
}

/// What the coincidences of categories within units say of each category.
struct CategoryCoincidences {
  let profiles: [CategoryProfile]
  /// The most confused first; those that never meet are not in it.
  let confusions: [Confusion]

  /// Counts coincidences; empty where the scale has no categories.
  ///
  /// - Complexity: O(*n*) in the ratings and the square of how many categories meet in a unit.
  init(of table: RatingTable, _ ratings: Ratings) {
    let categories = table.categories
    var counts = [Int](repeating: 0, count: categories.count)
    var pairable = counts
    var alike = [Double](repeating: 0, count: categories.count)
    var meetings: [Int: Double] = [:]
    for unit in 0..<ratings.unitCount where !categories.isEmpty {
      let places = ratings.values(of: unit).compactMap(table.category).sorted()
      for place in places { counts[place] += 1 }
      guard places.count > 1 else { continue }
      let weight = 1 / Double(places.count - 1)
      let groups = Self.groups(of: places)
      for (index, (first, number)) in groups.enumerated() {
        pairable[first] += number
        alike[first] += Double(number * (number - 1)) * weight
        for (second, other) in groups[(index + 1)...] {
          meetings[first * categories.count + second, default: 0] += Double(number * other) * weight
        }
      }
    }
    let all = Double(max(counts.reduce(0, +), 1))
    let inPairs = Double(max(pairable.reduce(0, +), 1))
    profiles = categories.indices.map { index in
      let specific = pairable[index] > 0 ? alike[index] / Double(pairable[index]) : nil
      let share = Double(pairable[index]) / inPairs
      return CategoryProfile(
        category: categories[index], count: counts[index], share: Double(counts[index]) / all,
        specificAgreement: specific,
        kappa: specific.flatMap { share < 1 ? ($0 - share) / (1 - share) : nil })
    }
    let total = meetings.keys.sorted().reduce(0) { $0 + (meetings[$1] ?? 0) }
    confusions = meetings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { pair, amount in
      Confusion(
        first: categories[pair / categories.count], second: categories[pair % categories.count],
        meetings: amount, share: amount / total)
    }
  }

  private static func groups(of sorted: [Int]) -> [(category: Int, number: Int)] {
    var groups: [(category: Int, number: Int)] = []
    for category in sorted {
      if groups.last?.category == category {
        groups[groups.count - 1].number += 1
      } else {
        groups.append((category, 1))
      }
    }
    return groups
  }
}
