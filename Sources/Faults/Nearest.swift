/// The known name that was most likely meant.
public enum Nearest {
  /// The name with the fewest changed letters, where these are few enough to be a slip.
  public static func name(to name: String, in known: [String]) -> String? {
    let near = known.map { ($0, distance(name.lowercased(), $0.lowercased())) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let near, near.1 <= max(1, min(3, name.count / 3)) else { return nil }
    return near.0
  }

  /// Levenshtein's distance.
  private static func distance(_ first: String, _ second: String) -> Int {
    let b = Array(second)
    var row = Array(0...b.count)
    for (i, a) in first.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, letter) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, previous + (a == letter ? 0 : 1))
        previous = above
      }
    }
    return row[b.count]
  }
}
