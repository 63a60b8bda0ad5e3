package import Reproducible
import Statistics
package import TrialDesign

/// A look that was taken before the ratings were revealed.
package struct LookTaken: Hashable, Sendable {
  /// Which of the planned looks it was, counted from 1; of looks at any time, the how manyth.
  package let number: Int
  /// How many views were rated then, and of how many that were planned.
  package let rated: Int
  package let planned: Int
  package let answer: LookAnswer
  /// The day, as the log has it.
  package let day: String

  package init(number: Int, rated: Int, planned: Int, answer: LookAnswer, day: String) {
    self.number = number
    self.rated = rated
    self.planned = planned
    self.answer = answer
    self.day = day
  }

  /// The share of the planned views that were rated then, in 0...1.
  package var fraction: Double { Self.share(of: rated, planned) }

  /// So many of so many views, in 0...1; 0 where none are planned.
  package static func share(of rated: Int, _ planned: Int) -> Double {
    planned > 0 ? min(1, Double(rated) / Double(planned)) : 0
  }
}

/// The looks at a trial's ratings, and how much of alpha they leave for this one.
///
/// - SeeAlso: ``AlphaSpending``.
package struct LooksAccount: Hashable, Sendable {
  package let planned: AnalysisPlan.Looks
  /// The looks before, in their order.
  package let taken: [LookTaken]
  /// The share of the planned views that are rated now, in 0...1.
  package let fraction: Double
  /// What all looks share.
  package let alpha: Double
  /// Whether this is a look itself, and not what is told after the reveal.
  package let isLook: Bool

  /// Shares alpha among the looks taken and this one.
  ///
  /// Ratings that nobody looked at before are tested at the whole of alpha. After a look that said to go on
  /// the reveal is the end, whenever it comes; after one that said *enough* it has at least the level of that
  /// look, so that it says what the look did: what was not there then had an upper limit below the smallest
  /// effect, and is not there by a few ratings more.
  ///
  /// - Parameters:
  ///   - planned: As the plan has it.
  ///   - taken: The looks before, in their order; one at no higher share than an earlier one is that one
  ///     over again.
  ///   - fraction: The share of the planned views rated now, in 0...1.
  ///   - alpha: What all share.
  ///   - isLook: Whether this is a look before the reveal: the first of them has but a part too.
  package init(
    planned: AnalysisPlan.Looks, taken: [LookTaken], fraction: Double, alpha: Double,
    isLook: Bool = false
  ) {
    self.planned = planned
    self.taken = taken
    self.fraction = fraction
    self.alpha = alpha
    self.isLook = isLook
  }

  /// At which this analysis tests, two-sided, in 0...alpha.
  package var level: Double { level(sharedBy: 1) }

  /// The level of one of so many claims that share alpha: each spends its part by itself.
  func level(sharedBy claims: Int) -> Double {
    let share = alpha / Double(claims)
    let before = spendingFractions
    guard case .planned = planned, isLook || !before.isEmpty else { return share }
    func last(_ fractions: [Double]) -> Double {
      // Without a look there is nothing to share.
      (try? AlphaSpending(alpha: share, fractions: fractions))?.levels.last ?? share
    }
    let now = isLook || taken.last?.answer == .enough ? fraction : 1
    // Without new views since the last look this is that look once more.
    guard now > before.last ?? 0 else { return last(before) }
    let own = last(before + [now])
    return isLook || now == 1 ? own : max(own, last(before))
  }

  /// The levels at which the looks before were taken, in their order; those of looks at any time are alpha.
  private var levelsOfTaken: [Double] {
    guard case .planned = planned,
      let spending = try? AlphaSpending(alpha: alpha, fractions: spendingFractions)
    else { return taken.map { _ in alpha } }
    return taken.map { look in
      spending.fractions.lastIndex { $0 <= look.fraction }.map { spending.levels[$0] } ?? alpha
    }
  }

  /// The shares at which the looks before spent something: each above the one before, and below the end.
  private var spendingFractions: [Double] {
    taken.map(\.fraction).reduce(into: []) { fractions, fraction in
      if fraction > fractions.last ?? 0, fraction < 1 { fractions.append(fraction) }
    }
  }

  package var json: JSON {
    .object([
      "planned": planned.json ?? .array([]),
      "taken": .array(
        zip(taken, levelsOfTaken).map { look, level in
          .object([
            "look": .integer(look.number), "day": .string(look.day),
            "rated": .integer(look.rated), "planned": .integer(look.planned),
            "fraction": .number(look.fraction), "level": .number(level),
            "answer": .string(look.answer.rawValue),
          ])
        }),
      "fraction": .number(fraction), "alpha": .number(alpha), "level": .number(level),
    ])
  }
}

extension AnalysisInput {
  /// The level of one of so many claims that share alpha, as far as looks before leave it.
  func level(sharedBy claims: Int = 1) -> Double {
    looks?.level(sharedBy: claims) ?? plan.alpha / Double(claims)
  }
}
