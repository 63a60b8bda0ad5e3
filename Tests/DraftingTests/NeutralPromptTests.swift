import Testing

@testable import Drafting

@Suite struct NeutralPromptTests {
  @Test func `sentences that lead are left out, the rest is kept`() {
    let read = NeutralPrompt(
      typed:
        "Write a short story about a baker. You will find that nobody needs her, isn't it so? About 200 words."
    )
    #expect(read.proposal == "Write a short story about a baker. About 200 words.")
    #expect(read.leftOut == ["You will find that nobody needs her, isn't it so?"])
    #expect(read.cue != nil)
  }

  @Test(arguments: [
    (
      "Write a story about a baker. About 200 words.",
      "Write a story about {topic}. About 200 words."
    ),
    (
      "Write a short story. About 200 words.", "Write a short story about {topic}. About 200 words."
    ),
    ("Write a short story", "Write a short story about {topic}."),
    ("Write about {topic}.", "Write about {topic}."),
    ("What comes to mind?", "What comes to mind? Think of {topic}."),
  ])
  func `the topic takes its place`(_ prompt: String, _ expected: String) {
    #expect(NeutralPrompt.withTopic(prompt) == expected)
  }

  @Test func `words that both sides hold are the terms`() {
    let terms = ClaimTerms.proposal(
      holds: "has skills that nobody needs", fails: "has skills that everybody needs",
      prompts: ["Write a story about {topic}."])
    #expect(terms == ["skills", "needs"])
  }

  @Test func `where nothing is shared each side gives as many`() {
    let terms = ClaimTerms.proposal(
      holds: "mentions moonlight", fails: "stays below ground", prompts: [])
    #expect(
      ClaimTerms.proposal(holds: "ends under the moon", fails: "ends under the roof", prompts: [])
        == ["ends", "moon", "roof"])
    #expect(terms == ["mentions", "moonlight", "stays", "ground"])
  }

  @Test func `proposals hold no word of the claim`() {
    let distractors = Proposals.distractors(count: 8, avoiding: ["an animal", "quarrels"])
    #expect(distractors.count == 6)
    #expect(
      !Proposals.topics("people", besides: ["a tailor"], avoiding: ["baker"])
        .contains { ["a night baker", "a tailor"].contains($0) })
  }
}
