import Foundation
import Testing
import TrialDesign

@testable import Analysis
@testable import Reporting

@Suite struct ComparisonReportTests {
  static func report(_ change: (inout SampleTrial) -> Void = { _ in }) throws -> ComparisonReport {
    var again = SampleTrial(name: "unused-skills-2", models: ["third"])
    again.levels[.leading] = 0.55
    again.verdict = .absent
    change(&again)
    return ComparisonReport(
      comparison: try Comparison(original: SampleTrial().result, replication: again.result),
      date: Date(timeIntervalSince1970: 1_772_900_000))
  }

  @Test func `the page is well-formed and names what became of each effect`() throws {
    let report = try Self.report()
    let read = WellFormed(report.html)
    #expect(read.fault == nil)
    #expect(!read.elements.contains("script"))
    #expect(read.elements.count { $0 == "figure" } == 2)
    #expect(read.text.contains("Lead: \(report.comparison.lead.outcome.rawValue)"))
    #expect(read.text.contains("Presence: \(report.comparison.presence.outcome.rawValue)"))
  }

  @Test func `without a base rate there is no presence to compare`() throws {
    let report = try Self.report { $0.levels[.baseline] = nil }
    let read = WellFormed(report.html)
    #expect(read.elements.count { $0 == "figure" } == 1)
    #expect(!report.text.contains("Presence:"))
  }

  @Test func `the terminal's lines are not too long`() throws {
    let report = try Self.report()
    for line in report.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(report.text.contains("Lead: \(report.comparison.lead.outcome.rawValue)"))
  }

  @Test(arguments: HostileTextTests.texts)
  func `hostile names stay text`(text: String) throws {
    let report = try Self.report { $0.name = text }
    let read = WellFormed(report.html)
    #expect(read.fault == nil)
    #expect(Set(read.elements) == Set(WellFormed(try Self.report().html).elements))
    for scalar in report.text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
    }
  }
}
