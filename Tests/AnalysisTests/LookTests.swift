import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct LookTests {
  private let planned = AnalysisPlan.Looks.planned([0.5, 0.75])

  private func account(_ taken: [Double], now: Double, isLook: Bool = false) -> LooksAccount {
    LooksAccount(
      planned: planned,
      taken: taken.map { LookTaken(fraction: $0, answer: .goOn, day: "2026-11-26") },
      fraction: now, alpha: 0.05, isLook: isLook)
  }

  @Test func `looks share alpha; nobody who looked early has all of it at the end`() {
    #expect(account([], now: 1).level == 0.05)
    // Stopping without a look is no look.
    #expect(account([], now: 0.6).level == 0.05)
    #expect(account([], now: 0.5, isLook: true).level < 0.004)
    let end = account([0.5, 0.75], now: 1).level
    #expect(end < 0.05 && end > 0.04)
    // Revealed with the ratings of the look: at its level, not at another one.
    let second = account([0.5], now: 0.75, isLook: true).level
    #expect(abs(account([0.5, 0.75], now: 0.75).level - second) < 1e-12)
  }

  @Test func `enough is said where both effects are settled, and go on where one is open`() throws {
    let settled = WrittenTrial(value: { condition, scenario in
      (condition == .leading ? 3 : 1) + (scenario % 2 == 0 ? 1 : 0)
    })
    #expect(LookAnswer(lookingAt: settled.input) == .enough)
    let open = WrittenTrial(value: { condition, scenario in
      condition == .leading ? Double(scenario % 5) : 1
    })
    #expect(LookAnswer(lookingAt: open.input) == .goOn)
    // Raters who disagree settle nothing, whatever the means.
    var apart = settled
    apart.rated = { rater, value, _, _ in rater == "ada" ? 4 - value : value }
    #expect(LookAnswer(lookingAt: apart.input) == .goOn)
    #expect(
      LookAnswer(
        lookingAt: AnalysisInput(
          trial: "empty", questions: [.theme], plan: AnalysisPlan(smallestEffect: 0.5), rows: []))
        == .goOn)
  }

  @Test func `an interval that holds at all times is wider and decides`() throws {
    var trial = WrittenTrial(value: { condition, scenario in
      (condition == .leading ? 2.5 : 1) + Double(scenario % 3) / 2
    })
    trial.scenarios = 60
    var input = trial.input
    let plain = try TrialResult(analyzing: input)
    input.plan = AnalysisPlan(smallestEffect: 0.5, looks: .anytime)
    let anytime = try TrialResult(analyzing: input)
    let sequence = try #require(anytime.primary.lead.sequence)
    let own = try #require(plain.primary.lead.interval)
    #expect(sequence.high - sequence.low > own.high - own.low)
    #expect(anytime.primary.lead.interval == sequence)
    #expect(sequence.contains(1.5))
    #expect(anytime.primary.lead.json["decided_by"]?.text == "confidence sequence")
    #expect(plain.primary.lead.sequence == nil)
    #expect(anytime.verdict == .led)
  }

  @Test func `looked at any time, it says too much in few null worlds`() {
    // Differences of 60 scenarios around nothing; a look after each from the fifth on.
    var generator = SeededGenerator(seed: 4, label: "anytime")
    let sequence = ConfidenceSequence(width: 4, order: [:])
    var wrong = 0
    for _ in 0..<40 {
      var differences: [Cluster: Double] = [:]
      var isWrong = false
      for scenario in 0..<60 {
        differences[Cluster(wording: nil, scenario: WrittenTrial.scenario(scenario))] =
          min(max(generator.normal(), -4), 4)
        guard scenario % 5 == 4 else { continue }
        isWrong = isWrong || sequence.intervals(of: differences, alpha: 0.05)?.wide.low ?? -1 > 0
      }
      wrong += isWrong ? 1 : 0
    }
    #expect(wrong <= 4)
  }
}
