import Foundation
import Questions
import Reproducible
import Statistics
import TrialDesign

@testable import Analysis
@testable import Reporting

/// A made-up trial with numbers as real ones look; each test changes what it is about.
struct SampleTrial {
  var name = "unused-skills"
  var observation =
    "Short stories written by the model centre on a character whose skills their world has no use "
    + "for."
  var form = AnswerForm.ordinal([
    "not at all", "hinted at", "present in one passage", "what the story is about",
  ])
  var levels: [Condition: Double] = [
    .neutral: 0.42, .leading: 1.93, .away: 0.31, .placebo: 0.47, .baseline: 0.38,
  ]
  var scenarios = 24
  var models = ["gemma-270m", "qwen-0.6b"]
  var raters = 6
  var verdict = Verdict.led
  var reason: Reason?
  var sentence =
    "For these wordings, the observation was led by the wording: when nobody leads it is found no "
    + "more than in the base rate, and wording that points to it adds to it. Presence is 0.04 "
    + "points (95 % interval −0.15 to 0.23) and lead is 1.51 (1.26 to 1.76), on a scale from 0 to "
    + "3 on which 0.50 points would count."
  var warnings: [Warning] = [
    Warning(
      code: "guessed",
      text: "Readers guess the condition better than chance (Bang's index 0.30 over both "
        + "conditions); who sees an effect can.")
  ]
  var alpha = CoefficientEstimate(
    value: 0.71, interval: Interval(low: 0.64, high: 0.78, level: 0.95), reason: nil)
  var outcome = AgreementOutcome.agreed
  var isSimulated = false
  var unrated: [Condition: Int] = [.leading: 2, .neutral: 1]
  var decisive: [String: Verdict] = [:]
  var others: [Question] = [
    Question(
      id: QuestionID("mood"), ask: "How does the story leave you?",
      form: .slider(low: "heavy", high: "light"), isDistractor: true),
    Question(
      id: QuestionID("ending"), ask: "How does it end?",
      form: .nominal(["well", "badly", "openly"])),
  ]
  var plan = AnalysisPlan(smallestEffect: 0.5)

  func spread(_ condition: Condition, _ scenario: Int, scale: Double) -> Double {
    var generator = SeededGenerator(seed: UInt64(scenario), label: condition.rawValue)
    let noise = (0..<4).reduce(0) { sum, _ in sum + generator.unit() - 0.5 }
    return min(max((levels[condition] ?? 0) + noise * 0.75, 0), 3) * scale
  }

  func rows(scale: Double) -> [ScenarioRow] {
    (0..<scenarios).map { scenario in
      let means = Dictionary(
        levels.keys.map { ($0, spread($0, scenario, scale: scale)) },
        uniquingKeysWith: { first, _ in first })
      return ScenarioRow(
        name: "scenario \(scenario + 1)", wording: scenario % 2 + 1, means: means,
        presence: difference(means, .neutral, .baseline),
        lead: difference(means, .leading, .neutral))
    }
  }

  private func difference(
    _ means: [Condition: Double], _ first: Condition, _ second: Condition
  ) -> Double? {
    guard let above = means[first], let below = means[second] else { return nil }
    return above - below
  }

  func estimate(_ values: [Double], missing: Reason, judged: Bool = true) -> EffectEstimate {
    guard !values.isEmpty else {
      return EffectEstimate(standing: judged ? .open : nil, reason: missing)
    }
    let mean = values.reduce(0, +) / Double(values.count)
    guard values.count >= 5 else {
      return EffectEstimate(
        value: mean, clusters: values.count, standing: judged ? .open : nil,
        reason: .fewScenarios)
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(values.count - 1) / Double(values.count)).squareRoot()
    func interval(_ factor: Double, _ level: Double) -> Interval {
      Interval(low: mean - factor * error, high: mean + factor * error, level: level)
    }
    let wide = interval(2.07, 0.95)
    let narrow = interval(1.71, 0.9)
    let standing: Standing =
      wide.low > 0 && mean >= plan.smallestEffect
      ? .there : narrow.high < 0 ? .reversed : narrow.high < plan.smallestEffect ? .notThere : .open
    return EffectEstimate(
      value: mean, standardError: error, degreesOfFreedom: Double(values.count - 1),
      clusters: values.count, interval: wide, narrowInterval: narrow,
      bootstrap: interval(1.96, 0.95), signFlipP: abs(mean) > 2 * error ? 0.0004 : 0.41,
      standing: judged ? standing : nil)
  }

