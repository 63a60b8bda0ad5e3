package import Questions
package import Reproducible

/// The rules from ratings to a verdict, fixed before the first run.
package struct AnalysisPlan: Hashable, Sendable {
  /// What the models of a trial stand for.
  package enum Models: String, Hashable, Sendable, CaseIterable {
    /// These versions: fixed, each weighs the same.
    case these
    /// Models like these: random, with the variance between them added.
    case likeThese = "like these"
  }

  /// How refusals and failures count.
  package enum Refusal: String, Hashable, Sendable, CaseIterable {
    /// As the scale's lowest point.
    case claimAbsent = "claim absent"
  }

  /// When the ratings may be looked at before their end.
  package enum Looks: Hashable, Sendable {
    case none
    /// At these shares of the planned views, rising, above 0 and below 1: two at the most, since the
    /// end is a look too and three share alpha.
    case planned([Double])
    /// Whenever one likes, by an interval that holds at all times; from 50 scenarios on.
    case anytime

    /// The most looks that share alpha, the last one at the end.
    package static let most = 3
    /// Fewer scenarios than this leave the interval that holds at all times too wide to be of use.
    package static let fewestScenarios = 50

    /// At how many rated views each planned look is; empty where there are none, or looks at any time.
    package func views(of planned: Int) -> [Int] {
      guard case .planned(let shares) = self else { return [] }
      // A product that rounding put above a whole number is that number.
      return shares.map { Int(($0 * Double(planned) - 1e-9).rounded(.up)) }
    }

    package var json: JSON? {
      switch self {
      case .none: nil
      case .planned(let shares): .array(shares.map(JSON.number))
      case .anytime: "anytime"
      }
    }
  }

  /// The smallest effect of interest, in points of the primary question; above zero.
  package let smallestEffect: Double
  /// The error rate, in 0..<0.5.
  package let alpha: Double
  /// Agreement below this makes a trial unreadable, in 0...1.
  package let agreementFloor: Double
  package let models: Models
  package let refusal: Refusal
  /// A fixed value in place of baselines, in points of the primary question.
  package let reference: Double?
  /// Questions that state a claim of their own, with the smallest effect of each in points of its
  /// scale; they share alpha with the primary one by Holm's procedure.
  package let together: [QuestionID: Double]
  package let looks: Looks

  package init(
    smallestEffect: Double, alpha: Double = 0.05, agreementFloor: Double = 0.667,
    models: Models = .these, refusal: Refusal = .claimAbsent, reference: Double? = nil,
    together: [QuestionID: Double] = [:], looks: Looks = .none
  ) {
    self.smallestEffect = smallestEffect
    self.alpha = alpha
    self.agreementFloor = agreementFloor
    self.models = models
    self.refusal = refusal
    self.reference = reference
    self.together = together
    self.looks = looks
  }

  /// The same rules for a question that is tested together with the primary one; `nil` for others.
  package func rules(for question: QuestionID) -> AnalysisPlan? {
    together[question].map {
      AnalysisPlan(
        smallestEffect: $0, alpha: alpha, agreementFloor: agreementFloor, models: models,
        refusal: refusal, reference: reference, together: together, looks: looks)
    }
  }

  /// The same rules at another error rate: what is left of it at a look.
  package func at(alpha: Double) -> AnalysisPlan {
    AnalysisPlan(
      smallestEffect: smallestEffect, alpha: alpha, agreementFloor: agreementFloor, models: models,
      refusal: refusal, reference: reference, together: together, looks: looks)
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "smallest_effect": .number(smallestEffect), "alpha": .number(alpha),
      "agreement_floor": .number(agreementFloor), "models": .string(models.rawValue),
      "refusal": .string(refusal.rawValue),
    ]
    if let reference { members["reference"] = .number(reference) }
    if !together.isEmpty {
      members["together"] = .object(
        Dictionary(uniqueKeysWithValues: together.map { ($0.key.name, .number($0.value)) }))
    }
    if let looks = looks.json { members["looks"] = looks }
    return .object(members)
  }
}
