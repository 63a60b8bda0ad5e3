import Calls
import Faults
import Foundation
import GRDB
import Models
import Record
import Running
import Testing
import TrialDesign

@Suite struct InterruptionTests {
  typealias Fixture = RunningFixture

  /// Waits without end until the task is cancelled.
  static func wait() async throws {
    while true {
      try Task.checkCancellation()
      await Task.yield()
    }
  }

  @Test func `cancelled attempts are noted, and a later session completes the plan`() async throws {
    let fixture = try Fixture(scenarios: 5)
    let tally = fixture.tally
    let runner = fixture.runner(widths: ["m": 3]) { _, _ in
      if tally.ticket() > 6 { try await Self.wait() }
      return Fixture.completion()
    }
    let session = Task { try await runner.run() }
    while tally.total < 9 { await Task.yield() }
    session.cancel()
    await #expect(throws: CancellationError.self) { try await session.value }
    #expect(try fixture.record.attemptCounts == [.answered: 6, .cancelled: 3])

    let done = try fixture.record.outputs
    let progress = try await fixture.runner { _, _ in Fixture.completion("Later.") }.run()
    #expect(progress.isComplete)
    #expect(tally.calls.values.count { $0 == 2 } == 3)
    #expect(tally.calls.values.allSatisfy { $0 <= 2 })
    let kept = try fixture.record.outputs.filter { output in
      done.contains { $0.run == output.run }
    }
    #expect(kept.map(\.text) == done.map(\.text))
    #expect(try fixture.record.outputs.count == 20)
  }

  @Test func `an answer that comes while the session is being cancelled is kept`() async throws {
    let fixture = try Fixture(scenarios: 1, replicates: 1)
    let tally = fixture.tally
    let runner = fixture.runner(widths: ["m": 2]) { _, _ in
      while !Task.isCancelled { await Task.yield() }
      return Fixture.completion("Paid for.")
    }
    let session = Task { try await runner.run() }
    while tally.total < 2 { await Task.yield() }
    session.cancel()
    // Both runs are over by now: whether the session calls itself cancelled does not matter.
    _ = await session.result
    #expect(try fixture.record.outputs.map(\.text) == ["Paid for.", "Paid for."])
    #expect(try fixture.record.attemptCounts == [.answered: 2])
  }

  @Test func `a wait before the next try ends when the session is cancelled`() async throws {
    let fixture = try Fixture(scenarios: 1, replicates: 1)
    let session = Task {
      try await fixture.runner { _, _ in
        withUnsafeCurrentTask { $0?.cancel() }
        throw CallFailure(.server, message: "busy")
      }.run()
    }
    await #expect(throws: CancellationError.self) { try await session.value }
    #expect(fixture.clock.waits.isEmpty)
    #expect(try fixture.record.attemptCounts[.failed] != nil)
    #expect(try fixture.record.attemptCounts[.sent] == nil)
  }

  @Test func `a session that was killed is taken up again, and no stored run is sent twice`()
    async throws
  {
    let fixture = try Fixture(scenarios: 5)
    // What a killed process leaves: runs that are over, and attempts that were sent.
    let runs = try fixture.record.runs
    for (index, run) in runs.prefix(9).enumerated() {
      let attempt = try await fixture.record.beginAttempt(
        of: run.id, via: "script", requestHash: nil, reservedTokens: 50, now: Fixture.now)
      guard index < 6 else { continue }
      let exchange = Exchange(completion: Fixture.completion("Before."), response: "{}")
      try await fixture.record.end(
        attempt, AttemptEnd(status: .answered, exchange: exchange), now: Fixture.now)
    }
    let progress = try await fixture.runner { _, _ in Fixture.completion("After.") }.run()
    #expect(progress.isComplete)
    #expect(fixture.tally.total == 14)
    #expect(fixture.tally.calls.values.allSatisfy { $0 == 1 })
    for run in runs.prefix(6) {
      #expect(fixture.tally.calls[try fixture.record.call(of: run.id)] == nil)
    }
    #expect(try fixture.record.attemptCounts == [.answered: 20, .unknown: 3])
    #expect(try fixture.record.outputs.count { $0.text == "Before." } == 6)
  }

  @Test func `a call that is not the frozen one is not sent`() async throws {
    let fixture = try Fixture(scenarios: 1, replicates: 1)
    let queue = try DatabaseQueue(path: fixture.record.path)
    try await queue.write { database in
      try database.execute(
        sql: "UPDATE run SET call = replace(call, '\"max_tokens\":50', '\"max_tokens\":51')")
    }
    let fault = await #expect(throws: Fault.self) {
      try await fixture.runner { _, _ in Fixture.completion() }.run()
    }
    #expect(fault?.kind == .storage)
    #expect(fixture.tally.total == 0)
  }
}
