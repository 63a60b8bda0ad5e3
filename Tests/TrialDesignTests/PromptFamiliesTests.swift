import Testing
import TrialDesign

/// The prompts of a trial, by family, and which of them readers are shown.
@Suite struct PromptFamiliesTests {
  /// A trial of four conditions and some wordings.
  private func trial(
    scenarios: Int, wordings: Int, dealing: String = "rotate", extra: String = ""
  ) throws -> Trial {
    func list(_ words: String) -> String {
      "[" + (1...wordings).map { "\"\(words) {topic}, way \($0).\"" }.joined(separator: ", ") + "]"
    }
    let topics = (1...scenarios).map { "{id: s\($0), topic: topic \($0)}" }
    return try TrialText.trial(
      """
      unled: 1
      name: families
      observation: It speaks of oars.
      scenarios: [\(topics.joined(separator: ", "))]
      conditions:
        neutral: \(list("Tell of"))
        leading: \(list("Boats matter: tell of"))
        away: \(list("Shoes matter: tell of"))
        placebo: \(list("Hats matter: tell of"))
      wordings: \(dealing)
      models: [{id: m}]
      sampling: {max_tokens: 20, replicates: 1, seed: 5}
      rating: {questions: [{id: oars, ask: "Oars?", choices: ["no", "yes"], primary: true}]}
      analysis: {smallest_effect: 0.2, reference: 0.1}
      \(extra)
      """)
  }

  @Test(arguments: [(3, 1), (4, 2), (24, 3), (7, 3), (2, 2)], ["rotate", "cross"])
  func `the selection has every wording under every condition, with the same scenarios`(
    size: (scenarios: Int, wordings: Int), dealing: String
  ) throws {
    let families = PromptFamilies(
      of: try trial(scenarios: size.scenarios, wordings: size.wordings, dealing: dealing))
    let selection = families.selection
    #expect(Set(selection.map(\.item)) == Set(families.items))
    #expect(families.items.count == 4 * size.wordings)
    #expect(Set(selection.map(\.id)).count == selection.count)
    #expect(selection.allSatisfy(families.asks))
    let byItem = Dictionary(grouping: selection, by: \.item).mapValues { $0.map(\.scenario) }
    for wording in 0..<size.wordings {
      let neutral = try #require(byItem[PromptItem(wording: wording, condition: .neutral)])
      #expect((1...4).contains(neutral.count))
      for condition in [Condition.leading, .away, .placebo] {
        #expect(byItem[PromptItem(wording: wording, condition: condition)] == neutral)
      }
    }
  }

  @Test(arguments: ["rotate", "cross"])
  func `where scenarios suffice no two wordings are shown with the same one`(dealing: String) throws
  {
    let families = PromptFamilies(of: try trial(scenarios: 24, wordings: 3, dealing: dealing))
    let neutral = families.selection.filter { $0.item.condition == .neutral }
    #expect(neutral.count == 12)
    #expect(Set(neutral.map(\.scenario)).count == 12)
  }

  @Test func `a wording that is added to the end leaves the others as they were shown`() throws {
    let few = PromptFamilies(of: try trial(scenarios: 8, wordings: 2, dealing: "cross"))
    let more = PromptFamilies(of: try trial(scenarios: 9, wordings: 3, dealing: "cross"))
    #expect(few.selection.allSatisfy(more.asks))
  }

  @Test func `a prompt shows what its condition says itself, and not what all share`() throws {
    let yaml = """
      unled: 1
      name: slots
      observation: It speaks of oars.
      scenarios: [{id: lake, topic: a lake}]
      script: {system: "Be brief about {topic}.", document: "A book.\\n{prompt} {mood}"}
      conditions:
        neutral: {slots: {prompt: "Tell of {topic}.", mood: "calm"}}
        leading: {slots: {prompt: "Tell of {topic}.", mood: "Boats matter."}, system: "You row on {topic}."}
      models: [{id: m}]
      sampling: {max_tokens: 20, replicates: 1, seed: 5}
      rating: {questions: [{id: oars, ask: "Oars?", choices: ["no", "yes"], primary: true}]}
      analysis: {smallest_effect: 0.2, reference: 0.1}
      """
    let families = PromptFamilies(of: try TrialText.trial(yaml))
    #expect(
      families.all.map(\.text) == [
        "Tell of a lake.\n\ncalm", "You row on a lake.\n\nTell of a lake.\n\nBoats matter.",
      ])
    #expect(families.all.map(\.item.condition) == [.neutral, .leading])
    #expect(
      !families.asks(
        FamilyPrompt(
          item: families.all[0].item, scenario: families.all[0].scenario, text: "Tell of a lake.")))
  }
}
