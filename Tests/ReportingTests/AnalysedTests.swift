import Foundation
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Analysis
@testable import Reporting

@Suite struct AnalysedTests {
  /// Ratings by two raters of one output a condition and scenario; leading ones are higher.
  static func input(scenarios: Int, raters: [String]) -> AnalysisInput {
    let conditions: [(Condition, Double)] = [
      (.neutral, 0), (.leading, 2), (.away, 0), (.baseline, 0),
    ]
    let question = Question(
      id: QuestionID("theme"), ask: "Is it there?",
      form: .ordinal(["no", "hinted at", "yes", "all of it"]), isPrimary: true)
    let rows = (0..<scenarios).flatMap { scenario in
      conditions.flatMap { condition, level in
        raters.map { rater in
          RatedRow(
            scenario: ScenarioID("s\(scenario)"), condition: condition, model: "one",
            output: "\(scenario)-\(condition.rawValue)", rater: rater, question: question.id,
            value: level + Double((scenario + (condition == .away ? 1 : 0)) % 2))
        }
      }
    }
    return AnalysisInput(
      trial: "made-up", observation: "It is there.", questions: [question],
      plan: AnalysisPlan(smallestEffect: 0.5), models: ["one"], rows: rows, resamples: 200)
  }

  @Test(arguments: [(10, ["a", "b"]), (10, ["a"]), (3, ["a", "b"])])
  func `what the analysis found is reported`(scenarios: Int, raters: [String]) throws {
    let result = try TrialResult(analyzing: Self.input(scenarios: scenarios, raters: raters))
    let facts = ReportFacts(title: "Made up", date: Date(timeIntervalSince1970: 0), folder: "x")
    let report = Report(result: result, facts: facts)
    let page = WellFormed(report.html)
    #expect(page.fault == nil)
    #expect(page.text.contains(result.verdict.rawValue.sentenceStart))
    #expect(page.text.contains(result.sentence))
    #expect(page.elements.contains("figure"))
    if scenarios >= 5 {
      let lead = EffectTable.value(result.primary.lead, decimals: 2)
      #expect(page.text.contains(lead))
      #expect(TextSummary(of: result).text.contains(lead))
    } else {
      #expect(page.text.contains("no interval: fewer than five scenarios"))
    }
  }
}
