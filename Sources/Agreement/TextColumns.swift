import Terminal

/// Rows of cells for a terminal: words to the left, numbers to the right.
struct TextColumns {
  private var rows: [[String]] = []
  private let numeric: Set<Int>
  private let widest: [Int]

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - header: The columns' names.
  ///   - numeric: Which columns stand to the right.
  ///   - widest: How wide each column may be; longer texts are cut.
  init(_ header: [String], numeric: Set<Int>, widest: [Int]) {
    self.numeric = numeric
    self.widest = widest
    rows = [header]
  }

  /// Adds a row; what is foreign in it is made harmless here.
  mutating func add(_ row: [String]) {
    rows.append(zip(row, widest).map { Self.cut(Terminal.harmlessLine($0), to: $1) })
  }

  /// The lines, each indented by two.
  var lines: [String] {
    let widths = widest.indices.map { column in
      rows.map { Terminal.width(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        Self.padded(row[column], to: widths[column], isNumber: numeric.contains(column))
      }
      return Self.trimmed("  " + cells.joined(separator: "  "))
    }
  }

  /// A text with spaces before or behind it.
  static func padded(_ text: String, to width: Int, isNumber: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - Terminal.width(of: text)))
    return isNumber ? space + text : text + space
  }

  /// The start of a text, an ellipsis for what does not fit.
  static func cut(_ text: String, to width: Int) -> String {
    guard Terminal.width(of: text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let more = Terminal.width(of: character)
      if used + more > width - 1 { break }
      result.append(character)
      used += more
    }
    return result + "…"
  }

  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
