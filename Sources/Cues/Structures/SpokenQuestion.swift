/// A2: a statement that ends as a question: 'that was the plan right?', 'you're happy with it?'.
enum SpokenQuestion {
  private static func numbers(_ words: String) -> Set<Int32> {
    Set(
      words.split(separator: " ").map { Lexicon.shared.number(of: String($0)) }.filter { $0 >= 0 })
  }

  private static let tags = numbers(
    "right correct yeah huh eh innit no true surely agreed yes ok okay")
  private static let subjects = numbers(
    """
    you you're youre it it's its they they're he he's she she's we we're this that that's there there's
    the your my our their his her these those nobody everyone everybody
    """)
  private static let opening = WordClass.bit("opener")
  private static let asking =
    WordClass.bit("wh") | WordClass.bit("aux") | WordClass.bit("neg")
  private static let openers = numbers(
    "what's who's where's how's when's why's whats if when or whether how which what who where why whose could can would any should"
  )
  private static let verbs = WordClass.bit("be") | WordClass.bit("aux") | WordClass.bit("neg")
  private static let most = 30

  static func evidence(in tokens: Tokens) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["A2"] else { return [] }
    return tokens.sentences.compactMap { sentence in
      guard sentence.isQuestion, sentence.tokens.count < most,
        let (confidence, range) = read(sentence, tokens.tokens)
      else { return nil }
      return CueEvidence(
        cue: cue, confidence: confidence,
        range: Int(
          tokens.tokens[range.lowerBound].start)..<Int(
            tokens.tokens[range.upperBound - 1].end))
    }
  }

  private static func read(
    _ sentence: Tokens.Sentence, _ all: [Tokens.Token]
  ) -> (CuePattern.Confidence, Range<Int>)? {
    let classes = Lexicon.shared.classes
    let range = sentence.tokens
    var first = range.lowerBound
    while first < range.upperBound, all[first].word >= 0,
      classes[Int(all[first].word)] & opening != 0
    { first += 1 }
    var last = range.upperBound - 1
    while last > first, (5...7).contains(all[last].word) { last -= 1 }
    guard last > first + 1, !all[first].flags.contains(.mentioned) else { return nil }
    let opens = all[first].word
    var asks = opens >= 0 && classes[Int(opens)] & asking != 0
    var states = false
    for index in first..<last {
      let token = all[index]
      guard token.word >= 0, !token.flags.contains(.mentioned) else { continue }
      if openers.contains(token.word) { asks = true }
      let kind = classes[Int(token.word)]
      if kind & verbs != 0 { states = true }
      if token.flags.contains(.opensClause), kind & asking != 0 { asks = true }
    }
    guard !asks else { return nil }
    if tags.contains(all[last].word) { return (.high, first..<last + 1) }
    let speaks = opens >= 0 && subjects.contains(opens)
    return speaks && states ? (.medium, first..<last + 1) : nil
  }
}
