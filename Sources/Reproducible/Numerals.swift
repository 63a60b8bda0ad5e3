/// Numbers as text, the same on every machine: a point, fixed digits, no locale.
public enum Numerals {
  /// A number with a fixed count of decimals; a value that rounds to zero has no minus sign.
  ///
  /// - Parameters:
  ///   - value: Any finite number; others are written `inf`, `-inf` and `nan`.
  ///   - decimals: How many digits follow the point, 0...15.
  /// - Returns: The number as text, halves rounded away from zero.
  public static func fixed(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let scale = (0..<decimals).reduce(1.0) { factor, _ in factor * 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(value)" }
    let whole = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A number as ``fixed(_:decimals:)`` writes it, for people to read: with a true minus sign.
  public static func typeset(_ value: Double, decimals: Int = 2) -> String {
    let text = fixed(value, decimals: decimals)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// A share in 0...1 as a percentage without decimals: `0.425` is `43 %`.
  public static func percent(_ share: Double) -> String {
    fixed(share * 100, decimals: 0) + " %"
  }

  /// A count with its noun: `1 scenario`, `24 scenarios`.
  public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) " + (number == 1 ? singular : plural ?? singular + "s")
  }
}
