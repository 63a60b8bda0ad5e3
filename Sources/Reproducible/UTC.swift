public import Foundation

/// Dates as text in UTC, the only form in which files hold them.
public enum UTC {
  /// A moment as `2026-03-07T14:05:09.123Z`.
  public static func timestamp(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
  }

  /// A day as `2026-03-07`.
  public static func day(_ date: Date) -> String { String(timestamp(date).prefix(10)) }

  /// Reads what ``timestamp(_:)`` wrote; `nil` for anything else.
  public static func date(_ text: String) -> Date? {
    // A text of another form is no date: there is nothing else to say about it.
    try? Date(
      text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
  }
}
