/// Agreement of any number of raters beyond chance, chance being that all share the rates of the
/// table: Fleiss' κ, generalised to weights and missing ratings.
///
/// (pₐ − pₑ) / (1 − pₑ) with pₑ = Σ w_kl π_k π_l, where π_k is the mean share of category k over
/// all rated units. pₐ is that of ``PercentAgreement``. The standard error is Gwet's, which counts
/// pₑ as estimated; that of the paper of 1971 is another one. Where every unit has the same number
/// r of ratings and the weights are identity, there is also the standard error under no agreement,
/// √(2(S² − Σ p_j q_j(q_j − p_j)) / (n r(r − 1))) / S with q_j = 1 − p_j and S = Σ p_j q_j.
///
/// - SeeAlso: J. L. Fleiss (1971), "Measuring nominal scale agreement among many raters",
///   *Psychological Bulletin* 76(5), 378–382, doi:10.1037/h0031619; under no agreement: J. L.
///   Fleiss, J. C. M. Nee, J. R. Landis (1979), "Large sample variance of kappa in the case of
///   different sets of raters", *Psychological Bulletin* 86(5), 974–977; with weights and missing
///   ratings: K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed.
public struct FleissKappa: AgreementCoefficient {
  public let result: AgreementEstimate
  /// The standard error if there were no agreement beyond chance; none where ratings are missing
  /// or weighted.
  public let nullStandardError: Double?

  /// κ over its standard error under no agreement.
  public var nullZ: Double? { nullStandardError.map { estimate / $0 } }
  /// The two-sided p of no agreement, from ``nullZ``.
  public var nullPValue: Double? { nullZ.map { Distributions.twoSidedNormal($0) } }

  /// Estimates κ.
  ///
  /// - Parameters:
  ///   - table: The ratings.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where all ratings are the same,
  ///   and ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*n*) in the number of ratings, and what the weights need for *q* categories.
  public init(
    of table: AgreementTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    let agreement = try WeightedAgreement(table, weights)
    guard !table.isConstant else { throw .noVariation }
    let shares = table.meanShares
    let chances = agreement.scale.applied(to: shares)
    result = try agreement.estimate(
      chance: zip(shares, chances).reduce(0) { $0 + $1.0 * $1.1 },
      unitChances: agreement.unitMeans(of: chances), level: level)
    nullStandardError =
      weights == .identity ? Self.standardErrorUnderChance(table, shares: shares) : nil
  }

  private static func standardErrorUnderChance(
    _ table: AgreementTable, shares: [Double]
  ) -> Double? {
    let r = table.size(of: 0)
    guard (0..<table.unitCount).allSatisfy({ table.size(of: $0) == r }) else { return nil }
    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let skew = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    let pairs = Double(table.unitCount) * Double(r * (r - 1))
    return (2 * (spread * spread - skew) / pairs).squareRoot() / spread
  }
}
