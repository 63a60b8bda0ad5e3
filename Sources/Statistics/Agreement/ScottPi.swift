/// Agreement of two raters beyond chance, chance being that both share the same rates: Scott's π.
///
/// (pₐ − pₑ) / (1 − pₑ) with pₐ = Σ w_kl p_kl and pₑ = Σ w_kl π_k π_l, where p_kl is the share of
/// units that the first rater put into k and the second into l, and π_k the share of k in the
/// ratings of both. The interval is π ± z · SE and not clipped; Gwet's is π ± t(n − 1) · SE.
///
/// - SeeAlso: W. A. Scott (1955), "Reliability of content analysis: the case of nominal scale
///   coding", *Public Opinion Quarterly* 19(3), 321–325, doi:10.1086/266577; the standard error:
///   K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed.
public struct ScottPi: Hashable, Sendable {
  /// π, without unit: 1 is perfect agreement, 0 is chance, negative is below chance.
  public let estimate: Double
  /// pₐ, the weighted share of units rated alike, in 0...1.
  public let observedAgreement: Double
  /// pₑ, the share expected from the rates of both together, in 0...1.
  public let chanceAgreement: Double
  /// The standard error; none for a single unit.
  public let standardError: Double?
  /// π ± z · SE; none for a single unit.
  public let interval: Interval?
  /// π ± t(n − 1) · SE; none for a single unit.
  public let studentInterval: Interval?
  /// How many units both raters rated.
  public let unitCount: Int

  /// Estimates π.
  ///
  /// - Parameters:
  ///   - table: The ratings of both. Units that only one rated are not in it.
  ///   - weights: How alike two categories are, by their positions on the scale.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noVariation`` where both put every unit into the same category, and
  ///   ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*c*) in the number of pairs of categories that occur, and what the weights
  ///   need for *q* categories.
  public init(
    of table: RaterPairTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    guard !table.isConstant else { throw .noVariation }
    let scale = try table.scale(weights)
    let shares = zip(table.firstShares, table.secondShares).map { ($0 + $1) / 2 }
    let expected = scale.applied(to: shares)
    let observed = table.observedAgreement(scale)
    let chance = zip(shares, expected).reduce(0) { $0 + $1.0 * $1.1 }
    guard chance < 1 else { throw .undefinedChanceTerm }
    estimate = (observed - chance) / (1 - chance)
    observedAgreement = observed
    chanceAgreement = chance
    unitCount = table.unitCount
    standardError = table.standardError(
      of: estimate, scale, chance: chance, first: expected, second: expected)
    interval = .normal(estimate, standardError, level: level)
    studentInterval = .student(
      estimate, standardError, degreesOfFreedom: table.unitCount - 1, level: level)
  }
}
