import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// How far any number of raters agree on categories.
  static let agreementOfRatings: [NamedStatistic] = [
    percentAgreement, gwetAC, fleissKappa, congerKappa, brennanPrediger, alpha, analyticAlpha,
  ]

  private static let percentAgreement = coefficient(
    "percent_agreement", "The share of pairs of raters who agree, as a mean over units",
    formula: """
      p_a|i = sum_k r_ik (r*_ik - 1) / (r_i (r_i - 1)) for a unit with r_i >= 2 ratings, r_ik of
      them in category k, r*_ik = sum_l w_kl r_il; p_a = mean of p_a|i over the n' such units.
      SE^2 = sum_i ((n/n') p_a|i - p_a)^2 / (n(n-1)), units with one rating entering with 0.
      CI = p_a -+ t(n-1) SE, the upper limit at most 1. p: two-sided, of no agreement at all.
      all_raters_identical: the share of complete units on which every rater agrees.
      """,
    conventions: """
      Each unit counts once, not each pair. A unit nobody rated is left out. One unit: no SE.
      No variation: the value is 1, its SE 0, and there is no p.
      """,
    source: "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 5"
  ) { table, weights, level in
    let complete: [String: JSON] = [
      "complete_units": .of(table.completeUnits),
      "all_raters_identical": .of(
        table.completeUnits > 0 && table.raterCount > 1
          ? Double(table.unanimousUnits) / Double(table.completeUnits) : nil),
    ]
    do {
      let agreement = try PercentAgreement(of: table, weights: weights, level: level)
      return members(agreement.result).adding(complete)
    } catch let reason as NoValue {
      return .noValue(reason).adding(complete)
    }
  }

  private static let gwetAC = coefficient(
    "gwet_ac",
    "Gwet's AC1, or AC2 with weights: agreement beyond chance that skew does not distort",
    formula: """
      AC = (p_a - p_e) / (1 - p_e); p_a as in percent_agreement;
      pi_k = (1/n) sum_i r_ik / r_i over all n rated units, also those with one rating;
      p_e = T_w / (q(q-1)) sum_k pi_k (1 - pi_k), T_w the sum of all q^2 weights.
      SE: k_i = (n/n')(p_a|i - p_e)/(1 - p_e) or 0 with one rating,
      p_e|i = T_w/(q(q-1)) sum_k (1 - pi_k) r_ik / r_i,
      k*_i = k_i - 2(1 - AC)(p_e|i - p_e)/(1 - p_e), SE^2 = sum_i (k*_i - AC)^2 / (n(n-1)).
      """,
    conventions: """
      All ratings the same: no value (no_variation), unless a scale of more categories was
      declared; then AC is 1 and its SE 0. Unused categories of a declared scale count.
      """,
    source: "Gwet (2008), Br J Math Stat Psychol 61:29-48; Gwet (2014), ch. 4-5"
  ) { table, weights, level in
    try members(of: GwetAC.self, table, weights, level)
  }

  private static let fleissKappa = coefficient(
    "fleiss_kappa", "Fleiss' kappa, generalised to weights and missing ratings",
    formula: """
      kappa = (p_a - p_e) / (1 - p_e); p_a as in percent_agreement, pi_k as in gwet_ac;
      p_e = sum_kl w_kl pi_k pi_l. SE as in gwet_ac with p_e|i = sum_kl w_kl pi_l r_ik / r_i.
      Complete and without weights also the SE under no agreement, with S = sum_j p_j q_j,
      q_j = 1 - p_j: se_null^2 = 2(S^2 - sum_j p_j q_j (q_j - p_j)) / (S^2 n r (r-1)),
      z_null = kappa / se_null and its two-sided normal p_null.
      """,
    conventions: """
      The SE of the paper of 1971 is another one and is not used. All ratings the same: no value
      (no_variation), whatever scale was declared.
      """,
    source: """
      Fleiss (1971), Psychol Bull 76:378-382; SE under no agreement: Fleiss, Nee, Landis (1979),
      Psychol Bull 86:974-977; missing ratings and SE: Gwet (2014)
      """
  ) { table, weights, level in
    let kappa = try FleissKappa(of: table, weights: weights, level: level)
    guard let error = kappa.nullStandardError, table.completeUnits == table.unitCount else {
      return members(kappa.result)
    }
    return members(kappa.result).adding([
      "se_null": .of(error), "z_null": .of(kappa.nullZ), "p_null": .of(kappa.nullPValue),
    ])
  }

  private static let congerKappa = coefficient(
    "conger_kappa", "Conger's kappa: each rater keeps to rates of their own; for two, Cohen's",
    formula: """
      kappa = (p_a - p_e) / (1 - p_e); p_a as in percent_agreement; n_g units rated by rater g,
      p_gk = n_gk / n_g, pbar_k their mean over the r raters, s2_kl their covariance (r - 1);
      p_e = sum_kl w_kl (pbar_k pbar_l - s2_kl / r). SE as in gwet_ac with
      p_e|i = sum_g lambda_ig / (r(r-1)), lambda_ig = sum_k (r pbar_k - p_gk)(n/n_g)
      sum_l w_kl (delta_ig^l - (eps_ig - n_g/n) p_gl); delta = 1 if g put i into l, eps = 1 if g
      rated i.
      """,
    conventions: """
      Raters who rated nothing are left out. All ratings the same: no value (no_variation). With
      two raters and no missing ratings it is Cohen's kappa, with a slightly different SE.
      """,
    source: "Conger (1980), Psychol Bull 88:322-328; missing ratings and SE: Gwet (2014)"
  ) { table, weights, level in
    try members(of: CongerKappa.self, table, weights, level)
  }

  private static let brennanPrediger = coefficient(
    "brennan_prediger", "Brennan and Prediger's coefficient: every category as likely by chance",
    formula: """
      (p_a - p_e) / (1 - p_e); p_a as in percent_agreement; p_e = T_w / q^2, T_w the sum of all
      q^2 weights. SE^2 = sum_i (k_i - value)^2 / (n(n-1)) with k_i as in gwet_ac.
      """,
    conventions: """
      One category: no value (no_variation); all ratings the same on a declared scale of more
      categories: 1, its SE 0. Unused categories of a declared scale count.
      """,
    source: "Brennan, Prediger (1981), Educ Psychol Meas 41:687-699; SE: Gwet (2014)"
  ) { table, weights, level in
    try members(of: BrennanPrediger.self, table, weights, level)
  }

  private static let analyticAlpha = coefficient(
    "krippendorff_alpha_gwet_se", "Krippendorff's alpha with Gwet's analytic standard error",
    formula: """
      Over the n units with at least two ratings, rbar of them on average, eps = 1/(n rbar):
      p_a' = (1/n) sum_ik r_ik (r*_ik - 1) / (rbar (r_i - 1)), p_a = (1 - eps) p_a' + eps,
      pi_k = sum_i r_ik / (n rbar), p_e = sum_kl w_kl pi_k pi_l,
      alpha = (p_a - p_e)/(1 - p_e), alpha' = (p_a' - p_e)/(1 - p_e).
      SE: a_i = sum_k r_ik (r*_ik - 1) / (rbar (r_i - 1)) - p_a (r_i - rbar)/rbar,
      e_i = sum_kl w_kl pi_l r_ik / rbar - p_e (r_i - rbar)/rbar,
      a*_i = (a_i - p_e)/(1 - p_e) - 2(1 - alpha')(e_i - p_e)/(1 - p_e),
      SE^2 = sum_i (a*_i - alpha')^2 / (n(n-1)); CI = alpha -+ t(n-1) SE.
      """,
    conventions: """
      Weights are similarities: identity is the nominal alpha, quadratic the interval one; Gwet's
      ordinal weights are not Krippendorff's ordinal metric. Units with one rating are left out.
      All ratings the same: no value (no_variation).
      """,
    source: "Krippendorff (1970, 2011); the standard error: Gwet (2014)"
  ) { table, weights, level in
    try members(of: AnalyticAlpha.self, table, weights, level)
  }

  private static let alpha = NamedStatistic(
    "krippendorff_alpha", "Krippendorff's alpha: agreement of any number of raters beyond chance",
    keys: [
      .required("ratings", ratingsMeaning),
      .required("metric", "how far apart two ratings are: nominal, ordinal, interval or ratio"),
    ],
    formula: """
      alpha = 1 - (N - 1) sum_{c<k} o_ck d2_ck / sum_{c<k} n_c n_k d2_ck; o_ck counts, over units
      of m ratings, pairs (c, k) as 1/(m - 1) each; n_c = sum_k o_ck; N = sum_c n_c.
      d2: nominal 1; interval (c - k)^2; ratio ((c - k)/(c + k))^2, 0 for (0, 0); ordinal
      (sum_{g=c..k} n_g - (n_c + n_k)/2)^2.
      """,
    conventions: """
      Units with fewer than two ratings are left out, also of the margins of the ordinal metric.
      Every distinct rating is a level. All ratings the same: no value (no_variation). One unit
      gives 0. The ratio metric has no value with ratings below zero (undefined_chance_term).
      """,
    source: "Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2019), ch. 12"
  ) { input in
    let metric: AlphaMetric = try input.choice("metric")
    let alpha = try KrippendorffAlpha(of: try input.ratings(), metric: metric)
    return [
      "value": .of(alpha.estimate), "pairable_values": .of(alpha.pairableValues),
      "pairable_units": .of(alpha.pairableUnits),
    ]
  }
}

