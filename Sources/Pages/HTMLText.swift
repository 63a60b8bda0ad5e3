/// Text made harmless for HTML, in content and in attribute values.
package enum HTMLText {
  /// A text in which no scalar can be taken for markup.
  ///
  /// It goes by scalars and not by characters: a quotation mark with a combining accent behind it
  /// is one character to Swift, and still a quotation mark to a browser. Scalars that HTML forbids
  /// (controls) become U+FFFD.
  package static func escaped(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
      case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": safe.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }
}
