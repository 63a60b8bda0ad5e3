/// What the terminal is asked for: keys, width, colour, and text that cannot take it over.
package enum Terminal {
  /// A text of unknown origin as it may reach a screen.
  ///
  /// Control characters, with which a text could move the cursor, recolour, rename the window or
  /// answer for the reader, become visible symbols; so do marks that reverse the order of what
  /// follows and marks nobody can see. Line breaks stay, a tab becomes four spaces.
  package static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var endedWithReturn = false
    for scalar in text.unicodeScalars {
      defer { endedWithReturn = scalar == "\r" }
      if endedWithReturn, scalar != "\n" { result.append("␍") }
      switch scalar.value {
      case 0x0D: break
      case 0x0A, 0x2028, 0x2029: result.append("\n")
      case 0x09: result.append(contentsOf: "    ".unicodeScalars)
      case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "�")
      case 0x7F: result.append("␡")
      default:
        if isDeceptive(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
          result.append(contentsOf: "⟨U+\(padded)⟩".unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    if endedWithReturn { result.append("␍") }
    return String(result)
  }

  /// The same on one line: line breaks become visible too.
  package static func harmlessLine(_ text: String) -> String {
    harmless(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "␊")
  }

  private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F,  // C1: a terminal may take them as escapes
      0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,  // reversed order
      0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,  // unseen
      0xE0000...0xE007F:  // unseen letters
      true
    default: false
    }
  }
}
