/// A word in a text: letters, digits and their marks without a gap.
///
/// An apostrophe or a hyphen ends a word, so `ChatGPT's` is two words and the first is a name.
struct Word: Hashable, Sendable {
  /// The word in lower case.
  let folded: String
  /// Where it stands in its text, by Unicode scalars.
  let range: Range<String.Index>

  /// Words that carry the theme of a sentence, not its grammar: five letters or more.
  var isContent: Bool { folded.unicodeScalars.count >= 5 && !StopWords.all.contains(folded) }
  /// Words that are not grammar alone, of any length.
  var isMeaningful: Bool { !StopWords.all.contains(folded) }

  /// The words of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func all(in text: String) -> [Word] {
    var words: [Word] = []
    let scalars = text.unicodeScalars
    var start: String.Index?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if isWordPart(scalars[index]) {
        start = start ?? index
      } else if let first = start {
        words.append(Word(folded: folded(scalars[first..<index]), range: first..<index))
        start = nil
      }
      index = scalars.index(after: index)
    }
    if let first = start {
      words.append(Word(folded: folded(scalars[first...]), range: first..<scalars.endIndex))
    }
    return words
  }

  private static func folded(_ scalars: Substring.UnicodeScalarView) -> String {
    String(scalars).lowercased()
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 48...57, 65...90, 97...122: true
    case 0..<128: false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}

/// English words of grammar, which any two texts share.
enum StopWords {
  static let all = Set(
    """
    a about above across after afterwards again against ago all almost alone along already also
    although always am among an and another any anyone anything anyway anywhere are around as at
    away back be became because become becomes been before behind being below beside besides
    between beyond both but by came can cannot come could d did do does doing don done down during
    each either else enough especially etc even ever every everyone everything everywhere except
    far few first for from further gave get give go goes going gone got had has have having he
    hence her here hers herself him himself his how however i if in indeed inside instead into is
    it its itself just keep kept knew know known last later least less let like likely ll made
    make makes making many may maybe me meanwhile might mine more moreover most mostly much must
    my myself near neither never nevertheless next no none nor not nothing now nowhere of off often
    oh on once one only onto or other others otherwise our ours ourselves out outside over own per
    perhaps please put quite rather re really s said same saw say says second see seem seemed seems
    seen several shall she should since so some somehow someone something sometimes somewhere
    still such t take taken takes taking tell than that the their theirs them themselves then
    there therefore these they thing things think this those though three through throughout thus
    till to today together told too took toward towards two under unless until up upon us use used
    using usually ve very via was way we well went were what whatever when whenever where whereas
    wherever whether which while who whoever whole whom whose why will with within without word
    words would yes yet you your yours yourself yourselves
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
