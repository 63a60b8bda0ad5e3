package import Questions
package import Reproducible
package import Statistics
package import TrialDesign

/// A mean with its t interval over scenarios.
package struct MeanWithInterval: Hashable, Sendable {
  package let value: Double
  /// At 1 − α; `nil` below five scenarios.
  package let interval: Interval?
  package let clusters: Int

  package init(value: Double, interval: Interval?, clusters: Int) {
    self.value = value
    self.interval = interval
    self.clusters = clusters
  }

  package var json: JSON {
    .object([
      "value": .number(value), "low": JSON(optional: interval?.low),
      "high": JSON(optional: interval?.high), "scenarios": .integer(clusters),
    ])
  }
}

/// How the ratings of one condition are spread.
package struct Distribution: Hashable, Sendable {
  /// How many ratings fell on each level; on a slider, on each tenth of the way.
  package let counts: [Int]
  /// How many ratings said *cannot tell*; in no estimate.
  package let cannotTell: Int

  package init(counts: [Int], cannotTell: Int) {
    self.counts = counts
    self.cannotTell = cannotTell
  }

  /// All ratings, with those that said *cannot tell*.
  package var ratings: Int { counts.reduce(cannotTell, +) }
  /// The share that said *cannot tell*; `nil` without ratings.
  package var cannotTellShare: Double? {
    ratings == 0 ? nil : Double(cannotTell) / Double(ratings)
  }

  package var json: JSON {
    .object([
      "counts": .array(counts.map(JSON.integer)), "cannot_tell": .integer(cannotTell),
      "ratings": .integer(ratings), "cannot_tell_share": JSON(optional: cannotTellShare),
    ])
  }
}

/// One scenario's means (one wording's, where the wording is the cluster).
package struct ScenarioRow: Hashable, Sendable {
  /// The scenario's name; of a wording, `wording 3`.
  package let name: String
  /// Which wording it was asked in; `nil` where several.
  package let wording: Int?
  package let means: [Condition: Double]
  /// n − b here; `nil` where the baseline is not paired or a mean is missing.
  package let presence: Double?
  /// l − n here, over the models that have both.
  package let lead: Double?

  package init(
    name: String, wording: Int?, means: [Condition: Double], presence: Double?, lead: Double?
  ) {
    self.name = name
    self.wording = wording
    self.means = means
    self.presence = presence
    self.lead = lead
  }

  package var json: JSON {
    .object([
      "scenario": .string(name), "wording": JSON(optional: wording),
      "means": .object(conditions: means) { .number($0) },
      "presence": JSON(optional: presence), "lead": JSON(optional: lead),
    ])
  }
}

/// One model's means and effects: always shown, for models are no sample of one another.
package struct ModelRow: Hashable, Sendable {
  package let model: String
  package let means: [Condition: MeanWithInterval]
  package let presence: EffectEstimate
  package let lead: EffectEstimate

  package init(
    model: String, means: [Condition: MeanWithInterval], presence: EffectEstimate,
    lead: EffectEstimate
  ) {
    self.model = model
    self.means = means
    self.presence = presence
    self.lead = lead
  }

  package var json: JSON {
    .object([
      "model": .string(model), "means": .object(conditions: means, \.json),
      "presence": presence.json, "lead": lead.json,
    ])
  }
}

/// The effects of one wording, where a trial has several: by t over its scenarios.
package struct WordingRow: Hashable, Sendable {
  /// As the trial counts them.
  package let wording: Int
  package let presence: EffectEstimate
  package let lead: EffectEstimate

  package init(wording: Int, presence: EffectEstimate, lead: EffectEstimate) {
    self.wording = wording
    self.presence = presence
    self.lead = lead
  }

  package var json: JSON {
    .object([
      "wording": .integer(wording), "presence": presence.json, "lead": lead.json,
    ])
  }
}

