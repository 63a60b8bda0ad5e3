import Calls
import Faults
import Foundation
import Record
import Testing
import TrialDesign
import Trials

/// Freeze, amend and replicate: what may happen when.
@Suite struct DesignLifeTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  private func frozen(_ folders: Folders) throws -> TrialFolder {
    let folder = try folders.trial("small")
    _ = try OpenedTrial.open(folder).freeze(now: Self.noon)
    return folder
  }

  private func edit(_ folder: TrialFolder, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: folder.trialFile, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: folder.trialFile)
  }

  @Test func `addresses, comments and layout may change after the freeze`() throws {
    let folders = try Folders()
    let folder = try frozen(folders)
    try edit(folder, "recording: old.jsonl, concurrency: 3", "base_url: \"http://127.0.0.1:1/v1\"")
    try edit(folder, "# and this one", "# another")
    #expect(try OpenedTrial.open(folder).stage().name == .running)
  }

  @Test func `another prompt stops every command, with the difference and the ways on`() throws {
    let folders = try Folders()
    let folder = try frozen(folders)
    try edit(folder, "Boats matter", "Boats matter much")
    let fault = #expect(throws: Fault.self) { try OpenedTrial.open(folder) }
    #expect(fault?.problem.contains("conditions/leading") == true)
    #expect(fault?.remedy.contains("unled amend small") == true)
    let refused = #expect(throws: Fault.self) {
      try OpenedTrial.amend(folder, because: "better", now: Self.noon)
    }
    #expect(refused?.remedy.contains("unled replicate") == true)
  }

  @Test func `a further scenario is an amendment that adds its runs alone`() throws {
    let folders = try Folders()
    let folder = try frozen(folders)
    let before = try #require(try OpenedTrial.open(folder).record).runs
    try edit(
      folder, "  - {id: b, topic: a river}\n",
      "  - {id: b, topic: a river}\n  - {id: c, topic: the sea}\n")
    let changes = try OpenedTrial.amend(folder, because: "more water", now: Self.noon)
    #expect(changes.map(\.path) == ["scenarios/c"])
    let record = try #require(try OpenedTrial.open(folder).record)
    let after = try record.runs
    #expect(after.count == before.count + 2)
    #expect(Set(before.map(\.id)).isSubset(of: after.map(\.id)))
    #expect(try record.amendments.map(\.because) == ["more water"])
    #expect(try record.auditLog.map(\.event) == ["freeze", "amend"])
  }

  @Test func `a trial whose file is gone is read from its record`() throws {
    let folders = try Folders()
    let folder = try frozen(folders)
    let design = Design(of: try OpenedTrial.open(folder).trial)
    try FileManager.default.removeItem(at: folder.trialFile)
    #expect(Design(of: try OpenedTrial.open(folder).trial) == design)
  }

  @Test func `a replication keeps every comment and changes what it should`() throws {
    let folders = try Folders()
    let folder = try frozen(folders)
    let original = try OpenedTrial.open(folder)
    let again = try Replication.begin(
      of: original, plan: .init(name: "again", seed: nil, models: []), shelf: folders.shelf)
    let text = try String(contentsOf: again.trialFile, encoding: .utf8)
    #expect(text.contains("# this comment stays"))
    #expect(text.contains("# and this one"))
    #expect(text.contains("- {id: m, concurrency: 3}"))
    let trial = try OpenedTrial.open(again).trial
    #expect(trial.name == "again")
    #expect(trial.sampling.seed == 6)
    #expect(trial.replicates?.design == Design(of: original.trial).hash)
    #expect(throws: Fault.self) {
      try Replication.begin(
        of: original, plan: .init(name: "again", seed: 9, models: []), shelf: folders.shelf)
    }
  }

  @Test func `a replication on other models has these alone`() throws {
    let folders = try Folders()
    let original = try OpenedTrial.open(try frozen(folders))
    let other =
      "{id: pythia, model: pythia-1b, mode: completion, base_url: \"http://127.0.0.1:2/v1\"}"
    let again = try Replication.begin(
      of: original, plan: .init(name: "other", seed: 5, models: [other]), shelf: folders.shelf)
    let opened = try OpenedTrial.open(again)
    #expect(opened.trial.models.map(\.id.name) == ["pythia"])
    #expect(opened.read.addresses.first?.baseURL == "http://127.0.0.1:2/v1")
    #expect(opened.trial.sampling.seed == 5)
  }
}
