import Questions
package import Reproducible
import TrialDesign

/// The result of an analysis as JSON Schema: what `--format json` prints and `report.json` holds.
///
/// Later releases may add members; what is here keeps its meaning. `null` is a value withheld, its
/// reason beside it.
package enum ResultSchema {
  /// The schema, draft 2020-12.
  package static var json: JSON {
    var schema = object("What a trial says: the verdict with all that it rests on.", top)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Unled result"
    schema["$defs"] = .object(
      definitions.merging(questionDefinitions) { first, _ in first }.mapValues(JSON.object))
    return .object(schema)
  }

  private static var top: [String: [String: JSON]] {
    [
      "unled": ["const": 1, "description": "The version of this format: 1."],
      "trial": text("The trial's name."), "observation": text("The observation, in one sentence."),
      "claim": orNull(
        object(
          "The two ends of the claim.",
          [
            "about": text("Whom or what it is about."), "holds": text("What is so if it holds."),
            "fails": text("What is so if it does not."),
          ])),
      "verdict": choice("What the trial says.", Verdict.allCases.map(\.rawValue)),
      "reason": reason("Why the verdict is no clearer."),
      "interval": text("Which interval decides: that with the wider limits of those named."),
      "sentence": text("The verdict in plain words."),
      "next_step": text("What would settle the rest, or the cheapest next step."),
      "cannot_show": list("What no verdict of this kind can show.", text("A sentence.")),
      "warnings": list("Cautions beside the verdict.", text("A sentence.")),
      "warning_codes": list("The same, as scripts tell them apart.", text("A code.")),
      "would_change": list("Which other smallest effect would change it.", text("A sentence.")),
      "gates": object(
        "What had to hold before the numbers may speak.",
        ["agreement": agreementGate, "blinding": blindingGate]),
      "questions": list(
        "The primary question first, then the others.", refer("question", "A question's result.")),
      "counts": counts, "information": information, "sensitivity": sensitivity,
      "raters_apart": list(
        "Raters whose ratings are in no estimate, on each question that they rated.", ratersApart),
      "shown_as": list("What the way of showing a text does to its ratings.", raterFactor),
      "cluster": choice(
        "What an interval counts as independent.", ClusterKind.allCases.map(\.rawValue)),
      "models": list("The models, by name.", text("A name.")),
      "scenario_names": list("The scenarios that were rated, by name.", text("A name.")),
      "simulated": flag("Whether any rater is made up: then it is a rehearsal, not a finding."),
      "plan": plan,
      "verdict_without_unrated": choice(
        "The verdict with refusals and failures left out.", Verdict.allCases.map(\.rawValue)),
      "decisive_raters": map(
        "Raters without whom the verdict would be another, with that one.",
        choice("A verdict.", Verdict.allCases.map(\.rawValue))),
      "deviations": list(
        "What differs from the plan, or was not fixed before.", text("A sentence.")),
      "base_rate": flag("Whether presence is measured against anything."),
      "looks": orNull(
        object(
          "The looks at the ratings, and the error rate that they leave.",
          [
            "planned": [
              "description": "Shares of the planned views, or anytime.",
              "anyOf": [["const": "anytime"], ["type": "array", "items": ["type": "number"]]],
            ],
            "taken": list(
              "Looks before the reveal, in their order.",
              object(
                "A look.",
                [
                  "look": whole("Which of the planned looks it was, counted from 1."),
                  "day": text("When."), "rated": whole("How many views were rated then."),
                  "planned": whole("How many were planned then."),
                  "fraction": number("The share of the planned views, in 0...1."),
                  "level": number("At which it was taken, two-sided."),
                  "answer": choice("What it said.", LookAnswer.allCases.map(\.rawValue)),
                ])),
            "fraction": number("The share of the planned views rated at the reveal."),
            "alpha": number("What all looks share: the plan's."),
            "level": number("At which the effects of this analysis are tested, two-sided."),
          ])),
      "first_look": flag("Whether the trial is small: fewer than 24 scenarios or wordings."),
      "settled": list("What is settled, whatever the verdict.", text("A clause.")),
    ]
  }

  private static var plan: [String: JSON] {
    object(
      "The rules, fixed before the first run.",
      [
        "smallest_effect": number("In points of the primary question."),
        "alpha": number("The error rate."), "agreement_floor": number("In 0...1."),
        "models": choice("What they stand for.", AnalysisPlan.Models.allCases.map(\.rawValue)),
        "refusal": choice(
          "How refusals count.", AnalysisPlan.Refusal.allCases.map(\.rawValue)),
        "reference": number("A fixed value in place of baselines; only where there is one."),
        "together": map(
          "Questions that state a claim of their own and share alpha with the primary one.",
          number("Its smallest effect.")),
        "looks": [
          "description": "When ratings may be looked at before their end; only where it is planned."
        ],
      ], optional: ["reference", "together", "looks"])
  }

  private static var counts: [String: JSON] {
    var members: [String: [String: JSON]] = [:]
    for (name, description) in [
      "scenarios": "Scenarios, baseline texts of their own left out.", "wordings": "Ways to ask.",
      "models": "Models.", "replicates": "Repetitions that differ in their seed alone.",
      "outputs": "Rated outputs, controls left out.", "raters": "Raters that count.",
      "ratings": "First ratings of the primary question.",
      "repeats": "Outputs rated a second time by the same rater.", "controls": "Control texts.",
      "unrated": "Refusals and failures, which count as the scale's lowest point.",
      "baseline_texts": "Rated baseline texts.",
      "prompter_ratings": "Ratings by who wrote or ran the prompts; in no estimate.",
      "model_ratings": "Ratings by models; in no estimate.",
      "simulated_raters": "Raters that are made up.",
    ] {
      members[name] = ["type": "integer", "minimum": 0, "description": .string(description)]
    }
    members["planned_runs"] = [
      "type": ["integer", "null"], "description": "Runs of the plan, where it is known.",
    ]
    members["unrated_by_condition"] = byCondition(
      "The refusals and failures of each condition.", ["type": "integer"])
    members["model_raters"] = list("Models that rated, by name.", text("A name."))
    return object("How much was rated, by whom.", members)
  }

  private static var information: [String: JSON] {
    object(
      "How much the ratings behind the lead say.",
      [
        "ratings_compared": whole("Ratings of leading and neutral texts that are compared."),
        "effective_ratings": value(
          "How many independent ratings would give the same standard error."),
        "design_effect": value("Ratings for one that counts."),
        "variance_shares": list(
          "Where ratings differ, by the mixed model.",
          object(
            "A term.",
            ["term": text("What varies."), "share": number("Its share of the variance.")])),
        "copies": whole("Outputs that are word for word another of their cell."),
      ])
  }

  private static var sensitivity: [String: JSON] {
    object(
      "The primary question by other ways of counting, which decide nothing.",
      [
        "ways": list(
          "One way a row.",
          object(
            "Both effects by one way.",
            [
              "way": choice("Its name.", SensitivityWay.allCases.map(\.rawValue)),
              "unit": choice("What the effects are in.", ["points", "log odds"]),
              "presence": refer("effect", "Neutral less baseline."),
              "lead": refer("effect", "Leading less neutral."),
            ])),
        "length": orNull(
          object(
            "How long texts are; null where no length is known.",
            [
              "means": byCondition("Mean length in words.", number("Words.")),
              "lead_doublings": value(
                "By how many doublings leading texts are longer than neutral ones."),
              "per_doubling": value("What a doubling of length adds to a rating, in points."),
              "matched_pairs": whole("Leading texts with a neutral one of the same length."),
              "moved": list(
                "Effects of another sign, or other by more than half, where length is held.",
                text("presence or lead.")),
            ])),
      ])
  }

  private static var ratersApart: [String: JSON] {
    object(
      "Raters of one kind on one question.",
      [
        "kind": choice("Who they are.", RaterKind.allCases.map(\.rawValue)),
        "question": text("The question's id."), "raters": whole("Raters."),
        "ratings": whole("Their ratings."),
        "shared_outputs": whole("Outputs that both they and the others rated."),
        "presence": refer("effect", "Neutral less baseline by their ratings alone."),
        "lead": refer("effect", "Leading less neutral by their ratings alone."),
        "gaps": byCondition(
          "Their mean less that of the others, on shared outputs.", refer("mean", "A mean.")),
        "gap": refer("effect", "The same over all conditions of the trial."),
        "gap_shift": refer("effect", "The gap on leading outputs less that on neutral ones."),
        "agreement": value("Krippendorff's alpha between their means and those of the others."),
      ])
  }

  private static var raterFactor: [String: JSON] {
    object(
      "A factor between raters, on the primary question.",
      [
        "factor": text("Its name."),
        "levels": list(
          "Its levels by name; shifts are from the first.",
          object(
            "A level.",
            [
              "level": text("Its name."), "raters": whole("Raters who saw it."),
              "shift": refer("effect", "How much higher they rate the same outputs."),
              "lead": refer("effect", "The lead by their ratings alone."),
            ])),
      ])
  }

  private static var agreementGate: [String: JSON] {
    object(
      "Whether raters see the same.",
      [
        "coefficient": ["const": "krippendorff_alpha", "description": "What decides."],
        "metric": metric, "value": value("Krippendorff's alpha."), "low": value("Its lower limit."),
        "high": value("Its upper limit."), "reason": reason("Why it is withheld."),
        "floor": number("Agreement below it makes a trial unreadable."),
        "brennan_prediger": refer("coefficient", "Brennan and Prediger's coefficient."),
        "controls_apart": flagOrNull(
          "Whether raters tell controls apart; null below four of each."),
        "controls": object(
          "Texts known to show it against texts known not to.",
          [
            "show": whole("Texts known to show it."), "show_not": whole("Texts known not to."),
            "difference": value("Mean rating of the first less that of the second."),
            "low": value("Its lower limit."), "high": value("Its upper limit."),
            "apart": flagOrNull("Whether the interval lies above the smallest effect."),
          ]),
        "repeats": whole("Outputs that one rater saw twice."),
        "with_themselves": orNull(refer("agreement", "Agreement of raters with themselves.")),
        "outcome": choice(
          "How the gate was left.", AgreementOutcome.allCases.map(\.rawValue)),
        "outcome_with_themselves": [
          "enum": .array(AgreementOutcome.allCases.map { .string($0.rawValue) } + [.null]),
          "description": "The same of raters with themselves; null below 20 repeats.",
        ],
        "passed": flag("Whether the gate stands open."),
      ])
  }

  private static var blindingGate: [String: JSON] {
    object(
      "Whether a trace of the wording, and not the effect, moved the ratings.",
      [
        "clean_lead": refer("effect", "Lead, echoing outputs counted by their masked views alone."),
        "fall": refer("effect", "Lead less clean lead."),
        "echoing_outputs": whole("Outputs that repeat their prompt's own words."),
        "masked_outputs": whole("Those of them with a masked view."),
        "bang": object(
          "Bang's index of condition guesses.",
          [
            "leading": refer("arm", "Guesses about leading outputs."),
            "neutral": refer("arm", "Guesses about neutral outputs."),
            "mean": value("The index averaged over both."), "low": value("Its lower limit."),
            "high": value("Its upper limit."),
          ]),
        "push": value("By how much one right guess would have to push a rating to make the lead."),
        "leak": orNull(
          object(
            "How well a machine tells leading texts from neutral ones by their words.",
            [
              "auc": number("0.5 is chance, 1 without error."),
              "p": value("The share of labellings that do at least as well."),
              "pairs": whole("Pairs of outputs of one scenario, wording, model and replicate."),
            ])),
        "passed": flag("Whether the gate stands open."),
      ])
  }

  private static var definitions: [String: [String: JSON]] {
    [
      "interval": object(
        "An interval.",
        [
          "low": number("Its lower limit."), "high": number("Its upper limit."),
          "level": number("Its level."),
        ]),
      "coefficient": object(
        "A coefficient with its interval.",
        [
          "value": value("Its estimate."), "low": value("Its lower limit."),
          "high": value("Its upper limit."), "reason": reason("Why it is withheld."),
        ], optional: ["reason"]),
      "arm": object(
        "Guesses about the outputs of one condition.",
        [
          "value": value("Bang's index: 1 all right, 0 chance."), "low": value("Its lower limit."),
          "high": value("Its upper limit."), "correct": whole("Right guesses."),
          "wrong": whole("Wrong ones."), "cannot_tell": whole("Who could not tell."),
        ]),
      "agreement": object(
        "How far raters see the same in the answers to one question.",
        [
          "question": text("The question's id."),
          "coefficient": ["const": "krippendorff_alpha", "description": "What decides."],
          "metric": metric, "alpha": refer("coefficient", "Krippendorff's alpha."),
          "brennan_prediger": refer("coefficient", "Brennan and Prediger's coefficient."),
          "raters": whole("Raters."), "outputs": whole("Rated outputs."),
          "pairable_outputs": whole("Outputs that two raters or more have rated."),
        ]),
      "mean": object(
        "A mean over scenarios.",
        [
          "value": number("The mean."), "low": value("Its lower limit; null below five scenarios."),
          "high": value("Its upper limit."), "scenarios": whole("How many it rests on."),
        ]),
      "effect": effect,
      "mixed_model": object(
        "An effect by the mixed model of the single ratings.",
        [
          "value": number("The estimate."), "low": number("The lower limit at 1 - alpha."),
          "high": number("The upper limit."),
          "narrow": orNull(refer("interval", "At 1 - 2 alpha.")),
          "standard_error": number("Of the estimate."),
          "degrees_of_freedom": number("By Satterthwaite."),
          "singular": flag("Whether a variance was estimated as nothing."),
          "terms": list("The random terms that the fit has.", text("A term.")),
          "variances": list(
            "Their variances in the same order, and at last the residual one.",
            number("A variance.")),
        ]),
      "distribution": object(
        "How ratings are spread.",
        [
          "counts": list("Ratings on each level; of a slider, on each tenth.", whole("A count.")),
          "cannot_tell": whole("Ratings that say *cannot tell*."), "ratings": whole("All ratings."),
          "cannot_tell_share": value("The share that could not tell."),
        ]),
    ]
  }

  private static var effect: [String: JSON] {
    object(
      "A difference in points of the question's scale.",
      [
        "value": value("The estimate."),
        "low": value("The lower limit at 1 - alpha, of the interval that decides."),
        "high": value("The upper limit."), "level": value("1 - alpha."),
        "standard_error": value("Of the estimate, over scenarios."),
        "degrees_of_freedom": value("Of the t interval."),
        "scenarios": whole("How many scenarios (or wordings) it rests on."),
        "narrow": orNull(refer("interval", "At 1 - 2 alpha.")),
        "t": orNull(refer("interval", "t over scenario differences, at 1 - alpha.")),
        "mixed_model": orNull(refer("mixed_model", "The mixed model; null where it has no fit.")),
        "decided_by": [
          "enum": ["t", "mixed model", "confidence sequence", .null],
          "description": "Whose interval is the widest one; null without an interval.",
        ],
        "sequence": refer(
          "interval", "Holds however often one looks; only where such looks were planned."),
        "bootstrap": orNull(refer("interval", "Scenarios resampled; shown beside.")),
        "sign_flip_p": value("Two-sided p of the sign-flip test; shown beside."),
        "there": flagOrNull("True, false, or null while it is open."),
        "reversed": flagOrNull("Whether it is not there and clearly below zero."),
        "standing": [
          "enum": .array(Standing.allCases.map { .string($0.rawValue) } + [.null]),
          "description": "Where it stands; null for questions other than the primary one.",
        ],
        "equivalent": flag("Whether it is equivalent to nothing; of the placebo shift alone."),
        "equivalence_p": number("The p of the two one-sided tests."),
        "p": value("Two-sided p of no effect, the larger of both intervals'."),
        "p_adjusted": number(
          "The same adjusted for all effects that decide nothing (Benjamini and Hochberg)."),
        "reason": reason("Why value or interval is withheld."),
      ], optional: ["equivalent", "equivalence_p", "p_adjusted", "sequence", "reason"])
  }

  private static var questionDefinitions: [String: [String: JSON]] {
    let effects = [
      "presence": "Neutral less baseline: what is there when nobody leads.",
      "lead": "Leading less neutral: what the wording added.",
      "steerability": "Leading less away: how far wording alone moves it.",
      "placebo_shift": "Placebo less neutral: what any added text does.",
      "lead_over_placebo": "Leading less placebo.", "leading_over_base": "Leading less baseline.",
    ].mapValues { refer("effect", $0) }
    let others: [String: [String: JSON]] = [
      "id": text("Its name."), "ask": text("As raters read it."),
      "form": object(
        "Its scale.",
        [
          "kind": choice("Its kind.", ["binary", "ordinal", "nominal", "slider", "note"]),
          "labels": list("Its levels, lowest first.", text("A label.")),
        ], optional: ["labels"]),
      "primary": flag("Whether the verdict rests on it."),
      "means": byCondition("Means by condition.", refer("mean", "A mean.")),
      "led_share": refer("coefficient", "Which share of the effect the wording made."),
      "scenarios": list(
        "One scenario (or wording) a row.",
        object(
          "A scenario's means.",
          [
            "scenario": text("Its name."),
            "wording": [
              "type": ["integer", "null"], "description": "Null where there are several.",
            ],
            "means": byCondition("Means by condition.", number("A mean.")),
            "presence": value("Neutral less baseline here."),
            "lead": value("Leading less neutral here."),
          ])),
      "models": list(
        "One model a row.",
        object(
          "A model's means and effects.",
          [
            "model": text("Its name."),
            "means": byCondition("Means by condition.", refer("mean", "A mean.")),
            "presence": refer("effect", "Its presence."), "lead": refer("effect", "Its lead."),
          ])),
      "wordings": list(
        "One wording a row; empty where there is one alone.",
        object(
          "A wording's effects, by t over its scenarios.",
          [
            "wording": whole("As the trial counts them."),
            "presence": refer("effect", "Its presence."), "lead": refer("effect", "Its lead."),
          ])),
      "baselines": list(
        "One baseline a row.",
        object(
          "A baseline's mean.",
          [
            "baseline": [
              "type": ["string", "null"], "description": "Its name, where it has one.",
            ],
            "primary": flag("Whether presence is measured against it."),
            "mean": refer("mean", "Its mean."),
            "presence": refer("effect", "Neutral less this baseline."),
          ])),
      "distributions": byCondition(
        "How ratings are spread.", refer("distribution", "Of a condition.")),
      "agreement": refer("agreement", "How far raters see the same."),
    ]
    return [
      "question": object(
        "What the ratings of one question say.", others.merging(effects) { first, _ in first })
    ]
  }

  private static var metric: [String: JSON] {
    text("How distances are weighed: nominal, ordinal or interval.")
  }
}

