/// Keeps a spreadsheet from running a text as a formula, and gives the text back unchanged.
package enum FormulaGuard {
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// The text with an apostrophe before it, where a spreadsheet would run it.
  ///
  /// A text that already looks disarmed gets one more, so that ``rearmed(_:)`` gives each text back.
  package static func disarmed(_ text: String) -> String {
    startsFormula(text.unicodeScalars[...]) ? "'" + text : text
  }

  /// What ``disarmed(_:)`` was given.
  package static func rearmed(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = text.unicodeScalars.dropFirst()
    return startsFormula(rest) ? String(String.UnicodeScalarView(rest)) : text
  }

  private static func startsFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    text.first { $0 != "'" }.map(starters.contains) ?? false
  }
}
