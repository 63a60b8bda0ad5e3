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

  /// The statements that made the tables of a database, sorted: what a packet that comes back is
  /// compared with.
  static func statements(of database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
        WHERE name NOT LIKE 'sqlite_%' ORDER BY 1
        """)
  }
}
