import GRDB

/// The record's tables.
///
/// A migration is added, never edited.
enum RecordSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("record 1") { database in
      try database.execute(sql: first)
    }
    migrator.registerMigration("record 2") { database in
      try database.execute(sql: second)
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE record (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE text (hash TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE design (
      number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, canonical TEXT NOT NULL,
      frozen_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE design_file (
      design TEXT NOT NULL REFERENCES design(hash), name TEXT NOT NULL,
      text TEXT NOT NULL REFERENCES text(hash), PRIMARY KEY (design, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run (
      id TEXT PRIMARY KEY, design TEXT NOT NULL REFERENCES design(hash),
      position INTEGER NOT NULL, scenario TEXT NOT NULL, wording INTEGER NOT NULL,
      condition TEXT NOT NULL, baseline TEXT, model TEXT NOT NULL, replicate INTEGER NOT NULL,
      call_hash TEXT NOT NULL, call TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX run_cell ON run (
      scenario, wording, condition, coalesce(baseline, ''), model, replicate);
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL REFERENCES run(id),
      number INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('sent', 'answered',
        'refused', 'filtered', 'cut', 'empty', 'failed', 'unknown', 'cancelled')),
      reserved_tokens INTEGER NOT NULL, via TEXT NOT NULL, request_hash TEXT,
      sent_at TEXT NOT NULL, ended_at TEXT, http_status INTEGER, response TEXT,
      finish TEXT, reported_model TEXT, fingerprint TEXT, prompt_tokens INTEGER,
      completion_tokens INTEGER, failure TEXT, failure_message TEXT, UNIQUE (run, number)
    ) STRICT;
    CREATE TABLE output (
      run TEXT PRIMARY KEY REFERENCES run(id), attempt INTEGER NOT NULL UNIQUE
        REFERENCES attempt(id), text TEXT NOT NULL REFERENCES text(hash)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE blinding_key (
      one INTEGER PRIMARY KEY CHECK (one = 1), key TEXT NOT NULL, made_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE packet (
      id TEXT PRIMARY KEY, made_at TEXT NOT NULL, digest TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE allocation (
      code TEXT PRIMARY KEY, output TEXT NOT NULL, view TEXT NOT NULL,
      stored TEXT NOT NULL REFERENCES text(hash), shown TEXT NOT NULL REFERENCES text(hash)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE trace (output TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (output, kind))
      STRICT, WITHOUT ROWID;
    CREATE TABLE guess_option (id TEXT PRIMARY KEY, meaning TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE rater (
      id TEXT PRIMARY KEY, packet TEXT NOT NULL REFERENCES packet(id), name TEXT NOT NULL,
      kind TEXT NOT NULL, sequence INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rating (
      id TEXT PRIMARY KEY, rater TEXT NOT NULL REFERENCES rater(id), position INTEGER NOT NULL,
      code TEXT NOT NULL, question TEXT NOT NULL, value REAL, cannot_tell INTEGER NOT NULL,
      note TEXT, guess TEXT, revision INTEGER NOT NULL, seconds REAL, rated_at TEXT NOT NULL,
      late INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE amendment (
      number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, because TEXT NOT NULL,
      from_design TEXT NOT NULL, to_design TEXT NOT NULL, changes TEXT NOT NULL
    ) STRICT;
    CREATE TABLE analysis (
      number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, result TEXT NOT NULL
    ) STRICT;
    CREATE TABLE audit (
      number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, event TEXT NOT NULL,
      detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    """
  /// Checks of the prompts by readers: what was shown, what the choices meant, what came of it.
  private static let second = """
    CREATE TABLE prompt_check (
      number INTEGER PRIMARY KEY, packet TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL,
      prompts_hash TEXT NOT NULL, asked TEXT NOT NULL, meanings TEXT NOT NULL
    ) STRICT;
    CREATE TABLE checked_prompt (
      packet TEXT NOT NULL REFERENCES prompt_check(packet), code TEXT NOT NULL,
      wording INTEGER NOT NULL, condition TEXT NOT NULL, scenario TEXT NOT NULL,
      text TEXT NOT NULL REFERENCES text(hash), PRIMARY KEY (packet, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE prompt_result (
      number INTEGER PRIMARY KEY, packet TEXT NOT NULL REFERENCES prompt_check(packet),
      made_at TEXT NOT NULL, ratings_digest TEXT NOT NULL, result TEXT NOT NULL
    ) STRICT;
    """
}
