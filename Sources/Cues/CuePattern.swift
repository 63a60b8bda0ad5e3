/// A form of words that gives a cue away, read word by word within one sentence.
///
/// A pattern is a row of elements with spaces between them:
///
/// - `isn't|aren't` one of these words; `@name` a word of that class (``WordClass``); both may be mixed.
/// - `i'm|i_am` words joined by '_' stand one after another: a pattern for each.
/// - `@owner` a name or noun that ends in 's: `the mayor's`.
/// - `@target` a word of the claim or rubric, or of the inner life; `@letter` one capital letter, as
///   options are called; `@number` figures; `@quote` a quotation, whatever it holds.
/// - `^` the next word opens a clause, `^^` a sentence.
/// - `-i|we` the word before is none of these.
/// - `..4` up to four words or marks of any kind.
/// - `[…]` an element that may be missing; `!…` the next word is none of these.
/// - `,` `:` `;` `(` `)` `?` these marks; `$` the end of the sentence.
package struct CuePattern: Hashable, Sendable {
  /// How far the form alone suffices.
  package enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Suspicion only: a person has to look.
    case low
    /// Needs the claim, a rubric or a word of the inner life.
    case medium
    /// The form alone suffices.
    case high

    private var rank: Int {
      switch self {
      case .low: 0
      case .medium: 1
      case .high: 2
      }
    }

    package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
  }

  let text: String
  let confidence: Confidence
  /// Words that, anywhere in the sentence, say that the question is open.
  let unless: Set<String>
  /// Whether the sentence has to be a question.
  let isQuestion: Bool
  /// Words one of which has to stand somewhere in the whole text.
  let with: Set<String>
  let elements: [Element]

  enum Element: Hashable, Sendable {
    case word(literals: [String], classes: [String], isOptional: Bool)
    case not(literals: [String], classes: [String])
    case notAfter(literals: [String])
    case opensClause
    case opensSentence
    case gap(Int)
    case end
  }

  init(
    _ text: String, _ confidence: Confidence, unless: String = "", isQuestion: Bool = false,
    with: String = ""
  ) {
    self.text = text
    self.confidence = confidence
    self.unless = Set(unless.split(separator: " ").map(String.init))
    self.isQuestion = isQuestion
    self.with = Set(with.split(separator: " ").map(String.init))
    elements = text.split(separator: " ").map(Self.element)
  }

  static func high(
    _ text: String, unless: String = "", isQuestion: Bool = false, with: String = ""
  ) -> CuePattern {
    CuePattern(text, .high, unless: unless, isQuestion: isQuestion, with: with)
  }

  static func medium(
    _ text: String, unless: String = "", isQuestion: Bool = false, with: String = ""
  ) -> CuePattern {
    CuePattern(text, .medium, unless: unless, isQuestion: isQuestion, with: with)
  }

  static func low(
    _ text: String, unless: String = "", isQuestion: Bool = false, with: String = ""
  ) -> CuePattern {
    CuePattern(text, .low, unless: unless, isQuestion: isQuestion, with: with)
  }

  /// The pattern once for each way of reading its joined words.
  var expanded: [CuePattern] {
    var texts = [""]
    for element in text.split(separator: " ") {
      let readings = Self.readings(String(element))
      texts = texts.flatMap { head in readings.map { head.isEmpty ? $0 : "\(head) \($0)" } }
    }
    return texts.map {
      CuePattern(
        $0, confidence, unless: unless.sorted().joined(separator: " "), isQuestion: isQuestion,
        with: with.sorted().joined(separator: " "))
    }
  }

  /// An element's alternatives of one word together, and each of several words by itself.
  private static func readings(_ element: String) -> [String] {
    guard element.contains("_"), !element.hasPrefix("-") else { return [element] }
    let parts = element.split(separator: "|").map(String.init)
    let single = parts.filter { !$0.contains("_") }.joined(separator: "|")
    let joined = parts.filter { $0.contains("_") }.map {
      $0.replacing("_", with: " ")
    }
    return (single.isEmpty ? [] : [single]) + joined
  }

  /// Every word that is named, for the lexicon.
  var literals: [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .word(let literals, _, _), .not(let literals, _), .notAfter(let literals): literals
      case .opensClause, .opensSentence, .gap, .end: []
      }
    } + unless + with
  }

  private static func element(_ text: Substring) -> Element {
    if text == "^" { return .opensClause }
    if text == "^^" { return .opensSentence }
    if text == "$" { return .end }
    if text.hasPrefix("..") { return .gap(Int(text.dropFirst(2)) ?? 0) }
    if text.hasPrefix("-"), text.count > 1 {
      return .notAfter(literals: text.dropFirst().split(separator: "|").map(String.init))
    }
    let isOptional = text.hasPrefix("[")
    let isNegative = text.hasPrefix("!") && text.count > 1
    let core = isOptional ? text.dropFirst().dropLast() : isNegative ? text.dropFirst() : text
    let parts = core.split(separator: "|").map(String.init)
    let classes = parts.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    let literals = parts.filter { !$0.hasPrefix("@") }
    return isNegative
      ? .not(literals: literals, classes: classes)
      : .word(literals: literals, classes: classes, isOptional: isOptional)
  }
}
