/// Agreement beyond chance that a skewed scale does not distort: Gwet's AC₁, with weights AC₂.
///
/// (pₐ − pₑ) / (1 − pₑ) with pₑ = T_w / (q(q − 1)) · Σ π_k(1 − π_k), where π_k is the mean share of
/// category k over all rated units, also those with one rating, and T_w the sum of all weights. pₐ
/// is that of ``PercentAgreement``. The standard error counts pₑ as estimated; the interval is
/// estimate ± t(n − 1) · SE over the n units rated at all.
///
/// - SeeAlso: K. L. Gwet (2008), "Computing inter-rater reliability and its variance in the
///   presence of high agreement", *British Journal of Mathematical and Statistical Psychology*
///   61(1), 29–48, doi:10.1348/000711006X126600; with weights and missing ratings: K. L. Gwet
///   (2014), *Handbook of Inter-Rater Reliability*, 4th ed.
public struct GwetAC: AgreementCoefficient {
  public let result: AgreementEstimate

  /// Estimates the coefficient.
  ///
  /// - Parameters:
  ///   - table: The ratings. Unused categories of a declared scale count: they lower pₑ.
  ///   - weights: How alike two categories are taken to be; `identity` gives AC₁.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where the scale has one
  ///   category, and ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*n*) in the number of ratings, and what the weights need for *q* categories.
  public init(
    of table: AgreementTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    let agreement = try WeightedAgreement(table, weights)
    let q = Double(table.categories.count)
    guard q > 1 else { throw .noVariation }
    let factor = agreement.scale.total / (q * (q - 1))
    let shares = table.meanShares
    result = try agreement.estimate(
      chance: factor * shares.reduce(0) { $0 + $1 * (1 - $1) },
      unitChances: agreement.unitMeans(of: shares.map { factor * (1 - $0) }), level: level)
  }
}
