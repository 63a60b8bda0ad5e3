import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Analysis

extension SimulatedDesign {
  /// A small planned trial on a scale of five levels.
  static func small(scenarios: Int = 16, replicates: Int = 1) -> SimulatedDesign {
    SimulatedDesign(
      question: .theme, scenarios: scenarios, models: 2, replicates: replicates, raters: 6,
      plan: AnalysisPlan(smallestEffect: 0.5))
  }
}

@Suite struct SimulatedWorldTests {
  static let spread = SimulatedSpread.usual(top: 4)

  @Test func `a trial has the texts and views that it was planned with`() {
    var design = SimulatedDesign.small(scenarios: 10, replicates: 3)
    design.controls = 4
    design.repeats = 0.1
    design.guesses = 5
    let world = SimulatedWorld(
      design: design, means: .points([.neutral: 1, .leading: 2]), spread: Self.spread)
    let rows = WorldSimulator(world, fitsModels: false).trial(seed: 1).rows
    let rated = rows.filter { $0.question == Question.theme.id }
    let first = rated.filter { $0.control == nil && $0.occasion == 1 }
    #expect(Set(first.map(\.output)).count == design.texts)
    #expect(design.texts == 10 * 2 * 3 * 4 + 10 * 2)
    #expect(first.count == design.texts * 3)
    #expect(rated.count { $0.control != nil } == 2 * 4 * 3)
    #expect(abs(rated.count { $0.occasion == 2 } - first.count / 10) <= 6)
    #expect(rows.count { $0.question == .conditionGuess } == 5 * 6)
    #expect(abs(rated.count - design.ratings) <= 6)
    #expect(
      rated.allSatisfy { (0...4).contains($0.value ?? -1) && $0.value == $0.value?.rounded() })
    // Three different raters an output, and every rater sees as many of each condition.
    let views = Dictionary(grouping: first, by: \.output)
    #expect(views.values.allSatisfy { Set($0.map(\.rater)).count == 3 })
    for condition in Condition.allCases {
      let counts = Dictionary(grouping: first.filter { $0.condition == condition }, by: \.rater)
        .mapValues(\.count).values
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
  }

  @Test func `the same seed draws the same trial, another one another`() {
    let world = SimulatedWorld(
      design: .small(), means: .points([.neutral: 1, .leading: 2]), spread: Self.spread)
    let simulator = WorldSimulator(world, fitsModels: false)
    #expect(simulator.trial(seed: 7) == simulator.trial(seed: 7))
    #expect(simulator.trial(seed: 7).rows != simulator.trial(seed: 8).rows)
  }

  @Test(arguments: [2, 4, 5])
  func `ratings have the planted means, whatever the scale cuts off`(levels: Int) {
    let top = Double(levels - 1)
    var design = SimulatedDesign.small(scenarios: 400)
    design.question = PlantedWorld.scale(levels: levels)
    design.raters = 60
    let planted: [Condition: Double] = [
      .baseline: 0.05 * top, .neutral: 0.25 * top, .leading: 0.9 * top, .away: 0.5 * top,
      .placebo: 0.3 * top,
    ]
    let world = SimulatedWorld(
      design: design, means: .points(planted), spread: .usual(top: top))
    let rows = WorldSimulator(world, fitsModels: false).trial(seed: 3).rows
    for (condition, mean) in planted {
      let values = rows.filter { $0.condition == condition }.compactMap(\.value)
      // Scenarios vary by 0.19 of the scale at most, so that a mean of 400 is off by 0.01.
      #expect(abs(values.mean - mean) < 0.035 * top)
    }
    #expect(abs(world.planted(.leading, less: .neutral) - 0.65 * top) < 1e-9)
  }

  @Test func `copies are the same text, refusals bring none, and echoes are the leading one's`() {
    var design = SimulatedDesign.small(scenarios: 12, replicates: 4)
    design.raters = 3
    var world = SimulatedWorld(
      design: design, means: .points([.neutral: 2, .leading: 2]), spread: Self.spread)
    world.spread.noise = 0
    world.replicatesAreCopies = true
    world.refusals = [.away: 0.5]
    world.echo = .init(share: 0.5, push: 0)
    let input = WorldSimulator(world, fitsModels: false).trial(seed: 2)
    struct Cell: Hashable {
      let scenario: ScenarioID
      let condition: Condition
      let model: String?
      let rater: String
    }
    let cells = Dictionary(grouping: input.rows) {
      Cell(scenario: $0.scenario, condition: $0.condition, model: $0.model, rater: $0.rater)
    }
    #expect(cells.values.allSatisfy { Set($0.map(\.value)).count == 1 })
    #expect(input.unrated.allSatisfy { $0.condition == .away && $0.reason == "refused" })
    #expect((30...66).contains(input.unrated.count))
    #expect(input.rows.filter(\.echo).allSatisfy { $0.condition == .leading })
    #expect(Set(input.rows.filter(\.masked).map(\.condition)).count == 5)
  }

