/// What stands between the cells of a table: comma, semicolon, tab or upright stroke.
enum SeparatorGuess {
  /// A comma may also stand within a number: it comes last.
  private static let candidates: [UInt8] = [0x09, 0x3B, 0x7C, 0x2C]

  /// The character that parts the first lines of a table into equally many cells, and at least two.
  ///
  /// - Parameter bytes: The table; its first hundred lines are looked at.
  /// - Returns: Where several do, tab before semicolon, stroke and comma; where none does, whichever
  ///   the first line that has any has most of.
  static func separator(of bytes: [UInt8]) -> Character {
    var lines: [[UInt8: Int]] = [[:]]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D {
        if lines.last?.isEmpty == false {
          if lines.count == 100 { break }
          lines.append([:])
        }
      } else {
        lines[lines.count - 1][byte, default: 0] += 1
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    // A title above the names may have nothing to part.
    guard
      let first = lines.first(where: { line in candidates.contains { line[$0, default: 0] > 0 } })
        ?? lines.first
    else { return "," }
    let even = candidates.first { candidate in
      let count = first[candidate, default: 0]
      return count > 0 && lines.allSatisfy { $0[candidate, default: 0] == count }
    }
    let most = candidates.reversed().max { first[$0, default: 0] < first[$1, default: 0] }
    return Character(Unicode.Scalar(even ?? most ?? 0x2C))
  }

  /// The separator that a spreadsheet's first line states, `sep=;`; the line is left blank.
  static func takeStated(from bytes: inout [UInt8]) -> Character? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > start + 5, bytes[start..<start + 4].elementsEqual("sep=".utf8),
      bytes[start + 5] == 0x0A || bytes[start + 5] == 0x0D, bytes[start + 4] < 0x80
    else { return nil }
    let separator = Character(Unicode.Scalar(bytes[start + 4]))
    bytes.removeSubrange(start..<start + 5)
    return separator
  }

  /// A separator as people call it.
  static func shown(_ separator: Character) -> String {
    separator == "\t" ? "tab" : String(separator)
  }
}
