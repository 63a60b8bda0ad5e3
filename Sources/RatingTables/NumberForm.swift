/// How a number is written that has something beside it: `80 %`, `4/5`, `3 - some`, `4 stars`.
enum NumberForm: Hashable {
  case percent
  case currency
  /// Out of so many.
  case outOf(String)
  /// With its meaning.
  case worded
  /// With what is counted.
  case counted(String)
  /// As many signs.
  case signs

  private static let fullSigns: Set<Character> = ["★", "⭐", "⭐️", "✪", "*", "●"]
  private static let emptySigns: Set<Character> = ["☆", "✩", "○"]
  private static let currencies: Set<Character> = ["$", "€", "£", "¥"]

  /// The number in a text, and how it is written; `nil` where it is no such number.
  static func read(_ text: String) -> (form: NumberForm, number: Double)? {
    if let first = text.first, fullSigns.contains(first) {
      let full = text.prefix { $0 == first }
      let isAll = text.dropFirst(full.count).allSatisfy(emptySigns.contains)
      return isAll ? (.signs, Double(full.count)) : nil
    }
    let hasCurrency = text.first.map(currencies.contains) == true
    let bare = hasCurrency ? text.dropFirst() : text[...]
    let figures = bare.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    guard figures.first?.isNumber == true, !CellReader.maySetThousandsApart(String(figures))
    else { return nil }
    var reader = CellReader(missing: [])
    reader.usesDecimalComma = true
    guard case .number(let number) = reader.read(String(figures)) else { return nil }
    let tail = bare.dropFirst(figures.count)
    let rest = CellReader.trimmed(String(tail))
    if hasCurrency { return rest.isEmpty ? (.currency, number) : nil }
    guard let first = rest.first else { return nil }
    if rest == "%" { return (.percent, number) }
    if rest.count == 1, currencies.contains(first) { return (.currency, number) }
    let beyond = CellReader.trimmed(String(rest.dropFirst()))
    if first == "/", !beyond.isEmpty, beyond.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return (.outOf(beyond), number)
    }
    if "-–—:=)".contains(first), beyond.first?.isLetter == true { return (.worded, number) }
    guard tail.first?.isWhitespace == true, rest.allSatisfy(\.isLetter) else { return nil }
    // A star and two stars, ein Stern und zwei Sterne.
    var stem = Folding.plain(rest)
    while let last = stem.last, "sne".contains(last), stem.count > 3 { stem.removeLast() }
    return (.counted(stem), number)
  }

  /// The numbers in some texts where all are written in one way; `nil` where they are not.
  ///
  /// Where a number has its meaning beside it, each has one of its own.
  static func numbers(in texts: [String]) -> [Double]? {
    var numbers: [Double] = []
    var form: NumberForm?
    for text in texts {
      guard let found = read(text), found.form == form ?? found.form else { return nil }
      form = found.form
      numbers.append(found.number)
    }
    guard form != .worded || Set(numbers).count == numbers.count else { return nil }
    return numbers.isEmpty ? nil : numbers
  }

  /// Whether a text begins as a number does.
  static func looksLikeNumber(_ text: String) -> Bool {
    text.first.map {
      $0.isASCII && $0.isNumber || currencies.contains($0) || fullSigns.contains($0)
    }
      == true && text.contains { $0.isNumber || fullSigns.contains($0) }
  }
}
