extension Terminal {
  /// A text broken into lines of at most so many columns.
  ///
  /// Breaks at spaces, and between wide characters, which are written without spaces; a word that
  /// is longer than a line is cut. Line breaks of the text and the spaces at the start of its lines
  /// stay.
  ///
  /// - Parameters:
  ///   - text: Already harmless.
  ///   - columns: How wide a line may be; at least two.
  /// - Returns: The lines, without their ends; at least one.
  /// - Complexity: O(*n*).
  package static func wrapped(_ text: String, columns: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrappedParagraph($0, columns: max(columns, 2))
    }
  }

  private static func wrappedParagraph(_ paragraph: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: paragraph) {
      let size = width(of: piece.text)
      if used + size > columns, used > 0 {
        lines.append(trimmedAtEnd(line))
        (line, used) = ("", 0)
      }
      if piece.isSpace {
        // Spaces at a break vanish; at the paragraph's start they indent.
        if used > 0 || lines.isEmpty, size < columns {
          line += piece.text
          used += size
        }
        continue
      }
      for character in piece.text {
        let more = width(of: character)
        if used + more > columns {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += more
      }
    }
    lines.append(trimmedAtEnd(line))
    return lines
  }

  /// Runs of spaces, words, and single wide characters.
  private static func pieces(of text: Substring) -> [(text: Substring, isSpace: Bool)] {
    var result: [(text: Substring, isSpace: Bool)] = []
    var start = text.startIndex
    while start < text.endIndex {
      let first = text[start]
      var end = text.index(after: start)
      if first == " " || width(of: first) < 2 {
        while end < text.endIndex, (text[end] == " ") == (first == " "), width(of: text[end]) < 2 {
          end = text.index(after: end)
        }
      }
      result.append((text[start..<end], first == " "))
      start = end
    }
    return result
  }

  private static func trimmedAtEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
