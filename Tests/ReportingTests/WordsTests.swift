import Foundation
import Questions
import Testing
import TrialDesign

@testable import Analysis
@testable import Reporting

@Suite struct WordsTests {
  @Test func `one of a kind is singular`() throws {
    var sample = SampleTrial(scenarios: 1, models: ["one"], raters: 1)
    sample.unrated = [.leading: 1]
    let text = WellFormed(sample.report.html).text
    for wrong in [
      "1 outputs", "1 models", "1 scenarios", "1 people", "1 raters", "1 ratings", "1 runs",
      "1 repeats", "1 views", "1 levels", "1 warnings",
    ] {
      let pattern = try Regex("(^|[^0-9.])\(wrong)")
      #expect(text.firstMatch(of: pattern) == nil, "\(wrong)")
    }
    #expect(text.contains("over 1 scenario, by 1 person"))
    #expect(text.contains("1 run (1 leading) brought nothing to rate and counts"))
  }

  @Test(arguments: Verdict.allCases)
  func `no sentence of ours ascribes an inner state`(verdict: Verdict) {
    let sample = SampleTrial(
      observation: "", verdict: verdict, sentence: "", others: [])
    var facts = sample.facts
    facts.examples = []
    facts.conditions = []
    let text = Report(result: sample.result, facts: facts).markdown.lowercased()
    for word in [
      "wants", "longs", "longing", "feels", "believes", "intends", "desire", "suffer", "conscious",
      "experiences", "prefers", "likes to", "thinks", "yearn",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func `each verdict has its own meaning`() {
    let meanings = Verdict.allCases.map { Words.meaning(of: $0, hasBaseRate: true) }
    #expect(Set(meanings).count == Verdict.allCases.count)
    #expect(Words.meaning(of: .led, hasBaseRate: false).contains("what is usual is not known"))
  }

  @Test(arguments: [
    (-0.004, "0.00"), (-0.25, "−0.25"), (0.125, "0.13"), (12, "12.00"),
  ])
  func `numbers have fixed digits and a true minus`(value: Double, text: String) {
    #expect(Words.number(value) == text)
  }

  @Test func `a p is never zero`() {
    #expect(Words.probability(0) == "below 0.001")
    #expect(Words.probability(0.0312) == "0.031")
  }

  @Test(arguments: AgreementOutcome.allCases)
  func `each way through the agreement gate is explained`(outcome: AgreementOutcome) throws {
    let text = WellFormed(SampleTrial(outcome: outcome).report.html).text
    let heading = "Do raters see the same? \(outcome.passes ? "Passed." : "Not passed.")"
    #expect(text.contains(heading))
  }

  @Test func `without a recorded design nothing is said to have come first`() {
    let sample = SampleTrial()
    let bare = ReportFacts(
      title: "A table", date: Date(timeIntervalSince1970: 0), folder: "table.csv")
    let report = Report(result: sample.result, facts: bare)
    #expect(!report.markdown.contains("fixed before"))
    #expect(!report.markdown.contains("saw no prompt"))
    #expect(report.markdown.contains("*Report of 1970-01-01.*"))
    #expect(WellFormed(report.html).fault == nil)
    #expect(sample.report.markdown.contains("fixed before the first run"))
    #expect(sample.report.markdown.contains("saw no prompt and no condition"))
  }

  @Test func `what the reader rated stands with its condition`() {
    let sample = SampleTrial()
    var facts = sample.facts
    facts.ownRatings = [
      .init(code: "KMRTAXEP", text: "The lamp", condition: .leading, answer: "hinted at")
    ]
    let report = Report(result: sample.result, facts: facts)
    #expect(report.markdown.contains("| `KMRTAXEP` | The lamp | hinted at | leading |"))
    #expect(!sample.report.markdown.contains("What you rated"))
  }

  @Test func `a recording is named with its particulars`() {
    let sample = SampleTrial()
    var facts = sample.facts
    facts.origin = .recording(
      .init(model: "gemma", quantisation: "Q8_0", server: "llama.cpp b1", date: "2026-02-01"))
    let report = Report(result: sample.result, facts: facts)
    let sentence =
      "The outputs are a recording of gemma, Q8_0, made on 2026-02-01 with llama.cpp b1"
    #expect(WellFormed(report.html).text.contains(sentence))
  }

  @Test func `the JSON is the result with the facts beside it`() throws {
    let report = SampleTrial().report
    let read = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    let json = try #require(read)
    #expect(json["verdict"] as? String == "led")
    let facts = try #require(json["facts"] as? [String: Any])
    #expect((facts["flow"] as? [String: Any])?["analysed"] as? Int == 384)
  }
}
