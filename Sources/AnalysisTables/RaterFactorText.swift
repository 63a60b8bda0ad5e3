/// How a text was shown to a rater, as one cell: `byline=named; frame=striking`, or one level alone.
enum RaterFactorText {
  /// The factor of a level that stands alone.
  static let soleFactor = "shown_as"

  /// Reads a cell.
  ///
  /// - Returns: The level of each factor; `nil` where a factor has no name, no level or two of them.
  static func levels(_ text: String) -> [String: String]? {
    guard !text.isEmpty else { return [:] }
    guard text.contains("=") else { return [soleFactor: text] }
    var levels: [String: String] = [:]
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.filter { !$0.isNewline }.trimmed }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty, levels[sides[0]] == nil else {
        return nil
      }
      levels[sides[0]] = sides[1]
    }
    return levels
  }

  /// Writes what ``levels(_:)`` reads.
  static func text(_ levels: [String: String]) -> String {
    if levels.count == 1, let level = levels[soleFactor], !level.contains("=") { return level }
    return levels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