/// One baseline's mean, and how far neutral texts lie above it.
package struct BaselineRow: Hashable, Sendable {
  /// The baseline's name; `nil` where the rows gave none.
  package let baseline: BaselineID?
  package let isPrimary: Bool
  package let mean: MeanWithInterval
  package let presence: EffectEstimate

  package init(
    baseline: BaselineID?, isPrimary: Bool, mean: MeanWithInterval, presence: EffectEstimate
  ) {
    self.baseline = baseline
    self.isPrimary = isPrimary
    self.mean = mean
    self.presence = presence
  }

  package var json: JSON {
    .object([
      "baseline": JSON(optional: baseline?.name), "primary": .bool(isPrimary), "mean": mean.json,
      "presence": presence.json,
    ])
  }
}

/// Which share of the effect the wording made: (l − n) / (l − b).
package struct LedShare: Hashable, Sendable {
  package let value: Double?
  package let interval: Interval?
  /// Why it is withheld.
  package let reason: Reason?

  package init(value: Double?, interval: Interval?, reason: Reason?) {
    self.value = value
    self.interval = interval
    self.reason = reason
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "value": JSON(optional: value), "low": JSON(optional: interval?.low),
      "high": JSON(optional: interval?.high),
    ]
    if let reason { members["reason"] = .string(reason.rawValue) }
    return .object(members)
  }
}

/// What the ratings of one question say.
package struct QuestionResult: Hashable, Sendable {
  package let question: Question
  /// Means by condition; empty for choices without order.
  package let means: [Condition: MeanWithInterval]
  /// n − b: what is there when nobody leads.
  package var presence: EffectEstimate
  /// l − n: what the wording added.
  package var lead: EffectEstimate
  /// l − c: how far wording alone moves it.
  package let steerability: EffectEstimate
  /// p − n: what any added text does.
  package let placeboShift: EffectEstimate
  /// l − p: asked for where the placebo shift is there.
  package let leadOverPlacebo: EffectEstimate
  /// l − b: what the led share apportions.
  package let leadingOverBase: EffectEstimate
  package let ledShare: LedShare
  package let scenarios: [ScenarioRow]
  package let models: [ModelRow]
  /// Empty where there is one wording alone.
  package let wordings: [WordingRow]
  package let baselines: [BaselineRow]
  package let distributions: [Condition: Distribution]
  package let agreement: QuestionAgreement

  package init(
    question: Question, means: [Condition: MeanWithInterval], presence: EffectEstimate,
    lead: EffectEstimate, steerability: EffectEstimate, placeboShift: EffectEstimate,
    leadOverPlacebo: EffectEstimate, leadingOverBase: EffectEstimate, ledShare: LedShare,
    scenarios: [ScenarioRow], models: [ModelRow], wordings: [WordingRow], baselines: [BaselineRow],
    distributions: [Condition: Distribution], agreement: QuestionAgreement
  ) {
    self.question = question
    self.means = means
    self.presence = presence
    self.lead = lead
    self.steerability = steerability
    self.placeboShift = placeboShift
    self.leadOverPlacebo = leadOverPlacebo
    self.leadingOverBase = leadingOverBase
    self.ledShare = ledShare
    self.scenarios = scenarios
    self.models = models
    self.wordings = wordings
    self.baselines = baselines
    self.distributions = distributions
    self.agreement = agreement
  }

  package var json: JSON {
    .object([
      "id": .string(question.id.name), "ask": .string(question.ask), "form": question.form.json,
      "primary": .bool(question.isPrimary), "means": .object(conditions: means, \.json),
      "presence": presence.json, "lead": lead.json, "steerability": steerability.json,
      "placebo_shift": placeboShift.json, "lead_over_placebo": leadOverPlacebo.json,
      "leading_over_base": leadingOverBase.json, "led_share": ledShare.json,
      "scenarios": .array(scenarios.map(\.json)), "models": .array(models.map(\.json)),
      "wordings": .array(wordings.map(\.json)),
      "baselines": .array(baselines.map(\.json)),
      "distributions": .object(conditions: distributions, \.json), "agreement": agreement.json,
    ])
  }
}

extension JSON {
  /// An object with a member for each condition.
  static func object<Value>(
    conditions values: [Condition: Value], _ json: (Value) -> JSON
  ) -> JSON {
    .object(
      Dictionary(
        values.map { ($0.key.rawValue, json($0.value)) }, uniquingKeysWith: { first, _ in first }))
  }
}
