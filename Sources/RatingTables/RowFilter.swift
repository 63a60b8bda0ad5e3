import Faults

/// Finds columns by name or number, and the rows that meet conditions.
struct RowFilter {
  let columns: Columns
  /// The columns' names; empty ones where there is no header.
  let names: [String]

  /// The rows from `first` on that meet all conditions.
  ///
  /// - Throws: ``Fault`` where a condition names no column, or no row meets it.
  func rows(from first: Int, meeting filters: [ReadingOptions.Filter]) throws(Fault) -> [Int] {
    var rows = Array(min(first, columns.rowCount)..<columns.rowCount)
    for filter in filters {
      let column = try column(filter.column)
      let texts = columns.texts[column].all.map(CellReader.trimmed)
      let met = rows.filter { texts[Int(columns.cells[column][$0])] == filter.value }
      guard !met.isEmpty else {
        let found = RowFilter.some(of: rows.map { texts[Int(columns.cells[column][$0])] })
        throw fault(
          "no line has '\(filter.value)' in the column '\(title(column))'",
          "take one of \(found)")
      }
      rows = met
    }
    return rows
  }

  /// Which column has a name, or a number from 1.
  func column(_ wanted: String) throws(Fault) -> Int {
    if !wanted.isEmpty,
      let found = names.firstIndex(of: wanted)
        ?? names.firstIndex(where: { $0.lowercased() == wanted.lowercased() })
    {
      return found
    }
    if let number = Int(wanted), columns.cells.indices.contains(number - 1) { return number - 1 }
    let nearest = Nearest.name(to: wanted, in: names.filter { !$0.isEmpty })
    throw fault(
      "no column is '\(wanted)'",
      nearest.map { "take '\($0)', if that was meant" }
        ?? "take one of \(shown(Array(columns.cells.indices)))")
  }

  /// How a column is called in faults and in the account.
  func title(_ column: Int) -> String {
    names[column].isEmpty ? "column \(column + 1)" : names[column]
  }

  /// Some columns by their names.
  func shown(_ some: [Int]) -> String { Self.listed(some.map(title)) }

  /// The different texts among many, the first few of them.
  static func some(of texts: [String]) -> String { listed(Set(texts).sorted()) }

  private static func listed(_ texts: [String]) -> String {
    let some = texts.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return texts.count > 10 ? "\(some) … (\(texts.count) in all)" : some
  }

  private func fault(_ problem: String, _ remedy: String) -> Fault {
    Fault(.badInput, at: "\(columns.name):\(columns.lines.first ?? 1)", problem, remedy: remedy)
  }
}
