/// Finds texts of a trial in the file that they were read from.
struct SourceText {
  private let lines: [Substring]
  private let text: String

  init(_ text: String) {
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Where a text stands word for word, as most do; `nil` for one that is folded, escaped, from a file
  /// of its own, or made.
  func place(of wanted: String) -> TextPlace? {
    let head = wanted.prefix { $0 != "\n" && $0 != "\"" && $0 != "\\" }
    guard head.count > 3, let range = text.firstRange(of: head) else { return nil }
    return place(range.lowerBound)
  }

  /// Where a key of the file begins.
  func place(ofKey key: String) -> TextPlace? {
    for (number, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "-" || $0 == "{" }
      if trimmed.hasPrefix("\(key):") {
        let column = line.unicodeScalars.count - trimmed.unicodeScalars.count + 1
        return TextPlace(offset: 0, line: number + 1, column: column)
      }
    }
    return nil
  }

  private func place(_ index: String.Index) -> TextPlace {
    let before = text[..<index]
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex
    return TextPlace(
      offset: before.unicodeScalars.count, line: line,
      column: text[start..<index].unicodeScalars.count + 1)
  }
}

extension LintFinding {
  /// A finding of a text, at the text's place in a file.
  ///
  /// - Parameters:
  ///   - base: Where the text begins, or its key.
  ///   - isExact: Whether it is the text itself.
  /// - Returns: The same finding there.
  func moved(to base: TextPlace?, isExact: Bool) -> LintFinding {
    let isOnFirstLine = line == 1
    let place: (line: Int?, column: Int?) =
      isExact && isOnFirstLine
      ? (base?.line, base.map { $0.column + (column ?? 1) - 1 }) : (base?.line, base?.column)
    return LintFinding(
      level: level, code: code, name: name, part: part, problem: problem, remedy: remedy,
      line: place.line, column: place.column, offsets: nil, shown: shown, marked: marked)
  }
}
