import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

/// A small table made by a formula; its figures were computed with NumPy and SciPy 1.17.
private enum SmallTable {
  static let conditions: [Condition] = [.neutral, .leading, .away, .placebo, .baseline]
  static let shift = [1, 2, 0, 1, 0]

  /// Seven scenarios, two models, three raters, some of whom cannot tell.
  static func rows(unpaired: Bool = false) -> [RatedRow] {
    var rows: [RatedRow] = []
    for scenario in 0..<7 {
      for model in 0..<2 {
        for (number, condition) in conditions.enumerated() {
          for rater in 0..<3 {
            let unknown = (scenario + 2 * model + 3 * rater + number) % 11 == 0
            let level =
              shift[number] + (3 * scenario + 5 * model + 2 * rater + scenario * number) % 3
            let isText = condition == .baseline && unpaired
            rows.append(
              RatedRow(
                scenario: ScenarioID((isText ? "t" : "s") + "\(scenario)"), condition: condition,
                baseline: condition == .baseline ? BaselineID("genres") : nil, model: "m\(model)",
                output: "\(scenario)/\(model)/\(condition.rawValue)", rater: "r\(rater)",
                question: Question.theme.id,
                value: unknown ? nil : Double(min(max(level, 0), 4))))
          }
        }
      }
    }
    return rows
  }

  static func result(
    _ plan: AnalysisPlan = AnalysisPlan(smallestEffect: 0.5), unpaired: Bool = false
  )
    throws -> QuestionResult
  {
    try TrialResult(
      analyzing: AnalysisInput(
        trial: "small", questions: [.theme], plan: plan, baselineIsPaired: !unpaired,
        rows: rows(unpaired: unpaired), fitsModels: false)
    ).primary
  }
}

@Suite struct EffectTests {
  private func expect(
    _ effect: EffectEstimate, _ value: Double, _ low: Double, _ high: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let interval = try #require(effect.interval, sourceLocation: sourceLocation)
    #expect(abs(try #require(effect.value) - value) < 1e-10, sourceLocation: sourceLocation)
    #expect(abs(interval.low - low) < 1e-9, sourceLocation: sourceLocation)
    #expect(abs(interval.high - high) < 1e-9, sourceLocation: sourceLocation)
  }

  @Test func `effects within a scenario have the t intervals of SciPy`() throws {
    let result = try SmallTable.result()
    try expect(result.lead, 0.8928571428571429, 0.7109409569921702, 1.0747733287221157)
    try expect(result.steerability, 2, 1.733020029124848, 2.266979970875152)
    try expect(
      result.placeboShift, -0.10714285714285714, -0.23073056877931014, 0.016444854493595853)
    try expect(result.leadOverPlacebo, 1, 0.7330200291248481, 1.266979970875152)
    let narrow = try #require(result.lead.narrowInterval)
    #expect(abs(narrow.low - 0.7483909885435083) < 1e-9)
    #expect(abs(narrow.high - 1.0373232971707775) < 1e-9)
    #expect(result.lead.signFlipP == 0.015625)
    #expect(result.placeboShift.isEquivalent == true)
    #expect(result.lead.clusters == 7)
  }

  @Test func `presence is taken against the paired baseline`() throws {
    let result = try SmallTable.result()
    try expect(result.presence, 1.0357142857142858, 0.8276851683820815, 1.24374340304649)
    try expect(result.leadingOverBase, 1.9285714285714286, 1.6387325533813621, 2.218410303761495)
  }

  @Test func `presence against texts that belong to no scenario is Welch's`() throws {
    let result = try SmallTable.result(unpaired: true)
    try expect(result.presence, 1.0357142857142858, 0.8595466093419359, 1.2118819620866357)
    let narrow = try #require(result.presence.narrowInterval)
    #expect(abs(narrow.low - 0.8920522683350819) < 1e-9)
    #expect(abs(try #require(result.presence.degreesOfFreedom) - 10.8) < 1e-9)
    #expect(result.presence.signFlipP == nil)
  }

