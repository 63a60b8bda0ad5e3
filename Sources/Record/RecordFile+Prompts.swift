package import Foundation
import GRDB
package import Reproducible
package import TrialDesign

/// A packet of the trial's own prompts, as the record keeps it.
package struct StoredPromptCheck: Hashable, Sendable {
  package let packetID: String
  package let madeAt: Date
  /// What readers are shown, by code.
  package let prompts: [String: FamilyPrompt]
  /// What was asked of readers beside the prompts: the claim's poles, and the questions.
  package let asked: JSON
  /// What each choice of the question means, by its number.
  package let meanings: [ConditionGuess]

  package init(
    packetID: String, madeAt: Date, prompts: [String: FamilyPrompt], asked: JSON,
    meanings: [ConditionGuess]
  ) {
    self.packetID = packetID
    self.madeAt = madeAt
    self.prompts = prompts
    self.asked = asked
    self.meanings = meanings
  }

  /// SHA-256 over what is checked: every prompt with where it belongs, and what was asked.
  package var promptsHash: Digest {
    let lines = prompts.values.sorted { $0.id < $1.id }.map { prompt in
      JSON.array([.string(prompt.id), .string(prompt.text)])
    }
    return Digest(of: JSON.array([asked] + lines).canonical)
  }
}

/// What came of a check, each time that somebody looked.
package struct StoredPromptResult: Hashable, Sendable {
  package let packetID: String
  package let madeAt: Date
  /// The digest of the readers' answers.
  package let ratingsDigest: Digest
  package let result: JSON

  package init(packetID: String, madeAt: Date, ratingsDigest: Digest, result: JSON) {
    self.packetID = packetID
    self.madeAt = madeAt
    self.ratingsDigest = ratingsDigest
    self.result = result
  }
}

extension RecordFile {
  /// Stores what a packet of prompts shows; the design is not frozen by it.
  package func store(_ check: StoredPromptCheck) throws {
    try write { database in
      let number =
        (try Int.fetchOne(database, sql: "SELECT max(number) FROM prompt_check") ?? 0) + 1
      let hash = check.promptsHash.hex
      try database.execute(
        sql: "INSERT INTO prompt_check VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          number, check.packetID, UTC.timestamp(check.madeAt), hash, check.asked.canonical,
          JSON.array(check.meanings.map { .string($0.rawValue) }).canonical,
        ])
      for (code, prompt) in check.prompts.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          sql: "INSERT INTO checked_prompt VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            check.packetID, code, prompt.item.wording, prompt.item.condition.rawValue,
            prompt.scenario.name, try Self.store(prompt.text, in: database),
          ])
      }
      try Self.audit(
        "blind prompts",
        [
          "packet": .string(check.packetID), "prompts": .integer(check.prompts.count),
          "sha256": .string(hash),
        ], now: check.madeAt, in: database)
    }
  }

  /// The checks of prompts, oldest first.
  package var promptChecks: [StoredPromptCheck] {
    get throws {
      try read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM prompt_check ORDER BY number").map { row in
          let packet: String = row["packet"]
          let prompts = try Row.fetchAll(
            database,
            sql: """
              SELECT code, wording, condition, scenario, body FROM checked_prompt
              JOIN text ON text.hash = checked_prompt.text WHERE packet = ? ORDER BY code
              """, arguments: [packet]
          ).map { row -> (String, FamilyPrompt) in
            (
              row["code"],
              FamilyPrompt(
                item: PromptItem(
                  wording: row["wording"],
                  condition: Condition(rawValue: row["condition"]) ?? .baseline),
                scenario: ScenarioID(row["scenario"]), text: row["body"])
            )
          }
          let meanings = try JSON(parsing: row["meanings"] as String).elements ?? []
          return StoredPromptCheck(
            packetID: packet, madeAt: UTC.date(row["made_at"]) ?? .distantPast,
            prompts: Dictionary(uniqueKeysWithValues: prompts),
            asked: try JSON(parsing: row["asked"] as String),
            meanings: meanings.map { $0.text.flatMap(ConditionGuess.init) ?? .cannotTell })
        }
      }
    }
  }

  /// Keeps what came of a check, unless it is what was kept last.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  package func store(_ result: StoredPromptResult) throws -> Bool {
    try write { database in
      let last = try Row.fetchOne(
        database, sql: "SELECT * FROM prompt_result ORDER BY number DESC LIMIT 1")
      let (digest, text) = (result.ratingsDigest.hex, result.result.canonical)
      if let last, last["packet"] == result.packetID, last["ratings_digest"] == digest,
        last["result"] == text
      {
        return false
      }
      try database.execute(
        sql: """
          INSERT INTO prompt_result (packet, made_at, ratings_digest, result) VALUES (?, ?, ?, ?)
          """, arguments: [result.packetID, UTC.timestamp(result.madeAt), digest, text])
      try Self.audit(
        "check prompts",
        [
          "packet": .string(result.packetID), "ratings": .string(digest),
          "result": .string(Digest(of: text).hex),
          "prompts": .string(
            try String.fetchOne(
              database, sql: "SELECT prompts_hash FROM prompt_check WHERE packet = ?",
              arguments: [result.packetID]) ?? ""),
        ], now: result.madeAt, in: database)
      return true
    }
  }

  /// What came of the checks, oldest first.
  package var promptResults: [StoredPromptResult] {
    get throws {
      try read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM prompt_result ORDER BY number").map {
          StoredPromptResult(
            packetID: $0["packet"], madeAt: UTC.date($0["made_at"]) ?? .distantPast,
            ratingsDigest: Digest(hex: $0["ratings_digest"]) ?? Digest(of: ""),
            result: try JSON(parsing: $0["result"] as String))
        }
      }
    }
  }
}
