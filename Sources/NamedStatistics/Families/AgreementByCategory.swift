import Reproducible
import Statistics

extension NamedStatistic {
  /// Agreement on each category, and what an agreement is called.
  static let agreementByCategory: [NamedStatistic] = [categoryAgreement, benchmark]

  private static let categoryAgreement = NamedStatistic(
    "category_agreement",
    "Agreement on each category by itself: Fleiss' kappa and specific agreement",
    keys: [
      .required("ratings", ratingsMeaning), .optional("categories", categoriesMeaning),
    ],
    formula: """
      n units rated by all r raters, r_ij of them saying j: prevalence p_j = sum_i r_ij / (nr),
      specific_agreement s_j = sum_i r_ij (r_ij - 1) / ((r - 1) sum_i r_ij), the chance that a
      second rater says j where one did; kappa_j = (s_j - p_j) / (1 - p_j);
      z_null = kappa_j / sqrt(2 / (n r (r - 1))) with its two-sided normal p. overall: Fleiss'
      kappa.
      """,
    conventions: """
      Units that somebody did not rate are left out. A category nobody used: null. All ratings
      the same: no value (no_variation).
      """,
    source:
      "Fleiss (1971), Psychol Bull 76:378-382; Spitzer, Fleiss (1974), Br J Psychiatry 125:341"
  ) { input in
    let ratings = try input.ratings()
    let agreement = try CategoryAgreement(
      of: ratings, categories: try input.scale(of: ratings))
    return [
      "overall": .of(agreement.overall),
      "categories": .array(
        agreement.categories.map { category in
          .object([
            "category": .of(category.category), "prevalence": .of(category.prevalence),
            "specific_agreement": .of(category.specificAgreement), "kappa": .of(category.kappa),
            "z_null": .of(category.nullZ), "p_null": .of(category.nullPValue),
          ])
        }),
    ]
  }

  private static let benchmark = NamedStatistic(
    "benchmark", "What a coefficient of agreement is called, with regard to its standard error",
    keys: [
      .required("coefficient", "a coefficient of agreement, at most 1"),
      .optional("se", "its standard error, at least 0; null or left out: only the plain level"),
    ],
    formula: """
      landis_koch_deterministic: the level of Landis and Koch whose interval holds the value.
      Gwet's: the probability of the interval (a, b) is [Phi((k - a)/se) - Phi((k - b)/se)] /
      [Phi((k + 1)/se) - Phi((k - 1)/se)]; cumulative_probability adds up from the best level
      down; chosen is the first level where it exceeds 0.95.
      """,
    conventions: """
      A value on a bound belongs to the upper level. Without an SE above 0 the probabilities are
      null, and so they are where nothing of the coefficient lies in -1...1.
      """,
    source: """
      Landis, Koch (1977), Biometrics 33:159-174; Altman (1991); Fleiss (1981); cumulative
      membership probabilities: Gwet (2014), ch. 6
      """
  ) { input in
    let coefficient = try input.number("coefficient")
    guard coefficient <= 1, coefficient.isFinite else {
      throw StatisticInput.fault(
        at: ["coefficient"], "\(coefficient) is no coefficient of agreement",
        "give a number of at most 1")
    }
    let error: Double? = input.has("se") ? try input.number("se") : nil
    if let error, !(error >= 0 && error.isFinite) {
      throw StatisticInput.fault(
        at: ["se"], "\(error) is no standard error", "give a number of at least 0, or null")
    }
    var members: [String: JSON] = [
      "landis_koch_deterministic": .string(
        AgreementBenchmark.Scale.landisKoch.level(of: coefficient))
    ]
    for scale in AgreementBenchmark.Scale.allCases {
      let found = AgreementBenchmark(of: coefficient, standardError: error, scale: scale)
      members[scale.rawValue] =
        found.map { found in
          .object([
            "levels": .array(scale.levels.map { .string($0) }),
            "lower_bounds": .of(scale.lowerBounds),
            "cumulative_probability": .of(found.cumulativeProbabilities),
            "chosen": .string(found.chosen),
          ])
        } ?? .null
    }
    return members
  }
}
