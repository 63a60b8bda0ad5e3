import Databases
import Faults
import GRDB

/// A packet that comes back from elsewhere: a stranger's file, read and never written.
package struct PacketCopy: Sendable {
  package let path: String
  package let id: String
  package let contents: PacketContents
  package let raters: [Rater]
  /// All ratings with every revision, by id.
  package let ratings: [Rating]

  /// Reads a file of unknown origin.
  ///
  /// - Throws: ``Fault`` of kind `notFound`, or `badInput` where it is no packet or holds anything
  ///   that a packet does not.
  package init(readingFileAt path: String) throws {
    let queue = try DatabaseFile.openForeign(at: path)
    let expected = try DatabaseQueue()
    try PacketSchema.migrator.migrate(expected)
    let own = try expected.read(PacketSchema.statements)
    (id, contents, raters, ratings) = try DatabaseFile.translated(path, kind: .badInput) {
      try queue.read { database in
        guard try PacketSchema.statements(of: database) == own else {
          throw Fault(
            .badInput, at: path, "its tables are not a packet's",
            remedy: "ask for the packet file itself, written by this release")
        }
        return (
          try PacketFile.value("id", in: database) ?? "", try PacketRows.contents(in: database),
          try PacketRows.raters(in: database), try PacketRows.ratings(in: database)
        )
      }
    }
    self.path = path
  }

  /// Compares it with the packet that it should be a copy of.
  ///
  /// Sequences may have been added: they are dealt where the packet is rated.
  ///
  /// - Throws: ``Fault`` of kind `badInput` that says what differs.
  package func check(against original: PacketContents, id originalID: String) throws {
    let differing: String?
    if id != originalID || contents.keyCommitment != original.keyCommitment {
      differing = "it is a copy of another packet"
    } else if contents.entries != original.entries {
      differing = "its texts are not the packet's"
    } else if contents.questions != original.questions || contents.guess != original.guess {
      differing = "its questions are not the packet's"
    } else {
      differing = nil
    }
    guard let differing else { return }
    throw Fault(
      .badInput, at: path, differing, remedy: "bring back the copy that was rated, unaltered")
  }
}
