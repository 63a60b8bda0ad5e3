package import Faults
import Questions
package import Reproducible
package import Statistics
import TrialDesign

/// What became of an effect when a trial was done again.
package enum ReplicationOutcome: String, Hashable, Sendable, CaseIterable {
  /// There, and there again.
  case replicates
  /// There, now not there.
  case failsToReplicate = "fails to replicate"
  case notThereAgain = "not there again"
  /// Not there, now there.
  case nowThere = "now there"
  case open

  /// Compares where an effect stood with where it stands now.
  package init(original: Standing, replication: Standing) {
    switch (original.isThere, replication.isThere) {
    case (.some(true), .some(true)): self = .replicates
    case (.some(true), .some(false)): self = .failsToReplicate
    case (.some(false), .some(false)): self = .notThereAgain
    case (.some(false), .some(true)): self = .nowThere
    case (.none, _), (_, .none): self = .open
    }
  }
}

/// How two trials were brought together.
package enum ComparisonMethod: String, Hashable, Sendable, CaseIterable {
  /// On the same scenarios (or wordings): by scenario, never as independent.
  case byScenario = "by scenario"
  /// On different scenarios: as independent trials, pooled by inverse variance.
  case independent
}

/// One effect in two trials.
package struct EffectComparison: Hashable, Sendable {
  package let original: EffectEstimate
  package let replication: EffectEstimate
  package let outcome: ReplicationOutcome
  /// The criteria that stand side by side; `nil` where an estimate has no standard error.
  package let criteria: ReplicationCriteria?
  package let method: ComparisonMethod
  /// Replication less original.
  package let difference: EffectEstimate
  /// Both trials together.
  package let pooled: EffectEstimate

  package var json: JSON {
    var members: [String: JSON] = [
      "original": original.json, "replication": replication.json,
      "outcome": .string(outcome.rawValue), "method": .string(method.rawValue),
      "difference": difference.json, "pooled": pooled.json,
    ]
    members["same_sign"] = criteria.map { .bool($0.sameSign) } ?? .null
    members["same_sign_and_significant"] = criteria.map { .bool($0.significantSameSign) } ?? .null
    members["prediction"] = JSON(interval: criteria?.predictionInterval)
    members["in_prediction"] = criteria.map { .bool($0.replicationInPrediction) } ?? .null
    return .object(members)
  }
}

/// A trial against its replication.
package struct Comparison: Hashable, Sendable {
  package let original: TrialResult
  package let replication: TrialResult
  package let presence: EffectComparison
  package let lead: EffectComparison
  /// How many scenarios both trials asked about.
  package let sharedScenarios: Int
  /// What a reader should know besides: other questions, other models, made-up raters.
  package let notes: [String]

  /// Compares two results.
  ///
  /// - Parameters:
  ///   - original: The first trial.
  ///   - replication: The trial done again.
  /// - Throws: ``Fault`` of kind `badInput` where scales or smallest effects differ: the effects
  ///   then are not the same quantity.
  package init(original: TrialResult, replication: TrialResult) throws(Fault) {
    let place = "\(original.trial) and \(replication.trial)"
    guard original.primary.question.form == replication.primary.question.form else {
      throw Fault(
        .badInput, at: place, "the primary questions have different scales",
        remedy: "compare trials whose primary questions have the same form and the same levels")
    }
    guard original.plan.smallestEffect == replication.plan.smallestEffect else {
      throw Fault(
        .badInput, at: place,
        "the smallest effects differ: \(Numerals.fixed(original.plan.smallestEffect)) and "
          + Numerals.fixed(replication.plan.smallestEffect),
        remedy: "analyse one of them again with the smallest effect of the other")
    }
    self.original = original
    self.replication = replication
    let shared = Set(original.scenarioNames).intersection(replication.scenarioNames)
    sharedScenarios = shared.count
    let pair = TrialPair(original: original, replication: replication)
    presence = pair.presence
    lead = pair.lead
    notes = Self.notes(original, replication, shared: shared.count)
  }

  private static func notes(_ original: TrialResult, _ replication: TrialResult, shared: Int)
    -> [String]
  {
    var notes: [String] = []
    if original.primary.question.ask != replication.primary.question.ask {
      notes.append("The primary questions are worded differently.")
    }
    if original.isSimulated || replication.isSimulated {
      notes.append(TrialResult.rehearsal)
    }
    let models = Set(original.models).intersection(replication.models)
    if models.isEmpty, !original.models.isEmpty, !replication.models.isEmpty {
      notes.append("The trials have no model in common.")
    }
    let most = max(original.scenarioNames.count, replication.scenarioNames.count)
    if shared > 0, shared < most {
      notes.append(
        "The trials share \(shared) of \(Numerals.count(most, "scenario")); difference and pooled "
          + "estimate rest on these.")
    }
    return notes
  }

  /// What came of it, in plain words.
  package var sentence: String {
    let points = Points(form: original.primary.question.form)
    func phrase(_ name: String, _ effect: EffectComparison) -> String {
      let verb =
        switch effect.outcome {
        case .replicates: "\(name) replicates"
        case .failsToReplicate: "\(name) fails to replicate"
        case .notThereAgain: "\(name) is not there again"
        case .nowThere: "\(name) is now there"
        case .open: "whether \(name) replicates is open"
        }
      guard let first = effect.original.value, let second = effect.replication.value else {
        return verb
      }
      return "\(verb) (\(points.number(first)) then, \(points.effect(second)) now)"
    }
    let parts =
      original.hasBaseRate && replication.hasBaseRate
      ? [phrase("presence", presence), phrase("lead", lead)] : [phrase("lead", lead)]
    let joined = parts.joined(separator: ", and ")
    return joined.prefix(1).uppercased() + joined.dropFirst() + "; \(together)."
  }

  private var together: String {
    guard sharedScenarios > 0 else {
      return "the trials share no scenario, so they are pooled as independent"
    }
    let same = "both trials asked about the same \(Numerals.count(sharedScenarios, "scenario"))"
    switch (original.cluster, replication.cluster) {
    case (.scenario, .scenario): return "\(same), so they are compared scenario by scenario"
    case (.wording, .wording): return "\(same), so they are compared wording by wording"
    default:
      return "\(same), but one goes by scenario and the other by wording, so neither a difference "
        + "nor a pooled estimate is given"
    }
  }

  package var json: JSON {
    .object([
      "unled": 1, "original": .string(original.trial), "replication": .string(replication.trial),
      "verdicts": .object([
        "original": .string(original.verdict.rawValue),
        "replication": .string(replication.verdict.rawValue),
      ]), "presence": presence.json, "lead": lead.json,
      "shared_scenarios": .integer(sharedScenarios), "sentence": .string(sentence),
      "notes": .array(notes.map(JSON.string)),
    ])
  }
}
