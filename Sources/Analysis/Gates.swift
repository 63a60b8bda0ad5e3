package import Reproducible
package import Statistics

/// How the agreement gate was left.
package enum AgreementOutcome: String, Hashable, Sendable, CaseIterable {
  /// α is not below the floor.
  case agreed
  /// α is below the floor, which is excused: raters agree and are shown to see the same.
  case excused
  /// One rater, or no output rated by two: agreement is unknown.
  case unknown
  /// Raters agree, nothing shows that they see the same, and there are no controls.
  case notShown = "not shown"
  /// α is below the floor and nothing excuses it.
  case belowFloor = "below the floor"

  /// Whether the gate stands open.
  package var passes: Bool { self == .agreed || self == .excused || self == .unknown }
}

/// Whether raters tell texts that show the claim from texts that do not.
package struct ControlComparison: Hashable, Sendable {
  package let show: Int
  package let showNot: Int
  /// Mean rating of the first less that of the second.
  package let difference: Double?
  /// At 1 − 2α.
  package let interval: Interval?
  /// Whether the interval lies above the smallest effect; `nil` below four texts of each.
  package let apart: Bool?

  package init(
    show: Int, showNot: Int, difference: Double?, interval: Interval?, apart: Bool?
  ) {
    self.show = show
    self.showNot = showNot
    self.difference = difference
    self.interval = interval
    self.apart = apart
  }

  package var json: JSON {
    .object([
      "show": .integer(show), "show_not": .integer(showNot),
      "difference": JSON(optional: difference), "low": JSON(optional: interval?.low),
      "high": JSON(optional: interval?.high), "apart": apart.map(JSON.bool) ?? .null,
    ])
  }
}

/// Whether raters see the same.
package struct AgreementGate: Hashable, Sendable {
  package let agreement: QuestionAgreement
  package let floor: Double
  package let controls: ControlComparison
  /// Between the two occasions on which a rater saw an output; from 20 repeats on it counts.
  package let withThemselves: QuestionAgreement?
  package let repeats: Int
  package let outcome: AgreementOutcome
  /// The outcome of the same rule for raters with themselves; `nil` below 20 repeats.
  package let outcomeWithThemselves: AgreementOutcome?

  package init(
    agreement: QuestionAgreement, floor: Double, controls: ControlComparison,
    withThemselves: QuestionAgreement?, repeats: Int, outcome: AgreementOutcome,
    outcomeWithThemselves: AgreementOutcome?
  ) {
    self.agreement = agreement
    self.floor = floor
    self.controls = controls
    self.withThemselves = withThemselves
    self.repeats = repeats
    self.outcome = outcome
    self.outcomeWithThemselves = outcomeWithThemselves
  }

  /// Whether the gate stands open.
  package var passed: Bool { outcome.passes && (outcomeWithThemselves?.passes ?? true) }

  package var json: JSON {
    .object([
      "coefficient": "krippendorff_alpha", "metric": .string(agreement.metric),
      "value": JSON(optional: agreement.alpha.value),
      "low": JSON(optional: agreement.alpha.interval?.low),
      "high": JSON(optional: agreement.alpha.interval?.high),
      "reason": JSON(optional: agreement.alpha.reason?.rawValue), "floor": .number(floor),
      "brennan_prediger": agreement.brennanPrediger.json,
      "controls_apart": controls.apart.map(JSON.bool) ?? .null, "controls": controls.json,
      "repeats": .integer(repeats), "with_themselves": withThemselves?.json ?? .null,
      "outcome": .string(outcome.rawValue),
      "outcome_with_themselves": JSON(optional: outcomeWithThemselves?.rawValue),
      "passed": .bool(passed),
    ])
  }
}

/// Bang's index of one arm: 1 all guess right, 0 chance, below 0 all guess wrong.
package struct BlindingArm: Hashable, Sendable {
  package let correct: Int
  package let wrong: Int
  package let cannotTell: Int
  package let index: Double?
  package let interval: Interval?

  package init(correct: Int, wrong: Int, cannotTell: Int, index: Double?, interval: Interval?) {
    self.correct = correct
    self.wrong = wrong
    self.cannotTell = cannotTell
    self.index = index
    self.interval = interval
  }

  package var json: JSON {
    .object([
      "value": JSON(optional: index), "low": JSON(optional: interval?.low),
      "high": JSON(optional: interval?.high), "correct": .integer(correct),
      "wrong": .integer(wrong), "cannot_tell": .integer(cannotTell),
    ])
  }
}

/// Whether a trace of the wording, and not the effect, moved the ratings.
package struct BlindingGate: Hashable, Sendable {
  /// Lead with echoing outputs counted by their masked views alone.
  package let cleanLead: EffectEstimate
  /// Lead less clean lead; its narrow interval decides.
  package let fall: EffectEstimate
  /// How many outputs echo, and how many of them have a masked view.
  package let echoingOutputs: Int
  package let maskedOutputs: Int
  package let leadingArm: BlindingArm
  package let neutralArm: BlindingArm
  /// Bang's index averaged over both arms; one arm alone shows a habit of guessing.
  package let meanIndex: Double?
  package let meanIndexInterval: Interval?
  /// How far one right guess would have to push a rating to make the lead, in points.
  package let push: Double?
  /// How well a machine tells the conditions from the texts; `nil` where texts are not known.
  package let leak: ConditionLeak?
  package let passed: Bool

  package init(
    cleanLead: EffectEstimate, fall: EffectEstimate, echoingOutputs: Int, maskedOutputs: Int,
    leadingArm: BlindingArm, neutralArm: BlindingArm, meanIndex: Double?,
    meanIndexInterval: Interval?, push: Double?, leak: ConditionLeak? = nil, passed: Bool
  ) {
    self.cleanLead = cleanLead
    self.fall = fall
    self.echoingOutputs = echoingOutputs
    self.maskedOutputs = maskedOutputs
    self.leadingArm = leadingArm
    self.neutralArm = neutralArm
    self.meanIndex = meanIndex
    self.meanIndexInterval = meanIndexInterval
    self.push = push
    self.leak = leak
    self.passed = passed
  }

  package var json: JSON {
    .object([
      "clean_lead": cleanLead.json, "fall": fall.json, "echoing_outputs": .integer(echoingOutputs),
      "masked_outputs": .integer(maskedOutputs),
      "bang": .object([
        "leading": leadingArm.json, "neutral": neutralArm.json, "mean": JSON(optional: meanIndex),
        "low": JSON(optional: meanIndexInterval?.low),
        "high": JSON(optional: meanIndexInterval?.high),
      ]),
      "push": JSON(optional: push), "leak": leak?.json ?? .null, "passed": .bool(passed),
    ])
  }
}
