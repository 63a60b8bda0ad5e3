import Foundation
import Reproducible
import Testing

@Suite struct AnalyzeTests {
  /// Ratings of eight scenarios, higher where the wording leads.
  private static var table: String {
    var lines = ["scenario,condition,model,replicate,output,rater,question,value"]
    for scenario in 1...8 {
      for (condition, level) in [("neutral", 0), ("leading", 2), ("baseline", 0)] {
        for rater in ["ann", "ben"] {
          lines.append(
            "s\(scenario),\(condition),m,1,\(condition)-\(scenario),\(rater),theme,"
              + "\(level + scenario % 2)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func workplace(_ text: String) throws -> Workplace {
    let workplace = try Workplace()
    try Data(text.utf8).write(to: workplace.url.appending(path: "elsewhere.csv"))
    return workplace
  }

  @Test func `a table of ratings comes to a verdict in each format`() async throws {
    let workplace = try workplace(Self.table)
    let rules = ["analyze", "elsewhere.csv", "--scale", "0..4", "--smallest-effect", "0.5"]
    func run(_ more: String...) async throws -> CommandResult {
      let (process, output, error) = try Program.start(rules + more, in: workplace)
      async let printed = Program.read(output)
      async let complaint = Program.read(error)
      let result = await (printed, complaint)
      process.waitUntilExit()
      return CommandResult(
        status: process.terminationStatus, output: result.0, error: result.1)
    }
    let text = try await run()
    #expect(text.status == 0, "\(text.error)")
    #expect(text.output.hasPrefix("elsewhere: LED\n"))
    #expect(text.output.contains("read: 'theme', primary: 5 levels in order, 0 to 4, as declared"))
    let json = try JSON(parsing: try await run("--format", "json").output)
    #expect(json["verdict"] == "led")
    #expect(json["trial"] == "elsewhere")
    #expect(json["questions"]?[0]?["lead"]?["value"] == 2)
    let page = try await run("-o", "verdict.html")
    #expect(page.status == 0, "\(page.error)")
    let html = try String(
      contentsOf: workplace.url.appending(path: "verdict.html"), encoding: .utf8)
    #expect(
      html.contains("unled analyze elsewhere.csv --smallest-effect 0.5 --scale &#39;0..4&#39;")
        || html.contains("unled analyze elsewhere.csv --smallest-effect 0.5 --scale 0..4"))
    let over = try await run("-o", "elsewhere.csv")
    #expect(over.status == 73)
  }

  @Test func `a wrong table has all its faults told, and ends with 65`() async throws {
    let workplace = try workplace(
      Self.table.replacing("s1,neutral", with: "s1,neutrl").replacing("theme,3", with: "theme,8"))
    let run = try await Program.run(
      "analyze", "elsewhere.csv", "--scale", "0..4", "--smallest-effect", "0.5", in: workplace)
    #expect(run.status == 65)
    #expect(run.error.contains("elsewhere.csv:2:4: column 'condition': no condition is 'neutrl'"))
    #expect(run.error.contains("column 'value': '8' is not on the scale of 'theme'"))
    #expect(run.error.contains("to mend it: write 'neutral'"))
    let rules = try await Program.run("analyze", "elsewhere.csv", "--alpha", "2", in: workplace)
    #expect(rules.status == 64)
    let missing = try await Program.run("analyze", "nowhere.csv", in: workplace)
    #expect(missing.status == 66)
  }

  @Test func `the schema of a result is printed beside that of a trial`() async throws {
    let workplace = try Workplace()
    let result = try await Program.run("schema", "result", in: workplace)
    #expect(try JSON(parsing: result.output)["title"] == "Unled result")
    let trial = try await Program.run("schema", in: workplace)
    #expect(try JSON(parsing: trial.output)["title"] == "Unled trial file")
  }
}
