import Faults
import Tables

/// Names with their indices, in the order in which they came.
struct NameIndex {
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]

  /// The index of a name, a new one where it was not met before.
  mutating func index(of name: String) -> Int {
    if let known = indices[name] { return known }
    indices[name] = names.count
    names.append(name)
    return names.count - 1
  }
}

/// The ratings of a table, one by one: who rated what, what was said, and where it stands.
struct RatingCells {
  private(set) var unitNames: [String] = []
  private(set) var raterNames: [String] = []
  /// One element a rating: the unit, the rater, the place of its content in ``distinct``, and the
  /// cell.
  var units: [Int] = []
  var raters: [Int] = []
  var contents: [Int] = []
  var cells: [Columns.Cell] = []
  /// The different contents of ratings, none of them missing.
  private(set) var distinct: [CellContent] = []
  /// How often each text was taken as missing.
  private(set) var missingWords: [String: Int] = [:]
  private(set) var usesDecimalComma = false
  /// What might be mistaken.
  private(set) var doubts: [String] = []

  private var indexOfContent: [CellContent: Int] = [:]

  /// Reads ratings.
  ///
  /// - Parameters:
  ///   - shape: Which column is what.
  ///   - layout: The table.
  ///   - rows: The rows that are read.
  ///   - reader: Says what a text is; the decimals are found out here.
  /// - Throws: ``Faults`` where a unit or a rater has no name, or two columns or lines have the same.
  init(
    of shape: TableShape, in layout: LayoutGuess, rows: [Int], reader: CellReader
  ) throws(Faults) {
    var reader = reader
    let columns = layout.columns
    let valueColumns =
      switch shape.kind {
      case .long(_, _, let value): [value]
      case .wide(_, let ratings, _): ratings
      }
    let decimals = try DecimalSign(of: valueColumns, in: columns)
    reader.usesDecimalComma = decimals.isComma
    usesDecimalComma = decimals.isComma
    doubts += decimals.doubt.map { [$0] } ?? []
    switch shape.kind {
    case .long(let unit, let rater, let value):
      let units = try Self.names(in: unit, "unit", of: columns, rows: rows)
      let raters = try Self.names(in: rater, "rater", of: columns, rows: rows)
      unitNames = units.names
      raterNames = raters.names
      var meanings = Meanings(of: value, in: columns, reader: reader)
      for (position, row) in rows.enumerated() {
        add(
          &meanings, columns, Columns.Cell(row: row, column: value),
          unit: units.indices[position], rater: raters.indices[position])
      }
    case .wide(let names, let ratings, let isTransposed):
      let lines = try Self.lineNames(
        names, isTransposed ? "rater" : "unit", of: columns, rows: rows)
      let heads = try Self.columnNames(ratings, isTransposed ? "unit" : "rater", of: layout)
      unitNames = isTransposed ? heads : lines
      raterNames = isTransposed ? lines : heads
      for (place, column) in ratings.enumerated() {
        var meanings = Meanings(of: column, in: columns, reader: reader)
        for (position, row) in rows.enumerated() {
          add(
            &meanings, columns, Columns.Cell(row: row, column: column),
            unit: isTransposed ? place : position, rater: isTransposed ? position : place)
        }
      }
    }
  }

  /// What the texts of a column say, read when first met: a header and lines left out say nothing.
  private struct Meanings {
    static let unread = -2
    static let missing = -1
    let reader: CellReader
    let texts: CellTexts
    var contents: [Int]

    init(of column: Int, in columns: Columns, reader: CellReader) {
      self.reader = reader
      texts = columns.texts[column]
      contents = Array(repeating: Self.unread, count: texts.count)
    }
  }

  private mutating func add(
    _ meanings: inout Meanings, _ columns: Columns, _ cell: Columns.Cell, unit: Int, rater: Int
  ) {
    let text = columns.cells[cell.column][cell.row]
    var content = meanings.contents[Int(text)]
    if content == Meanings.unread {
      content = place(of: meanings.reader.read(meanings.texts[text]))
      meanings.contents[Int(text)] = content
    }
    guard content != Meanings.missing else {
      missingWords[CellReader.trimmed(meanings.texts[text]), default: 0] += 1
      return
    }
    units.append(unit)
    raters.append(rater)
    contents.append(content)
    cells.append(cell)
  }

