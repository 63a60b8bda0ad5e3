import Questions
import Reproducible
import Testing

@testable import Analysis

@Suite struct BlindProgressTests {
  private var ratings: [BlindRating] {
    (0..<20).flatMap { output in
      ["ada", "bert"].map { rater in
        BlindRating(
          output: "output \(output)", rater: rater, question: Question.theme.id,
          value: output == 3 && rater == "bert" ? nil : Double(output % 4))
      }
    }
  }

  @Test func `agreement is shown by question and nothing of conditions is`() throws {
    let progress = BlindProgress(questions: [.theme], ratings: ratings, resamples: 200)
    let agreement = try #require(progress.questions.first)
    #expect(agreement.alpha.value == 1)
    #expect(agreement.outputs == 20)
    #expect(agreement.pairableOutputs == 19)
    #expect(progress.ratings == 40)
    #expect(progress.cannotTell == 1)
    let text = progress.json.canonical
    for word in ["neutral", "leading", "placebo", "baseline", "lead", "presence", "mean"] {
      #expect(!text.contains(word))
    }
  }

  @Test func `prompters, models and second ratings are left out`() {
    let more =
      ratings
      + ratings.map {
        BlindRating(
          output: $0.output, rater: "judge", raterKind: .model, question: $0.question, value: 0)
      }
      + ratings.map {
        BlindRating(
          output: $0.output, rater: $0.rater, question: $0.question, value: 0, occasion: 2)
      }
    let plain = BlindProgress(questions: [.theme], ratings: ratings, resamples: 200)
    #expect(BlindProgress(questions: [.theme], ratings: more, resamples: 200) == plain)
  }

  @Test func `one rater has no agreement and no ratings have none`() throws {
    let alone = ratings.filter { $0.rater == "ada" }
    let one = BlindProgress(questions: [.theme], ratings: alone)
    #expect(try #require(one.questions.first).alpha.reason == .oneRater)
    let none = BlindProgress(questions: [.theme], ratings: [])
    #expect(try #require(none.questions.first).alpha.reason == .noRatings)
    #expect(none.outputs == 0)
  }
}
