/// All patterns of the catalogue, ready to be read against texts.
///
/// Patterns are found by the first word that they name, so that a text costs a step a word and little
/// more; gaps are bounded, so that no text takes more than its length times a constant.
struct PatternMatcher: Sendable {
  static let shared = PatternMatcher()

  /// An element with its words as numbers.
  ///
  /// Plain values alone, here and below: a text is matched against thousands of them.
  private struct Step: Sendable {
    enum Kind: Sendable {
      case word, optional, not, notAfter, opensClause, opensSentence, gap, end
    }

    var kind: Kind
    /// Where its words stand among ``words``.
    var words = 0..<0
    /// The bits of its words, to tell most others apart at once.
    var hashes: UInt64 = 0
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
    let confidence: CuePattern.Confidence
    let isQuestion: Bool
    let steps: Range<Int>
    /// Places among ``words``.
    let unless: Range<Int>
    let with: Range<Int>
    /// What has to stand in the sentence for the pattern to match at all: places among ``needs``.
    let needs: Range<Int>
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

  private let texts: [CuePattern]
  private let patterns: [Compiled]
  private let steps: [Step]
  private let needs: [Need]
  private let words: [Int32]
  /// The patterns whose first word each word of the lexicon may be: places among ``starts``.
  private let byWord: [Range<Int>]
  private let starts: [Int32]
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
    var texts: [CuePattern] = []
    var patterns: [Compiled] = []
    var steps: [Step] = []
    var needs: [Need] = []
    var words: [Int32] = []
    func add(_ literals: [String]) -> Range<Int> {
      let start = words.count
      words += literals.map(lexicon.number(of:)).sorted()
      return start..<words.count
    }
    for (number, cue) in CueCatalogue.cues.enumerated() {
      for pattern in cue.patterns {
        let first = steps.count
        for element in pattern.elements {
          var step = Self.step(element)
          step.words = add(element.literals)
          step.hashes = words[step.words].reduce(0) { $0 | Self.bit($1) }
          steps.append(step)
        }
        let firstNeed = needs.count
        needs += steps[first...].filter(\.isNeeded).prefix(5).map {
          Need(classes: $0.classes, words: $0.hashes)
        }
        texts.append(pattern)
        patterns.append(
          Compiled(
            cue: number, confidence: pattern.confidence, isQuestion: pattern.isQuestion,
            steps: first..<steps.count, unless: add(pattern.unless.sorted()),
            with: add(pattern.with.sorted()), needs: firstNeed..<needs.count))
      }
    }
    var byWord = [[Int32]](repeating: [], count: lexicon.count)
    var byFlag: [UInt8: [Int32]] = [:]
    for (index, compiled) in patterns.enumerated() {
      for step in Self.firsts(steps[compiled.steps]) {
        for word in words[step.words] where byWord[Int(word)].last != Int32(index) {
          byWord[Int(word)].append(Int32(index))
        }
        if step.classes != 0 {
          for word in 0..<lexicon.count
          where lexicon.classes[word] & step.classes != 0 && byWord[word].last != Int32(index) {
            byWord[word].append(Int32(index))
          }
        }
        for flag in [Tokens.Flags.term, .letter, .number, .opensQuote, .possessive]
        where step.flags.contains(flag) {
          byFlag[flag.rawValue, default: []].append(Int32(index))
        }
      }
    }
    var starts: [Int32] = []
    self.byWord = byWord.map { patterns in
      let first = starts.count
      starts += patterns
      return first..<starts.count
    }
    self.starts = starts
    self.texts = texts
    self.patterns = patterns
    self.steps = steps
    self.needs = needs
    self.words = words
    self.byFlag = byFlag.sorted { $0.key < $1.key }.map {
      (Tokens.Flags(rawValue: $0.key), $0.value)
    }
  }

