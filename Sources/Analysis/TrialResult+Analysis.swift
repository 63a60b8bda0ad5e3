package import Faults

extension TrialResult {
  /// Takes ratings through estimates and gates to a verdict.
  ///
  /// - Parameter input: Ratings joined with their conditions, and the rules fixed before.
  /// - Throws: ``Fault`` of kind `badInput` where there is no primary question with an order, or a
  ///   rating is not on its question's scale.
  package init(analyzing input: AnalysisInput) throws(Fault) {
    self = try TrialAnalysis(input).result()
  }
}
