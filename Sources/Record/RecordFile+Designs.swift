import Calls
import Faults
package import Foundation
import GRDB
import Reproducible
package import TrialDesign

/// A design that was frozen.
package struct FrozenDesign: Hashable, Sendable {
  /// From 1; each amendment adds one.
  package let number: Int
  package let design: Design
  package let frozenAt: Date
}

/// An open change of the design.
package struct Amendment: Hashable, Sendable {
  package let number: Int
  package let madeAt: Date
  package let because: String
  package let changes: [String]
}

extension RecordFile {
  /// The design in force; `nil` before the freeze.
  package var design: FrozenDesign? {
    get throws {
      try read { database in
        guard
          let row = try Row.fetchOne(
            database, sql: "SELECT * FROM design ORDER BY number DESC LIMIT 1")
        else { return nil }
        return FrozenDesign(
          number: row["number"],
          design: Design(json: try JSON(parsing: row["canonical"] as String)),
          frozenAt: UTC.date(row["frozen_at"]) ?? .distantPast)
      }
    }
  }

  /// The trial file and the files that it names, as they were when the design in force was frozen.
  package var frozenFiles: [NamedText] {
    get throws {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT name, body FROM design_file JOIN text ON text.hash = design_file.text
            WHERE design = (SELECT hash FROM design ORDER BY number DESC LIMIT 1) ORDER BY name
            """
        ).map { NamedText(name: $0["name"], text: $0["body"]) }
      }
    }
  }

  /// Freezes a design with its runs, or amends the one in force.
  ///
  /// Runs of cells that exist already stay as they are, under the design that made them.
  ///
  /// - Parameters:
  ///   - design: What is fixed from now on.
  ///   - files: The trial file and the files that it names.
  ///   - plan: The runs; those whose cell is not in the record are added.
  ///   - amendment: Why an earlier design changes, and in what; `nil` for the first freeze.
  ///   - now: The moment.
  /// - Throws: ``Fault`` of kind `badInput` where another design is in force and nothing says why
  ///   it changes.
  package func freeze(
    _ design: Design, files: [NamedText], plan: RunPlan,
    amendment: (because: String, changes: [String])? = nil, now: Date
  ) throws {
    try write { database in
      let previous = try String.fetchOne(
        database, sql: "SELECT hash FROM design ORDER BY number DESC LIMIT 1")
      let hash = design.hash.hex
      guard previous != hash else { return }
      guard previous == nil || amendment != nil else {
        throw Fault(
          .badInput, at: "design", "another design was frozen before",
          remedy: "undo the change, or make it openly: unled amend --because REASON")
      }
      let number = (try Int.fetchOne(database, sql: "SELECT max(number) FROM design") ?? 0) + 1
      try database.execute(
        // An amendment that is taken back puts a design in force that was so before.
        sql: """
          INSERT INTO design VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE
          SET number = excluded.number, frozen_at = excluded.frozen_at
          """,
        arguments: [number, hash, design.json.canonical, UTC.timestamp(now)])
      for file in files {
        try database.execute(
          sql: """
            INSERT INTO design_file VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text
            """,
          arguments: [hash, file.name, try Self.store(file.text, in: database)])
      }
      if let amendment, let previous {
        try database.execute(
          sql: "INSERT INTO amendment VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            number - 1, UTC.timestamp(now), amendment.because, previous, hash,
            JSON.array(amendment.changes.map(JSON.string)).canonical,
          ])
      }
      try Self.insert(plan, design: hash, in: database)
      try Self.audit(
        amendment == nil ? "freeze" : "amend",
        [
          "design": .string(hash), "runs": .integer(plan.runs.count),
          "because": .string(amendment?.because ?? ""),
          "changes": .array((amendment?.changes ?? []).map(JSON.string)),
        ], now: now, in: database)
    }
  }

  private static func insert(_ plan: RunPlan, design: String, in database: Database) throws {
    let first = (try Int.fetchOne(database, sql: "SELECT max(position) FROM run") ?? -1) + 1
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    for (index, run) in plan.runs.enumerated() {
      for message in run.call.messages { _ = try store(message.text, in: database) }
      let cell = run.cell
      try statement.execute(arguments: [
        run.id.name, design, first + index, cell.scenario.name, cell.wording,
        cell.condition.rawValue, cell.baseline?.name, cell.model.name, cell.replicate,
        run.call.hash.hex, run.call.json { .string(Digest(of: $0).hex) }.canonical,
      ])
    }
  }

  /// All amendments, in their order.
  package var amendments: [Amendment] {
    get throws {
      try read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM amendment ORDER BY number").map { row in
          Amendment(
            number: row["number"], madeAt: UTC.date(row["made_at"]) ?? .distantPast,
            because: row["because"],
            changes: (try JSON(parsing: row["changes"] as String).elements ?? []).compactMap(\.text)
          )
        }
      }
    }
  }
}
