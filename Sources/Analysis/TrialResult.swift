package import Reproducible
package import TrialDesign

/// What one cluster of the analysis is: the sample that the claim generalises over.
package enum ClusterKind: String, Hashable, Sendable, CaseIterable {
  case scenario
  /// From five wordings on.
  case wording
}

/// How much was rated, by whom.
package struct ResultCounts: Hashable, Sendable {
  package var scenarios: Int
  package var wordings: Int
  package var models: Int
  package var replicates: Int
  /// Rated outputs, controls left out.
  package var outputs: Int
  /// Raters of the primary analysis.
  package var raters: Int
  /// First ratings of the primary question in the primary analysis.
  package var ratings: Int
  /// How many outputs were rated a second time by the same rater.
  package var repeats: Int
  package var controls: Int
  /// Refusals and failures: counted as the scale's lowest point.
  package var unrated: Int
  package var unratedByCondition: [Condition: Int]
  package var baselineTexts: Int
  package var prompterRatings: Int
  package var modelRatings: Int
  package var simulatedRaters: Int
  package var plannedRuns: Int?
  /// The LLM judges, by name.
  package var modelRaters: [String]

  package var json: JSON {
    .object([
      "scenarios": .integer(scenarios), "wordings": .integer(wordings), "models": .integer(models),
      "replicates": .integer(replicates), "outputs": .integer(outputs), "raters": .integer(raters),
      "ratings": .integer(ratings), "repeats": .integer(repeats), "controls": .integer(controls),
      "unrated": .integer(unrated),
      "unrated_by_condition": .object(conditions: unratedByCondition) { .integer($0) },
      "baseline_texts": .integer(baselineTexts), "prompter_ratings": .integer(prompterRatings),
      "model_ratings": .integer(modelRatings), "simulated_raters": .integer(simulatedRaters),
      "planned_runs": JSON(optional: plannedRuns),
      "model_raters": .array(modelRaters.map(JSON.string)),
    ])
  }
}

/// A caution that stands beside a verdict.
package struct Warning: Hashable, Sendable {
  /// What it is about, as scripts tell it apart: `placebo_not_inert`.
  package let code: String
  package let text: String

  package init(code: String, text: String) {
    self.code = code
    self.text = text
  }
}

/// What a trial says: the verdict with all that it rests on.
package struct TrialResult: Hashable, Sendable {
  package let trial: String
  package let observation: String
  package let claim: ClaimPoles?
  package let plan: AnalysisPlan
  package let verdict: Verdict
  package let reason: Reason?
  /// The verdict in one plain sentence, or a few short ones.
  package let sentence: String
  /// What would settle the rest, or the cheapest next step.
  package let nextStep: String
  /// What no verdict of this kind can show.
  package let readingNotes: [String]
  package let warnings: [Warning]
  /// Which other smallest effect would give another verdict.
  package let wouldChange: [String]
  package let agreementGate: AgreementGate
  package let blindingGate: BlindingGate
  /// The primary question first, then the others in the trial's order.
  package let questions: [QuestionResult]
  package let counts: ResultCounts
  /// How much those ratings say.
  package let information: Information
  /// The primary question by other ways of counting.
  package let sensitivity: Sensitivity
  /// Raters whose ratings are in no estimate, on each question that they rated.
  package let ratersApart: [RatersApart]
  /// What the way of showing a text does to its ratings.
  package let raterFactors: [RaterFactor]
  package let cluster: ClusterKind
  package let models: [String]
  /// The scenarios that were rated, in a fixed order.
  package let scenarioNames: [String]
  /// Whether any rater of the primary analysis is made up.
  package let isSimulated: Bool
  /// The verdict with refusals and failures left out.
  package let verdictWithoutUnrated: Verdict
  /// Raters without whom the verdict would be another, with that verdict.
  package let decisiveRaters: [String: Verdict]
  package let deviations: [String]
  /// Presence is measured against the primary baseline, or against a reference.
  package let hasBaseRate: Bool
  /// The looks that were taken before the reveal; `nil` where none were planned.
  package let looks: LooksAccount?
  /// What is settled, whatever the verdict: one clause an effect that is not open.
  package let settled: [String]

  /// Fewer clusters than this are a first look.
  package static let fewForAVerdict = 24

  /// Whether the trial is small: it says what is settled, and the cheapest next step.
  package var isFirstLook: Bool { primary.lead.clusters < Self.fewForAVerdict }

  /// What stands beside everything that simulated raters had a part in.
  package static let rehearsal =
    "Simulated raters gave ratings: this is a rehearsal, not a finding."

  /// The primary question's result.
  package var primary: QuestionResult {
    guard let first = questions.first else {
      preconditionFailure("a result has a primary question")
    }
    return first
  }

  /// The error rate at which this analysis tests: the plan's, or what earlier looks leave of it.
  package var alpha: Double { looks?.level ?? plan.alpha }

  /// Where the lead stands after the placebo had its say.
  package var leadStanding: Standing { primary.lead.standing ?? .open }
  /// Where presence stands.
  package var presenceStanding: Standing { primary.presence.standing ?? .open }

  /// What the intervals rest on: t over scenario differences and, where it has a fit, the mixed model; where
  /// looks at any time were planned, the confidence sequence too.
  package var interval: String {
    let effects = [primary.presence, primary.lead]
    let isModelled = effects.contains { $0.mixedModel != nil }
    guard effects.contains(where: { $0.sequence != nil }) else {
      return isModelled ? "t and mixed model" : "t"
    }
    return isModelled ? "t, mixed model and confidence sequence" : "t and confidence sequence"
  }

  package var json: JSON {
    .object([
      "unled": 1, "trial": .string(trial), "observation": .string(observation),
      "claim": claim?.json ?? .null, "verdict": .string(verdict.rawValue),
      "reason": JSON(optional: reason?.rawValue), "interval": .string(interval),
      "sentence": .string(sentence), "next_step": .string(nextStep),
      "cannot_show": .array(readingNotes.map(JSON.string)),
      "warnings": .array(warnings.map { .string($0.text) }),
      "warning_codes": .array(warnings.map { .string($0.code) }),
      "would_change": .array(wouldChange.map(JSON.string)),
      "gates": .object(["agreement": agreementGate.json, "blinding": blindingGate.json]),
      "questions": .array(questions.map(\.json)), "counts": counts.json,
      "information": information.json, "sensitivity": sensitivity.json,
      "raters_apart": .array(ratersApart.map(\.json)),
      "shown_as": .array(raterFactors.map(\.json)),
      "cluster": .string(cluster.rawValue), "models": .array(models.map(JSON.string)),
      "scenario_names": .array(scenarioNames.map(JSON.string)),
      "simulated": .bool(isSimulated), "plan": plan.json,
      "verdict_without_unrated": .string(verdictWithoutUnrated.rawValue),
      "decisive_raters": .object(decisiveRaters.mapValues { .string($0.rawValue) }),
      "deviations": .array(deviations.map(JSON.string)), "base_rate": .bool(hasBaseRate),
      "looks": looks?.json ?? .null, "first_look": .bool(isFirstLook),
      "settled": .array(settled.map(JSON.string)),
    ])
  }
}
