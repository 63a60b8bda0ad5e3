import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

/// The checks on itself that a method for telling led from unled owes its readers, in small.
///
/// Trials are few, so the bounds are those outside which one such test in a thousand would fall;
/// `unled-bench --only worlds` runs them large.
@Suite struct SimulationCheckTests {
  private func world(
    _ scenarios: Int, replicates: Int = 1, _ means: [Condition: Double],
    change: (inout SimulatedWorld) -> Void = { _ in }
  ) -> WorldSimulator {
    var world = SimulatedWorld(
      design: .small(scenarios: scenarios, replicates: replicates), means: .points(means),
      spread: .usual(top: 4))
    change(&world)
    return WorldSimulator(world, fitsModels: false)
  }

  private func means(_ base: Double, _ neutral: Double, _ leading: Double) -> [Condition: Double] {
    [.baseline: base, .neutral: neutral, .away: neutral, .placebo: neutral, .leading: leading]
  }

  @Test(arguments: [(4, 8), (5, 12), (4, 24)])
  func `1: in clustered null worlds no verdict says there is an effect; a test over draws does`(
    levels: Int, scenarios: Int
  ) throws {
    let trials = scenarios < 20 ? 40 : 20
    let outcome = NullOutcome(
      of: NullWorld(levels: levels, scenarios: scenarios), trials: trials, seed: 1,
      fitsModels: false)
    #expect(outcome.trials == trials)
    // One in twenty at most: more than seven of forty, or five of twenty, would be a fault.
    #expect(outcome.falseVerdicts <= (trials == 40 ? 7 : 5))
    #expect(outcome.drawTestRejections >= trials / 10)
    #expect(outcome.leadCovered >= outcome.intervals * 4 / 5)
    #expect(outcome.presenceCovered >= outcome.intervals * 4 / 5)
  }

  @Test func `simulated trials are analysed as real ones are, with mixed models, and say so`()
    throws
  {
    let planted = try #require(PlantedWorld.all(scenarios: 8).first { $0.name == "led" })
    var input = WorldSimulator(planted.world).trial(seed: 1)
    input.resamples = 50
    let brief = try BriefVerdict(judging: input)
    let whole = try TrialResult(analyzing: input)
    #expect(brief.lead.mixedModel != nil && brief.presence.mixedModel != nil)
    #expect(brief.verdict == whole.verdict)
    #expect(brief.lead.interval == whole.primary.lead.interval)
    #expect(whole.interval == "t and mixed model")
  }

  @Test(arguments: [("length only", "length", 24), ("cache copies", "copies", 8)])
  func `3 and 5: length that is rewarded and copies from a cache are warned of`(
    world: String, warning: String, scenarios: Int
  ) throws {
    let planted = try #require(PlantedWorld.all(scenarios: scenarios).first { $0.name == world })
    let outcome = PlantedOutcome(
      of: planted, trials: 5, seed: 3, resamples: 20, fitsModels: false)
    #expect(outcome.trials == 5)
    #expect((outcome.warnings[warning] ?? 0) >= 4)
  }

  @Test func `2: where leading makes all of it, presence covers nothing and the share is one`()
    throws
  {
    let simulator = world(24, means(1, 1, 2.4))
    var covered = 0
    var shares: [Double] = []
    for seed in UInt64(0)..<12 {
      let effects = try effects(simulator.trial(seed: seed))
      covered += try #require(effects.set.presence.interval).contains(0) ? 1 : 0
      if let share = effects.share.value { shares.append(share) }
    }
    #expect(covered >= 9)
    #expect(shares.count >= 10)
    #expect(abs(shares.mean - 1) < 0.15)
  }

  @Test func `4: raters who respond to echoed words are found by masked views and by guesses`()
    throws
  {
    let simulator = world(16, replicates: 2, means(1, 1, 1)) { world in
      world.echo = .init(share: 0.8, push: 2)
      world.guessing = .byWhatTheySee
      world.design.guesses = 12
    }
    for seed in UInt64(0)..<4 {
      var input = simulator.trial(seed: seed)
      input.resamples = 50
      let result = try TrialResult(analyzing: input)
      #expect(result.verdict == .unblinded)
      let lead = try #require(result.primary.lead.value)
      let clean = try #require(result.blindingGate.cleanLead.value)
      #expect(lead > 0.5 && clean < 0.5)
      #expect(result.blindingGate.leadingArm.index != nil)
    }
  }

