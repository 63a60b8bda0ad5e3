import Foundation
import Reproducible
import Testing
import TrialDesign
import Trials

/// The program as its users call it.
@Suite(.timeLimit(.minutes(3))) struct CommandTests {
  @Test func `the demo goes from nothing to a report, and says that it is simulated`() async throws
  {
    let workplace = try Workplace()
    let demo = try await Program.run("demo", "--unattended", in: workplace)
    #expect(demo.status == 0, "\(demo.error)")
    #expect(demo.output.localizedCaseInsensitiveContains("simulated"))
    let report = workplace.url.appending(path: "trials/demo/report.html")
    #expect(
      demo.output.split(separator: "\n").last == "report: \(report.standardizedFileURL.path)")
    for ending in ["html", "md", "json"] {
      let text = try String(
        contentsOf: report.deletingPathExtension().appendingPathExtension(ending), encoding: .utf8)
      #expect(text.localizedCaseInsensitiveContains("simulated"), "report.\(ending)")
    }
    let second = try await Program.run("demo", "--unattended", in: workplace)
    #expect(second.status == 0)
    #expect(second.output.contains("trials/demo-2/report.html"))
  }

  @Test(arguments: [("1795435200", true), ("some day", false)])
  func `a report bears the date that the environment fixes`(given: String, isDate: Bool)
    async throws
  {
    let workplace = try Workplace()
    let lines = (1...6).flatMap { scenario in
      ["neutral", "leading"].map { "s\(scenario),\($0),ann,\(scenario % 3)" }
    }
    let table = "scenario,condition,rater,value\n" + lines.joined(separator: "\n") + "\n"
    let file = workplace.url.appending(path: "ratings.csv")
    try table.write(to: file, atomically: true, encoding: .utf8)
    let analysed = try await Program.run(
      "analyze", file.path, "--scale", "0..4", "--smallest-effect", "0.5", "--format", "md",
      in: workplace, environment: ["SOURCE_DATE_EPOCH": given])
    #expect(analysed.output.contains("Report of 2026-11-23.") == isDate, "\(analysed.error)")
  }

  @Test func `from a new trial file to the page of links, by flags alone`() async throws {
    let workplace = try Workplace()
    let made = try await Program.run(
      "new", "oars", "--observation", "It speaks of oars: always.", "--about", "the text",
      "--holds", "speaks of \"oars\"", "--fails", "speaks of shoes", "--prompt",
      "Tell about {topic}.", "--topics", "a lake; the sea; a river; a lake", "--widen",
      "places", "--model", "m",
      in: workplace)
    #expect(made.status == 0, "\(made.error)")
    let lint = try await Program.run("lint", "oars", in: workplace)
    #expect(lint.status == 0)
    #expect(lint.output.contains("no known cue and no fault of pairing"))
    let trial = try OpenedTrial.open(try workplace.shelf.find("oars")).trial
    #expect(trial.scenarios.prefix(3).map(\.id.name) == ["lake", "sea", "river"])
    #expect(trial.claim?.holds == "speaks of \"oars\"")
    let plan = try await Program.run("plan", "oars", "--format", "json", in: workplace)
    #expect(try JSON(parsing: plan.output)["runs"]?.int == 108)
    #expect(try JSON(parsing: plan.output)["power"]?["worlds"]?.elements?.count == 3)
    let status = try await Program.run("status", in: workplace)
    #expect(status.output.contains("next: unled run oars"))
  }

  @Test func `power says what a planned trial would find, and what it rests on`() async throws {
    let workplace = try Workplace()
    let power = try await Program.run(
      "power", "unused-skills", "--trials", "10", "--no-search", "--t-alone", in: workplace)
    #expect(power.status == 0, "\(power.error)")
    #expect(power.output.contains("what is true"))
    #expect(power.output.contains("24 scenarios"))
    #expect(power.output.contains("Assumed: on the scale from 0 to 3"))
    let early = try await Program.run(
      "power", "unused-skills", "--from", "unused-skills", in: workplace)
    #expect(early.status == 75)
    let high = try await Program.run("power", "unused-skills", "--effect", "9", in: workplace)
    #expect(high.status == 65)
    #expect(high.error.contains("no room"))
  }

  @Test func `what is missing is said, with the exit code of its kind`() async throws {
    let workplace = try Workplace()
    let unknown = try await Program.run("run", "unused-skill", in: workplace)
    #expect(unknown.status == 66)
    #expect(unknown.error.contains("did you mean 'unused-skills'?"))
    let wrong = try await Program.run("plan", "--colour", in: workplace)
    #expect(wrong.status == 64)
    _ = try workplace.trial("broken", "unled: 1\nname: broken\nrating: {}\n")
    let lint = try await Program.run("lint", "broken", in: workplace)
    #expect(lint.status == 1)
    #expect(lint.output.contains("trial.yaml:3:9"))
    let run = try await Program.run("run", "broken", in: workplace)
    #expect(run.status == 65)
    let early = try await Program.run("report", "unused-skills", in: workplace)
    #expect(early.status == 75)
    let asked = try await Program.run("freeze", "unused-skills", in: workplace)
    #expect(asked.status == 64)
    #expect(asked.error.contains("add --yes"))
    let quiet = try await Program.run("run", "nobody", in: workplace)
    #expect(quiet.status == 66)
  }

  @Test func `a model that cannot be reached stops the run with 69`() async throws {
    let workplace = try Workplace()
    _ = try workplace.trial(
      "small",
      SmallTrial.yaml(scenarios: 2, address: ", base_url: \"http://127.0.0.1:9/v1\"")
        .replacing("controls: {show: {folder: show}, show_not: {folder: not}}\n", with: ""))
    let run = try await Program.run("run", "small", "--concurrency", "24", in: workplace)
    #expect(run.status == 69, "\(run.error)")
    #expect(run.error.contains("nothing is lost"))
  }

  @Test func `a key of a stranger's trial file is sent nowhere`() async throws {
    let workplace = try Workplace()
    _ = try workplace.trial(
      "small",
      SmallTrial.yaml(
        scenarios: 2, address: ", base_url: \"https://example.invalid/v1\", key: MY_KEY"
      ).replacing("controls: {show: {folder: show}, show_not: {folder: not}}\n", with: ""))
    let run = try await Program.run(
      "run", "small", in: workplace, environment: ["MY_KEY": "very-secret-indeed"])
    #expect(run.status == 77)
    #expect(run.error.contains("--key-for example.invalid=MY_KEY"))
    #expect(!run.error.contains("very-secret"))
  }

  @Test func `a spreadsheet rates, the reveal joins, a replication is compared`() async throws {
    let workplace = try Workplace()
    for name in ["unused-skills", "unused-skills-again"] {
      for command in [["run", name], ["blind", name, "--outputs-per-rater", "400"]] {
        let (process, _, error) = try Program.start(command, in: workplace)
        let complaint = await Program.read(error)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(complaint)")
      }
      for rater in ["ann", "bo", "cy"] {
        let table = try await Program.run("ratings", "export", name, "--as", rater, in: workplace)
        let filled = try Self.fill(table.output)
        try Data(filled.utf8).write(to: workplace.url.appending(path: "filled.csv"))
        let taken = try await Program.run(
          "ratings", "import", name, "filled.csv", "--as", rater, in: workplace)
        #expect(taken.status == 0, "\(taken.error)")
      }
      let early = try await Program.run("status", name, in: workplace)
      #expect(early.output.contains("agreement so far"))
      let reveal = try await Program.run("reveal", name, "--yes", in: workplace)
      #expect(reveal.status == 0, "\(reveal.error)")
      let report = try await Program.run("report", name, "--format", "json", in: workplace)
      #expect(try JSON(parsing: report.output)["simulated"]?.flag == false)
    }
    let comparison = try await Program.run(
      "compare", "unused-skills", "unused-skills-again", "--format", "json", in: workplace)
    #expect(comparison.status == 0, "\(comparison.error)")
    let json = try JSON(parsing: comparison.output)
    #expect(json["shared_scenarios"]?.int == 24)
    let audit = try await Program.run("audit", "unused-skills", in: workplace)
    #expect(audit.output.contains("unaltered"))
  }

  /// Fills a table: the lowest level throughout, by its number, and words for the others.
  private static func fill(_ table: String) throws -> String {
    let filled = table.replacing(",,,,\r\n", with: ",1,no,yes,\r\n")
    #expect(filled != table)
    return filled
  }
}
