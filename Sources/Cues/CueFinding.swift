/// A cue found in a text.
package struct CueFinding: Hashable, Sendable {
  /// Its number in the catalogue.
  package let cueID: String
  /// UTF-8 offsets of the words that give it away.
  package let range: Range<Int>
  package let confidence: CuePattern.Confidence
  /// The words.
  package let words: String
  /// What the words do.
  package let why: String

  package var cue: Cue {
    guard let number = CueCatalogue.numbers[cueID] else {
      preconditionFailure("no cue is '\(cueID)'")
    }
    return CueCatalogue.cues[number]
  }
}

/// What a detector finds in a text.
package struct CueReading: Hashable, Sendable {
  /// In the order of their places; the same words may carry several cues.
  package let findings: [CueFinding]
  /// How far the wording leads, in 0...1: 0 where no cue is known, and never proof of neutrality.
  package let score: Double
  /// Whether the text is English: others are not read, and have no finding.
  package let isEnglish: Bool
  /// What was taken for mention and not read, UTF-8 offsets.
  package let mentions: [Mention]

  /// From this score on a text counts as leading.
  ///
  /// Chosen so that ordinary prompts are left alone: see `analysis/linter`.
  package static let threshold = 0.5

  package var isLeading: Bool { score >= Self.threshold }
}
