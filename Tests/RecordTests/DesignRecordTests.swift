import Calls
import Faults
import Foundation
import Record
import Reproducible
import Testing
import TrialDesign

@Suite struct DesignRecordTests {
  let now = RecordFixture.now

  @Test func `a new record is its owner's alone, and is made once`() throws {
    let fixture = try RecordFixture()
    let record = try RecordFile.create(at: fixture.path)
    #expect(try record.design == nil)
    #expect(try record.runs.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    #expect(files.contains("record.sqlite"))
    for file in files {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: fixture.folder.appending(path: file).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
    }
    let again = #expect(throws: Fault.self) { try RecordFile.create(at: fixture.path) }
    #expect(again?.kind == .cannotCreate)
    let missing = #expect(throws: Fault.self) { try RecordFile.open(at: fixture.path + "x") }
    #expect(missing?.kind == .notFound)
  }

  @Test func `freezing twice is freezing once`() throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let trial = try RecordFixture.trial()
    try record.freeze(
      Design(of: trial), files: RecordFixture.files, plan: RunPlan(of: trial), now: now + 60)
    #expect(try record.design?.number == 1)
    #expect(try record.design?.frozenAt == now)
    #expect(try record.design?.design.hash == Design(of: trial).hash)
    #expect(try record.frozenFiles == RecordFixture.files)
    #expect(try record.auditLog.map(\.event) == ["freeze"])
    #expect(try record.runs.map(\.id) == RunPlan(of: trial).runs.map(\.id))
  }

  @Test func `another design needs a reason`() throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let other = try RecordFixture.trial(effect: "0.4")
    let fault = #expect(throws: Fault.self) {
      try record.freeze(Design(of: other), files: [], plan: RunPlan(of: other), now: now)
    }
    #expect(fault?.kind == .badInput)
    #expect(try record.design?.number == 1)
  }

  @Test func `an amendment adds what is new and leaves what was run`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    for run in try record.runs { try await record.finish(run) }
    let before = try record.runs
    let more = try RecordFixture.trial(replicates: 3)
    try record.freeze(
      Design(of: more), files: RecordFixture.files, plan: RunPlan(of: more),
      amendment: ("more power", ["sampling/replicates: 2 -> 3"]), now: now + 60)
    let after = try record.runs
    #expect(after.count == 12)
    #expect(Array(after.prefix(8)) == before)
    #expect(after.dropFirst(8).allSatisfy { $0.cell.replicate == 3 && $0.status == nil })
    #expect(try record.design?.number == 2)
    #expect(try record.amendments.map(\.because) == ["more power"])
    #expect(try record.amendments.first?.changes == ["sampling/replicates: 2 -> 3"])
    #expect(try record.auditLog.map(\.event) == ["freeze", "amend"])
  }

  @Test func `an amendment can be taken back`() throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    for (effect, number) in [("0.4", 2), ("0.5", 3), ("0.4", 4)] {
      let trial = try RecordFixture.trial(effect: effect)
      try record.freeze(
        Design(of: trial), files: RecordFixture.files, plan: RunPlan(of: trial),
        amendment: ("thought again", []), now: now)
      #expect(try record.design?.number == number)
      #expect(try record.design?.design.hash == Design(of: trial).hash)
    }
    #expect(try record.amendments.count == 3)
    #expect(try record.runs.count == 8)
  }

  @Test func `a call is made again as the plan has it`() throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    for run in RunPlan(of: try RecordFixture.trial()).runs {
      #expect(try record.call(of: run.id) == run.call)
      #expect(try record.call(of: run.id).hash == run.call.hash)
    }
    let reopened = try RecordFile.open(at: fixture.path)
    for run in try reopened.runs {
      #expect(try reopened.call(of: run.id).hash == run.callHash)
    }
  }
}
