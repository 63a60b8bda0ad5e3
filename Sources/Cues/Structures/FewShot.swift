/// F2: examples whose answers all lie on one side.
enum FewShot {
  private static let labels: Set<String> = [
    "rating", "answer", "label", "sentiment", "output", "ending", "a", "response", "category",
    "verdict", "class", "score", "reply", "story", "assistant", "result", "stance", "tone",
  ]
  /// What numbers otherwise.
  private static let numbered: Set<String> = [
    "step", "question", "section", "chapter", "item", "part", "option", "line", "page", "phase",
    "table",
    "figure", "note", "task", "day", "week", "example", "at", "rule", "act", "scene", "slide",
    "point",
  ]
  private static let fewest = 3
  /// The share of one label from which on examples lead.
  private static let mostShare = 0.7

  static func evidence(in bytes: UnsafeBufferPointer<UInt8>, terms: TermStems) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["F2"] else { return [] }
    var answers: [String: [Range<Int>]] = [:]
    var place = 0
    while place < bytes.count {
      if let arrow = arrow(at: place, bytes) {
        let value = value(after: arrow, bytes)
        if !value.isEmpty { answers["->", default: []].append(value) }
        place = max(value.upperBound, arrow)
        continue
      }
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
    var onSide = [0, 0]
    for value in values {
      counts[String(decoding: bytes[value].prefix(24), as: UTF8.self).lowercased(), default: 0] += 1
      let kind = classes(value, bytes, terms)
      if kind & (inner | target) != 0 { onTarget += 1 }
      if kind & bad != 0 { onSide[0] += 1 }
      if kind & fine != 0 { onSide[1] += 1 }
    }
    let most = max(counts.values.max() ?? 0, onTarget, onSide[0], onSide[1])
    return Double(most) > mostShare * Double(values.count)
  }

  private static let inner = WordClass.bit("inner") | WordClass.bit("affect")
  private static let bad = WordClass.bit("bad") | WordClass.bit("blamed")
  private static let fine = WordClass.bit("fine")
  /// Stands for a word of the claim or rubric: no class has the last bit.
  private static let target: UInt64 = 1 << 63

  private static func classes(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ terms: TermStems
  ) -> UInt64 {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    return Tokens(part, mentions: [], terms: terms).tokens.reduce(0) { all, token in
      all | (token.flags.contains(.term) ? target : 0)
        | (token.word >= 0 ? Lexicon.shared.classes[Int(token.word)] : 0)
    }
  }

  /// Where an arrow ends that begins at a place: '->', '=>', '→'.
  private static func arrow(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let byte = bytes[place]
    if byte == 0x2D || byte == 0x3D, place + 1 < bytes.count, bytes[place + 1] == 0x3E {
      return place + 2
    }
    if byte == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x86, bytes[place + 2] == 0x92 {
      return place + 3
    }
    return nil
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
    // Any word with a number after it counts examples: 'essay 2:'.
    let isNumbered = bytes[end..<colon].contains { (0x30...0x39).contains($0) }
    return labels.contains(word) || isNumbered && !word.isEmpty && !numbered.contains(word)
      ? word : nil
  }

  /// What stands after a colon on its line; empty for a placeholder.
  private static func value(after start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var first = start
    while first < bytes.count, bytes[first] == 0x20 { first += 1 }
    var end = first
    while end < bytes.count, bytes[end] != 0x0A {
      // A sentence ends the answer where examples stand on one line.
      if bytes[end] == 0x2E, end + 1 < bytes.count, bytes[end + 1] == 0x20 { break }
      end += 1
    }
    while end > first, bytes[end - 1] <= 0x20 { end -= 1 }
    guard first < end, ![0x5B, 0x7B, 0x3C, 0x5F].contains(bytes[first]) else {
      return first..<first
    }
    return first..<end
  }
}
