import Reproducible
import Statistics
import TrialDesign

/// Turns differences between scenarios into an effect with its intervals.
struct EffectEstimator: Sendable {
  /// Fewer clusters than this give no interval.
  static let fewestClusters = 5

  let plan: AnalysisPlan
  let seed: UInt64
  let resamples: Int
  /// Whether the plan's smallest effect applies: it is given for the primary question and for those that
  /// are tested together with it.
  let isClaim: Bool
  /// Whether to compute what is only shown beside: bootstrap and sign-flip.
  var showsBeside: Bool
  /// Makes intervals that hold at all times, where such looks were planned.
  var sequence: ConfidenceSequence?

  /// A paired effect, or one against a fixed value.
  ///
  /// - Parameters:
  ///   - name: A label for the resampling draws.
  ///   - differences: One element a cluster, in a fixed order.
  ///   - reason: Why there is no effect where there are no differences.
  ///   - betweenModels: Each model's own estimate, where models are a sample.
  /// - Returns: The mean difference with its intervals, or why there is none.
  func paired(
    _ name: String, _ differences: [Double], missing reason: Reason, betweenModels: [Double] = []
  ) -> EffectEstimate {
    guard !differences.isEmpty else { return withheld(reason) }
    var effect = EffectEstimate(value: differences.mean, clusters: differences.count)
    // One difference has no spread: the estimate stands alone.
    guard let estimate = try? MeanEstimate(of: differences) else { return few(effect) }
    effect.standardError = estimate.standardError
    effect.degreesOfFreedom = Double(differences.count - 1)
    guard differences.count >= Self.fewestClusters else { return few(effect) }
    addIntervals(to: &effect, betweenModels: betweenModels)
    if showsBeside {
      var generator = SeededGenerator(seed: seed, label: "bootstrap/\(name)")
      let means = (0..<resamples).map { _ in
        (0..<differences.count).map { _ in
          differences[generator.integer(below: differences.count)]
        }.mean
      }
      effect.bootstrap = bootstrapInterval(estimate: differences.mean, means)
      // Without any difference there is nothing to flip.
      effect.signFlipP =
        try? SignFlipTest(
          of: differences, generator: SeededGenerator(seed: seed, label: "sign-flip/\(name)")
        ).pTwoSided
    }
    return effect
  }

  /// The effect between scenarios and baseline texts that belong to none of them.
  func unpaired(
    _ name: String, _ first: [Double], _ second: [Double], missing reason: Reason,
    betweenModels: [Double] = []
  ) -> EffectEstimate {
    guard !first.isEmpty, !second.isEmpty else { return withheld(reason) }
    let fewer = min(first.count, second.count)
    var effect = EffectEstimate(value: first.mean - second.mean, clusters: first.count)
    // One text on a side has no spread: the estimate stands alone.
    guard let welch = try? WelchDifference(first: first, second: second) else {
      return few(effect)
    }
    effect.standardError = welch.standardError
    effect.degreesOfFreedom = welch.degreesOfFreedom
    guard fewer >= Self.fewestClusters else { return few(effect) }
    addIntervals(to: &effect, betweenModels: betweenModels)
    if showsBeside {
      var generator = SeededGenerator(seed: seed, label: "bootstrap/\(name)")
      let draws = (0..<resamples).map { _ in
        (0..<first.count).map { _ in first[generator.integer(below: first.count)] }.mean
          - (0..<second.count).map { _ in second[generator.integer(below: second.count)] }.mean
      }
      effect.bootstrap = bootstrapInterval(estimate: first.mean - second.mean, draws)
    }
    return effect
  }

  /// Whether a mixed model stands beside an effect.
  ///
  /// For the result itself beside every effect, otherwise beside those that decide a verdict: fitting
  /// takes its time.
  func fits(_ name: String) -> Bool {
    showsBeside || name == "presence" || name == "lead"
  }

