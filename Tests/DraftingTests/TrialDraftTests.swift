import Cues
import Linting
import Questions
import Testing
import TrialDesign

@testable import Drafting

@Suite struct TrialDraftTests {
  private static func draft(cue: String = "expectation-statement") -> TrialDraft {
    TrialDraft(
      name: "oars", observation: "It speaks of \"oars\": always.", source: "",
      scenarios: Proposals.topics("places", besides: [], avoiding: []).map {
        DraftScenario(topic: $0)
      },
      wordings: ["Write a short story about {topic}.", "Tell a story. It is about {topic}."],
      cue: cue,
      strength: 2, about: "the text", holds: "speaks of oars", fails: "speaks of shoes",
      terms: ["oars", "shoes"],
      question: "How far is it so, or not so, that the text speaks of oars?",
      scale: .presence, distractors: Proposals.distractors(count: 2, avoiding: ["oars"]),
      baseline: Proposals.otherPrompts(avoiding: ["oars"]), smallestEffect: "0.5", model: "local",
      baseURL: nil, isCompletion: false)
  }

  @Test func `a draft reads back and lints clean`() throws {
    let text = Self.draft().yaml
    let read = try ReadTrial(parsing: text, source: .memory([:]))
    #expect(read.trial.observation == "It speaks of \"oars\": always.")
    #expect(read.trial.scenarios.count == 24)
    #expect(read.trial.conditions[.away]?.count == 2)
    #expect(TrialLint(of: read.trial, text: text).findings.filter { $0.level > .note } == [])
  }

  @Test func `the cue that was seen is tried first`() throws {
    let claim = PairClaim(
      about: "the text", holds: "speaks of oars", fails: "speaks of shoes", terms: [])
    let seen = try #require(CueCatalogue.cue("tag"))
    let choice = try CueChoice(
      first: seen, wordings: Self.draft().wordings, claim: claim, strength: 2)
    #expect(choice.cue.id == seen.id)
    #expect(choice.families.count == 2)
  }

  @Test func `clauses that are no mirror are refused by the rule's name`() {
    let claim = PairClaim(
      about: "the text", holds: "speaks of oars",
      fails:
        "speaks of shoes that somebody left behind in a boat on a very long journey over the sea",
      terms: [])
    #expect(throws: PairRefusal.self) {
      try CueChoice(first: nil, wordings: Self.draft().wordings, claim: claim, strength: 2)
    }
  }

  @Test func `a model's topics say whose they are`() {
    var draft = Self.draft()
    draft.scenarios.append(DraftScenario(topic: "a raft", origin: "gemma"))
    #expect(draft.yaml.contains("topic: \"a raft\", origin: \"gemma\"}"))
  }
}
