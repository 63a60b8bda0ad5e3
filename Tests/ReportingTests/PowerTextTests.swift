import Analysis
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Reporting

@Suite struct PowerTextTests {
  private func report(
    aim: Double?, base: SimulatedDesign.Base = .paired(texts: 1), fitsModels: Bool = false
  ) throws -> PowerReport {
    let design = SimulatedDesign(
      question: PlantedWorld.question, scenarios: 8, models: 1, replicates: 1, base: base,
      raters: 4, plan: AnalysisPlan(smallestEffect: 0.5))
    return try PowerReport(
      trial: "oars", study: PowerStudy(design: design, seed: 1, fitsModels: fitsModels),
      trials: 10, aim: aim)
  }

  @Test func `the table fits a terminal, and what was assumed is said`() throws {
    let report = try report(aim: nil)
    let text = PowerText(report).text
    for line in text.split(separator: "\n") where line.hasPrefix("  ") {
      #expect(line.count <= 80, "\(line)")
    }
    for world in PowerWorld.allCases { #expect(text.contains("  \(world.rawValue) ")) }
    #expect(text.contains("8 scenarios, 1 wording, 1 model, each asked 1 time"))
    #expect(text.contains("40 texts, each rated by 3 of 4 raters: 120 ratings"))
    #expect(text.contains("Assumed: on the scale from 0 to 4"))
    #expect(text.contains("found in half of trials at most"))
    #expect(text.contains("Intervals are by t alone"))
    #expect(report.json["assumed"]?["spread"]?["scenario"]?.double == 0.7)
    #expect(report.json["search"] == JSON.null)
  }

  @Test func `a simulated trial is analysed as a real one, and that is said`() throws {
    let text = PowerText(try report(aim: nil, base: .none, fitsModels: true)).text
    #expect(text.contains("by t and a mixed model, the wider interval deciding"))
  }

  @Test func `without a base rate there is no presence to find`() throws {
    let text = PowerText(try report(aim: nil, base: .none)).text
    let row = text.split(separator: "\n").first { $0.hasPrefix("  led only") }
    #expect(row?.split(separator: " ").contains("-") == true)
  }

  @Test func `an aim that is reached needs nothing more`() throws {
    let report = try report(aim: 0.01)
    #expect(report.search?.isReached == true)
    #expect(PowerText(report).text.contains("reached in 1 % of trials or more"))
  }
}
