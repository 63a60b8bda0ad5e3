extension JSON {
  /// The value as canonical text: keys sorted by code unit, no white space, shortest numbers.
  ///
  /// Whole numbers that were written as `1.0` and as `1` give the same text. Follows RFC 8785 but
  /// for the layout of exponents.
  public var canonical: String {
    var text = ""
    write(to: &text, indent: nil, depth: 0)
    return text
  }

  /// The value for people to read: two spaces a level, keys sorted, one line a member; characters
  /// that a terminal would act on are escaped.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: "  ", depth: 0)
    return text
  }

  private func write(to text: inout String, indent: String?, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.shortest(value)
    case .string(let value):
      Self.quote(value, into: &text, escapesInvisible: indent != nil)
    case .array(let elements):
      Self.writeList(elements, open: "[", close: "]", to: &text, indent: indent, depth: depth) {
        $0.write(to: &$1, indent: indent, depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      Self.writeList(sorted, open: "{", close: "}", to: &text, indent: indent, depth: depth) {
        Self.quote($0.key, into: &$1, escapesInvisible: indent != nil)
        $1 += indent == nil ? ":" : ": "
        $0.value.write(to: &$1, indent: indent, depth: depth + 1)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], open: String, close: String, to text: inout String, indent: String?,
    depth: Int, _ write: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: indent, count: depth + 1) }
      write(element, &text)
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: indent, count: depth) }
    text += close
  }

  private static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if let whole = Int(exactly: value), abs(value) < 9_007_199_254_740_992 { return String(whole) }
    return "\(value)"
  }

  private static func quote(
    _ value: String, into text: inout String, escapesInvisible: Bool
  ) {
    guard !escapesInvisible || !value.unicodeScalars.contains(where: isActedOn) else {
      text += "\""
      for scalar in value.unicodeScalars {
        if isActedOn(scalar) {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          var one = ""
          quote(String(scalar), into: &one, escapesInvisible: false)
          text += one.dropFirst().dropLast()
        }
      }
      text += "\""
      return
    }
    text += "\""
    // Most texts hold nothing to escape, or little: what lies between escapes is taken whole.
    var rest = value.utf8[...]
    while let index = rest.firstIndex(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      text += value[rest.startIndex..<index]
      text += escape(rest[index])
      rest = rest[rest.index(after: index)...]
    }
    text += value[rest.startIndex...]
    text += "\""
  }

  /// Whether a terminal acts on a character: delete, the second set of controls, and what turns
  /// the direction of writing.
  private static func isActedOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    case 0x08: return "\\b"
    case 0x0C: return "\\f"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
