package import Calls
import Faults
package import Foundation
import GRDB
package import Reproducible
package import TrialDesign

/// How an attempt stands.
package enum AttemptStatus: String, Hashable, Sendable, CaseIterable {
  case sent, answered, refused, filtered, cut, empty, failed, unknown, cancelled

  /// Whether the attempt brought back a text to rate.
  package var hasOutput: Bool { self == .answered || self == .cut }

  /// Whether the run may be asked again after an attempt that stands so.
  var allowsAnother: Bool { self == .failed || self == .unknown || self == .cancelled }

  /// Whether the run is over with this attempt.
  package var isFinal: Bool {
    switch self {
    case .answered, .refused, .filtered, .cut, .empty: true
    case .sent, .failed, .unknown, .cancelled: false
    }
  }
}

/// A run as the record holds it, with how it stands.
package struct StoredRun: Hashable, Sendable {
  package let id: RunID
  package let cell: RunCell
  package let callHash: Digest
  /// The status of the last attempt; `nil` before the first.
  package let status: AttemptStatus?
  package let attempts: Int
}

/// An output with where it came from.
package struct StoredOutput: Hashable, Sendable {
  package let run: RunID
  package let cell: RunCell
  package let callHash: Digest
  package let seed: Int?
  package let text: String
  package let status: AttemptStatus
  package let via: String
  package let reportedModel: String?
  package let promptTokens: Int?
  package let completionTokens: Int?
  package let sentAt: Date
}

/// What ended an attempt.
package struct AttemptEnd: Hashable, Sendable {
  package let status: AttemptStatus
  package let exchange: Exchange?
  package let failure: CallFailure?
  package init(status: AttemptStatus, exchange: Exchange? = nil, failure: CallFailure? = nil) {
    self.status = status
    self.exchange = exchange
    self.failure = failure
  }
}

extension RecordFile {
  private static let columns = """
    SELECT run.*, (SELECT status FROM attempt WHERE attempt.run = run.id
      ORDER BY number DESC LIMIT 1) AS status,
      (SELECT count(*) FROM attempt WHERE attempt.run = run.id) AS attempts FROM run
    """

  /// All runs in the order in which they go out.
  package var runs: [StoredRun] {
    get throws {
      try read { database in
        try Row.fetchAll(database, sql: Self.columns + " ORDER BY position").map(Self.run)
      }
    }
  }

  private static func cell(_ row: Row) -> RunCell {
    RunCell(
      scenario: ScenarioID(row["scenario"]), wording: row["wording"],
      condition: Condition(rawValue: row["condition"]) ?? .baseline,
      baseline: (row["baseline"] as String?).map(BaselineID.init), model: ModelID(row["model"]),
      replicate: row["replicate"])
  }

  private static func run(_ row: Row) -> StoredRun {
    StoredRun(
      id: RunID(row["id"]), cell: cell(row),
      callHash: Digest(hex: row["call_hash"]) ?? Digest(of: ""),
      status: (row["status"] as String?).flatMap(AttemptStatus.init), attempts: row["attempts"])
  }

  /// The call of a run, made again from its texts and settings.
  package func call(of run: RunID) throws -> Call {
    try read { database in
      let json = try String.fetchOne(
        database, sql: "SELECT call FROM run WHERE id = ?", arguments: [run.name])
      let call = try JSON(parsing: json ?? "{}")
      let messages = try (call["messages"]?.elements ?? []).map { message in
        Message(
          Message.Role(rawValue: message["role"]?.text ?? "") ?? .user,
          try Self.text(message["text"]?.text ?? "", in: database))
      }
      let sampling = call["sampling"]
      return Call(
        model: call["model"]?.text ?? "",
        mode: CallMode(rawValue: call["mode"]?.text ?? "") ?? .chat, messages: messages,
        sampling: Sampling(
          temperature: sampling?["temperature"]?.double ?? 1, topP: sampling?["top_p"]?.double,
          maxTokens: sampling?["max_tokens"]?.int ?? 1,
          stop: (sampling?["stop"]?.elements ?? []).compactMap(\.text)),
        seed: call["seed"]?.int)
    }
  }

  /// Marks attempts without an end as unknown: whoever made them is gone.
  ///
  /// - Returns: How many there were.
  package func markUnfinishedAsUnknown(now: Date) throws -> Int {
    try write { database in
      try database.execute(
        sql: "UPDATE attempt SET status = 'unknown', ended_at = ? WHERE status = 'sent'",
        arguments: [UTC.timestamp(now)])
      return database.changesCount
    }
  }

