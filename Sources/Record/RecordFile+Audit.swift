import Faults
package import Foundation
import GRDB
package import Reproducible

/// One entry of the audit log.
package struct AuditEntry: Hashable, Sendable {
  package let number: Int
  package let madeAt: Date
  package let event: String
  package let detail: JSON
  package let hash: Digest
}

extension RecordFile {
  /// The hash that the first entry follows.
  private static let origin = String(repeating: "0", count: 64)

  /// Appends an entry; each carries the hash of the one before.
  static func audit(
    _ event: String, _ detail: [String: JSON], now: Date, in database: Database
  ) throws {
    let last = try Row.fetchOne(
      database, sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
    let number = (last?["number"] as Int? ?? 0) + 1
    let previous = last?["hash"] as String? ?? origin
    let text = JSON.object(detail).canonical
    let stamp = UTC.timestamp(now)
    try database.execute(
      sql: "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        number, stamp, event, text, previous,
        entryHash(number, stamp, event, text, previous),
      ])
    try database.execute(
      sql: "INSERT INTO record VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [lastEntry, "\(number)"])
  }

  /// How many entries there are: the chain alone does not tell when the last ones are taken out.
  private static let lastEntry = "last audit entry"

  private static func entryHash(
    _ number: Int, _ stamp: String, _ event: String, _ detail: String, _ previous: String
  ) -> String {
    Digest(
      of: JSON.array([
        .integer(number), .string(stamp), .string(event), .string(detail), .string(previous),
      ]).canonical
    ).hex
  }

  /// Appends an entry to the audit log.
  package func audit(_ event: String, _ detail: [String: JSON] = [:], now: Date) throws {
    try write { try Self.audit(event, detail, now: now, in: $0) }
  }

  /// The audit log, oldest first.
  ///
  /// - Throws: ``Fault`` of kind `finding` at the first entry that was altered or taken out.
  package var auditLog: [AuditEntry] {
    get throws {
      try read { database in
        var previous = Self.origin
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY number")
        let entries = try rows.enumerated()
          .map { index, row in
            let hash = row["hash"] as String
            let expected = Self.entryHash(
              row["number"], row["made_at"], row["event"], row["detail"], row["previous"])
            guard row["number"] == index + 1, row["previous"] == previous, hash == expected,
              let digest = Digest(hex: hash)
            else {
              throw Self.altered(
                index + 1, "the entry was altered, or one before it was taken out")
            }
            previous = hash
            return AuditEntry(
              number: row["number"], madeAt: UTC.date(row["made_at"]) ?? .distantPast,
              event: row["event"], detail: try JSON(parsing: row["detail"] as String), hash: digest)
          }
        let kept = try String.fetchOne(
          database, sql: "SELECT value FROM record WHERE name = ?", arguments: [Self.lastEntry])
        guard kept == (entries.isEmpty ? nil : "\(entries.count)") else {
          throw Self.altered(entries.count + 1, "entries at the end were taken out")
        }
        return entries
      }
    }
  }

  private static func altered(_ number: Int, _ problem: String) -> Fault {
    Fault(
      .finding, at: "audit log, entry \(number)", problem,
      remedy: "do not rely on this record: compare it with a published bundle")
  }
}
