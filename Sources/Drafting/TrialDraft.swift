package import Questions
import Reproducible

/// The answers from which a trial file is written.
package struct TrialDraft: Sendable {
  package var name: String
  package var observation: String
  package var source: String
  package var scenarios: [DraftScenario]
  /// The prompts that do not lead, with `{topic}`; more than one way to ask.
  package var wordings: [String]
  /// The cue that makes the other conditions, by its slug, and its strength.
  package var cue: String
  package var strength: Int
  /// Prompts written by hand, in place of those made from the cue; as many as ``wordings`` or none.
  package var written: [WrittenCondition: String] = [:]
  package var about: String
  package var holds: String
  package var fails: String
  package var terms: [String]
  package var question: String
  package var scale: NamedScale
  package var distractors: [String]
  /// Other prompts, whose outputs the claim is compared with; empty for none.
  package var baseline: [String]
  package var smallestEffect: String
  package var model: String
  package var baseURL: String?
  package var isCompletion: Bool

  package enum WrittenCondition: String, Hashable, Sendable, CaseIterable {
    case leading, away, placebo
  }

  package init(
    name: String, observation: String, source: String, scenarios: [DraftScenario],
    wordings: [String], cue: String, strength: Int, about: String, holds: String, fails: String,
    terms: [String], question: String, scale: NamedScale, distractors: [String],
    baseline: [String], smallestEffect: String, model: String, baseURL: String?,
    isCompletion: Bool
  ) {
    self.name = name
    self.observation = observation
    self.source = source
    self.scenarios = scenarios
    self.wordings = wordings
    self.cue = cue
    self.strength = strength
    self.about = about
    self.holds = holds
    self.fails = fails
    self.terms = terms
    self.question = question
    self.scale = scale
    self.distractors = distractors
    self.baseline = baseline
    self.smallestEffect = smallestEffect
    self.model = model
    self.baseURL = baseURL
    self.isCompletion = isCompletion
  }

  /// The trial file's text.
  package var yaml: String {
    var lines = ["unled: 1", "name: \(name)", "observation: \(quote(observation))"]
    if !source.isEmpty { lines.append("source: \(quote(source))") }
    lines += [
      "", "# More scenarios say more than more replicates: 24 short ones are a good start.",
    ]
    lines += ["scenarios:"] + scenarioLines
    lines += [
      "", "# The n-th wordings of all conditions are a family: the same task, and one span more.",
    ]
    lines += ["conditions:", "  neutral:"] + wordings.map { "    - \(quote($0))" }
    for condition in WrittenCondition.allCases {
      let made = "{cue: \(cue), strength: \(strength)}"
      lines.append("  \(condition.rawValue): \(written[condition].map(quote) ?? made)")
    }
    lines += [
      "", "# What is made from it can be seen with: unled lint \(name) --notes", "claim:",
      "  about: \(quote(about))", "  holds: \(quote(holds))", "  fails: \(quote(fails))",
      "  terms: [\(terms.map(quote).joined(separator: ", "))]", "",
    ]
    lines += baselineLines + ["", "models:"]
    var model = "  - {id: \(self.model), mode: \(isCompletion ? "completion" : "chat")"
    if let baseURL { model += ", base_url: \(quote(baseURL))" }
    lines += [
      model + "}", "",
      "sampling: {temperature: 1.0, max_tokens: 400, replicates: 1, seed: 1907}", "",
    ]
    lines += ratingLines
    lines += [
      "",
      "# Texts known to show the claim, and known not to, let raters show that they see the same:",
      "# controls: {show: {folder: controls/show}, show_not: {folder: controls/show-not}}", "",
      "analysis: {smallest_effect: \(smallestEffect)}", "",
    ]
    return lines.joined(separator: "\n")
  }

  private var scenarioLines: [String] {
    var taken: Set<String> = []
    return scenarios.map { scenario in
      let id = Self.id(of: scenario.topic, taken: &taken)
      let origin = scenario.origin.map { ", origin: \(quote($0))" } ?? ""
      return "  - {id: \(id), topic: \(quote(scenario.topic))\(origin)}"
    }
  }

  private var baselineLines: [String] {
    guard !baseline.isEmpty else {
      return [
        "# What else would produce the same text? Without a baseline the verdict speaks of the lead alone.",
        "# baselines:", "#   - {id: others, prompts: [\"Write a page of a diary.\"]}",
      ]
    }
    return [
      "# What else would produce the same text? What comes of other prompts is what presence is measured by.",
      "baselines:", "  - id: others", "    prompts:",
    ] + baseline.map { "      - \(quote($0))" }
  }

  private var ratingLines: [String] {
    var lines = [
      "rating:", "  raters_per_output: 2", "  repeats: 0.1", "  ask_for_condition: true",
      "  questions:", "    - id: claim", "      ask: \(quote(question))",
      "      scale: \(scale.rawValue)", "      primary: true",
    ]
    if !distractors.isEmpty {
      lines.append("    # Asked so that nobody sees which question counts.")
    }
    for (number, ask) in distractors.enumerated() {
      lines.append(
        "    - {id: other_\(number + 1), ask: \(quote(ask)), choices: [\"no\", \"yes\"], "
          + "distractor: true}")
    }
    return lines + ["    - {id: note, ask: \"Anything else?\", note: true}"]
  }

  /// A JSON string is a YAML text in double quotes.
  private func quote(_ text: String) -> String { JSON.string(text).canonical }

  private static func id(of topic: String, taken: inout Set<String>) -> String {
    let words = topic.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { !["a", "an", "the", "of", "in", "on", "and", "who", "at"].contains($0) }
    let base = words.prefix(3).joined(separator: "-")
    let stem = base.isEmpty ? "scenario" : String(base.prefix(40))
    var id = stem
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }
}

/// A topic with who thought of it.
package struct DraftScenario: Hashable, Sendable {
  package let topic: String
  /// The model that proposed it; `nil` where a person did.
  package let origin: String?

  package init(topic: String, origin: String? = nil) {
    self.topic = topic
    self.origin = origin
  }
}
