import Databases
import Faults
import Foundation
import GRDB
import Testing

@Suite struct DatabaseFileTests {
  static func migrator(_ count: Int) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for number in 1...count {
      migrator.registerMigration("thing \(number)") { database in
        try database.execute(sql: "CREATE TABLE thing\(number) (id INTEGER PRIMARY KEY)")
      }
    }
    return migrator
  }

  /// A folder that goes when the test ends.
  func inFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "database-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      // What cannot be removed stays in the temporary folder.
      try? FileManager.default.removeItem(at: folder)
    }
    try work(folder)
  }

  func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `files are written through, checked, and their owner's alone`() throws {
    try inFolder { folder in
      let path = folder.appending(path: "a.sqlite").path
      let pool = try DatabaseFile.create(at: path, migrator: Self.migrator(1))
      let settings = try pool.writeWithoutTransaction { database in
        try ["synchronous", "foreign_keys", "journal_mode"].map {
          try String.fetchOne(database, sql: "PRAGMA \($0)")
        }
      }
      #expect(settings == ["2", "1", "wal"])
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        #expect(try permissions(folder.appending(path: file).path) == 0o600, "\(file)")
      }
    }
  }

  @Test func `an older file is copied aside before it is brought up to date`() throws {
    try inFolder { folder in
      let path = folder.appending(path: "a.sqlite").path
      try DatabaseFile.create(at: path, migrator: Self.migrator(1)).write { database in
        try database.execute(sql: "INSERT INTO thing1 VALUES (7)")
      }
      let pool = try DatabaseFile.openExisting(at: path, migrator: Self.migrator(2))
      #expect(try pool.read { try $0.tableExists("thing2") })
      #expect(try permissions(path + ".bak-1") == 0o600)
      let copy = try DatabaseQueue(path: path + ".bak-1")
      #expect(try copy.read { try Int.fetchOne($0, sql: "SELECT id FROM thing1") } == 7)
      #expect(try copy.read { try !$0.tableExists("thing2") })
      _ = try DatabaseFile.openExisting(at: path, migrator: Self.migrator(2))
      #expect(!FileManager.default.fileExists(atPath: path + ".bak-2"))
    }
  }

  @Test func `a newer file, another program's and no database are refused`() throws {
    try inFolder { folder in
      let newer = folder.appending(path: "newer.sqlite").path
      _ = try DatabaseFile.create(at: newer, migrator: Self.migrator(2))
      let fault = #expect(throws: Fault.self) {
        try DatabaseFile.openExisting(at: newer, migrator: Self.migrator(1))
      }
      #expect(fault?.problem.contains("newer release") == true)

      let foreign = folder.appending(path: "foreign.sqlite").path
      try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE other (id)") }
      let strange = #expect(throws: Fault.self) {
        try DatabaseFile.openExisting(at: foreign, migrator: Self.migrator(1))
      }
      #expect(strange?.kind == .badInput)
      #expect(try DatabaseQueue(path: foreign).read { try !$0.tableExists("thing1") })

      let text = folder.appending(path: "text.sqlite").path
      try Data(String(repeating: "no database ", count: 200).utf8).write(to: URL(filePath: text))
      for open in [
        { _ = try DatabaseFile.openExisting(at: text, migrator: Self.migrator(1)) },
        { _ = try DatabaseFile.openForeign(at: text) },
      ] {
        let fault = #expect(throws: Fault.self) { try open() }
        #expect(fault?.kind == .badInput)
      }
    }
  }

  @Test func `a stranger's file is read and never written`() throws {
    try inFolder { folder in
      let path = folder.appending(path: "a.sqlite").path
      try DatabaseFile.create(at: path, migrator: Self.migrator(1)).close()
      let queue = try DatabaseFile.openForeign(at: path)
      #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA trusted_schema") } == 0)
      #expect(throws: DatabaseError.self) {
        try queue.write { try $0.execute(sql: "INSERT INTO thing1 VALUES (1)") }
      }
      let missing = #expect(throws: Fault.self) { try DatabaseFile.openForeign(at: path + "x") }
      #expect(missing?.kind == .notFound)
    }
  }
}