// MARK: Words of a schema

extension ResultSchema {
  /// An object; later releases may add members.
  private static func object(
    _ description: String, _ members: [String: [String: JSON]], optional: Set<String> = []
  ) -> [String: JSON] {
    [
      "description": .string(description), "type": "object",
      "properties": .object(members.mapValues(JSON.object)),
      "required": .array(
        members.keys.filter { !optional.contains($0) }.sorted().map(JSON.string)),
    ]
  }

  private static func map(_ description: String, _ value: [String: JSON]) -> [String: JSON] {
    [
      "description": .string(description), "type": "object",
      "additionalProperties": .object(value),
    ]
  }

  private static func byCondition(_ description: String, _ value: [String: JSON])
    -> [String: JSON]
  {
    var schema = map(description, value)
    schema["propertyNames"] = .object([
      "enum": .array(Condition.allCases.map { .string($0.rawValue) })
    ])
    return schema
  }

  private static func list(_ description: String, _ element: [String: JSON]) -> [String: JSON] {
    ["description": .string(description), "type": "array", "items": .object(element)]
  }

  private static func refer(_ name: String, _ description: String) -> [String: JSON] {
    ["description": .string(description), "$ref": .string("#/$defs/\(name)")]
  }

  private static func orNull(_ schema: [String: JSON]) -> [String: JSON] {
    ["anyOf": [.object(schema), ["type": "null"]], "description": schema["description"] ?? ""]
  }

  private static func reason(_ description: String) -> [String: JSON] {
    [
      "description": .string(description),
      "enum": .array(Reason.allCases.map { .string($0.rawValue) } + [.null]),
    ]
  }

  private static func choice(_ description: String, _ names: [String]) -> [String: JSON] {
    ["description": .string(description), "enum": .array(names.map(JSON.string))]
  }

  private static func text(_ description: String) -> [String: JSON] {
    ["type": "string", "description": .string(description)]
  }

  private static func number(_ description: String) -> [String: JSON] {
    ["type": "number", "description": .string(description)]
  }

  /// A number, or null where it is withheld.
  private static func value(_ description: String) -> [String: JSON] {
    ["type": ["number", "null"], "description": .string(description)]
  }

  private static func whole(_ description: String) -> [String: JSON] {
    ["type": "integer", "minimum": 0, "description": .string(description)]
  }

  private static func flag(_ description: String) -> [String: JSON] {
    ["type": "boolean", "description": .string(description)]
  }

  private static func flagOrNull(_ description: String) -> [String: JSON] {
    ["type": ["boolean", "null"], "description": .string(description)]
  }
}
