import Analysis
import Calls
import Faults
import Foundation
import Logging
import Models
import Packets
import Rating
import Record
import Reproducible
import Running
import Testing
import TrialDesign
import Trials

/// The whole path in one process: a scripted model with a known effect, simulated raters that
/// count words, and a report that must find what was put in.
@Suite struct WholePathTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  /// How many oars an answer has: what the prompt asks for, and some chance.
  private static func provider(
    neutral: Int, leading: Int, away: Int, baseline: Int
  ) -> ScriptedProvider {
    ScriptedProvider { call, _ in
      let prompt = call.messages.last?.text ?? ""
      let mean =
        prompt.contains("Boating")
        ? leading
        : prompt.contains("Walking") ? away : prompt.contains("topic") ? neutral : baseline
      var generator = SeededGenerator(seed: UInt64(call.seed ?? 0))
      let count = max(0, mean + generator.integer(below: 3) - 1)
      let words = (0..<count).map { "oar \(["left", "right", "red", "old", "long"][$0 % 5])" }
      let text = (["A text", "number \(call.seed ?? 0)"] + words).joined(separator: ", ") + "."
      return Completion(text: text, finish: .stop, reportedModel: "script-1")
    }
  }

  private func conclude(
    _ provider: ScriptedProvider, in workplace: Workplace, yaml: String = SmallTrial.yaml(),
    afterRater: (_ opened: OpenedTrial, _ number: Int, _ all: Int) throws -> Void = { _, _, _ in }
  ) async throws -> (opened: OpenedTrial, result: TrialResult) {
    let folder = try workplace.trial("small", yaml)
    for (name, text) in SmallTrial.controls {
      let file = folder.file(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let frozen = try OpenedTrial.open(folder).freeze(now: Self.noon)
    let progress = try await Runner(
      record: try frozen.requireRecord(),
      routes: [ModelID("scripted"): Route(provider: provider, via: "script", width: 4)],
      now: { Self.noon }, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ).run()
    #expect(progress.isComplete)
    // Orders and masks come from the key: a fixed one makes this the same trial each time.
    let key = try #require(SecretKey(bytes: Array(1...32)))
    _ = try frozen.requireRecord().makeBlindingKey(key, now: Self.noon)
    let blinding = try frozen.blind(outputsPerRater: 80, leavesMissing: false, now: Self.noon)
    let packet = try PacketFile.open(at: folder.packetFile.path)
    for number in 1...blinding.sequences {
      _ = try SimulatedRater(
        name: "rater \(number)", seed: UInt64(number), lexicon: ["oar"], noise: 0.03,
        saturation: 3, severitySpread: 0
      ).rate(packet, now: Self.noon)
      try afterRater(try OpenedTrial.open(folder), number, blinding.sequences)
    }
    let opened = try OpenedTrial.open(folder)
    _ = try opened.reveal(copies: [], now: Self.noon)
    return (opened, try opened.analyse(now: Self.noon))
  }

  @Test func `an effect of the wording alone is called led`() async throws {
    let workplace = try Workplace()
    let (opened, result) = try await conclude(
      Self.provider(neutral: 1, leading: 6, away: 1, baseline: 1), in: workplace)
    #expect(result.verdict == .led, "\(result.sentence)")
    #expect(result.leadStanding == .there)
    #expect(result.isSimulated)
    #expect(result.sentence.localizedCaseInsensitiveContains("simulated"))
    #expect(result.counts.scenarios == 24)
    #expect(result.counts.outputs == 24 * 4 * 2 + 16)
    #expect(result.counts.controls == 8)
    let again = try opened.analyse(now: Self.noon)
    #expect(again == result)
  }

  @Test func `an effect that is there without leading holds unled`() async throws {
    let workplace = try Workplace()
    let (_, result) = try await conclude(
      Self.provider(neutral: 6, leading: 6, away: 6, baseline: 1), in: workplace)
    #expect(result.verdict == .holdsUnled, "\(result.sentence)")
  }

  @Test func `no effect at all is called absent`() async throws {
    let workplace = try Workplace()
    let (_, result) = try await conclude(
      Self.provider(neutral: 1, leading: 1, away: 1, baseline: 1), in: workplace)
    #expect(result.verdict == .absent, "\(result.sentence)")
  }

  @Test func `a planned look says go on or enough, is logged, and takes its share of alpha`()
    async throws
  {
    let workplace = try Workplace()
    var answers: [String] = []
    let (opened, result) = try await conclude(
      Self.provider(neutral: 1, leading: 6, away: 1, baseline: 1), in: workplace,
      yaml: SmallTrial.yaml().replacing(
        "smallest_effect: 0.5", with: "smallest_effect: 0.5, looks: [0.5]")
    ) { opened, number, all in
      if number == 1 {
        // Too early is no look.
        #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
      }
      guard number == all / 2 + 1 else { return }
      let peek = try opened.peek(copies: [], now: Self.noon)
      #expect(peek.number == 1 && peek.planned == 1 && !peek.isRepeated)
      answers.append(peek.answer)
      let again = try opened.peek(copies: [], now: Self.noon)
      #expect(again.isRepeated && again.answer == peek.answer)
    }
    #expect(answers.count == 1)
    let log = try opened.requireRecord().auditLog.filter { $0.event == "look" }
    #expect(log.count == 1)
    #expect(
      Set(try #require(log.first?.detail.members).keys) == ["look", "rated", "planned", "answer"])
    let looks = try #require(result.looks)
    #expect(looks.taken.map(\.answer.rawValue) == answers)
    #expect(looks.alpha == 0.05 && looks.level < 0.05 && looks.level > 0.03)
    #expect(result.plan.alpha == 0.05 && result.alpha == looks.level)
    #expect(result.verdict == .led)
    #expect(throws: Fault.self) { try opened.peek(copies: [], now: Self.noon) }
  }

  @Test func `a packet holds nothing of condition, model, scenario or prompt`() async throws {
    let workplace = try Workplace()
    let (opened, _) = try await conclude(
      Self.provider(neutral: 1, leading: 6, away: 1, baseline: 1), in: workplace)
    let bytes = try Data(contentsOf: opened.folder.packetFile)
    for word in [
      "neutral", "leading", "placebo", "baseline", "scripted", "script-1", "Boating",
      "Tell about", "others/", "show/1", "small",
    ] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "the packet says '\(word)'")
    }
    let stamps = Set(try #require(try opened.packet).ratings.map(\.ratedAt))
    #expect(stamps == [Self.noon])
  }

  @Test func `the record keeps every rating of the packet, and tells its own life`() async throws {
    let workplace = try Workplace()
    let (opened, _) = try await conclude(
      Self.provider(neutral: 1, leading: 6, away: 1, baseline: 1), in: workplace)
    let record = try opened.requireRecord()
    let log = try record.auditLog
    #expect(log.map(\.event) == ["freeze", "blind", "reveal", "analyse"])
    let copy = try PacketCopy(readingFileAt: opened.folder.packetFile.path)
    #expect(copy.ratings.count == (try record.ratings.count))
  }
}
