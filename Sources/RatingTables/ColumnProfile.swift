/// What a column holds below the first line, or from it on.
struct ColumnProfile {
  /// How many cells are numbers, words, and nothing.
  private(set) var numbers = 0
  private(set) var words = 0
  private(set) var missing = 0
  /// The different numbers and words, ascending; numbers first.
  private(set) var distinctNumbers: [Double] = []
  private(set) var distinctWords: [String] = []
  /// Whether no text but a missing one occurs twice.
  private(set) var isAllDifferent = true
  /// How long the words are on average.
  private(set) var meanWordLength = 0.0

  /// Looks through a column.
  ///
  /// - Parameters:
  ///   - column: Which one.
  ///   - columns: The table.
  ///   - rows: The rows that are looked at.
  ///   - reader: Says what a text is.
  /// - Complexity: O(*n*) in the rows.
  init(of column: Int, in columns: Columns, rows: some Sequence<Int>, reader: CellReader) {
    let texts = columns.texts[column]
    var counts = [Int](repeating: 0, count: texts.count)
    for row in rows { counts[Int(columns.cells[column][row])] += 1 }
    var seenNumbers: Set<Double> = []
    var seenWords: Set<String> = []
    var letters = 0
    for (number, count) in counts.enumerated() where count > 0 {
      switch reader.read(texts[Int32(number)]) {
      case .missing: missing += count
      case .number(let value):
        numbers += count
        if count > 1 || !seenNumbers.insert(value).inserted { isAllDifferent = false }
        seenNumbers.insert(value)
      case .word(let word):
        words += count
        letters += word.count * count
        if count > 1 || !seenWords.insert(word).inserted { isAllDifferent = false }
        seenWords.insert(word)
      }
    }
    distinctNumbers = seenNumbers.sorted()
    distinctWords = seenWords.sorted()
    meanWordLength = words == 0 ? 0 : Double(letters) / Double(words)
  }

  var present: Int { numbers + words }
  var distinct: Int { distinctNumbers.count + distinctWords.count }
  var isEmpty: Bool { present == 0 }
  var hasFractions: Bool { distinctNumbers.contains { $0 != $0.rounded() } }

  /// Whether another column may hold answers on the same scale.
  func isAlike(_ other: ColumnProfile) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    if words > 0, other.words > 0 {
      return !Set(distinctWords).isDisjoint(with: other.distinctWords)
    }
    guard numbers > 0, other.numbers > 0, words == 0, other.words == 0,
      let low = distinctNumbers.first, let high = distinctNumbers.last,
      let otherLow = other.distinctNumbers.first, let otherHigh = other.distinctNumbers.last
    else { return false }
    return low <= otherHigh && otherLow <= high
  }

  /// Whether it numbers the rows: 1, 2, 3 or 0, 1, 2 and so on, in any order.
  var isCount: Bool {
    guard words == 0, missing == 0, isAllDifferent, let low = distinctNumbers.first,
      let high = distinctNumbers.last
    else { return false }
    return (low == 0 || low == 1) && !hasFractions && Int(high - low) == distinctNumbers.count - 1
  }
}