  /// The place of a content in ``distinct``.
  private mutating func place(of content: CellContent) -> Int {
    guard content != .missing else { return Meanings.missing }
    if let known = indexOfContent[content] { return known }
    indexOfContent[content] = distinct.count
    distinct.append(content)
    return distinct.count - 1
  }

  /// Takes ratings out, by their places.
  mutating func remove(_ places: Set<Int>) {
    guard !places.isEmpty else { return }
    let kept = units.indices.filter { !places.contains($0) }
    units = kept.map { units[$0] }
    raters = kept.map { raters[$0] }
    contents = kept.map { contents[$0] }
    cells = kept.map { cells[$0] }
  }

  /// Puts other contents in the places of those read; what is then equal is one.
  ///
  /// - Parameter contents: One for each of ``distinct``, none of them missing.
  mutating func reword(as contents: [CellContent]) {
    distinct = []
    indexOfContent = [:]
    let places = contents.map { place(of: $0) }
    self.contents = self.contents.map { places[$0] }
  }

  // MARK: Names

  /// The names in a column of a long table, and which of them each row has.
  private static func names(
    in column: Int, _ what: String, of columns: Columns, rows: [Int]
  ) throws(Faults) -> (names: [String], indices: [Int]) {
    let texts = columns.texts[column].all.map { CellReader.trimmed(FormulaGuard.rearmed($0)) }
    var index = NameIndex()
    var known = [Int](repeating: -1, count: texts.count)
    var indices: [Int] = []
    indices.reserveCapacity(rows.count)
    var nameless: [Columns.Cell] = []
    for row in rows {
      let text = Int(columns.cells[column][row])
      if known[text] < 0 {
        if texts[text].isEmpty {
          if nameless.count < 50 { nameless.append(Columns.Cell(row: row, column: column)) }
          continue
        }
        known[text] = index.index(of: texts[text])
      }
      indices.append(known[text])
    }
    guard nameless.isEmpty else {
      throw Faults(
        zip(columns.places(of: nameless), nameless).map { place, cell in
          let isBelowName = rows.first.map { $0 < cell.row } == true
          return Fault(
            .badInput, at: place, "the line has no \(what)",
            remedy: "write which \(what) it is, or take the line out"
              + (isBelowName
                ? "; if the cell was merged with the one above, fill that one down" : ""))
        })
    }
    return (index.names, indices)
  }

  /// The names of the lines of a wide table, their numbers where there is no column of names.
  private static func lineNames(
    _ column: Int?, _ what: String, of columns: Columns, rows: [Int]
  ) throws(Faults) -> [String] {
    guard let column else { return rows.indices.map { "\(what) \($0 + 1)" } }
    let (names, indices) = try names(in: column, what, of: columns, rows: rows)
    guard names.count < rows.count else { return names }
    var first: [Int: Int] = [:]
    var again: [(row: Int, first: Int)] = []
    for (row, index) in zip(rows, indices) {
      if let earlier = first[index] {
        if again.count < 50 { again.append((row, earlier)) }
      } else {
        first[index] = row
      }
    }
    let places = columns.places(of: again.map { Columns.Cell(row: $0.row, column: column) })
    throw Faults(
      zip(places, again).map { place, line in
        Fault(
          .badInput, at: place,
          "the \(what) '\(columns.text(line.row, column))' has a line already: "
            + "line \(columns.lines[line.first])",
          remedy: "give each \(what) one line, or name them differently; "
            + "for a line a rating, name the columns with --unit, --rater and --value")
      })
  }

  private static func columnNames(
    _ ratings: [Int], _ what: String, of layout: LayoutGuess
  ) throws(Faults) -> [String] {
    let names = ratings.enumerated().map { place, column in
      layout.names[column].isEmpty ? "\(what) \(place + 1)" : layout.names[column]
    }
    var seen: Set<String> = []
    var twice: [Fault] = []
    for (name, column) in zip(names, ratings) where !seen.insert(name).inserted {
      let cell = Columns.Cell(row: 0, column: column)
      twice.append(
        Fault(
          .badInput, at: layout.columns.places(of: [cell])[0],
          "two columns are called '\(name)'", remedy: "rename or remove one of them"))
    }
    guard twice.isEmpty else { throw Faults(twice) }
    return names
  }
}
