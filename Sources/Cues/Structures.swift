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

/// F2: examples whose answers all lie on one side.
enum FewShot {
  private static let labels: Set<String> = [
    "rating", "answer", "label", "sentiment", "output", "ending", "a", "response", "category",
    "verdict", "class", "score", "reply", "story", "assistant", "result", "stance", "tone",
  ]
  private static let fewest = 3
  /// The share of one label from which on examples lead.
  private static let mostShare = 0.7

  static func evidence(in bytes: UnsafeBufferPointer<UInt8>, terms: TermStems) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["F2"] else { return [] }
    var answers: [String: [Range<Int>]] = [:]
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x3A, let label = label(before: place, bytes) else {
        place += 1
        continue
      }
      let value = value(after: place + 1, bytes)
      if !value.isEmpty { answers[label, default: []].append(value) }
      place = max(value.upperBound, place + 1)
    }
    return answers.sorted { $0.key < $1.key }.compactMap { _, values in
      guard values.count >= fewest, isOneSided(values, bytes, terms) else { return nil }
      return CueEvidence(
        cue: cue, confidence: .high,
        range: values[0].lowerBound..<values[values.count - 1].upperBound)
    }
  }

  private static func isOneSided(
    _ values: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>, _ terms: TermStems
  ) -> Bool {
    var counts: [String: Int] = [:]
    var onTarget = 0
    for value in values {
      counts[String(decoding: bytes[value].prefix(24), as: UTF8.self).lowercased(), default: 0] += 1
      if holdsTarget(value, bytes, terms) { onTarget += 1 }
    }
    let most = max(counts.values.max() ?? 0, onTarget)
    return Double(most) > mostShare * Double(values.count)
  }

  private static func holdsTarget(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ terms: TermStems
  ) -> Bool {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    let bit = WordClass.bit("inner")
    return Tokens(part, mentions: [], terms: terms).tokens.contains {
      $0.flags.contains(.term) || $0.word >= 0 && Lexicon.shared.classes[Int($0.word)] & bit != 0
    }
  }

  /// The word before a colon, without a number that follows it, where examples call answers so.
  private static func label(before colon: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var end = colon
    while end > 0, bytes[end - 1] == 0x20 || (0x30...0x39).contains(bytes[end - 1]), colon - end < 6
    {
      end -= 1
    }
    var start = end
    while start > 0, end - start < 12, Tokens.isLetter(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    return labels.contains(word) ? word : nil
  }

  /// What stands after a colon on its line; empty for a placeholder.
  private static func value(after start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var first = start
    while first < bytes.count, bytes[first] == 0x20 { first += 1 }
    var end = first
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    while end > first, bytes[end - 1] <= 0x20 { end -= 1 }
    guard first < end, ![0x5B, 0x7B, 0x3C, 0x5F].contains(bytes[first]) else {
      return first..<first
    }
    return first..<end
  }
}
