import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Effects that rest on signs and ranks.
  static let ranks: [NamedStatistic] = [signFlip, wilcoxonSignedRank, cliffsDelta]

  private static let signFlip = NamedStatistic(
    "sign_flip", "How often chance gives paired differences as large a sum",
    keys: differenceKeys + [
      .optional("resamples", "how many arrangements to draw where it cannot be exact, 100000"),
      .optional("seed", "a whole number that fixes what is drawn, 0 if left out"),
    ],
    formula: """
      The statistic is the sum of the differences. Every difference may have either sign: p is the \
      share of arrangements with a sum as far from zero (two_sided), as large (greater), as small \
      (less).
      """,
    conventions: """
      Zeros flip too, which changes nothing. Sums within 1e-12 max(1, sum of sizes) count as equal.
      Exact for up to 20 differences, and at any number where they lie on a grid, as ratings do. \
      Otherwise arrangements are drawn: p = (1 + #)/(1 + B), method "monte_carlo".
      Pairs with a missing half are left out. No difference: no_data.
      """,
    source: """
      R. A. Fisher (1935), The Design of Experiments, ch. 3.
      M. Pagano, D. Tritchler (1983), On obtaining permutation distributions in polynomial time, \
      Journal of the American Statistical Association 78(382), 435-440, \
      doi:10.1080/01621459.1983.10477990.
      """
  ) { input in
    let seed = try input.whole("seed", in: 0...Int.max, default: 0)
    let test = try SignFlipTest(
      of: try input.differences(),
      resamples: try input.whole("resamples", in: 1...10_000_000, default: 100_000),
      generator: SeededGenerator(seed: UInt64(seed), label: "sign_flip"))
    return [
      "mean": .of(test.mean), "p_two_sided": .of(test.pTwoSided), "p_greater": .of(test.pGreater),
      "p_less": .of(test.pLess), "arrangements": .of(test.arrangements),
      "method": .string(test.isExact ? "exact" : "monte_carlo"),
    ]
  }

  private static let wilcoxonSignedRank = NamedStatistic(
    "wilcoxon_signed_rank", "The signed-rank test of paired differences",
    keys: differenceKeys,
    formula: """
      v_plus: the sum of the midranks of the positive differences, ranked by size. p_exact: the \
      share of all arrangements of signs, also with ties. p_normal: with mean sum(r)/2 and \
      variance sum(r^2)/4; p_normal_corrected: with a continuity correction of 1/2.
      rank_biserial: (V+ - V-)/sum(r). hodges_lehmann: the median of the means of all pairs of \
      differences, zeros and each with itself included.
      pratt: zeros are ranked along, and dropped then.
      """,
    conventions: """
      Zeros are dropped before ranking; where there are some, Pratt's variant is given too.
      Sizes that differ by less than 1e-12 of the largest count as tied, as small ones do as zero: \
      subtracting decimals leaves as much.
      Where the exact distribution would take more than 2e7 steps (from some 340 differences on), \
      the exact p are null with p_exact_reason "too_many_pairs": the normal ones are as good.
      Only zeros: all_differences_zero. No difference: no_data.
      """,
    source: """
      F. Wilcoxon (1945), Individual comparisons by ranking methods, Biometrics Bulletin 1(6), \
      80-83, doi:10.2307/3001968.
      J. W. Pratt (1959), Journal of the American Statistical Association 54(287), 655-667, \
      doi:10.1080/01621459.1959.10501526.
      J. L. Hodges Jr., E. L. Lehmann (1963), The Annals of Mathematical Statistics 34(2), \
      598-611, doi:10.1214/aoms/1177704172.
      """
  ) { input in
    let differences = try input.differences()
    let test: WilcoxonSignedRank
    do {
      test = try WilcoxonSignedRank(of: differences)
    } catch NoValue.allDifferencesZero {
      return [String: JSON].noValue(.allDifferencesZero)
        .adding(["zeros": .of(differences.count)])
    }
    var result: [String: JSON] = [
      "v_plus": .of(test.statistic), "n_nonzero": .of(test.count), "zeros": .of(test.zeros),
      "rank_biserial": .of(test.rankBiserial), "hodges_lehmann": .of(test.hodgesLehmann),
      "p_exact": .of(test.exact?.pTwoSided), "p_exact_greater": .of(test.exact?.pGreater),
      "p_normal": .of(test.pNormal), "p_normal_corrected": .of(test.pNormalCorrected),
    ]
    if test.exact == nil { result["p_exact_reason"] = .string("too_many_pairs") }
    guard let pratt = test.pratt else { return result }
    return result.adding([
      "pratt_z": .of(pratt.z), "pratt_p_asymptotic": .of(pratt.pNormal),
      "pratt_p_exact": .of(pratt.exact?.pTwoSided),
    ])
  }

  private static let cliffsDelta = NamedStatistic(
    "cliffs_delta", "How much more often one group's values exceed the other's",
    keys: [
      .required("leading", "the values of the first group; null where missing"),
      .required("neutral", "the values of the second group, of which there may be another number"),
      .optional("level", "the confidence level, 0.95 if left out"),
    ],
    formula: """
      D = mean of sign(x - y) over all pairs of a value x of leading and y of neutral, with row \
      means D_i, column means D_j, of n and m values.
      variance_unbiased = [m^2 sum(D_i - D)^2 + n^2 sum(D_j - D)^2 - sum(D_ij - D)^2] / \
      [nm(n-1)(m-1)].
      variance_consistent = [(m-1) S_i + (n-1) S_j + S_ij] / (nm), S_i = sum(D_i - D)^2/(n-1) and \
      so on.
      Limits [D - D^3 -+ t s sqrt((1 - D^2)^2 + t^2 s^2)] / (1 - D^2 + t^2 s^2), t on n + m - 2.
      """,
    conventions: """
      |D| = 1: D is shrunk to (nm - 1)/(nm) for the variance, and the outer limit is 1.
      Magnitudes: below 0.147 negligible, 0.33 small, 0.474 medium, otherwise large. \
      probability_of_superiority = (D + 1)/2.
      A group of one, or a variance below zero: no limits. A group without values: empty_arm.
      """,
    source: """
      N. Cliff (1993), Dominance statistics: ordinal analyses to answer ordinal questions, \
      Psychological Bulletin 114(3), 494-509, doi:10.1037/0033-2909.114.3.494.
      D. Feng, N. Cliff (2004), Monte Carlo evaluation of ordinal d with improved confidence \
      interval, Journal of Modern Applied Statistical Methods 3(2), 322-332.
      """
  ) { input in
    let delta = try CliffsDelta(
      first: try input.optionalNumbers("leading").compactMap { $0 },
      second: try input.optionalNumbers("neutral").compactMap { $0 }, level: try input.level())
    return [
      "value": .of(delta.estimate), "variance_unbiased": .of(delta.unbiasedVariance),
      "variance_consistent": .of(delta.consistentVariance),
      "probability_of_superiority": .of(delta.probabilityOfSuperiority),
      "magnitude": .string(delta.magnitude.rawValue),
    ].adding(delta.interval)
      .adding(
        delta.consistentInterval, low: "ci_consistent_low", high: "ci_consistent_high")
  }
}
