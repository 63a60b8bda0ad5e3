import RatingTables
import Statistics

/// A unit that splits its raters.
package struct SplitUnit: Hashable, Sendable {
  /// What one rater said of it.
  package struct Rating: Hashable, Sendable {
    package let rater: String
    package let value: Double
    package let label: String
  }

  package let name: String
  /// Its share of all disagreement, as alpha counts it, in 0...1.
  package let share: Double
  /// In the raters' order.
  package let ratings: [Rating]

  /// The units that split their raters most, those that stand earlier in the table first among
  /// equals.
  ///
  /// A unit of m ratings disagrees by Σ δ² / (m − 1) over its pairs, δ² being alpha's distance.
  static func top(
    _ count: Int, of table: RatingTable, _ computed: ComputedRatings
  ) -> [SplitUnit] {
    let position = positions(table, computed.ratings)
    let ratings = table.ratings
    var amounts: [(unit: Int, amount: Double)] = []
    for unit in 0..<ratings.unitCount where ratings.range(of: unit).count > 1 {
      let amount = disagreement(of: ratings.values(of: unit), table.scale, position)
      if amount > 0 { amounts.append((unit, amount)) }
    }
    // Summed in an order that the table's lines do not change.
    let total = amounts.map(\.amount).sorted().reduce(0, +)
    let sorted = amounts.sorted { ($1.amount, $0.unit) < ($0.amount, $1.unit) }
    return sorted.prefix(count).map { unit, amount in
      SplitUnit(
        name: table.units[unit], share: amount / total,
        ratings: ratings.range(of: unit).map { place in
          let value = ratings.values[place]
          return Rating(
            rater: table.raters[Int(ratings.raters[place])], value: value,
            label: table.label(of: value))
        })
    }
  }

  /// Where each rating lies for the distances: mid-ranks on an ordinal scale.
  private static func positions(_ table: RatingTable, _ ratings: Ratings) -> [Double: Double] {
    guard table.scale == .ordinal else { return [:] }
    var counts: [Double: Int] = [:]
    for unit in 0..<ratings.unitCount where ratings.range(of: unit).count > 1 {
      for value in ratings.values(of: unit) { counts[value, default: 0] += 1 }
    }
    var below = 0
    var positions: [Double: Double] = [:]
    for (value, count) in counts.sorted(by: { $0.key < $1.key }) {
      positions[value] = Double(below) + Double(count) / 2
      below += count
    }
    return positions
  }

  private static func disagreement(
    of values: ArraySlice<Double>, _ scale: RatingScale, _ position: [Double: Double]
  ) -> Double {
    let size = Double(values.count)
    switch scale {
    case .nominal:
      let sorted = values.sorted()
      var squares = 0
      var run = 0
      for (index, value) in sorted.enumerated() {
        run = index > 0 && value == sorted[index - 1] ? run + 1 : 1
        // 1 + 3 + 5 + … is the square of how many there are.
        squares += 2 * run - 1
      }
      return (size * size - Double(squares)) / 2 / (size - 1)
    case .interval, .ordinal:
      let places = values.map { position[$0] ?? $0 }.sorted()
      let mean = places.reduce(0) { $0 + ($1 - places[0]) } / size
      return size * places.reduce(0) { $0 + ($1 - places[0] - mean) * ($1 - places[0] - mean) }
        / (size - 1)
    case .ratio:
      let sorted = values.sorted()
      var sum = 0.0
      for (index, low) in sorted.enumerated() {
        for high in sorted[(index + 1)...] where high > low {
          let share = (high - low) / (high + low)
          sum += share * share
        }
      }
      return sum / (size - 1)
    }
  }
}
