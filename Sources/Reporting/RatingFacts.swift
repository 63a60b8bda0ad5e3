package import Foundation
package import Questions
package import TrialDesign

extension ReportFacts {
  /// How many draws of a cell brought different texts.
  package struct Distinct: Hashable, Sendable {
    package var condition: Condition
    package var model: String
    package var draws: Int
    package var distinct: Int

    package init(condition: Condition, model: String, draws: Int, distinct: Int) {
      self.condition = condition
      self.model = model
      self.draws = draws
      self.distinct = distinct
    }
  }

  /// What was done, and found, so that raters could not tell conditions by anything but the effect.
  package struct Blinding: Hashable, Sendable {
    /// Outputs in which the model named itself, which raters did not see.
    package var selfNamingMasked: Int
    package var echoingOutputs: [Condition: Int]
    /// Views with an echo hidden, and views of other outputs with as much hidden.
    package var maskedViews: Int
    package var shamViews: Int
    /// Mean length in words.
    package var meanWords: [Condition: Double]

    package init(
      selfNamingMasked: Int = 0, echoingOutputs: [Condition: Int] = [:], maskedViews: Int = 0,
      shamViews: Int = 0, meanWords: [Condition: Double] = [:]
    ) {
      self.selfNamingMasked = selfNamingMasked
      self.echoingOutputs = echoingOutputs
      self.maskedViews = maskedViews
      self.shamViews = shamViews
      self.meanWords = meanWords
    }
  }

  /// How evenly outputs were dealt to raters.
  package struct Balance: Hashable, Sendable {
    package var fewestRatings: Int
    package var mostRatings: Int

    package init(fewestRatings: Int, mostRatings: Int) {
      self.fewestRatings = fewestRatings
      self.mostRatings = mostRatings
    }
  }

  /// A change of the design after it was fixed.
  package struct Amendment: Hashable, Sendable {
    package var date: Date
    package var change: String
    package var because: String

    package init(date: Date, change: String, because: String) {
      self.date = date
      self.change = change
      self.because = because
    }
  }

  /// A rater under a pseudonym.
  package struct Rater: Hashable, Sendable {
    package var pseudonym: String
    package var kind: RaterKind
    /// Ratings of the primary question.
    package var ratings: Int

    package init(pseudonym: String, kind: RaterKind, ratings: Int) {
      self.pseudonym = pseudonym
      self.kind = kind
      self.ratings = ratings
    }
  }

  /// An output with what raters made of it.
  package struct Example: Hashable, Sendable {
    package var code: String
    package var condition: Condition
    package var model: String?
    package var scenario: String
    package var text: String
    /// Of the primary question.
    package var meanRating: Double?
    package var ratings: Int

    package init(
      code: String, condition: Condition, model: String?, scenario: String, text: String,
      meanRating: Double?, ratings: Int
    ) {
      self.code = code
      self.condition = condition
      self.model = model
      self.scenario = scenario
      self.text = text
      self.meanRating = meanRating
      self.ratings = ratings
    }
  }

  /// What the reader answered about one output, and what it was.
  package struct OwnRating: Hashable, Sendable {
    package var code: String
    package var text: String
    package var condition: Condition
    /// The answer as it was given: a level's label, a position, `cannot tell`.
    package var answer: String

    package init(code: String, text: String, condition: Condition, answer: String) {
      self.code = code
      self.text = text
      self.condition = condition
      self.answer = answer
    }
  }
}
