package import Faults

/// How much a table may hold before it is refused.
package struct CSVLimits: Hashable, Sendable {
  package var bytes: Int
  package var rows: Int
  package var columns: Int
  /// All cells together: an empty one costs a byte in the file and far more in memory.
  package var cells: Int
  /// How many faults are told at once.
  package var faults: Int

  package init(
    bytes: Int = 256 << 20, rows: Int = 2_000_000, columns: Int = 1000,
    cells: Int = 20_000_000, faults: Int = 50
  ) {
    self.bytes = bytes
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.faults = faults
  }
}

/// A table read from CSV text: a header and rows of the same length.
package struct CSVTable: Hashable, Sendable {
  /// One line of the table; a line of the file, or several where cells hold line breaks.
  package struct Row: Hashable, Sendable {
    /// The cells' texts, in the header's order.
    package let cells: [String]
    /// The line of the file on which the row begins, from 1.
    package let line: Int
    /// Where each cell begins.
    let places: [CSVPlace]

    package subscript(column: Int) -> String { cells[column] }
  }

  /// What the table is called in faults: its file name.
  package let name: String
  package let header: [String]
  package let rows: [Row]
  /// What stands between cells, as the header line showed.
  package let separator: Character

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte-order mark; commas, semicolons or tabs between cells.
  ///   - name: What faults call it.
  ///   - isOurs: Whether this project may have written the file: then the apostrophes that disarm
  ///     formulas are taken off.
  ///   - limits: What is refused as too much.
  /// - Throws: ``Faults`` of kind `badInput`, all at once, each with line and column.
  /// - Complexity: O(*n*) in the number of bytes.
  package init(
    parsing bytes: [UInt8], named name: String, isOurs: Bool = false,
    limits: CSVLimits = CSVLimits()
  ) throws(Faults) {
    var scanner = try CSVScanner(bytes: bytes, named: name, limits: limits)
    var rows: [Row] = []
    try scanner.forEachLine { line in
      let cells = (0..<line.count).map { isOurs ? FormulaGuard.rearmed(line[$0]) : line[$0] }
      rows.append(Row(cells: cells, line: line.line, places: line.places))
    }
    self.name = name
    separator = scanner.separator
    guard !rows.isEmpty else {
      throw Faults([
        Fault(
          .badInput, at: "\(name):1:1", "the table is empty",
          remedy: "begin with a line of column names")
      ])
    }
    let names = rows.removeFirst()
    header = names.cells.map(Self.trimmed)
    self.rows = rows
    try check(names, limits: limits)
  }

  /// Where a cell stands: `ratings.csv:12:3`.
  package func place(of column: Int, in row: Row) -> String {
    let place = row.places[column]
    return "\(name):\(place.line):\(place.column)"
  }

  /// Whether there is a column of this name.
  package func hasColumn(_ name: String) -> Bool { index(of: name) != nil }

  /// Which column has a name, in any case.
  ///
  /// - Throws: ``Fault`` of kind `badInput` that names the nearest where there is none.
  package func column(_ wanted: String) throws(Fault) -> Int {
    if let found = index(of: wanted) { return found }
    let named = header.filter { !$0.isEmpty }
    let remedy =
      Nearest.name(to: wanted, in: named).map { "rename the column '\($0)' to '\(wanted)'" }
      ?? "add it; the table has \(named.map { "'\($0)'" }.joined(separator: ", "))"
    throw Fault(.badInput, at: "\(name):1", "no column is '\(wanted)'", remedy: remedy)
  }

  /// Which columns have these names, in their order.
  ///
  /// - Throws: ``Faults``, one for each that is missing.
  package func columns(_ wanted: [String]) throws(Faults) -> [Int] {
    var found: [Int] = []
    var faults: [Fault] = []
    for name in wanted {
      do {
        found.append(try column(name))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return found
  }

  private func index(of wanted: String) -> Int? {
    header.firstIndex(of: wanted)
      ?? header.firstIndex { $0.lowercased() == wanted.lowercased() }
  }

  private func check(_ names: Row, limits: CSVLimits) throws(Faults) {
    var faults: [Fault] = []
    for (column, title) in header.enumerated() {
      let place = "\(name):\(names.places[column].line):\(names.places[column].column)"
      if title.isEmpty, rows.contains(where: { $0.cells.count > column && !$0[column].isEmpty }) {
        faults.append(
          Fault(.badInput, at: place, "a column has no name", remedy: "name it or take it out"))
      } else if !title.isEmpty, header[..<column].contains(title) {
        faults.append(
          Fault(
            .badInput, at: place, "two columns are called '\(title)'",
            remedy: "rename or remove one of them"))
      }
    }
    for row in rows where row.cells.count != header.count {
      faults.append(
        Fault(
          .badInput, at: "\(name):\(row.line):1",
          "the row has \(row.cells.count) cells, the header has \(header.count)",
          remedy: "put cells that hold '\(separator)' in quotes, or add what is missing"))
    }
    guard faults.isEmpty else { throw Faults(Array(faults.prefix(limits.faults))) }
  }

  private static func trimmed(_ text: String) -> String {
    String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
