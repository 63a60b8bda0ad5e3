import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Analysis

/// Ratings that give each verdict; scenarios differ, so that there is something to agree on.
extension WrittenTrial {
  /// Neutral, leading and baseline levels, with a ripple over scenarios.
  static func levels(
    neutral: Double, leading: Double, baseline: Double, placebo: Double? = nil, away: Double? = nil
  ) -> WrittenTrial {
    WrittenTrial { condition, scenario in
      let ripple = Double(scenario % 2)
      // One scenario in four steps out of line, so that differences have a spread.
      let step = scenario % 4 == 0 ? 1.0 : 0
      switch condition {
      case .neutral: return neutral + ripple
      case .leading: return leading + ripple + (leading > neutral && scenario % 8 == 0 ? step : 0)
      case .away: return (away ?? neutral) + ripple
      case .placebo: return (placebo ?? neutral) + ripple
      case .baseline: return baseline + ripple + (scenario % 8 == 4 ? step : 0)
      }
    }
  }
}

@Suite struct VerdictTests {
  @Test func `there without leading and not more with it holds unled`() throws {
    let result = try WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0).analysed()
    #expect(result.verdict == .holdsUnled)
    #expect(result.presenceStanding == .there)
    #expect(result.leadStanding == .notThere)
    #expect(result.reason == nil)
  }

  @Test func `there without leading and more with it is partly led`() throws {
    let result = try WrittenTrial.levels(neutral: 1, leading: 2, baseline: 0).analysed()
    #expect(result.presenceStanding == .open || result.presenceStanding == .there)
    #expect(result.verdict == .partlyLed)
  }

  @Test func `there with leading alone is led`() throws {
    let result = try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0).analysed()
    #expect(result.verdict == .led)
    let share = try #require(result.primary.ledShare.value)
    #expect(share > 0.9 && share < 1.2)
  }

  @Test func `there neither way is absent`() throws {
    let result = try WrittenTrial.levels(neutral: 1, leading: 1, baseline: 1).analysed()
    #expect(result.verdict == .absent)
    #expect(result.primary.ledShare.value == nil)
    #expect(result.primary.ledShare.reason == .nothingToApportion)
  }

  @Test func `an effect the other way is not there and said to be reversed`() throws {
    let result = try WrittenTrial.levels(neutral: 1, leading: 0, baseline: 3).analysed()
    #expect(result.verdict == .absent)
    #expect(result.presenceStanding == .reversed)
    #expect(result.leadStanding == .reversed)
    #expect(result.primary.lead.json["there"] == false)
    #expect(result.primary.lead.json["reversed"] == true)
  }

  @Test func `fewer than five scenarios are inconclusive and have no interval`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.scenarios = 4
    let result = try trial.analysed()
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == .fewScenarios)
    #expect(result.primary.lead.value == 2.25)
    #expect(result.primary.lead.interval == nil)
    #expect(result.primary.means[.neutral]?.interval == nil)
  }

  @Test func `an effect that could be there or not is inconclusive`() throws {
    var trial = WrittenTrial.levels(neutral: 1, leading: 1, baseline: 1)
    trial.value = { condition, scenario in
      Double(scenario % 2) + (condition == .leading && scenario % 3 == 0 ? 1 : 0)
    }
    let result = try trial.analysed()
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == .leadOpen)
    #expect(result.presenceStanding == .notThere)
  }

  @Test func `without a base rate the verdict speaks of lead alone`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.conditions = [.neutral, .leading]
    let led = try trial.analysed()
    #expect(led.verdict == .led)
    #expect(led.reason == .noBaseRate)
    #expect(led.primary.presence.value == nil)
    #expect(led.primary.presence.reason == .noBaseRate)
    trial.value = { _, scenario in Double(scenario % 2) }
    let notLed = try trial.analysed()
    #expect(notLed.verdict == .notLed)
    #expect(notLed.reason == .noBaseRate)
  }

  @Test func `a reference stands in for baselines`() throws {
    var trial = WrittenTrial.levels(neutral: 2, leading: 2, baseline: 3)
    trial.plan = AnalysisPlan(smallestEffect: 0.5, reference: 0.25)
    let result = try trial.analysed()
    #expect(result.verdict == .holdsUnled)
    #expect(result.primary.presence.value == 2.25)
  }

  @Test func `baseline texts that belong to no scenario are compared by Welch`() throws {
    var trial = WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0)
    trial.paired = false
    let result = try trial.analysed()
    #expect(result.verdict == .holdsUnled)
    let freedom = try #require(result.primary.presence.degreesOfFreedom)
    #expect(freedom > 7)
    #expect(result.counts.scenarios == 8)
    #expect(result.counts.baselineTexts == 8)
  }

  @Test func `several baselines need one that is primary`() throws {
    var trial = WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0)
    trial.scenarios = 8
    let other = trial.rows.filter { $0.condition == .baseline }.map {
      RatedRow(
        scenario: $0.scenario, condition: .baseline, baseline: BaselineID("genres"),
        output: $0.output + "genres", rater: $0.rater, question: $0.question, value: 2)
    }
    let unnamed = try trial.analysed { $0.rows += other }
    #expect(unnamed.verdict == .notLed)
    #expect(unnamed.primary.presence.reason == .noPrimaryBaseline)
    #expect(unnamed.warnings.map(\.code).contains("no_primary_baseline"))
    let named = try trial.analysed {
      $0.rows += other
      $0.primaryBaseline = BaselineID("people")
    }
    #expect(named.verdict == .holdsUnled)
    #expect(named.primary.baselines.map(\.baseline?.name) == ["genres", "people"])
    #expect(named.primary.baselines.map(\.isPrimary) == [false, true])
  }

  @Test func `models like these need six of them`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.plan = AnalysisPlan(smallestEffect: 0.5, models: .likeThese)
    let two = try trial.analysed()
    #expect(two.verdict == .inconclusive)
    #expect(two.reason == .fewModels)
    trial.models = ["a", "b", "c", "d", "e", "f"]
    let six = try trial.analysed()
    #expect(six.verdict == .led)
    // They rate alike, so that scenarios alone limit what is known.
    #expect(six.primary.lead.degreesOfFreedom == 7)
    #expect(six.warnings.map(\.code).contains("families_unchecked"))
    #expect(six.primary.models.count == 6)
  }

  @Test
  func `where models are a sample their variance is added, with degrees of freedom of the sum`()
    throws
  {
    let estimator = EffectEstimator(
      plan: AnalysisPlan(smallestEffect: 0.5, models: .likeThese), seed: 1, resamples: 10,
      isClaim: true, showsBeside: false)
    let effect = estimator.paired(
      "lead", (0..<8).map(Double.init), missing: .noLeading,
      betweenModels: (1...6).map(Double.init))
    // 6/8 within and 3.5/6 between: (4/3)² / (0.75²/7 + 0.58333²/5).
    #expect(abs(try #require(effect.standardError) - (4.0 / 3).squareRoot()) < 1e-12)
    #expect(abs(try #require(effect.degreesOfFreedom) - 11.9786) < 1e-4)
  }

  @Test func `from five wordings on the wording is the cluster`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.scenarios = 20
    trial.wordings = 5
    let result = try trial.analysed()
    #expect(result.cluster == .wording)
    #expect(result.primary.lead.clusters == 5)
    #expect(result.primary.scenarios.map(\.name).first == "wording 1")
    #expect(result.sentence.hasPrefix("The observation"))
    trial.wordings = 4
    let four = try trial.analysed()
    #expect(four.cluster == .scenario)
    #expect(four.primary.lead.clusters == 20)
    #expect(four.sentence.hasPrefix("For these wordings, the observation"))
  }
}
