/// A5: a scale whose ends, or a list whose options, lie on one side.
enum ScaleAnchors {
  static func evidence(in tokens: Tokens) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["A5"] else { return [] }
    return tokens.sentences.compactMap { sentence in
      guard let range = scale(sentence, tokens) ?? list(sentence, tokens) else { return nil }
      return CueEvidence(
        cue: cue, confidence: .high,
        range: Int(
          tokens.tokens[range.lowerBound].start)..<Int(
            tokens.tokens[range.upperBound - 1].end))
    }
  }

  /// A number with the words that stand for it.
  private struct Anchor {
    let number: Int
    var words: Range<Int>
  }

  /// A list of options is no longer than so many words and marks.
  private static let longestList = 50
  private static let rates = numbers("rate scale score from where rank")
  private static let joins = numbers("( : is being means meaning for as equals -")
  private static let ends = numbers(", ) ; to and or .")
  private static let nulls = numbers(
    "no not none never zero nothing neither neutral least nowhere opposite without isn't unsure")
  private static let choosing = numbers("tick pick choose select circle check options which")
  private static let others = numbers(
    "other none neither rather unsure nothing no any else something both can't not unclear")

  private static func numbers(_ words: String) -> Set<Int32> {
    Set(
      words.split(separator: " ").map { Lexicon.shared.number(of: String($0)) }.filter { $0 >= 0 })
  }

  private static let bad =
    WordClass.bit("bad") | WordClass.bit("blamed") | WordClass.bit("ill")
    | WordClass.bit("affect")
  private static let fine = WordClass.bit("fine") | WordClass.bit("well")
  private static let mild = WordClass.bit("mild")
  private static let function = WordClass.bit("function")

  private static func classes(_ words: Range<Int>, _ tokens: Tokens) -> UInt64 {
    words.reduce(0) { all, index in
      let word = tokens.tokens[index].word
      return word >= 0 ? all | Lexicon.shared.classes[Int(word)] : all
    }
  }

  /// The tokens from the first anchor to the last one of a scale without an opposite.
  private static func scale(_ sentence: Tokens.Sentence, _ tokens: Tokens) -> Range<Int>? {
    let all = tokens.tokens
    var rating = false
    var anchors: [Anchor] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let token = all[index]
      if token.flags.contains(.mentioned) {
        index += 1
        continue
      }
      if rates.contains(token.word) { rating = true }
      guard token.flags.contains(.number), anchors.count < 12 else {
        index += 1
        continue
      }
      var first = index + 1
      while first < sentence.tokens.upperBound, first < index + 3, joins.contains(all[first].word) {
        first += 1
      }
      var last = first
      while last < sentence.tokens.upperBound, last < first + 5, !ends.contains(all[last].word),
        !all[last].flags.contains(.number)
      { last += 1 }
      if last > first { anchors.append(Anchor(number: index, words: first..<last)) }
      index = max(last, index + 1)
    }
    guard rating, anchors.count > 1, let low = anchors.first, let high = anchors.last else {
      return nil
    }
    let hasNull = anchors.contains { anchor in
      anchor.words.contains { nulls.contains(all[$0].word) }
    }
    guard !hasNull else { return nil }
    let (lowKind, highKind) = (classes(low.words, tokens), classes(high.words, tokens))
    let sharesWord = low.words.contains { index in
      let word = all[index].word
      return word >= 0 && Lexicon.shared.classes[Int(word)] & function == 0
        && high.words.contains { all[$0].word == word }
    }
    guard
      sharesWord || lowKind & bad != 0 && highKind & bad != 0
        || lowKind & fine != 0 && highKind & fine != 0 || lowKind & mild != 0
    else { return nil }
    return low.number..<high.words.upperBound
  }

  /// Options after a colon of which most blame or praise alike, and none stands for the rest.
  private static func list(_ sentence: Tokens.Sentence, _ tokens: Tokens) -> Range<Int>? {
    let all = tokens.tokens
    guard sentence.tokens.count < longestList,
      sentence.tokens.contains(where: { choosing.contains(all[$0].word) }),
      let colon = sentence.tokens.first(where: { all[$0].word == Lexicon.shared.mark(0x3A) })
    else { return nil }
    let rest = colon + 1..<sentence.tokens.upperBound
    var (blaming, praising) = (0, 0)
    for index in rest where all[index].word >= 0 && !all[index].flags.contains(.mentioned) {
      if others.contains(all[index].word) { return nil }
      let kind = Lexicon.shared.classes[Int(all[index].word)]
      if kind & bad != 0 { blaming += 1 }
      if kind & fine != 0 { praising += 1 }
    }
    guard max(blaming, praising) > 1, min(blaming, praising) == 0 else { return nil }
    return colon..<sentence.tokens.upperBound
  }
}