extension NamedStatistic {
  static let ratingsMeaning =
    "one list a unit, in it one number a rater, null where the rater did not rate it"
  static let categoriesMeaning =
    "the declared scale, a list of numbers; left out: the ratings that occur"
  static let weightsMeaning =
    "how alike two categories are: "
    + AgreementWeights.allCases.map(\.rawValue).joined(separator: ", ")
    + "; left out: identity"
  static let levelMeaning = "the confidence level, between 0 and 1; left out: 0.95"

  /// A coefficient that rests on a table of ratings.
  private static func coefficient(
    _ name: String, _ summary: String, formula: String, conventions: String, source: String,
    compute:
      @escaping @Sendable (AgreementTable, AgreementWeights, Double) throws ->
      [String: JSON]
  ) -> NamedStatistic {
    NamedStatistic(
      name, summary,
      keys: [
        .required("ratings", ratingsMeaning), .optional("categories", categoriesMeaning),
        .optional("weights", weightsMeaning), .optional("level", levelMeaning),
      ],
      formula: formula,
      conventions: conventions + """

        Weights go by the numbers that categories are; ratio weights have no value below zero
        (undefined_chance_term). The upper limit of the interval is at most 1.
        """,
      source: source
    ) { input in
      let ratings = try input.ratings()
      let categories = try input.scale(of: ratings)
      let weights: AgreementWeights = try input.choice("weights", default: .identity)
      let level = try input.level()
      let table = try AgreementTable(of: ratings, categories: categories)
      do {
        return try compute(table, weights, level)
      } catch NoValue.noVariation {
        let agreement = try PercentAgreement(of: table, weights: weights).estimate
        return .noValue(.noVariation).adding(["pa": .of(agreement)])
      }
    }
  }

