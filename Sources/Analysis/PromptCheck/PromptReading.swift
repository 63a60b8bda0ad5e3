import Reproducible
package import TrialDesign

/// What one reader said of one prompt, knowing neither the claim nor what belongs together.
package struct PromptReading: Hashable, Sendable {
  package let item: PromptItem
  /// The reader's name, the same on each of their readings.
  package let reader: String
  /// The place in the reader's sequence, from 0.
  package let position: Int
  /// Which answer the asker seems to want; `nil` where that is still open.
  package let wanted: ConditionGuess?
  /// Whether somebody would write this, 0...4; `nil` where it is open or the reader cannot tell.
  package let naturalness: Double?

  package init(
    item: PromptItem, reader: String, position: Int, wanted: ConditionGuess?, naturalness: Double?
  ) {
    self.item = item
    self.reader = reader
    self.position = position
    self.wanted = wanted
    self.naturalness = naturalness
  }
}

/// What readers see in one item: one wording under one condition.
package struct PromptItemCheck: Hashable, Sendable {
  /// What comes of an item.
  package enum Verdict: String, Hashable, Sendable {
    /// Enough readers see what the condition is meant to show.
    case keep
    /// They do not.
    case drop
    /// Fewer readers than it takes, or prompts that were changed since.
    case unchecked
    /// A hint, the weakest strength: what readers see is said, and nothing follows.
    case reported
  }

  /// What an item is, before anybody read it.
  package struct Subject: Hashable, Sendable {
    package let item: PromptItem
    /// How strongly the condition leads, 1...3; a condition written by hand has no known strength and
    /// counts as 2.
    package let strength: Int
    /// Whether its prompts are not those that readers were shown.
    package let isStale: Bool

    package init(item: PromptItem, strength: Int = 2, isStale: Bool = false) {
      self.item = item
      self.strength = strength
      self.isStale = isStale
    }
  }

  package let subject: Subject
  /// How many readers gave each answer, one answer a reader.
  package let counts: [ConditionGuess: Int]
  /// The mean of 0...4; `nil` where nobody said.
  package let naturalness: Double?
  /// How many readers said so.
  package let naturalnessReaders: Int

  package var item: PromptItem { subject.item }
  /// How many readers answered, those who cannot tell among them.
  package var readers: Int { counts.values.reduce(0, +) }

  /// - Parameters:
  ///   - subject: The item.
  ///   - readings: The readings of this item; of several by one reader the first that is answered
  ///     counts.
  init(_ subject: Subject, readings: [PromptReading]) {
    self.subject = subject
    let byReader = Dictionary(grouping: readings, by: \.reader)
      .mapValues { $0.sorted { $0.position < $1.position } }
    let answers = byReader.values.compactMap { $0.compactMap(\.wanted).first }
    counts = Dictionary(answers.map { ($0, 1) }, uniquingKeysWith: +)
    let naturals = byReader.values.compactMap { $0.compactMap(\.naturalness).first }
    naturalnessReaders = naturals.count
    naturalness = naturals.isEmpty ? nil : naturals.reduce(0, +) / Double(naturals.count)
  }

  /// Takes what was counted before; an item that nobody read has no `kept`.
  init(_ subject: Subject, kept: JSON?) {
    self.subject = subject
    counts = Dictionary(
      uniqueKeysWithValues: Self.names.compactMap { name, answer in
        guard let count = kept?["counts"]?[name]?.int, count > 0 else { return nil }
        return (answer, count)
      })
    naturalness = kept?["naturalness"]?.double
    naturalnessReaders = kept?["naturalness_readers"]?.int ?? 0
  }

  /// What answers are called in JSON.
  static let names: [(String, ConditionGuess)] = [
    ("toward", .toward), ("away", .away), ("none", .neither), ("cannot_tell", .cannotTell),
  ]

  /// The answers that the item is meant to bring.
  package var meant: Set<ConditionGuess> {
    switch item.condition {
    case .leading: [.toward]
    case .away: [.away]
    case .neutral, .placebo, .baseline: [.neither, .cannotTell]
    }
  }

  /// How many readers gave one of some answers.
  package func count(of answers: Set<ConditionGuess>) -> Int {
    answers.reduce(0) { $0 + counts[$1, default: 0] }
  }

  /// The share of readers who gave one of some answers; `nil` without readers.
  package func share(of answers: Set<ConditionGuess>) -> Double? {
    readers == 0 ? nil : Double(count(of: answers)) / Double(readers)
  }

  package var verdict: Verdict {
    if subject.isStale || readers < PromptCheck.fewestReaders { return .unchecked }
    let isLed = item.condition == .leading || item.condition == .away
    if isLed, subject.strength < 2 { return .reported }
    // In whole numbers: 7 of 10 are enough on every machine.
    return 100 * count(of: meant) >= PromptCheck.percentNeeded * readers ? .keep : .drop
  }
}
