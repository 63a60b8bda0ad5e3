import Databases
import Faults
import GRDB
package import Reproducible

/// A packet that comes back from elsewhere: a stranger's file, read and never written.
///
/// What it holds was checked against itself: every rating is one that its packet asks for.
package struct PacketCopy: Sendable {
  /// The most rows of one table that are read, so that a file cannot fill the memory.
  static let mostRows = 500_000

  package let path: String
  package let id: String
  package let contents: PacketContents
  package let raters: [Rater]
  /// All ratings with every revision, by id.
  package let ratings: [Rating]
  /// The digest by which the copy was closed; `nil` where it is open.
  package let closingDigest: Digest?

  /// Reads a file of unknown origin.
  ///
  /// - Throws: ``Fault`` of kind `notFound`, or `badInput` where it is no packet or holds anything
  ///   that a packet does not.
  package init(readingFileAt path: String) throws {
    let queue = try DatabaseFile.openForeign(at: path)
    (id, contents, raters, ratings, closingDigest) = try DatabaseFile.translated(
      path, kind: .badInput
    ) {
      try queue.read { database in
        guard try PacketSchema.isOwn(database) else {
          throw Fault(
            .badInput, at: path, "its tables are not a packet's",
            remedy: "ask for the packet file itself, written by this release")
        }
        try Self.refuseBulk(in: database, path: path)
        try Self.refuseWhatBreaksRules(in: database, path: path)
        return (
          try PacketFile.value("id", in: database) ?? "",
          try PacketRows.foreignContents(in: database, path: path),
          try PacketRows.raters(in: database), try PacketRows.ratings(in: database),
          try PacketRows.closingDigest(in: database)
        )
      }
    }
    self.path = path
    try checkItself()
  }

  private static func refuseBulk(in database: Database, path: String) throws {
    for table in ["entry", "question", "sequence", "guess_option", "rater", "rating"] {
      let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      guard count <= mostRows else {
        throw Fault(
          .badInput, at: path, "its table '\(table)' has \(count) rows, more than \(mostRows)",
          remedy: "ask for the copy that people rated")
      }
    }
  }

  /// Checks the rules that stand in the schema: a read-only connection knows none of them, and
  /// `quick_check` is silent about them there.
  private static func refuseWhatBreaksRules(in database: Database, path: String) throws {
    let broken = try Int.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM rating WHERE cannot_tell NOT IN (0, 1)
            OR (value IS NOT NULL) + cannot_tell + (note IS NOT NULL) + (guess IS NOT NULL) <> 1)
          + (SELECT count(*) FROM rater WHERE kind NOT IN ('person', 'prompter', 'model',
            'simulated'))
          + (SELECT count(*) FROM sequence WHERE part NOT IN ('rate', 'guess'))
          + (SELECT count(*) FROM closing WHERE one <> 1)
        """)
    guard broken == 0 else {
      throw Fault(
        .badInput, at: path, "it holds a row that breaks the packet's own rules",
        remedy: "bring back the copy that was rated, unaltered")
    }
  }

  func refuse(_ problem: String) -> Fault {
    Fault(
      .badInput, at: path, problem, remedy: "bring back the copy that was rated, unaltered")
  }
}
