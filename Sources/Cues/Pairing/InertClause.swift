/// Clauses about nothing that anybody rates, of any length: what placebos say.
enum InertClause {
  private static let openings = [
    "the page has a margin", "the paper has a number", "the sheet lies on a bench",
    "the file is kept in a folder", "the page is one of several", "the margin is an inch wide",
    "the paper comes from a drawer", "the desk stands by a window", "the folder carries a label",
    "the number of the sheet is even", "the window faces a street",
    "the street has an even pavement",
    "the bench is made of plain wood", "the notebook contains ruled paper",
    "the cabinet contains several folders", "the printer uses ordinary paper",
    "the building has a second entrance", "the corridor has a wooden bench",
    "the calendar shows a spring month", "the envelope carries a printed address",
    "the morning begins at seven", "the clock hangs over the door", "the lamp has a round switch",
    "the drawer belongs to another desk", "the typewriter prints ordinary letters",
  ]

  private static let tails = [
    "", "of fixed width", "on the left side", "near the lower edge", "as in other notebooks",
    "like the one before it", "in the usual place", "that is a little wide", "for most of the year",
    "beside the other papers", "in one of the rooms upstairs", "which is the case in most offices",
    "under a number with three digits", "and the other one has a margin too",
    "between the first and the second shelf", "where the other papers are as well",
    "with a reference number", "in alphabetical order", "according to the inventory",
    "on the day on which it is used", "for as long as it is there",
  ]

  /// The clause with which a prompt comes closest to others in length, reading level and rarity.
  ///
  /// - Parameters:
  ///   - members: What the placebo is to resemble; not empty.
  ///   - texts: Their words, those of grammar apart, are avoided.
  ///   - terms: These are avoided too.
  ///   - make: A prompt that carries a clause.
  /// - Returns: The closest, and of equals the first; far off where the claim is very long.
  static func matching(
    _ members: [PairMember], avoiding texts: [String], terms: [String],
    make: (String) -> PairMember
  ) -> String {
    let targets = members.map { TextMeasures(of: $0.text) }
    let avoided = Set((texts + terms).flatMap(TextMeasures.words).filter { $0.count > 3 })
    let carrier = make("").text
    let frame = (
      sums: WordSums(of: TextMeasures.words(of: carrier)), characters: carrier.unicodeScalars.count
    )
    let sentences = targets[0].sentences
    // Others are of another length by far.
    let room = targets[0].words - frame.sums.words
    let farthest = max(2, targets[0].words / 8)
    var best = (distance: Double.infinity, clause: openings[0])
    for words in (room - farthest)...(room + farthest) {
      for clause in byWords[words] ?? [] {
        let sums = frame.sums + clause.sums
        let characters = frame.characters + clause.characters
        var distance = 0.0
        for target in targets {
          distance = max(
            distance,
            apart(Double(sums.words), Double(target.words), share: PairRules.wordTolerance),
            apart(
              Double(characters), Double(target.characters), share: PairRules.characterTolerance),
            abs(sums.grade(sentences: sentences) - target.grade) / PairRules.gradeTolerance,
            abs(sums.wordLength - target.wordLength) / PairRules.wordLengthTolerance,
            abs(sums.rarity - target.rarity) / PairRules.rarityTolerance)
        }
        if distance < best.distance, avoided.isDisjoint(with: clause.distinct) {
          best = (distance, clause.text)
        }
      }
    }
    return best.clause
  }

  /// In tolerances: 1 is the farthest that the rule allows.
  private static func apart(_ one: Double, _ other: Double, share: Double) -> Double {
    abs(one - other) / (share * min(one, other))
  }

  private struct Clause: Sendable {
    let text: String
    let characters: Int
    let sums: WordSums
    let distinct: Set<String>
  }

  private static let byWords = Dictionary(grouping: clauses, by: \.sums.words)

  private static let clauses: [Clause] = openings.flatMap { opening in
    tails.flatMap { first in
      tails.filter { first.isEmpty ? $0.isEmpty : $0 != first }.map { second in
        let text = [opening, first, second].filter { !$0.isEmpty }.joined(separator: " ")
        let words = TextMeasures.words(of: text)
        return Clause(
          text: text, characters: text.count, sums: WordSums(of: words),
          distinct: Set(words.filter { $0.count > 3 }))
      }
    }
  }
}
