package import Foundation
import GRDB
import Reproducible

/// A look at ratings before their reveal, as the audit log keeps it: its answer and nothing else of what
/// the ratings say.
package struct StoredLook: Hashable, Sendable {
  /// Which of the planned looks it was, counted from 1.
  package let number: Int
  /// How many views were rated then, and of how many.
  package let rated: Int
  package let planned: Int
  package let answer: String
  package let takenAt: Date

  package init(number: Int, rated: Int, planned: Int, answer: String, takenAt: Date) {
    self.number = number
    self.rated = rated
    self.planned = planned
    self.answer = answer
    self.takenAt = takenAt
  }
}

extension RecordFile {
  private static let lookEvent = "look"

  /// The looks that were taken, oldest first.
  ///
  /// - Throws: ``Fault`` of kind `finding` where the audit log was altered.
  package var looks: [StoredLook] {
    get throws {
      try auditLog.filter { $0.event == Self.lookEvent }.compactMap { entry in
        guard let number = entry.detail["look"]?.int, let rated = entry.detail["rated"]?.int,
          let planned = entry.detail["planned"]?.int, let answer = entry.detail["answer"]?.text
        else { return nil }
        return StoredLook(
          number: number, rated: rated, planned: planned, answer: answer, takenAt: entry.madeAt)
      }
    }
  }

  /// Logs a look before anybody is told its answer.
  ///
  /// - Parameters:
  ///   - look: Its number one that no look has yet.
  ///   - known: How many looks there were when it was begun: of two that are taken at once, the first counts.
  /// - Returns: Whether it was logged; where another came first, nothing is.
  /// - Throws: ``Fault`` of kind `storage`.
  package func log(_ look: StoredLook, after known: Int) throws -> Bool {
    try write { database in
      let taken =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM audit WHERE event = ?", arguments: [Self.lookEvent])
        ?? 0
      guard taken == known else { return false }
      try Self.audit(
        Self.lookEvent,
        [
          "look": .integer(look.number), "rated": .integer(look.rated),
          "planned": .integer(look.planned), "answer": .string(look.answer),
        ], now: look.takenAt, in: database)
      return true
    }
  }

  /// How many views were rated when the ratings were revealed, and of how many; `nil` where the reveal did
  /// not say, or is still to come.
  package var viewsAtReveal: (rated: Int, planned: Int)? {
    get throws {
      let detail = try auditLog.first { $0.event == "reveal" }?.detail
      guard let rated = detail?["rated"]?.int, let planned = detail?["planned"]?.int else {
        return nil
      }
      return (rated, planned)
    }
  }
}
