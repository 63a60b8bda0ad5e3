import Reproducible
import Statistics

/// Numbers and reasons as the account words them.
enum Words {
  /// A number with a true minus sign.
  static func number(_ value: Double, decimals: Int = 2) -> String {
    Numerals.typeset(value, decimals: decimals)
  }

  /// `0.20 to 0.60`.
  static func range(_ interval: Interval, decimals: Int = 2) -> String {
    "\(number(interval.low, decimals: decimals)) to \(number(interval.high, decimals: decimals))"
  }

  /// A confidence level: `95 %`, `99.5 %`.
  static func level(_ level: Double) -> String {
    let percent = level * 100
    return Numerals.fixed(percent, decimals: abs(percent - percent.rounded()) < 1e-9 ? 0 : 1) + " %"
  }

  /// A count with thousands set apart.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? singular : plural ?? singular + "s")
  }

  /// A whole number with thousands set apart.
  static func grouped(_ number: Int) -> String {
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// Several things in one line: `a, b and c`, and how many more there are.
  static func list(_ items: [String], most: Int = 5) -> String {
    guard items.count <= most else {
      return items.prefix(most).joined(separator: ", ") + " and \(grouped(items.count - most)) more"
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Why there is no value.
  static func reason(_ reason: NoValue) -> String {
    switch reason {
    case .noData: "no ratings"
    case .noPairableUnits: "no unit with two ratings"
    case .noVariation: "nothing varies"
    case .oneRater: "one rater"
    case .fewerThanTwoUnits: "fewer than two units that fit"
    case .undefinedChanceTerm: "chance is not defined here"
    case .tooManyUndefined: "too many resamples without a value"
    default: reason.rawValue.split(separator: "_").joined(separator: " ")
    }
  }
}
