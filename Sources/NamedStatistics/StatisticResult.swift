import Foundation
public import Reproducible
import Statistics

extension JSON {
  /// A number, `null` where there is none, a text where it is infinite.
  static func of(_ value: Double?) -> JSON {
    guard let value, !value.isNaN else { return .null }
    return value.isFinite ? .number(value) : .string(value > 0 ? "inf" : "-inf")
  }

  /// A count.
  static func of(_ value: Int) -> JSON { .integer(value) }

  /// A flag.
  static func of(_ value: Bool) -> JSON { .bool(value) }

  /// A list of numbers.
  static func of(_ values: [Double]) -> JSON { .array(values.map { .of($0) }) }

  /// A table of numbers.
  static func of(_ rows: [[Double]]) -> JSON { .array(rows.map { .of($0) }) }

  /// The value as text for other programs to read: one line, keys sorted, numbers with 17
  /// significant digits, so that none is rounded on the way.
  public var exact: String {
    switch self {
    case .number(let value):
      value.isFinite ? String(format: "%.17g", value) : "null"
    case .array(let elements):
      "[" + elements.map(\.exact).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        .map { JSON.string($0.key).canonical + ":" + $0.value.exact }.joined(separator: ",") + "}"
    default: canonical
    }
  }
}

extension [String: JSON] {
  /// What says that a statistic has no value, and why.
  static func noValue(_ reason: NoValue) -> [String: JSON] {
    ["value": .null, "reason": .string(reason.rawValue)]
  }

  /// The members with others added; they are new ones.
  func adding(_ others: [String: JSON]) -> [String: JSON] {
    merging(others) { _, new in new }
  }

  /// Both limits of an interval under two names; `null` where there is none.
  func adding(_ interval: Interval?, low: String = "ci_low", high: String = "ci_high")
    -> [String: JSON]
  {
    adding([low: .of(interval?.low), high: .of(interval?.high)])
  }
}
