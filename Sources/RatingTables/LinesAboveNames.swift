import Faults

/// Finds lines that stand above the names of the columns, or names of two lines.
struct LinesAboveNames {
  let columns: Columns
  let reader: CellReader

  /// What is to be done about them; `nil` where there are none.
  var fault: Fault? {
    guard columns.columnCount > 2, columns.rowCount > 3 else { return nil }
    if isTitle { return Self.title(at: place(of: 0)) }
    guard isSecondNames else { return nil }
    return Self.fault(
      at: place(of: 1), "the second line holds words above numbers, as a second line of names")
  }

  /// The one filled cell of the first line is a word that stands nowhere below it.
  private var isTitle: Bool {
    let filled = columns.cells.indices.filter { reader.read(columns.text(0, $0)) != .missing }
    guard filled.count == 1, let column = filled.first,
      case .word = reader.read(columns.text(0, column))
    else { return false }
    let text = columns.cells[column][0]
    return columns.cells[column].count { $0 == text } == 1
  }

  /// The second line holds words, and all columns of them hold numbers below.
  private var isSecondNames: Bool {
    var words = 0
    for column in columns.cells.indices.dropFirst() {
      switch (reader.read(columns.text(0, column)), reader.read(columns.text(1, column))) {
      case (.number, _), (_, .number): return false
      case (_, .missing): continue
      case (_, .word): words += 1
      }
      let below = ColumnProfile(of: column, in: columns, rows: 2..<columns.rowCount, reader: reader)
      guard below.words == 0, below.numbers > 0 else { return false }
    }
    return words > 1
  }

  /// That the first line is a title.
  static func title(at place: String) -> Fault {
    fault(at: place, "the first line has one filled cell, as a title has")
  }

  private func place(of row: Int) -> String { "\(columns.name):\(columns.lines[row]):1" }

  private static func fault(at place: String, _ problem: String) -> Fault {
    Fault(
      .badInput, at: place, problem,
      remedy: "leave one line of names, each with one column, and delete the lines above it")
  }
}
