package import Reproducible
package import Statistics

/// One effect: its estimate over scenarios with its intervals, or why there is none.
package struct EffectEstimate: Hashable, Sendable {
  /// In points of the question's scale; `nil` where it is withheld.
  package var value: Double?
  package var standardError: Double?
  package var degreesOfFreedom: Double?
  /// How many scenarios (or wordings, from five on) it rests on.
  package var clusters: Int
  /// At 1 − α, the wider of the t interval and the mixed model's; decides *there*.
  package var interval: Interval?
  /// At 1 − 2α, of the same of the two; decides *not there*.
  package var narrowInterval: Interval?
  /// At 1 − α by Student's t over scenario differences; `nil` where there are too few.
  package var tInterval: Interval?
  /// The effect as a mixed model of the single ratings has it; `nil` where it has no fit.
  package var mixedModel: MixedModelEstimate?
  /// At 1 − α an interval that holds however often one looks; `nil` where no such looks were planned.
  package var sequence: Interval?
  /// Percentile interval at 1 − α with scenarios resampled; shown beside.
  package var bootstrap: Interval?
  /// Two-sided p of the sign-flip test; shown beside.
  package var signFlipP: Double?
  /// Where the effect stands; `nil` for questions other than the primary one.
  package var standing: Standing?
  /// Whether it is equivalent to nothing (two one-sided tests); of the placebo shift alone.
  package var isEquivalent: Bool?
  /// The p of those tests.
  package var equivalenceP: Double?
  /// Two-sided p of no effect, adjusted for all effects that were looked at beside those that decide
  /// (Benjamini and Hochberg); `nil` of those.
  package var adjustedP: Double?
  /// Why value or interval is withheld.
  package var reason: Reason?

  package init(
    value: Double? = nil, standardError: Double? = nil, degreesOfFreedom: Double? = nil,
    clusters: Int = 0, interval: Interval? = nil, narrowInterval: Interval? = nil,
    bootstrap: Interval? = nil, signFlipP: Double? = nil, standing: Standing? = nil,
    isEquivalent: Bool? = nil, equivalenceP: Double? = nil, reason: Reason? = nil
  ) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.clusters = clusters
    self.interval = interval
    self.narrowInterval = narrowInterval
    self.bootstrap = bootstrap
    self.signFlipP = signFlipP
    self.standing = standing
    self.isEquivalent = isEquivalent
    self.equivalenceP = equivalenceP
    self.reason = reason
    tInterval = interval
  }

  /// Which of the two intervals decides.
  package var isDecidedByMixedModel: Bool { interval != nil && interval == mixedModel?.interval }

  /// The same with a mixed model beside it: the wider interval of the two decides.
  func widened(by model: MixedModelEstimate?) -> EffectEstimate {
    guard let model, let own = tInterval else { return self }
    var effect = self
    effect.mixedModel = model
    if model.interval.high - model.interval.low > own.high - own.low {
      effect.interval = model.interval
      effect.narrowInterval = model.narrowInterval
    }
    return effect
  }

  /// Two-sided p of no effect: the larger of that by t and that by the mixed model.
  package var pValue: Double? {
    larger {
      min(1, 2 * Distributions.studentCDF(-abs($0 / $1), degreesOfFreedom: $2))
    } ofNothing: {
      $0 == 0
    }
  }

  /// One-sided p of an effect of so much or more, the larger of both.
  func pOfReaching(_ smallest: Double) -> Double? {
    larger {
      Distributions.studentCDF(($0 - smallest) / $1, degreesOfFreedom: $2)
    } ofNothing: {
      $0 >= smallest
    }
  }

  /// The larger p of those by t and by the mixed model; where nothing varies, 1 or 0.
  private func larger(
    _ p: (_ value: Double, _ error: Double, _ freedom: Double) -> Double,
    ofNothing isPossible: (Double) -> Bool
  ) -> Double? {
    guard let value, let standardError, let degreesOfFreedom, tInterval != nil else { return nil }
    guard standardError > 0 else { return isPossible(value) ? 1 : 0 }
    let own = p(value, standardError, degreesOfFreedom)
    return mixedModel.map { max(own, p($0.value, $0.standardError, $0.degreesOfFreedom)) } ?? own
  }

  /// The same effect with its intervals at other levels: 1 − `wide`, and 1 − 2 `narrow`.
  func at(wide: Double, narrow: Double) -> EffectEstimate {
    guard let value, let standardError, let degreesOfFreedom, tInterval != nil else { return self }
    func interval(_ level: Double) -> Interval {
      EffectEstimator.tInterval(value, standardError, degreesOfFreedom, level: level)
    }
    var effect = self
    effect.interval = interval(1 - wide)
    effect.tInterval = effect.interval
    effect.narrowInterval = interval(1 - 2 * narrow)
    return effect.widened(by: mixedModel?.at(wide: wide, narrow: narrow))
  }

  /// An effect that has no value.
  package static func withheld(_ reason: Reason) -> EffectEstimate {
    EffectEstimate(reason: reason)
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "value": JSON(optional: value), "low": JSON(optional: interval?.low),
      "high": JSON(optional: interval?.high), "level": JSON(optional: interval?.level),
      "standard_error": JSON(optional: standardError),
      "degrees_of_freedom": JSON(optional: degreesOfFreedom), "scenarios": .integer(clusters),
      "narrow": JSON(interval: narrowInterval), "t": JSON(interval: tInterval),
      "mixed_model": mixedModel?.json ?? .null,
      "decided_by": interval == nil
        ? .null
        : .string(
          isDecidedByMixedModel
            ? "mixed model" : interval == tInterval ? "t" : "confidence sequence"),
      "bootstrap": JSON(interval: bootstrap),
      "sign_flip_p": JSON(optional: signFlipP),
      "there": standing?.isThere.map(JSON.bool) ?? .null,
      "reversed": standing.map { .bool($0 == .reversed) } ?? .null,
      "standing": JSON(optional: standing?.rawValue),
    ]
    if let sequence { members["sequence"] = JSON(interval: sequence) }
    if let isEquivalent { members["equivalent"] = .bool(isEquivalent) }
    if let equivalenceP { members["equivalence_p"] = .number(equivalenceP) }
    members["p"] = JSON(optional: pValue)
    if let adjustedP { members["p_adjusted"] = .number(adjustedP) }
    if let reason { members["reason"] = .string(reason.rawValue) }
    return .object(members)
  }
}

extension JSON {
  /// A number, or null where there is none.
  init(optional number: Double?) { self = number.map(JSON.number) ?? .null }
  /// A whole number, or null where there is none.
  init(optional number: Int?) { self = number.map(JSON.integer) ?? .null }
  /// A text, or null where there is none.
  init(optional text: String?) { self = text.map(JSON.string) ?? .null }
  /// An interval as an object, or null where there is none.
  init(interval: Interval?) {
    guard let interval else {
      self = .null
      return
    }
    self = .object([
      "low": .number(interval.low), "high": .number(interval.high),
      "level": .number(interval.level),
    ])
  }
}