  private static func step(_ element: CuePattern.Element) -> Step {
    func filled(_ kind: Step.Kind, _ classes: [String]) -> Step {
      var step = Step(kind: kind)
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
    case .word(_, let classes, let isOptional):
      return filled(isOptional ? .optional : .word, classes)
    case .not(_, let classes): return filled(.not, classes)
    case .notAfter: return Step(kind: .notAfter)
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
  private static func firsts(_ steps: ArraySlice<Step>) -> [Step] {
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
  func pattern(_ match: Match) -> CuePattern { texts[match.pattern] }

  /// Every pattern that a text matches, in the order of places.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func matches(_ text: Tokens) -> [Match] {
    var found: [Match] = []
    let all = text.tokens
    let classes = Lexicon.shared.classes
    var present: Set<Int32>?
    for sentence in text.sentences {
      var held = (classes: UInt64(0), words: UInt64(0))
      var own: Set<Int32>?
      for index in sentence.tokens {
        let word = all[index].word
        guard word >= 0, !all[index].flags.contains(.mentioned) else { continue }
        held.classes |= classes[Int(word)]
        held.words |= Self.bit(word)
      }
      for index in sentence.tokens {
        let token = all[index]
        let isMentioned = token.flags.contains(.mentioned)
        if isMentioned, !token.flags.contains(.opensQuote) { continue }
        if token.word >= 0, !isMentioned {
          for place in byWord[Int(token.word)] {
            look(Int(starts[place]), index, sentence, held, all, classes, &own, &present, &found)
          }
        }
        if token.flags.isDisjoint(with: [.term, .letter, .number, .opensQuote, .possessive]) {
          continue
        }
        for (flag, patterns) in byFlag where token.flags.contains(flag) {
          for pattern in patterns {
            look(Int(pattern), index, sentence, held, all, classes, &own, &present, &found)
          }
        }
      }
    }
    return found
  }

  @inline(__always)
  private func look(
    _ index: Int, _ start: Int, _ sentence: Tokens.Sentence,
    _ held: (classes: UInt64, words: UInt64), _ tokens: [Tokens.Token], _ classes: [UInt64],
    _ own: inout Set<Int32>?, _ present: inout Set<Int32>?, _ found: inout [Match]
  ) {
    let compiled = patterns[index]
    for place in compiled.needs {
      let need = needs[place]
      if need.classes & held.classes == 0, need.words & held.words == 0 { return }
    }
    guard !compiled.isQuestion || sentence.isQuestion,
      let end = match(
        compiled.steps.lowerBound, compiled.steps.upperBound, start, sentence, tokens, classes)
    else { return }
    if !compiled.unless.isEmpty {
      // Gathered once for a sentence, which may be as long as the text.
      let words = own ?? Self.words(of: sentence, tokens)
      own = words
      if self.words[compiled.unless].contains(where: words.contains) { return }
    }
    if !compiled.with.isEmpty {
      let all = present ?? Set(tokens.lazy.map(\.word))
      present = all
      guard words[compiled.with].contains(where: all.contains) else { return }
    }
    found.append(
      Match(
        cue: compiled.cue, pattern: index, confidence: compiled.confidence, tokens: start..<end))
  }

  /// The words of a sentence that are used and not mentioned.
  private static func words(of sentence: Tokens.Sentence, _ tokens: [Tokens.Token]) -> Set<Int32> {
    Set(
      tokens[sentence.tokens].lazy.filter { $0.word >= 0 && !$0.flags.contains(.mentioned) }
        .map(\.word))
  }

  /// Whether a word is among some: they are sorted.
  private func names(_ range: Range<Int>, _ word: Int32) -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && words[low] == word
  }

  /// Where a match of the steps from `step` on ends; `nil` where they do not match at `place`.
  private func match(
    _ step: Int, _ last: Int, _ place: Int, _ sentence: Tokens.Sentence, _ tokens: [Tokens.Token],
    _ classes: [UInt64]
  ) -> Int? {
    var (step, place) = (step, place)
    let limit = sentence.tokens.upperBound
    while step < last {
      let current = steps[step]
      step += 1
      switch current.kind {
      case .opensClause:
        guard place < limit, tokens[place].flags.contains(.opensClause) else { return nil }
      case .opensSentence:
        guard place < limit, tokens[place].flags.contains(.opensSentence) else { return nil }
      case .end:
        // Marks at the end of a sentence are no words.
        guard place == limit || place == limit - 1 && (5...7).contains(tokens[place].word) else {
          return nil
        }
      case .notAfter:
        if place > sentence.tokens.lowerBound, answers(current, tokens[place - 1], classes) {
          return nil
        }
      case .not:
        if place < limit, answers(current, tokens[place], classes) { return nil }
      case .gap:
        for skipped in 0...current.reach where place + skipped <= limit {
          if let end = match(step, last, place + skipped, sentence, tokens, classes) { return end }
        }
        return nil
      case .optional:
        if place < limit, answers(current, tokens[place], classes),
          let end = match(step, last, place + 1, sentence, tokens, classes)
        {
          return end
        }
      case .word:
        guard place < limit, answers(current, tokens[place], classes) else { return nil }
        place += 1
      }
    }
    return place
  }

  @inline(__always)
  private func answers(_ step: Step, _ token: Tokens.Token, _ classes: [UInt64]) -> Bool {
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
    return classes[Int(token.word)] & step.classes != 0
      || step.hashes & Self.bit(token.word) != 0 && names(step.words, token.word)
  }
}
