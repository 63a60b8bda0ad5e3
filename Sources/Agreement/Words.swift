import Reproducible
import Statistics

/// Numbers and reasons as the account words them.
enum Words {
  /// A number with a true minus sign.
  static func number(_ value: Double, decimals: Int = 2) -> String {
    Numerals.typeset(value, decimals: decimals)
  }

  /// `0.20 to 0.60`; a narrow interval with as many decimals as tell its ends apart, up to four.
  static func range(_ interval: Interval) -> String {
    let decimals = decimals(for: interval)
    return
      "\(number(interval.low, decimals: decimals)) to \(number(interval.high, decimals: decimals))"
  }

  /// How many decimals an estimate has beside its interval.
  static func decimals(for interval: Interval?) -> Int {
    guard let width = interval.map({ $0.high - $0.low }), width > 0 else { return 2 }
    return width >= 0.05 ? 2 : width >= 0.005 ? 3 : 4
  }

  /// A share as a percentage; what rounds to nothing is under 1 %.
  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "under 1 %" : number(share * 100, decimals: 0) + " %"
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
    case .notIdentifiable: "the ratings do not tell raters from units"
    default: reason.rawValue.split(separator: "_").joined(separator: " ")
    }
  }
}
