/// F3: a statement with an amount, and then a question for an amount.
enum Anchoring {
  private static func numbers(_ words: String) -> Set<Int32> {
    Set(
      words.split(separator: " ").map { Lexicon.shared.number(of: String($0)) }.filter { $0 >= 0 })
  }

  /// What somebody did with the amount that is named first.
  private static let named = numbers(
    """
    went sold got gets rated paid pay pays quoted usually heard read said say says guess guessed think thinks
    thought reckon reckons estimated estimate charges charged tip cost costs gave put scored average
    typically normally offered asked valued expect listed spent
    """)
  private static let amounts = numbers(
    """
    much many worth estimate guess rate percentage percent share price tip charge offer salary score
    chance likely probability value bid budget fair figure cost number
    """)
  private static let asking = WordClass.bit("wh")
  private static let imperatives = numbers("estimate guess rate score give value price")

  static func evidence(
    in tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["F3"] else { return [] }
    var found: [CueEvidence] = []
    // How many sentences ago an amount was named, and where.
    var before: (range: Range<Int>, age: Int)?
    for sentence in tokens.sentences {
      if let anchor = before, asksAmount(sentence, tokens) {
        found.append(CueEvidence(cue: cue, confidence: .high, range: anchor.range))
        before = nil
        continue
      }
      if let anchor = before {
        before = anchor.age < 2 ? (anchor.range, anchor.age + 1) : nil
      }
      if !sentence.isQuestion, let range = namesAmount(sentence, tokens, bytes) {
        before = (range, 0)
      }
    }
    return found
  }

  private static func asksAmount(_ sentence: Tokens.Sentence, _ tokens: Tokens) -> Bool {
    let all = tokens.tokens
    var asks = false
    var amount = false
    for index in sentence.tokens where all[index].word >= 0 {
      if all[index].flags.contains(.mentioned) { continue }
      if Lexicon.shared.classes[Int(all[index].word)] & asking != 0 { asks = true }
      if amounts.contains(all[index].word) { amount = true }
    }
    let first = all[sentence.tokens.lowerBound].word
    return amount && (asks && sentence.isQuestion || imperatives.contains(first))
  }

  /// The words around a number with a unit that somebody named.
  private static func namesAmount(
    _ sentence: Tokens.Sentence, _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    let all = tokens.tokens
    var verb: Int?
    var amount: Int?
    for index in sentence.tokens where !all[index].flags.contains(.mentioned) {
      if named.contains(all[index].word), verb == nil { verb = index }
      if amount == nil, isAmount(all[index], bytes) { amount = index }
    }
    guard let verb, let amount else { return nil }
    return Int(all[min(verb, amount)].start)..<Int(all[max(verb, amount)].end)
  }

  /// Whether figures carry a unit: a currency before them, or a per cent, k, m or '/10' after them.
  private static func isAmount(
    _ token: Tokens.Token, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (start, end) = (Int(token.start), Int(token.end))
    guard (0x30...0x39).contains(bytes[start]) else {
      // '£640k' is one word with its sign.
      return end - start > 2 && end - start < 16 && bytes[start] >= 0xC2
        && bytes[start..<end].contains { (0x30...0x39).contains($0) }
    }
    if start > 0, bytes[start - 1] == 0x24 { return true }
    guard end < bytes.count else { return false }
    if bytes[end] == 0x25 || bytes[end] == 0x2F { return true }
    return end + 1 < bytes.count && bytes[end] == 0x20 && bytes[end + 1] == 0x25
  }
}
