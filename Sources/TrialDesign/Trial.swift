package import Calls
package import Questions
package import Reproducible

/// A trial as its file describes it; a value that exists is valid.
package struct Trial: Hashable, Sendable {
  package let name: String
  package let observation: String
  package let source: String?
  package let licence: Licence?
  package let scenarios: [Scenario]
  /// The wordings of every condition; those with the same index are a family.
  package let conditions: [Condition: [Wording]]
  /// The conditions whose wordings were made from the neutral ones.
  ///
  /// The design holds the wordings alone: made or written by hand, they are the same trial.
  package let generated: [Condition: GeneratedCue]
  package let dealing: WordingDealing
  package let baselines: [Baseline]
  package let claim: Claim?
  package let models: [ModelSpec]
  package let sampling: TrialSampling
  package let script: Script
  package let rating: RatingPlan
  package let controls: [Control]
  package let analysis: AnalysisPlan
  /// The trial that this one repeats.
  package let replicates: Parent?

  /// How many ways to ask there are.
  package var wordingCount: Int { conditions[.neutral]?.count ?? 0 }

  /// The conditions that have runs, in their fixed order.
  package var askedConditions: [Condition] { conditions.keys.sorted() }

  /// The baseline that presence is measured against: the one named primary, else the first.
  package var primaryBaseline: Baseline? { baselines.first { $0.isPrimary } ?? baselines.first }

  /// The question that the verdict rests on.
  package var primaryQuestion: Question? { rating.questions.first { $0.isPrimary } }

  /// The models that run the conditions; a model that a baseline or one of two instances names serves
  /// it alone.
  package var trialModels: [ModelSpec] {
    var reserved = Set(baselines.flatMap(\.models))
    if case .instances(let instances) = script.form {
      reserved.formUnion([instances.one.model, instances.two.model].compactMap(\.self))
    }
    return models.filter { !reserved.contains($0.id) }
  }

  package func model(_ id: ModelID) -> ModelSpec? { models.first { $0.id == id } }
}

/// One concrete topic or task.
package struct Scenario: Hashable, Sendable {
  package let id: ScenarioID
  /// What fills `{slot}`, by slot.
  package let slots: [String: String]
}

/// One way to ask.
package struct Wording: Hashable, Sendable {
  /// What fills `{slot}`, by slot; `prompt` always stands.
  package let slots: [String: String]
  /// A system prompt of this condition alone.
  package let system: String?
  package var prompt: String { slots["prompt"] ?? "" }
}

/// How scenarios meet wordings.
package enum WordingDealing: String, Hashable, Sendable, CaseIterable {
  /// Each scenario gets one wording, in turn.
  case rotate
  /// Each scenario gets every wording.
  case cross
}

/// What the claim is compared with.
package struct Baseline: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// Texts that exist already.
    case texts([BaselineText])
    /// Other prompts, run like the trial's own.
    case prompts([String])
    /// The trial's neutral prompts, run on other models.
    case neutralPrompts
  }
  package let id: BaselineID
  package let source: Source
  /// The models that run its prompts; empty: the trial's own.
  package let models: [ModelID]
  package let replicates: Int
  package let licence: String?
  /// Whether each text belongs to a scenario of the trial.
  package let isPaired: Bool
  package let isPrimary: Bool
}

/// A baseline's text with the scenario that it stands for.
package struct BaselineText: Hashable, Sendable {
  /// The scenario of a paired text; else the text's own name.
  package let scenario: ScenarioID
  package let file: NamedText
}

/// A text known to show the claim, or known not to.
package struct Control: Hashable, Sendable {
  package let kind: ControlKind
  package let file: NamedText
}

/// The claim in parts.
package struct Claim: Hashable, Sendable {
  /// Whom or what it is about: `the main character`.
  package let about: String
  /// What holds if it is so: `has skills that nobody needs`.
  package let holds: String
  /// What holds if it is not: `is needed for what they do`.
  package let fails: String
  /// Words that give it away.
  package let terms: [String]
}

/// Licences of what a trial publishes.
package struct Licence: Hashable, Sendable {
  package let outputs: String?
  package let ratings: String?
}

/// A model's identity: what counts for the design; its address stands elsewhere.
package struct ModelSpec: Hashable, Sendable {
  package let id: ModelID
  /// The kind of interface: `openai`.
  package let provider: ProviderKind
  /// The name under which the provider knows it.
  package let model: String
  package let quantisation: String?
  package let mode: CallMode
}

/// The interfaces that can be spoken.
package enum ProviderKind: String, Hashable, Sendable, CaseIterable {
  /// The OpenAI-compatible interface, which most servers speak.
  case openai
  /// No server: a recording alone.
  case recorded
}

/// How outputs are drawn, and how often.
package struct TrialSampling: Hashable, Sendable {
  package let temperature: Double
  package let topP: Double?
  package let maxTokens: Int
  package let replicates: Int
  package let seed: Int
}

/// How outputs are rated.
package struct RatingPlan: Hashable, Sendable {
  package let ratersPerOutput: Int
  /// The share of outputs that a rater sees twice, in 0...0.5.
  package let repeats: Double
  /// How many outputs are shown again for the guess of the condition; 0 for none.
  package let guessOutputs: Int
  package let masksEcho: Bool
  package let questions: [Question]
  /// What of a conversation raters see.
  package let shows: ShownPart
  /// Ways of showing a text that differ between raters, by the name of the factor.
  package let shownAs: [RaterSideFactor]
}

/// What of a run raters see.
package enum ShownPart: Hashable, Sendable {
  /// What the model said last: for a run of one answer, all of it.
  case lastAnswer
  /// All turns.
  case conversation
  /// The model's answer of this number, from 1.
  case answer(Int)

  /// As it stands in the trial file.
  package var phrase: String {
    switch self {
    case .lastAnswer: "last answer"
    case .conversation: "conversation"
    case .answer(let number): "answer \(number)"
    }
  }
}

/// What raters are told beside a text, differently from rater to rater and whatever its condition.
package struct RaterSideFactor: Hashable, Sendable {
  /// One way of showing a text.
  package struct Level: Hashable, Sendable {
    package let name: String
    /// What the rater reads beside the text; may be empty.
    package let text: String
  }
  package let name: String
  /// By name, two or more.
  package let levels: [Level]
}

/// The trial that a replication repeats, bound by the hash of its design.
package struct Parent: Hashable, Sendable {
  package let name: String
  package let design: Digest
}
