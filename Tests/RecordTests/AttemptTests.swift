import Calls
import Faults
import Foundation
import GRDB
import Record
import Reproducible
import Testing
import TrialDesign

@Suite struct AttemptTests {
  let now = RecordFixture.now

  @Test func `an attempt is stored before it is sent and is unknown after a crash`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let run = try #require(try record.runs.first)
    _ = try await record.beginAttempt(
      of: run.id, via: "test", requestHash: Digest(of: "body"), reservedTokens: 50, now: now)
    #expect(try record.attemptCounts == [.sent: 1])

    let reopened = try RecordFile.open(at: fixture.path)
    #expect(try reopened.markUnfinishedAsUnknown(now: now) == 1)
    #expect(try reopened.markUnfinishedAsUnknown(now: now) == 0)
    #expect(try reopened.runs.first?.status == .unknown)
    #expect(try reopened.runs.first?.status?.isFinal == false)
    try await reopened.finish(run)
    #expect(try reopened.runs.first?.status == .answered)
    #expect(try reopened.runs.first?.attempts == 2)
    #expect(try reopened.attemptCounts == [.unknown: 1, .answered: 1])
  }

  @Test(arguments: [AttemptStatus.answered, .refused, .filtered, .cut, .empty])
  func `a run that is over is never asked again`(_ status: AttemptStatus) async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let run = try #require(try record.runs.first)
    let attempt = try await record.beginAttempt(
      of: run.id, via: "test", requestHash: nil, reservedTokens: 50, now: now)
    let underWay = await #expect(throws: Fault.self) { try await record.finish(run) }
    #expect(underWay?.kind == .internalFault)
    try await record.end(
      attempt, AttemptEnd(status: status, exchange: RecordFixture.exchange("x")), now: now)
    #expect(status.isFinal)
    let over = await #expect(throws: Fault.self) { try await record.finish(run) }
    #expect(over?.kind == .internalFault)
    #expect(try record.outputs.count == (status.hasOutput ? 1 : 0))
  }

  @Test func `a run has one output, with where it came from`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let run = try #require(try record.runs.first)
    let attempt = try await record.beginAttempt(
      of: run.id, via: "http://127.0.0.1", requestHash: nil, reservedTokens: 50, now: now)
    for text in ["First.", "Second."] {
      try await record.end(
        attempt,
        AttemptEnd(status: .cut, exchange: RecordFixture.exchange(text, finish: .length)), now: now)
    }
    let outputs = try record.outputs
    #expect(outputs.map(\.text) == ["First."])
    #expect(outputs.first?.cell == run.cell)
    #expect(outputs.first?.status == .cut)
    #expect(outputs.first?.via == "http://127.0.0.1")
    #expect(outputs.first?.reportedModel == "m-1")
    #expect(outputs.first?.seed == (try record.call(of: run.id).seed))
    #expect(outputs.first?.sentAt == now)
  }

  @Test func `failures are kept with what was said`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    for run in try record.runs.prefix(3) {
      let attempt = try await record.beginAttempt(
        of: run.id, via: "test", requestHash: nil, reservedTokens: 50, now: now)
      let failure = CallFailure(.server, status: 503, message: "busy", body: "a\0b")
      try await record.end(attempt, AttemptEnd(status: .failed, failure: failure), now: now)
    }
    let failures = try record.openFailures
    #expect(failures.map(\.kind) == ["server"])
    #expect(failures.map(\.count) == [3])
    #expect(failures.map(\.message) == ["busy"])
    try await record.finish(try #require(try record.runs.first))
    #expect(try record.openFailures.map(\.count) == [2])
  }

  @Test func `texts are stored once, and whole`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let runs = try record.runs
    let hostile = "a\0b\u{1B}[31m'; DROP TABLE run; -- 🎻"
    for run in runs.prefix(3) { try await record.finish(run, hostile) }
    let kept = hostile.replacing("\0", with: "\u{FFFD}")
    #expect(try record.outputs.map(\.text) == [kept, kept, kept])
    let queue = try DatabaseQueue(path: fixture.path)
    let rows = try queue.read { database in
      try Row.fetchAll(database, sql: "SELECT hash, body FROM text")
    }
    #expect(rows.count { $0["body"] == kept } == 1)
    #expect(rows.count { $0["body"] == "Be short." } == 1)
    for row in rows { #expect(row["hash"] == Digest(of: row["body"] as String).hex) }
  }

  @Test func `writes that are committed together fail apart`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let ids = try record.runs.flatMap { [$0.id, RunID("none of \($0.id)")] }
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for id in ids {
        group.addTask { [now] in
          do {
            _ = try await record.beginAttempt(
              of: id, via: "test", requestHash: nil, reservedTokens: 50, now: now)
            return true
          } catch {
            return (error as? Fault)?.kind != .storage
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.count == 16 && outcomes.count { $0 } == 8)
    #expect(try record.attemptCounts == [.sent: 8])
  }

  @Test func `a text that was taken out is a fault, not a call with a hole`() async throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    let run = try #require(try record.runs.first)
    let queue = try DatabaseQueue(path: fixture.path)
    try await queue.write { database in
      try database.execute(sql: "DELETE FROM text WHERE body = 'Be short.'")
    }
    let fault = #expect(throws: Fault.self) { try record.call(of: run.id) }
    #expect(fault?.kind == .storage)
  }
}
