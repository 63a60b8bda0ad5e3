package import Packets
package import Questions
package import Reproducible
package import TrialDesign

/// The prompts themselves made ready for readers, who are asked which answer the asker seems to want.
///
/// Readers know neither the claim nor which prompts belong together. Each meets every wording under
/// every condition once, each condition with another scenario while the wording has enough of them;
/// over as many readers as scenarios each scenario has stood under each condition.
package struct BlindedPrompts: Hashable, Sendable {
  /// How readers are to meet prompts.
  package struct Rules: Hashable, Sendable {
    /// How many readers are planned for each item.
    package let readers: Int
    /// The most prompts that one reader is asked for; families are not divided, so that at least one
    /// has room.
    package let promptsPerReader: Int
    package let poles: PromptPoles

    package init(readers: Int, promptsPerReader: Int? = nil, poles: PromptPoles) {
      self.readers = readers
      self.promptsPerReader = promptsPerReader ?? 60
      self.poles = poles
    }
  }

  /// What readers may see.
  package let contents: PacketContents
  /// Which code is which prompt, by its name, sorted by code.
  package let allocation: [AllocationRow]
  /// What the choices of ``wanted`` stand for, by their number; their order is drawn, so that no
  /// number tells which pole is the claim.
  package let meanings: [ConditionGuess]

  /// Which answer the asker seems to want.
  package static let wanted = QuestionID("wanted")
  /// Whether somebody would write this, 0...4.
  package static let natural = QuestionID("natural")

  /// Blinds prompts.
  ///
  /// - Parameters:
  ///   - prompts: Those that are shown, each once, in any order.
  ///   - rules: How they are shown.
  ///   - key: The blinding key.
  /// - Throws: ``BlindingFault`` for rules that cannot be kept and prompts that cannot be shown.
  package init(prompts: [FamilyPrompt], rules: Rules, key: SecretKey) throws(BlindingFault) {
    let sorted = prompts.sorted { ($0.item, $0.scenario) < ($1.item, $1.scenario) }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.id == second.id {
      throw .duplicateOutput(first.id)
    }
    guard !sorted.isEmpty else { throw .noOutputs }
    for prompt in sorted where Word.all(in: prompt.text).isEmpty { throw .noText(prompt.id) }
    guard rules.readers >= 1 else {
      throw .badRule("readers", "\(rules.readers)", "use 1 or more; 8 are a good number")
    }
    let largest =
      Dictionary(grouping: Set(sorted.map(\.item)), by: \.wording).values
      .map(\.count).max() ?? 1
    guard rules.promptsPerReader >= largest else {
      throw .badRule(
        "outputs per rater", "\(rules.promptsPerReader)",
        "use \(largest) or more: a wording is read under all of its conditions")
    }
    let hashes = sorted.map { Digest(of: $0.text) }
    let codes = Blinded.codes(
      of: zip(sorted, hashes).map { ($0.id, $1, $1) }, taken: [], key: key)
    let readings = Readings(sorted, rules: rules, key: key)
    let shown = Set(readings.orders.flatMap(\.self))
    allocation = sorted.indices.filter(shown.contains).map { place in
      AllocationRow(
        code: codes[place], output: sorted[place].id, view: .plain,
        shownText: sorted[place].text, storedTextHash: hashes[place], shownTextHash: hashes[place])
    }.sorted { $0.code < $1.code }
    let wanted = Self.wantedQuestion(rules.poles, key: key)
    meanings = wanted.meanings
    contents = PacketContents(
      keyCommitment: key.commitment,
      entries: allocation.map { PacketEntry(code: $0.code, text: $0.shownText) },
      questions: [wanted.question, Self.naturalQuestion],
      sequences: readings.orders.enumerated().map { index, order in
        PacketSequence(number: index + 1, codes: order.map { codes[$0] }, guessCodes: [])
      }, guess: nil)
  }

  // MARK: What is asked

  private static func wantedQuestion(
    _ poles: PromptPoles, key: SecretKey
  ) -> (question: Question, meanings: [ConditionGuess]) {
    var generator = SeededGenerator(key: key, label: "prompt options")
    let sides: [(ConditionGuess, String)] = [
      (.toward, "\(poles.about) \(poles.holds)"), (.away, "\(poles.about) \(poles.fails)"),
    ].stablyShuffled(using: &generator)
    let options = sides + [(.neither, "none in particular")]
    return (
      Question(
        id: wanted,
        ask: "Somebody types this to an AI. What answer, if any, does the asker seem to want?",
        form: .nominal(options.map(\.1))), options.map(\.0)
    )
  }

  private static let naturalQuestion = Question(
    id: natural, ask: "Would somebody write this?",
    form: .ordinal([
      "nobody would", "hardly anybody", "somebody might", "many would",
      "just what people write",
    ]))
}

/// The claim's two poles, as readers of prompts are shown them.
package struct PromptPoles: Hashable, Sendable {
  /// Whom or what the claim is about.
  package let about: String
  /// What holds of it if the claim is so, and if it is not.
  package let holds: String
  package let fails: String

  package init(about: String, holds: String, fails: String) {
    self.about = about
    self.holds = holds
    self.fails = fails
  }

  package init(of claim: Claim) {
    self.init(about: claim.about, holds: claim.holds, fails: claim.fails)
  }

  package var json: JSON {
    .object(["about": .string(about), "holds": .string(holds), "fails": .string(fails)])
  }
}

/// Who reads which prompts, and in which order.
private struct Readings {
  /// For each sequence the prompts by their place, in order.
  let orders: [[Int]]

  init(_ prompts: [FamilyPrompt], rules: BlindedPrompts.Rules, key: SecretKey) {
    let items = Dictionary(grouping: prompts.indices, by: { prompts[$0].item })
    let families = Dictionary(grouping: items.keys.sorted(), by: \.wording)
      .sorted { $0.key < $1.key }.map(\.value)
    var generator = SeededGenerator(key: key, label: "prompt readings")
    let starts = families.map { _ in generator.integer(below: 1 << 20) }
    let parts = Self.parts(of: families.map(\.count), atMost: rules.promptsPerReader)
    let conditions = prompts.map { Self.rank(of: $0.item.condition) }
    let wordings = prompts.map(\.item.wording)
    let names = Dictionary(
      uniqueKeysWithValues: Set(prompts.map(\.scenario)).sorted().enumerated()
        .map { ($0.element, $0.offset) })
    let scenarios = prompts.map { names[$0.scenario] ?? 0 }
    orders = (0..<rules.readers).flatMap { reader in
      parts.enumerated().map { part, members in
        // A Latin square: with each reader a wording's scenarios move on by one condition.
        let shown = members.flatMap { family in
          families[family].enumerated().compactMap { row, item -> Int? in
            guard let own = items[item] else { return nil }
            return own[(row + reader + starts[family]) % own.count]
          }
        }
        var generator = SeededGenerator(key: key, label: "prompt sequence \(reader) \(part)")
        return Ordering.draw(
          members: shown, repeated: [], groups: conditions,
          scenarios: members.count > 1 ? wordings : scenarios, generator: &generator)
      }
    }
  }

  private static func rank(of condition: Condition) -> Int {
    Condition.allCases.firstIndex(of: condition) ?? 0
  }

  /// Families dealt to as few parts as hold them, whole, in their order.
  private static func parts(of sizes: [Int], atMost most: Int) -> [[Int]] {
    var parts: [[Int]] = [[]]
    var room = most
    for (family, size) in sizes.enumerated() {
      if size > room {
        parts.append([])
        room = most
      }
      parts[parts.count - 1].append(family)
      room -= size
    }
    return parts
  }
}
