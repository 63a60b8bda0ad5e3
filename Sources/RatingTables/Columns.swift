package import Faults
package import Tables

/// A table as columns of numbered texts, its first line included.
package struct Columns: Sendable {
  /// A cell, both from 0.
  package struct Cell: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let name: String
  let separator: Character
  /// The different texts of each column.
  package let texts: [CellTexts]
  /// One element a column; in it the number of the text of each line.
  package let cells: [[Int32]]
  /// On which line of the file each row begins.
  package let lines: [Int32]
  /// How many lines hold separators alone; they are no rows.
  let blankLines: Int
  private let bytes: [UInt8]
  private let limits: CSVLimits

  /// How many lines there are, a header included.
  package var rowCount: Int { lines.count }
  package var columnCount: Int { cells.count }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - name: What faults call the table.
  ///   - separator: What stands between cells; `nil` finds it out.
  ///   - limits: What is refused as too much.
  /// - Throws: ``Faults`` where the bytes are no table: also for lines of different length, each
  ///   with its place.
  package init(
    reading bytes: [UInt8], named name: String, separator: Character?, limits: CSVLimits
  ) throws(Faults) {
    var bytes = bytes
    let stated = SeparatorGuess.takeStated(from: &bytes)
    let separator = separator ?? stated ?? SeparatorGuess.separator(of: bytes)
    var scanner = try CSVScanner(
      bytes: bytes, named: name, separator: separator, limits: limits)
    var texts: [CellTexts] = []
    var cells: [[Int32]] = []
    var lines: [Int32] = []
    var uneven: [(line: Int, count: Int)] = []
    var blankLines = 0
    try scanner.forEachLine { line in
      guard !Self.isBlank(line) else {
        blankLines += 1
        return
      }
      if lines.isEmpty {
        texts = Array(repeating: CellTexts(), count: line.count)
        cells = Array(repeating: [], count: line.count)
      }
      guard line.count == cells.count else {
        if uneven.count < limits.faults { uneven.append((line.line, line.count)) }
        return
      }
      for column in 0..<line.count {
        let last = cells[column].last
        let number = line.withBytes(of: column) { texts[column].number(of: $0, after: last) }
        cells[column].append(number)
      }
      lines.append(Int32(line.line))
    }
    guard !lines.isEmpty else {
      throw Faults([
        Fault(
          .badInput, at: "\(name):1:1", "the table is empty",
          remedy: "write one line a unit and one column a rater, or unit, rater, value in a line")
      ])
    }
    let width = cells.count
    if width == 1, uneven.count > 1, lines.count == 1 {
      throw Faults([LinesAboveNames.title(at: "\(name):\(lines[0]):1")])
    }
    guard uneven.isEmpty else {
      throw Faults(
        uneven.map {
          Fault(
            .badInput, at: "\(name):\($0.line):1",
            "the line has \($0.count) cells, the first line has \(width)",
            remedy: "put cells that hold '\(SeparatorGuess.shown(separator))' in quotes, "
              + "or add what is missing")
        })
    }
    self.name = name
    self.separator = separator
    self.bytes = bytes
    self.limits = limits
    self.texts = texts
    self.cells = cells
    self.lines = lines
    self.blankLines = blankLines
  }

  /// Whether a line holds separators and white space alone, as spreadsheets append them.
  private static func isBlank(_ line: CSVLine) -> Bool {
    (0..<line.count).allSatisfy { cell in
      // C2 A0 is the blank that does not break.
      line.withBytes(of: cell) { $0.allSatisfy { [0x20, 0x09, 0xC2, 0xA0].contains($0) } }
    }
  }

  /// What stands in a cell.
  package func text(_ row: Int, _ column: Int) -> String { texts[column][cells[column][row]] }

  /// Where cells stand, `ratings.csv:12:3`, in the order given.
  ///
  /// - Parameter wanted: Any cells of the table.
  /// - Returns: One place a cell.
  /// - Complexity: Reads the file once more, so that nothing has to be kept for it.
  package func places(of wanted: [Cell]) -> [String] {
    let rows = Set(wanted.map(\.row))
    var found: [Cell: CSVPlace] = [:]
    var row = 0
    // The file was read before without a fault.
    var scanner = try? CSVScanner(
      bytes: bytes, named: name, separator: separator, limits: limits)
    try? scanner?.forEachLine { line in
      guard !Self.isBlank(line) else { return }
      if rows.contains(row) {
        for cell in wanted where cell.row == row { found[cell] = line.place(of: cell.column) }
      }
      row += 1
    }
    return wanted.map { cell in
      found[cell].map { "\(name):\($0.line):\($0.column)" } ?? "\(name):\(lines[cell.row])"
    }
  }
}
