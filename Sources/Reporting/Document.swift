import Statistics
import TrialDesign

/// A run of words; whatever it holds, each rendering writes it as text and never as markup.
struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Part: Hashable, Sendable {
    case text(String)
    case strong(String)
    case code(String)
    /// What stands below the rest of a cell, smaller: an interval.
    case aside(String)
    /// A condition's name with the mark that it has in every figure.
    case condition(Condition)
  }

  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }
  init(_ text: String) { self.init([.text(text)]) }
  init(stringLiteral value: String) { self.init(value) }

  static func strong(_ text: String) -> Phrase { Phrase([.strong(text)]) }
  static func code(_ text: String) -> Phrase { Phrase([.code(text)]) }
  /// An estimate with its interval below it.
  static func estimate(_ value: Double, _ interval: Interval?, decimals: Int = 2) -> Phrase {
    let number = Part.text(Words.number(value, decimals: decimals))
    guard let interval else { return Phrase([number]) }
    return Phrase([number, .aside("(\(Words.range(interval, decimals: decimals)))")])
  }
  static func condition(_ condition: Condition) -> Phrase { Phrase([.condition(condition)]) }
  static func + (first: Phrase, second: Phrase) -> Phrase { Phrase(first.parts + second.parts) }
}

/// A table: numbers stand to the right, words to the left.
struct Table: Hashable, Sendable {
  /// What the table holds, for those who cannot see it.
  let caption: String
  let header: [Phrase]
  let rows: [[Phrase]]
  /// Which columns hold numbers.
  let numeric: Set<Int>

  init(_ caption: String, header: [Phrase], rows: [[Phrase]], numeric: Set<Int> = []) {
    self.caption = caption
    self.header = header
    self.rows = rows
    self.numeric = numeric
  }
}

/// A word with what it means.
struct Definition: Hashable, Sendable {
  let term: Phrase
  let text: Phrase

  init(_ term: Phrase, _ text: Phrase) {
    self.term = term
    self.text = text
  }
}

/// A part of the report, the same for every rendering.
indirect enum Block: Sendable {
  case heading(Phrase)
  case paragraph(Phrase)
  /// A remark that stands back a little.
  case note(Phrase)
  case list([Phrase])
  case definitions([Definition])
  case table(Table)
  /// Text that others wrote, shown as it came.
  case quotation(String)
  case figure(Figure)
  case folded(String, [Block])
}

/// A chapter of the report.
struct Section: Sendable {
  let id: String
  let title: String
  let blocks: [Block]
}

/// What the report begins with: enough for who reads no further.
struct Opening: Sendable {
  /// What stands over the verdict: what kind of statement it is.
  let kicker: String
  let title: String
  let observation: String
  let source: String?
  let verdict: String
  /// What this verdict means in general.
  let meaning: String
  let sentence: String
  /// What a small trial is to be taken for.
  var firstLook: String?
  let rated: String
  let simulated: String?
  let origin: String?
  let warnings: [String]
  let nextStep: String
  /// The last line: what was made when.
  let closing: String
}

/// The whole report, before it is written as HTML or Markdown.
struct Document: Sendable {
  let opening: Opening
  let sections: [Section]
}
