import Packets
import Reproducible
import TrialDesign

/// The last question, and about which outputs it is asked.
enum GuessDrawing {
  /// Draws what a rater sees again.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - members: The outputs that the rater has seen.
  ///   - conditions: The condition of every output of the packet; `nil` for a control.
  ///   - generator: Where the draws come from.
  /// - Returns: A third leading, a third neutral, the rest away and placebo, in drawn order; what one
  ///   kind lacks, others fill.
  static func draw(
    count: Int, members: [Int], conditions: [Condition?], generator: inout SeededGenerator
  ) -> [Int] {
    let drawn = members.stablyShuffled(using: &generator)
    var kinds = [[Condition.leading], [.neutral], [.away, .placebo]].map { kind in
      drawn.filter { output in conditions[output].map(kind.contains) ?? false }
    }
    kinds[2] = alternating(kinds[2], conditions: conditions)
    // Where the count is no multiple of three, it is drawn which kinds give one more.
    let turn = kinds.indices.map { $0 }.stablyShuffled(using: &generator)
    var chosen: [Int] = []
    var place = 0
    while chosen.count < count, kinds.contains(where: { !$0.isEmpty }) {
      let kind = turn[place % turn.count]
      if !kinds[kind].isEmpty { chosen.append(kinds[kind].removeFirst()) }
      place += 1
    }
    return chosen.stablyShuffled(using: &generator)
  }

  /// Outputs away and placebo in turn, the first of the drawn order first.
  private static func alternating(_ outputs: [Int], conditions: [Condition?]) -> [Int] {
    guard let first = outputs.first else { return [] }
    let same = outputs.filter { conditions[$0] == conditions[first] }
    let other = outputs.filter { conditions[$0] != conditions[first] }
    return (0..<max(same.count, other.count)).flatMap { index in
      [same, other].compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  /// The sheet in plain words, with the claim's two poles, and what its options stand for.
  ///
  /// Neither the options' names nor the order of the poles tells which of them is the claim.
  static func sheet(
    rules: BlindingRules, key: SecretKey
  ) -> (sheet: GuessSheet, meanings: [String: ConditionGuess]) {
    var generator = SeededGenerator(key: key, label: "guess options")
    let poles: [(ConditionGuess, String)] = [
      (.toward, pole(rules.claimHolds ?? "shows what the questions ask about", rules)),
      (.away, pole(rules.claimFails ?? "shows nothing of what the questions ask about", rules)),
    ].stablyShuffled(using: &generator)
    var meanings: [String: ConditionGuess] = [:]
    var options: [GuessSheet.Option] = []
    for (meaning, label) in poles + [(.neither, "neither way"), (.cannotTell, "cannot tell")] {
      var id = CodeLetters.random(using: &generator)
      while meanings[id] != nil { id = CodeLetters.random(using: &generator) }
      meanings[id] = meaning
      options.append(GuessSheet.Option(id: id, label: label))
    }
    return (
      GuessSheet(ask: "What was asked for pointed this way:", options: options), meanings
    )
  }

  private static func pole(_ words: String, _ rules: BlindingRules) -> String {
    "\(rules.claimAbout ?? "the text") \(words)"
  }
}
