import Reproducible

/// One cell to be written.
package enum CSVCell: Hashable, Sendable {
  /// Disarmed where a spreadsheet would run it as a formula.
  case text(String)
  case integer(Int)
  /// Written with as many digits as it needs; what is not finite leaves the cell empty.
  case number(Double)
  /// Written with a fixed count of decimals; what is not finite leaves the cell empty.
  case fixed(Double, decimals: Int)
  case flag(Bool)
  case empty

  /// The text where there is one, else nothing.
  package static func optional(_ text: String?) -> CSVCell { text.map(CSVCell.text) ?? .empty }

  /// The number where there is one, else nothing.
  package static func optional(_ number: Double?) -> CSVCell {
    number.map(CSVCell.number) ?? .empty
  }

  var written: String {
    switch self {
    case .text(let text): FormulaGuard.disarmed(text)
    case .integer(let value): String(value)
    case .number(let value): value.isFinite ? JSON.number(value).canonical : ""
    case .fixed(let value, let decimals):
      value.isFinite ? Numerals.fixed(value, decimals: decimals) : ""
    case .flag(let value): value ? "true" : "false"
    case .empty: ""
    }
  }
}

/// Writes tables as RFC 4180 lays down: UTF-8, commas, CRLF at the end of each line.
package enum CSVWriter {
  /// A table as text.
  ///
  /// - Parameters:
  ///   - header: The columns' names.
  ///   - rows: One element a line, as long as the header.
  ///   - marksUTF8: Begins with a byte-order mark, which spreadsheets need to read UTF-8 as such.
  /// - Returns: The whole table, its last line ended.
  /// - Precondition: Each row is as long as the header.
  package static func text(
    header: [String], rows: some Sequence<[CSVCell]>, marksUTF8: Bool = false
  ) -> String {
    var text = marksUTF8 ? "\u{FEFF}" : ""
    write(header.map(CSVCell.text), to: &text)
    for row in rows {
      precondition(row.count == header.count, "a row has a cell for each column")
      write(row, to: &text)
    }
    return text
  }

  private static func write(_ row: [CSVCell], to text: inout String) {
    for (index, cell) in row.enumerated() {
      if index > 0 { text += "," }
      let written = cell.written
      // A line with nothing on it would be no row: its only cell is quoted.
      text +=
        needsQuotes(written) || (row.count == 1 && written.isEmpty) ? quoted(written) : written
    }
    text += "\r\n"
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains($0) }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
