import Analysis
import Questions
import Reproducible
import Statistics
import TrialDesign

/// Numbers and standings as the report words them.
enum Words {
  /// A number with a true minus sign.
  static func number(_ value: Double, decimals: Int = 2) -> String {
    let text = Numerals.fixed(value, decimals: decimals)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// `0.40 (0.20 to 0.60)`; an estimate without an interval stands alone.
  static func estimate(_ value: Double, _ interval: Interval?, decimals: Int = 2) -> String {
    let number = number(value, decimals: decimals)
    guard let interval else { return number }
    return "\(number) (\(range(interval, decimals: decimals)))"
  }

  /// `0.20 to 0.60`.
  static func range(_ interval: Interval, decimals: Int = 2) -> String {
    "\(number(interval.low, decimals: decimals)) to \(number(interval.high, decimals: decimals))"
  }

  /// An interval or, where there is none, why.
  static func range(_ interval: Interval?, orWhy reason: Reason?, decimals: Int = 2) -> String {
    interval.map { range($0, decimals: decimals) } ?? withheld(reason)
  }

  /// That a number is withheld, and why.
  static func withheld(_ reason: Reason?) -> String {
    reason.map { "withheld: \($0.text)" } ?? "withheld"
  }

  /// A p value: three decimals, and never zero.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "below 0.001" : Numerals.fixed(p, decimals: 3)
  }

  /// A confidence level: `95 %`, `99.5 %`.
  static func level(_ level: Double) -> String {
    let percent = level * 100
    let isWhole = abs(percent - percent.rounded()) < 1e-9
    return Numerals.fixed(percent, decimals: isWhole ? 0 : 1) + " %"
  }

  /// How many decimals the numbers of a question are shown with.
  static func decimals(of form: AnswerForm) -> Int {
    guard let range = form.range else { return 2 }
    return range.upperBound - range.lowerBound > 20 ? 1 : 2
  }

  /// Where an effect stands; a dash for questions that are not judged.
  static func standing(_ standing: Standing?) -> String { standing?.rawValue ?? "—" }

  /// What a verdict means, whatever the trial.
  ///
  /// - Parameters:
  ///   - verdict: What the trial says.
  ///   - hasBaseRate: Whether there is anything to tell presence by.
  /// - Returns: One sentence.
  static func meaning(of verdict: Verdict, hasBaseRate: Bool) -> String {
    switch verdict {
    case .unreadable: "The raters do not see the same, so the ratings cannot be read."
    case .unblinded: "Words of the prompt showed in the outputs and moved the ratings."
    case .inconclusive: "The trial does not settle the matter."
    case .holdsUnled: "It happens when nobody leads, and leading does not add to it."
    case .partlyLed: "It happens when nobody leads, and leading adds to it."
    case .led where !hasBaseRate: "The wording brings it about; what is usual is not known."
    case .led: "It happens when the prompt leads to it, and not otherwise."
    case .absent:
      "Not found, led or unled: if it is there at all, it is smaller than the smallest effect that "
        + "was named."
    case .notLed: "Leading does not bring it about; what is usual is not known."
    }
  }

  /// How agreement was left: the word *passed* is kept for what reached its floor.
  static func gate(
    _ outcome: AgreementOutcome, _ agreement: QuestionAgreement, floor: Double
  ) -> String {
    switch outcome {
    case .agreed where isUnder(floor, agreement):
      "not below the floor: its interval reaches it"
    case .agreed: "passed"
    case .excused: "excused"
    case .unknown: "not checked: one reader"
    case .notShown, .belowFloor: "not passed"
    }
  }

  /// The same for the gate as a whole, in which raters must agree with themselves too.
  static func gate(_ gate: AgreementGate) -> String {
    gate.outcome.passes && !gate.passed
      ? "not passed" : Self.gate(gate.outcome, gate.agreement, floor: gate.floor)
  }

  /// Whether the estimate of agreement is under the floor, wherever its interval ends.
  static func isUnder(_ floor: Double, _ agreement: QuestionAgreement) -> Bool {
    agreement.alpha.value.map { $0 < floor } ?? false
  }

  /// What one cluster is, for one and for several.
  static func cluster(_ kind: ClusterKind, _ count: Int) -> String {
    kind == .scenario
      ? Numerals.count(count, "scenario") : Numerals.count(count, "wording")
  }

  /// The kind of a rater in words.
  static func kind(_ kind: RaterKind) -> String {
    switch kind {
    case .person: "person"
    case .prompter: "wrote or ran the prompts; not in the primary estimate"
    case .model: "model; reported apart from people"
    case .simulated: "simulated"
    }
  }

  /// What a condition is, in half a sentence.
  static func meaning(of condition: Condition) -> String {
    switch condition {
    case .neutral: "nobody leads"
    case .leading: "the wording leads toward the claim"
    case .away: "the wording leads away from the claim"
    case .placebo: "a sentence that leads nowhere"
    case .baseline: "what the claim is compared with"
    }
  }

  /// Several things in one line: `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
