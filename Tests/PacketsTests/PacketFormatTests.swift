import Databases
import Faults
import Foundation
import GRDB
import Packets
import Questions
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What any SQLite tool sees: the file's form is a promise to other programs.
@Suite struct PacketFormatTests {
  private func columns(_ queue: DatabaseQueue) throws -> [String: [String]] {
    try queue.read { database in
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name NOT LIKE 'grdb_%'
          """)
      return Dictionary(
        uniqueKeysWithValues: try tables.map { ($0, try database.columns(in: $0).map(\.name)) })
    }
  }

  @Test func `holds these tables and no others`() throws {
    let fixture = try PacketFixture()
    #expect(
      try columns(DatabaseQueue(path: fixture.path)) == [
        "packet": ["name", "value"],
        "entry": ["code", "issue", "text"],
        "question": ["position", "id", "definition"],
        "sequence": ["number", "position", "code", "part"],
        "guess_option": ["position", "id", "label"],
        "rater": ["id", "name", "kind", "token_hash", "sequence", "joined_at"],
        "rating": [
          "id", "rater", "position", "code", "question", "value", "cannot_tell", "note", "guess",
          "revision", "seconds", "rated_at",
        ],
        "session": ["id", "rater", "means", "started_at"],
        "closing": ["one", "closed_at", "digest"],
      ])
  }

  @Test func `has neither trigger nor view, and every table is strict`() throws {
    let fixture = try PacketFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    let kinds = try queue.read {
      try String.fetchAll($0, sql: "SELECT DISTINCT type FROM sqlite_schema ORDER BY type")
    }
    #expect(kinds == ["index", "table"])
    let loose = try queue.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
          """)
    }
    #expect(loose == [])
  }

  @Test func `no word in it tells which question counts`() throws {
    let fixture = try PacketFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    let definitions = try queue.read {
      try String.fetchAll($0, sql: "SELECT definition FROM question ORDER BY position")
    }
    #expect(
      definitions == [
        #"{"ask":"How much?","form":{"kind":"ordinal","labels":["none","some","much"]},"#
          + #""id":"theme"}"#,
        #"{"ask":"Which style?","form":{"kind":"nominal","labels":["dry","lush","odd"]},"#
          + #""id":"style"}"#,
      ])
  }

  @Test func `the order of the texts in the file is that of their codes`() throws {
    let fixture = try PacketFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    let codes = try queue.read { try String.fetchAll($0, sql: "SELECT code FROM entry") }
    #expect(codes == ["aaaa", "bbbb", "cccc"])
  }

  @Test func `is its owner's alone, journal and all`() throws {
    let fixture = try PacketFixture()
    _ = try fixture.packet.addRater(
      named: "Ann", kind: .person, token: nil, now: PacketFixture.now)
    for ending in ["", "-wal", "-shm"] {
      var state = stat()
      try #require(stat(fixture.path + ending, &state) == 0)
      #expect(state.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `keeps a write-ahead log`() throws {
    let fixture = try PacketFixture()
    let mode = try DatabaseQueue(path: fixture.path).read {
      try String.fetchOne($0, sql: "PRAGMA journal_mode")
    }
    #expect(mode == "wal")
  }

  @Test func `commits are synced to disk before they count, made or opened`() throws {
    let path = TemporaryFolder.path(for: "synced.sqlite")
    var migrator = DatabaseMigrator()
    migrator.registerMigration("one") { try $0.execute(sql: "CREATE TABLE a (b)") }
    func level(_ pool: DatabasePool) throws -> Int? {
      try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }
    #expect(try level(DatabaseFile.create(at: path, migrator: migrator)) == 2)
    #expect(try level(DatabaseFile.openExisting(at: path, migrator: migrator)) == 2)
  }

  @Test func `a file of a newer release is refused and left as it is`() throws {
    let fixture = try PacketFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('packet 99')")
    }
    let fault = #expect(throws: Fault.self) { try PacketFile.open(at: fixture.path) }
    #expect(fault?.kind == .storage)
  }

  @Test(arguments: [
    "INSERT INTO rating VALUES ('a','r',0,'aaaa','q',1,1,NULL,NULL,1,NULL,'t')",
    "INSERT INTO rating VALUES ('a','r',0,'aaaa','q',NULL,0,NULL,NULL,1,NULL,'t')",
    "INSERT INTO rating VALUES ('a','nobody',0,'aaaa','q',1,0,NULL,NULL,1,NULL,'t')",
    "INSERT INTO rating VALUES ('a','r',0,'zzzz','q',1,0,NULL,NULL,1,NULL,'t')",
    "INSERT INTO rater VALUES ('s','Sam','robot',NULL,NULL,'t')",
    "INSERT INTO sequence VALUES (9,0,'aaaa','look')",
  ])
  func `the file itself refuses what makes no sense`(sql: String) throws {
    let fixture = try PacketFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.write {
      try $0.execute(sql: "INSERT INTO rater VALUES ('r','Ann','person',NULL,NULL,'t')")
    }
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
  }
}