  private static func members(
    of type: (some AgreementCoefficient).Type, _ table: AgreementTable,
    _ weights: AgreementWeights, _ level: Double
  ) throws(NoValue) -> [String: JSON] {
    members(try type.init(of: table, weights: weights, level: level).result)
  }

  private static func members(_ result: AgreementEstimate) -> [String: JSON] {
    [
      "value": .of(result.estimate), "pa": .of(result.observedAgreement),
      "pe": .of(result.chanceAgreement), "se": .of(result.standardError),
      "df": .of(result.degreesOfFreedom.map(Double.init)), "p": .of(result.pValue),
      "units": .of(result.unitCount), "pairable_units": .of(result.pairableUnits),
    ].adding(result.interval)
  }
}

extension StatisticInput {
  /// The declared scale, where there is one.
  ///
  /// - Throws: `Fault` where it is empty, or a rating is not on it.
  func scale(of ratings: [[Double?]]) throws(Fault) -> [Double]? {
    guard has("categories") else { return nil }
    let scale = try numbers("categories")
    guard !scale.isEmpty else {
      throw Self.fault(at: ["categories"], "the scale is empty", "name its categories")
    }
    let known = Set(scale)
    for (unit, row) in ratings.enumerated() {
      for (rater, rating) in row.enumerated() {
        guard let rating, !known.contains(rating) else { continue }
        throw Self.fault(
          at: ["ratings", "\(unit)", "\(rater)"], "\(rating) is not on the declared scale",
          "add it to 'categories', or leave the scale out")
      }
    }
    return scale
  }
}
