package import Questions
package import Reproducible
package import Statistics

/// An agreement coefficient with its bootstrap interval, or why there is none.
package struct CoefficientEstimate: Hashable, Sendable {
  package let value: Double?
  /// Percentile interval at 1 − α, scenarios resampled.
  package let interval: Interval?
  /// Why value or interval is withheld.
  package let reason: Reason?

  package init(value: Double?, interval: Interval?, reason: Reason?) {
    self.value = value
    self.interval = interval
    self.reason = reason
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "value": JSON(optional: value), "low": JSON(optional: interval?.low),
      "high": JSON(optional: interval?.high),
    ]
    if let reason { members["reason"] = .string(reason.rawValue) }
    return .object(members)
  }
}

/// How far raters see the same in the answers to one question.
package struct QuestionAgreement: Hashable, Sendable {
  package let question: QuestionID
  /// How Krippendorff's α weighs distances: nominal, ordinal or interval.
  package let metric: String
  /// Krippendorff's α.
  package let alpha: CoefficientEstimate
  /// Brennan and Prediger's coefficient over the declared scale.
  package let brennanPrediger: CoefficientEstimate
  package let raters: Int
  /// How many outputs were rated, and how many of them by two raters or more.
  package let outputs: Int
  package let pairableOutputs: Int

  package init(
    question: QuestionID, metric: String, alpha: CoefficientEstimate,
    brennanPrediger: CoefficientEstimate, raters: Int, outputs: Int, pairableOutputs: Int
  ) {
    self.question = question
    self.metric = metric
    self.alpha = alpha
    self.brennanPrediger = brennanPrediger
    self.raters = raters
    self.outputs = outputs
    self.pairableOutputs = pairableOutputs
  }

  package var json: JSON {
    .object([
      "question": .string(question.name), "coefficient": "krippendorff_alpha",
      "metric": .string(metric), "alpha": alpha.json, "brennan_prediger": brennanPrediger.json,
      "raters": .integer(raters), "outputs": .integer(outputs),
      "pairable_outputs": .integer(pairableOutputs),
    ])
  }
}
