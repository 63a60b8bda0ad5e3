package import Tables

/// What the user says of a table, where reading it would otherwise have to guess.
///
/// Columns are given by their name, in any case, or by their number from 1. In a list of columns,
/// categories or missing words `a,b` is two of them, unless a cell of the table is `a,b`.
package struct ReadingOptions: Hashable, Sendable {
  /// A condition on the lines that are read: `question=theme`.
  package struct Filter: Hashable, Sendable {
    package let column: String
    package let value: String

    package init(column: String, value: String) {
      self.column = column
      self.value = value
    }

    /// Reads `column=value`; `nil` for a text without an equals sign.
    package init?(_ text: String) {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
      self.init(
        column: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
    }
  }

  /// How the table is laid out; `nil` finds out.
  package var layout: TableLayout?
  /// Whether the first line holds names; `nil` finds out.
  package var hasHeader: Bool?
  /// The column of the units; `none` says that a wide table has no such column.
  package var unit: String?
  /// The column of the raters of a long table.
  package var rater: String?
  /// The column of the ratings of a long table.
  package var value: String?
  /// The columns of a wide table that are raters.
  package var raters: [String] = []
  /// Only lines that meet all of these are read.
  package var filters: [Filter] = []
  /// What may be computed with the ratings; `nil` guesses.
  package var scale: RatingScale?
  /// The scale's categories in their order, also those that nobody used.
  package var categories: [String] = []
  /// What means a missing rating, beyond ``CellReader/missingWords``; in any case.
  package var missing: [String] = []
  /// What stands between cells; `nil` finds out.
  package var separator: Character?
  /// What is refused as too much.
  package var limits = CSVLimits(columns: 20_000)

  package init() {}
}
