import CurlTransport
import Foundation

/// How long a provider asks to wait, from its headers.
enum RetryAfter {
  private static let longest = 1e9

  /// Reads `retry-after-ms` and `Retry-After`, which is a number of seconds or a date.
  ///
  /// - Parameters:
  ///   - response: What came back.
  ///   - now: When it came, to tell how far a date lies ahead; one that has passed is no wait.
  /// - Returns: `nil` where neither header is there or can be read.
  static func duration(in response: TransportResponse, now: Date) -> Duration? {
    if let text = response.header("retry-after-ms"), let count = number(text) {
      return .milliseconds(Int64(count.rounded(.up)))
    }
    guard let text = response.header("Retry-After") else { return nil }
    if let count = number(text) { return .milliseconds(Int64((count * 1000).rounded(.up))) }
    guard let date = date(text) else { return nil }
    let seconds = min(max(0, date.timeIntervalSince(now)), longest)
    return .milliseconds(Int64((seconds * 1000).rounded(.up)))
  }

  private static func number(_ text: String) -> Double? {
    guard let number = Double(text), number >= 0, number <= longest else { return nil }
    return number
  }

  /// Reads an HTTP date: `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func date(_ text: String) -> Date? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]),
      let month = months.firstIndex(of: String(words[2])), let year = Int(words[3])
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (1...31).contains(day), (1970...9999).contains(year),
      (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(
      from: DateComponents(
        year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1],
        second: clock[2]))
  }
}