  @Test func `5: ten copies of one output make no interval narrower than one of them`() throws {
    var widths: [Double] = []
    for replicates in [1, 10] {
      let simulator = world(8, replicates: replicates, means(1.6, 1.6, 1.6)) { world in
        world.replicatesAreCopies = true
        world.spread.noise = 0
        world.spread.rater = 0
        world.spread.raterSlope = 0
      }
      let own = try (UInt64(0)..<6).map { seed in
        let lead = try effects(simulator.trial(seed: seed)).set.lead
        let interval = try #require(lead.interval)
        return interval.high - interval.low
      }
      widths.append(own.mean)
    }
    #expect(widths[1] > 0.6 * widths[0])
  }

  @Test func `6: a change half-way moves no effect where conditions are spread`() throws {
    func lead(isBlocked: Bool) throws -> Double {
      let simulator = world(24, means(1.2, 1.2, 1.2)) { world in
        world.drift = .init(step: 1, isBlocked: isBlocked)
      }
      return try (UInt64(0)..<8).map { seed in
        try #require(try effects(simulator.trial(seed: seed)).set.lead.value)
      }.mean
    }
    // Eight trials of 24 scenarios: the mean lead has a standard error of about 0.06.
    #expect(abs(try lead(isBlocked: false)) < 0.2)
    #expect(try lead(isBlocked: true) > 0.6)
  }

  @Test func `7: raters who differ in severity move no effect under crossed blocks`() throws {
    let leads = try [0.0, 0.8].map { severity in
      let simulator = world(16, means(2, 2, 2)) { world in
        world.design.raters = 3
        world.spread.rater = severity
        world.spread.raterSlope = 0
      }
      return try (UInt64(0)..<8).map { seed in
        try #require(try effects(simulator.trial(seed: seed)).set.lead.value)
      }.mean
    }
    #expect(leads.allSatisfy { abs($0) < 0.2 })
  }

  @Test func `8: where half of the leading runs are refused the bounds include the truth`() throws {
    let simulator = world(16, replicates: 2, means(1.5, 1.5, 2.5)) {
      $0.refusals = [.leading: 0.5]
    }
    var within = 0
    for seed in UInt64(0)..<12 {
      let input = simulator.trial(seed: seed)
      let with = try effects(input).set.lead
      var answered = input
      answered.unrated = []
      let without = try effects(answered).set.lead
      // By intention half of 2.5 less 1.5; among those answered a point.
      let low = try #require(with.interval).low
      let high = try #require(without.interval).high
      within += low <= -0.25 && high >= 1 ? 1 : 0
    }
    #expect(within >= 9)
  }

  @Test func `9: where leading and base are alike no share is printed`() throws {
    let simulator = world(12, means(1.5, 1.5, 1.5))
    for seed in UInt64(0)..<12 {
      let share = try effects(simulator.trial(seed: seed)).share
      #expect(share.value == nil && share.reason == .nothingToApportion)
    }
  }

  @Test func `an away prompt that does nothing casts no doubt on the neutral one`() throws {
    let simulator = world(16, means(1, 1, 2.1))
    let warned = try (UInt64(0)..<10).count { seed in
      var input = simulator.trial(seed: seed)
      input.resamples = 50
      return try TrialResult(analyzing: input).warnings.contains { $0.code == "neutral_outside" }
    }
    // Neutral lies below away by chance in half of trials, clearly in one of forty.
    #expect(warned <= 2)
  }

  private func effects(_ input: AnalysisInput) throws -> (set: EffectSet, share: LedShare) {
    let analysis = try TrialAnalysis(input)
    let set = analysis.effects(of: analysis.primary, unrated: input.unrated, showsBeside: false)
    let estimator = EffectEstimator(
      plan: input.plan, seed: input.seed, resamples: 50, isClaim: true, showsBeside: false)
    return (set, LedShare(of: set, design: analysis.design, estimator: estimator))
  }
}
