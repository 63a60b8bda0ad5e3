import Faults
import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct ComparisonTests {
  private let led = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
  private let holds = WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0)

  /// The same trial on scenarios of other names.
  private func elsewhere(_ trial: WrittenTrial) throws -> TrialResult {
    try trial.analysed { input in
      input.rows = input.rows.map {
        RatedRow(
          scenario: ScenarioID("other " + $0.scenario.name), condition: $0.condition,
          baseline: $0.baseline, model: $0.model, output: $0.output, rater: $0.rater,
          question: $0.question, value: $0.value)
      }
    }
  }

  @Test func `every pair of standings has its outcome`() {
    func outcome(_ first: Standing, _ second: Standing) -> ReplicationOutcome {
      ReplicationOutcome(original: first, replication: second)
    }
    #expect(outcome(.there, .there) == .replicates)
    #expect(outcome(.there, .notThere) == .failsToReplicate)
    #expect(outcome(.there, .reversed) == .failsToReplicate)
    #expect(outcome(.notThere, .reversed) == .notThereAgain)
    #expect(outcome(.notThere, .there) == .nowThere)
    #expect(outcome(.open, .there) == .open)
    #expect(outcome(.there, .open) == .open)
  }

  @Test func `presence and lead are compared each by itself`() throws {
    let comparison = try Comparison(original: holds.analysed(), replication: led.analysed())
    #expect(comparison.presence.outcome == .failsToReplicate)
    #expect(comparison.lead.outcome == .nowThere)
    #expect(
      comparison.sentence
        == "Presence fails to replicate (1.88 then, −0.13 points now), and lead is now there (0.00 "
        + "then, 2.13 points now); both trials asked about the same 8 scenarios, so they are "
        + "compared scenario by scenario.")
    #expect(comparison.json["presence"]?["outcome"]?.text == "fails to replicate")
  }

  @Test func `leads that no scenario has in both trials are withheld`() throws {
    func half(_ trial: WrittenTrial, keeps first: Bool) throws -> TrialResult {
      try trial.analysed { input in
        let names = Set(input.rows.filter { $0.condition == .neutral }.map(\.scenario)).sorted()
        let kept = Set(first ? names.prefix(4) : names.suffix(4))
        input.rows.removeAll { $0.condition == .leading && !kept.contains($0.scenario) }
      }
    }
    let comparison = try Comparison(
      original: half(led, keeps: true), replication: half(led, keeps: false))
    #expect(comparison.lead.difference.value == nil)
    #expect(comparison.lead.pooled.value == nil)
    #expect(comparison.lead.difference.reason != nil)
    #expect(comparison.presence.difference.value == 0)
  }

  @Test func `on the same scenarios the difference is taken in each scenario`() throws {
    let comparison = try Comparison(original: holds.analysed(), replication: led.analysed())
    #expect(comparison.presence.method == .byScenario)
    // Each scenario's presence falls by exactly two, whatever its baseline.
    #expect(comparison.presence.difference.value == -2)
    #expect(comparison.presence.difference.interval?.low == -2)
    #expect(comparison.presence.difference.clusters == 8)
    // Pooled presence per scenario: 1 or, in one scenario of eight, 0; mean 7/8, t with 7 df.
    let pooled = comparison.presence.pooled
    #expect(pooled.value == 0.875)
    #expect(abs(try #require(pooled.interval).low - (0.875 - 2.3646242515927844 * 0.125)) < 1e-9)
  }

  @Test func `a repeated trial is not counted as a second independent one`() throws {
    let result = try led.analysed()
    let comparison = try Comparison(original: result, replication: result)
    #expect(comparison.lead.outcome == .replicates)
    #expect(comparison.lead.difference.value == 0)
    // Pooled with itself a trial is as wide as it was.
    let pooled = try #require(comparison.lead.pooled.interval)
    let single = try #require(result.primary.lead.interval)
    #expect(abs(pooled.low - single.low) < 1e-12 && abs(pooled.high - single.high) < 1e-12)
    let criteria = try #require(comparison.lead.criteria)
    #expect(criteria.significantSameSign)
    #expect(criteria.replicationInPrediction)
  }

  @Test func `on other scenarios trials are independent and pooled by inverse variance`() throws {
    let original = try led.analysed()
    let comparison = try Comparison(original: original, replication: elsewhere(led))
    #expect(comparison.lead.method == .independent)
    #expect(comparison.sharedScenarios == 0)
    let error = try #require(original.primary.lead.standardError)
    #expect(
      abs(try #require(comparison.lead.difference.standardError) - error * 2.0.squareRoot()) < 1e-12
    )
    #expect(try #require(comparison.lead.difference.degreesOfFreedom) == 14)
    let pooled = try #require(comparison.lead.pooled.interval)
    let half = 1.959963984540054 * error / 2.0.squareRoot()
    #expect(abs(pooled.high - pooled.low - 2 * half) < 1e-9)
    #expect(comparison.sentence.contains("share no scenario"))
  }

  @Test func `independent trials have Welch's interval and the weighted mean`() throws {
    func result(_ value: Double, _ error: Double, _ freedom: Double) -> EffectEstimate {
      EffectEstimate(
        value: value, standardError: error, degreesOfFreedom: freedom, clusters: 8,
        interval: Interval(low: value, high: value, level: 0.95))
    }
    let pair = try TrialPair(original: led.analysed(), replication: elsewhere(led))
    let both = pair.independent(result(0.9, 0.2, 9), result(0.4, 0.1, 15))
    let difference = try #require(both.difference.interval)
    #expect(abs(difference.low - -0.9810728935828921) < 1e-9)
    #expect(abs(difference.high - -0.01892710641710793) < 1e-9)
    let pooled = try #require(both.pooled.interval)
    #expect(abs(try #require(both.pooled.value) - 0.5) < 1e-12)
    #expect(abs(pooled.low - 0.3246954918846838) < 1e-9)
  }

  @Test func `unpaired presence pairs neutral means by scenario and texts by name`() throws {
    var first = holds
    first.paired = false
    var second = led
    second.paired = false
    let comparison = try Comparison(original: first.analysed(), replication: second.analysed())
    #expect(comparison.presence.difference.value == -2)
    // Neutral falls by two everywhere and the baseline texts are rated alike: no spread at all.
    #expect(comparison.presence.difference.interval?.low == -2)
    #expect(comparison.presence.pooled.value == 0.875)
    let interval = try #require(comparison.presence.pooled.interval)
    #expect(interval.low < 0.6 && interval.high > 1.1)
  }

  @Test func `an effect behind a closed gate is neither replicated nor refuted`() throws {
    var blurred = led
    blurred.rated = { rater, value, scenario, _ in
      rater == "ada" ? value : Double((scenario * (rater == "bert" ? 3 : 2)) % 5)
    }
    let unreadable = try blurred.analysed()
    #expect(unreadable.verdict == .unreadable)
    let comparison = try Comparison(original: led.analysed(), replication: unreadable)
    #expect(comparison.lead.outcome == .open)
    #expect(comparison.presence.outcome == .open)
  }

  @Test func `other scales and other smallest effects are refused`() throws {
    var binary = WrittenTrial { _, scenario in Double(scenario % 2) }
    binary.question = .yesNo
    let scales = #expect(throws: Fault.self) {
      try Comparison(original: led.analysed(), replication: binary.analysed())
    }
    #expect(scales?.kind == .badInput)
    #expect(scales?.problem == "the primary questions have different scales")
    var stricter = led
    stricter.plan = AnalysisPlan(smallestEffect: 0.4)
    let effects = #expect(throws: Fault.self) {
      try Comparison(original: led.analysed(), replication: stricter.analysed())
    }
    #expect(effects?.problem == "the smallest effects differ: 0.50 and 0.40")
  }
}
