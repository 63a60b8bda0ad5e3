/// What a column holds below the first line, or from it on.
struct ColumnProfile {
  /// How many cells are numbers, words, and nothing.
  private(set) var numbers = 0
  private(set) var words = 0
  private(set) var missing = 0
  /// How many different numbers there are, and the lowest and the highest.
  private(set) var distinctNumbers = 0
  private(set) var range: ClosedRange<Double>?
  private(set) var hasFractions = false
  private(set) var distinctWords: Set<String> = []
  /// The words without capitals and accents.
  private(set) var plainWords: Set<String> = []
  /// Whether no text but a missing one occurs twice.
  private(set) var isAllDifferent = true
  /// Whether all words are dates or times, and nothing is a number.
  private(set) var isDates = false
  /// How many bytes the words have on average.
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
    var seen: Set<Double> = []
    var letters = 0
    for (number, count) in counts.enumerated() where count > 0 {
      let isNew: Bool
      switch reader.read(texts[Int32(number)]) {
      case .missing:
        missing += count
        continue
      case .number(let value):
        numbers += count
        isNew = seen.insert(value).inserted
        range = min(range?.lowerBound ?? value, value)...max(range?.upperBound ?? value, value)
        if value != value.rounded() { hasFractions = true }
      case .word(let word):
        words += count
        letters += word.utf8.count * count
        isNew = distinctWords.insert(word).inserted
      }
      if count > 1 || !isNew { isAllDifferent = false }
    }
    distinctNumbers = seen.count
    // So many words are names, which are spelt alike.
    plainWords =
      distinctWords.count > 10_000
      ? distinctWords : Set(distinctWords.map { Folding.plain($0) })
    isDates = numbers == 0 && words > 0 && distinctWords.allSatisfy(DateText.isDate)
    meanWordLength = words == 0 ? 0 : Double(letters) / Double(words)
  }

  var present: Int { numbers + words }
  var distinct: Int { distinctNumbers + distinctWords.count }
  var isEmpty: Bool { present == 0 }

  /// Whether another column may hold answers on the same scale.
  func isAlike(_ other: ColumnProfile) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    if words > 0, other.words > 0 {
      return !plainWords.isDisjoint(with: other.plainWords) || holdsForms && other.holdsForms
    }
    guard words == 0, other.words == 0, let range, let otherRange = other.range else {
      return false
    }
    return range.overlaps(otherRange)
  }

  /// Whether the words are numbers with something beside them, written in one way.
  var holdsForms: Bool { numbers == 0 && NumberForm.numbers(in: Array(distinctWords)) != nil }

  /// Whether it numbers the rows: 1, 2, 3 or 0, 1, 2 and so on, in any order.
  var isCount: Bool {
    guard words == 0, missing == 0, isAllDifferent, !hasFractions, let range,
      range.lowerBound == 0 || range.lowerBound == 1
    else { return false }
    return range.upperBound - range.lowerBound == Double(distinctNumbers - 1)
  }
}