  func result(of question: Question, scale: Double) -> QuestionResult {
    let rows = self.rows(scale: scale)
    let judged = question.isPrimary
    func differences(_ first: Condition, _ second: Condition) -> [Double] {
      rows.compactMap { row in
        guard let a = row.means[first], let b = row.means[second] else { return nil }
        return a - b
      }
    }
    func effect(_ first: Condition, _ second: Condition, _ missing: Reason) -> EffectEstimate {
      estimate(
        question.form.range == nil ? [] : differences(first, second),
        missing: question.form.range == nil ? .notNumeric : missing, judged: judged)
    }
    func mean(_ condition: Condition, shift: Double = 0) -> MeanWithInterval {
      let estimate = estimate(
        rows.compactMap { $0.means[condition].map { $0 + shift } }, missing: .noRatings)
      return MeanWithInterval(
        value: estimate.value ?? 0, interval: estimate.interval, clusters: estimate.clusters)
    }
    let conditions = question.form.range == nil ? [] : levels.keys.sorted()
    func means(_ shift: Double) -> [Condition: MeanWithInterval] {
      Dictionary(
        conditions.map { ($0, mean($0, shift: shift)) }, uniquingKeysWith: { first, _ in first })
    }
    let hasBase = levels[.baseline] != nil
    let presence = effect(.neutral, .baseline, .noBaseRate)
    let lead = effect(.leading, .neutral, .noLeading)
    let coefficient = Interval(low: 0.71, high: 0.84, level: 0.95)
    return QuestionResult(
      question: question, means: means(0), presence: presence, lead: lead,
      steerability: effect(.leading, .away, .noAway),
      placeboShift: effect(.placebo, .neutral, .noPlacebo),
      leadOverPlacebo: effect(.leading, .placebo, .noPlacebo),
      leadingOverBase: effect(.leading, .baseline, .noBaseRate),
      ledShare: hasBase && judged && scenarios >= 5
        ? LedShare(value: 0.97, interval: Interval(low: 0.85, high: 1.11, level: 0.95), reason: nil)
        : LedShare(value: nil, interval: nil, reason: judged ? .noBaseRate : .notPrimary),
      scenarios: rows,
      models: models.enumerated().map { index, model in
        ModelRow(
          model: model, means: means(Double(index) * 0.05), presence: presence, lead: lead)
      },
      wordings: [1, 2].map { WordingRow(wording: $0, presence: presence, lead: lead) },
      baselines: hasBase
        ? [
          BaselineRow(
            baseline: BaselineID("by people"), isPrimary: true, mean: mean(.baseline),
            presence: presence)
        ] : [],
      distributions: distributions(question),
      agreement: QuestionAgreement(
        question: question.id, metric: question.form.range == nil ? "nominal" : "ordinal",
        alpha: alpha,
        brennanPrediger: CoefficientEstimate(
          value: raters > 1 ? 0.78 : nil, interval: raters > 1 ? coefficient : nil,
          reason: raters > 1 ? nil : .oneRater), raters: raters, outputs: 384,
        pairableOutputs: raters > 1 ? 384 : 0))
  }

  func distributions(_ question: Question) -> [Condition: Distribution] {
    let count = question.form.labels.isEmpty ? 10 : question.form.labels.count
    return Dictionary(
      levels.map { condition, level in
        let counts = (0..<count).map { step -> Int in
          let distance = Double(step) / Double(count - 1) * 3 - level
          return Int((90 / (1 + 3 * distance * distance)).rounded())
        }
        return (condition, Distribution(counts: counts, cannotTell: condition == .away ? 4 : 0))
      }, uniquingKeysWith: { first, _ in first })
  }

