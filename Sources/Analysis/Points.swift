import Questions
import Reproducible
import Statistics

/// Effects as people read them, in the points of one question's scale.
struct Points: Sendable {
  let form: AnswerForm

  /// An effect with its unit: `0.85 points`, `15 percentage points`.
  func effect(_ value: Double) -> String {
    let number = number(value)
    switch form {
    case .binary: return "\(number) percentage points"
    default: return number == "1" || number == "1.00" ? "\(number) point" : "\(number) points"
    }
  }

  /// The bare number.
  func number(_ value: Double) -> String {
    switch form {
    case .binary: Numerals.typeset(value * 100, decimals: 0)
    case .slider: Numerals.typeset(value, decimals: 1)
    default: Numerals.typeset(value, decimals: 2)
    }
  }

  /// Whether a number is more than 0 as it is printed.
  func printsAboveZero(_ value: Double) -> Bool {
    value > 0 && number(value).contains { "123456789".contains($0) }
  }

  /// An effect with its interval: `0.85 points, 95 % interval 0.40 to 1.30`.
  func effect(_ effect: EffectEstimate) -> String {
    guard let value = effect.value else { return effect.reason?.text ?? Reason.undefined.text }
    guard let interval = effect.interval else {
      return "\(self.effect(value)), \((effect.reason ?? .fewScenarios).text), so no interval"
    }
    return "\(self.effect(value)), \(range(interval))"
  }

  /// An interval with its level: `95 % interval 0.40 to 1.30`.
  func range(_ interval: Interval) -> String {
    "\(Self.level(interval.level)) interval \(number(interval.low)) to \(number(interval.high))"
  }

  /// What the points are points of: ` on a scale from 0 to 4`; nothing where the unit says it.
  var scale: String {
    guard let range = form.range, form.name != "binary" else { return "" }
    return " on a scale from 0 to \(Numerals.fixed(range.upperBound, decimals: 0))"
  }

  private static func level(_ level: Double) -> String {
    let percent = level * 100
    let isWhole = abs(percent - percent.rounded()) < 1e-9
    return Numerals.fixed(percent, decimals: isWhole ? 0 : 1) + " %"
  }
}
