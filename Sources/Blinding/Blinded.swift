package import Packets
import Questions
package import Reproducible
package import TrialDesign

/// Outputs made ready for raters: what the packet holds, and what the record alone may know.
///
/// All of it follows from outputs, rules and key, whatever order the outputs come in. A code depends
/// on the key, the output's name and its texts alone, so outputs that were blinded before have the
/// same plain codes whatever comes with them; when a packet grows, name what raters already have
/// (``EarlierIssues``) and only what is new is drawn, under new codes and further sequences.
package struct Blinded: Hashable, Sendable {
  /// What raters may see.
  package let contents: PacketContents
  /// Which code is which output, sorted by code; codes that no sequence shows are not in it.
  package let allocation: [AllocationRow]
  /// What the options of the guess stand for.
  package let optionMeanings: [String: ConditionGuess]
  /// The outputs in which words of their own prompt were found.
  package let echoingOutputs: Set<String>
  /// The outputs in which a name of what wrote them was found.
  package let selfNamingOutputs: Set<String>

  /// Blinds outputs.
  ///
  /// - Parameters:
  ///   - outputs: All that is to be rated, in any order; those that raters already have are passed
  ///     over.
  ///   - rules: How they are to be shown.
  ///   - key: The blinding key.
  ///   - earlier: What raters already have.
  /// - Throws: ``BlindingFault`` for rules that cannot be kept and outputs that cannot be blinded.
  package init(
    outputs: [BlindableOutput], rules: BlindingRules, key: SecretKey,
    earlier: EarlierIssues = .none
  ) throws(BlindingFault) {
    try rules.check()
    let known = Set(earlier.allocation.map(\.output))
    let sorted = outputs.filter { !known.contains($0.id) }.sorted { $0.id < $1.id }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.id == second.id {
      throw .duplicateOutput(first.id)
    }
    guard !sorted.isEmpty else { throw .noOutputs }
    let prepared = try PreparedOutput.all(sorted)
    let issue = Issue(prepared, rules: rules, key: key, earlier: earlier)
    let guess = GuessDrawing.sheet(rules: rules, key: key)
    let guesses = issue.sequences.contains { !$0.guessCodes.isEmpty }
    allocation = issue.allocation
    optionMeanings = guesses ? guess.meanings : [:]
    echoingOutputs = Set(prepared.filter(\.echoes).map(\.output.id))
    selfNamingOutputs = Set(prepared.filter(\.namesItself).map(\.output.id))
    contents = PacketContents(
      keyCommitment: key.commitment,
      entries: issue.allocation.map { PacketEntry(code: $0.code, text: $0.shownText) },
      questions: rules.questions.map { Question(id: $0.id, ask: $0.ask, form: $0.form) },
      sequences: issue.sequences, guess: guesses ? guess.sheet : nil)
  }
}

/// One issue of a packet while it is drawn.
private struct Issue {
  let allocation: [AllocationRow]
  let sequences: [PacketSequence]

  init(
    _ outputs: [PreparedOutput], rules: BlindingRules, key: SecretKey, earlier: EarlierIssues
  ) {
    let label = "after \(earlier.sequenceCount)"
    let groups = Self.numbers(
      outputs.map {
        $0.output.condition?.rawValue ?? "control \($0.output.control?.rawValue ?? "")"
      })
    let scenarios = Self.numbers(outputs.map(\.output.scenario.name))
    let places = outputs.count * rules.ratersPerOutput
    let sequenceCount = max(
      rules.ratersPerOutput, (places + rules.mostPerSequence - 1) / rules.mostPerSequence)
    var generator = SeededGenerator(key: key, label: "assignment \(label)")
    let shown = Assignment(
      groups: groups, scenarios: scenarios, raters: rules.ratersPerOutput,
      sequenceCount: sequenceCount, generator: &generator
    ).sequences
    let masked =
      rules.masksEcho ? MaskedTexts.draw(for: outputs, key: key, label: "masks \(label)") : [:]
    let isMasked = Self.maskedViews(
      of: masked.mapValues(\.view), shown: shown, groups: groups, sequenceCount: sequenceCount,
      key: key, label: label)
    let rows = Self.rows(
      outputs, masked: masked, shown: shown, isMasked: isMasked,
      taken: Set(earlier.allocation.map(\.code)), key: key)
    allocation = rows.values.flatMap(\.values).sorted { $0.code < $1.code }

    let conditions = outputs.map(\.output.condition)
    sequences = (0..<sequenceCount).map { sequence in
      let number = earlier.sequenceCount + sequence + 1
      var generator = SeededGenerator(key: key, label: "sequence \(number)")
      let members = outputs.indices.filter { shown[$0].contains(sequence) }
      let order = Ordering.draw(
        members: members,
        repeated: Self.repeated(
          rules.repeatCount(of: members.count), of: members, conditions: conditions,
          generator: &generator),
        groups: groups, scenarios: scenarios, generator: &generator)
      let guessed = GuessDrawing.draw(
        count: rules.guessOutputs, members: members, conditions: conditions, generator: &generator)
      func codes(_ outputs: [Int]) -> [OutputCode] {
        outputs.compactMap { rows[$0]?[isMasked[$0].contains(sequence)]?.code }
      }
      return PacketSequence(number: number, codes: codes(order), guessCodes: codes(guessed))
    }
  }