  var result: TrialResult {
    let primary = Question(
      id: QuestionID("unused_skill"),
      ask: "Does the main character have a skill that their surroundings have no use for?",
      form: form, isPrimary: true)
    let scale = form.range.map { $0.upperBound / 3 } ?? 1
    let first = result(of: primary, scale: scale)
    let gate = AgreementGate(
      agreement: first.agreement, floor: 0.667,
      controls: ControlComparison(
        show: 4, showNot: 4, difference: 2.4, interval: Interval(low: 1.9, high: 2.9, level: 0.9),
        apart: true), withThemselves: raters > 1 ? first.agreement : nil,
      repeats: raters > 1 ? 38 : 0, outcome: outcome,
      outcomeWithThemselves: raters > 1 ? .agreed : nil)
    func arm(_ right: Int, _ wrong: Int) -> BlindingArm {
      BlindingArm(
        correct: right, wrong: wrong, cannotTell: 9,
        index: Double(right - wrong) / Double(right + wrong + 9),
        interval: Interval(low: 0.02, high: 0.55, level: 0.95))
    }
    return TrialResult(
      trial: name, observation: observation,
      claim: ClaimPoles(
        about: "the main character", holds: "has skills that nobody around them needs",
        fails: "is needed for what they do"), plan: plan, verdict: verdict, reason: reason,
      sentence: sentence, nextStep: "Replicate it on other scenarios, models and readers.",
      readingNotes: ["A led observation may still be true of outputs that nobody rated here."],
      warnings: warnings,
      wouldChange: ["With a smallest effect above 1.51 points the lead would not count as there."],
      agreementGate: gate,
      blindingGate: BlindingGate(
        cleanLead: first.lead,
        fall: EffectEstimate(value: 0.06, clusters: scenarios, standing: .open),
        echoingOutputs: 41, maskedOutputs: 41, leadingArm: arm(31, 14), neutralArm: arm(27, 12),
        meanIndex: 0.31, meanIndexInterval: Interval(low: 0.12, high: 0.5, level: 0.95),
        push: 2.9, leak: ConditionLeak(areaUnderCurve: 0.74, pValue: 0.005, pairs: 96),
        passed: true),
      questions: [first] + others.map { result(of: $0, scale: 33) },
      counts: ResultCounts(
        scenarios: scenarios, wordings: 2, models: models.count, replicates: 2, outputs: 384,
        raters: raters, ratings: raters == 1 ? 384 : 1152, repeats: raters > 1 ? 38 : 0,
        controls: 8, unrated: unrated.values.reduce(0, +), unratedByCondition: unrated,
        baselineTexts: levels[.baseline] == nil ? 0 : 24, prompterRatings: 0, modelRatings: 0,
        simulatedRaters: isSimulated ? raters : 0, plannedRuns: 388, modelRaters: []),
      information: information, sensitivity: sensitivity(first), ratersApart: [], raterFactors: [],
      cluster: .scenario, models: models, scenarioNames: rows(scale: 1).map(\.name),
      isSimulated: isSimulated, verdictWithoutUnrated: verdict, decisiveRaters: decisive,
      deviations: [], hasBaseRate: levels[.baseline] != nil, looks: nil,
      settled: scenarios < 24 ? ["wording that points to it adds to it"] : [])
  }

  private var information: Information {
    Information(
      ratings: 384, effectiveRatings: 61.4,
      varianceShares: [
        .init(term: "scenario", share: 0.31), .init(term: "lead by scenario", share: 0.08),
        .init(term: "rater", share: 0.05), .init(term: "output", share: 0.24),
        .init(term: "rest", share: 0.32),
      ], copies: 1)
  }

  private func sensitivity(_ first: QuestionResult) -> Sensitivity {
    Sensitivity(
      rows: [
        SensitivityRow(
          way: .ordinal,
          presence: EffectEstimate(
            value: 0.21, clusters: scenarios, interval: Interval(low: -0.3, high: 0.7, level: 0.95)),
          lead: EffectEstimate(
            value: 2.4, clusters: scenarios, interval: Interval(low: 1.7, high: 3.1, level: 0.95))),
        SensitivityRow(way: .lengthAdjusted, presence: first.presence, lead: first.lead),
        SensitivityRow(
          way: .lengthMatched, presence: .withheld(.noPairs), lead: .withheld(.noMatches)),
      ],
      length: LengthFacts(
        means: [.neutral: 198.2, .leading: 203.4], leadDoublings: 0.04, perDoubling: 0.21, pairs: 0,
        moved: []))
  }
}
