/// Text in Markdown: whatever it holds, a renderer shows it as it is.
enum MarkdownText {
  /// Words within a line, a table's cell or a heading.
  static func escape(_ text: String) -> String {
    var result = ""
    let scalars = Array(ForeignText.line(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#", "!", "$", "^", "=":
        result += "\\" + String(Character(scalar))
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case ":" where scalars[(index + 1)...].starts(with: "//".unicodeScalars):
        // A bare address becomes a link in many renderers; with a joiner in it, it does not.
        result += ":\u{2060}"
      case "@": result += "@\u{2060}"
      case "." where endsWithWWW(scalars[..<index]): result += "\u{2060}."
      case "-" where index == 0, "+" where index == 0:
        result += "\\" + String(Character(scalar))
      case ".", ")":
        let isListNumber =
          index > 0 && scalars[..<index].allSatisfy { ("0"..."9") ~= $0 }
          && (index + 1 == scalars.count || scalars[index + 1] == " ")
        result += (isListNumber ? "\\" : "") + String(Character(scalar))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Words as they are, in the type of code; empty text stays empty.
  static func code(_ text: String) -> String {
    let line = ForeignText.line(text).replacing("|", with: "¦")
    guard !line.isEmpty else { return "" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    return fence == "`" ? "`\(line)`" : "\(fence) \(line) \(fence)"
  }

  /// A block of text as it is, between fences longer than any inside.
  static func fenced(_ text: String) -> String {
    let block = ForeignText.block(text)
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: block) + 1))
    return "\(fence)text\n\(block)\n\(fence)"
  }

  private static func endsWithWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    String(String.UnicodeScalarView(scalars.suffix(3))).lowercased() == "www"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for each in text {
      run = each == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
