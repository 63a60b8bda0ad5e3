/// All patterns of the catalogue, ready to be read against texts.
///
/// Patterns are found by the first word that they name, so that a text costs a step a word and little
/// more; gaps are bounded, so that no text takes more than its length times a constant.
struct PatternMatcher: Sendable {
  static let shared = PatternMatcher()

  /// An element with its words as numbers.
  private struct Step: Sendable {
    enum Kind: Sendable {
      case word, optional, not, notAfter, opensClause, opensSentence, gap, end
    }

    let kind: Kind
    /// Sorted numbers of words.
    var words: [Int32] = []
    var classes: UInt64 = 0
    var flags: Tokens.Flags = []
    /// Whether every word answers.
    var isAny = false
    var reach = 0

    /// Whether a match holds one of the words named: flags answer for none.
    var isNeeded: Bool { kind == .word && !isAny && flags.isEmpty }
  }

  private struct Compiled: Sendable {
    let cue: Int
    let pattern: CuePattern
    let steps: [Step]
    let unless: [Int32]
    let with: [Int32]
    /// What words have to stand in the sentence for the pattern to match at all.
    let needs: [Need]
  }

  /// Bits of a sentence's words one of which has to be set.
  private struct Need: Sendable {
    let classes: UInt64
    let words: UInt64
  }

