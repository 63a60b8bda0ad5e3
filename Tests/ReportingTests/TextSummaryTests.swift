import Questions
import Testing
import TrialDesign

@testable import Analysis
@testable import Reporting

@Suite struct TextSummaryTests {
  static func crowded() -> SampleTrial {
    var sample = SampleTrial(isSimulated: true)
    sample.sentence = String(repeating: "A sentence that goes on and on. ", count: 40)
    sample.warnings = (1...20).map {
      Warning(code: "w\($0)", text: String(repeating: "warning \($0) ", count: 12))
    }
    sample.levels = [.neutral: 0.4]
    sample.alpha = CoefficientEstimate(value: nil, interval: nil, reason: .noPairableUnits)
    return sample
  }

  @Test(arguments: [SampleTrial(), crowded(), SampleTrial(scenarios: 2, raters: 1)])
  func `it fits a terminal`(sample: SampleTrial) {
    let summary = TextSummary(of: sample.result)
    #expect(summary.lines.count <= 30)
    for line in summary.lines { #expect(line.text.count <= 80, "\(line.text)") }
    #expect(summary.lines.first?.role == .verdict)
    #expect(!summary.text.contains("\u{1B}"))
  }

  @Test func `warnings that do not fit are counted`() {
    let text = TextSummary(of: Self.crowded().result).text
    #expect(text.contains("more in the report"))
  }

  @Test func `made-up raters are named`() {
    let summary = TextSummary(of: SampleTrial(isSimulated: true).result)
    #expect(summary.lines.contains { $0.role == .simulated })
    #expect(summary.text.replacing("\n", with: " ").contains("by 6 simulated raters."))
  }
}
