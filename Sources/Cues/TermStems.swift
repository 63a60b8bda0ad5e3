/// Stems of the words of a claim or of a rubric.
struct TermStems: Sendable {
  private let stems: Set<[UInt8]>
  /// Stems that stand in phrases alone: 'skill' of 'unused skill'.
  private let parts: Set<[UInt8]>
  private let synonyms: Set<[UInt8]>

  /// How a word belongs to a claim or rubric.
  enum Kinship {
    case term
    /// One word of a phrase, which may mean something else by itself.
    case partOfPhrase
    case synonym
  }

  /// - Parameter terms: Words or short phrases; each word of a phrase counts but those of grammar.
  init(_ terms: [String]) {
    var words: Set<[UInt8]> = []
    var parts: Set<[UInt8]> = []
    var synonyms: Set<[UInt8]> = []
    for term in terms {
      let stems = Self.stems(of: term)
      if stems.count == 1 { words.insert(stems[0]) } else { parts.formUnion(stems) }
      let own = Set(stems)
      for group in Self.synonymous where !own.isDisjoint(with: group) { synonyms.formUnion(group) }
    }
    stems = words.union(parts)
    self.parts = parts.subtracting(words)
    self.synonyms = synonyms.subtracting(stems)
  }

  private static func stems(of term: String) -> [[UInt8]] {
    term.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" }).map { Array($0.utf8) }
      .filter { $0.count > 3 }.map { stem($0[...]) }
  }

  /// Words that say nearly the same, a line a meaning.
  private static let synonymous: [Set<[UInt8]>] = [
    "longing yearning craving pining", "lonely loneliness solitude solitary",
    "sadness sorrow grief melancholy", "fear dread fright terror", "skill ability talent craft",
    "unused unneeded unwanted useless", "joy delight gladness", "anger rage fury wrath",
    "weary tired exhausted", "bored boredom tedium", "shame embarrassment",
    "recognised noticed acknowledged", "preference liking inclination", "suffering pain distress",
  ].map { Set(stems(of: $0)) }

  var isEmpty: Bool { stems.isEmpty }

  /// How many words of a text are of these stems, mentioned ones among them.
  func count(in text: String) -> Int {
    var text = text
    return text.withUTF8 {
      Tokens($0, mentions: [], terms: self).tokens.count { $0.flags.contains(.term) }
    }
  }

  /// How a word belongs to the terms; `nil` where it does not.
  func kinship(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Kinship? {
    guard end - start > 3, end - start < 40 else { return nil }
    let word = bytes[start..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    let stem = Self.stem(word[...])
    if parts.contains(stem) { return .partOfPhrase }
    if stems.contains(stem) { return .term }
    return synonyms.contains(stem) ? .synonym : nil
  }

  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 3, end - start < 40 else { return false }
    let word = bytes[start..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    return stems.contains(Self.stem(word[...]))
  }

  /// A word without its most common endings.
  static func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var word = word
    func drop(_ ending: String, leaving fewest: Int = 3) -> Bool {
      let bytes = Array(ending.utf8)
      guard word.count >= bytes.count + fewest, word.suffix(bytes.count).elementsEqual(bytes) else {
        return false
      }
      word = word.dropLast(bytes.count)
      return true
    }
    _ = drop("'s")
    if !drop("ness"), !drop("ings"), !drop("ing"), !drop("edly"), !drop("ed"), !drop("less"),
      !drop("ful"), !drop("ies"), !drop("es"), !drop("s"), !drop("ly")
    {
      _ = false
    }
    _ = drop("e") || drop("y") || drop("i")
    // A doubled last consonant is one: stopped, stop.
    if word.count > 3, let last = word.last, word.dropLast().last == last {
      word = word.dropLast()
    }
    return Array(word)
  }
}
