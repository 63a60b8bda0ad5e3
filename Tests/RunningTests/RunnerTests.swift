import Calls
import Faults
import Foundation
import Models
import Record
import Running
import Testing
import TrialDesign

@Suite struct RunnerTests {
  typealias Fixture = RunningFixture

  @Test func `all runs end, each asked once as it was planned`() async throws {
    let fixture = try Fixture()
    var reports: [RunProgress] = []
    let progress = try await fixture.runner { call, _ in
      Fixture.completion("On \(call.messages[0].text)")
    }.run { reports.append($0) }
    #expect(progress.isComplete)
    #expect(progress.planned == 12 && progress.finished == 12)
    #expect(progress.failed == 0 && progress.retries == 0 && progress.underWay == 0)
    #expect(reports.first?.finished == 0 && reports.last == progress)
    #expect(fixture.tally.calls.values.allSatisfy { $0 == 1 })
    #expect(fixture.tally.total == 12)
    for output in try fixture.record.outputs {
      let call = try fixture.record.call(of: output.run)
      #expect(output.text == "On \(call.messages[0].text)")
      #expect(output.via == "script")
    }
    #expect(try fixture.record.outputs.count == 12)
  }

  @Test func `a second session finds nothing to do`() async throws {
    let fixture = try Fixture()
    let runner = fixture.runner { _, _ in Fixture.completion() }
    _ = try await runner.run()
    let again = try await runner.run()
    #expect(again.isComplete)
    #expect(fixture.tally.total == 12)
  }

  @Test(arguments: [
    ("A text.", Completion.Finish.stop, AttemptStatus.answered), ("A te", .length, .cut),
    ("A text.", .unknown, .answered), (" \n", .stop, .empty), ("", .length, .empty),
    ("I cannot.", .refused, .refused), ("", .refused, .refused), ("A", .filtered, .filtered),
  ])
  func `an answer counts by how it ended`(
    _ text: String, finish: Completion.Finish, status: AttemptStatus
  ) async throws {
    let fixture = try Fixture(scenarios: 1, replicates: 1)
    let progress = try await fixture.runner { _, _ in Fixture.completion(text, finish) }.run()
    #expect(progress.isComplete)
    #expect(progress.withoutText == (status.hasOutput ? 0 : 2))
    #expect(try fixture.record.attemptCounts == [status: 2])
    #expect(try fixture.record.outputs.map(\.text) == (status.hasOutput ? [text, text] : []))
  }

  @Test func `rate limits are waited for and then pass`() async throws {
    let fixture = try Fixture()
    let tally = fixture.tally
    let progress = try await fixture.runner { call, _ in
      guard tally.calls[call] == 3 else {
        throw CallFailure(.rateLimited, status: 429, message: "wait", retryAfter: .seconds(120))
      }
      return Fixture.completion()
    }.run()
    #expect(progress.isComplete)
    #expect(progress.retries == 24 && progress.failed == 0)
    #expect(fixture.clock.waits.count == 24)
    #expect(fixture.clock.waits.allSatisfy { $0 >= .seconds(119) && $0 <= .seconds(121) })
    #expect(try fixture.record.attemptCounts == [.failed: 24, .answered: 12])
  }

  @Test func `a run is given up after five attempts, and the next session tries it again`()
    async throws
  {
    let fixture = try Fixture(scenarios: 1, replicates: 1)
    let progress = try await fixture.runner { call, _ in
      guard call.messages[0].text.hasPrefix("A sad") else { return Fixture.completion() }
      throw CallFailure(.server, status: 500, message: "broken")
    }.run()
    #expect(!progress.isComplete)
    #expect(progress.finished == 1 && progress.failed == 1 && progress.retries == 4)
    #expect(fixture.clock.waits.count == 4)
    for (wait, seconds) in zip(fixture.clock.waits, [1.0, 2, 4, 8]) {
      #expect(wait >= .seconds(seconds * 0.74) && wait <= .seconds(seconds * 1.26))
    }
    #expect(try fixture.record.openFailures.map(\.message) == ["broken"])
    let again = try await fixture.runner { _, _ in Fixture.completion() }.run()
    #expect(again.isComplete)
    #expect(fixture.tally.total == 1 + 5 + 1)
  }

