package import Questions
package import Reproducible

/// One text as raters may see it.
package struct PacketEntry: Hashable, Sendable {
  package let code: OutputCode
  package let text: String
  package init(code: OutputCode, text: String) {
    self.code = code
    self.text = text
  }
}

/// The order in which one rater meets texts.
package struct PacketSequence: Hashable, Sendable {
  /// From 1, in the order in which sequences are dealt.
  package let number: Int
  /// What is rated, in order; a code that stands twice is rated twice.
  package let codes: [OutputCode]
  /// What is shown again at the end, for the guess.
  package let guessCodes: [OutputCode]
  package init(number: Int, codes: [OutputCode], guessCodes: [OutputCode]) {
    self.number = number
    self.codes = codes
    self.guessCodes = guessCodes
  }
}

/// The last question, which asks what the text was asked for.
package struct GuessSheet: Hashable, Sendable {
  package struct Option: Hashable, Sendable {
    /// Drawn at random: it says nothing of what it stands for.
    package let id: String
    package let label: String
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }
  package let ask: String
  package let options: [Option]
  package init(ask: String, options: [Option]) {
    self.ask = ask
    self.options = options
  }
}

/// Everything that one issue of a packet brings to raters.
package struct PacketContents: Hashable, Sendable {
  /// SHA-256 of the blinding key: binds without telling.
  package let keyCommitment: Digest
  package let entries: [PacketEntry]
  package let questions: [Question]
  package let sequences: [PacketSequence]
  package let guess: GuessSheet?
  package init(
    keyCommitment: Digest, entries: [PacketEntry], questions: [Question],
    sequences: [PacketSequence], guess: GuessSheet?
  ) {
    self.keyCommitment = keyCommitment
    self.entries = entries
    self.questions = questions
    self.sequences = sequences
    self.guess = guess
  }
}
