/// Which of several names somebody probably meant.
enum Nearest {
  /// The name with the fewest edits; `nil` where even that differs in more than a third.
  static func name(to wanted: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, edits: edits(wanted.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }),
      best.edits * 3 <= max(wanted.count, best.name.count)
    else { return nil }
    return best.name
  }

  /// How many letters must be changed, added or removed (Levenshtein's distance).
  static func edits(_ first: String, _ second: String) -> Int {
    let second = Array(second.prefix(100))
    var previous = Array(0...second.count)
    for (row, letter) in first.prefix(100).enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }
}