  @Test func `a call that is not accepted is not tried again`() async throws {
    let fixture = try Fixture(scenarios: 1, replicates: 1)
    let progress = try await fixture.runner { _, _ in
      throw CallFailure(.rejected, status: 400, message: "no")
    }.run()
    #expect(progress.failed == 2 && fixture.tally.total == 2 && fixture.clock.waits.isEmpty)
  }

  @Test(arguments: [
    (CallFailure.Kind.key, FaultKind.keyRefused), (.notRecorded, .badInput),
  ])
  func `a refused key and a missing recording stop the session`(
    _ kind: CallFailure.Kind, fault: FaultKind
  ) async throws {
    let fixture = try Fixture(scenarios: 20)
    let thrown = await #expect(throws: Fault.self) {
      try await fixture.runner(widths: ["m": 1]) { _, _ in
        throw CallFailure(kind, status: 401, message: "not yours")
      }.run()
    }
    #expect(thrown?.kind == fault)
    #expect(thrown?.problem == "not yours")
    #expect(fixture.tally.total == 1)
  }

  @Test func `eight failures on end stop the session, a success starts the count anew`()
    async throws
  {
    let fixture = try Fixture(scenarios: 20)
    let thrown = await #expect(throws: Fault.self) {
      try await fixture.runner(widths: ["m": 1]) { _, _ in
        throw CallFailure(.rejected, message: "no")
      }.run()
    }
    #expect(thrown?.kind == .unreachable)
    #expect(fixture.tally.total == 8)

    let mixed = try Fixture(scenarios: 20)
    let tally = mixed.tally
    let progress = try await mixed.runner(widths: ["m": 1]) { _, _ in
      guard tally.total.isMultiple(of: 8) else { throw CallFailure(.rejected, message: "no") }
      return Fixture.completion()
    }.run()
    #expect(progress.finished == 10 && progress.failed == 70)
  }

  @Test func `a model without an address is named before anything is sent`() async throws {
    let fixture = try Fixture(models: ["m", "other"])
    let thrown = await #expect(throws: Fault.self) {
      try await fixture.runner { _, _ in Fixture.completion() }.run()
    }
    #expect(thrown?.place == "model 'other'")
    #expect(fixture.tally.total == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func `each model keeps its own width`() async throws {
    let fixture = try Fixture(scenarios: 10, models: ["a", "b"])
    let tally = fixture.tally
    let progress = try await fixture.runner(widths: ["a": 2, "b": 5]) { _, key in
      // The first wait for the others, until as many are here as may be.
      let width = key.model.name == "a" ? 2 : 5
      while tally.most(key.model.name) < width { await Task.yield() }
      return Fixture.completion()
    }.run()
    #expect(progress.isComplete && progress.planned == 80)
    #expect(tally.most("a") == 2)
    #expect(tally.most("b") == 5)
  }

  @Test func `three thousand runs end with nothing lost`() async throws {
    let fixture = try Fixture(scenarios: 150, replicates: 10)
    let tally = fixture.tally
    let progress = try await fixture.runner(widths: ["m": 64]) { call, _ in
      // Every seventh call fails once.
      if let seed = call.seed, seed.isMultiple(of: 7), tally.calls[call] == 1 {
        throw CallFailure(.server, status: 503, message: "busy")
      }
      return Fixture.completion("\(call.seed ?? 0)")
    }.run()
    #expect(progress.isComplete && progress.planned == 3000)
    let outputs = try fixture.record.outputs
    #expect(outputs.count == 3000)
    #expect(Set(outputs.map(\.run)).count == 3000)
    #expect(outputs.allSatisfy { $0.text == "\($0.seed ?? 0)" })
    #expect(tally.total == 3000 + progress.retries)
    #expect(tally.most("m") <= 64)
  }
}
