/// Texts without what is written in several ways: capitals, accents, and white space.
enum Folding {
  private static let bare: [Character: String] = [
    "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "è": "e", "é": "e",
    "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o",
    "ô": "o", "õ": "o", "ö": "o", "ø": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u", "ß": "ss",
    "œ": "oe", "æ": "ae",
  ]

  /// A character in small letters without its accent.
  static func plain(_ character: Character) -> String {
    let small = character.lowercased()
    guard let single = small.first, !single.isASCII else { return small }
    return bare[single] ?? small
  }

  /// A text in small letters without accents, its words one blank apart.
  static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).map { $0.map { plain($0) }.joined() }
      .joined(separator: " ")
  }
}
