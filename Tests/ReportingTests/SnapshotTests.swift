import Foundation
import Reproducible
import Testing

@testable import Reporting

@Suite struct SnapshotTests {
  @Test func `the page looks as it did`() throws {
    try Snapshot.expect(SampleTrial().report.html, matches: "report.html")
  }

  @Test func `the Markdown looks as it did`() throws {
    try Snapshot.expect(SampleTrial().report.markdown, matches: "report.md")
  }

  @Test func `the facts as JSON look as they did`() throws {
    try Snapshot.expect(SampleTrial().facts.json.pretty + "\n", matches: "facts.json")
  }

  @Test(arguments: Figure.Width.allCases)
  func `each figure looks as it did`(width: Figure.Width) throws {
    let sample = SampleTrial()
    let figures = Figures(result: sample.result, facts: sample.facts)
    let all = [
      figures.conditionMeans, figures.slopes, figures.distributions, figures.agreement,
      figures.effects, figures.flow,
    ].compactMap { $0 }
    #expect(all.count == 6)
    for figure in all {
      try Snapshot.expect(
        figure.svg(width).source + "\n", matches: "\(figure.id)-\(width.rawValue).svg")
    }
  }

  @Test func `the terminal's summary looks as it did`() throws {
    try Snapshot.expect(TextSummary(of: SampleTrial().result).text, matches: "summary.txt")
  }
}
