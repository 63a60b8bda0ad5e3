/// The words of ratings, told as what they mean: one for each category, and numbers where they are.
struct Spellings {
  /// One for each of the contents that were read.
  let contents: [CellContent]
  /// What numbers are called that had their meaning beside them.
  private(set) var labels: [Double: String] = [:]
  /// The spellings that were taken as one category.
  private(set) var merged: [[String]] = []
  /// How numbers were read, where they had something beside them: an example.
  private(set) var numberExample: (text: String, number: Double)?
  private(set) var notes: [String] = []
  /// What might be mistaken.
  private(set) var doubts: [String] = []

  /// The short form and the long one, of no and yes.
  private static let answers: [[String: String]] = [
    ["y": "yes", "n": "no"], ["j": "ja", "n": "nein"], ["j": "ja", "n": "nee"],
    ["o": "oui", "n": "non"], ["s": "sí", "n": "no"], ["s": "sì", "n": "no"],
    ["s": "sim", "n": "não"], ["t": "true", "f": "false"],
  ]

  /// Looks through the contents of ratings.
  init(of cells: RatingCells, options: ReadingOptions) {
    let words = cells.distinct.compactMap { content -> String? in
      guard case .word(let word) = content else { return nil }
      return word
    }
    let isFree = options.scale != .nominal && options.categories.isEmpty
    let areWords = !words.isEmpty && words.count == cells.distinct.count
    if isFree, areWords, let numbers = NumberForm.numbers(in: words) {
      contents = numbers.map(CellContent.number)
      let places = zip(numbers, words).sorted { $0.0 < $1.0 }
      if case .worded? = NumberForm.read(words[0])?.form {
        labels = Dictionary(places.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
      }
      numberExample = places.last.map { ($0.1, $0.0) }
      notes =
        places.last.map {
          [
            "the ratings were read as numbers, '\($0.1)' as \(RatingTable.numeral($0.0)): "
              + "--scale nominal takes them for names"
          ]
        } ?? []
      return
    }
    var counts = [Int](repeating: 0, count: cells.distinct.count)
    for content in cells.contents { counts[content] += 1 }
    let declared = options.categories.map(CellReader.trimmed)
    let keys = Self.keys(of: words)
    let kept = Set(
      Dictionary(grouping: Set(declared)) { Self.plain($0) }
        .filter { $0.value.count > 1 }.keys)
    var spellings: [String: [(word: String, count: Int)]] = [:]
    for (content, count) in zip(cells.distinct, counts) {
      guard case .word(let word) = content, let key = keys[word], !kept.contains(key) else {
        continue
      }
      spellings[key, default: []].append((word, count))
    }
    var chosen: [String: String] = [:]
    for group in spellings.values {
      let sorted = group.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
      let name =
        declared.first { word in Self.plain(word) == Self.plain(sorted[0].word) }
        ?? sorted.first { $0.word.count > 1 }?.word ?? sorted[0].word
      for spelling in sorted { chosen[spelling.word] = name }
      if sorted.count > 1 { merged.append(sorted.map(\.word).sorted()) }
    }
    merged.sort { $0[0] < $1[0] }
    contents = cells.distinct.map { content in
      guard case .word(let word) = content else { return content }
      return .word(chosen[word] ?? word)
    }
    notes = merged.map { group in
      "\(group.map { "'\($0)'" }.joined(separator: ", ")) were taken as one category: naming all "
        + "with --categories keeps them apart"
    }
    let likeNumbers = words.count { NumberForm.looksLikeNumber($0) }
    if isFree, areWords, likeNumbers > 1, 4 * likeNumbers >= 3 * words.count {
      doubts.append(
        "the ratings look like numbers and were taken for names, because they are not all written "
          + "in one way: write plain numbers")
    }
  }

  /// What all spellings of a word have in common.
  private static func plain(_ word: String) -> String {
    word.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The category that each word spells: in small letters, `y` as `yes` beside yes and no alone.
  private static func keys(of words: [String]) -> [String: String] {
    let plain = words.map(plain)
    let found = Set(plain)
    let long = answers.first { answer in
      found.isSubset(of: Set(answer.keys).union(answer.values))
        && !found.isDisjoint(with: answer.keys) && !found.isDisjoint(with: answer.values)
    }
    return Dictionary(
      zip(words, plain.map { long?[$0] ?? $0 }), uniquingKeysWith: { first, _ in first })
  }
}