  /// Stores an attempt before it is sent.
  ///
  /// - Returns: The attempt's number in the record.
  /// - Throws: ``Fault`` of kind `internalFault` where the run is over or another attempt of it is
  ///   under way: nothing is asked twice.
  package func beginAttempt(
    of run: RunID, via: String, requestHash: Digest?, reservedTokens: Int, now: Date
  ) async throws -> Int64 {
    try await writeLater { database in
      let open = try String.fetchAll(
        database, sql: "SELECT status FROM attempt WHERE run = ?", arguments: [run.name])
      guard open.allSatisfy({ AttemptStatus(rawValue: $0)?.allowsAnother == true }) else {
        throw Fault(
          .internalFault, at: "run \(run.name.prefix(12))", "it is over or under way already",
          remedy: "report this; nothing was sent")
      }
      try database.execute(
        sql: """
          INSERT INTO attempt (run, number, status, reserved_tokens, via, request_hash, sent_at)
          VALUES (?1, (SELECT count(*) + 1 FROM attempt WHERE run = ?1), 'sent', ?2, ?3, ?4, ?5)
          """,
        arguments: [run.name, reservedTokens, via, requestHash?.hex, UTC.timestamp(now)])
      return database.lastInsertedRowID
    }
  }

  /// Stores how an attempt ended, and its output where it brought one.
  package func end(_ attempt: Int64, _ end: AttemptEnd, now: Date) async throws {
    try await writeLater { database in
      let completion = end.exchange?.completion
      try database.execute(
        sql: """
          UPDATE attempt SET status = ?, ended_at = ?, http_status = ?, response = ?, finish = ?,
            reported_model = ?, fingerprint = ?, prompt_tokens = ?, completion_tokens = ?,
            failure = ?, failure_message = ? WHERE id = ?
          """,
        arguments: [
          end.status.rawValue, UTC.timestamp(now), end.exchange?.status ?? end.failure?.status,
          (end.exchange?.response ?? end.failure?.body).map(Self.storable),
          completion?.finish.rawValue,
          completion?.reportedModel, completion?.fingerprint, completion?.promptTokens,
          completion?.completionTokens, end.failure?.kind.rawValue,
          end.failure.map { Self.storable($0.message) }, attempt,
        ])
      guard end.status.hasOutput, let completion else { return }
      try database.execute(
        sql:
          "INSERT INTO output SELECT run, id, ? FROM attempt WHERE id = ? ON CONFLICT DO NOTHING",
        arguments: [try Self.store(completion.text, in: database), attempt])
    }
  }

  /// All outputs, in the order of their runs' ids.
  package var outputs: [StoredOutput] {
    get throws {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT run.*, body, status, via, reported_model, prompt_tokens, completion_tokens,
              sent_at FROM output JOIN run ON run.id = output.run
            JOIN attempt ON attempt.id = output.attempt JOIN text ON text.hash = output.text
            ORDER BY run.id
            """
        ).map { row in
          StoredOutput(
            run: RunID(row["id"]), cell: Self.cell(row),
            callHash: Digest(hex: row["call_hash"]) ?? Digest(of: ""),
            seed: try JSON(parsing: row["call"] as String)["seed"]?.int, text: row["body"],
            status: AttemptStatus(rawValue: row["status"]) ?? .answered, via: row["via"],
            reportedModel: row["reported_model"], promptTokens: row["prompt_tokens"],
            completionTokens: row["completion_tokens"],
            sentAt: UTC.date(row["sent_at"]) ?? .distantPast)
        }
      }
    }
  }

  /// How many attempts stand at each status.
  package var attemptCounts: [AttemptStatus: Int] {
    get throws {
      try read { database in
        let rows = try Row.fetchAll(
          database, sql: "SELECT status, count(*) AS n FROM attempt GROUP BY status")
        return Dictionary(
          uniqueKeysWithValues: rows.compactMap { row in
            AttemptStatus(rawValue: row["status"]).map { ($0, row["n"] as Int) }
          })
      }
    }
  }

  /// The failures of runs whose last attempt failed, each kind with its count and one message.
  package var openFailures: [(kind: String, count: Int, message: String)] {
    get throws {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT failure, count(*) AS n, min(failure_message) AS message FROM attempt AS a
            WHERE status = 'failed' AND number = (
              SELECT max(number) FROM attempt AS b WHERE b.run = a.run)
            GROUP BY failure ORDER BY n DESC
            """
        ).map { ($0["failure"] ?? "", $0["n"], $0["message"] ?? "") }
      }
    }
  }
}
