/// Agreement of any number of raters beyond chance, chance being that each keeps to rates of their
/// own: Conger's κ, which for two raters is Cohen's.
///
/// (pₐ − pₑ) / (1 − pₑ) with pₑ = Σ w_kl(p̄_k p̄_l − s²_kl / r), where p_gk is the share of
/// category k in the ratings of rater g, p̄ their mean and s² their covariance over the r raters.
/// pₐ is that of ``PercentAgreement``. Raters who rated nothing are left out. The standard error is
/// Gwet's, which counts pₑ as estimated.
///
/// - SeeAlso: A. J. Conger (1980), "Integration and generalization of kappas for multiple raters",
///   *Psychological Bulletin* 88(2), 322–328, doi:10.1037/0033-2909.88.2.322; with weights and
///   missing ratings: K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed.
public struct CongerKappa: AgreementCoefficient {
  public let result: AgreementEstimate

  /// Estimates κ.
  ///
  /// - Parameters:
  ///   - table: The ratings. It matters which rater gave them.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where all ratings are the same,
  ///   and ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*n* + *rq*) in the numbers of ratings, raters and categories, or O(*n* +
  ///   *rq*²) with weights that are neither identity, linear, quadratic nor ordinal.
  public init(
    of table: AgreementTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    let agreement = try WeightedAgreement(table, weights)
    guard !table.isConstant else { throw .noVariation }
    let margins = RaterMargins(table, agreement.scale)
    result = try agreement.estimate(
      chance: margins.chance, unitChances: margins.unitChances, level: level)
  }
}

/// What each rater's own rates contribute to chance.
///
/// With b_g = W(r p̄ − p_g) and m_g = Σ b_gl p_gl, pₑ = Σ m_g / (r(r − 1)); a unit says of it that
/// sum and, for each rating by g in l, (n / n_g)(b_gl − m_g) more.
private struct RaterMargins {
  let chance: Double
  let unitChances: [Double]

  init(_ table: AgreementTable, _ scale: AgreementScale) {
    let byRater = Self.grouped(table)
    let r = Double(byRater.count)
    var scratch = [Int](repeating: 0, count: table.categories.count)
    var meanShares = [Double](repeating: 0, count: table.categories.count)
    for ratings in byRater {
      for (category, number) in Self.counts(ratings, &scratch) {
        meanShares[category] += Double(number) / Double(ratings.count) / r
      }
    }
    let expected = scale.applied(to: meanShares)
    var sums = [Double](repeating: 0, count: table.unitCount)
    var total = 0.0
    var shares = [Double](repeating: 0, count: table.categories.count)
    for ratings in byRater {
      let own = Self.counts(ratings, &scratch)
      for (category, number) in own { shares[category] = Double(number) / Double(ratings.count) }
      let weighted = scale.applied(to: shares)
      var mean = 0.0
      for (category, _) in own {
        mean += (r * expected[category] - weighted[category]) * shares[category]
      }
      let inflation = Double(table.unitCount) / Double(ratings.count)
      for rating in ratings {
        let own = r * expected[rating.category] - weighted[rating.category]
        sums[rating.unit] += inflation * (own - mean)
      }
      total += mean
      for (category, _) in own { shares[category] = 0 }
    }
    chance = total / (r * (r - 1))
    unitChances = sums.map { ($0 + total) / (r * (r - 1)) }
  }

  /// The ratings of each rater who gave any.
  private static func grouped(_ table: AgreementTable) -> [[(unit: Int, category: Int)]] {
    var groups = [[(unit: Int, category: Int)]](repeating: [], count: table.raterCount)
    for unit in 0..<table.unitCount {
      for rating in table.ratings[table.ratingStarts[unit]..<table.ratingStarts[unit + 1]] {
        groups[Int(rating.rater)].append((unit, Int(rating.category)))
      }
    }
    return groups.filter { !$0.isEmpty }
  }

  /// How many ratings fall on each category that has any, ascending; the scratch is all zeros.
  private static func counts(
    _ ratings: [(unit: Int, category: Int)], _ scratch: inout [Int]
  ) -> [(category: Int, number: Int)] {
    var used: [Int] = []
    for rating in ratings {
      if scratch[rating.category] == 0 { used.append(rating.category) }
      scratch[rating.category] += 1
    }
    return used.sorted().map { category in
      defer { scratch[category] = 0 }
      return (category, scratch[category])
    }
  }
}
