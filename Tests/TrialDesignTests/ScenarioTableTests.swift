import Faults
import Reproducible
import Testing
import TrialDesign

/// Scenarios from a table.
@Suite struct ScenarioTableTests {
  static let text = TrialText.newcomer.replacing(
    "  - {id: lighthouse, topic: a lighthouse keeper}\n", with: ""
  ).replacing("  - {id: bakery, topic: a night baker}\n", with: "  {file: scenarios.csv}\n")

  static func faults(_ table: String) -> [Fault] {
    TrialText.faults(text, files: ["scenarios.csv": table])
  }

  @Test func `a table means the same as a list`() throws {
    let read = try TrialText.read(
      Self.text,
      files: [
        "scenarios.csv": "id,topic\r\nlighthouse,a lighthouse keeper\r\nbakery,a night baker\r\n"
      ])
    #expect(read.trial.scenarios == (try TrialText.trial(TrialText.newcomer)).scenarios)
    #expect(
      Design(of: read.trial).hash == Design(of: try TrialText.trial(TrialText.newcomer)).hash)
    #expect(read.files.map(\.name) == ["scenarios.csv"])
    let quoted = try TrialText.trial(
      Self.text, files: ["scenarios.csv": "topic;id\n\"a keeper; retired\";007\n"])
    #expect(quoted.scenarios.map(\.id.name) == ["007"])
    #expect(quoted.scenarios[0].slots == ["topic": "a keeper; retired"])
  }

  @Test(arguments: [
    ("topic\na baker\n", "scenarios.csv:1:1", "the table has no column 'id'"),
    ("id,topic\n", "scenarios.csv:1:1", "the table has 0 scenarios"),
    ("id,topic\na b,x\n", "scenarios.csv:2:1", "a scenario's id is 'a b'"),
    ("id,topic\na,x\na,y\n", "scenarios.csv:3:1", "two scenarios have the id 'a'"),
    ("id,topic\na,x\nb, \n", "scenarios.csv:3:3", "the slot 'topic' is empty"),
    ("id,topic,prompt\na,x,y\n", "scenarios.csv:1", "a slot cannot be named 'prompt'"),
    ("id,topic,my topic\na,x,y\n", "scenarios.csv:1", "a slot cannot be named 'my topic'"),
    ("id,topic\na,x,y\n", "scenarios.csv:2:1", "the row has 3 cells, the header has 2"),
    (
      "id,topic\na,x\u{7}\n", "scenarios.csv:2:3",
      "the slot 'topic' has the control character U+0007"
    ),
  ])
  func `a wrong table is told with its line`(table: String, place: String, problem: String) {
    let faults = Self.faults(table)
    #expect(faults.map(\.place) == [place])
    #expect(faults.map(\.problem) == [problem])
    #expect(faults.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func `a table that lacks a slot or is not there is a fault of the trial file`() {
    let lacking = Self.faults("id,other\na,x\n")
    #expect(lacking.first?.problem == "'neutral' uses {topic}, which nothing fills")
    #expect(TrialText.faults(Self.text).map(\.problem) == ["'scenarios.csv': no such file"])
  }
}
