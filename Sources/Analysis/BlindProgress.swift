package import Questions
package import Reproducible

/// One rating as it stands before the reveal: nothing of condition, model or scenario.
package struct BlindRating: Hashable, Sendable {
  package let output: String
  package let rater: String
  package let raterKind: RaterKind
  package let question: QuestionID
  /// `nil` where the rater could not tell.
  package let value: Double?
  package let occasion: Int

  package init(
    output: String, rater: String, raterKind: RaterKind = .person, question: QuestionID,
    value: Double?, occasion: Int = 1
  ) {
    self.output = output
    self.rater = rater
    self.raterKind = raterKind
    self.question = question
    self.value = value
    self.occasion = occasion
  }
}

/// How far a rating has come and how far raters agree; never an effect, which would unblind.
package struct BlindProgress: Hashable, Sendable {
  /// Agreement on each question that has an estimate, outputs resampled.
  package let questions: [QuestionAgreement]
  package let outputs: Int
  package let raters: Int
  package let ratings: Int
  package let cannotTell: Int

  /// Sums up first ratings by persons and simulated raters.
  ///
  /// - Parameters:
  ///   - questions: The trial's questions; distractors and notes are passed over.
  ///   - ratings: Ratings of any occasion and kind of rater.
  ///   - level: The level of the intervals.
  ///   - resamples: How often outputs are drawn.
  ///   - seed: From which they are drawn.
  package init(
    questions: [Question], ratings: [BlindRating], level: Double = 0.95, resamples: Int = 2000,
    seed: UInt64 = 1907
  ) {
    let first = ratings.filter { $0.occasion == 1 && $0.raterKind.counts }
    self.questions = questions.filter(\.isEstimated).map { question in
      let entries = first.compactMap { rating -> RatingMatrix.Entry? in
        guard rating.question == question.id, let value = rating.value else { return nil }
        return .init(
          unit: rating.output, cluster: rating.output, column: rating.rater, value: value)
      }
      return RatingMatrix(entries).agreement(
        on: question, level: level, resamples: resamples, seed: seed)
    }
    outputs = Set(first.map(\.output)).count
    raters = Set(first.map(\.rater)).count
    self.ratings = first.count
    cannotTell = first.count { $0.value == nil && $0.question != .conditionGuess }
  }

  package var json: JSON {
    .object([
      "questions": .array(questions.map(\.json)), "outputs": .integer(outputs),
      "raters": .integer(raters), "ratings": .integer(ratings),
      "cannot_tell": .integer(cannotTell),
    ])
  }
}
