import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Bayes factors, multiplicity, and looking early.
  static let evidence: [NamedStatistic] = [bayesFactorT, multiplicity, alphaSpending, anytimeValid]

  private static let bayesFactorT = NamedStatistic(
    "bayes_factor_t", "The JZS Bayes factor of a t test",
    keys: [
      .required("t", "the t statistic; of two samples with the pooled variance"),
      .required("n", "how many pairs, or values in the first sample"),
      .optional("n2", "how many values in the second sample; left out for pairs or one sample"),
      .optional(
        "r", "the scale of the Cauchy prior on the standardised effect, sqrt(2)/2 if left out"),
    ],
    formula: """
      BF10 = integral over g from 0 to infinity of (1 + N g r^2)^(-1/2) \
      (1 + t^2 / ((1 + N g r^2) v))^(-(v+1)/2) (2 pi)^(-1/2) g^(-3/2) e^(-1/(2g)), over \
      (1 + t^2 / v)^(-(v+1)/2).
      One sample or pairs: N = n, v = n - 1. Two samples: N = n n2 / (n + n2), v = n + n2 - 2.
      """,
    conventions: """
      Integrated over ln g to all digits. Two-sided: the prior is symmetric.
      log_bf10 holds where bf10 itself is above every number ("inf").
      One pair: fewer_than_two_pairs; two samples of one value each: fewer_than_two_units.
      """,
    source: """
      J. N. Rouder, P. L. Speckman, D. Sun, R. D. Morey, G. Iverson (2009), Bayesian t tests for \
      accepting and rejecting the null hypothesis, Psychonomic Bulletin & Review 16(2), 225-237, \
      doi:10.3758/PBR.16.2.225.
      """
  ) { input in
    let t = try input.number("t", in: -1e50...1e50)
    let scale =
      input.has("r") ? try input.number("r", in: 1e-50...1e50) : JZSBayesFactor.defaultPriorScale
    let count = try input.whole("n", in: 1...Int(Int32.max))
    let factor =
      input.has("n2")
      ? try JZSBayesFactor(
        t: t, firstCount: count, secondCount: try input.whole("n2", in: 1...Int(Int32.max)),
        priorScale: scale)
      : try JZSBayesFactor(t: t, count: count, priorScale: scale)
    return [
      "bf10": .of(factor.estimate), "log_bf10": .of(factor.logEstimate),
      "bf01": .of(factor.forNull),
    ]
  }

  private static let multiplicity = NamedStatistic(
    "multiplicity", "P values of several tests, adjusted for being several",
    keys: [.required("p", "a list of p values, one a test, each in 0...1")],
    formula: """
      With the p sorted upwards, i = 1...n: bonferroni n p; holm (n - i + 1) p, never below an \
      earlier one; hochberg the same factors, never above a later one; benjamini_hochberg n p / i, \
      never above a later one; benjamini_yekutieli that times 1 + 1/2 + ... + 1/n.
      """,
    conventions: "At most 1, in the order of the input. An empty list: no_data.",
    source: """
      S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian \
      Journal of Statistics 6(2), 65-70.
      Y. Hochberg (1988), A sharper Bonferroni procedure for multiple tests of significance, \
      Biometrika 75(4), 800-802, doi:10.1093/biomet/75.4.800.
      Y. Benjamini, Y. Hochberg (1995), Controlling the false discovery rate, Journal of the Royal \
      Statistical Society B 57(1), 289-300, doi:10.1111/j.2517-6161.1995.tb02031.x.
      Y. Benjamini, D. Yekutieli (2001), The control of the false discovery rate in multiple \
      testing under dependency, The Annals of Statistics 29(4), 1165-1188, \
      doi:10.1214/aos/1013699998.
      """
  ) { input in
    let adjusted = try AdjustedPValues(of: try input.shares("p"))
    return [
      "holm": .of(adjusted.holm), "benjamini_hochberg": .of(adjusted.benjaminiHochberg),
      "bonferroni": .of(adjusted.bonferroni), "hochberg": .of(adjusted.hochberg),
      "benjamini_yekutieli": .of(adjusted.benjaminiYekutieli),
    ]
  }

  private static let alphaSpending = NamedStatistic(
    "alpha_spending", "Bounds for several looks that together keep to one error rate",
    keys: [
      .required(
        "fractions",
        "the share of the information that is in at each look, ascending, above 0 and at most 1"),
      .optional("alpha", "the two-sided error rate of all looks together, 0.05 if left out"),
    ],
    formula: """
      spent(t) = 4 - 4 Phi(z_{1-alpha/4} / sqrt(t)): each side spends alpha/2 by Lan and DeMets' \
      function of O'Brien and Fleming's kind.
      bounds c_k: P(|Z_j| < c_j for all j < k, |Z_k| >= c_k) = spent(t_k) - spent(t_{k-1}), with \
      Z standard normal and corr(Z_j, Z_k) = sqrt(t_j / t_k); levels: 2 - 2 Phi(c_k).
      """,
    conventions: """
      Integrated by the recursion of Armitage, McPherson and Rowe, to some ten digits.
      Where nothing is left to be spent to the last digit: bound "inf", level 0.
      All lists have one element a look. No look: no_data.
      """,
    source: """
      K. K. G. Lan, D. L. DeMets (1983), Discrete sequential boundaries for clinical trials, \
      Biometrika 70(3), 659-663, doi:10.1093/biomet/70.3.659.
      P. Armitage, C. K. McPherson, B. C. Rowe (1969), Repeated significance tests on accumulating \
      data, Journal of the Royal Statistical Society A 132(2), 235-244, doi:10.2307/2343787.
      """
  ) { input in
    let fractions = try input.shares("fractions")
    for (index, fraction) in fractions.enumerated() {
      let before = index == 0 ? 0 : fractions[index - 1]
      guard fraction > before else {
        throw StatisticInput.fault(
          at: ["fractions", "\(index)"], "\(fraction) is not above \(before)",
          "give the looks in their order, each once, above 0")
      }
    }
    guard fractions.count <= 100 else {
      throw StatisticInput.fault(
        at: ["fractions"], "\(fractions.count) looks take too long", "give at most 100")
    }
    let spending = try AlphaSpending(
      alpha: try input.share("alpha", default: 0.05), fractions: fractions)
    return [
      "spent": .of(spending.spent), "bounds": .of(spending.bounds),
      "levels": .of(spending.levels),
    ]
  }

  private static let anytimeValid = NamedStatistic(
    "anytime_valid", "A test and intervals of a mean that hold however often one looks",
    keys: [
      .required(
        "x",
        "the values in the order in which they came, each in 0...1; a difference d in -D...D "
          + "is (d + D) / (2D)"),
      .optional("alpha", "the level, 0.05 if left out"),
      .optional("null_mean", "the mean under the null hypothesis, 0.5 if left out"),
      .optional("grid", "into how many steps 0...1 is divided, 1000 if left out"),
    ],
    formula: """
      mu_t = (1/2 + sum x) / (t + 1), s2_t = (1/4 + sum (x_i - mu_i)^2) / (t + 1), s2_0 = 1/4.
      Bet l_t = sqrt(2 ln(1/a) / (t ln(1 + t) s2_{t-1})), a = alpha/2 (alpha one-sided).
      K+ = product of 1 + min(l, 1/(2m)) (x - m), K- = product of 1 - min(l, 1/(2(1-m))) (x - m).
      e_process_two_sided = K+/2 + K-/2; e_process_greater = K+ at alpha. first_rejection: the \
      first t with evidence of at least 1/alpha.
      hedged: the grid's means with max(K+/2, K-/2) of at most 1/alpha, one step wider.
      empirical_bernstein: sum(l x)/sum(l) - (ln(2/alpha) + sum v psi(l))/sum(l), l at most 1/2, \
      v_t = (x_t - mean before t)^2, psi(l) = -ln(1 - l) - l; the upper limit by 1 - x.
      """,
    conventions: """
      All lists have one element a value. Intervals are running: no limit ever widens again.
      Bets depend on earlier values only, so that the order must be the one in which they came.
      No value: no_data.
      """,
    source: """
      I. Waudby-Smith, A. Ramdas (2024), Estimating means of bounded random variables by betting, \
      Journal of the Royal Statistical Society B 86(1), 1-27, doi:10.1093/jrsssb/qkad009.
      """
  ) { input in
    let values = try input.shares("x")
    let grid = try input.whole("grid", in: 1...100_000, default: 1_000)
    guard values.count * grid <= 2_000_000_000 else {
      throw StatisticInput.fault(
        at: ["grid"], "\(values.count) values on a grid of \(grid) take too long",
        "give a coarser grid")
    }
    let mean = try AnytimeValidMean(
      of: values, nullMean: input.has("null_mean") ? try input.number("null_mean", in: 0...1) : 0.5,
      alpha: try input.share("alpha", default: 0.05), grid: grid)
    return [
      "bets": .of(mean.bets), "e_process_two_sided": .of(mean.twoSided),
      "e_process_greater": .of(mean.greater),
      "first_rejection": mean.firstRejection.map { .of($0) } ?? .null,
      "hedged_low": .of(mean.hedged.map(\.low)), "hedged_high": .of(mean.hedged.map(\.high)),
      "empirical_bernstein_low": .of(mean.empiricalBernstein.map(\.low)),
      "empirical_bernstein_high": .of(mean.empiricalBernstein.map(\.high)),
    ]
  }
}

extension StatisticInput {
  /// A list of numbers in 0...1, ends included.
  fileprivate func shares(_ key: String) throws(Fault) -> [Double] {
    try list(key) { element, path throws(Fault) in
      let number = try Self.finite(element, at: path)
      guard 0 <= number, number <= 1 else {
        throw Self.fault(
          at: path, "\(number) is not between 0 and 1", "give a number in that range")
      }
      return number
    }
  }
}
