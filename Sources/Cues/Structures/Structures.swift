/// C2: words of the claim or rubric in the asker's own words.
///
/// A word of a phrase by itself, and a synonym, is for a person to look at.
enum TermLeak {
  static func evidence(
    in tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, terms: TermStems
  ) -> [CueEvidence] {
    guard !terms.isEmpty, let cue = CueCatalogue.numbers["C2"] else { return [] }
    return tokens.sentences.flatMap { sentence -> [CueEvidence] in
      let found = sentence.tokens.compactMap { index -> (Range<Int>, TermStems.Kinship)? in
        let token = tokens.tokens[index]
        guard !token.flags.contains(.mentioned) else { return nil }
        let range = Int(token.start)..<Int(token.end)
        return terms.kinship(bytes, range.lowerBound, range.upperBound).map { (range, $0) }
      }
      let parts = found.count { $0.1 == .partOfPhrase }
      return found.map { range, kinship in
        let confidence: CuePattern.Confidence =
          switch kinship {
          case .term: .high
          case .partOfPhrase where parts > 1: .high
          case .partOfPhrase where names(sentence, tokens): .low
          case .partOfPhrase, .synonym: .medium
          }
        return CueEvidence(cue: cue, confidence: confidence, range: range)
      }
    }
  }

  /// Whether a sentence speaks of an entry of some list.
  private static func names(_ sentence: Tokens.Sentence, _ tokens: Tokens) -> Bool {
    let bit = WordClass.bit("listing")
    return sentence.tokens.contains {
      let word = tokens.tokens[$0].word
      return word >= 0 && Lexicon.shared.classes[Int(word)] & bit != 0
    }
  }
}

/// C3: a theme of the inner life or of the claim in what stands before a short request.
enum Priming {
  private static let longestRequest = 25
  private static let fewest = 3
  private static let leastDensity = 0.12

  static func evidence(in tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["C3"], let request = lastParagraph(bytes) else {
      return []
    }
    let bit = WordClass.bit("inner")
    var (words, targets, requestWords, requestTargets, start) = (0, 0, 0, 0, -1)
    for token in tokens.tokens {
      guard token.word < 0 || token.word >= Lexicon.markCount,
        !token.flags.contains(.mentioned)
      else { continue }
      let isTarget =
        token.flags.contains(.term)
        || token.word >= 0 && Lexicon.shared.classes[Int(token.word)] & bit != 0
      if Int(token.start) >= request {
        requestWords += 1
        if isTarget { requestTargets += 1 }
      } else {
        words += 1
        if isTarget {
          targets += 1
          if start < 0 { start = Int(token.start) }
        }
      }
    }
    guard targets >= fewest, requestWords <= longestRequest, requestTargets == 0,
      Double(targets) >= leastDensity * Double(words)
    else { return [] }
    var end = request
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return [CueEvidence(cue: cue, confidence: .medium, range: start..<end)]
  }

  /// Where the last paragraph begins; `nil` where there is but one.
  private static func lastParagraph(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    var place = end
    while place > 1 {
      if bytes[place - 1] == 0x0A, bytes[place - 2] == 0x0A { return place }
      place -= 1
    }
    return nil
  }
}
