/// The share of pairs of raters who agree, as a mean over units; not corrected for chance.
///
/// pₐ is the mean over units with at least two ratings of Σ r_k(r*_k − 1) / (r(r − 1)); every unit
/// counts once, not every pair. The interval is pₐ ± t(n − 1) · SE over the n units rated at all.
///
/// - SeeAlso: K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed., ch. 5.
public struct PercentAgreement: AgreementCoefficient {
  public let result: AgreementEstimate
  /// The share of completely rated units on which every rater agrees; none without such units.
  public let allRatersIdentical: Double?
  /// How many units every rater rated.
  public let completeUnits: Int

  /// Estimates the share.
  ///
  /// - Parameters:
  ///   - table: The ratings. Of a declared scale, unused categories count in the weights.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noPairableUnits``, and ``NoValue/undefinedChanceTerm`` where the weights
  ///   have no value.
  /// - Complexity: O(*n*) in the number of ratings.
  public init(
    of table: AgreementTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    let agreement = try WeightedAgreement(table, weights)
    result = try agreement.estimate(chance: 0, level: level)
    completeUnits = table.completeUnits
    allRatersIdentical =
      table.completeUnits > 0 ? Double(table.unanimousUnits) / Double(table.completeUnits) : nil
  }
}
