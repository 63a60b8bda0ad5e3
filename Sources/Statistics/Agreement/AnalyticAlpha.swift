/// Krippendorff's α with Gwet's analytic standard error.
///
/// α = (pₐ − pₑ) / (1 − pₑ) over the n units with at least two ratings, r̄ of them on average, with
/// pₐ = (1 − ε)p'ₐ + ε, p'ₐ = (1/n) Σ r_ik(r*_ik − 1) / (r̄(r_i − 1)), ε = 1 / (n r̄), π_k = Σ r_ik
/// / (n r̄) and pₑ = Σ w_kl π_k π_l. Weights are similarities: identity gives the nominal α of
/// ``KrippendorffAlpha`` and quadratic the interval one, while Gwet's ordinal weights are not
/// Krippendorff's ordinal metric. The interval is α ± t(n − 1) · SE.
///
/// - SeeAlso: K. Krippendorff (1970), "Estimating the reliability, systematic error and random
///   error of interval data", *Educational and Psychological Measurement* 30(1), 61–70,
///   doi:10.1177/001316447003000105; the standard error: K. L. Gwet (2014), *Handbook of
///   Inter-Rater Reliability*, 4th ed.
public struct AnalyticAlpha: AgreementCoefficient {
  public let result: AgreementEstimate

  /// Estimates α.
  ///
  /// - Parameters:
  ///   - table: The ratings. Units with one rating are left out.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where all ratings of pairable
  ///   units are the same, and ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*n*) in the number of ratings, and what the weights need for *q* categories.
  public init(
    of table: AgreementTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    let agreement = try WeightedAgreement(table, weights)
    var totals = [Int](repeating: 0, count: table.categories.count)
    let pairable = (0..<table.unitCount).filter { table.size(of: $0) > 1 }
    for unit in pairable {
      for count in table.counts(of: unit) { totals[Int(count.category)] += Int(count.number) }
    }
    guard totals.count(where: { $0 > 0 }) > 1 else { throw .noVariation }
    let n = Double(pairable.count)
    let ratings = Double(totals.reduce(0, +))
    let meanSize = ratings / n
    let shares = totals.map { Double($0) / ratings }
    let chances = agreement.scale.applied(to: shares)
    let chance = zip(shares, chances).reduce(0) { $0 + $1.0 * $1.1 }
    guard chance < 1, chance.isFinite else { throw .undefinedChanceTerm }
    let sizes = pairable.map { Double(table.size(of: $0)) }
    let agreements = zip(pairable, sizes).map { (agreement.agreements[$0] ?? 0) * $1 / meanSize }
    let uncorrected = agreements.reduce(0, +) / n
    let observed = (1 - 1 / ratings) * uncorrected + 1 / ratings
    let center = (uncorrected - chance) / (1 - chance)
    let unitChances = agreement.unitMeans(of: chances)
    var squares = 0.0
    for (index, unit) in pairable.enumerated() {
      let excess = (sizes[index] - meanSize) / meanSize
      let agreed = agreements[index] - observed * excess
      let expected = unitChances[unit] * sizes[index] / meanSize - chance * excess
      let score =
        (agreed - chance) / (1 - chance) - 2 * (1 - center) * (expected - chance) / (1 - chance)
      squares += (score - center) * (score - center)
    }
    result = AgreementEstimate(
      estimate: (observed - chance) / (1 - chance), observedAgreement: observed,
      chanceAgreement: chance,
      standardError: n > 1 ? (squares / (n * (n - 1))).squareRoot() : nil,
      degreesOfFreedom: pairable.count - 1, table: table, level: level)
  }
}
