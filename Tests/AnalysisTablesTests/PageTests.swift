import Analysis
import Foundation
import Reporting
import Reproducible
import Testing
import TrialDesign

@testable import AnalysisTables

@Suite struct PageTests {
  private func report(_ table: WrittenTable, name: String = "r.csv") throws -> Report {
    let read = try table.read()
    return Report(
      result: try TrialResult(analyzing: read.input),
      facts: ReportFacts(
        of: read, named: name, digest: Digest(of: table.text),
        command: "unled analyze \(name) --scale 0..4", software: "unled test",
        date: Date(timeIntervalSince1970: 1_772_900_000)))
  }

  @Test func `the page says what it rests on and nothing that the table does not`() throws {
    let page = try report(WrittenTable.sound()).html
    for words in [
      "r.csv", "unled analyze r.csv --scale 0..4", "How the table was read", "Not checked.",
      "nothing says whether the rules came first", "The table has no refusals and no failures.",
      Digest(of: WrittenTable.sound().text).hex,
    ] { #expect(page.contains(words), "\(words)") }
    for words in [
      "The model named itself", "report.json", "ratings export", "that the plan had fixed",
      "who saw no prompt", "bag-of-words", "No output repeated", "What was asked",
    ] { #expect(!page.contains(words), "\(words)") }
  }

  @Test func `traces are shown where the table has them`() throws {
    let table = WrittenTable.sound().adding("echo", "no").adding("length", "101.5")
    let page = try report(table).html
    #expect(page.contains("What could have given it away"))
    #expect(page.contains("mean length"))
    #expect(!page.contains("Not checked."))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\"\"><svg onload=x>", "[x](javascript:y)",
    "\u{1B}[31mred\u{7}\u{202E}txet", "{{title}} &amp; ]]>", "a | b `c` # d",
  ])
  func `a hostile cell is harmless in every output`(text: String) throws {
    let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
    var table = WrittenTable.sound().adding("baseline").adding("remark-\(cell.count)", cell)
    table.lines = table.lines.map { line in
      line.replacing(",m1,", with: ",\(cell),").replacing(",ben,", with: ",\(cell),")
        .replacing("s1,", with: "\(cell),")
    }
    table.lines += [
      "s2,baseline,,1,extra,ann,theme,0,\(cell),x", "s2,leading,m,2,\(cell),ann,theme,3,,x",
    ]
    let report = try report(table, name: text)
    #expect(!report.html.contains("<script"))
    #expect(!report.html.contains("<svg onload"))
    #expect(!report.html.contains("\u{1B}") && !report.html.contains("\u{202E}"))
    #expect(!report.markdown.contains("\u{1B}") && !report.markdown.contains("\u{202E}"))
    #expect(!TextSummary(of: report.result).text.contains("\u{1B}"))
    #expect(try JSON(parsing: report.json)["verdict"] != nil)
    let written = try table.read().input.csv
    #expect(!written.contains(",=cmd") && !written.contains("\n=cmd"))
  }
}
