import Analysis
import Calls
import Faults
import Foundation
import Logging
import Models
import Packets
import Questions
import Record
import Reproducible
import Running
import Statistics
import Testing
import TrialDesign

@testable import Trials

/// Looks before the reveal: when they may be taken, what they leave behind.
@Suite struct LookLifeTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  /// A trial with a packet of 8 views, 4 for each of two raters.
  private func blinded(_ folders: Folders, looks: String?) async throws -> OpenedTrial {
    let text = TrialTexts.small.replacing(
      "raters_per_output: 2", with: "raters_per_output: 2\n  repeats: 0"
    )
    .replacing("reference: 0.1}", with: "reference: 0.1\(looks.map { ", looks: \($0)" } ?? "")}")
    return try await blinded(folders, text)
  }

  private func blinded(_ folders: Folders, _ text: String) async throws -> OpenedTrial {
    let opened = try OpenedTrial.open(try folders.trial("small", text)).freeze(now: Self.noon)
    let provider = ScriptedProvider { call, _ in
      Completion(text: "An oar, \(call.seed ?? 0) times.", finish: .stop)
    }
    let progress = try await Runner(
      record: try opened.requireRecord(),
      routes: [ModelID("m"): Route(provider: provider, via: "script", width: 2)],
      now: { Self.noon }, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ).run()
    #expect(progress.isComplete)
    _ = try opened.blind(outputsPerRater: nil, leavesMissing: false, now: Self.noon)
    return opened
  }

  /// Rates the first places of the next free sequence.
  private func rate(
    _ packet: PacketFile?, as name: String, places: Int, kind: RaterKind = .person
  ) throws {
    let packet = try #require(packet)
    let rater = try packet.addRater(named: name, kind: kind, token: nil, now: Self.noon)
    let sequence = try packet.deal(to: rater.id) { .existing($0.freeSequences[0]) }
    for (position, code) in sequence.codes.prefix(places).enumerated() {
      try packet.store(
        id: .random(), rater: rater.id, position: position, code: code,
        question: QuestionID("oars"), given: .answer(.value(1)), seconds: nil, now: Self.noon)
    }
  }

  private func looks(_ opened: OpenedTrial) throws -> [StoredLook] {
    try opened.requireRecord().looks
  }

  @Test func `a look that is not planned is refused, and leaves nothing behind`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: nil)
    try rate(try opened.packet, as: "ann", places: 4)
    let before = try opened.requireRecord().auditLog
    let fault = #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
    #expect(fault?.kind == .wrongUse)
    #expect(fault?.problem.contains("no look") == true)
    #expect(try opened.requireRecord().auditLog == before)
    #expect(try opened.lookSchedule == nil)
  }

  @Test func `a look too early or at the end is refused, and says when it is`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.5, 0.75]")
    try rate(try opened.packet, as: "ann", places: 3)
    let early = #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
    #expect(early?.problem.contains("look 1 of 2 is planned when 4 of 8 views") == true)
    #expect(early?.kind == .unfinished)
    #expect(try opened.stage().next == "serve small")
    try rate(try opened.packet, as: "bo", places: 4)
    // The first sequence lacks one still: seven of eight, which is past both looks.
    #expect(try opened.stage().next == "peek small")
    let packet = try #require(try opened.packet)
    let ann = try #require(try packet.raters.first { $0.name == "ann" })
    let sequence = try #require(try packet.contents.sequences.first { $0.number == ann.sequence })
    try packet.store(
      id: .random(), rater: ann.id, position: 3, code: sequence.codes[3],
      question: QuestionID("oars"), given: .answer(.value(0)), seconds: nil, now: Self.noon)
    let late = #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
    #expect(late?.problem.contains("the end is no look") == true)
    #expect(try looks(opened).isEmpty)
  }

  @Test func `a look is taken once; whoever asks again is told the same`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.5, 0.75]")
    try rate(try opened.packet, as: "ann", places: 4)
    let first = try opened.peek(copies: [], now: Self.noon)
    #expect(first.number == 1 && first.planned == 2 && !first.isRepeated)
    // Two scenarios settle nothing.
    #expect(first.answer == "go on")
    let again = try opened.peek(copies: [], now: Self.noon.addingTimeInterval(60))
    #expect(again.isRepeated && again.answer == first.answer && again.ratedViews == 4)
    #expect(try looks(opened).count == 1)
    try rate(try opened.packet, as: "bo", places: 2)
    let second = try opened.peek(copies: [], now: Self.noon)
    #expect(second.number == 2 && second.ratedViews == 6 && !second.isRepeated)
    #expect(try opened.peek(copies: [], now: Self.noon).isRepeated)
    #expect(try looks(opened).map(\.number) == [1, 2])
  }

  @Test func `a look that was passed by is gone`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.25, 0.5]")
    try rate(try opened.packet, as: "ann", places: 4)
    #expect(try opened.peek(copies: [], now: Self.noon).number == 2)
    #expect(try opened.peek(copies: [], now: Self.noon).isRepeated)
    #expect(try looks(opened).count == 1)
  }

  @Test func `of two looks at once the first counts`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.5]")
    let record = try opened.requireRecord()
    let look = StoredLook(number: 1, rated: 4, planned: 8, answer: "enough", takenAt: Self.noon)
    #expect(try record.log(look, after: 0))
    #expect(try !record.log(look, after: 0))
    #expect(try record.looks == [look])
  }

  @Test func `nothing but the answer is kept, and the packet stays as it was`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.5]")
    try rate(try opened.packet, as: "ann", places: 4)
    let packet = try #require(try opened.packet)
    let ratings = try packet.ratings
    let before = try opened.requireRecord().auditLog
    let peek = try opened.peek(copies: [], now: Self.noon)
    let after = try opened.requireRecord().auditLog
    #expect(Array(after.dropLast()) == before)
    #expect(
      after.last?.detail
        == .object(["look": 1, "rated": 4, "planned": 8, "answer": .string(peek.answer)]))
    #expect(try opened.requireRecord().lastAnalysis == nil)
    #expect(try packet.ratings == ratings)
    #expect(try !packet.isClosed)
  }

  @Test func `views that were rated elsewhere count, those by who wrote the prompts do not`()
    async throws
  {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.5]")
    try #require(try opened.packet).disconnect()
    let copy = folders.home.appending(path: "elsewhere.sqlite")
    try FileManager.default.copyItem(at: opened.folder.packetFile, to: copy)
    let away = try PacketFile.open(at: copy.path)
    try rate(away, as: "far", places: 4)
    try away.disconnect()
    #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
    let peek = try opened.peek(copies: [copy.path, copy.path], now: Self.noon)
    #expect(peek.ratedViews == 4 && peek.plannedViews == 8)

    let others = try Folders()
    let own = try await blinded(others, looks: "[0.5]")
    try rate(try own.packet, as: "author", places: 4, kind: .prompter)
    let schedule = try #require(try own.lookSchedule)
    // Their sequence is none that the primary analysis will have.
    #expect(schedule.ratedViews == 0 && schedule.plannedViews == 4)
    #expect(schedule.due == nil)
  }

  @Test func `revealed early after go on: allowed, and listed as a deviation`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: "[0.5]")
    try rate(try opened.packet, as: "ann", places: 4)
    _ = try opened.peek(copies: [], now: Self.noon)
    try rate(try opened.packet, as: "bo", places: 2)
    _ = try opened.reveal(copies: [], now: Self.noon)
    let record = try opened.requireRecord()
    let views = try #require(try record.viewsAtReveal)
    #expect(views.rated == 6 && views.planned == 8)
    let input = try opened.analysisInput()
    #expect(input.deviations.count == 1)
    #expect(input.deviations[0].contains("75 %"))
    let account = try #require(input.looks)
    #expect(account.fraction == 0.75 && account.taken.count == 1)
    let fault = #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
    #expect(fault?.remedy.contains("unled report small") == true)
    #expect(try record.auditLog.map(\.event) == ["freeze", "blind", "look", "reveal"])
  }

  /// Fifty scenarios, each rated once: oars are in the answers to leading prompts and in few others.
  @Test func `looks at any time wait for the first scenarios, and hold however often one looks`()
    async throws
  {
    let folders = try Folders()
    let topics = (10..<60).map { "  - {id: s\($0), topic: topic \($0)}" }.joined(separator: "\n")
    let text = TrialTexts.small
      .replacing("  - {id: a, topic: a lake}\n  - {id: b, topic: a river}", with: topics)
      .replacing("raters_per_output: 2", with: "raters_per_output: 1\n  repeats: 0")
      .replacing("reference: 0.1}", with: "reference: 0.1, looks: anytime}")
    let opened = try await blinded(folders, text)
    let record = try opened.requireRecord()
    let outputs = Dictionary(uniqueKeysWithValues: try record.views.map { ($0.code, $0.output) })
    let origins = try opened.origins(record)
    let packet = try #require(try opened.packet)
    var views: [(rater: RaterID, position: Int, code: OutputCode)] = []
    for number in 1...(try packet.contents.sequences.count) {
      let rater = try packet.addRater(
        named: "rater \(number)", kind: .person, token: nil, now: Self.noon)
      let sequence = try packet.deal(to: rater.id) { .existing($0.freeSequences[0]) }
      views += sequence.codes.enumerated().map { (rater.id, $0.offset, $0.element) }
    }
    #expect(views.count == 100)
    var answers: [String] = []
    for (index, view) in views.enumerated() {
      let origin = try #require(outputs[view.code.letters].flatMap { origins[$0] })
      let number = try #require(Int(origin.scenario.name.dropFirst()))
      let shows = origin.condition == .leading ? number % 10 != 0 : number % 10 == 0
      try packet.store(
        id: .random(), rater: view.rater, position: view.position, code: view.code,
        question: QuestionID("oars"), given: .answer(.value(shows ? 1 : 0)), seconds: nil,
        now: Self.noon)
      guard [9, 60, 98].contains(index) else { continue }
      let peek = try opened.peek(copies: [], now: Self.noon)
      #expect(peek.planned == nil && !peek.isRepeated)
      answers.append(peek.answer)
      // Nothing was rated since.
      #expect(try opened.peek(copies: [], now: Self.noon).isRepeated)
    }
    #expect(answers.first == "go on")
    #expect(try looks(opened).map(\.rated) == [10, 61, 99])
    #expect(throws: Never.self) { try opened.reveal(copies: [], now: Self.noon) }
    let result = try opened.analyse(now: Self.noon)
    let lead = result.primary.lead
    let sequenceInterval = try #require(lead.sequence)
    #expect(lead.interval == sequenceInterval && lead.interval?.level == 0.95)
    #expect(lead.standing == .there)
    // 0.9 in 45 scenarios, -0.9 in 5.
    #expect(sequenceInterval.contains(0.8))
    #expect(result.alpha == 0.05)
  }

  @Test func `looks may be planned until the first rating, and not after it`() async throws {
    let folders = try Folders()
    let opened = try await blinded(folders, looks: nil)
    let text = try String(contentsOf: opened.folder.trialFile, encoding: .utf8)
    func plan(_ looks: String) throws {
      try Data(text.replacing("reference: 0.1}", with: "reference: 0.1, looks: \(looks)}").utf8)
        .write(to: opened.folder.trialFile)
      _ = try OpenedTrial.amend(opened.folder, because: "time is short", now: Self.noon)
    }
    try plan("[0.5]")
    let amended = try OpenedTrial.open(opened.folder)
    #expect(amended.trial.analysis.looks == .planned([0.5]))
    try rate(try amended.packet, as: "ann", places: 1)
    let fault = #expect(throws: Fault.self) { try plan("[0.25]") }
    #expect(fault?.problem.contains("rated already") == true)
  }
}

