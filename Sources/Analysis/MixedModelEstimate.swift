package import Reproducible
package import Statistics

/// An effect as a mixed model of the single ratings has it.
package struct MixedModelEstimate: Hashable, Sendable {
  /// In points of the question's scale.
  package let value: Double
  package let standardError: Double
  /// Satterthwaite's.
  package let degreesOfFreedom: Double
  /// At 1 − α.
  package let interval: Interval
  /// At 1 − 2α.
  package let narrowInterval: Interval
  /// The random terms of the fit, as R's users write them.
  package let terms: [String]
  /// Whether a variance is 0 at the boundary.
  package let isSingular: Bool
  /// The variances of the terms, in their order, and at last the residual one.
  package let variances: [Double]

  package init(
    value: Double, standardError: Double, degreesOfFreedom: Double, interval: Interval,
    narrowInterval: Interval, terms: [String], isSingular: Bool, variances: [Double]
  ) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.interval = interval
    self.narrowInterval = narrowInterval
    self.terms = terms
    self.isSingular = isSingular
    self.variances = variances
  }

  /// The same with its intervals at other levels: 1 − `wide`, and 1 − 2 `narrow`.
  func at(wide: Double, narrow: Double) -> MixedModelEstimate {
    func interval(_ level: Double) -> Interval {
      EffectEstimator.tInterval(value, standardError, degreesOfFreedom, level: level)
    }
    return MixedModelEstimate(
      value: value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      interval: interval(1 - wide), narrowInterval: interval(1 - 2 * narrow), terms: terms,
      isSingular: isSingular, variances: variances)
  }

  package var json: JSON {
    .object([
      "value": .number(value), "low": .number(interval.low), "high": .number(interval.high),
      "narrow": JSON(interval: narrowInterval), "standard_error": .number(standardError),
      "degrees_of_freedom": .number(degreesOfFreedom), "singular": .bool(isSingular),
      "terms": .array(terms.map(JSON.string)), "variances": .array(variances.map(JSON.number)),
    ])
  }
}
