import Faults
import RatingTables
import Statistics

/// Reads a text as a table.
func read(
  _ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }
) throws(Faults) -> RatingTable {
  var options = ReadingOptions()
  change(&options)
  return try RatingTable(reading: Array(text.utf8), named: "t.csv", options: options)
}

extension RatingTable {
  /// The ratings as they are shown, one row a unit, one place a rater.
  var grid: [[String]] {
    var rows = units.map { _ in raters.map { _ in "" } }
    for unit in units.indices {
      for place in ratings.range(of: unit) {
        rows[unit][Int(ratings.raters[place])] = label(of: ratings.values[place])
      }
    }
    return rows
  }
}
