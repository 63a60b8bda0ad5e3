/// Text that others wrote, made harmless for a line or a block: nothing in it steers what shows it.
enum ForeignText {
  /// The text on one line: control characters, line breaks and changes of direction become spaces
  /// or go.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in block(text).unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\t" || scalar == "\u{2028}" || scalar == "\u{2029}"
      if isBreak {
        if !result.hasSuffix(" ") { result += " " }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with its lines; control characters and changes of direction are left out.
  static func block(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result += "\n"
      } else if scalar == "\n" {
        if previous != "\r" { result += "\n" }
      } else if !isHarmful(scalar) {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// The first characters of a text, on one line, with an ellipsis where it goes on.
  static func start(_ text: String, of length: Int) -> String {
    let whole = line(text)
    guard whole.count > length else { return whole }
    let cut = whole.prefix(length)
    let atWord = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return (atWord.isEmpty ? cut : atWord) + " …"
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }
}