  /// The bit of a word among 64, for a quick look whether a sentence may hold it.
  @inline(__always) private static func bit(_ word: Int32) -> UInt64 {
    1 << ((UInt64(truncatingIfNeeded: word) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  private let patterns: [Compiled]
  /// Those of ``Compiled``, apart, since they are asked most.
  private let needs: [[Need]]
  /// The patterns whose first word each word of the lexicon may be.
  private let byWord: [[Int32]]
  /// Patterns that may begin with a word of the claim, an option's letter, a number or a quotation.
  private let byFlag: [(flag: Tokens.Flags, patterns: [Int32])]

  /// A pattern found in a text.
  struct Match: Sendable {
    let cue: Int
    let pattern: Int
    let confidence: CuePattern.Confidence
    let tokens: Range<Int>
  }

  private init() {
    let lexicon = Lexicon.shared
    var patterns: [Compiled] = []
    for (number, cue) in CueCatalogue.cues.enumerated() {
      for pattern in cue.patterns {
        patterns.append(
          Compiled(
            cue: number, pattern: pattern,
            steps: pattern.elements.map { Self.step($0, lexicon) },
            unless: pattern.unless.map(lexicon.number(of:)),
            with: pattern.with.map(lexicon.number(of:)),
            needs: pattern.elements.map { Self.step($0, lexicon) }.filter(\.isNeeded).prefix(4).map
            {
              Need(classes: $0.classes, words: $0.words.reduce(0) { $0 | Self.bit($1) })
            }))
      }
    }
    self.patterns = patterns
    needs = patterns.map(\.needs)
    var byWord = [[Int32]](repeating: [], count: lexicon.count)
    var byFlag: [UInt8: [Int32]] = [:]
    for (index, compiled) in patterns.enumerated() {
      for step in Self.firsts(compiled.steps) {
        for word in 0..<lexicon.count
        where step.words.contains(Int32(word)) || lexicon.classes[word] & step.classes != 0 {
          if byWord[word].last != Int32(index) { byWord[word].append(Int32(index)) }
        }
        for flag in [Tokens.Flags.term, .letter, .number, .opensQuote, .possessive]
        where step.flags.contains(flag) {
          byFlag[flag.rawValue, default: []].append(Int32(index))
        }
      }
    }
    self.byWord = byWord
    self.byFlag = byFlag.sorted { $0.key < $1.key }.map {
      (Tokens.Flags(rawValue: $0.key), $0.value)
    }
  }

  private static func step(_ element: CuePattern.Element, _ lexicon: Lexicon) -> Step {
    func filled(_ kind: Step.Kind, _ literals: [String], _ classes: [String]) -> Step {
      var step = Step(kind: kind)
      step.words = literals.map(lexicon.number(of:)).sorted()
      for name in classes {
        switch name {
        case "any": step.isAny = true
        case "target":
          step.classes |= WordClass.bit("inner")
          step.flags.insert(.term)
        case "letter": step.flags.insert(.letter)
        case "owner": step.flags.insert(.possessive)
        case "number": step.flags.insert(.number)
        case "quote": step.flags.insert(.opensQuote)
        default: step.classes |= WordClass.bit(name)
        }
      }
      return step
    }
    switch element {
    case .word(let literals, let classes, let isOptional):
      return filled(isOptional ? .optional : .word, literals, classes)
    case .not(let literals, let classes): return filled(.not, literals, classes)
    case .notAfter(let literals): return filled(.notAfter, literals, [])
    case .opensClause: return Step(kind: .opensClause)
    case .opensSentence: return Step(kind: .opensSentence)
    case .gap(let reach):
      var step = Step(kind: .gap)
      step.reach = reach
      return step
    case .end: return Step(kind: .end)
    }
  }

  /// The steps that the first word of a match may answer to.
  private static func firsts(_ steps: [Step]) -> [Step] {
    var result: [Step] = []
    for step in steps {
      switch step.kind {
      case .word: return result + [step]
      case .optional: result.append(step)
      case .opensClause, .opensSentence, .not, .notAfter: continue
      case .gap, .end: preconditionFailure("a pattern begins with a word")
      }
    }
    return result
  }

  /// The pattern of a match.
  func pattern(_ match: Match) -> CuePattern { patterns[match.pattern].pattern }

  /// Every pattern that a text matches, in the order of places.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func matches(_ text: Tokens) -> [Match] {
    var found: [Match] = []
    let all = text.tokens
    var present: Set<Int32>?
    func words() -> Set<Int32> {
      if let present { return present }
      let set = Set(all.lazy.map(\.word))
      present = set
      return set
    }
    for sentence in text.sentences {
      var held = (classes: UInt64(0), words: UInt64(0))
      for index in sentence.tokens {
        let word = all[index].word
        guard word >= 0, !all[index].flags.contains(.mentioned) else { continue }
        held.classes |= Lexicon.shared.classes[Int(word)]
        held.words |= Self.bit(word)
      }
      for index in sentence.tokens {
        let token = all[index]
        let isMentioned = token.flags.contains(.mentioned)
        if isMentioned, !token.flags.contains(.opensQuote) { continue }
        if token.word >= 0, !isMentioned {
          for pattern in byWord[Int(token.word)] {
            look(Int(pattern), index, sentence, held, all, words, &found)
          }
        }
        for (flag, patterns) in byFlag where token.flags.contains(flag) {
          for pattern in patterns {
            look(Int(pattern), index, sentence, held, all, words, &found)
          }
        }
      }
    }
    return found
  }

  private func look(
    _ index: Int, _ start: Int, _ sentence: Tokens.Sentence,
    _ held: (classes: UInt64, words: UInt64), _ tokens: [Tokens.Token], _ words: () -> Set<Int32>,
    _ found: inout [Match]
  ) {
    let needs = needs[index]
    guard needs.allSatisfy({ $0.classes & held.classes != 0 || $0.words & held.words != 0 }) else {
      return
    }
    let compiled = patterns[index]
    guard !compiled.pattern.isQuestion || sentence.isQuestion,
      let end = match(compiled.steps, 0, start, sentence, tokens)
    else { return }
    if !compiled.unless.isEmpty,
      sentence.tokens.contains(where: {
        tokens[$0].word >= 0 && compiled.unless.contains(tokens[$0].word)
          && !tokens[$0].flags.contains(.mentioned)
      })
    {
      return
    }
    if !compiled.with.isEmpty {
      let present = words()
      guard compiled.with.contains(where: present.contains) else { return }
    }
    found.append(
      Match(
        cue: compiled.cue, pattern: index, confidence: compiled.pattern.confidence,
        tokens: start..<end))
  }

  /// Where a match of the steps from `step` on ends; `nil` where they do not match at `place`.
  private func match(
    _ steps: [Step], _ step: Int, _ place: Int, _ sentence: Tokens.Sentence,
    _ tokens: [Tokens.Token]
  ) -> Int? {
    guard step < steps.count else { return place }
    let current = steps[step]
    let limit = sentence.tokens.upperBound
    switch current.kind {
    case .opensClause:
      guard place < limit, tokens[place].flags.contains(.opensClause) else { return nil }
      return match(steps, step + 1, place, sentence, tokens)
    case .opensSentence:
      guard place < limit, tokens[place].flags.contains(.opensSentence) else { return nil }
      return match(steps, step + 1, place, sentence, tokens)
    case .end:
      // Marks at the end of a sentence are no words.
      guard place == limit || place == limit - 1 && (5...7).contains(tokens[place].word) else {
        return nil
      }
      return match(steps, step + 1, place, sentence, tokens)
    case .notAfter:
      if place > sentence.tokens.lowerBound, answers(current, tokens[place - 1]) { return nil }
      return match(steps, step + 1, place, sentence, tokens)
    case .not:
      if place < limit, answers(current, tokens[place]) { return nil }
      return match(steps, step + 1, place, sentence, tokens)
    case .gap:
      for skipped in 0...current.reach where place + skipped <= limit {
        if let end = match(steps, step + 1, place + skipped, sentence, tokens) { return end }
      }
      return nil
    case .optional:
      if place < limit, answers(current, tokens[place]),
        let end = match(steps, step + 1, place + 1, sentence, tokens)
      {
        return end
      }
      return match(steps, step + 1, place, sentence, tokens)
    case .word:
      guard place < limit, answers(current, tokens[place]) else { return nil }
      return match(steps, step + 1, place + 1, sentence, tokens)
    }
  }

  private func answers(_ step: Step, _ token: Tokens.Token) -> Bool {
    if token.flags.contains(.mentioned) {
      return step.flags.contains(.opensQuote) && token.flags.contains(.opensQuote)
    }
    if !step.flags.isDisjoint(
      with: token.flags.intersection([.term, .letter, .number, .possessive]))
    {
      return true
    }
    if step.isAny { return token.word < 0 || token.word >= Lexicon.markCount }
    guard token.word >= 0 else { return false }
    return Lexicon.shared.classes[Int(token.word)] & step.classes != 0
      || step.words.contains(token.word)
  }
}
