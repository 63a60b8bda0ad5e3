/// Agreement of two raters beyond chance, chance being that each keeps to own rates: Cohen's κ.
///
/// (pₐ − pₑ) / (1 − pₑ) with pₐ = Σ w_kl p_kl and pₑ = Σ w_kl a_k b_l, where p_kl is the share of
/// units that the first rater put into k and the second into l, and a and b are the margins. The
/// standard error is that of Fleiss, Cohen and Everitt (1969), not the one printed in 1960. The
/// interval is κ ± z · SE, as most programs have it, and not clipped; Gwet's is κ ± t(n − 1) · SE.
///
/// - SeeAlso: J. Cohen (1960), "A coefficient of agreement for nominal scales", *Educational and
///   Psychological Measurement* 20(1), 37–46, doi:10.1177/001316446002000104; with weights: J.
///   Cohen (1968), "Weighted kappa", *Psychological Bulletin* 70(4), 213–220, doi:10.1037/h0026256;
///   J. L. Fleiss, J. Cohen, B. S. Everitt (1969), "Large sample standard errors of kappa and
///   weighted kappa", *Psychological Bulletin* 72(5), 323–327, doi:10.1037/h0028106.
public struct CohenKappa: Hashable, Sendable {
  /// κ, without unit: 1 is perfect agreement, 0 is chance, negative is below chance.
  public let estimate: Double
  /// pₐ, the weighted share of units rated alike, in 0...1.
  public let observedAgreement: Double
  /// pₑ, the share expected from each rater's own rates, in 0...1.
  public let chanceAgreement: Double
  /// The standard error; none for a single unit.
  public let standardError: Double?
  /// κ ± z · SE; none for a single unit.
  public let interval: Interval?
  /// κ ± t(n − 1) · SE; none for a single unit.
  public let studentInterval: Interval?
  /// The standard error if there were no agreement beyond chance; none for a single unit.
  public let nullStandardError: Double?
  /// The largest κ that the rates of both raters allow; without weights only.
  public let largestPossible: Double?
  /// How many units both raters rated.
  public let unitCount: Int

  /// κ over its standard error under no agreement; none where that is 0.
  public var nullZ: Double? { nullStandardError.flatMap { $0 > 0 ? estimate / $0 : nil } }
  /// The two-sided p of no agreement beyond chance, from ``nullZ``.
  public var nullPValue: Double? { nullZ.map { Distributions.twoSidedNormal($0) } }

  /// Estimates κ.
  ///
  /// - Parameters:
  ///   - table: The ratings of both. Units that only one rated are not in it.
  ///   - weights: How alike two categories are, by their positions on the scale.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noVariation`` where both put every unit into the same category, and
  ///   ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*c* + *q*) in the numbers of pairs of categories that occur and of categories;
  ///   with weights O(*c* + *q*²), for the standard error under no agreement.
  public init(
    of table: RaterPairTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    guard !table.isConstant else { throw .noVariation }
    let scale = try table.scale(weights)
    let (first, second) = (table.firstShares, table.secondShares)
    let (ofSecond, ofFirst) = (scale.applied(to: second), scale.applied(to: first))
    let observed = table.observedAgreement(scale)
    let chance = zip(first, ofSecond).reduce(0) { $0 + $1.0 * $1.1 }
    guard chance < 1 else { throw .undefinedChanceTerm }
    estimate = (observed - chance) / (1 - chance)
    observedAgreement = observed
    chanceAgreement = chance
    unitCount = table.unitCount
    standardError = table.standardError(
      of: estimate, scale, chance: chance, first: ofSecond, second: ofFirst)
    interval = .normal(estimate, standardError, level: level)
    studentInterval = .student(
      estimate, standardError, degreesOfFreedom: table.unitCount - 1, level: level)
    let mostAlike = zip(first, second).reduce(0) { $0 + min($1.0, $1.1) }
    largestPossible = weights == .identity ? (mostAlike - chance) / (1 - chance) : nil
    let squares = weights == .identity ? chance : Self.squaredWeights(scale, first, second)
    let ofMargins =
      zip(first, ofSecond).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
      + zip(second, ofFirst).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let variance = squares - ofMargins + chance * chance
    nullStandardError =
      table.unitCount > 1
      ? RaterPairTable.error(variance, Double(table.unitCount), chance) : nil
  }

  /// Σ w_kl² a_k b_l over both margins, which without weights is pₑ.
  private static func squaredWeights(
    _ scale: AgreementScale, _ first: [Double], _ second: [Double]
  ) -> Double {
    var sum = 0.0
    for k in first.indices where first[k] > 0 {
      for l in second.indices where second[l] > 0 {
        sum += first[k] * second[l] * scale.weight(k, l) * scale.weight(k, l)
      }
    }
    return sum
  }
}
