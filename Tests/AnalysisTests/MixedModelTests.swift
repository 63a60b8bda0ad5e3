import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct MixedModelTests {
  /// One output a cell, all rated by all raters; a taste is what raters add under leading.
  static func rows(
    scenarios: Int = 10, models: [String] = ["one"], lead: Double = 0, tastes: [Double],
    noise: Double = 0.3, seed: UInt64
  ) -> [RatedRow] {
    var generator = SeededGenerator(seed: seed, label: "mixed effect")
    var rows: [RatedRow] = []
    for scenario in 0..<scenarios {
      let level = 2 + 0.3 * generator.normal()
      for model in models {
        for condition in [Condition.neutral, .leading] {
          for (rater, taste) in tastes.enumerated() {
            let shift = condition == .leading ? lead + taste : 0
            rows.append(
              RatedRow(
                scenario: ScenarioID("s\(scenario)"), condition: condition, model: model,
                output: "\(scenario)-\(model)-\(condition.rawValue)", rater: "r\(rater)",
                question: .init("theme"),
                value: min(4, max(0, level + shift + noise * generator.normal()))))
          }
        }
      }
    }
    return rows
  }

  static func effects(_ rows: [RatedRow], fitsModels: Bool = true) throws -> EffectSet {
    let analysis = try TrialAnalysis(
      AnalysisInput(
        trial: "mixed", questions: [.theme], plan: AnalysisPlan(smallestEffect: 0.5), rows: rows,
        resamples: 50, fitsModels: fitsModels))
    return analysis.effects(of: .theme, unrated: [], showsBeside: false)
  }

  @Test(arguments: UInt64(0)..<4)
  func `raters who differ in the effect make the interval wider than scenarios do`(
    seed: UInt64
  ) throws {
    let rows = Self.rows(lead: 0.4, tastes: [1.5, 0, 0.8, -0.2], seed: seed)
    let both = try Self.effects(rows).lead
    let alone = try Self.effects(rows, fitsModels: false).lead
    let model = try #require(both.mixedModel)
    #expect(both.isDecidedByMixedModel)
    #expect(both.interval == model.interval && both.narrowInterval == model.narrowInterval)
    #expect(both.tInterval == alone.interval && both.value == alone.value)
    // All raters rated all texts: both have the same estimate.
    #expect(abs(model.value - (try #require(both.value))) < 1e-6)
    #expect(model.terms.contains("(0 + x | rater)"))
    // By scenarios alone four raters' tastes look like an effect; by raters it is open.
    #expect(alone.standing == .there && both.standing == .open)
  }

  @Test(arguments: UInt64(0)..<4)
  func `raters who see the same leave the decision to scenarios or nearly so`(
    seed: UInt64
  ) throws {
    let effect = try Self.effects(Self.rows(lead: 1, tastes: [0, 0, 0], seed: seed)).lead
    let model = try #require(effect.mixedModel)
    let own = try #require(effect.tInterval)
    let interval = try #require(effect.interval)
    #expect(effect.standing == .there)
    #expect(
      interval.high - interval.low
        == max(own.high - own.low, model.interval.high - model.interval.low))
  }

  @Test func `fixed models weigh the same however many raters they have`() throws {
    var rows = Self.rows(models: ["one"], lead: 0, tastes: [0, 0, 0, 0], seed: 3)
    rows += Self.rows(models: ["two"], lead: 1.2, tastes: [0], seed: 3)
    let effect = try Self.effects(rows).lead
    // Half of 1.2, as the mean over models is; four fifths of the ratings are the first model's.
    #expect(abs(try #require(effect.value) - 0.6) < 0.15)
    #expect(abs(try #require(effect.mixedModel).value - 0.6) < 0.15)
  }

  @Test func `the order of rows changes nothing`() throws {
    let rows = Self.rows(lead: 0.5, tastes: [0.4, 0, -0.3], seed: 5)
    var generator = SeededGenerator(seed: 1)
    let one = try Self.effects(rows).lead
    let other = try Self.effects(rows.stablyShuffled(using: &generator)).lead
    #expect(one.mixedModel == other.mixedModel)
  }

  @Test func `where raters leave it open the next step is more raters`() throws {
    let rows = Self.rows(lead: 0.4, tastes: [1.5, 0, 0.8, -0.2], seed: 1)
    let result = try TrialResult(
      analyzing: AnalysisInput(
        trial: "mixed", questions: [.theme],
        plan: AnalysisPlan(smallestEffect: 0.5, agreementFloor: 0), rows: rows, resamples: 50))
    #expect(result.verdict == .inconclusive)
    #expect(result.nextStep.hasPrefix("Have more raters rate the texts"))
  }

  @Test func `without a fit t stands alone`() throws {
    // Four scenarios are too few for either; ratings that are all the same have no model.
    let few = try Self.effects(Self.rows(scenarios: 4, tastes: [0, 0], seed: 1)).lead
    #expect(few.mixedModel == nil && few.interval == nil)
    let same = Self.rows(scenarios: 8, tastes: [0, 0], noise: 0, seed: 1).map { row in
      RatedRow(
        scenario: row.scenario, condition: row.condition, model: row.model, output: row.output,
        rater: row.rater, question: row.question, value: 2)
    }
    let effect = try Self.effects(same).lead
    #expect(effect.mixedModel == nil && effect.interval == effect.tInterval)
    #expect(!effect.isDecidedByMixedModel)
  }

  @Test func `raters who agree on everything make no interval of their own`() throws {
    let rows = (0..<10).flatMap { scenario in
      [(Condition.neutral, 0.0), (.leading, 2)].flatMap { condition, level in
        ["ann", "ben"].map { rater in
          RatedRow(
            scenario: ScenarioID("s\(scenario)"), condition: condition, model: "one",
            output: "\(scenario)-\(condition.rawValue)", rater: rater, question: .init("theme"),
            value: level + Double(scenario % 2))
        }
      }
    }
    let effect = try Self.effects(rows).lead
    #expect(effect.standing == .there && effect.interval == effect.tInterval)
    // The same where the lead varies from scenario to scenario.
    let varied = rows.map { row in
      let shift = row.condition == .leading && row.scenario.name.hasSuffix("3") ? 1.0 : 0
      return RatedRow(
        scenario: row.scenario, condition: row.condition, model: row.model, output: row.output,
        rater: row.rater, question: row.question, value: (row.value ?? 0) + shift)
    }
    let other = try Self.effects(varied).lead
    let interval = try #require(other.interval)
    #expect(interval.low > 1.5 && interval.high < 2.7)
  }

  @Test func `a result says what its intervals rest on`() throws {
    let rows = Self.rows(lead: 1, tastes: [0, 0.1, 0], seed: 2)
    let result = try TrialResult(
      analyzing: AnalysisInput(
        trial: "mixed", questions: [.theme], plan: AnalysisPlan(smallestEffect: 0.5), rows: rows,
        resamples: 50))
    #expect(result.json["interval"] == "t and mixed model")
    let lead = try #require(result.json["questions"]?[0]?["lead"])
    #expect(lead["t"]?["low"]?.double != nil)
    #expect(lead["mixed_model"]?["degrees_of_freedom"]?.double ?? 0 > 0)
    #expect(["t", "mixed model"].contains(lead["decided_by"]?.text))
  }
}
