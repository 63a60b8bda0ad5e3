package import Foundation
package import Questions

/// What a rater gave for one question at one place of their sequence.
package enum GivenAnswer: Hashable, Sendable {
  /// An answer to a question of the packet.
  case answer(Answer)
  /// The option that was picked on the guess sheet, by its opaque id.
  case guess(optionID: String)
}

/// Where an answer belongs: one question at one place of one rater's sequence.
struct AnswerPlace: Hashable {
  let rater: RaterID
  let position: Int
  let question: QuestionID
}

/// One stored judgement; a changed mind is a further one with a higher revision.
package struct Rating: Hashable, Sendable {
  package let id: RatingID
  package let rater: RaterID
  /// The place in the rater's sequence, from 0; guesses go on counting behind the last text.
  package let position: Int
  package let code: OutputCode
  package let question: QuestionID
  package let given: GivenAnswer
  /// From 1.
  package let revision: Int
  /// How long the text was in view before the answer, in seconds; `nil` where nobody measured.
  package let seconds: Double?
  package let ratedAt: Date

  package init(
    id: RatingID, rater: RaterID, position: Int, code: OutputCode, question: QuestionID,
    given: GivenAnswer, revision: Int, seconds: Double?, ratedAt: Date
  ) {
    self.id = id
    self.rater = rater
    self.position = position
    self.code = code
    self.question = question
    self.given = given
    self.revision = revision
    self.seconds = seconds
    self.ratedAt = ratedAt
  }

  /// Of several revisions of one answer, the latest of each, in the order of rater and position.
  package static func latest(of ratings: some Sequence<Rating>) -> [Rating] {
    var newest: [AnswerPlace: Rating] = [:]
    for rating in ratings {
      let place = AnswerPlace(
        rater: rating.rater, position: rating.position, question: rating.question)
      if let known = newest[place], (known.revision, known.id) > (rating.revision, rating.id) {
        continue
      }
      newest[place] = rating
    }
    return newest.values.sorted {
      ($0.rater, $0.position, $0.question) < ($1.rater, $1.position, $1.question)
    }
  }
}
