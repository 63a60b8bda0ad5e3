import Databases
import Faults
import Foundation
import GRDB
import Reproducible

/// A trial's record: designs, runs, attempts, outputs, the blinding key, revealed ratings and the
/// audit log, in one SQLite file.
///
/// It unblinds by itself: who must stay blind must not hold it.
/// Safe to use from several tasks; each method is one transaction.
package final class RecordFile: Sendable {
  package let path: String
  let pool: DatabasePool
  private let commits: CommitGroup

  private init(path: String, pool: DatabasePool) {
    self.path = path
    self.pool = pool
    commits = CommitGroup(pool)
  }

  /// Makes a new record.
  ///
  /// - Throws: ``Fault`` of kind `cannotCreate` or `storage`.
  package static func create(at path: String) throws -> RecordFile {
    RecordFile(
      path: path, pool: try DatabaseFile.create(at: path, migrator: RecordSchema.migrator))
  }

  /// Opens a record; a newer one is refused by name.
  ///
  /// - Throws: ``Fault`` of kind `notFound` or `storage`.
  package static func open(at path: String) throws -> RecordFile {
    RecordFile(
      path: path, pool: try DatabaseFile.openExisting(at: path, migrator: RecordSchema.migrator))
  }

  func read<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try DatabaseFile.translated(path, kind: .storage) { try pool.read(work) }
  }

  func write<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try DatabaseFile.translated(path, kind: .storage) { try pool.write(work) }
  }

  /// Writes without holding one of Swift's shared threads while the disk works, together with
  /// what else is waiting; not cut short by cancellation.
  func writeLater<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result {
    do {
      return try await commits.write(work)
    } catch let error as DatabaseError {
      return try DatabaseFile.translated(path, kind: .storage) { throw error }
    }
  }

  /// Moves what stands in the write-ahead log into the file itself, so that the file can be copied
  /// alone.
  package func gather() throws {
    try DatabaseFile.translated(path, kind: .storage) {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  // MARK: Texts

  /// A text as SQLite keeps it whole: a column ends at U+0000, so the sign for a character that
  /// cannot be shown stands there.
  static func storable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }

  /// Stores a text under its SHA-256 and gives that back.
  static func store(_ text: String, in database: Database) throws -> String {
    let text = storable(text)
    let hash = Digest(of: text).hex
    try database.execute(
      sql: "INSERT INTO text VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [hash, text])
    return hash
  }

  /// The text of a hash.
  static func text(_ hash: String, in database: Database) throws -> String {
    guard
      let body = try String.fetchOne(
        database, sql: "SELECT body FROM text WHERE hash = ?", arguments: [hash])
    else {
      throw Fault(
        .storage, at: "record", "the text \(hash.prefix(12)) is missing",
        remedy: "the file was altered: fetch a copy of it")
    }
    return body
  }
}
