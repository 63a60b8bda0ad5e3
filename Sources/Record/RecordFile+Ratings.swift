import Faults
package import Foundation
import GRDB
package import Reproducible

/// One view of an output: a line of the allocation table.
package struct StoredView: Hashable, Sendable {
  package let code: String
  package let output: String
  /// `plain`, `echo masked` or `sham masked`.
  package let view: String
  package let stored: String
  package let shown: String
  package init(code: String, output: String, view: String, stored: String, shown: String) {
    self.code = code
    self.output = output
    self.view = view
    self.stored = stored
    self.shown = shown
  }
}

/// A packet that was made from this record.
package struct StoredPacket: Hashable, Sendable {
  package let id: String
  package let madeAt: Date
  /// The digest of its ratings, once they were revealed.
  package let digest: Digest?
}

/// What a blinding adds to the record.
package struct StoredBlinding: Hashable, Sendable {
  package let packetID: String
  package let views: [StoredView]
  /// What each option of the guess sheet means.
  package let optionMeanings: [String: String]
  /// Outputs that repeat their prompt's words, and outputs that name themselves.
  package let echoing: Set<String>
  package let selfNaming: Set<String>
  package init(
    packetID: String, views: [StoredView], optionMeanings: [String: String],
    echoing: Set<String>, selfNaming: Set<String>
  ) {
    self.packetID = packetID
    self.views = views
    self.optionMeanings = optionMeanings
    self.echoing = echoing
    self.selfNaming = selfNaming
  }
}

/// A revealed rating with its rater.
package struct StoredRating: Hashable, Sendable {
  package let id: String
  package let rater: String
  package let raterName: String
  package let raterKind: String
  package let position: Int
  package let code: String
  package let question: String
  package let value: Double?
  package let cannotTell: Bool
  package let note: String?
  package let guess: String?
  package let revision: Int
  package let seconds: Double?
  package let ratedAt: Date
  /// Came after the reveal: kept, never in the primary analysis.
  package let isLate: Bool

  package init(
    id: String, rater: String, raterName: String, raterKind: String, position: Int, code: String,
    question: String, value: Double?, cannotTell: Bool, note: String?, guess: String?,
    revision: Int, seconds: Double?, ratedAt: Date, isLate: Bool = false
  ) {
    self.id = id
    self.rater = rater
    self.raterName = raterName
    self.raterKind = raterKind
    self.position = position
    self.code = code
    self.question = question
    self.value = value
    self.cannotTell = cannotTell
    self.note = note
    self.guess = guess
    self.revision = revision
    self.seconds = seconds
    self.ratedAt = ratedAt
    self.isLate = isLate
  }
}

extension RecordFile {
  // MARK: Blinding

  /// The blinding key; `nil` before the first `blind`.
  package var blindingKey: SecretKey? {
    get throws {
      try read { database in
        guard let hex = try String.fetchOne(database, sql: "SELECT key FROM blinding_key") else {
          return nil
        }
        return SecretKey(hex: hex)
      }
    }
  }

  /// The blinding key, made now where there is none.
  ///
  /// - Parameters:
  ///   - key: What becomes the key where there is none; anything but a random one is for tests.
  ///   - now: The moment.
  /// - Returns: The record's key.
  /// - Throws: ``Fault`` of kind `storage`.
  package func makeBlindingKey(
    _ key: SecretKey = .random(), now: Date
  ) throws -> SecretKey {
    if let key = try blindingKey { return key }
    try write { database in
      try database.execute(
        sql: "INSERT INTO blinding_key VALUES (1, ?, ?)",
        arguments: [Digest.hexadecimal(key.bytes), UTC.timestamp(now)])
    }
    return key
  }

