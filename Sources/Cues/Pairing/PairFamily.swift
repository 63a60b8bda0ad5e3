/// A prompt of a family, with the words by which it differs from the neutral one.
package struct PairMember: Hashable, Sendable {
  package let text: String
  /// UTF-8 offsets of what was added; empty in the neutral member.
  package let span: Range<Int>
  /// Words of the neutral prompt that do not stand in this one.
  package let missing: String

  /// The neutral member.
  package init(neutral text: String) {
    self.text = text
    span = 0..<0
    missing = ""
  }

  /// A member written by hand: what it adds is found by what it shares with the neutral one at its
  /// beginning and at its end, word by word.
  package init(_ text: String, neutral: String) {
    let own = Self.pieces(text)
    let base = Self.pieces(neutral)
    var start = 0
    while start < min(own.count, base.count), own[start].word == base[start].word { start += 1 }
    var end = 0
    while end < min(own.count, base.count) - start,
      own[own.count - 1 - end].word == base[base.count - 1 - end].word
    { end += 1 }
    let added = own[start..<(own.count - end)]
    self.text = text
    let place = start == 0 ? 0 : own[start - 1].range.upperBound
    span =
      added.isEmpty
      ? place..<place : (added.first?.range.lowerBound ?? 0)..<(added.last?.range.upperBound ?? 0)
    missing = base[start..<(base.count - end)].map(\.word).joined(separator: " ")
  }

  private static func pieces(_ text: String) -> [(word: Substring, range: Range<Int>)] {
    text.split(whereSeparator: \.isWhitespace).map { piece in
      let start = text.utf8.distance(from: text.startIndex, to: piece.startIndex)
      return (piece, start..<start + piece.utf8.count)
    }
  }

  /// What was added.
  package var addition: String { String(decoding: Array(text.utf8)[span], as: UTF8.self) }

  /// How many words stand before what was added.
  var wordsBefore: Int {
    TextMeasures.words(of: String(decoding: text.utf8.prefix(span.lowerBound), as: UTF8.self)).count
  }
}

/// Prompts that ask for the same and differ in one span.
package struct PairFamily: Hashable, Sendable {
  package let neutral: PairMember
  package var leading: PairMember?
  package var away: PairMember?
  package var placebo: PairMember?
  /// The cue that leading and away are meant to carry; `nil` where it was not said.
  package var cue: String?
  /// 1 a hint, 2 explicit, 3 insistent; `nil` where it was not said.
  package var strength: Int?
  /// The words of the claim and of the rubric.
  package var terms: [String]
  /// The claim's two clauses, where they are known.
  package var clauses: [String]

  /// A family written by hand.
  package init(
    neutral: String, leading: String?, away: String?, placebo: String?, cue: String? = nil,
    strength: Int? = nil, terms: [String], clauses: [String] = []
  ) {
    self.neutral = PairMember(neutral: neutral)
    self.leading = leading.map { PairMember($0, neutral: neutral) }
    self.away = away.map { PairMember($0, neutral: neutral) }
    self.placebo = placebo.map { PairMember($0, neutral: neutral) }
    self.cue = cue
    self.strength = strength
    self.terms = terms
    self.clauses = clauses
  }

  /// The members that differ from the neutral one, by name.
  var others: [(name: String, member: PairMember)] {
    [("leading", leading), ("away", away), ("placebo", placebo)].compactMap { name, member in
      member.map { (name, $0) }
    }
  }
}
