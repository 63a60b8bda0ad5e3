/// The last lines of a table where they sum up the others, as totals and means do.
struct SummaryRows {
  let columns: Columns

  /// The rows at the end whose first text says so, and stands nowhere else in its column.
  func last(of rows: [Int]) -> [Int] {
    Array(rows.reversed().prefix { row in isSummary(row, among: rows) }.reversed())
  }

  private func isSummary(_ row: Int, among rows: [Int]) -> Bool {
    guard
      let column = columns.cells.indices.first(where: {
        !CellReader.trimmed(columns.text(row, $0)).isEmpty
      })
    else { return false }
    var text = Folding.plain(columns.text(row, column))
    while let last = text.last, !last.isLetter { text.removeLast() }
    guard ColumnWords.summaries.contains(text) else { return false }
    let number = columns.cells[column][row]
    return rows.count { columns.cells[column][$0] == number } == 1
  }
}
