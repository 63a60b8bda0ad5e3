package import Cues

/// A prompt as somebody typed it, and what is left of it when nobody leads.
package struct NeutralPrompt: Hashable, Sendable {
  /// The prompt as it was typed.
  package let typed: String
  /// What led in it.
  package let reading: CueReading
  /// Its sentences without those that lead, joined; empty where every one does.
  package let proposal: String
  /// The sentences that were left out.
  package let leftOut: [String]

  /// Reads a prompt.
  ///
  /// - Parameters:
  ///   - typed: The prompt.
  ///   - terms: Words of the claim.
  package init(typed: String, terms: [String] = []) {
    self.typed = typed
    reading = CueDetector(terms: terms).read(typed)
    var kept: [String] = []
    var leftOut: [String] = []
    let detector = CueDetector(terms: terms)
    for sentence in Self.sentences(of: typed) {
      let leads = detector.read(sentence).findings.contains { $0.confidence > .low }
      if leads { leftOut.append(sentence) } else { kept.append(sentence) }
    }
    proposal = kept.joined(separator: " ")
    self.leftOut = leftOut
  }

  /// The cue that the prompt carries and from which prompts can be made, the strongest first.
  package var cue: Cue? {
    let ranked = reading.findings.filter { $0.confidence > .low }
      .sorted { $0.confidence > $1.confidence }
    return ranked.map(\.cue).first { !$0.carriers.isEmpty }
  }

  static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    var previous: Character = " "
    for character in text {
      if character.isWhitespace, ".!?…\"”".contains(previous) || character.isNewline {
        sentences.append(current)
        current = ""
      } else {
        current.append(character)
      }
      previous = character
    }
    sentences.append(current)
    return sentences.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// The prompt with `{topic}` in it: in place of what it is about, or after its first sentence's end.
  ///
  /// - Parameter prompt: A prompt without slots.
  /// - Returns: A proposal, which a person has to look at.
  package static func withTopic(_ prompt: String) -> String {
    if prompt.contains("{topic}") { return prompt }
    var sentences = sentences(of: prompt)
    guard !sentences.isEmpty else { return "" }
    for index in sentences.indices {
      if let about = sentences[index].firstRange(of: " about ") {
        let end =
          sentences[index][about.upperBound...].firstIndex { ".,;:!?".contains($0) }
          ?? sentences[index].endIndex
        // 'about 200 words' is a length.
        if sentences[index][about.upperBound...].first?.isNumber == true { continue }
        sentences[index].replaceSubrange(about.upperBound..<end, with: "{topic}")
        return sentences.joined(separator: " ")
      }
    }
    let first = sentences[0]
    let mark = first.last.map { ".!?".contains($0) } == true ? String(first.suffix(1)) : "."
    let core = mark == "." && first.last != "." ? first : String(first.dropLast())
    sentences[0] =
      mark == "?" ? "\(first) Think of {topic}." : "\(core) about {topic}\(mark)"
    return sentences.joined(separator: " ")
  }
}
