package import Reproducible
import Statistics
package import TrialDesign

/// What a look says, and nothing else.
package enum LookAnswer: String, Hashable, Sendable, CaseIterable {
  /// Presence or lead is still open.
  case goOn = "go on"
  /// Both are settled: rating may stop.
  case enough
}

/// A look that was taken before the ratings were revealed.
package struct LookTaken: Hashable, Sendable {
  /// The share of planned views that were rated then.
  package let fraction: Double
  package let answer: LookAnswer
  /// The day, as the log has it.
  package let day: String

  package init(fraction: Double, answer: LookAnswer, day: String) {
    self.fraction = fraction
    self.answer = answer
    self.day = day
  }

  package var json: JSON {
    .object([
      "fraction": .number(fraction), "answer": .string(answer.rawValue), "day": .string(day),
    ])
  }
}

/// The looks at a trial's ratings, and the error rate that they leave for this one.
package struct LooksAccount: Hashable, Sendable {
  package let planned: AnalysisPlan.Looks
  package let taken: [LookTaken]
  /// The share of planned views that are rated now.
  package let fraction: Double
  /// What all looks share.
  package let alpha: Double
  /// At which this analysis tests, two-sided.
  package let level: Double

  /// Shares alpha among the looks taken and this one.
  ///
  /// - Parameters:
  ///   - planned: As the plan has it.
  ///   - taken: The looks before, by their fractions.
  ///   - fraction: The share of planned views rated now, in 0...1.
  ///   - alpha: What all share.
  ///   - isLook: Whether this is a look before the end: the first of them spends a part too. Ratings that
  ///     nobody looked at before are tested at the whole of alpha.
  package init(
    planned: AnalysisPlan.Looks, taken: [LookTaken], fraction: Double, alpha: Double,
    isLook: Bool = false
  ) {
    self.planned = planned
    self.taken = taken
    self.fraction = fraction
    self.alpha = alpha
    guard case .planned = planned, isLook || !taken.isEmpty else {
      level = alpha
      return
    }
    // Without new views since the last look this is that look once more.
    let before = taken.map(\.fraction)
    let now = max(min(fraction, 1), before.last ?? 0)
    let fractions = now > (before.last ?? 0) + 1e-9 ? before + [now] : before
    level = AlphaSpending(fractions: fractions, alpha: alpha).looks.last?.level ?? alpha
  }

  package var json: JSON {
    .object([
      "planned": planned.json ?? .array([]), "taken": .array(taken.map(\.json)),
      "fraction": .number(fraction), "alpha": .number(alpha), "level": .number(level),
    ])
  }
}

extension LookAnswer {
  /// Whether the ratings so far settle presence and lead, and the gates stand open.
  ///
  /// This is the only place where an effect is looked at before the reveal; nothing but the answer
  /// leaves it.
  ///
  /// - Parameter input: The ratings so far, its error rate that of this look.
  package init(lookingAt input: AnalysisInput) {
    let settled: [Verdict] = [.holdsUnled, .partlyLed, .led, .absent, .notLed]
    // What cannot be analysed yet is not settled.
    let verdict = try? BriefVerdict(judging: input).verdict
    self = verdict.map(settled.contains) ?? false ? .enough : .goOn
  }
}