  @Test func `presence against a reference is a one-sample interval`() throws {
    let result = try SmallTable.result(AnalysisPlan(smallestEffect: 0.5, reference: 0.25))
    try expect(result.presence, 1.8214285714285714, 1.7086089422723563, 1.9342482005847865)
  }

  @Test func `the led share has Fieller's interval`() throws {
    let share = try SmallTable.result().ledShare
    let interval = try #require(share.interval)
    #expect(abs(try #require(share.value) - 0.46296296296296297) < 1e-10)
    #expect(abs(interval.low - 0.39528075602405705) < 1e-8)
    #expect(abs(interval.high - 0.5317344382968957) < 1e-8)
  }

  @Test func `the led share over unpaired texts is bootstrapped about the same value`() throws {
    let share = try SmallTable.result(unpaired: true).ledShare
    let interval = try #require(share.interval)
    #expect(abs(try #require(share.value) - 0.46296296296296297) < 1e-10)
    #expect(interval.contains(0.46296296296296297))
    #expect(interval.low > 0.35 && interval.high < 0.6)
  }

  @Test func `the led share is withheld unless the whole lies above the smallest effect`() throws {
    let share = try SmallTable.result(AnalysisPlan(smallestEffect: 1.7)).ledShare
    #expect(share.value == nil)
    #expect(share.reason == .nothingToApportion)
  }

  @Test func `each model has its row`() throws {
    let models = try SmallTable.result().models
    #expect(models.map(\.model) == ["m0", "m1"])
    try expect(models[0].lead, 0.8571428571428571, 0.631503598830427, 1.0827821154552872)
    try expect(models[1].lead, 0.9285714285714286, 0.6094693292621839, 1.2476735278806732)
    try expect(models[0].presence, 1.0714285714285714, 0.7523264721193267, 1.390530670737816)
  }

  @Test func `means, distributions and what raters could not tell are counted`() throws {
    let result = try SmallTable.result()
    let neutral = try #require(result.means[.neutral])
    #expect(abs(neutral.value - 2.0714285714285716) < 1e-10)
    #expect(abs(try #require(neutral.interval).low - 1.9586089422723565) < 1e-9)
    let spread = try #require(result.distributions[.neutral])
    #expect(spread.counts == [0, 12, 12, 14, 0])
    #expect(spread.cannotTell == 4)
    #expect(spread.cannotTellShare == 4.0 / 42)
    #expect(result.distributions[.leading]?.counts == [0, 0, 13, 14, 12])
  }

  @Test func `agreement is alpha with the ordinal metric and the quadratic coefficient`() throws {
    let agreement = try SmallTable.result().agreement
    #expect(abs(try #require(agreement.alpha.value) - 0.16309587711461004) < 1e-10)
    #expect(abs(try #require(agreement.brennanPrediger.value) - 0.5071428571428571) < 1e-10)
    #expect(agreement.metric == "ordinal")
    #expect(try #require(agreement.alpha.interval).contains(0.16))
  }

  @Test func `bootstrap intervals lie near the t interval and repeat`() throws {
    let first = try SmallTable.result()
    let interval = try #require(first.lead.bootstrap)
    #expect(interval.low > 0.7 && interval.low < 0.8)
    #expect(interval.high > 0.98 && interval.high < 1.1)
    #expect(try SmallTable.result() == first)
  }

  @Test func `a row order changes nothing`() throws {
    var generator = SeededGenerator(seed: 3)
    let shuffled = SmallTable.rows().stablyShuffled(using: &generator)
    let result = try TrialResult(
      analyzing: AnalysisInput(
        trial: "small", questions: [.theme], plan: AnalysisPlan(smallestEffect: 0.5),
        rows: shuffled, fitsModels: false)
    ).primary
    let plain = try SmallTable.result()
    #expect(abs(try #require(result.lead.value) - (try #require(plain.lead.value))) < 1e-12)
    #expect(result.distributions == plain.distributions)
  }

