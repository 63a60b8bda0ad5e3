import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Effects as differences of scores.
  static let differences: [NamedStatistic] = [
    pairedMean, cohenDz, tost, attributableFractionMean,
  ]

  private static let pairKeys: [Key] = [
    .required("leading", "the scores under the leading wording, one a pair; null where missing"),
    .required("neutral", "those of the same pairs under the neutral wording, in the same order"),
    level,
  ]
  private static let level = Key.optional("level", "the confidence level, 0.95 if left out")

  /// Keys of differences, which may come as such or as pairs.
  static let differenceKeys: [Key] = [
    .optional("differences", "leading less neutral, one a pair; null where missing"),
    .optional("leading", "in place of differences: the scores under the leading wording"),
    .optional("neutral", "and those of the same pairs under the neutral wording"),
  ]

  private static let pairedMean = NamedStatistic(
    "paired_mean", "The mean difference of pairs, by Student's t",
    keys: differenceKeys + [level],
    formula: "d = leading - neutral; mean +- t(n - 1) sd / sqrt(n); t = mean / (sd / sqrt(n)).",
    conventions: """
      Pairs with a missing half are left out; n counts the others.
      All differences the same: no_variation, t and p null, the interval a point.
      Fewer than two pairs: fewer_than_two_pairs.
      """,
    source: """
      Student (1908), The probable error of a mean, Biometrika 6(1), 1-25, doi:10.1093/biomet/6.1.1.
      """
  ) { input in
    let differences = try input.differences()
    guard differences.count > 1 else {
      return [String: JSON].noValue(.fewerThanTwoPairs)
        .adding(["mean": .of(differences.first)])
    }
    let estimate = try MeanEstimate(of: differences)
    let common: [String: JSON] = [
      "mean": .of(estimate.mean), "sd": .of(estimate.standardDeviation),
      "se": .of(estimate.standardError), "t": .of(estimate.t),
      "df": .of(estimate.degreesOfFreedom), "p": .of(estimate.pValue), "n": .of(estimate.count),
    ].adding(estimate.interval(level: try input.level()))
    guard let pGreater = estimate.pGreater() else {
      return common.adding(["reason": .string(NoValue.noVariation.rawValue)])
    }
    return common.adding(["p_greater": .of(pGreater)])
  }

  private static let cohenDz = NamedStatistic(
    "cohen_dz", "The mean difference of pairs in standard deviations",
    keys: pairKeys,
    formula: """
      d_z = mean(d) / sd(d); limits by inverting the noncentral t at d_z sqrt(n).
      hedges_j = G(m/2) / (sqrt(m/2) G((m - 1)/2)) with m = n - 1 and G the gamma function; \
      g_z = hedges_j d_z; hedges_j_approx = 1 - 3/(4m - 1).
      d_av = mean(d) / sqrt((s1^2 + s2^2)/2); d_rm = d_z sqrt(2(1 - r)).
      """,
    conventions: """
      d_z grows with the correlation of the halves: show d_av too. Pairs with a missing half are \
      left out.
      All differences the same: no_variation. One half constant: correlation and d_rm null. \
      Two pairs: hedges_j and g_z null, since the mean of d_z is then infinite. Fewer: \
      fewer_than_two_pairs.
      """,
    source: """
      J. Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed.
      L. V. Hedges (1981), Journal of Educational Statistics 6(2), 107-128, \
      doi:10.3102/10769986006002107.
      J.-C. Goulet-Pelletier, D. Cousineau (2018), The Quantitative Methods for Psychology 14(4), \
      242-265, doi:10.20982/tqmp.14.4.p242.
      """
  ) { input in
    let pairs = try input.pairs()
    let difference = try StandardizedMeanDifference(
      leading: pairs.leading, neutral: pairs.neutral, level: try input.level())
    return [
      "d_z": .of(difference.estimate), "hedges_j": .of(difference.hedgesJ),
      "hedges_j_approx": .of(difference.hedgesJApproximation), "g_z": .of(difference.hedgesG),
      "d_av": .of(difference.averaged), "d_rm": .of(difference.repeatedMeasures),
      "correlation": .of(difference.correlation), "n": .of(difference.count),
    ].adding(difference.interval, low: "d_z_ci_low", high: "d_z_ci_high")
  }

  private static let tost = NamedStatistic(
    "tost", "Whether a mean difference lies between limits of no concern",
    keys: differenceKeys + [
      .required("low", "the lower limit of no concern, in the unit of the scores"),
      .required("high", "the upper one"),
      .optional("alpha", "the level of each one-sided test, 0.05 if left out"),
    ],
    formula: """
      t_lower = (mean - low) / se, t_upper = (mean - high) / se, on n - 1 degrees of freedom; p \
      the larger of both one-sided p; the interval is that of the level 1 - 2 alpha.
      """,
    conventions: """
      equivalent where p is below alpha. Pairs with a missing half are left out. All differences \
      the same: no_variation. Fewer than two pairs: fewer_than_two_pairs.
      """,
    source: """
      D. J. Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15(6), 657-680, \
      doi:10.1007/BF01068419.
      """
  ) { input in
    let (low, high) = (try input.finite("low"), try input.finite("high"))
    guard low < high else {
      throw StatisticInput.fault(
        at: ["high"], "\(high) is not above the lower limit, \(low)", "give low and high in order")
    }
    let alpha = try input.share("alpha", default: 0.05)
    guard alpha < 0.5 else {
      throw StatisticInput.fault(at: ["alpha"], "\(alpha) is not below 0.5", "give 0.05, or so")
    }
    let test = try EquivalenceTest(
      of: try input.differences(), low: low, high: high, alpha: alpha)
    return [
      "t_lower": .of(test.tLower), "p_lower": .of(test.pLower), "t_upper": .of(test.tUpper),
      "p_upper": .of(test.pUpper), "p": .of(test.pValue), "equivalent": .of(test.isEquivalent),
      "df": .of(test.mean.degreesOfFreedom),
    ].adding(test.interval)
  }

  private static let attributableFractionMean = NamedStatistic(
    "attributable_fraction_mean", "The share of the leading mean that the wording brought about",
    keys: pairKeys,
    formula: """
      1 - y0/y1 of the two means. se_delta with the paired covariance; limits with z and with \
      t(n - 1).
      Fieller: g = t^2 V11 / y1^2; the limits are the ratios at which t of y0 - ratio y1 reaches \
      its quantile.
      """,
    conventions: """
      May be negative. fieller_g of 1 and more: the leading mean cannot be told from 0, Fieller's \
      limits are null, and the delta method's must not be shown alone. A leading mean of 0: \
      no_leading_events. Pairs with a missing half are left out; fewer than two: \
      fewer_than_two_pairs.
      """,
    source: """
      E. C. Fieller (1954), Some problems in interval estimation, Journal of the Royal Statistical \
      Society B 16(2), 175-185, doi:10.1111/j.2517-6161.1954.tb00159.x.
      """
  ) { input in
    let pairs = try input.pairs()
    let fraction = try AttributableFractionOfMeans(
      leading: pairs.leading, neutral: pairs.neutral, level: try input.level())
    return [
      "value": .of(fraction.estimate), "se_delta": .of(fraction.standardErrorDelta),
      "fieller_g": .of(fraction.fiellerG),
    ].adding(fraction.deltaInterval, low: "ci_delta_low", high: "ci_delta_high")
      .adding(fraction.deltaTInterval, low: "ci_delta_t_low", high: "ci_delta_t_high")
      .adding(fraction.fiellerInterval, low: "ci_fieller_low", high: "ci_fieller_high")
  }
}

extension StatisticInput {
  /// A number that is finite.
  fileprivate func finite(_ key: String) throws(Fault) -> Double {
    try Self.finite(members[key] ?? .null, at: [key])
  }
}
