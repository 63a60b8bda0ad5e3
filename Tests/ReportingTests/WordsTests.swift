import Foundation
import Questions
import Statistics
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
    let heading = "Do raters see the same? \(Self.word(for: outcome))."
    #expect(text.contains(heading))
  }

  private static func word(for outcome: AgreementOutcome) -> String {
    switch outcome {
    case .agreed: "Passed"
    case .excused: "Excused"
    case .unknown: "Not checked: one reader"
    case .notShown, .belowFloor: "Not passed"
    }
  }

  @Test func `agreement under its floor is not said to have passed`() {
    var sample = SampleTrial()
    sample.alpha = CoefficientEstimate(
      value: 0.6, interval: Interval(low: 0.5, high: 0.7, level: 0.95), reason: nil)
    let words = "not below the floor: its interval reaches it"
    #expect(WellFormed(sample.report.html).text.contains("the same? \(words.sentenceStart)."))
    #expect(sample.report.markdown.contains("38 repeats: \(words)"))
    #expect(TextSummary(of: sample.result).text.contains(words))
    #expect(sample.result.agreementGate.passed)
  }

  @Test func `added controls are named in the flow`() throws {
    let sample = SampleTrial()
    var facts = sample.facts
    facts.flow?.inPacket = 393
    let added = try #require(Figures(result: sample.result, facts: facts).flow)
    #expect(added.svg(.wide).source.contains("+ 8 controls"))
    #expect(added.tables.first?.rows.contains(["added: controls", "8"]) == true)
    facts.flow?.inPacket = 400
    let more = try #require(Figures(result: sample.result, facts: facts).flow)
    #expect(more.svg(.wide).source.contains("+ 15 controls and other texts"))
    let plain = try #require(Figures(result: sample.result, facts: sample.facts).flow)
    #expect(!plain.svg(.wide).source.contains("controls"))
  }

  @Test func `a long text that the reader rated is there as a whole`() {
    let sample = SampleTrial()
    var facts = sample.facts
    let text = String(repeating: "word ", count: 300) + "the end."
    facts.ownRatings = [
      .init(code: "KMRTAXEP", text: text, condition: .placebo, answer: "hinted at")
    ]
    let page = WellFormed(Report(result: sample.result, facts: facts).html).text
    #expect(page.contains("the end."))
    #expect(page.contains("a sentence that leads nowhere"))
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
