import Faults

/// A table that `unled ratings export` wrote: one line an answer, with every revision.
///
/// Of the revisions of an answer the highest counts, and of a text that was shown twice the first
/// showing, as in the analysis of a trial.
struct ExportedRatings {
  private let original: LayoutGuess
  private let code: Int
  private let rater: Int
  private let question: Int
  private let revision: Int
  private let position: Int?
  private let kind: Int?

  /// Takes a table that has the columns of an export.
  ///
  /// - Returns: `nil` for any other table.
  init?(layout: LayoutGuess) {
    func column(_ name: String) -> Int? { layout.names.firstIndex(of: name) }
    guard let code = column("code"), let rater = column("rater"),
      let question = column("question"), let revision = column("revision"),
      column("value") != nil, column("cannot_tell") != nil
    else { return nil }
    self.original = layout
    self.code = code
    self.rater = rater
    self.question = question
    self.revision = revision
    position = column("position")
    kind = column("kind")
  }

  /// The table with its columns named.
  func layout(_ options: ReadingOptions) throws(Faults) -> LayoutGuess {
    var options = options
    options.unit = options.unit ?? "code"
    options.rater = options.rater ?? "rater"
    options.value = options.value ?? "value"
    return try LayoutGuess(columns: original.columns, options: options, reader: original.reader)
  }

  /// The rows that count.
  ///
  /// - Throws: ``Faults`` where there are several questions.
  func currentRows(of layout: LayoutGuess) throws(Faults) -> [Int] {
    let columns = layout.columns
    let asked = Set(layout.rows.map { columns.cells[question][$0] })
    guard asked.count < 2 else {
      throw Faults([QuestionColumn(layout: layout, column: question).fault])
    }
    var best: [[Int32]: Int] = [:]
    func rank(_ row: Int) -> (Int, Int) {
      // A later revision first, and before it an earlier showing.
      let place = position.flatMap { Int(columns.text(row, $0)) } ?? 0
      return (place, -(Int(columns.text(row, revision)) ?? 0))
    }
    for row in layout.rows {
      let pair = [columns.cells[code][row], columns.cells[rater][row]]
      if let other = best[pair], rank(other) <= rank(row) { continue }
      best[pair] = row
    }
    return best.values.sorted()
  }

  /// What a reader should know of the raters.
  var notes: [String] {
    guard let kind else { return [] }
    let columns = original.columns
    let kinds = Set(original.rows.map { columns.text($0, kind) }).filter { !$0.isEmpty }.sorted()
    guard kinds.count > 1 else { return [] }
    return [
      "raters of several kinds are taken together (\(kinds.joined(separator: ", "))): "
        + "take one kind with --where kind=\(kinds[0])"
    ]
  }
}

/// The words that another column of a long table has for each value.
struct ValueWording {
  let layout: LayoutGuess
  let shape: TableShape
  let rows: [Int]

  /// The word of each different rating, where each number has one word and each word one number.
  func words(of cells: RatingCells) -> [Double: String] {
    guard case .long(_, _, let value) = shape.kind, layout.hasHeader else { return [:] }
    let names: Set<String> = ["label", "labels", "answer", "category", "value_label", "wording"]
    let free = layout.columns.cells.indices.filter { $0 != value && !shape.used.contains($0) }
    for column in free where names.contains(layout.names[column].lowercased()) {
      if let words = words(of: cells, in: column) { return words }
    }
    return [:]
  }

  private func words(of cells: RatingCells, in column: Int) -> [Double: String]? {
    var words: [Double: String] = [:]
    var numbers: [String: Double] = [:]
    for (content, cell) in zip(cells.contents, cells.cells) {
      guard case .number(let number) = cells.distinct[content] else { return nil }
      let word = CellReader.trimmed(layout.columns.text(cell.row, column))
      guard !word.isEmpty, (words[number] ?? word) == word, (numbers[word] ?? number) == number
      else { return nil }
      words[number] = word
      numbers[word] = number
      guard words.count <= 50 else { return nil }
    }
    return words.isEmpty ? nil : words
  }
}
