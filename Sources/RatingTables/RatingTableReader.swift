import Faults
import Statistics

/// Makes a table of ratings of a table of columns.
struct RatingTableReader {
  let columns: Columns
  let options: ReadingOptions

  init(columns: Columns, options: ReadingOptions) {
    self.columns = columns
    self.options = options.listed(for: columns)
  }

  /// Reads the table.
  ///
  /// - Throws: ``Faults``: what is wrong with the columns, then with the cells, all at once.
  func table() throws(Faults) -> RatingTable {
    let hasPlus = columns.texts.contains { texts in
      texts.count < 1_000 && texts.all.contains { CellReader.trimmed($0) == "+" }
    }
    var reader = CellReader(
      missing: options.missing, keepsMinus: hasPlus, categories: options.categories)
    // Whether 3,5 is a number is decided on the ratings; their columns are found with it as one.
    reader.usesDecimalComma = true
    if options.hasHeader != false,
      let fault = LinesAboveNames(columns: columns, reader: reader).fault
    {
      throw Faults([fault])
    }
    var layout = try LayoutGuess(columns: columns, options: options, reader: reader)
    guard !layout.rows.isEmpty else {
      throw Faults([
        Fault(
          .badInput, at: "\(columns.name):\(columns.lines[0]):1",
          "no line of ratings follows the names",
          remedy: "write one line a unit and one column a rater, or unit, rater, value in a line")
      ])
    }
    let export = ExportedRatings(layout: layout)
    if let export { layout = try export.layout(options) }
    let shape = try layout.shape()
    let kept = try export?.currentRows(of: layout) ?? layout.rows
    var cells = try RatingCells(
      of: shape, in: layout, rows: kept, reader: reader)
    let spellings = Spellings(of: cells, options: options)
    cells.reword(as: spellings.contents)

    var account = self.account(of: shape, layout: layout, cells: cells)
    account.doubts = ReadingDoubts(layout: layout, shape: shape).all + cells.doubts
    account.doubts += ReadingDoubts.alike(cells.raterNames) + spellings.doubts
    account.supersededLines = layout.rows.count - kept.count
    account.notes += (export?.notes ?? []) + spellings.notes
    account.spellings = spellings.merged
    account.numberExample = spellings.numberExample.map {
      "'\($0.text)' as \(RatingTable.numeral($0.number))"
    }
    account.equalDuplicates = try DuplicateRatings(layout: layout, shape: shape, cells: cells)
      .resolve(&cells)

    let labels = ValueWording(layout: layout, shape: shape, rows: kept).words(of: cells)
      .merging(spellings.labels) { first, _ in first }
    let scale = try ScaleGuess(cells: cells, columns: columns, options: options, labels: labels)
      .decide()
    account.scaleReason = scale.reason
    account.isScaleGiven = options.scale != nil
    account.notes += scale.notes
    let ratings = Ratings(
      units: cells.units, raters: cells.raters, values: cells.contents.map { scale.values[$0] },
      unitCount: cells.unitNames.count, raterCount: cells.raterNames.count)
    return RatingTable(
      name: columns.name, units: cells.unitNames, raters: cells.raterNames, ratings: ratings,
      scale: scale.scale, categories: scale.categories,
      declaresCategories: !options.categories.isEmpty, account: account)
  }

  private func account(
    of shape: TableShape, layout: LayoutGuess, cells: RatingCells
  ) -> ReadingAccount {
    var account: ReadingAccount
    switch shape.kind {
    case .long(let unit, let rater, let value):
      account = ReadingAccount(
        layout: .long, hasHeader: shape.hasHeader, separator: columns.separator)
      account.unitColumn = layout.title(unit)
      account.raterColumn = layout.title(rater)
      account.valueColumn = layout.title(value)
    case .wide(let names, _, let isTransposed):
      account = ReadingAccount(
        layout: isTransposed ? .transposed : .wide, hasHeader: shape.hasHeader,
        separator: columns.separator)
      let title = names.map { layout.names[$0].isEmpty ? "column \($0 + 1)" : layout.names[$0] }
      if isTransposed { account.raterColumn = title } else { account.unitColumn = title }
    }
    let used = Set(shape.used)
    account.ignoredColumns = columns.cells.indices.filter { column in
      !used.contains(column)
        && !(layout.names[column].isEmpty && columns.texts[column].all.allSatisfy(\.isEmpty))
    }.map(layout.title)
    account.filters = options.filters
    account.lineCount = layout.rows.count
    account.blankLines = columns.blankLines
    account.summaryLines = layout.summaryRows.map(layout.firstText)
    account.missingWords = cells.missingWords.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }.map { ReadingAccount.MissingWord(text: $0.key, count: $0.value) }
    account.usesDecimalComma = cells.usesDecimalComma
    return account
  }
}
