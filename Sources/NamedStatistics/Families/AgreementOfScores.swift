import Reproducible
import Statistics

extension NamedStatistic {
  /// How far raters agree on scores and ranks, and what raters are like.
  static let agreementOfScores: [NamedStatistic] = [intraclassCorrelation, kendallW]

  private static let intraclassCorrelation = NamedStatistic(
    "icc", "The six intraclass correlations of a complete table, by analysis of variance",
    keys: [.required("ratings", ratingsMeaning), .optional("level", levelMeaning)],
    formula: """
      n units, k raters, mean squares of units B, within units W, of raters J, residual E.
      (1,1) (B - W)/(B + (k-1)W); (2,1) (B - E)/(B + (k-1)E + k(J - E)/n);
      (3,1) (B - E)/(B + (k-1)E); (1,k) (B - W)/B; (2,k) (B - E)/(B + (J - E)/n); (3,k) (B - E)/B.
      F: B/W on n-1, n(k-1) for (1,.), B/E on n-1, (n-1)(k-1) for the others; p its upper tail.
      CI with F_L = F/F(.975; df1, df2), F_U = F F(.975; df2, df1): single
      (F_L - 1)/(F_L + k - 1), mean 1 - 1/F_L. (2,1): F_j = J/E, rho the value,
      v = (k-1)(n-1)(k rho F_j + n(1 + (k-1)rho) - k rho)^2
      / ((n-1) k^2 rho^2 F_j^2 + (n(1 + (k-1)rho) - k rho)^2);
      low n(B - F1 E)/(F1(kJ + (kn-k-n)E) + nB), F1 = F(.975; n-1, v);
      high n(F2 B - E)/(kJ + (kn-k-n)E + n F2 B), F2 = F(.975; v, n-1).
      """,
    conventions: """
      Units that a rater did not rate are left out. Negative values stay. The limits of (2,k) are
      Spearman-Brown's of those of (2,1), as in psych and pingouin; irr differs. No residual: F is
      inf and the limits are 1. Units that do not differ at all: null where it would be 0/0 or
      -inf. Agreement is (2,.), consistency (3,.).
      """,
    source:
      "Shrout, Fleiss (1979), Psychol Bull 86:420-428; McGraw, Wong (1996), Psychol Methods 1:30-46"
  ) { input in
    let icc = try IntraclassCorrelation(of: try input.ratings(), level: try input.level())
    return [
      "ms_between": .of(icc.betweenMeanSquare), "ms_within": .of(icc.withinMeanSquare),
      "ms_raters": .of(icc.raterMeanSquare), "ms_error": .of(icc.errorMeanSquare),
      "units": .of(icc.unitCount), "raters": .of(icc.raterCount),
      "icc_1_1": members(icc.oneWaySingle), "icc_2_1": members(icc.agreementSingle),
      "icc_3_1": members(icc.consistencySingle), "icc_1_k": members(icc.oneWayMean),
      "icc_2_k": members(icc.agreementMean), "icc_3_k": members(icc.consistencyMean),
    ]
  }

  private static func members(_ form: IntraclassCorrelation.Form) -> JSON {
    .object(
      [
        "value": .of(form.estimate), "f": .of(form.f), "df1": .of(form.df1),
        "df2": .of(form.df2), "p": .of(form.pValue),
      ].adding(form.interval))
  }

  private static let kendallW = NamedStatistic(
    "kendall_w", "Kendall's W: how far raters rank units alike, corrected for ties",
    keys: [.required("ratings", ratingsMeaning + "; only their order counts")],
    formula: """
      Mean ranks of ties within each of m raters; R_i sums the ranks of unit i of n:
      W = 12 sum_i (R_i - mean)^2 / (m^2 (n^3 - n) - m sum_j T_j), T_j = sum (t^3 - t) over the
      tied groups of rater j; chi_square = m(n-1)W on n-1 df; mean_spearman = (mW - 1)/(m - 1).
      """,
    conventions: """
      Units that a rater did not rate are left out. Always corrected for ties; value_uncorrected
      is without. Every rater constant: no value (no_variation); one constant rater is not.
      """,
    source:
      "Kendall, Babington Smith (1939), Ann Math Stat 10:275-287; Kendall, Gibbons (1990), ch. 6"
  ) { input in
    let w = try KendallW(of: try input.ratings())
    return [
      "value": .of(w.estimate), "value_uncorrected": .of(w.uncorrected),
      "chi_square": .of(w.chiSquare), "df": .of(w.degreesOfFreedom), "p": .of(w.pValue),
      "mean_spearman": .of(w.meanSpearman), "units": .of(w.unitCount),
      "raters": .of(w.raterCount),
    ]
  }
}
