package import Analysis
package import Faults
import RatingTables
import Tables
package import TrialDesign

/// Ratings that were made elsewhere, read from a table as the rows of an analysis.
package struct AnalysisTable: Hashable, Sendable {
  /// The rows with the rules that were named: ready for `TrialResult(analyzing:)`.
  package var input: AnalysisInput
  /// How the table was read, in sentences without a full stop.
  package let notes: [String]
  /// How long the outputs of each condition are on average, in the table's own measure.
  package let meanLengths: [Condition: Double]
  /// Whether the table says which outputs repeat their prompt's own words.
  package let hasEchoes: Bool

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: CSV as UTF-8: one line a rating, or a run that brought back nothing to rate.
  ///   - name: What faults call the table.
  ///   - options: What is said of the ratings beside the table.
  /// - Throws: ``Faults``, all at once, each with line and column.
  /// - Complexity: O(*n*) in the number of bytes.
  package init(
    reading bytes: [UInt8], named name: String, options: AnalysisTableOptions
  ) throws(Faults) {
    let columns = try Columns(
      reading: bytes, named: name, separator: options.separator, limits: CSVLimits())
    let reader = try AnalysisTableReader(columns: columns, options: options)
    self = try reader.table()
  }

  init(
    input: AnalysisInput, notes: [String], meanLengths: [Condition: Double], hasEchoes: Bool
  ) {
    self.input = input
    self.notes = notes
    self.meanLengths = meanLengths
    self.hasEchoes = hasEchoes
  }
}
