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

  private static func page(
    _ looks: AnalysisPlan.Looks, taken: [LookTaken], fraction: Double
  ) throws -> String {
    var input = input(scenarios: 10, raters: ["a", "b"])
    input.plan = AnalysisPlan(smallestEffect: 0.5, looks: looks)
    input.looks = LooksAccount(planned: looks, taken: taken, fraction: fraction, alpha: 0.05)
    let facts = ReportFacts(title: "Made up", date: Date(timeIntervalSince1970: 0), folder: "x")
    return Report(result: try TrialResult(analyzing: input), facts: facts).markdown
  }

  @Test func `looks are told with what each said, what they cost and what they cannot show`() throws
  {
    let look = LookTaken(number: 1, rated: 40, planned: 80, answer: .enough, day: "2026-11-26")
    let stopped = try Self.page(.planned([0.5]), taken: [look], fraction: 0.5)
    #expect(stopped.contains("2026-11-26, at 40 of 80 views: “enough”"))
    // Two equal looks: the first is at 0.00305, and so is what is revealed after it.
    #expect(stopped.contains("intervals are at 99.69 % and 99.39 %"))
    #expect(stopped.contains("0.050, of which earlier looks left 0.0031"))
    #expect(stopped.contains("somewhat too large"))

    let none = try Self.page(.planned([0.5]), taken: [], fraction: 1)
    #expect(none.contains("None was taken, so that the end has all of it."))
    #expect(!none.contains("Looking early was paid for"))

    let anytime = try Self.page(.anytime, taken: [], fraction: 1)
    #expect(anytime.contains("Waudby-Smith and Ramdas"))
    #expect(!none.contains("Waudby-Smith"))
  }
}
