/// Whether the first line of a table holds names.
struct HeaderGuess {
  let columns: Columns
  let reader: CellReader

  /// Decides.
  ///
  /// The first line is a header where the user names a column, where a cell of it is a known name
  /// of a column, where its first cell alone is empty, where it has a word over numbers, or where
  /// all of it are words of which none occurs again below while others do.
  func hasHeader(_ options: ReadingOptions) -> Bool {
    let width = columns.columnCount
    let named = [options.unit, options.rater, options.value].compactMap { $0 } + options.raters
    if named.contains(where: { $0 != "none" && Int($0) == nil }) || !options.filters.isEmpty {
      return true
    }
    let first = (0..<width).map { columns.text(0, $0) }
    let contents = first.map(reader.read)
    guard columns.rowCount > 1 else {
      return contents.allSatisfy { content in
        if case .number = content { return false }
        return true
      }
    }
    let recurs = (0..<width).map { column in
      columns.cells[column].dropFirst().contains(columns.cells[column][0])
    }
    for column in 0..<width where !recurs[column] {
      guard case .word(let name) = contents[column] else { continue }
      let roles: [ColumnRole] = [.unit, .rater, .value, .oneRater, .aside]
      if roles.contains(where: { ColumnRole.fit(name, $0) != nil }) { return true }
    }
    if contents[0] == .missing, width > 1, contents.dropFirst().allSatisfy({ $0 != .missing }) {
      return true
    }
    let below = (0..<width).map {
      ColumnProfile(of: $0, in: columns, rows: 1..<columns.rowCount, reader: reader)
    }
    for column in 0..<width {
      guard case .word = contents[column] else { continue }
      if below[column].words == 0, below[column].numbers > 0 { return true }
    }
    let words = contents.compactMap { content -> String? in
      guard case .word(let word) = content else { return nil }
      return word
    }
    guard words.count == width, Set(words).count == width else { return false }
    let rest = below.reduce(into: Set<String>()) { $0.formUnion($1.distinctWords) }
    let isAnyTwice =
      below.contains { !$0.isAllDifferent } || rest.count < below.map(\.words).reduce(0, +)
    return rest.isDisjoint(with: words) && isAnyTwice
  }
}
