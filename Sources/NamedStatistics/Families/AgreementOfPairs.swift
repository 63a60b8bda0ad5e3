import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// How far two raters agree on categories.
  static let agreementOfPairs: [NamedStatistic] = [
    ofPairs(
      "cohen_kappa", "Cohen's kappa of two raters, also weighted",
      formula: """
        p_kl the share of units that the first rater put into k and the second into l;
        p_a = sum_kl w_kl p_kl, p_e = sum_kl w_kl p_k. p_.l, kappa = (p_a - p_e) / (1 - p_e).
        SE^2 = [sum_kl p_kl (w_kl - (1 - kappa)(a_k + b_l))^2 - (p_a - 2(1 - kappa) p_e)^2]
        / (n (1 - p_e)^2) with a_k = sum_l w_kl p_.l, b_l = sum_k w_kl p_k. ;
        ci = kappa -+ z SE, ci_t = kappa -+ t(n-1) SE.
        Under no agreement: se_null^2 = [sum_kl p_k. p_.l (w_kl - (a_k + b_l))^2 - p_e^2]
        / (n (1 - p_e)^2), z_null = kappa / se_null.
        kappa_max = (sum_k min(p_k., p_.k) - p_e) / (1 - p_e), without weights.
        """,
      conventions: """
        The SE is that of Fleiss, Cohen, Everitt (1969). The interval goes by z, as in
        statsmodels, vcd and psych; irrCAC's goes by t. Limits are not clipped. One rater
        constant: kappa 0, its SE 0. An SE below 1e-7 is rounding noise of 0.
        """,
      source: """
        Cohen (1960), Educ Psychol Meas 20:37-46; Cohen (1968), Psychol Bull 70:213-220; Fleiss,
        Cohen, Everitt (1969), Psychol Bull 72:323-327
        """
    ) { table, weights, level in
      let kappa = try CohenKappa(of: table, weights: weights, level: level)
      return [
        "value": .of(kappa.estimate), "pa": .of(kappa.observedAgreement),
        "pe": .of(kappa.chanceAgreement), "se": .of(kappa.standardError),
        "n": .of(kappa.unitCount), "se_null": .of(kappa.nullStandardError),
        "z_null": .of(kappa.nullZ), "p_null": .of(kappa.nullPValue),
        "kappa_max": .of(kappa.largestPossible),
      ].adding(kappa.interval)
        .adding(kappa.studentInterval, low: "ci_t_low", high: "ci_t_high")
    },
    ofPairs(
      "scott_pi", "Scott's pi of two raters, also weighted",
      formula: """
        p_kl the share of units that the first rater put into k and the second into l;
        pi_k = (p_k. + p_.k) / 2, p_a = sum_kl w_kl p_kl, p_e = sum_kl w_kl pi_k pi_l,
        pi = (p_a - p_e) / (1 - p_e). SE as for cohen_kappa with a_k = sum_l w_kl pi_l, b_l = a_l;
        ci = pi -+ z SE, ci_t = pi -+ t(n-1) SE.
        """,
      conventions: "Limits are not clipped. An SE below 1e-7 is rounding noise of 0.",
      source: "Scott (1955), Public Opin Q 19:321-325; the standard error: Gwet (2014)"
    ) { table, weights, level in
      let pi = try ScottPi(of: table, weights: weights, level: level)
      return [
        "value": .of(pi.estimate), "pa": .of(pi.observedAgreement),
        "se": .of(pi.standardError), "n": .of(pi.unitCount),
      ].adding(pi.interval).adding(pi.studentInterval, low: "ci_t_low", high: "ci_t_high")
    },
  ]

  private static func ofPairs(
    _ name: String, _ summary: String, formula: String, conventions: String, source: String,
    compute:
      @escaping @Sendable (RaterPairTable, AgreementWeights, Double) throws ->
      [String: JSON]
  ) -> NamedStatistic {
    NamedStatistic(
      name, summary,
      keys: [
        .optional("ratings", ratingsMeaning + "; of two raters"),
        .optional(
          "table",
          "in place of the ratings: counts of units, one row a category of the first rater, one "
            + "column a category of the second"),
        .optional("categories", categoriesMeaning),
        .optional(
          "weights", weightsMeaning + ". They go by positions on the scale, 1, 2, 3, ..."),
        .optional("level", levelMeaning),
      ],
      formula: formula,
      conventions: conventions + """

        Units that one rater did not rate are left out. Both put every unit into the same
        category: no value (no_variation). One unit: no SE.
        """,
      source: source
    ) { input in
      let table = try input.pairTable()
      let weights: AgreementWeights = try input.choice("weights", default: .identity)
      let level = try input.level()
      do {
        return try compute(table, weights, level)
      } catch NoValue.noVariation {
        return .noValue(.noVariation).adding([
          "pa": .of(try table.observedAgreement(weights: weights))
        ])
      }
    }
  }
}

extension StatisticInput {
  /// The table of two raters, from counts or ratings.
  ///
  /// - Throws: `Fault` where neither or both are there, or of another shape; `NoValue`.
  fileprivate func pairTable() throws -> RaterPairTable {
    guard has("ratings") != has("table") else {
      throw Self.fault(
        at: [], has("table") ? "there are both 'ratings' and a 'table'" : "there are no ratings",
        "give 'ratings' or 'table'")
    }
    guard has("table") else {
      let ratings = try ratings()
      guard ratings.allSatisfy({ $0.count == 2 }) else {
        throw Self.fault(
          at: ["ratings", "0"], "the unit has \(ratings[0].count) places for ratings, not 2",
          "give the ratings of two raters; for more of them take conger_kappa or fleiss_kappa")
      }
      return try RaterPairTable(of: ratings, categories: try scale(of: ratings))
    }
    guard !has("categories") else {
      throw Self.fault(
        at: ["categories"], "a table has its categories already", "leave 'categories' out")
    }
    let counts = try counts("table")
    guard counts.allSatisfy({ $0.count == counts.count }) else {
      throw Self.fault(
        at: ["table"], "the table is not square",
        "give one row and one column a category, in the same order")
    }
    return try RaterPairTable(counts: counts)
  }
}
