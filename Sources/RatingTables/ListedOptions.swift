extension ReadingOptions {
  /// The options with `a,b` as two words wherever no cell of the table is `a,b`.
  func listed(for columns: Columns) -> ReadingOptions {
    var options = self
    func isCell(_ text: String) -> Bool {
      columns.texts.contains { texts in
        texts.all.contains { CellReader.trimmed($0).lowercased() == text.lowercased() }
      }
    }
    func parts(_ items: [String]) -> [String] {
      items.flatMap { item in
        item.contains(",") && !isCell(item) ? Self.parts(of: item) : [item]
      }
    }
    options.raters = parts(raters)
    options.categories = parts(categories)
    options.missing = parts(missing)
    return options
  }

  private static func parts(of item: String) -> [String] {
    item.split(separator: ",").map { CellReader.trimmed(String($0)) }
  }
}
