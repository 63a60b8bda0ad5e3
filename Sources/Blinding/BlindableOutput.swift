package import Questions
package import TrialDesign

/// One text that is to be rated blind, with what must not show.
package struct BlindableOutput: Hashable, Sendable {
  /// The run's name, or that of a text of a baseline or a control; unique among the outputs.
  package let id: String
  /// The text as it is stored.
  package let text: String
  /// Under what it was asked for; `nil` for a control, and for a control alone.
  package let condition: Condition?
  /// Which way it points, where it is a control.
  package let control: ControlKind?
  /// The scenario; a text of a baseline or a control is a scenario of its own.
  package let scenario: ScenarioID
  package let wording: Int
  /// Names that would give the model away.
  package let modelNames: [String]
  /// The prompt texts of the variant that brought the output.
  package let ownWords: [String]
  /// The prompt texts of the neutral variant of the same scenario and wording, with everything that
  /// all conditions share.
  package let neutralWords: [String]

  package init(
    id: String, text: String, condition: Condition?, control: ControlKind? = nil,
    scenario: ScenarioID, wording: Int = 0, modelNames: [String] = [], ownWords: [String] = [],
    neutralWords: [String] = []
  ) {
    self.id = id
    self.text = text
    self.condition = condition
    self.control = control
    self.scenario = scenario
    self.wording = wording
    self.modelNames = modelNames
    self.ownWords = ownWords
    self.neutralWords = neutralWords
  }
}

/// How outputs are to be shown to raters.
package struct BlindingRules: Hashable, Sendable {
  /// How many different raters meet each output.
  package let ratersPerOutput: Int
  /// The share of a sequence's outputs that stand in it twice, in 0...1.
  package let repeats: Double
  /// How many outputs a rater sees again at the end to guess what was asked for; 0: no guess.
  package let guessOutputs: Int
  /// Whether half of the views of an output that echoes its prompt show the echo masked.
  package let masksEcho: Bool
  /// The longest sequence that a person is asked for, repeats included.
  package let outputsPerRater: Int
  package let questions: [Question]
  /// The claim's poles and what it is about, for the guess.
  package let claimHolds: String?
  package let claimFails: String?
  package let claimAbout: String?

  package init(
    ratersPerOutput: Int, repeats: Double, guessOutputs: Int, masksEcho: Bool,
    outputsPerRater: Int? = nil, questions: [Question], claimHolds: String? = nil,
    claimFails: String? = nil, claimAbout: String? = nil
  ) {
    self.ratersPerOutput = ratersPerOutput
    self.repeats = repeats
    self.guessOutputs = guessOutputs
    self.masksEcho = masksEcho
    self.outputsPerRater = outputsPerRater ?? 60
    self.questions = questions
    self.claimHolds = claimHolds
    self.claimFails = claimFails
    self.claimAbout = claimAbout
  }

  /// How many outputs of `count` stand twice.
  func repeatCount(of count: Int) -> Int {
    Int((repeats * Double(count)).rounded(.toNearestOrAwayFromZero))
  }

  /// The most different outputs that a sequence can hold.
  var mostPerSequence: Int {
    (0...max(outputsPerRater, 0)).last { $0 + repeatCount(of: $0) <= outputsPerRater } ?? 0
  }

  /// Checks what no draw could satisfy.
  func check() throws(BlindingFault) {
    guard ratersPerOutput >= 1 else {
      throw .badRule("raters_per_output", "\(ratersPerOutput)", "use 1 or more")
    }
    guard repeats >= 0, repeats <= 1 else {
      throw .badRule("repeats", "\(repeats)", "use a share from 0 to 1")
    }
    guard guessOutputs >= 0 else {
      throw .badRule("ask_for_condition", "\(guessOutputs)", "use 0 or more outputs")
    }
    guard mostPerSequence >= 1 else {
      throw .badRule("outputs per rater", "\(outputsPerRater)", "use 2 or more")
    }
    guard !questions.isEmpty else {
      throw .badRule("questions", "none", "ask raters at least one question")
    }
  }
}
