import Calls
import Faults
import Foundation
import Logging
import Models
import Packets
import Questions
import Record
import Running
import Testing
import TrialDesign
import Trials

/// Blind, rate, reveal: taken up again wherever they were stopped.
@Suite struct BlindingLifeTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  private func ran(_ folders: Folders) async throws -> OpenedTrial {
    let folder = try folders.trial("small")
    let opened = try OpenedTrial.open(folder).freeze(now: Self.noon)
    try await run(opened)
    return opened
  }

  private func run(_ opened: OpenedTrial) async throws {
    let provider = ScriptedProvider { call, _ in
      Completion(text: "An oar, \(call.seed ?? 0) times.", finish: .stop)
    }
    let progress = try await Runner(
      record: try opened.requireRecord(),
      routes: [ModelID("m"): Route(provider: provider, via: "script", width: 2)],
      now: { Self.noon }, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ).run()
    #expect(progress.isComplete)
  }

  private func rate(_ opened: OpenedTrial, as name: String) throws {
    let packet = try #require(try opened.packet)
    let rater = try packet.addRater(named: name, kind: .person, token: nil, now: Self.noon)
    let sequence = try packet.deal(to: rater.id) { .existing($0.freeSequences[0]) }
    for (position, code) in sequence.codes.enumerated() {
      try packet.store(
        id: .random(), rater: rater.id, position: position, code: code,
        question: QuestionID("oars"), given: .answer(.value(1)), seconds: nil, now: Self.noon)
    }
  }

  @Test func `nothing is blinded before it was run`() async throws {
    let folders = try Folders()
    let opened = try OpenedTrial.open(try folders.trial("small")).freeze(now: Self.noon)
    let fault = #expect(throws: Fault.self) {
      try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    }
    #expect(fault?.kind == .unfinished)
  }

  @Test func `a packet that was not yet named is found again`() async throws {
    let folders = try Folders()
    let opened = try await ran(folders)
    _ = try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    let first = try #require(try opened.packet)
    let contents = try first.contents
    let id = try first.id
    try first.disconnect()
    // As if the call had been killed before it gave the file its name.
    try FileManager.default.moveItem(
      at: opened.folder.packetFile, to: opened.folder.file("packet.sqlite.new"))
    _ = try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    let second = try #require(try opened.packet)
    #expect(try second.id == id)
    #expect(try second.contents == contents)
  }

  @Test func `a packet grows by an issue under the same key`() async throws {
    let folders = try Folders()
    let opened = try await ran(folders)
    _ = try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    let before = Set(try #require(try opened.packet).contents.entries)
    let text = try String(contentsOf: opened.folder.trialFile, encoding: .utf8)
    try Data(text.replacing("replicates: 1", with: "replicates: 2").utf8)
      .write(to: opened.folder.trialFile)
    _ = try OpenedTrial.amend(opened.folder, because: "more draws", now: Self.noon)
    let amended = try OpenedTrial.open(opened.folder)
    try await run(amended)
    let summary = try amended.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    #expect(summary.isFurtherIssue)
    let after = Set(try #require(try amended.packet).contents.entries)
    #expect(after.isSuperset(of: before))
    #expect(after.count > before.count)
  }

  @Test func `revealing twice is revealing once, and nobody rates after it`() async throws {
    let folders = try Folders()
    let opened = try await ran(folders)
    _ = try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    try rate(opened, as: "ann")
    #expect(throws: Fault.self) { try opened.analysisInput() }
    let first = try opened.reveal(copies: [], now: Self.noon)
    let second = try opened.reveal(copies: [], now: Self.noon)
    #expect(first == second)
    #expect(throws: Fault.self) { try rate(opened, as: "bo") }
    #expect(try opened.requireRecord().auditLog.count { $0.event == "reveal" } == 1)
    #expect(try opened.stage().name == .revealed)
  }

  @Test func `a copy that was rated elsewhere comes back once`() async throws {
    let folders = try Folders()
    let opened = try await ran(folders)
    _ = try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    try #require(try opened.packet).disconnect()
    let elsewhere = TrialFolder(folders.home.appending(path: "elsewhere"))
    try FileManager.default.createDirectory(at: elsewhere.url, withIntermediateDirectories: true)
    let copy = elsewhere.file("packet.sqlite")
    try FileManager.default.copyItem(at: opened.folder.packetFile, to: copy)
    let away = OpenedTrial.packetAlone(elsewhere)
    let rater = try away.addRater(named: "far", kind: .person, token: nil, now: Self.noon)
    let sequence = try away.deal(to: rater.id) { .existing($0.freeSequences[0]) }
    try away.store(
      id: .random(), rater: rater.id, position: 0, code: sequence.codes[0],
      question: QuestionID("oars"), given: .answer(.value(1)), seconds: 2, now: Self.noon)
    try away.disconnect()
    try rate(opened, as: "ann")
    let summary = try opened.reveal(copies: [copy.path, copy.path], now: Self.noon)
    #expect(summary.raters == 2)
    #expect(try opened.requireRecord().ratings.count { $0.raterName == "far" } == 1)
  }
}

extension OpenedTrial {
  fileprivate static func packetAlone(_ folder: TrialFolder) -> PacketFile {
    do {
      return try PacketFile.open(at: folder.packetFile.path)
    } catch {
      preconditionFailure("the copy opens: \(error)")
    }
  }
}
