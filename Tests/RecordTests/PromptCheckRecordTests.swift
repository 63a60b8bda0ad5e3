import Faults
import Foundation
import GRDB
import Record
import Reproducible
import Testing
import TrialDesign

/// Checks of the prompts, in a record that nobody froze.
@Suite struct PromptCheckRecordTests {
  private static func check(_ packet: String = "p1", text: String = "Tell.") -> StoredPromptCheck {
    func prompt(_ condition: Condition, _ text: String) -> FamilyPrompt {
      FamilyPrompt(
        item: PromptItem(wording: 0, condition: condition), scenario: ScenarioID("lake"), text: text
      )
    }
    return StoredPromptCheck(
      packetID: packet, madeAt: RecordFixture.now,
      prompts: [
        "AAAAAAAA": prompt(.neutral, text), "BBBBBBBB": prompt(.leading, "Tell, it matters."),
      ],
      asked: ["about": "it", "holds": "matters", "fails": "does not"],
      meanings: [.away, .toward, .neither])
  }

  @Test func `what was shown comes back as it was, and no design is frozen by it`() throws {
    let fixture = try RecordFixture()
    let record = try RecordFile.create(at: fixture.path)
    try record.store(Self.check())
    try record.store(Self.check("p2", text: "Tell me."))
    let stored = try record.promptChecks
    #expect(stored == [Self.check(), Self.check("p2", text: "Tell me.")])
    #expect(stored[0].promptsHash != stored[1].promptsHash)
    #expect(try record.design == nil)
    let entry = try #require(try record.auditLog.first)
    #expect(entry.event == "blind prompts")
    #expect(entry.detail["sha256"]?.text == Self.check().promptsHash.hex)
    let trial = try RecordFixture.trial()
    try record.freeze(
      Design(of: trial), files: RecordFixture.files, plan: RunPlan(of: trial),
      now: RecordFixture.now)
    #expect(try record.promptChecks.count == 2)
    #expect(try record.views.isEmpty && record.packets.isEmpty)
  }

  @Test func `a result is kept once, with an entry that binds answers and prompts`() throws {
    let fixture = try RecordFixture()
    let record = try RecordFile.create(at: fixture.path)
    try record.store(Self.check())
    func result(_ readers: Int) -> StoredPromptResult {
      StoredPromptResult(
        packetID: "p1", madeAt: RecordFixture.now + Double(readers),
        ratingsDigest: Digest(of: "\(readers)"), result: ["readers": .integer(readers)])
    }
    #expect(try record.store(result(1)))
    #expect(try !record.store(result(1)))
    #expect(try record.store(result(2)))
    #expect(try record.promptResults == [result(1), result(2)])
    let log = try record.auditLog.filter { $0.event == "check prompts" }
    #expect(log.count == 2)
    #expect(log[1].detail["ratings"]?.text == Digest(of: "2").hex)
    #expect(log[1].detail["prompts"]?.text == Self.check().promptsHash.hex)
    #expect(throws: Fault.self) {
      try record.store(
        StoredPromptResult(
          packetID: "unknown", madeAt: RecordFixture.now, ratingsDigest: Digest(of: ""),
          result: .null))
    }
  }

  @Test func `a record of the first schema is copied aside and takes checks`() throws {
    let fixture = try RecordFixture()
    try SchemaTests.make(fixture.path, migrations: ["record 1"])
    let record = try RecordFile.open(at: fixture.path)
    try record.store(Self.check())
    #expect(try record.promptChecks.count == 1)
    #expect(FileManager.default.fileExists(atPath: fixture.path + ".bak-1"))
    let before = try SchemaTests.shape(fixture.path + ".bak-1")
    #expect(before.allSatisfy { !$0.contains("prompt_check") })
  }

  @Test func `a record of the second schema opens as it is`() throws {
    let fixture = try RecordFixture()
    try SchemaTests.make(fixture.path, migrations: ["record 1", "record 2"])
    try DatabaseQueue(path: fixture.path).write { try $0.execute(sql: SchemaTests.second) }
    let record = try RecordFile.open(at: fixture.path)
    try record.store(Self.check())
    #expect(try record.promptChecks == [Self.check()])
    #expect(!FileManager.default.fileExists(atPath: fixture.path + ".bak-1"))
  }
}
