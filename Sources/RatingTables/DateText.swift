/// Tells dates from other texts: `2024-03-05`, `5.3.24 14:05`, `3/5/2024 2:14:33 PM`, `14:05`.
enum DateText {
  /// Whether a text begins with a date, or is a time of day.
  static func isDate(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
    guard let day = parts.first else { return false }
    return isDay(day) || isTime(day)
  }

  private static func isDay(_ text: Substring) -> Bool {
    for separator in "-/." {
      let fields = text.split(separator: separator, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let numbers = fields.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
      guard numbers.count == 3, let low = numbers.min(), low >= 0 else { return false }
      let sizes = fields.map(\.count)
      return sizes[0] == 4 && numbers[1] <= 12 && numbers[2] <= 31
        || sizes[0] <= 2 && sizes[1] <= 2 && [2, 4].contains(sizes[2])
          && max(numbers[0], numbers[1]) <= 31
    }
    return false
  }

  private static func isTime(_ text: Substring) -> Bool {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(fields.count)
      && fields.allSatisfy { $0.count <= 2 && Int($0).map { (0..<60).contains($0) } == true }
  }
}
