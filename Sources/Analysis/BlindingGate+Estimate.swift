import Questions
import Statistics
import TrialDesign

extension BlindingGate {
  /// Judges blinding by clean ratings; guesses of the condition only warn.
  init(
    of effects: EffectSet, question: Question, rows: PrimaryRows, leak: ConditionLeak?
  ) {
    let echoing = rows.first.filter { $0.echo && $0.question == question.id }
    let leading = BlindingArm(of: .leading, right: .toward, rows: rows.first)
    let neutral = BlindingArm(of: .neutral, right: .neither, rows: rows.first)
    let mean = Self.mean(leading, neutral)
    var push: Double?
    if let lead = effects.lead.value, let index = mean?.value, index > 0 { push = lead / index }
    self.init(
      cleanLead: effects.cleanLead, fall: effects.fall,
      echoingOutputs: Set(echoing.map(\.output)).count,
      maskedOutputs: Set(echoing.filter(\.masked).map(\.output)).count,
      leadingArm: leading, neutralArm: neutral, meanIndex: mean?.value,
      meanIndexInterval: mean?.interval, push: push, leak: leak, passed: !effects.isUnblinded)
  }

  /// Both arms weigh the same; their guesses are taken as independent.
  private static func mean(_ first: BlindingArm, _ second: BlindingArm)
    -> (value: Double, interval: Interval)?
  {
    guard let a = first.index, let b = second.index, let low = first.interval?.low,
      let high = first.interval?.high, let secondLow = second.interval?.low,
      let secondHigh = second.interval?.high
    else { return nil }
    let halves = ((high - low) / 2, (secondHigh - secondLow) / 2)
    let half = (halves.0 * halves.0 + halves.1 * halves.1).squareRoot() / 2
    let value = (a + b) / 2
    return (value, Interval(low: value - half, high: value + half, level: 0.95))
  }
}

extension BlindingArm {
  /// Counts the guesses about texts of one condition.
  init(of condition: Condition, right: ConditionGuess, rows: [RatedRow]) {
    let guesses = rows.filter { $0.condition == condition && $0.question == .conditionGuess }
      .compactMap(\.guess)
    let correct = guesses.count { $0 == right }
    let unknown = guesses.count { $0 == .cannotTell }
    let wrong = guesses.count - correct - unknown
    // Without guesses there is no index; the counts say so.
    let index = try? BangIndex(correct: correct, wrong: wrong, doNotKnow: unknown)
    self.init(
      correct: correct, wrong: wrong, cannotTell: unknown, index: index?.estimate,
      interval: index?.interval)
  }
}

extension EffectSet {
  /// Lead is there, but not on clean ratings, and the fall between the two is clear.
  var isUnblinded: Bool {
    guard lead.standing == .there, cleanLead.standing != .there, let fall = fall.narrowInterval
    else { return false }
    return fall.low > 0
  }
}
