import Tables

/// What a cell says.
package enum CellContent: Hashable, Sendable {
  case missing
  case number(Double)
  case word(String)
}

/// Reads texts of cells as ratings: missing, a number, or a word.
package struct CellReader: Sendable {
  /// What means a missing rating, in any case.
  package static let missingWords: Set<String> = [
    "", "na", "n/a", "#n/a", "nan", "null", ".", "-", "–", "—", "missing", "?", "n.a.", "n/r", "nr",
    "no answer", "don't know", "don’t know", "dont know", "not applicable", "k.a.", "k. a.",
    "k.a", "keine angabe", "weiß nicht", "weiss nicht", "ne sait pas", "nsp", "sans réponse",
    "no sabe", "ns/nc", "non so", "weet niet", "não sei",
  ]

  let missing: Set<String>
  /// Whether a number may mean a missing rating.
  private let hasOwnWords: Bool
  /// Whether 3,5 is three and a half.
  package var usesDecimalComma = false

  /// Makes ready to read cells.
  ///
  /// - Parameters:
  ///   - missing: Further words that mean a missing rating.
  ///   - keepsMinus: Whether a lone minus is a rating, as it is beside a plus.
  ///   - categories: Words that are ratings because the user named them.
  package init(missing: [String], keepsMinus: Bool = false, categories: [String] = []) {
    var words = Self.missingWords.union(missing.map { Self.trimmed($0).lowercased() })
    if keepsMinus { words.subtract(["-", "–", "—"]) }
    words.subtract(categories.map { Self.trimmed($0).lowercased() })
    self.missing = words
    hasOwnWords = !missing.isEmpty
  }

  /// What a text says.
  package func read(_ text: String) -> CellContent {
    if !hasOwnWords, let plain = Self.plainNumber(text, comma: usesDecimalComma) {
      return .number(plain)
    }
    let text = Self.trimmed(FormulaGuard.rearmed(text))
    if missing.contains(text) || missing.contains(text.lowercased()) { return .missing }
    if let number = number(text) { return .number(number) }
    return .word(text)
  }

  private func number(_ text: String) -> Double? {
    var plain: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "−": plain.append(0x2D)
      case "," where usesDecimalComma: plain.append(0x2E)
      default:
        guard scalar.isASCII else { return nil }
        plain.append(UInt8(scalar.value))
      }
    }
    guard Self.isDecimal(plain), let value = Double(String(decoding: plain, as: UTF8.self)),
      value.isFinite
    else { return nil }
    return value
  }

  /// A number of at most fifteen digits without an exponent, as nearly all are: the quotient of two
  /// whole numbers that are exact, and so the same as `Double` reads.
  private static func plainNumber(_ text: String, comma: Bool) -> Double? {
    var whole = 0
    var digits = 0
    var scale: Double?
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits += 1
        guard digits <= 15 else { return nil }
        whole = 10 * whole + Int(byte - 0x30)
        scale = scale.map { $0 * 10 }
      case 0x2D where index == 0: isNegative = true
      case 0x2E where scale == nil, 0x2C where comma && scale == nil: scale = 1
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    let value = Double(whole) / (scale ?? 1)
    return isNegative ? -value : value
  }

  /// Whether a text is a number as people write it: what `Double` reads beyond that is a word.
  private static func isDecimal(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    func sign() { if let first = rest.first, first == 0x2D || first == 0x2B { rest.removeFirst() } }
    sign()
    var count = digits()
    if rest.first == 0x2E {
      rest.removeFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let first = rest.first, first == 0x65 || first == 0x45 {
      rest.removeFirst()
      sign()
      guard (1...4).contains(digits()) else { return false }
    }
    return rest.isEmpty
  }

  /// Whether a text is a number with a comma before its decimals.
  static func hasDecimalComma(_ text: String) -> Bool {
    guard text.utf8.contains(0x2C), text.utf8.count(where: { $0 == 0x2C }) == 1,
      !text.utf8.contains(0x2E)
    else { return false }
    var reader = CellReader(missing: [])
    reader.usesDecimalComma = true
    guard case .number = reader.read(text) else { return false }
    return true
  }

  /// Whether a text is a number with a point before its decimals.
  static func hasDecimalPoint(_ text: String) -> Bool {
    guard text.utf8.contains(0x2E), case .number = CellReader(missing: []).read(text) else {
      return false
    }
    return true
  }

  /// Whether a number could have its thousands set apart: three figures behind the only sign in it.
  static func maySetThousandsApart(_ text: String) -> Bool {
    let parts = trimmed(text).drop { $0 == "-" || $0 == "+" || $0 == "−" }
      .split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    return parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count)
      && parts[0].first != "0"
  }

  /// A text without the white space around it.
  package static func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
