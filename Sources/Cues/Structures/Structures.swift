/// C2: words of the claim or rubric in the asker's own words.
enum TermLeak {
  static func evidence(in tokens: Tokens) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["C2"] else { return [] }
    return tokens.tokens.compactMap { token in
      token.flags.contains(.term) && !token.flags.contains(.mentioned)
        ? CueEvidence(cue: cue, confidence: .high, range: Int(token.start)..<Int(token.end)) : nil
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
