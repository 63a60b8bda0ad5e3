/// Finds leading cues in English prompts.
///
/// What is mentioned and not used (quotations, code, data, options, texts handed over, earlier answers)
/// is masked first. A clean reading means that no known cue was found, never that a text is neutral.
///
/// - SeeAlso: The catalogue names the source of each cue.
package struct CueDetector: Sendable {
  private let terms: TermStems

  /// - Parameter terms: Words and phrases of the claim and of the rating rubric, which must not leak;
  ///   without them target-term leakage is not looked for.
  package init(terms: [String] = []) {
    self.terms = TermStems(terms)
  }

  /// Reads a text.
  ///
  /// - Complexity: O(*n*) in its length, whatever it holds.
  package func read(_ text: String) -> CueReading {
    var text = text
    return text.withUTF8 { read($0) }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CueReading {
    let mentions = MentionFinder.mentions(in: bytes)
    let tokens = Tokens(bytes, mentions: mentions, terms: terms)
    guard EnglishCheck.holds(tokens, bytes) else {
      return CueReading(findings: [], score: 0, isEnglish: false, mentions: mentions)
    }
    var evidence = PatternMatcher.shared.matches(tokens).map { match in
      let start = Int(tokens.tokens[match.tokens.lowerBound].start)
      let end = Int(tokens.tokens[match.tokens.upperBound - 1].end)
      return CueEvidence(cue: match.cue, confidence: match.confidence, range: start..<end)
    }
    evidence += TermLeak.evidence(in: tokens, bytes, terms: terms)
    evidence += Priming.evidence(in: tokens, bytes)
    evidence += FewShot.evidence(in: bytes, terms: terms)
    evidence += OptionHint.evidence(in: tokens, mentions: mentions, bytes)
    evidence += ScaleAnchors.evidence(in: tokens)
    evidence += SpokenQuestion.evidence(in: tokens)
    evidence += Anchoring.evidence(in: tokens, bytes)
    let kept = CueEvidence.strongest(evidence, of: bytes.count)
    return CueReading(
      findings: kept.map { finding($0, bytes) },
      score: CueScore.of(
        kept, words: tokens.wordCount, openness: Openness.count(in: tokens)),
      isEnglish: true, mentions: mentions)
  }

  private func finding(_ evidence: CueEvidence, _ bytes: UnsafeBufferPointer<UInt8>) -> CueFinding {
    let cue = CueCatalogue.cues[evidence.cue]
    return CueFinding(
      cueID: cue.id, range: evidence.range, confidence: evidence.confidence,
      words: String(decoding: bytes[evidence.range], as: UTF8.self), why: cue.definition)
  }
}

/// A place in a text that speaks for a cue.
struct CueEvidence {
  /// The cue's place in the catalogue.
  let cue: Int
  let confidence: CuePattern.Confidence
  /// UTF-8 offsets; never empty.
  let range: Range<Int>

  /// Of overlapping places of one cue the strongest, and of those the longest; in order.
  static func strongest(_ evidence: [CueEvidence], of byteCount: Int) -> [CueEvidence] {
    let ranked = evidence.sorted {
      ($0.cue, $1.confidence, $1.range.count, $0.range.lowerBound)
        < ($1.cue, $0.confidence, $0.range.count, $1.range.lowerBound)
    }
    var kept: [CueEvidence] = []
    // The cue that took each byte last; one cue comes after the other.
    var taken = [Int16](repeating: -1, count: byteCount)
    for one in ranked where !taken[one.range].contains(Int16(one.cue)) {
      for place in one.range { taken[place] = Int16(one.cue) }
      kept.append(one)
    }
    return kept.sorted {
      ($0.range.lowerBound, $0.cue, $0.range.upperBound)
        < ($1.range.lowerBound, $1.cue, $1.range.upperBound)
    }
  }
}

/// Whether a text is English, by the words that half of every English text consists of.
private enum EnglishCheck {
  /// Below so many words nothing is said.
  private static let fewestWords = 7
  /// English prose has about a half.
  private static let leastShare = 0.1
  private static let mostForeign = 0.3

  static func holds(_ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let bit = WordClass.bit("function")
    var words = 0
    var known = 0
    var foreign = 0
    for token in tokens.tokens where !token.flags.contains(.mentioned) {
      guard token.word < 0 || token.word >= Lexicon.markCount, !token.flags.contains(.number) else {
        continue
      }
      words += 1
      if bytes[Int(token.start)] >= 0xC3 { foreign += 1 }
      if token.word >= 0, Lexicon.shared.classes[Int(token.word)] & bit != 0 { known += 1 }
    }
    guard Double(foreign) <= Self.mostForeign * Double(max(words, 1)) else { return false }
    return words < Self.fewestWords || Double(known) >= Self.leastShare * Double(words)
  }
}
