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
  /// In debug builds mixed models take thirty times as long: t alone, but where it is said.
  private func outcome(
    _ check: SimulationCheck, scenarios: Int, replicates: Int = 1, trials: Int = 12,
    fitsModels: Bool = false
  ) throws -> SimulationCheckOutcome {
    try SimulationCheckOutcome(
      check, scenarios: scenarios, replicates: replicates, trials: trials, seed: 1,
      fitsModels: fitsModels)
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

  @Test func `1: mixed models beside t make no interval narrower and cover as much`() throws {
    let null = NullWorld(levels: 4, scenarios: 8)
    var small = null.world
    small.design.replicates = 1
    small.design.base = .paired(texts: 2)
    small.design.raters = 4
    small.spread.raterSlope = 0.4
    var covered = 0
    for seed in UInt64(0)..<12 {
      var input = WorldSimulator(small).trial(seed: seed)
      let whole = try BriefVerdict(judging: input).lead
      input.fitsModels = false
      let alone = try BriefVerdict(judging: input).lead
      #expect(whole.mixedModel != nil && whole.tInterval == alone.interval)
      let (wide, narrow) = (try #require(whole.interval), try #require(alone.interval))
      #expect(wide.high - wide.low >= narrow.high - narrow.low)
      covered += wide.contains(0) ? 1 : 0
    }
    #expect(covered >= 9)
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
    let found = try outcome(.knownLed, scenarios: 24)
    #expect(try #require(found["presence's interval covers 0"]) >= 0.75)
    #expect(try #require(found["there is a led share"]) >= 0.8)
    #expect(abs(try #require(found["mean led share"]) - 1) < 0.15)
    #expect(try #require(found["its interval covers 1"]) >= 0.75)
  }

  @Test func `4: raters who respond to echoed words are found by masked views and by guesses`()
    throws
  {
    let found = try outcome(.echo, scenarios: 16, replicates: 2, trials: 4)
    #expect(found["unblinded"] == 1)
    #expect(try #require(found["mean lead"]) > 0.5)
    #expect(try #require(found["mean lead on clean ratings"]) < 0.3)
    #expect(try #require(found["mean index of guesses about leading outputs"]) > 0.1)
  }

  @Test func `5: ten copies of one output make no interval narrower than one of them`() throws {
    let found = try outcome(.copies, scenarios: 8)
    #expect(found["draws that ten copies count as"] == 1)
    #expect(try #require(found["width with ten copies over that with one"]) > 0.75)
  }

  @Test func `6: a change half-way moves no effect where conditions are spread`() throws {
    let found = try outcome(.drift, scenarios: 24)
    // Twelve trials of 24 scenarios: the mean lead has a standard error of about 0.05.
    #expect(abs(try #require(found["spread over the session: mean lead"])) < 0.17)
    #expect(try #require(found["its interval covers 0"]) >= 0.75)
    #expect(try #require(found["one condition after another: mean lead"]) > 0.6)
  }

  @Test func `7: a rater a point above the others moves no effect under crossed blocks`() throws {
    let found = try outcome(.raterShift, scenarios: 16)
    // Their outputs are an eighth, so that a shift of one condition alone would be an eighth.
    #expect(abs(try #require(found["mean shift of the lead"])) < 0.05)
    #expect(try #require(found["its interval covers 0"]) >= 0.75)
  }

  @Test func `8: where half of the leading runs are refused the bounds include the truth`() throws {
    let found = try outcome(.refusals, scenarios: 16, replicates: 2)
    #expect(try #require(found["both bounds together hold both"]) >= 0.75)
  }

  @Test func `9: where leading and base are alike no share is printed`() throws {
    let found = try outcome(.noDenominator, scenarios: 12)
    #expect(found["no led share"] == 1 && found["and the reason said"] == 1)
  }

  @Test func `an away prompt that does nothing casts no doubt on the neutral one`() throws {
    var means: [Condition: Double] = [:]
    for condition in Condition.allCases { means[condition] = condition == .leading ? 2.1 : 1 }
    let simulator = WorldSimulator(
      SimulatedWorld(
        design: .small(scenarios: 16), means: .points(means), spread: .usual(top: 4)),
      fitsModels: false)
    let warned = try (UInt64(0)..<10).count { seed in
      var input = simulator.trial(seed: seed)
      input.resamples = 50
      return try TrialResult(analyzing: input).warnings.contains { $0.code == "neutral_outside" }
    }
    // Neutral lies below away by chance in half of trials, clearly in one of forty.
    #expect(warned <= 2)
  }
}
