import Questions
import Reproducible
import Statistics
import TrialDesign

/// All effects of one question, from one set of texts.
struct EffectSet: Sendable {
  var presence: EffectEstimate
  var lead: EffectEstimate
  var steerability: EffectEstimate
  var placeboShift: EffectEstimate
  var neutralOverAway: EffectEstimate
  var leadOverPlacebo: EffectEstimate
  var leadingOverBase: EffectEstimate
  var cleanLead: EffectEstimate
  var fall: EffectEstimate
  /// The means that the effects were made of.
  let means: TextMeans

  /// Estimates every effect.
  ///
  /// - Parameters:
  ///   - texts: Texts of all conditions, the baseline being the one to measure against.
  ///   - clean: The same with echoing outputs counted by their masked views alone; `nil` where
  ///     nothing echoes, and clean lead is lead.
  ///   - ratings: The single ratings of the same texts, for the mixed model; `nil` for t alone.
  ///   - cleanRatings: Those of `clean`.
  ///   - design: How baselines and models enter.
  ///   - estimator: What makes an estimate of differences.
  init(
    texts: [RatedText], clean: [RatedText]?, ratings: [ModelledRating]? = nil,
    cleanRatings: [ModelledRating]? = nil, design: EffectDesign, estimator: EffectEstimator
  ) {
    let model = ratings.map {
      MixedEffectModel(ratings: $0, design: design, alpha: estimator.plan.alpha)
    }
    let means = TextMeans(of: texts, kind: design.cluster)
    self.means = means
    let models = design.modelsAreSample ? design.models : []
    let byModel = models.map { TextMeans(of: texts.ofModel($0), kind: design.cluster) }
    func within(
      _ name: String, _ first: Condition, _ second: Condition, _ missing: Reason,
      decides: Bool = false
    ) -> EffectEstimate {
      let effect = estimator.paired(
        name, means.differences(first, second).ordered,
        missing: means.has(first) ? means.has(second) ? .noPairs : Self.absence(second) : missing,
        betweenModels: byModel.compactMap {
          let values = $0.differences(first, second).ordered
          return values.isEmpty ? nil : values.mean
        })
      return estimator.beside(
        effect, estimator.fits(name) || decides ? model?.within(first, second) : nil,
        means.differences(first, second))
    }
    func overBase(_ name: String, _ condition: Condition) -> EffectEstimate {
      estimator.beside(
        tOverBase(name, condition), estimator.fits(name) ? model?.overBase(condition) : nil,
        design.differences(means, condition))
    }
    func tOverBase(_ name: String, _ condition: Condition) -> EffectEstimate {
      guard means.has(condition) else {
        return estimator.paired(name, [], missing: Self.absence(condition))
      }
      let between = byModel.compactMap { design.overBase($0, condition) }
      switch design.base {
      case .none(let reason):
        return estimator.paired(name, [], missing: reason)
      case .reference(let reference):
        return estimator.paired(
          name, means.means(condition).ordered.map { $0 - reference }, missing: .noRatings,
          betweenModels: between)
      case .paired:
        return estimator.paired(
          name, means.differencesFromBaseline(condition).ordered,
          missing: means.has(.baseline) ? .noPairs : .noBaseRate,
          betweenModels: between)
      case .unpaired:
        return estimator.unpaired(
          name, means.means(condition).ordered, means.means(.baseline).ordered,
          missing: .noBaseRate, betweenModels: between)
      }
    }
    presence = overBase("presence", .neutral)
    lead = within("lead", .leading, .neutral, .noLeading)
    steerability = within("steerability", .leading, .away, .noLeading)
    neutralOverAway = within("neutral over away", .neutral, .away, .noNeutral)
    // A placebo that moves ratings decides too; it can be there only where its mean reaches so far.
    let shifts = means.differences(.placebo, .neutral).ordered
    let placeboDecides =
      estimator.isClaim && !shifts.isEmpty && abs(shifts.mean) >= estimator.plan.smallestEffect
    placeboShift = within("placebo", .placebo, .neutral, .noPlacebo, decides: placeboDecides)
    leadOverPlacebo = within(
      "lead over placebo", .leading, .placebo, .noLeading, decides: placeboDecides)
    leadingOverBase = overBase("leading over base", .leading)
    cleanLead = lead
    fall = EffectEstimate(value: lead.value.map { _ in 0 }, clusters: lead.clusters)
    if estimator.isClaim {
      addEquivalence(shifts, plan: estimator.plan)
      letPlaceboSpeak(smallestEffect: estimator.plan.smallestEffect)
    }
    cleanLead = lead
    guard let clean else { return }
    let cleaned = TextMeans(of: clean, kind: design.cluster).differences(.leading, .neutral)
    let all = means.differences(.leading, .neutral)
    // Where models are a sample, these carry the variance between them too, as lead does.
    let cleanByModel = models.map {
      TextMeans(of: clean.ofModel($0), kind: design.cluster).differences(.leading, .neutral)
    }
    let cleanModel = cleanRatings.map {
      MixedEffectModel(ratings: $0, design: design, alpha: estimator.plan.alpha)
    }
    cleanLead = estimator.beside(
      estimator.paired(
        "clean lead", cleaned.ordered, missing: .noCleanRatings,
        betweenModels: cleanByModel.filter { !$0.isEmpty }.map(\.ordered.mean)),
      cleanModel?.within(.leading, .neutral), cleaned)
    let fallsByModel = zip(byModel, cleanByModel).map { means, cleaned in
      Self.falls(from: means.differences(.leading, .neutral), to: cleaned)
    }
    fall = estimator.paired(
      "fall", Self.falls(from: all, to: cleaned).ordered, missing: .noCleanRatings,
      betweenModels: fallsByModel.filter { !$0.isEmpty }.map(\.ordered.mean))
  }

