import Faults
import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct GateTests {
  /// A led trial in which raters answer as they please.
  private var disagreeing: WrittenTrial {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.scenarios = 16
    trial.rated = { rater, value, scenario, _ in
      switch rater {
      case "ada": value
      case "bert": Double((scenario * 3) % 5)
      default: Double((scenario * 2 + 1) % 5)
      }
    }
    return trial
  }

  /// All see next to nothing anywhere: alpha is low however well they agree.
  private var empty: WrittenTrial {
    var trial = WrittenTrial { _, _ in 0 }
    trial.scenarios = 16
    trial.rated = { rater, value, scenario, condition in
      let slips = ["ada": 3, "bert": 7, "cleo": 11]
      return scenario == slips[rater] && condition == .away ? 1 : value
    }
    return trial
  }

  @Test func `raters who do not see the same make a trial unreadable`() throws {
    let result = try disagreeing.analysed()
    #expect(result.verdict == .unreadable)
    #expect(result.reason == .ratersDisagree)
    #expect(!result.agreementGate.passed)
    #expect(result.agreementGate.outcome == .belowFloor)
  }

  @Test func `unreadable comes before inconclusive`() throws {
    var trial = disagreeing
    trial.scenarios = 4
    let result = try trial.analysed()
    #expect(result.primary.lead.reason == .fewScenarios)
    #expect(result.verdict == .unreadable)
  }

  @Test func `agreement on nothing needs controls`() throws {
    let result = try empty.analysed()
    #expect(result.agreementGate.outcome == .notShown)
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == .noControl)
    let low = try #require(result.agreementGate.agreement.brennanPrediger.interval?.low)
    #expect(low > 0.9)
  }

  @Test func `controls that are told apart excuse a low alpha`() throws {
    let trial = empty
    let result = try trial.analysed {
      $0.rows += trial.controls(show: [3, 4, 3, 4], showNot: [0, 0, 1, 0])
    }
    #expect(result.agreementGate.controls.apart == true)
    #expect(result.agreementGate.outcome == .excused)
    #expect(result.verdict == .absent)
    #expect(result.counts.controls == 8)
    #expect(result.warnings.map(\.code).contains("agreement_excused"))
  }

  @Test func `controls that are not told apart leave it unreadable`() throws {
    let trial = empty
    let result = try trial.analysed {
      $0.rows += trial.controls(show: [0, 1, 0, 0], showNot: [0, 0, 1, 0])
    }
    #expect(result.agreementGate.controls.apart == false)
    #expect(result.verdict == .unreadable)
  }

  @Test func `controls that are not told apart warn first where raters agree`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let missed = try trial.analysed {
      $0.rows += trial.controls(show: [0, 1, 0, 0], showNot: [0, 0, 1, 0])
    }
    #expect(missed.agreementGate.outcome == .agreed)
    #expect(missed.verdict == .led)
    #expect(missed.warnings.first?.code == "controls_not_apart")
    #expect(
      missed.warnings.first?.text
        == "The raters did not tell the texts known to show it from those known not to, so "
        + "\"not there\" says little here.")
    let told = try trial.analysed {
      $0.rows += trial.controls(show: [4, 4, 3, 4], showNot: [0, 0, 1, 0])
    }
    #expect(!told.warnings.map(\.code).contains("controls_not_apart"))
  }

  @Test func `three controls of a kind show nothing`() throws {
    let trial = empty
    let result = try trial.analysed {
      $0.rows += trial.controls(show: [3, 4, 3], showNot: [0, 0, 1, 0])
    }
    #expect(result.agreementGate.controls.apart == nil)
    #expect(result.reason == .noControl)
  }

  @Test func `controls are in no estimate`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let without = try trial.analysed()
    let with = try trial.analysed {
      $0.rows += trial.controls(show: [4, 4, 4, 4], showNot: [0, 0, 0, 0])
    }
    #expect(with.primary.means == without.primary.means)
    #expect(with.primary.agreement == without.primary.agreement)
    #expect(with.primary.distributions == without.primary.distributions)
  }

  @Test func `one rater leaves agreement unknown and the sentence says so`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.raters = ["ada"]
    let result = try trial.analysed()
    #expect(result.verdict == .led)
    #expect(result.agreementGate.outcome == .unknown)
    #expect(result.agreementGate.agreement.alpha.reason == .oneRater)
    #expect(result.sentence.contains("One reader rated the texts"))
  }

  @Test func `from twenty repeats on raters must agree with themselves`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    func repeats(_ count: Int, _ again: (Int, Double) -> Double) -> [RatedRow] {
      trial.rows.filter { $0.rater == "ada" }.prefix(count).enumerated().map { index, row in
        RatedRow(
          scenario: row.scenario, condition: row.condition, baseline: row.baseline,
          model: row.model, output: row.output, rater: row.rater, question: row.question,
          value: again(index, row.value ?? 0), occasion: 2)
      }
    }
    let fickle = try trial.analysed { $0.rows += repeats(40) { index, _ in Double(index % 4) } }
    #expect(fickle.agreementGate.repeats == 40)
    #expect(fickle.verdict == .unreadable)
    #expect(fickle.reason == .ratersDisagreeWithThemselves)
    let few = try trial.analysed { $0.rows += repeats(19) { index, _ in Double(index % 4) } }
    #expect(few.verdict == .led)
    #expect(few.agreementGate.outcomeWithThemselves == nil)
    let steady = try trial.analysed { $0.rows += repeats(40) { _, value in value } }
    #expect(steady.verdict == .led)
    #expect(steady.agreementGate.outcomeWithThemselves == .agreed)
    #expect(steady.primary.means == few.primary.means)
  }

  @Test func `refusals that decide make it inconclusive`() throws {
    var trial = WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0)
    trial.conditions = [.neutral, .leading, .baseline]
    let refusals = (0..<8).flatMap { scenario in
      (1...3).map {
        UnratedOutput(
          scenario: WrittenTrial.scenario(scenario), condition: .neutral, model: "alpha",
          replicate: $0 + 1, reason: "refused")
      }
    }
    let result = try trial.analysed { $0.unrated = refusals }
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == .refusalsDecide)
    #expect(result.verdictWithoutUnrated == .holdsUnled)
    #expect(result.counts.unrated == 24)
    #expect(result.counts.unratedByCondition == [.neutral: 24])
  }

  @Test func `refusals that decide nothing leave the verdict`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 3, baseline: 0)
    let refusal = UnratedOutput(
      scenario: WrittenTrial.scenario(2), condition: .leading, model: "beta", replicate: 2,
      reason: "refused")
    let result = try trial.analysed { $0.unrated = [refusal] }
    #expect(result.verdict == .led)
    // Model beta's scenario falls from 3 to 1.5, the scenario by 0.75, the mean of eight by 0.09375.
    let plain = try trial.analysed()
    let fall = try #require(plain.primary.lead.value) - (try #require(result.primary.lead.value))
    #expect(abs(fall - 0.75 / 8) < 1e-12)
  }

  @Test func `where any added text moves the ratings lead must beat it`() throws {
    let beaten = try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0, placebo: 2)
      .analysed()
    #expect(beaten.primary.lead.standing == .open)
    #expect(beaten.reason == .placeboMoves)
    #expect(beaten.warnings.map(\.code).contains("placebo_not_inert"))
    let beating = try WrittenTrial.levels(neutral: 0, leading: 3, baseline: 0, placebo: 1)
      .analysed()
    #expect(beating.verdict == .led)
    let downwards = try WrittenTrial.levels(neutral: 2, leading: 3, baseline: 2, placebo: 0)
      .analysed()
    #expect(downwards.leadStanding == .there)
    #expect(downwards.verdict == .led)
  }

  /// Every leading output echoes, and masked views show nothing of the effect.
  private func echoing(_ trial: WrittenTrial, masked: Set<String>) -> [RatedRow] {
    trial.rows.map { row in
      let isEcho = row.condition == .leading
      let hides = masked.contains(row.rater)
      return RatedRow(
        scenario: row.scenario, condition: row.condition, baseline: row.baseline,
        model: row.model, output: row.output, rater: row.rater, question: row.question,
        value: isEcho && hides ? max(0, (row.value ?? 0) - 2) : row.value, echo: isEcho,
        masked: hides)
    }
  }

  @Test func `a lead that goes when echoes are masked is unblinded, open presence or not`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.plan = AnalysisPlan(smallestEffect: 0.5, agreementFloor: 0)
    let result = try trial.analysed { $0.rows = echoing(trial, masked: ["bert", "cleo"]) }
    #expect(result.verdict == .unblinded)
    #expect(result.reason == .echoMovesRatings)
    #expect(!result.blindingGate.passed)
    #expect(result.blindingGate.echoingOutputs == 16)
    #expect(result.blindingGate.maskedOutputs == 16)
    trial.conditions = [.neutral, .leading, .baseline]
    let open = try trial.analysed { input in
      input.rows = echoing(trial, masked: ["bert", "cleo"]).filter {
        $0.condition != .baseline || $0.scenario < WrittenTrial.scenario(3)
      }
    }
    #expect(open.presenceStanding == .open)
    #expect(open.verdict == .unblinded)
  }

  @Test func `echoes that nobody saw masked leave a warning`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let result = try trial.analysed { $0.rows = echoing(trial, masked: []) }
    #expect(result.verdict == .led)
    #expect(result.blindingGate.cleanLead.value == nil)
    #expect(result.warnings.map(\.code) == ["echo_unchecked"])
  }

  @Test func `a lead that stays when echoes are masked is led`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let result = try trial.analysed { input in
      input.rows = trial.rows.map {
        RatedRow(
          scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
          output: $0.output, rater: $0.rater, question: $0.question, value: $0.value,
          echo: $0.condition == .leading, masked: $0.rater == "bert")
      }
    }
    #expect(result.verdict == .led)
    #expect(result.blindingGate.fall.value == 0)
    #expect(result.warnings.isEmpty)
  }

  @Test func `ratings by models alone give no verdict`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let result = try trial.analysed { input in
      input.rows = trial.rows.map {
        RatedRow(
          scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
          output: $0.output, rater: $0.rater, raterKind: .model, question: $0.question,
          value: $0.value)
      }
    }
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == .noRatings)
    #expect(
      result.sentence
        == "For these wordings, the observation is not settled: nobody whose ratings count has "
        + "rated a text.")
    #expect(result.warnings.map(\.code) == ["raters_apart"])
  }

  @Test func `one rater who decides is named`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 0, baseline: 0)
    trial.scenarios = 16
    trial.plan = AnalysisPlan(smallestEffect: 0.5, agreementFloor: 0)
    trial.rated = { rater, value, _, condition in
      rater == "ada" && condition == .leading ? value + 3 : value
    }
    let result = try trial.analysed()
    #expect(result.verdict == .led)
    #expect(result.decisiveRaters == ["ada": .absent])
    #expect(result.warnings.contains { $0.text.contains("Without rater ada") })
  }

  @Test func `prompter and model ratings stay out of the estimate`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let plain = try trial.analysed()
    let more = try trial.analysed { input in
      for kind in [RaterKind.prompter, .model] {
        input.rows += trial.rows.filter { $0.rater == "ada" }.map {
          RatedRow(
            scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline,
            model: $0.model, output: $0.output, rater: kind.rawValue, raterKind: kind,
            question: $0.question, value: 4)
        }
      }
    }
    #expect(more.primary.means == plain.primary.means)
    #expect(more.counts.modelRaters == ["model"])
    #expect(more.counts.prompterRatings == more.counts.modelRatings)
    #expect(more.warnings.map(\.code).contains("raters_apart"))
  }

  @Test func `a simulated rater marks the whole result`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let result = try trial.analysed { input in
      input.rows = trial.rows.map {
        RatedRow(
          scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
          output: $0.output, rater: $0.rater, raterKind: .simulated, question: $0.question,
          value: $0.value)
      }
    }
    #expect(result.isSimulated)
    #expect(result.sentence.hasSuffix(" " + TrialResult.rehearsal))
    #expect(result.warnings.first?.text == TrialResult.rehearsal)
    #expect(result.warnings.first?.code == "simulated")
    #expect(result.json["simulated"] == true)
  }

  @Test func `a rating off the scale is refused with its place`() throws {
    let trial = WrittenTrial { _, _ in 5 }
    let fault = #expect(throws: Fault.self) { try trial.analysed() }
    #expect(fault?.kind == .badInput)
    #expect(fault?.problem.contains("5.00") == true)
  }

  @Test func `a primary question without order is refused`() throws {
    var trial = WrittenTrial { _, _ in 1 }
    trial.question = Question(
      id: QuestionID("ends"), ask: "How does it end?", form: .nominal(["alone", "noticed"]),
      isPrimary: true)
    let fault = #expect(throws: Fault.self) { try trial.analysed() }
    #expect(fault?.problem.contains("no order") == true)
  }
}