@Suite struct CountedViewsTests {
  @Test func `scenarios count up to the first in the file that lacks a rating`() {
    let scenarios = ["a", "b", "c", "d", "e"].map { ScenarioID($0) }
    func first(_ complete: [String: Bool]) -> [String] {
      OpenedTrial.firstComplete(
        of: scenarios,
        Dictionary(uniqueKeysWithValues: complete.map { (ScenarioID($0.key), $0.value) })
      ).map(\.name).sorted()
    }
    #expect(first(["a": true, "b": true, "c": false, "d": true, "e": false]) == ["a", "b"])
    // Nothing of it is shown: all its runs were refused.
    #expect(first(["a": true, "c": true, "d": false]) == ["a", "b", "c"])
    #expect(first(["a": false, "b": true]) == [])
  }

  private static func code(_ number: Int) -> OutputCode { OutputCode("C\(number)") }

  @Test func `a scenario is complete when each of its views is rated, a repeated one twice`() {
    let codes = [Self.code(1), Self.code(2), Self.code(1)]
    let rater = RaterID("r1")
    func views(_ rated: Int) -> CountedViews {
      CountedViews(
        of: (
          PacketContents(
            keyCommitment: Digest(of: "key"), entries: [], questions: [],
            sequences: [
              PacketSequence(number: 1, codes: codes, guessCodes: []),
              PacketSequence(number: 2, codes: [Self.code(2)], guessCodes: []),
            ], guess: nil),
          [
            Rater(
              id: rater, name: "ann", kind: .person, sequence: 1)
          ],
          (0..<rated).map {
            Rating(
              id: .random(), rater: rater, position: $0, code: codes[$0],
              question: QuestionID("q"), given: .answer(.value(1)), revision: 1, seconds: nil,
              ratedAt: .distantPast)
          }
        ), copies: [], question: QuestionID("q"))
    }
    let group: (OutputCode) -> String? = { $0 == Self.code(1) ? "one" : "two" }
    #expect(views(2).areComplete(by: group) == ["one": false, "two": false])
    #expect(views(3).areComplete(by: group) == ["one": true, "two": false])
    #expect(views(3).ratedCount == 3 && views(3).plannedCount == 4)
  }
}
