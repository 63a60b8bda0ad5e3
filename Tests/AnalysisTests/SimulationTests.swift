import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

/// Trials whose truth is known, many of each: the rules must find it as often as they promise.
@Suite struct SimulationTests {
  @Test func `without any effect lead is found clear of zero in one trial in twenty`() throws {
    // Scenarios and slopes vary: a test over ratings would reject far more often.
    let rejected = try (UInt64(0)..<400).count { seed in
      let (effects, _) = try SimulatedTrial(seed: seed, scenarios: 10).effects()
      let interval = try #require(effects.lead.interval)
      return !interval.contains(0)
    }
    // Twenty are expected; outside 8...35 one such test in a thousand would fall.
    #expect(rejected >= 8 && rejected <= 35)
  }

  @Test func `without any effect presence over unpaired texts keeps its level too`() throws {
    let rejected = try (UInt64(0)..<300).count { seed in
      var input = SimulatedTrial(seed: seed, scenarios: 10).input
      input.baselineIsPaired = false
      // Texts of their own: the baseline of another trial, whose scenarios vary as much.
      let texts = SimulatedTrial(seed: seed + 10_000, scenarios: 10).input.rows.filter {
        $0.condition == .baseline
      }
      input.rows =
        input.rows.filter { $0.condition != .baseline }
        + texts.map {
          RatedRow(
            scenario: ScenarioID("text " + $0.scenario.name), condition: .baseline,
            baseline: $0.baseline, output: "text " + $0.output, rater: $0.rater,
            question: $0.question, value: $0.value)
        }
      let analysis = try TrialAnalysis(input)
      let effects = analysis.effects(of: .theme, unrated: [], showsBeside: false)
      return !(try #require(effects.presence.interval)).contains(0)
    }
    #expect(rejected >= 4 && rejected <= 28)
  }

  @Test func `with no effect no verdict says there is one`() throws {
    let verdicts = try (UInt64(0)..<60).map { seed in
      try SimulatedTrial(seed: seed, scenarios: 24, replicates: 2).effects().1.verdict
    }
    #expect(verdicts.count { $0 == .absent } >= 36)
    #expect(verdicts.count { $0 != .absent && $0 != .inconclusive } <= 3)
  }

  @Test func `an effect that leading alone makes is led and all of it is apportioned`() throws {
    var covered = 0
    var led = 0
    for seed in UInt64(0)..<40 {
      var trial = SimulatedTrial(seed: seed, scenarios: 24)
      trial.means = [.neutral: 1, .leading: 2.4, .away: 1, .placebo: 1, .baseline: 1]
      let result = try TrialResult(analyzing: trial.input)
      led += result.verdict == .led ? 1 : 0
      let presence = try #require(result.primary.presence.interval)
      covered += presence.contains(0) ? 1 : 0
      let share = try #require(result.primary.ledShare.value)
      #expect(share > 0.6 && share < 1.5)
    }
    #expect(led >= 30)
    #expect(covered >= 34)
  }

  @Test func `a placebo that moves ratings makes neither presence nor lead`() throws {
    let judged = try (UInt64(0)..<40).map { seed in
      var trial = SimulatedTrial(seed: seed, scenarios: 24)
      trial.means = [.neutral: 1, .leading: 2, .away: 1, .placebo: 2, .baseline: 1]
      return try trial.effects()
    }
    #expect(judged.allSatisfy { $0.1.verdict == .inconclusive })
    #expect(judged.count { $0.1.reason == .placeboMoves } >= 30)
    #expect(judged.allSatisfy { $0.0.placeboShift.isEquivalent == false })
    #expect(judged.count { $0.0.presence.standing == .there } == 0)
  }

  @Test func `refusals are bounded by the estimates with and without them`() throws {
    // Leading adds one point where it is answered, and half of it is refused.
    var within = 0
    for seed in UInt64(0)..<40 {
      var trial = SimulatedTrial(seed: seed, scenarios: 24, replicates: 2)
      trial.means[.leading] = 2.5
      trial.refused = 0.5
      let analysis = try TrialAnalysis(trial.input)
      let with = analysis.effects(
        of: .theme, unrated: trial.input.unrated, showsBeside: false)
      let without = analysis.effects(of: .theme, unrated: [], showsBeside: false)
      let low = try #require(with.lead.interval).low
      let high = try #require(without.lead.interval).high
      // Half answered at a point more, half at nothing: 0.5 · 2.5 − 1.5 = −0.25 in all.
      within += low <= -0.25 && high >= 1 ? 1 : 0
      let judged = Judgement(of: with, design: analysis.design)
      let answered = Judgement(of: without, design: analysis.design)
      #expect(judged.verdict != answered.verdict)
    }
    #expect(within >= 36)
  }

  @Test func `where leading and base are alike no share is printed`() throws {
    for seed in UInt64(0)..<40 {
      let share = try TrialResult(analyzing: SimulatedTrial(seed: seed).input).primary.ledShare
      #expect(share.value == nil)
      #expect(share.reason == .nothingToApportion)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `a rater who gives a point more moves no effect`(seed: UInt64) throws {
    // Every rater sees every output, and the scale has room, so that blocks are crossed.
    var trial = SimulatedTrial(seed: seed, scenarios: 12, raters: 3, ratersPerOutput: 3)
    trial.means = trial.means.mapValues { _ in 1.5 }
    trial.scenarioSpread = 0.2
    trial.textSpread = 0.2
    trial.slopeSpread = 0.1
    trial.raterNoise = 0.1
    let plain = try trial.effects().0
    trial.shift = { $0 == 1 ? 1 : 0 }
    let shifted = try trial.effects().0
    let lead = try (#require(plain.lead.value), #require(shifted.lead.value))
    let presence = try (#require(plain.presence.value), #require(shifted.presence.value))
    #expect(abs(lead.0 - lead.1) < 1e-9)
    #expect(abs(presence.0 - presence.1) < 1e-9)
  }

  @Test func `an echo that pushes ratings is found`() throws {
    let verdicts = try (UInt64(0)..<30).map { seed in
      var trial = SimulatedTrial(seed: seed, scenarios: 24)
      trial.means = [.neutral: 1, .leading: 1, .away: 1, .placebo: 1, .baseline: 1]
      trial.echoPush = 2
      return try trial.effects().1.verdict
    }
    #expect(verdicts.count { $0 == .unblinded } >= 27)
  }

  @Test func `an honest lead is not called unblinded because it echoes`() throws {
    let verdicts = try (UInt64(0)..<30).map { seed in
      var trial = SimulatedTrial(seed: seed, scenarios: 24)
      trial.means = [.neutral: 1, .leading: 2.5, .away: 1, .placebo: 1, .baseline: 1]
      trial.echoPush = 0.001
      return try trial.effects().1.verdict
    }
    #expect(verdicts.count { $0 == .unblinded } <= 1)
    #expect(verdicts.count { $0 == .led } >= 20)
  }

  @Test func `more draws of one scenario make no interval narrower than scenarios allow`() throws {
    // Ten copies of one output are one output: the interval stays as it was.
    let trial = SimulatedTrial(seed: 5, scenarios: 8)
    let once = try trial.effects().0
    var copied = trial.input
    copied.rows = trial.input.rows.flatMap { row in
      (0..<10).map { copy in
        RatedRow(
          scenario: row.scenario, condition: row.condition, baseline: row.baseline,
          model: row.model, replicate: copy, output: "\(row.output)/\(copy)", rater: row.rater,
          question: row.question, value: row.value)
      }
    }
    let analysis = try TrialAnalysis(copied)
    let many = analysis.effects(of: .theme, unrated: [], showsBeside: false)
    let intervals = try (#require(once.lead.interval), #require(many.lead.interval))
    #expect(abs(intervals.0.low - intervals.1.low) < 1e-9)
    #expect(abs(intervals.0.high - intervals.1.high) < 1e-9)
  }
}
