import Questions
import Reproducible
import TrialDesign

extension QuestionResult {
  /// Estimates all that one question's ratings say.
  ///
  /// - Parameters:
  ///   - question: Any question but a distractor or a note.
  ///   - effects: Its effects, from all texts with refusals and failures as the lowest point.
  ///   - texts: Those texts.
  ///   - rows: The rows they come from.
  ///   - design: How baselines, models and wordings enter.
  ///   - estimator: What makes an estimate of differences.
  ///   - ratings: Its single ratings, for the mixed model of each model's effects; `nil` for t alone.
  ///   - agreement: How far raters see the same.
  ///   - input: Where other baselines and refusals are found.
  init(
    of question: Question, effects: EffectSet, texts: [RatedText], rows: PrimaryRows,
    design: EffectDesign, estimator: EffectEstimator, ratings: [ModelledRating]?,
    agreement: QuestionAgreement, input: AnalysisInput
  ) {
    self.init(
      question: question, means: Self.means(of: effects.means, estimator: estimator),
      presence: effects.presence, lead: effects.lead, steerability: effects.steerability,
      placeboShift: effects.placeboShift, leadOverPlacebo: effects.leadOverPlacebo,
      leadingOverBase: effects.leadingOverBase,
      ledShare: LedShare(of: effects, design: design, estimator: estimator),
      scenarios: Self.scenarios(of: effects.means, texts: texts, design: design),
      models: Self.models(texts: texts, ratings: ratings, design: design, estimator: estimator),
      wordings: Self.wordings(texts: texts, design: design, estimator: estimator),
      baselines: rows.baselines.compactMap { baseline in
        Self.baseline(
          baseline,
          texts: rows.texts(question, unrated: input.unrated, baseline: baseline), rows: rows,
          design: design, estimator: estimator, isPaired: input.isPaired(baseline))
      },
      distributions: Self.distributions(of: question, rows: rows), agreement: agreement)
  }

  /// Choices without order have counts alone.
  init(countsOf question: Question, rows: PrimaryRows, agreement: QuestionAgreement) {
    let none = EffectEstimate(reason: .notNumeric)
    self.init(
      question: question, means: [:], presence: none, lead: none, steerability: none,
      placeboShift: none, leadOverPlacebo: none, leadingOverBase: none,
      ledShare: LedShare(value: nil, interval: nil, reason: .notNumeric), scenarios: [],
      models: [], wordings: [], baselines: [],
      distributions: Self.distributions(of: question, rows: rows),
      agreement: agreement)
  }

  private static func means(of means: TextMeans, estimator: EffectEstimator)
    -> [Condition: MeanWithInterval]
  {
    var result: [Condition: MeanWithInterval] = [:]
    for condition in Condition.allCases {
      result[condition] = estimator.mean(of: means.means(condition).ordered)
    }
    return result
  }

  private static func scenarios(of means: TextMeans, texts: [RatedText], design: EffectDesign)
    -> [ScenarioRow]
  {
    var wordings: [ScenarioID: Set<Int>] = [:]
    for text in texts where text.condition != .baseline {
      wordings[text.scenario, default: []].insert(text.wording)
    }
    var byCluster: [Cluster: [Condition: Double]] = [:]
    for condition in Condition.allCases {
      let values =
        condition == .baseline && design.base != .unpaired
        ? means.pairedBaselineMeans() : means.means(condition)
      for (cluster, value) in values { byCluster[cluster, default: [:]][condition] = value }
    }
    let presences: [Cluster: Double] =
      switch design.base {
      case .none, .unpaired: [:]
      case .reference(let reference): means.means(.neutral).mapValues { $0 - reference }
      case .paired: means.differencesFromBaseline(.neutral)
      }
    let leads = means.differences(.leading, .neutral)
    return byCluster.sorted { $0.key < $1.key }.map { cluster, means in
      let asked = cluster.scenario.flatMap { wordings[$0] } ?? []
      return ScenarioRow(
        name: cluster.name, wording: cluster.wording ?? (asked.count == 1 ? asked.first : nil),
        means: means, presence: presences[cluster], lead: leads[cluster])
    }
  }

  private static func models(
    texts: [RatedText], ratings: [ModelledRating]?, design: EffectDesign,
    estimator: EffectEstimator
  ) -> [ModelRow] {
    // Presence and lead alone are shown: nothing else is fitted or resampled.
    var estimator = estimator
    estimator.showsBeside = false
    let one = EffectDesign(
      cluster: design.cluster, base: design.base, models: [], modelsAreSample: false)
    return design.models.map { model in
      let effects = EffectSet(
        texts: texts.ofModel(model), clean: nil, ratings: ratings?.ofModel(model), design: one,
        estimator: estimator)
      return ModelRow(
        model: model, means: means(of: effects.means, estimator: estimator),
        presence: effects.presence, lead: effects.lead)
    }
  }

  /// By scenario, also where the wording is the cluster of the trial's own effects.
  private static func wordings(
    texts: [RatedText], design: EffectDesign, estimator: EffectEstimator
  ) -> [WordingRow] {
    let wordings = Set(texts.filter { $0.condition != .baseline }.map(\.wording)).sorted()
    guard wordings.count > 1 else { return [] }
    var estimator = estimator
    estimator.showsBeside = false
    let one = EffectDesign(
      cluster: .scenario, base: design.base, models: design.models,
      modelsAreSample: design.modelsAreSample)
    return wordings.map { wording in
      let effects = EffectSet(
        texts: texts.filter { $0.condition == .baseline || $0.wording == wording }, clean: nil,
        design: one, estimator: estimator)
      return WordingRow(wording: wording, presence: effects.presence, lead: effects.lead)
    }
  }

  private static func baseline(
    _ baseline: BaselineID?, texts: [RatedText], rows: PrimaryRows, design: EffectDesign,
    estimator: EffectEstimator, isPaired: Bool
  ) -> BaselineRow? {
    let base: EffectDesign.Base = isPaired ? .paired : .unpaired
    let against = EffectDesign(
      cluster: design.cluster, base: base, models: design.models,
      modelsAreSample: design.modelsAreSample)
    let effects = EffectSet(texts: texts, clean: nil, design: against, estimator: estimator)
    guard let mean = estimator.mean(of: effects.means.means(.baseline).ordered) else { return nil }
    return BaselineRow(
      baseline: baseline, isPrimary: baseline == rows.baseline && !rows.baselineIsAmbiguous,
      mean: mean, presence: effects.presence)
  }

  private static func distributions(of question: Question, rows: PrimaryRows)
    -> [Condition: Distribution]
  {
    let levels = question.form.labels.isEmpty ? 10 : question.form.labels.count
    var counts: [Condition: [Int]] = [:]
    var unknown: [Condition: Int] = [:]
    for row in rows.first where row.question == question.id {
      guard row.condition != .baseline || row.baseline == rows.baseline else { continue }
      guard let value = row.value else {
        unknown[row.condition, default: 0] += 1
        continue
      }
      let level = question.form.labels.isEmpty ? Int(value / 10) : Int(value)
      counts[row.condition, default: Array(repeating: 0, count: levels)][
        min(max(level, 0), levels - 1)] += 1
    }
    var result: [Condition: Distribution] = [:]
    for condition in Condition.allCases
    where counts[condition] != nil || unknown[condition] != nil {
      result[condition] = Distribution(
        counts: counts[condition] ?? Array(repeating: 0, count: levels),
        cannotTell: unknown[condition] ?? 0)
    }
    return result
  }
}