  /// Numbers in place of names, the same for the same name.
  private static func numbers(_ names: [String]) -> [Int] {
    let places = Dictionary(
      uniqueKeysWithValues: Set(names).sorted().enumerated().map { ($0.element, $0.offset) })
    return names.map { places[$0] ?? 0 }
  }

  /// For each output, the sequences that show it masked.
  private static func maskedViews(
    of kinds: [Int: View], shown: [[Int]], groups: [Int], sequenceCount: Int, key: SecretKey,
    label: String
  ) -> [Set<Int>] {
    var isMasked = shown.map { _ in Set<Int>() }
    // Echoes and shams are halved apart, so that a rater meets half of each masked.
    for view in [View.echoMasked, .shamMasked] {
      var generator = SeededGenerator(key: key, label: "\(view.rawValue) views \(label)")
      let places = kinds.keys.filter { kinds[$0] == view }.sorted()
      let split = MaskedViews(
        views: Dictionary(uniqueKeysWithValues: places.map { ($0, shown[$0]) }),
        groups: Dictionary(uniqueKeysWithValues: places.map { ($0, groups[$0]) }),
        sequenceCount: sequenceCount, generator: &generator)
      for place in places {
        isMasked[place] = Set(shown[place].filter { split.isMasked(place, in: $0) })
      }
    }
    return isMasked
  }

  /// By output, and by whether words are masked in the view, what the table says of it.
  private static func rows(
    _ outputs: [PreparedOutput], masked: [Int: (view: View, text: String)], shown: [[Int]],
    isMasked: [Set<Int>], taken: Set<OutputCode>, key: SecretKey
  ) -> [Int: [Bool: AllocationRow]] {
    var views: [(place: Int, view: View, text: String, hash: Digest)] = []
    for (place, output) in outputs.enumerated() {
      if isMasked[place].count < shown[place].count {
        views.append((place, .plain, output.plainText, Digest(of: output.plainText)))
      }
      if let mask = masked[place], !isMasked[place].isEmpty {
        views.append((place, mask.view, mask.text, Digest(of: mask.text)))
      }
    }
    let codes = Blinded.codes(
      of: views.map { view in
        let output = outputs[view.place]
        return (output.output.id, output.storedHash, view.hash)
      }, taken: taken, key: key)
    var rows: [Int: [Bool: AllocationRow]] = [:]
    for (view, code) in zip(views, codes) {
      rows[view.place, default: [:]][view.view.isMasked] = AllocationRow(
        code: code, output: outputs[view.place].output.id, view: view.view, shownText: view.text,
        storedTextHash: outputs[view.place].storedHash, shownTextHash: view.hash)
    }
    return rows
  }

  /// Draws what a rater sees twice, from each condition in turn; never a control.
  private static func repeated(
    _ count: Int, of members: [Int], conditions: [Condition?], generator: inout SeededGenerator
  ) -> [Int] {
    let drawn = members.stablyShuffled(using: &generator)
    var kinds = Condition.allCases.map { kind in drawn.filter { conditions[$0] == kind } }
      .filter { !$0.isEmpty }.stablyShuffled(using: &generator)
    var chosen: [Int] = []
    while chosen.count < count, !kinds.isEmpty {
      for index in kinds.indices where chosen.count < count {
        chosen.append(kinds[index].removeLast())
      }
      kinds.removeAll(where: \.isEmpty)
    }
    return chosen
  }
}
