import Tables

/// What a cell says.
enum CellContent: Hashable {
  case missing
  case number(Double)
  case word(String)
}

/// Reads texts of cells as ratings: missing, a number, or a word.
package struct CellReader {
  /// What means a missing rating, in any case.
  package static let missingWords: Set<String> = [
    "", "na", "n/a", "#n/a", "nan", "null", ".", "-", "–", "—", "missing",
  ]

  let missing: Set<String>
  /// Whether 3,5 is three and a half.
  var usesDecimalComma = false

  /// Makes ready to read cells.
  ///
  /// - Parameters:
  ///   - missing: Further words that mean a missing rating.
  ///   - keepsMinus: Whether a lone minus is a rating, as it is beside a plus.
  init(missing: [String], keepsMinus: Bool = false) {
    var words = Self.missingWords.union(missing.map { Self.trimmed($0).lowercased() })
    if keepsMinus { words.subtract(["-", "–", "—"]) }
    self.missing = words
  }

  /// What a text says.
  func read(_ text: String) -> CellContent {
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
    return Self.isDecimal(plain) ? Double(String(decoding: plain, as: UTF8.self)) : nil
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
      // An exponent of four digits is no measurement, and would overflow.
      guard (1...2).contains(digits()) else { return false }
    }
    return rest.isEmpty && text.count <= 40
  }

  /// Whether a text is a number with a comma before its decimals.
  static func hasDecimalComma(_ text: String) -> Bool {
    guard text.utf8.count(where: { $0 == 0x2C }) == 1, !text.contains(".") else { return false }
    var reader = CellReader(missing: [])
    reader.usesDecimalComma = true
    guard case .number = reader.read(text) else { return false }
    return true
  }

  /// Whether a text is a number with a point before its decimals.
  static func hasDecimalPoint(_ text: String) -> Bool {
    guard text.contains("."), case .number = CellReader(missing: []).read(text) else {
      return false
    }
    return true
  }

  /// A text without the white space around it.
  static func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
