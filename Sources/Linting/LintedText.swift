import Cues

/// Findings in a prompt by itself.
extension LintedFile {
  /// Reads a prompt.
  ///
  /// - Parameters:
  ///   - text: The prompt.
  ///   - name: What the file is called.
  ///   - terms: Words of the claim and the rubric, which must not leak.
  /// - Complexity: O(*n*) in its length, but for sorting what is found.
  package init(prompt text: String, name: String, terms: [String] = []) {
    let reading = CueDetector(terms: terms).read(text)
    let findings = PlacedText(text).findings(reading.findings)
    self.init(
      name: name, score: reading.score, isEnglish: reading.isEnglish,
      findings: reading.isEnglish
        ? findings
        : [
          LintFinding(
            level: .warning, code: "language", name: "language",
            problem: "this is not English, or too little of it: it was not read",
            remedy: "have it read by a person; the detector knows English alone")
        ])
  }
}

/// A text in which findings get their lines, columns and the words around them.
struct PlacedText {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Cues with their places, in order.
  func findings(
    _ found: [CueFinding], part: String = "", level: (CueFinding) -> LintLevel? = { _ in nil }
  ) -> [LintFinding] {
    let places = places(of: found.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    return found.compactMap { one in
      guard let start = places[one.range.lowerBound], let end = places[one.range.upperBound] else {
        return nil
      }
      let cue = one.cue
      let excerpt = excerpt(around: one.range)
      let words = one.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return LintFinding(
        level: level(one) ?? LintLevel(one.confidence), code: cue.id, name: cue.name, part: part,
        problem: "'\(words.count > 80 ? words.prefix(77) + "..." : words)': \(one.why)",
        remedy: cue.mend, line: start.line, column: start.column,
        offsets: start.offset..<end.offset, shown: excerpt.text, marked: excerpt.marked)
    }
  }

  /// The places of UTF-8 offsets, in one pass over the text.
  private func places(of offsets: [Int]) -> [Int: TextPlace] {
    var result: [Int: TextPlace] = [:]
    var (scalar, line, column, place) = (0, 1, 1, 0)
    for offset in Set(offsets).sorted() {
      while place < min(offset, bytes.count) {
        // Bytes that go on with a scalar count for nothing.
        if bytes[place] & 0xC0 != 0x80 {
          scalar += 1
          column += 1
          if bytes[place] == 0x0A { (line, column) = (line + 1, 1) }
        }
        place += 1
      }
      result[offset] = TextPlace(offset: scalar, line: line, column: column)
    }
    return result
  }

  /// How much of a line is shown on each side, in bytes.
  private static let shownAround = 120

  /// The words with what stands beside them on their line, and which scalars of it they are.
  private func excerpt(around range: Range<Int>) -> (text: String, marked: Range<Int>) {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A, range.lowerBound - start < Self.shownAround {
      start -= 1
    }
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var last = range.lowerBound
    while last < range.upperBound, bytes[last] != 0x0A { last += 1 }
    var end = last
    while end < bytes.count, bytes[end] != 0x0A, end - last < Self.shownAround { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
    let before = scalars(start..<range.lowerBound)
    return (
      String(decoding: bytes[start..<end], as: UTF8.self),
      before..<before + scalars(range.lowerBound..<last)
    )
  }
}