  @Test func `Bang's index is averaged over both arms`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let guesses: [(Condition, ConditionGuess, Int)] = [
      (.leading, .toward, 12), (.leading, .away, 3), (.leading, .neither, 1),
      (.leading, .cannotTell, 4), (.neutral, .neither, 9), (.neutral, .toward, 6),
      (.neutral, .cannotTell, 5),
    ]
    let result = try trial.analysed { input in
      for (condition, guess, count) in guesses {
        for number in 0..<count {
          input.rows.append(
            RatedRow(
              scenario: WrittenTrial.scenario(number % 8), condition: condition, model: "alpha",
              output: "\(condition.rawValue)/\(number % 8)/alpha", rater: "ada",
              question: .conditionGuess, value: nil, guess: guess))
        }
      }
    }
    let gate = result.blindingGate
    #expect(gate.leadingArm.index == 0.4)
    #expect(abs(try #require(gate.neutralArm.index) - 0.15) < 1e-12)
    #expect(abs(try #require(gate.meanIndex) - 0.275) < 1e-12)
    let interval = try #require(gate.meanIndexInterval)
    #expect(abs(interval.low - 0.01874829421789176) < 1e-9)
    #expect(abs(interval.high - 0.5312517057821082) < 1e-9)
    let lead = try #require(result.primary.lead.value)
    #expect(abs(try #require(gate.push) - lead / 0.275) < 1e-9)
    #expect(result.verdict == .led)
    #expect(result.warnings.map(\.code).contains("guessed"))
  }

  @Test func `controls are compared by Welch at the narrow level`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let controls = try trial.analysed {
      $0.rows += trial.controls(show: [3, 4, 3, 4], showNot: [0, 0, 1, 0])
    }.agreementGate.controls
    #expect(controls.difference == 3.25)
    #expect(abs(try #require(controls.interval).low - 2.5052147727862633) < 1e-9)
  }

  @Test func `other questions have estimates and no verdict, distractors and notes neither`() throws
  {
    let depth = Question(
      id: QuestionID("depth"), ask: "How deep?", form: .slider(low: "flat", high: "deep"))
    let ends = Question(
      id: QuestionID("ends"), ask: "How?", form: .nominal(["alone", "noticed", "other"]))
    let quarrel = Question(
      id: QuestionID("quarrel"), ask: "A quarrel?", form: .binary(no: "no", yes: "yes"),
      isDistractor: true)
    let note = Question(id: QuestionID("note"), ask: "More?", form: .note)
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let result = try trial.analysed { input in
      input.questions += [depth, ends, quarrel, note]
      input.rows += trial.rows.map {
        RatedRow(
          scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
          output: $0.output, rater: $0.rater, question: depth.id, value: ($0.value ?? 0) * 25)
      }
      input.rows += trial.rows.map {
        RatedRow(
          scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
          output: $0.output, rater: $0.rater, question: ends.id, value: 1)
      }
    }
    #expect(result.questions.map(\.question.id.name) == ["theme", "depth", "ends"])
    let slider = result.questions[1]
    let lead = try #require(result.primary.lead.value)
    #expect(abs(try #require(slider.lead.value) - lead * 25) < 1e-9)
    #expect(slider.lead.standing == nil)
    #expect(slider.ledShare.reason == .notPrimary)
    #expect(slider.agreement.alpha.value == 1)
    #expect(slider.distributions[.neutral]?.counts == [24, 0, 24, 0, 0, 0, 0, 0, 0, 0])
    let nominal = result.questions[2]
    #expect(nominal.means.isEmpty)
    #expect(nominal.lead.reason == .notNumeric)
    #expect(nominal.distributions[.leading]?.counts == [0, 48, 0])
  }
}
