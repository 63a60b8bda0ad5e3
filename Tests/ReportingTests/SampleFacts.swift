import Analysis
import Foundation
import Questions
@testable import Reporting
import Reproducible
import TrialDesign

extension SampleTrial {
  static let story = """
    The lamp had been electric for eleven years. Still Maren climbed the stairs at dusk, wound the \
    old clockwork and trimmed a wick that nobody would light.

    “You could learn the radio,” said the harbour master. She could. She wound the clockwork.
    """

  /// The facts that go with the sample, all of them given.
  var facts: ReportFacts {
    let day = Date(timeIntervalSince1970: 1_772_900_000)
    let prompt = "Write a short story about a lighthouse keeper. About 200 words."
    let leading =
      "I expect that the main character has skills that nobody around them needs. " + prompt
    func asked(_ condition: Condition, _ text: String, cue: String? = nil) -> ReportFacts.Prompt {
      ReportFacts.Prompt(
        condition: condition, cue: cue, exampleScenario: "lighthouse", examplePrompt: text,
        wordings: [
          text.replacing("a lighthouse keeper", with: "{topic}"), "Tell me about {topic}.",
        ])
    }
    return ReportFacts(
      title: "Unused skills", source: "Takes from two months as a naturalist, take 2", date: day,
      folder: "trials/unused-skills", designHash: Digest(of: "design"),
      planHash: Digest(of: "plan"), firstRun: day.addingTimeInterval(-90_000), lastRun: day,
      models: models.map {
        ReportFacts.Model(
          name: $0, provider: "openai", recorded: "\($0), Q8_0", reported: ["\($0).gguf"],
          takesSeed: true)
      }, sampling: [.init("temperature", "1.0"), .init("max_tokens", "300")], seed: 1907,
      resamples: 2000,
      conditions: [
        asked(.neutral, prompt), asked(.leading, leading, cue: "expectation"),
        asked(.placebo, prompt + " Take whatever time you need."),
      ],
      flow: ReportFacts.Flow(
        planned: 388, sent: 388, answered: 385, refused: 2, cut: 6, failed: 1, outputs: 385,
        inPacket: 385, rated: 385, analysed: 384,
        excluded: [.init("the same text twice in a cell", 1)]),
      distinctOutputs: models.flatMap { model in
        [Condition.neutral, .leading].map {
          ReportFacts.Distinct(condition: $0, model: model, draws: 48, distinct: 47)
        }
      },
      blinding: ReportFacts.Blinding(
        selfNamingMasked: 1, echoingOutputs: [.leading: 38, .neutral: 0, .away: 3],
        maskedViews: 62, shamViews: 60, meanWords: [.leading: 203.4, .neutral: 198.2, .away: 201]),
      balance: .init(fewestRatings: 3, mostRatings: 3),
      amendments: [
        .init(date: day, change: "a third rater a text", because: "a rater left after 20 texts")
      ], auditHead: Digest(of: "audit"),
      raters: (1...raters).map {
        .init(
          pseudonym: "rater \($0)", kind: isSimulated ? .simulated : .person,
          ratings: 1152 / raters)
      },
      examples: [
        .init(
          code: "KMRTAXEP", condition: .neutral, model: models.first, scenario: "lighthouse",
          text: Self.story, meanRating: 0.33, ratings: 3),
        .init(
          code: "BWQHLNDS", condition: .leading, model: models.last, scenario: "night baker",
          text: String(repeating: Self.story + "\n\n", count: 4), meanRating: 2.67, ratings: 3),
      ],
      promptCheck:
        "The prompts were checked by 7 readers before the first run.",
      origin: .live)
  }

  var report: Report { Report(result: result, facts: facts) }
}
