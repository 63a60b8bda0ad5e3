import Reproducible

/// What is asked under one condition by one wording, whatever the scenario: what a check of prompts
/// judges.
package struct PromptItem: Hashable, Sendable, Comparable {
  /// From 0; the items of one wording are a family.
  package let wording: Int
  package let condition: Condition

  package init(wording: Int, condition: Condition) {
    self.wording = wording
    self.condition = condition
  }

  /// `leading, wording 2`.
  package var description: String { "\(condition.rawValue), wording \(wording + 1)" }

  package static func < (first: Self, second: Self) -> Bool {
    (first.wording, first.condition) < (second.wording, second.condition)
  }
}

/// One prompt as somebody would type it: an item with a scenario in its slots.
package struct FamilyPrompt: Hashable, Sendable {
  package let item: PromptItem
  package let scenario: ScenarioID
  /// What the condition says in words of its own.
  ///
  /// What all conditions share, a system prompt of the trial or the document around it, is left out:
  /// it cannot tell them apart.
  package let text: String

  package init(item: PromptItem, scenario: ScenarioID, text: String) {
    self.item = item
    self.scenario = scenario
    self.text = text
  }

  /// The prompt's name: one line, unique in its trial.
  package var id: String {
    JSON.array([
      "prompt", .integer(item.wording), .string(item.condition.rawValue), .string(scenario.name),
    ]).canonical
  }
}

/// The prompts of a trial, by family.
package struct PromptFamilies: Sendable {
  /// Every prompt of the trial's own conditions, by item and then in the order of the scenarios.
  package let all: [FamilyPrompt]
  private let texts: [String: String]

  /// Lays out the prompts of a trial; baselines are of no family.
  ///
  /// - Complexity: O(*n*) in the number of prompts.
  package init(of trial: Trial) {
    let count = trial.wordingCount
    all = (0..<count).flatMap { wording in
      trial.askedConditions.filter { $0 != .baseline }.flatMap { condition -> [FamilyPrompt] in
        guard let words = trial.conditions[condition], words.indices.contains(wording) else {
          return []
        }
        return trial.scenarios.enumerated().filter { place, _ in
          trial.dealing == .cross || place % count == wording
        }.map { _, scenario in
          FamilyPrompt(
            item: PromptItem(wording: wording, condition: condition), scenario: scenario.id,
            text: Self.text(of: words[wording], scenario: scenario))
        }
      }
    }
    texts = Dictionary(all.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every item, in order.
  package var items: [PromptItem] { Set(all.map(\.item)).sorted() }

  /// Whether the trial asks this very prompt.
  package func asks(_ prompt: FamilyPrompt) -> Bool { texts[prompt.id] == prompt.text }

  /// The prompts that readers are shown: every wording under every condition, each with the same
  /// few scenarios.
  ///
  /// A wording takes as many scenarios as there are conditions (fewer where it has fewer), so that a
  /// reader can meet each of its conditions with another scenario: the first that it is asked with,
  /// in the order of the trial file. Under `cross`, where every scenario has every wording, the n-th
  /// wording begins behind those of the wordings before it.
  package var selection: [FamilyPrompt] {
    let byItem = Dictionary(grouping: all, by: \.item)
    let conditions = Set(all.map(\.item.condition)).count
    return items.flatMap { item -> [FamilyPrompt] in
      let prompts = byItem[item] ?? []
      let isShared = item.wording > 0 && sharesScenarios
      let start = isShared ? item.wording * conditions : 0
      return (0..<min(conditions, prompts.count)).map { prompts[(start + $0) % prompts.count] }
    }
  }

  /// Whether two wordings are asked with one scenario.
  private var sharesScenarios: Bool {
    Set(all.map { [$0.scenario.name, $0.item.condition.rawValue] }).count < all.count
  }

  private static func text(of wording: Wording, scenario: Scenario) -> String {
    func filled(_ template: String) -> String {
      Template.fill(template, templates: wording.slots, texts: scenario.slots)
    }
    let prompt = filled("{prompt}")
    let others = wording.slots.keys.sorted().filter { $0 != "prompt" }.map { filled("{\($0)}") }
      .filter { !$0.isEmpty && !prompt.contains($0) }
    return ([wording.system.map(filled), prompt].compactMap(\.self) + others)
      .joined(separator: "\n\n")
  }
}
