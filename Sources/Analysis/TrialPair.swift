import Statistics
import TrialDesign

/// Two trials brought together, effect by effect.
struct TrialPair: Sendable {
  let original: TrialResult
  let replication: TrialResult

  var lead: EffectComparison {
    comparison(original.primary.lead, replication.primary.lead, pairs: pairs(\.lead)) {
      (.withheld(.noRatings), .withheld(.noRatings))
    }
  }

  var presence: EffectComparison {
    comparison(
      original.primary.presence, replication.primary.presence, pairs: pairs(\.presence),
      withoutPairs: unpairedPresence)
  }

  private var level: Double { 1 - original.plan.alpha }
  private var narrowLevel: Double { 1 - 2 * original.plan.alpha }

  /// Whether any scenario was asked about in both trials.
  private var sharesScenarios: Bool {
    !Set(original.scenarioNames).isDisjoint(with: replication.scenarioNames)
  }

  private func comparison(
    _ first: EffectEstimate, _ second: EffectEstimate, pairs: [(Double, Double)],
    withoutPairs: () -> (difference: EffectEstimate, pooled: EffectEstimate)
  ) -> EffectComparison {
    let reliable = original.canBeCompared && replication.canBeCompared
    let together =
      sharesScenarios
      ? byScenario(first, second, pairs, withoutPairs) : independent(first, second)
    return EffectComparison(
      original: first, replication: second,
      outcome: reliable
        ? ReplicationOutcome(
          original: first.standing ?? .open, replication: second.standing ?? .open) : .open,
      criteria: criteria(first, second),
      method: sharesScenarios ? .byScenario : .independent, difference: together.difference,
      pooled: together.pooled)
  }

  private func criteria(_ first: EffectEstimate, _ second: EffectEstimate) -> ReplicationCriteria? {
    guard let a = first.value, let b = second.value, let errorA = first.standardError,
      let errorB = second.standardError, errorA > 0, errorB > 0
    else { return nil }
    // Both have a standard error, so the criteria have values; none would mean none to show.
    return try? ReplicationCriteria(
      original: a, originalStandardError: errorA, replication: b, replicationStandardError: errorB,
      level: level)
  }

  /// The effect of each scenario that both trials have.
  private func pairs(_ effect: (ScenarioRow) -> Double?) -> [(Double, Double)] {
    let now = Dictionary(
      replication.primary.scenarios.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return original.primary.scenarios.compactMap { row in
      guard let then = effect(row), let other = now[row.name].flatMap(effect) else { return nil }
      return (then, other)
    }
  }

  private func byScenario(
    _ first: EffectEstimate, _ second: EffectEstimate, _ pairs: [(Double, Double)],
    _ withoutPairs: () -> (difference: EffectEstimate, pooled: EffectEstimate)
  ) -> (difference: EffectEstimate, pooled: EffectEstimate) {
    guard original.cluster == replication.cluster else {
      return (.withheld(.differentClusters), .withheld(.differentClusters))
    }
    guard first.value != nil, second.value != nil else {
      let reason = first.reason ?? second.reason ?? .noRatings
      return (.withheld(reason), .withheld(reason))
    }
    if pairs.isEmpty { return withoutPairs() }
    return (
      estimate(of: pairs.map { $0.1 - $0.0 }), estimate(of: pairs.map { ($0.0 + $0.1) / 2 })
    )
  }

  private func estimate(of values: [Double]) -> EffectEstimate {
    var effect = EffectEstimate(value: values.mean, clusters: values.count)
    // One scenario has no spread: the value stands alone.
    guard values.count >= EffectEstimator.fewestClusters, let mean = try? MeanEstimate(of: values)
    else {
      effect.reason = .fewScenarios
      return effect
    }
    effect.addIntervals(
      error: mean.standardError, freedom: mean.degreesOfFreedom, level: level, narrow: narrowLevel)
    return effect
  }

  /// Presence where baseline texts belong to no scenario: neutral means pair by scenario, baseline
  /// texts by name where they are the same ones, else they are independent.
  private func unpairedPresence() -> (difference: EffectEstimate, pooled: EffectEstimate) {
    let neutral = pairs { $0.means[.neutral] }
    let isUnpaired = [original, replication].allSatisfy { result in
      result.primary.scenarios.allSatisfy { $0.presence == nil }
        && result.primary.presence.value != nil
    }
    guard isUnpaired else {
      return (.withheld(.differentBaselines), .withheld(.differentBaselines))
    }
    let shared = pairs { $0.means[.baseline] }
    let texts = [original, replication].map { result in
      result.primary.scenarios.compactMap { $0.means[.baseline] }
    }
    func result(_ join: (Double, Double) -> Double, independentScale: Double) -> EffectEstimate {
      guard !neutral.isEmpty, !texts[0].isEmpty, !texts[1].isEmpty else {
        return .withheld(.noRatings)
      }
      let above = neutral.map { join($0.0, $0.1) }
      let isShared = shared.count >= EffectEstimator.fewestClusters
      let below = isShared ? shared.map { join($0.0, $0.1) } : []
      var effect = EffectEstimate(
        value: above.mean - (isShared ? below.mean : join(texts[0].mean, texts[1].mean)),
        clusters: neutral.count)
      // Fewer than two scenarios or texts have no spread, and there is no interval.
      guard above.count >= EffectEstimator.fewestClusters, let first = Spread(of: above),
        let base = isShared
          ? Spread(of: below)
          : Spread(between: texts[0], and: texts[1], scale: independentScale)
      else {
        effect.reason = .fewScenarios
        return effect
      }
      let spread = first.combined(with: base)
      effect.addIntervals(
        error: spread.error, freedom: spread.freedom, level: level, narrow: narrowLevel)
      return effect
    }
    return (
      result({ $1 - $0 }, independentScale: 1), result({ ($0 + $1) / 2 }, independentScale: 0.5)
    )
  }

  /// Trials that share no scenario: Welch for the difference, inverse variance for the whole.
  func independent(_ first: EffectEstimate, _ second: EffectEstimate)
    -> (difference: EffectEstimate, pooled: EffectEstimate)
  {
    guard let a = first.value, let b = second.value else {
      let reason = first.reason ?? second.reason ?? .noRatings
      return (.withheld(reason), .withheld(reason))
    }
    var difference = EffectEstimate(value: b - a, clusters: first.clusters + second.clusters)
    guard let one = Spread(first), let other = Spread(second), one.error > 0, other.error > 0 else {
      difference.reason = .fewScenarios
      return (difference, .withheld(.fewScenarios))
    }
    let spread = one.combined(with: other)
    difference.addIntervals(
      error: spread.error, freedom: spread.freedom, level: level, narrow: narrowLevel)
    let weights = (1 / (one.error * one.error), 1 / (other.error * other.error))
    let total = weights.0 + weights.1
    var pooled = EffectEstimate(
      value: (weights.0 * a + weights.1 * b) / total, clusters: difference.clusters)
    pooled.addIntervals(
      error: (1 / total).squareRoot(), freedom: nil, level: level, narrow: narrowLevel)
    return (difference, pooled)
  }
}

/// A standard error with its degrees of freedom.
private struct Spread {
  let error: Double
  let freedom: Double

