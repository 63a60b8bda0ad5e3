/// A form of words that makes one answer likelier than another: one entry of the catalogue.
///
/// Everything that is known of a cue stands in its entry: what it is, how prompts are made that carry
/// it, how it is found, what is mistaken for it, and the examples that are its tests. To add a cue is
/// to add an entry to one of the lists of ``CueCatalogue``; further forms of known ones are in
/// ``WiderForms``.
package struct Cue: Sendable {
  /// Its number in the catalogue: `A1`.
  package let id: String
  /// The field's name for it: `negative polar question`.
  package let name: String
  /// What it is, in a sentence.
  package let definition: String
  /// Where it was described.
  package let source: String
  /// Sentences that carry it, weakest first; empty for a property of the study.
  ///
  /// `{claim}` stands for a clause that can stand alone: `the main character has skills nobody needs`.
  package let carriers: [CueCarrier]
  let patterns: [CuePattern]
  /// What looks like it and is none.
  package let traps: String
  /// How to ask instead, in the imperative.
  package let mend: String
  package let positives: [CueExample]
  package let nearMisses: [CueExample]

  init(
    _ id: String, _ name: String, definition: String, source: String,
    carriers: [CueCarrier] = [], patterns: [CuePattern], traps: String,
    mend: String,
    positives: [CueExample], nearMisses: [CueExample]
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.source = source
    self.carriers = carriers
    self.patterns = (patterns + (WiderForms.all[id] ?? [])).flatMap(\.expanded)
    self.traps = traps
    self.mend = mend
    self.positives = positives
    self.nearMisses = nearMisses
  }

  /// The name as files and flags write it: `negative-polar-question`.
  package var slug: String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}

/// A way to carry a cue, in three strengths.
package struct CueCarrier: Hashable, Sendable {
  package enum Place: String, Hashable, Sendable {
    case before, after
  }

  /// Whether it stands before or after the task.
  package let place: Place
  /// 1 a hint that can be denied, 2 explicit, 3 explicit and insistent.
  package let strengths: [String]

  static func after(_ hint: String, _ plain: String, _ insistent: String) -> CueCarrier {
    CueCarrier(place: .after, strengths: [hint, plain, insistent])
  }

  static func before(_ hint: String, _ plain: String, _ insistent: String) -> CueCarrier {
    CueCarrier(place: .before, strengths: [hint, plain, insistent])
  }
}

/// A text that has to be found, or to be left alone.
package struct CueExample: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String
  /// The words of the claim or rubric that the reader of the example knows.
  package let terms: [String]

  package init(_ text: String, terms: [String] = []) {
    self.text = text
    self.terms = terms
  }

  package init(stringLiteral text: String) { self.init(text) }
}

/// The cues that are known.
package enum CueCatalogue {
  /// All of them, in the order of their numbers.
  package static let cues: [Cue] =
    questionForms + presuppositions + words + stances + pressures + frames

  /// The cue of a number, a name or a slug, in any case; `nil` where there is none.
  ///
  /// A name may be cut short where it stays the only one: `expectation`.
  package static func cue(_ name: String) -> Cue? {
    let wanted = name.lowercased().replacing(" ", with: "-")
    if let exact = cues.first(where: { $0.id.lowercased() == wanted || $0.slug == wanted }) {
      return exact
    }
    let beginning = cues.filter { $0.slug.hasPrefix(wanted) && wanted.count > 2 }
    return beginning.count == 1 ? beginning[0] : nil
  }

  static let numbers = Dictionary(
    uniqueKeysWithValues: cues.enumerated().map { ($0.element.id, $0.offset) })
}
