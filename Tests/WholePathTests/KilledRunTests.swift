import Foundation
import LoopbackServer
import Record
import Testing
import Trials

/// A run that is killed without warning, taken up again by another process.
@Suite(.timeLimit(.minutes(2))) struct KilledRunTests {
  private static let answer =
    #"{"model":"m","choices":[{"text":"An answer.","finish_reason":"stop"}]}"#

  @Test(arguments: [1, 20, 90])
  func `nothing is lost and nothing is run twice`(killedAfter: Int) async throws {
    let workplace = try Workplace()
    let server = try LoopbackServer { _ in
      Reply(200, body: Array(Self.answer.utf8), delay: .milliseconds(3))
    }
    defer { server.stop() }
    let folder = try workplace.trial(
      "small",
      SmallTrial.yaml(address: ", mode: completion, base_url: \"\(server.url)/v1\"")
        .replacing("controls: {show: {folder: show}, show_not: {folder: not}}\n", with: ""))
    let (process, _, _) = try Program.start(
      ["run", "small", "--concurrency", "6", "--quiet"], in: workplace)
    while server.requests.count < killedAfter, process.isRunning { await Task.yield() }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let stored = try RecordFile.open(at: folder.recordFile.path).runs.count {
      $0.status?.hasOutput == true
    }
    let before = server.requests.count

    let second = try await Program.run("run", "small", "--concurrency", "6", in: workplace)
    #expect(second.status == 0, "\(second.error)")
    let record = try RecordFile.open(at: folder.recordFile.path)
    let runs = try record.runs
    #expect(runs.count == 24 * 4 * 2 + 16)
    #expect(runs.allSatisfy { $0.status == .answered })
    #expect(try record.outputs.count == runs.count)
    // What was stored before the kill was not asked for again.
    #expect(server.requests.count - before == runs.count - stored)
    let unknown = try record.attemptCounts[.unknown] ?? 0
    #expect(unknown <= 6)
    #expect(server.requests.count <= runs.count + unknown)
  }

  @Test func `an interrupted run ends with 130 and goes on later`() async throws {
    let workplace = try Workplace()
    let server = try LoopbackServer { _ in
      Reply(200, body: Array(Self.answer.utf8), delay: .milliseconds(40))
    }
    defer { server.stop() }
    let folder = try workplace.trial(
      "small",
      SmallTrial.yaml(address: ", mode: completion, base_url: \"\(server.url)/v1\"")
        .replacing("controls: {show: {folder: show}, show_not: {folder: not}}\n", with: ""))
    let (process, _, _) = try Program.start(["run", "small", "--quiet"], in: workplace)
    while server.requests.count < 10, process.isRunning { await Task.yield() }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let counts = try RecordFile.open(at: folder.recordFile.path).attemptCounts
    #expect(counts[.sent] == nil)
    let second = try await Program.run("run", "small", in: workplace)
    #expect(second.status == 0, "\(second.error)")
  }

  @Test func `a second run says who has the trial`() async throws {
    let workplace = try Workplace()
    let server = try LoopbackServer { _ in
      // No run ends before the second one has been refused.
      Reply(200, body: Array(Self.answer.utf8), delay: .seconds(3))
    }
    defer { server.stop() }
    _ = try workplace.trial(
      "small",
      SmallTrial.yaml(address: ", mode: completion, base_url: \"\(server.url)/v1\"")
        .replacing("controls: {show: {folder: show}, show_not: {folder: not}}\n", with: ""))
    let (first, _, _) = try Program.start(["run", "small", "--quiet"], in: workplace)
    while server.requests.count < 4, first.isRunning { await Task.yield() }
    let second = try await Program.run("run", "small", in: workplace)
    #expect(second.status == 75)
    #expect(second.error.contains("process \(first.processIdentifier)"))
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
  }
}
