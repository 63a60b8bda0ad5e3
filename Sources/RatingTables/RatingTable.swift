package import Faults
package import Statistics

/// A table of ratings, whatever it looked like in its file: units, raters and values.
package struct RatingTable: Hashable, Sendable {
  /// A category of the scale, with the number that stands for it in ``ratings``.
  package struct Category: Hashable, Sendable {
    package let value: Double
    package let label: String

    package init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// What the table is called: its file name.
  package let name: String
  /// The units' names, in the order of the file.
  package let units: [String]
  /// The raters' names, in the order of the file.
  package let raters: [String]
  /// The ratings, by the indices of ``units`` and ``raters``: words as the numbers of their
  /// categories.
  package let ratings: Ratings
  /// What may be computed with the ratings.
  package let scale: RatingScale
  /// The categories in the scale's order, of a nominal or ordinal scale; else empty.
  package let categories: [Category]
  /// Whether the user named the categories, so that unused ones count.
  package let declaresCategories: Bool
  /// What was read, and what was decided in reading.
  package let account: ReadingAccount

  /// States a table.
  ///
  /// - Precondition: There is a name for each unit and rater of the ratings.
  package init(
    name: String, units: [String], raters: [String], ratings: Ratings, scale: RatingScale,
    categories: [Category], declaresCategories: Bool = false, account: ReadingAccount
  ) {
    precondition(
      units.count == ratings.unitCount && raters.count == ratings.raterCount, "names for all")
    self.name = name
    self.units = units
    self.raters = raters
    self.ratings = ratings
    self.scale = scale
    self.categories = categories
    self.declaresCategories = declaresCategories
    self.account = account
  }

  /// Reads a table from CSV text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte-order mark; commas, semicolons, tabs or upright
  ///     strokes between cells.
  ///   - name: What faults call it.
  ///   - options: What the user says of it.
  /// - Throws: ``Faults`` of kind `badInput`, all at once, each with line and column.
  /// - Complexity: O(*n*) in the number of bytes, and a few bytes of memory a cell.
  package init(
    reading bytes: [UInt8], named name: String, options: ReadingOptions = ReadingOptions()
  ) throws(Faults) {
    let columns = try Columns(
      reading: bytes, named: name, separator: options.separator, limits: options.limits)
    self = try RatingTableReader(columns: columns, options: options).table()
  }

  /// How many ratings there are.
  package var ratingCount: Int { ratings.values.count }

  /// How many places of the table of units and raters are empty.
  package var missingCount: Int { units.count * raters.count - ratingCount }

  /// A rating as it is shown: a category's label, or the number.
  ///
  /// - Complexity: O(log *q*) in the number of categories.
  package func label(of value: Double) -> String {
    category(of: value).map { categories[$0].label } ?? RatingTable.numeral(value)
  }

  /// The place of a rating's category in ``categories``.
  package func category(of value: Double) -> Int? {
    var low = 0
    var high = categories.count
    while low < high {
      let middle = (low + high) / 2
      if categories[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low < categories.count && categories[low].value == value ? low : nil
  }

  /// A number with as many digits as it needs.
  package static func numeral(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}

/// What was read of a file, and what was decided in reading it.
package struct ReadingAccount: Hashable, Sendable {
  /// A text that was taken to mean that a rating is missing.
  package struct MissingWord: Hashable, Sendable {
    package let text: String
    package let count: Int
  }

  package var layout: TableLayout
  package var hasHeader: Bool
  package var separator: Character
  /// The columns by their roles; `nil` where there is none.
  package var unitColumn: String?
  package var raterColumn: String?
  package var valueColumn: String?
  /// The columns that were not read.
  package var ignoredColumns: [String] = []
  package var filters: [ReadingOptions.Filter] = []
  /// How many lines were read, without a header and what filters left out.
  package var lineCount = 0
  /// How many lines held separators alone, and were passed over.
  package var blankLines = 0
  /// The names of the last lines where they sum up the others, and were left out.
  package var summaryLines: [String] = []
  /// Which cells were taken as missing, the empty text among them.
  package var missingWords: [MissingWord] = []
  /// How many lines said once more what another said.
  package var equalDuplicates = 0
  /// How many lines were left out because a later revision, or an earlier showing, counts.
  package var supersededLines = 0
  package var usesDecimalComma = false
  /// Words that were taken as one category, each group a list.
  package var spellings: [[String]] = []
  /// How a number was read that had something beside it, as all had: `'80 %' as 80`.
  package var numberExample: String?
  /// Why the scale is what it is.
  package var scaleReason: String
  package var isScaleGiven: Bool
  /// Where the reading might be mistaken, and what says otherwise.
  package var doubts: [String] = []
  /// What a reader should know of the reading.
  package var notes: [String] = []

  /// Begins an account.
  package init(
    layout: TableLayout, hasHeader: Bool, separator: Character, scaleReason: String = "",
    isScaleGiven: Bool = false
  ) {
    self.layout = layout
    self.hasHeader = hasHeader
    self.separator = separator
    self.scaleReason = scaleReason
    self.isScaleGiven = isScaleGiven
  }
}