  /// By how much each cluster's lead goes down when clean ratings alone count.
  private static func falls(
    from all: [Cluster: Double], to cleaned: [Cluster: Double]
  ) -> [Cluster: Double] {
    var falls: [Cluster: Double] = [:]
    for (cluster, value) in cleaned { if let lead = all[cluster] { falls[cluster] = lead - value } }
    return falls
  }

  /// Two one-sided tests of the placebo shift against the smallest effect, both ways.
  private mutating func addEquivalence(_ differences: [Double], plan: AnalysisPlan) {
    guard let narrow = placeboShift.narrowInterval else { return }
    placeboShift.isEquivalent =
      narrow.low > -plan.smallestEffect && narrow.high < plan.smallestEffect
    // Differences that are all the same have an interval of one point and no p.
    let test = try? EquivalenceTest(
      of: differences, low: -plan.smallestEffect, high: plan.smallestEffect, alpha: plan.alpha)
    placeboShift.equivalenceP = test?.pValue
  }

  /// Where any added text moves the ratings, lead must be there against the placebo too.
  mutating func letPlaceboSpeak(smallestEffect: Double) {
    guard placeboMoves(smallestEffect: smallestEffect), lead.standing == .there,
      leadOverPlacebo.standing != .there
    else { return }
    lead.standing = .open
    lead.reason = .placeboMoves
  }

  /// Whether the placebo shift is there in either direction.
  func placeboMoves(smallestEffect: Double) -> Bool {
    guard let value = placeboShift.value, let interval = placeboShift.interval else { return false }
    return interval.low > 0 && value >= smallestEffect
      || interval.high < 0 && value <= -smallestEffect
  }

  private static func absence(_ condition: Condition) -> Reason {
    switch condition {
    case .neutral: .noNeutral
    case .leading: .noLeading
    case .away: .noAway
    case .placebo: .noPlacebo
    case .baseline: .noBaseRate
    }
  }
}

/// How baselines, models and wordings enter the effects.
struct EffectDesign: Sendable {
  /// What presence is measured against.
  enum Base: Hashable, Sendable {
    case none(Reason)
    case reference(Double)
    case paired
    case unpaired
  }

  let cluster: ClusterKind
  let base: Base
  let models: [String]
  /// Models stand for models like these, so that their variance enters.
  let modelsAreSample: Bool

  /// A condition over what it is measured against, by cluster; empty where they are not paired.
  func differences(_ means: TextMeans, _ condition: Condition) -> [Cluster: Double] {
    switch base {
    case .none, .unpaired: [:]
    case .reference(let reference): means.means(condition).mapValues { $0 - reference }
    case .paired: means.differencesFromBaseline(condition)
    }
  }

  /// One number for a condition over what it is measured against; `nil` where there is none.
  func overBase(_ means: TextMeans, _ condition: Condition) -> Double? {
    let values = means.means(condition).ordered
    guard !values.isEmpty else { return nil }
    switch base {
    case .none: return nil
    case .reference(let reference): return values.mean - reference
    case .paired:
      let differences = means.differencesFromBaseline(condition).ordered
      return differences.isEmpty ? nil : differences.mean
    case .unpaired:
      let baseline = means.means(.baseline).ordered
      return baseline.isEmpty ? nil : values.mean - baseline.mean
    }
  }
}
