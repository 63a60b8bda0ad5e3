package import Faults
import Foundation
package import GRDB

/// How the project opens its SQLite files: every one the same way.
///
/// Write-ahead log, foreign keys on, every commit synced to disk before it counts (`FULL`), readable
/// by their owner alone (0600).
package enum DatabaseFile {
  /// Makes a file that must not exist yet.
  ///
  /// - Throws: ``Fault`` of kind `cannotCreate` where something is in the way.
  package static func create(at path: String, migrator: DatabaseMigrator) throws -> DatabasePool {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw Fault(
        .cannotCreate, at: path, "the file cannot be created: \(reason)",
        remedy: "check that the folder exists, is yours, and holds no such file")
    }
    close(descriptor)
    return try openForWriting(at: path, migrator: migrator)
  }

  /// Opens a file that must exist, and brings its schema up to date.
  ///
  /// Before a migration the old file is copied beside it; a file of a newer release is refused.
  ///
  /// - Throws: ``Fault`` of kind `notFound` or `storage`.
  package static func openExisting(
    at path: String, migrator: DatabaseMigrator
  ) throws -> DatabasePool {
    try requireFile(at: path)
    return try openForWriting(at: path, migrator: migrator)
  }

  /// Opens a file of unknown origin for reading alone: nothing in it runs, nothing is written.
  ///
  /// - Throws: ``Fault`` of kind `notFound`, or `badInput` where it is damaged or no SQLite file.
  package static func openForeign(at path: String) throws -> DatabaseQueue {
    try requireFile(at: path, atMost: mostForeignBytes)
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
    return try translated(path, kind: .badInput) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let check = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
      guard check == ["ok"] else {
        throw Fault(
          .badInput, at: path, "the file is damaged: \(check.joined(separator: "; "))",
          remedy: "ask for the file again")
      }
      return queue
    }
  }

  /// The largest file of unknown origin that is read: one gibibyte.
  private static let mostForeignBytes = 1 << 30

  /// A pipe would be waited for and a device read without an end: only a file is one.
  private static func requireFile(at path: String, atMost bytes: Int = .max) throws {
    var state = stat()
    guard stat(path, &state) == 0 else {
      throw Fault(.notFound, at: path, "no such file", remedy: "check the name")
    }
    guard state.st_mode & S_IFMT == S_IFREG else {
      throw Fault(.badInput, at: path, "it is no plain file", remedy: "check the name")
    }
    guard Int(state.st_size) <= bytes else {
      throw Fault(
        .badInput, at: path, "the file has \(state.st_size) bytes, more than \(bytes)",
        remedy: "ask for the file again")
    }
  }

  private static func openForWriting(
    at path: String, migrator: DatabaseMigrator
  ) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    // A file may have been elsewhere meanwhile: what stands in its schema gets no say.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
    return try translated(path, kind: .storage) {
      let pool = try DatabasePool(path: path, configuration: configuration)
      let state = try pool.read { database in
        (
          isEmpty: try migrator.appliedIdentifiers(database).isEmpty,
          isNewer: try migrator.hasBeenSuperseded(database),
          isCurrent: try migrator.hasCompletedMigrations(database),
          hasTables: try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") != 0
        )
      }
      guard !state.isEmpty || !state.hasTables else {
        throw Fault(
          .badInput, at: path, "it is a database of another program",
          remedy: "check the name; this file was left as it is")
      }
      guard !state.isNewer else {
        throw Fault(
          .storage, at: path, "the file was written by a newer release of unled",
          remedy: "update unled; this file was left as it is")
      }
      if !state.isCurrent && !state.isEmpty { try copyAside(pool, path: path) }
      try migrator.migrate(pool)
      // GRDB sets NORMAL after its own set-up, so FULL is set after that, and read back.
      let level = try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL")
        return try Int.fetchOne(database, sql: "PRAGMA synchronous")
      }
      guard level == 2 else {
        throw Fault(
          .storage, at: path, "commits cannot be synced to disk",
          remedy: "put the file on a local disk")
      }
      return pool
    }
  }

  private static func copyAside(_ pool: DatabasePool, path: String) throws {
    let number = (1...).first { !FileManager.default.fileExists(atPath: "\(path).bak-\($0)") } ?? 1
    let copy = "\(path).bak-\(number)"
    let descriptor = open(copy, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    if descriptor >= 0 { close(descriptor) }
    try pool.backup(to: try DatabaseQueue(path: copy))
  }

  /// Runs work on a file and states a database's own error as a fault that can be acted on.
  package static func translated<Result>(
    _ path: String, kind: FaultKind, _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw Fault(
        error.resultCode == .SQLITE_NOTADB ? .badInput : kind, at: path,
        "the database refuses: \(error.message ?? "code \(error.resultCode.rawValue)")",
        remedy: "check that the disk has room and that the file is whole and yours")
    }
  }
}