  @Test func `a biased rater moves one condition and the prompter counts for nothing`() throws {
    var world = SimulatedWorld(
      design: .small(scenarios: 12), means: .points([.neutral: 1, .leading: 1]),
      spread: Self.spread)
    let plain = WorldSimulator(world, fitsModels: false).trial(seed: 5)
    world.behaviours = [.partial(.leading, 2)]
    let partial = WorldSimulator(world, fitsModels: false).trial(seed: 5)
    let changed = zip(plain.rows, partial.rows).filter { $0 != $1 }.map(\.1)
    #expect(!changed.isEmpty)
    #expect(changed.allSatisfy { $0.rater == "r0" && $0.condition == .leading })
    world.behaviours = [.prompter(2)]
    let prompted = WorldSimulator(world, fitsModels: false).trial(seed: 5)
    #expect(prompted.rows.allSatisfy { ($0.raterKind == .prompter) == ($0.rater == "r0") })
  }
}

@Suite struct PowerTests {
  @Test func `the same bytes for any number of threads`() throws {
    let study = PowerStudy(design: .small(scenarios: 8), seed: 3, fitsModels: false)
    let one = try study.outcome(of: .ledOnly, trials: 12, threads: 1)
    #expect(try study.outcome(of: .ledOnly, trials: 12, threads: 3) == one)
    #expect(one.trials == 12)
  }

  @Test(arguments: UInt64(0)..<6)
  func `a brief verdict is that of the whole analysis`(seed: UInt64) throws {
    for planted in PlantedWorld.all(scenarios: 8).enumerated() where planted.offset % 6 == seed {
      var input = WorldSimulator(planted.element.world, fitsModels: false).trial(seed: seed)
      input.resamples = 100
      let brief = try BriefVerdict(judging: input)
      let whole = try TrialResult(analyzing: input)
      #expect(brief.verdict == whole.verdict && brief.reason == whole.reason)
      #expect(brief.lead.interval == whole.primary.lead.interval)
      #expect(brief.outcome == whole.agreementGate.outcome)
    }
  }

  @Test func `with mixed models a brief verdict is that of the whole analysis, live placebo too`()
    throws
  {
    for name in ["led", "placebo alive"] {
      var world = try #require(PlantedWorld.all(scenarios: 6).first { $0.name == name }).world
      world.design.replicates = 1
      world.design.controls = 0
      for seed in UInt64(1)..<3 {
        var input = WorldSimulator(world).trial(seed: seed)
        input.resamples = 50
        let brief = try BriefVerdict(judging: input)
        let whole = try TrialResult(analyzing: input)
        #expect(brief.verdict == whole.verdict && brief.reason == whole.reason)
        #expect(brief.lead.mixedModel == whole.primary.lead.mixedModel)
        #expect(brief.lead.mixedModel != nil)
        #expect(brief.lead.standing == whole.primary.lead.standing)
        #expect(brief.presence.interval == whole.primary.presence.interval)
      }
    }
  }

