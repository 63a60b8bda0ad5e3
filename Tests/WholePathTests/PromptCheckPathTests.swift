import Calls
import Foundation
import Logging
import Models
import Packets
import Questions
import Rating
import Record
import Reproducible
import Running
import Testing
import TrialDesign
import Trials

/// Prompts are read by readers of known habits, by the commands that people use, and the report of the
/// trial that follows says what came of it.
@Suite(.timeLimit(.minutes(3))) struct PromptCheckPathTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)
  /// The small trial without texts that lie in files.
  private static let yaml = SmallTrial.yaml(scenarios: 8)
    .replacing("controls: {show: {folder: show}, show_not: {folder: not}}\n", with: "")
  private static let wanted = QuestionID("wanted")

  /// Readers who see boats or shoes where the words stand, and slip now and then.
  private func read(
    _ folder: TrialFolder, readers: Int, words: [String], slips: Double = 0.05
  ) throws {
    let packet = try PacketFile.open(at: folder.promptsFile.path)
    let none = try #require(try packet.questions.first { $0.id == Self.wanted }?.form.labels.last)
    for number in 1...readers {
      _ = try SimulatedRater(
        name: "reader \(number)", seed: UInt64(number), lexicon: ["tell"], noise: 0.05,
        choices: [
          Self.wanted: .init(
            words: [
              "the answer speaks of oars": words, "the answer speaks of shoes": ["walking"],
            ], otherwise: none, slips: slips)
        ]
      ).rate(packet, now: Self.noon)
    }
    try packet.disconnect()
  }

  private func runAndReport(_ folder: TrialFolder, in workplace: Workplace) async throws -> String {
    let frozen = try OpenedTrial.open(folder).freeze(now: Self.noon)
    let provider = ScriptedProvider { call, _ in
      Completion(text: "An oar, \(call.seed ?? 0) times.", finish: .stop)
    }
    _ = try await Runner(
      record: try frozen.requireRecord(),
      routes: [ModelID("scripted"): Route(provider: provider, via: "script", width: 4)],
      now: { Date() }, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ).run()
    let blinding = try frozen.blind(outputsPerRater: 90, leavesMissing: false, now: Self.noon)
    let packet = try PacketFile.open(at: folder.packetFile.path)
    for number in 1...blinding.sequences {
      _ = try SimulatedRater(
        name: "rater \(number)", seed: UInt64(number), lexicon: ["oar"], noise: 0.2
      ).rate(packet, now: Self.noon)
    }
    let opened = try OpenedTrial.open(folder)
    _ = try opened.reveal(copies: [], now: Self.noon)
    return try await Program.run("report", "small", "-o", "-", in: workplace).output
  }

  @Test func `prompts that show what they should are kept, and the report says so`() async throws {
    let workplace = try Workplace()
    let folder = try workplace.trial(
      "small", Self.yaml)
    let blind = try await Program.run(
      "blind", "small", "--prompts", "--readers", "10", "--format", "json", in: workplace)
    #expect(blind.status == 0, "\(blind.error)")
    #expect(try JSON(parsing: blind.output)["prompts"]?.int == 16)
    try read(folder, readers: 10, words: ["boating"])
    let check = try await Program.run("check", "small", "--format", "json", in: workplace)
    #expect(check.status == 0, "\(check.error)")
    let json = try JSON(parsing: check.output)
    #expect(json["verdict"]?.text == "keep", "\(check.output)")
    let items = try #require(json["families"]?[0]?["items"]?.elements)
    let shares = Dictionary(
      uniqueKeysWithValues: items.map { ($0["condition"]?.text ?? "", $0["shares"]) })
    #expect(try #require(shares["leading"]??["toward"]?.double) >= 0.7)
    #expect(try #require(shares["away"]??["away"]?.double) >= 0.7)
    #expect(try #require(shares["neutral"]??["none"]?.double) >= 0.7)
    let status = try await Program.run("status", "small", in: workplace)
    #expect(status.output.contains("prompts: 10 of 10 readers have finished"))

    let report = try await runAndReport(folder, in: workplace)
    #expect(
      report.contains(
        "The prompts were checked by 10 simulated readers before the first run: each condition is "
          + "seen as it is meant by at least 70 % of them."), "\(report)")
  }

  @Test func `a placebo that leads is found, and the command ends with 1`() async throws {
    let workplace = try Workplace()
    let folder = try workplace.trial("small", Self.yaml)
    _ = try await Program.run("blind", "small", "--prompts", in: workplace)
    // These readers see boats in the weather too.
    try read(folder, readers: 8, words: ["boating", "weather"], slips: 0)
    let check = try await Program.run("check", "small", in: workplace)
    #expect(check.status == 1)
    #expect(check.output.contains("wording 1: drop"))
    #expect(check.output.contains("drop: 0 of 8"))
    let audit = try await Program.run("audit", "small", in: workplace)
    #expect(audit.output.contains("check prompts"))
  }

  @Test func `a prompts packet holds nothing of condition, scenario or claim's side`() async throws
  {
    let workplace = try Workplace()
    let folder = try workplace.trial(
      "small", Self.yaml)
    _ = try await Program.run("blind", "small", "--prompts", in: workplace)
    try read(folder, readers: 8, words: ["boating"])
    let bytes = try Data(contentsOf: folder.promptsFile)
    for word in ["neutral", "leading", "placebo", "toward", "wording", "small", "scripted"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "the packet says '\(word)'")
    }
  }

  @Test func `people read prompts with the commands that they rate outputs with`() async throws {
    let workplace = try Workplace()
    _ = try workplace.trial(
      "small", Self.yaml)
    let early = try await Program.run(
      "rate", "small", "--prompts", "--as", "ann", in: workplace)
    #expect(early.status == 75 && early.error.contains("unled blind small --prompts"))
    _ = try await Program.run("blind", "small", "--prompts", in: workplace)
    let rate = try await Program.run("rate", "small", "--prompts", "--as", "ann", in: workplace)
    #expect(rate.status == 0)
    #expect(rate.output.contains("What answer, if any, does the asker seem to want?"))
    let table = try await Program.run(
      "ratings", "export", "small", "--prompts", "--as", "ben", in: workplace)
    #expect(table.status == 0 && table.output.contains("wanted"))
    let amend = try await Program.run("amend", "small", "--because", "x", "--yes", in: workplace)
    #expect(amend.status == 65 && amend.error.contains("not frozen yet"), "\(amend.error)")
    let wrong = try await Program.run("blind", "small", "--readers", "5", in: workplace)
    #expect(wrong.status == 64 && wrong.error.contains("--prompts"))
  }
}
