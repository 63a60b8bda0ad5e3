import GRDB

/// The packet's tables.
///
/// A migration is added, never edited.
enum PacketSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("packet 1") { database in
      try database.execute(
        sql: """
          CREATE TABLE packet (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
          CREATE TABLE entry (
            code TEXT PRIMARY KEY, issue INTEGER NOT NULL, text TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE question (
            position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, definition TEXT NOT NULL
          ) STRICT;
          CREATE TABLE sequence (
            number INTEGER NOT NULL, position INTEGER NOT NULL,
            code TEXT NOT NULL REFERENCES entry(code), part TEXT NOT NULL
              CHECK (part IN ('rate', 'guess')),
            PRIMARY KEY (number, position)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE guess_option (
            position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL
          ) STRICT;
          CREATE TABLE rater (
            id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, kind TEXT NOT NULL
              CHECK (kind IN ('person', 'prompter', 'model', 'simulated')),
            token_hash TEXT UNIQUE, sequence INTEGER UNIQUE, joined_at TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE rating (
            id TEXT PRIMARY KEY, rater TEXT NOT NULL REFERENCES rater(id),
            position INTEGER NOT NULL, code TEXT NOT NULL REFERENCES entry(code),
            question TEXT NOT NULL, value REAL, cannot_tell INTEGER NOT NULL DEFAULT 0,
            note TEXT, guess TEXT, revision INTEGER NOT NULL, seconds REAL, rated_at TEXT NOT NULL,
            UNIQUE (rater, position, question, revision),
            CHECK ((value IS NOT NULL) + (cannot_tell = 1) + (note IS NOT NULL)
              + (guess IS NOT NULL) = 1)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE session (
            id TEXT PRIMARY KEY, rater TEXT NOT NULL REFERENCES rater(id),
            means TEXT NOT NULL, started_at TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE closing (
            one INTEGER PRIMARY KEY CHECK (one = 1), closed_at TEXT NOT NULL, digest TEXT NOT NULL
          ) STRICT;
          """)
    }
    return migrator
  }

  /// Whether a database has the packet's tables and nothing else: no trigger, no view.
  static func isOwn(_ database: Database) throws -> Bool {
    try statements(of: database) == own.get()
  }

  private static let own = Result {
    let empty = try DatabaseQueue()
    try migrator.migrate(empty)
    return try empty.read(statements)
  }

  /// The statements that made everything in a database, sorted; without the indexes that SQLite
  /// makes by itself, and its notes for the planner.
  private static func statements(of database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
        WHERE NOT (type = 'index' AND sql IS NULL)
          AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY 1
        """)
  }
}