  @Test func `baseline texts of no scenario come from all models in turn, or from people`() {
    var design = SimulatedDesign.small(scenarios: 6)
    design.base = .unpaired(texts: 4, replicates: 3)
    func models() -> [[String?: Int]] {
      let world = SimulatedWorld(
        design: design, means: .points([.neutral: 1]), spread: SimulatedWorldTests.spread)
      let rows = WorldSimulator(world).trial(seed: 1).rows.filter { $0.condition == .baseline }
      return Dictionary(grouping: rows, by: \.scenario).sorted { $0.key < $1.key }.map { _, rows in
        Dictionary(grouping: rows, by: \.model).mapValues { Set($0.map(\.output)).count }
      }
    }
    #expect(
      models() == [
        ["m0": 2, "m1": 1], ["m1": 2, "m0": 1], ["m0": 2, "m1": 1], ["m1": 2, "m0": 1],
      ])
    design.baselineIsWritten = true
    #expect(models() == Array(repeating: [nil: 3], count: 4))
  }

  @Test func `more scenarios find more, and a lead that is planted is found where it is`() throws {
    func led(_ scenarios: Int) throws -> WorldOutcome {
      try PowerStudy(design: .small(scenarios: scenarios), seed: 4, fitsModels: false)
        .outcome(of: .ledOnly, trials: 40)
    }
    let few = try led(6)
    let many = try led(24)
    #expect(many.power > few.power + 0.1)
    #expect(many.leadShare > 0.8 && many.presenceShare < 0.1)
    #expect(try #require(many.leadWidth) < #require(few.leadWidth))
  }

  @Test func `without a base rate the right verdicts speak of the lead alone`() throws {
    var design = SimulatedDesign.small(scenarios: 24)
    design.base = .none
    let study = PowerStudy(design: design, seed: 5, fitsModels: false)
    #expect(study.decisive == [.ledOnly, .nothing])
    #expect(PowerWorld.holds.right(hasBase: design.hasBase) == .notLed)
    #expect(try study.outcome(of: .ledOnly, trials: 20).verdicts.keys.contains(.led))
  }

  @Test func `effects have room on the scale`() {
    for top in [2, 4, 5] {
      var design = SimulatedDesign.small()
      design.question = PlantedWorld.scale(levels: top)
      design.plan = AnalysisPlan(smallestEffect: 0.2 * Double(top - 1))
      for base in [nil, 0, Double(top - 1)] {
        let study = PowerStudy(design: design, base: base, seed: 1, fitsModels: false)
        for world in PowerWorld.allCases {
          let means = world.means(
            base: study.base, effect: study.effect, smallest: design.plan.smallestEffect)
          #expect(means.values.allSatisfy { (0...Double(top - 1) + 1e-9).contains($0) })
        }
      }
    }
  }

  @Test func `a search finds enough scenarios, or says that nothing tried is enough`() throws {
    var study = PowerStudy(design: .small(scenarios: 6), seed: 6, fitsModels: false)
    study.effect = 1.5
    let search = try PowerSearch(from: study, aim: 0.5, trials: 8)
    #expect(!search.isReached)
    let scenarios = try #require(search.steps.first { $0.lever == .scenarios })
    #expect(try #require(scenarios.to) > 6 && scenarios.power >= 0.5)
    #expect(
      search.steps.map { $0.to == nil ? 1 : 0 }
        == search.steps.map { $0.to == nil ? 1 : 0 }.sorted())
    #expect(try PowerSearch(from: study, aim: 0.01, trials: 8).isReached)
  }

  @Test func `a pilot gives back the spread that it was drawn with`() throws {
    var design = SimulatedDesign.small(scenarios: 30, replicates: 2)
    design.raters = 10
    let planted = SimulatedSpread(
      scenario: 0.6, scenarioSlope: 0.3, model: 0, modelSlope: 0, rater: 0.4, raterSlope: 0.1,
      output: 0.5, noise: 0.4)
    var means: [Condition: Double] = [:]
    for condition in Condition.allCases { means[condition] = 2 }
    let world = SimulatedWorld(design: design, means: .points(means), spread: planted)
    let pilot = try Pilot(of: WorldSimulator(world, fitsModels: false).trial(seed: 11))
    #expect(abs(pilot.spread.scenario - 0.6) < 0.25)
    #expect(abs(pilot.spread.scenarioSlope - 0.3) < 0.15)
    #expect(abs(pilot.spread.rater - 0.4) < 0.25)
    #expect(abs(pilot.spread.output - 0.5) < 0.15)
    #expect(abs(pilot.spread.noise - 0.4) < 0.1)
    #expect(abs(pilot.base - 2) < 0.4)
    var low = world
    low.means = .latent(means.mapValues { _ in -1.5 })
    let floor = try Pilot(of: WorldSimulator(low, fitsModels: false).trial(seed: 2))
    #expect(floor.base < 0.3 && floor.spread.scenario >= 0.7 && floor.spread.noise >= 0.4)
    #expect(floor.notes.contains { $0.contains("end of the scale") })
    var single = design
    single.raters = 1
    single.ratersPerOutput = 1
    let lone = WorldSimulator(
      SimulatedWorld(design: single, means: .points(means), spread: planted), fitsModels: false)
    #expect(try Pilot(of: lone.trial(seed: 1)).notes.contains { $0.contains("One rater") })
  }
}
