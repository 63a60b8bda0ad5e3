import GRDB

/// What a rule for dealing may know: codes, and how often each was rated or is about to be.
package struct DealState: Hashable, Sendable {
  /// Planned sequences that nobody has, by number.
  package let freeSequences: [PacketSequence]
  /// The highest number that any sequence has.
  package let highestNumber: Int
  /// Sequences that were dealt.
  package let dealtSequences: [PacketSequence]
  /// All codes in the packet's order, with the number of different raters who rated each.
  package let raterCounts: [(code: OutputCode, raters: Int)]

  package init(
    freeSequences: [PacketSequence], highestNumber: Int, dealtSequences: [PacketSequence],
    raterCounts: [(code: OutputCode, raters: Int)]
  ) {
    self.freeSequences = freeSequences
    self.highestNumber = highestNumber
    self.dealtSequences = dealtSequences
    self.raterCounts = raterCounts
  }

  init(of database: Database) throws {
    let all = try PacketRows.sequences(in: database)
    let dealt = Set(
      try Int.fetchAll(database, sql: "SELECT sequence FROM rater WHERE sequence IS NOT NULL"))
    freeSequences = all.filter { !dealt.contains($0.number) }
    dealtSequences = all.filter { dealt.contains($0.number) }
    highestNumber = all.map(\.number).max() ?? 0
    raterCounts = try Row.fetchAll(
      database,
      sql: """
        SELECT entry.code, count(DISTINCT rating.rater) AS raters FROM entry
        LEFT JOIN rating ON rating.code = entry.code AND rating.guess IS NULL
        GROUP BY entry.code ORDER BY entry.code
        """
    ).map { (code: OutputCode($0["code"]), raters: $0["raters"]) }
  }

  package static func == (first: DealState, second: DealState) -> Bool {
    first.freeSequences == second.freeSequences && first.highestNumber == second.highestNumber
      && first.dealtSequences == second.dealtSequences
      && first.raterCounts.elementsEqual(second.raterCounts, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(freeSequences)
    hasher.combine(highestNumber)
  }
}

/// What a rule for dealing decides.
package enum Deal: Hashable, Sendable {
  /// A planned sequence that nobody has.
  case existing(PacketSequence)
  /// A further one.
  case new(PacketSequence)
}
