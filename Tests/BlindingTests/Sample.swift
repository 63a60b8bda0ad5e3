import Blinding
import Packets
import Questions
import Reproducible
import TrialDesign

/// Outputs of a made-up trial, for tests.
struct Sample {
  var scenarios = 12
  var replicates = 1
  var baselines = 12
  var controlsOfEachKind = 4
  /// Of this many outputs of a led condition, all but one echo their prompt.
  var echoesAllBut = 4

  static let modelName = "wombat-7b"

  /// The words of which texts are made; no prompt has them.
  private static let words = [
    "lamp", "stairs", "ocean", "window", "letter", "silver", "morning", "bread", "garden",
    "harbour", "winter", "clock", "street", "candle", "river", "stone", "paper", "music", "table",
    "cloud",
  ]

  private func text(_ name: String, echo: String? = nil) -> String {
    var generator = SeededGenerator(seed: 7, label: name)
    var words = (0..<60).map { _ in Self.words[generator.integer(below: Self.words.count)] }
    if let echo {
      for _ in 0...generator.integer(below: 3) {
        words.insert(echo, at: generator.integer(below: words.count))
      }
    }
    return words.joined(separator: " ") + "."
  }

  private func scenario(_ index: Int) -> ScenarioID { ScenarioID("scn_\(index)_id") }

  private func own(_ condition: Condition) -> String {
    switch condition {
    case .leading: "Write a story; surely a talent nobody wanted is in it."
    case .away: "Write a story; surely a talent everybody prizes is in it."
    case .placebo: "Write a story; have patience, relax completely."
    case .neutral, .baseline: "Write a story."
    }
  }

  private func echo(_ condition: Condition) -> String? {
    switch condition {
    case .leading: "a talent nobody wanted"
    case .away: "prizes"
    default: nil
    }
  }

  /// The outputs, in no particular order.
  var outputs: [BlindableOutput] {
    var all: [BlindableOutput] = []
    for index in 0..<scenarios {
      for condition in Condition.allCases where condition != .baseline {
        for replicate in 0..<replicates {
          let id = "run_\(condition.rawValue)_\(index)_\(replicate)"
          let echoes =
            condition == .away ? index % 2 == 0 : (index + replicate) % echoesAllBut != 0
          all.append(
            BlindableOutput(
              id: id, text: text(id, echo: echoes ? echo(condition) : nil), condition: condition,
              scenario: scenario(index), wording: index % 3, modelNames: [Self.modelName],
              ownWords: [own(condition)], neutralWords: ["Write a story."]))
        }
      }
    }
    for index in 0..<baselines {
      let id = "people_\(index)"
      all.append(
        BlindableOutput(
          id: id, text: text(id), condition: .baseline, scenario: ScenarioID("scn_\(id)")))
    }
    for kind in ControlKind.allCases {
      for index in 0..<controlsOfEachKind {
        let id = "control_\(kind.rawValue)_\(index)"
        all.append(
          BlindableOutput(
            id: id, text: text(id), condition: nil, control: kind,
            scenario: ScenarioID("scn_\(id)")))
      }
    }
    return all
  }

  static let questions = [
    Question(
      id: QuestionID("q1"), ask: "Is a talent of theirs without use?",
      form: .ordinal(["not at all", "hinted at", "present", "the theme"]), isPrimary: true),
    Question(
      id: QuestionID("q2"), ask: "Is there a quarrel?", form: .binary(no: "no", yes: "yes"),
      isDistractor: true),
  ]

  static func rules(
    raters: Int = 3, repeats: Double = 0.1, guesses: Int = 6, masks: Bool = true,
    outputsPerRater: Int? = nil
  ) -> BlindingRules {
    BlindingRules(
      ratersPerOutput: raters, repeats: repeats, guessOutputs: guesses, masksEcho: masks,
      outputsPerRater: outputsPerRater, questions: questions,
      claimHolds: "has a talent that nobody needs", claimFails: "is needed",
      claimAbout: "the main character")
  }

  /// The key of bytes that a seed gives.
  static func key(_ seed: UInt64) -> SecretKey {
    var generator = SeededGenerator(seed: seed, label: "key")
    let bytes = (0..<32).map { _ in UInt8(generator.integer(below: 256)) }
    guard let key = SecretKey(bytes: bytes) else { preconditionFailure("32 bytes make a key") }
    return key
  }
}

/// What was drawn, joined with what it was drawn from.
struct Drawn {
  let blinded: Blinded
  let outputs: [String: BlindableOutput]
  let rows: [OutputCode: AllocationRow]

  init(_ blinded: Blinded, of outputs: [BlindableOutput]) {
    self.blinded = blinded
    self.outputs = Dictionary(uniqueKeysWithValues: outputs.map { ($0.id, $0) })
    rows = Dictionary(uniqueKeysWithValues: blinded.allocation.map { ($0.code, $0) })
  }

  var sequences: [PacketSequence] { blinded.contents.sequences }

  func output(_ code: OutputCode) -> BlindableOutput? {
    rows[code].flatMap { outputs[$0.output] }
  }

  /// The condition, or the kind of control.
  func group(_ code: OutputCode) -> String {
    let output = output(code)
    return output?.condition?.rawValue ?? output?.control?.rawValue ?? "unknown"
  }

  func scenario(_ code: OutputCode) -> String { output(code)?.scenario.name ?? "unknown" }

  /// The views of a sequence, each once.
  func distinct(_ sequence: PacketSequence) -> [OutputCode] {
    Set(sequence.codes).sorted()
  }

  /// How many views of each kind an output has over all sequences, repeats not counted.
  func views(_ id: String) -> [View: Int] {
    sequences.flatMap(distinct).compactMap { rows[$0] }.filter { $0.output == id }
      .reduce(into: [:]) { $0[$1.view, default: 0] += 1 }
  }
}

extension Array where Element: Hashable {
  /// How often each element stands in the array.
  var counts: [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
