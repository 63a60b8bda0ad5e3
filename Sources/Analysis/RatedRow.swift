package import Questions
package import TrialDesign

/// One rating, joined with what the raters did not see.
package struct RatedRow: Hashable, Sendable {
  /// The scenario; for an unpaired baseline text the text's own name.
  package let scenario: ScenarioID
  /// Which wording was used, counted from 1; 0 where the trial's wordings do not apply.
  package let wording: Int
  package let condition: Condition
  /// Which baseline, where the condition is one.
  package let baseline: BaselineID?
  /// The model; `nil` where people wrote the text.
  package let model: String?
  package let replicate: Int
  /// The output's name, one a text.
  package let output: String
  package let rater: String
  package let raterKind: RaterKind
  package let question: QuestionID
  /// The rating; `nil` where the rater could not tell.
  package let value: Double?
  /// The answer, where the question is the guess of the condition.
  package let guess: ConditionGuess?
  /// Which way a control points; `nil` for all other texts.
  ///
  /// A control's scenario and condition are not looked at.
  package let control: ControlKind?
  /// Whether the output repeats the variant's own words.
  package let echo: Bool
  /// Whether this view had words masked, true echoes or sham ones.
  package let masked: Bool
  /// 1, or 2 where the same rater saw the output again.
  package let occasion: Int
  /// How long the output is, in words; `nil` where nobody counted.
  package let length: Double?
  /// How the output was shown to this rater: the level of each factor between raters, by its name.
  package let shownAs: [String: String]

  package init(
    scenario: ScenarioID, wording: Int = 1, condition: Condition, baseline: BaselineID? = nil,
    model: String? = nil, replicate: Int = 1, output: String, rater: String,
    raterKind: RaterKind = .person, question: QuestionID, value: Double?,
    guess: ConditionGuess? = nil, control: ControlKind? = nil, echo: Bool = false,
    masked: Bool = false, occasion: Int = 1, length: Double? = nil, shownAs: [String: String] = [:]
  ) {
    self.scenario = scenario
    self.wording = wording
    self.condition = condition
    self.baseline = baseline
    self.model = model
    self.replicate = replicate
    self.output = output
    self.rater = rater
    self.raterKind = raterKind
    self.question = question
    self.value = value
    self.guess = guess
    self.control = control
    self.echo = echo
    self.masked = masked
    self.occasion = occasion
    self.length = length
    self.shownAs = shownAs
  }
}

/// A run that brought back nothing to rate: it counts as the scale's lowest point.
package struct UnratedOutput: Hashable, Sendable {
  package let scenario: ScenarioID
  package let wording: Int
  package let condition: Condition
  package let baseline: BaselineID?
  package let model: String?
  package let replicate: Int
  /// Why: `refused`, `filtered`, `empty`, `failed`.
  package let reason: String

  package init(
    scenario: ScenarioID, wording: Int = 1, condition: Condition, baseline: BaselineID? = nil,
    model: String? = nil, replicate: Int = 1, reason: String
  ) {
    self.scenario = scenario
    self.wording = wording
    self.condition = condition
    self.baseline = baseline
    self.model = model
    self.replicate = replicate
    self.reason = reason
  }
}