  /// Stores a packet's allocation table.
  package func store(_ blinding: StoredBlinding, now: Date) throws {
    try write { database in
      try database.execute(
        sql: "INSERT INTO packet VALUES (?, ?, NULL) ON CONFLICT DO NOTHING",
        arguments: [blinding.packetID, UTC.timestamp(now)])
      for view in blinding.views {
        try database.execute(
          sql: "INSERT INTO allocation VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          arguments: [
            view.code, view.output, view.view, try Self.store(view.stored, in: database),
            try Self.store(view.shown, in: database),
          ])
      }
      for (id, meaning) in blinding.optionMeanings.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          sql: "INSERT INTO guess_option VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [id, meaning])
      }
      for (kind, outputs) in [("echo", blinding.echoing), ("self-naming", blinding.selfNaming)] {
        for output in outputs.sorted() {
          try database.execute(
            sql: "INSERT INTO trace VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [output, kind])
        }
      }
      try Self.audit(
        "blind",
        ["packet": .string(blinding.packetID), "texts": .integer(blinding.views.count)],
        now: now, in: database)
    }
  }

  /// All packets, oldest first.
  package var packets: [StoredPacket] {
    get throws {
      try read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM packet ORDER BY made_at, id").map {
          StoredPacket(
            id: $0["id"], madeAt: UTC.date($0["made_at"]) ?? .distantPast,
            digest: ($0["digest"] as String?).flatMap(Digest.init(hex:)))
        }
      }
    }
  }

  /// The allocation table, by code.
  package var views: [StoredView] {
    get throws {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT code, output, view, a.body AS stored, b.body AS shown FROM allocation
            JOIN text AS a ON a.hash = stored JOIN text AS b ON b.hash = shown ORDER BY code
            """
        ).map {
          StoredView(
            code: $0["code"], output: $0["output"], view: $0["view"], stored: $0["stored"],
            shown: $0["shown"])
        }
      }
    }
  }

  /// What each option of the guess sheet means, by its id.
  package var optionMeanings: [String: String] {
    get throws {
      try read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT id, meaning FROM guess_option")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["meaning"]) })
      }
    }
  }

  /// Outputs with a trace: `echo` or `self-naming`.
  package func outputs(withTrace kind: String) throws -> Set<String> {
    try read {
      Set(
        try String.fetchAll(
          $0, sql: "SELECT output FROM trace WHERE kind = ?", arguments: [kind]))
    }
  }

  // MARK: Reveal

  /// Whether a reveal was completed.
  package var isRevealed: Bool {
    get throws {
      try read {
        try Bool.fetchOne(
          $0, sql: "SELECT EXISTS (SELECT * FROM audit WHERE event = 'reveal')") ?? false
      }
    }
  }

  /// Copies a closed packet's ratings, their digests and the audit entry into the record, in one
  /// transaction; joined by the ratings' ids, so that doing it twice is doing it once.
  ///
  /// What comes after the reveal is kept as late, and its coming is an audit entry of its own.
  ///
  /// - Parameters:
  ///   - packets: Each with its id, the digest by which it was closed, and its ratings.
  ///   - views: How many views are rated, and of how many; `nil` where nothing depends on it.
  ///   - now: The moment.
  /// - Throws: ``Fault`` of kind `badInput` where a packet was not made from this record.
  package func reveal(
    _ packets: [(id: String, digest: Digest, ratings: [StoredRating])],
    views: (rated: Int, planned: Int)? = nil, now: Date
  ) throws {
    try write { database in
      let already =
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT * FROM audit WHERE event = 'reveal')") ?? false
      var stored = 0
      for packet in packets {
        try database.execute(
          sql: "UPDATE packet SET digest = coalesce(digest, ?) WHERE id = ?",
          arguments: [packet.digest.hex, packet.id])
        guard database.changesCount == 1 else {
          throw Fault(
            .badInput, at: "packet \(packet.id)", "it was not made from this record",
            remedy: "name the packet that 'unled blind' made here")
        }
        stored += try Self.insert(packet.ratings, packet: packet.id, late: already, in: database)
      }
      guard !already || stored > 0 else { return }
      var detail: [String: JSON] = [
        "packets": .array(
          packets.map {
            .object([
              "id": .string($0.id), "digest": .string($0.digest.hex),
              "ratings": .integer($0.ratings.count),
            ])
          })
      ]
      if let views, !already {
        detail["rated"] = .integer(views.rated)
        detail["planned"] = .integer(views.planned)
      }
      try Self.audit(already ? "late ratings" : "reveal", detail, now: now, in: database)
    }
  }

  /// Stores ratings that are not stored yet.
  ///
  /// - Returns: How many were new.
  private static func insert(
    _ ratings: [StoredRating], packet: String, late: Bool, in database: Database
  ) throws -> Int {
    var stored = 0
    for rating in ratings {
      try database.execute(
        sql: "INSERT INTO rater VALUES (?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING",
        arguments: [rating.rater, packet, rating.raterName, rating.raterKind])
      try database.execute(
        sql: """
          INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """,
        arguments: [
          rating.id, rating.rater, rating.position, rating.code, rating.question, rating.value,
          rating.cannotTell, rating.note, rating.guess, rating.revision, rating.seconds,
          UTC.timestamp(rating.ratedAt), rating.isLate || late,
        ])
      stored += database.changesCount
    }
    return stored
  }

  /// All revealed ratings with every revision, in the order of their ids.
  package var ratings: [StoredRating] {
    get throws {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT rating.*, name, kind FROM rating JOIN rater ON rater.id = rating.rater
            ORDER BY rating.id
            """
        ).map { row in
          StoredRating(
            id: row["id"], rater: row["rater"], raterName: row["name"], raterKind: row["kind"],
            position: row["position"], code: row["code"], question: row["question"],
            value: row["value"], cannotTell: row["cannot_tell"], note: row["note"],
            guess: row["guess"], revision: row["revision"], seconds: row["seconds"],
            ratedAt: UTC.date(row["rated_at"]) ?? .distantPast, isLate: row["late"])
        }
      }
    }
  }

  /// The last result of the analysis; `nil` before the first.
  package var lastAnalysis: JSON? {
    get throws {
      try read { database in
        try String.fetchOne(
          database, sql: "SELECT result FROM analysis ORDER BY number DESC LIMIT 1"
        ).map { try JSON(parsing: $0) }
      }
    }
  }

  /// Keeps a result of the analysis, unless it is the same as the last.
  package func store(analysis result: JSON, now: Date) throws {
    try write { database in
      let last = try String.fetchOne(
        database, sql: "SELECT result FROM analysis ORDER BY number DESC LIMIT 1")
      guard last != result.canonical else { return }
      try database.execute(
        sql: "INSERT INTO analysis (made_at, result) VALUES (?, ?)",
        arguments: [UTC.timestamp(now), result.canonical])
      try Self.audit(
        "analyse", ["result": .string(Digest(of: result.canonical).hex)], now: now, in: database)
    }
  }
}
