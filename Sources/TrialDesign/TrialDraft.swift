import Reproducible

/// The answers from which a first trial file is written.
package struct TrialDraft: Sendable {
  package var name: String
  package var observation: String
  package var source: String
  /// The concrete topics; each fills `{topic}`.
  package var topics: [String]
  /// The prompt that does not lead, with `{topic}`.
  package var neutral: String
  package var leading: String
  package var away: String
  package var placebo: String
  package var about: String
  package var holds: String
  package var fails: String
  package var question: String
  package var model: String
  package var baseURL: String?
  package var isCompletion: Bool

  package init(
    name: String, observation: String, source: String, topics: [String], neutral: String,
    leading: String, away: String, placebo: String, about: String, holds: String, fails: String,
    question: String, model: String, baseURL: String?, isCompletion: Bool
  ) {
    self.name = name
    self.observation = observation
    self.source = source
    self.topics = topics
    self.neutral = neutral
    self.leading = leading
    self.away = away
    self.placebo = placebo
    self.about = about
    self.holds = holds
    self.fails = fails
    self.question = question
    self.model = model
    self.baseURL = baseURL
    self.isCompletion = isCompletion
  }

  /// What may be added to a neutral prompt so that it leads toward the claim, away from it, or
  /// nowhere: the same form, in the same place.
  package static func proposals(
    about: String, holds: String, fails: String
  ) -> (leading: String, away: String, placebo: String) {
    (
      "Texts like this often show that \(about) \(holds).",
      "Texts like this often show that \(about) \(fails).",
      "Texts like this are often read in the morning, over a cup of tea."
    )
  }

  /// The trial file's text.
  package var yaml: String {
    var lines = [
      "unled: 1", "name: \(name)", "observation: \(quote(observation))",
    ]
    if !source.isEmpty { lines.append("source: \(quote(source))") }
    lines += [
      "", "# More scenarios say more than more replicates: 24 short ones are a good start.",
    ]
    lines.append("scenarios:")
    var taken: Set<String> = []
    for topic in topics {
      lines.append("  - {id: \(Self.id(of: topic, taken: &taken)), topic: \(quote(topic))}")
    }
    lines += [
      "", "# Leading, away and placebo differ from neutral in the same place and by as much.",
      "conditions:", "  neutral: \(quote(neutral))", "  leading: \(quote(leading))",
      "  away: \(quote(away))", "  placebo: \(quote(placebo))", "", "claim:",
      "  about: \(quote(about))", "  holds: \(quote(holds))", "  fails: \(quote(fails))", "",
      "# What else would produce the same text? Without a baseline the verdict speaks of the lead "
        + "alone.",
      "# baselines:",
      "#   - {id: others, prompts: [\"Write a page of a diary.\", \"Write a letter "
        + "home.\"]}", "", "models:",
    ]
    var model = "  - {id: \(self.model), mode: \(isCompletion ? "completion" : "chat")"
    if let baseURL { model += ", base_url: \(quote(baseURL))" }
    lines += [
      model + "}", "",
      "sampling: {temperature: 1.0, max_tokens: 400, replicates: 1, seed: 1907}", "", "rating:",
      "  raters_per_output: 2", "  questions:", "    - id: claim", "      ask: \(quote(question))",
      "      scale: [\"not at all\", \"hinted at\", \"present\", \"what the text is about\"]",
      "      primary: true", "    - {id: note, ask: \"Anything else?\", note: true}", "",
      "# Texts known to show the claim, and known not to, let raters show that they see the same:",
      "# controls: {show: {folder: controls/show}, show_not: {folder: controls/show-not}}", "",
      "analysis: {smallest_effect: 0.5}", "",
    ]
    return lines.joined(separator: "\n")
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
