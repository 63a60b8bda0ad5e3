import Foundation
import Reproducible
import Testing
import Trials

/// Trials that this release can plan and not do, as their users meet them.
@Suite(.timeLimit(.minutes(3))) struct WaitingTests {
  private static let conversation =
    SmallTrial.yaml(address: ", recording: recording.jsonl").replacing(
      "controls: {show: {folder: show}, show_not: {folder: not}}\n", with: "")
    + "\nscript: {turns: [{user: \"{prompt}\"}, model, {user: \"Go on.\"}, model]}\n"

  private static let byline = SmallTrial.yaml().replacing(
    "controls: {show: {folder: show}, show_not: {folder: not}}\n", with: ""
  ).replacing(
    "  repeats: 0.1\n",
    with: "  repeats: 0.1\n  shown_as: {byline: {none: \"\", named: \"By Mira, 34\"}}\n")

  @Test func `a conversation lints and plans, and a run refuses before anything is stored`()
    async throws
  {
    let workplace = try Workplace()
    let folder = try workplace.trial("small", Self.conversation)
    let lint = try await Program.run("lint", "small", in: workplace)
    #expect(!lint.output.contains("the trial file [file]"), "\(lint.output)")
    let plan = try await Program.run("plan", "small", "--no-power", in: workplace)
    #expect(plan.output.contains("\n  waits for running: it holds conversations (script.turns)"))
    // 24 scenarios, 4 conditions, 2 replicates, and 8 prompts of the baseline twice.
    #expect(
      plan.output.contains("at most \(208 * 2 * 100) tokens written, in up to 2 answers a run"))
    let json = try JSON(
      parsing: try await Program.run(
        "plan", "small", "--no-power", "--format", "json", in: workplace
      ).output)
    #expect(json["waits_for"]?.elements?.map { $0["step"]?.text } == ["running"])
    #expect(json["waits_for"]?.elements?.map { $0["key"]?.text } == ["script.turns"])
    #expect(json["most_tokens"]?.int == 208 * 2 * 100)
    for command in [["run", "small"], ["freeze", "small", "--yes"]] {
      let (process, _, error) = try Program.start(command, in: workplace)
      let complaint = await Program.read(error)
      process.waitUntilExit()
      #expect(process.terminationStatus == 65)
      #expect(complaint.contains(/trial.yaml:[0-9]+:[0-9]+: this trial holds conversations/))
      #expect(complaint.contains("to mend it: "))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left == ["trial.yaml"])
    let status = try await Program.run("status", "small", "--format", "json", in: workplace)
    #expect(try JSON(parsing: status.output)["waits_for"]?.elements?.count == 1)
    #expect(try JSON(parsing: status.output)["next"] == "unled plan small")
  }

  @Test func `a factor of the rater's side waits for rating, and blind and rate say so`()
    async throws
  {
    let workplace = try Workplace()
    _ = try workplace.trial("small", Self.byline)
    let plan = try await Program.run("plan", "small", "--no-power", in: workplace)
    #expect(plan.output.contains("\n  waits for rating: "))
    #expect(plan.output.contains("(rating.shown_as)"))
    for command in [["blind", "small"], ["rate", "small", "--as", "Ann"]] {
      let (process, _, error) = try Program.start(command, in: workplace)
      let complaint = await Program.read(error)
      process.waitUntilExit()
      #expect(process.terminationStatus == 65)
      #expect(complaint.contains("to raters in different ways"))
    }
  }
}