  /// An effect with a mixed model beside it, and where it then stands.
  ///
  /// - Parameters:
  ///   - effect: By t.
  ///   - model: As a mixed model has it.
  ///   - differences: By cluster, for an interval that holds at all times; empty where there is none.
  /// - Returns: The effect with the widest of them deciding.
  func beside(
    _ effect: EffectEstimate, _ model: MixedModelEstimate?, _ differences: [Cluster: Double] = [:]
  ) -> EffectEstimate {
    guard effect.interval != nil else { return effect }
    var effect = effect.widened(by: model)
    if let sequence {
      effect = effect.widened(by: sequence.intervals(of: differences, alpha: plan.alpha))
    }
    effect.standing = isClaim ? standing(of: effect) : nil
    return effect
  }

  /// Where an effect stands by its intervals and the smallest effect of interest.
  func standing(of effect: EffectEstimate) -> Standing {
    guard let value = effect.value, let interval = effect.interval,
      let narrow = effect.narrowInterval
    else { return .open }
    if interval.low > 0, value >= plan.smallestEffect { return .there }
    guard narrow.high < plan.smallestEffect else { return .open }
    return narrow.high < 0 ? .reversed : .notThere
  }

  /// A mean with its t interval over clusters.
  func mean(of values: [Double]) -> MeanWithInterval? {
    guard !values.isEmpty else { return nil }
    var interval: Interval?
    // Fewer than two values have no spread: the mean stands alone.
    if values.count >= Self.fewestClusters, let estimate = try? MeanEstimate(of: values) {
      interval = estimate.interval(level: 1 - plan.alpha)
    }
    return MeanWithInterval(value: values.mean, interval: interval, clusters: values.count)
  }

  private func withheld(_ reason: Reason) -> EffectEstimate {
    EffectEstimate(standing: isClaim ? .open : nil, reason: reason)
  }

  private func few(_ effect: EffectEstimate) -> EffectEstimate {
    var effect = effect
    effect.reason = .fewScenarios
    effect.standing = isClaim ? .open : nil
    return effect
  }

  /// Adds t intervals; where models are a sample, with the variance between them.
  ///
  /// Both variances hold what single outputs differ by, so that their sum is too large rather than
  /// too small.
  ///
  /// - SeeAlso: F. E. Satterthwaite (1946), "An approximate distribution of estimates of variance
  ///   components", *Biometrics Bulletin* 2(6), 110–114, doi:10.2307/3002019.
  private func addIntervals(to effect: inout EffectEstimate, betweenModels: [Double]) {
    guard let value = effect.value, var error = effect.standardError,
      var freedom = effect.degreesOfFreedom
    else { return }
    // Fewer than two models have no variance between them.
    if let models = try? MeanEstimate(of: betweenModels) {
      let within = error * error
      let between = models.standardError * models.standardError
      error = (within + between).squareRoot()
      // Satterthwaite's for a sum of variances: few models cost much where they differ, and little
      // where they do not.
      if error > 0 {
        freedom =
          (within + between) * (within + between)
          / (within * within / freedom + between * between / Double(betweenModels.count - 1))
      }
      effect.standardError = error
      effect.degreesOfFreedom = freedom
    }
    effect.interval = Self.tInterval(value, error, freedom, level: 1 - plan.alpha)
    effect.tInterval = effect.interval
    effect.narrowInterval = Self.tInterval(value, error, freedom, level: 1 - 2 * plan.alpha)
    effect.standing = isClaim ? standing(of: effect) : nil
  }

  /// Estimate ± t · standard error.
  static func tInterval(_ value: Double, _ error: Double, _ freedom: Double, level: Double)
    -> Interval
  {
    let half =
      error == 0
      ? 0 : Distributions.studentQuantile((1 + level) / 2, degreesOfFreedom: freedom) * error
    return Interval(low: value - half, high: value + half, level: level)
  }

  private func bootstrapInterval(estimate: Double, _ draws: [Double]) -> Interval? {
    // Shown beside the interval that decides; where it has no value there is nothing to show.
    try? BootstrapInterval.percentile(
      estimate: estimate, replicates: draws, level: 1 - plan.alpha
    ).interval
  }
}
