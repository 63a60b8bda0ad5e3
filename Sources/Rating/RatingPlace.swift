package import Packets
package import Questions

/// One place of a rater's sequence, with what they gave there so far.
package struct RatingPlace: Hashable, Sendable {
  /// What is asked at a place.
  package enum Part: String, Hashable, Sendable {
    /// The packet's questions about a text.
    case rate
    /// The guess, about a text that is shown again.
    case guess
  }

  /// From 0; guesses go on counting behind the last text.
  package let position: Int
  package let code: OutputCode
  package let part: Part
  /// The latest revision of each answer.
  package let given: [QuestionID: GivenAnswer]

  package init(
    position: Int, code: OutputCode, part: Part, given: [QuestionID: GivenAnswer] = [:]
  ) {
    self.position = position
    self.code = code
    self.part = part
    self.given = given
  }

  /// Whether nothing is left to ask here.
  ///
  /// A note is never required; "cannot tell" is an answer.
  package func isComplete(questions: [Question], guess: GuessSheet?) -> Bool {
    switch part {
    case .rate: questions.allSatisfy { $0.form == .note || given[$0.id] != nil }
    case .guess: guess == nil || given[.conditionGuess] != nil
    }
  }
}

/// How far a rater has come.
package struct RatingProgress: Hashable, Sendable {
  /// How many places are complete.
  package let done: Int
  /// How many places there are, guesses among them.
  package let total: Int
  /// The position of the first place that is not complete; `nil` when all are.
  package let firstOpen: Int?

  package var isFinished: Bool { firstOpen == nil }

  package init(of places: [RatingPlace], questions: [Question], guess: GuessSheet?) {
    let open = places.filter { !$0.isComplete(questions: questions, guess: guess) }
    total = places.count
    done = places.count - open.count
    firstOpen = open.first?.position
  }
}