  init(error: Double, freedom: Double) {
    self.error = error
    self.freedom = freedom
  }

  /// The spread of a mean; `nil` for fewer than two values.
  init?(of values: [Double]) {
    guard let estimate = try? MeanEstimate(of: values) else { return nil }
    self.init(error: estimate.standardError, freedom: estimate.degreesOfFreedom)
  }

  /// The spread of two independent means' difference, or of a multiple of it.
  init?(between first: [Double], and second: [Double], scale: Double) {
    guard let welch = try? WelchDifference(first: first, second: second) else { return nil }
    self.init(error: welch.standardError * scale, freedom: welch.degreesOfFreedom)
  }

  init?(_ effect: EffectEstimate) {
    guard let error = effect.standardError, let freedom = effect.degreesOfFreedom,
      effect.interval != nil
    else { return nil }
    self.init(error: error, freedom: freedom)
  }

  /// The spread of a sum of independent parts, by Welch and Satterthwaite.
  func combined(with other: Spread) -> Spread {
    let a = error * error
    let b = other.error * other.error
    guard a > 0 else { return other }
    guard b > 0 else { return self }
    return Spread(
      error: (a + b).squareRoot(),
      freedom: (a + b) * (a + b) / (a * a / freedom + b * b / other.freedom))
  }
}

extension EffectEstimate {
  /// Adds t intervals, or normal ones without degrees of freedom.
  fileprivate mutating func addIntervals(
    error: Double, freedom: Double?, level: Double, narrow: Double
  ) {
    guard let value else { return }
    standardError = error
    degreesOfFreedom = freedom
    func around(_ level: Double) -> Interval {
      guard let freedom else {
        let half = Distributions.normalQuantile((1 + level) / 2) * error
        return Interval(low: value - half, high: value + half, level: level)
      }
      return EffectEstimator.tInterval(value, error, freedom, level: level)
    }
    interval = around(level)
    narrowInterval = around(narrow)
  }
}

extension TrialResult {
  /// Whether its effects can be read at all: no gate before them is closed.
  var canBeCompared: Bool {
    switch (verdict, reason) {
    case (.unreadable, _), (.unblinded, _): false
    case (.inconclusive, .noControl), (.inconclusive, .refusalsDecide): false
    case (.inconclusive, .fewModels): false
    default: true
    }
  }
}
