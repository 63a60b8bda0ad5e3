import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Effects on what happens or does not.
  static let events: [NamedStatistic] = [
    mcnemar, pairedRiskDifference, riskDifference, attributableFraction, bradleyTerry,
  ]

  private static let pairKeys: [Key] = [
    .required("both", "how many pairs had the event under both wordings"),
    .required("leading_only", "how many had it under the leading wording only"),
    .required("neutral_only", "how many had it under the neutral wording only"),
    .required("neither", "how many had it under neither"),
    level,
  ]
  private static let level = Key.optional("level", "the confidence level, 0.95 if left out")

  private static let mcnemar = NamedStatistic(
    "mcnemar", "Whether an event is as frequent under either wording, in pairs",
    keys: pairKeys,
    formula: """
      b = leading_only, c = neutral_only. p_exact: two-sided binomial(b, b + c, 1/2). p_mid: \
      p_exact less P(b), for b = c 1 - P(b)/2. chi_square = (b - c)^2 / (b + c), corrected \
      (|b - c| - 1)^2 / (b + c).
      odds_ratio = b / c, limits p / (1 - p) at Clopper and Pearson's limits for b of b + c.
      """,
    conventions: """
      Only pairs that differ count. None: both p are 1, chi_square null with no_discordant_pairs.
      b = c: the correction is not applied. c = 0: the odds ratio is "inf". No pair: no_data.
      """,
    source: """
      Q. McNemar (1947), Note on the sampling error of the difference between correlated \
      proportions or percentages, Psychometrika 12(2), 153-157, doi:10.1007/BF02295996.
      M. W. Fagerland, S. Lydersen, P. Laake (2013), The McNemar test for binary matched-pairs \
      data, BMC Medical Research Methodology 13, 91, doi:10.1186/1471-2288-13-91.
      """
  ) { input in
    let test = try McNemarTest(of: try input.pairedEvents(), level: try input.level())
    let common: [String: JSON] = ["p_exact": .of(test.pExact), "p_mid": .of(test.pMid)]
    guard let discordance = test.discordance else {
      return common.adding([
        "chi_square": .null, "reason": .string(NoValue.noDiscordantPairs.rawValue),
      ])
    }
    return common.adding([
      "p_exact_greater": .of(discordance.pGreater), "chi_square": .of(discordance.chiSquare),
      "p_asymptotic": .of(discordance.pAsymptotic),
      "chi_square_corrected": .of(discordance.chiSquareCorrected),
      "p_corrected": .of(discordance.pCorrected), "odds_ratio": .of(discordance.oddsRatio),
    ]).adding(discordance.oddsRatioInterval, low: "odds_ratio_low", high: "odds_ratio_high")
  }

  private static let pairedRiskDifference = NamedStatistic(
    "paired_risk_difference", "How much more often an event happens under the leading wording",
    keys: pairKeys,
    formula: """
      (b - c) / n with b = leading_only, c = neutral_only. newcombe (the one to show): Wilson's \
      limits of both shares, squared and added with psi = (A - n/2)/sqrt(P) if A = ad - bc > n/2, \
      0 if 0 <= A <= n/2, A/sqrt(P) if A < 0; P the product of the four margins, psi 0 if it is 0.
      wald: +- z sqrt(b + c - (b - c)^2/n)/n; agresti_min: the same with 1/2 added to each count; \
      bonett_price: with 1 added to b and c and 2 to n; tango: where the score test reaches z.
      """,
    conventions: "Limits are clipped to [-1, 1]. No pair: no_data.",
    source: """
      R. G. Newcombe (1998), Statistics in Medicine 17(22), 2635-2650, method 10.
      T. Tango (1998), Statistics in Medicine 17(8), 891-908.
      A. Agresti, Y. Min (2005), Statistics in Medicine 24(5), 729-740, doi:10.1002/sim.1781.
      D. G. Bonett, R. M. Price (2012), Journal of Educational and Behavioral Statistics 37(4), \
      479-488, doi:10.3102/1076998611411915.
      """
  ) { input in
    let difference = try PairedRiskDifference(
      of: try input.pairedEvents(), level: try input.level())
    return ["difference": .of(difference.estimate), "n": .of(difference.count)]
      .adding(difference.newcombe, low: "newcombe_low", high: "newcombe_high")
      .adding(difference.wald, low: "wald_low", high: "wald_high")
      .adding(difference.agrestiMin, low: "agresti_min_low", high: "agresti_min_high")
      .adding(difference.bonettPrice, low: "bonett_price_low", high: "bonett_price_high")
      .adding(difference.tango, low: "tango_low", high: "tango_high")
  }

  private static let riskDifference = NamedStatistic(
    "risk_difference", "How much more often an event happens in one of two independent groups",
    keys: [
      .required("leading_yes", "how many of the first group's units had the event"),
      .required("leading_n", "how many units the first group has"),
      .required("neutral_yes", "how many of the second group's units had the event"),
      .required("neutral_n", "how many units the second group has"),
      level,
    ],
    formula: """
      p1 - p2. newcombe (the one to show): Wilson's limits of both shares, squared and added. \
      wald: +- z sqrt(p1 q1 / n1 + p2 q2 / n2). agresti_caffo: Wald's with one unit with and one \
      without the event added to each group.
      """,
    conventions: "Limits are clipped to [-1, 1]. A group without units: empty_arm.",
    source: """
      R. G. Newcombe (1998), Statistics in Medicine 17(8), 873-890, method 10.
      A. Agresti, B. Caffo (2000), The American Statistician 54(4), 280-288, \
      doi:10.1080/00031305.2000.10474560.
      """
  ) { input in
    let leadingCount = try input.whole("leading_n")
    let neutralCount = try input.whole("neutral_n")
    let difference = try RiskDifference(
      leading: try input.whole("leading_yes", in: 0...leadingCount), of: leadingCount,
      neutral: try input.whole("neutral_yes", in: 0...neutralCount), of: neutralCount,
      level: try input.level())
    return ["difference": .of(difference.estimate)]
      .adding(difference.newcombe, low: "newcombe_low", high: "newcombe_high")
      .adding(difference.wald, low: "wald_low", high: "wald_high")
      .adding(difference.agrestiCaffo, low: "agresti_caffo_low", high: "agresti_caffo_high")
  }

  private static let attributableFraction = NamedStatistic(
    "attributable_fraction", "The share of leading events that the wording itself brought about",
    keys: pairKeys,
    formula: """
      (p1 - p0) / p1 = 1 - 1/RR, RR = (a + b) / (a + c), with a = both, b = leading_only, \
      c = neutral_only. se(ln RR) = sqrt((b + c) / ((a + b)(a + c))).
      ci_delta_log: 1 - 1/limit of RR e^(-+z se). ci_bonett_price (the one to show): Wilson's \
      limits of a + b and a + c out of a + b + c at z A/(B + C), \
      A = sqrt((b + c + 2)/((a + b + 1)(a + c + 1))), B and C = \
      sqrt((1 - (x + 1)/(a + b + c + 2))/(x + 1)) for x = a + b and a + c.
      """,
    conventions: """
      May be negative. No event under the leading wording: no_leading_events. None under the \
      neutral one: the share is 1, risk_ratio "inf", and there is no interval but a bootstrap's. \
      No pair: no_data.
      """,
    source: """
      O. S. Miettinen (1974), American Journal of Epidemiology 99(5), 325-332.
      D. G. Bonett, R. M. Price (2006), Statistics in Medicine 25(17), 3039-3047, \
      doi:10.1002/sim.2440.
      """
  ) { input in
    let fraction = try AttributableFraction(
      of: try input.pairedEvents(), level: try input.level())
    let common: [String: JSON] = [
      "value": .of(fraction.estimate), "risk_leading": .of(fraction.leadingRisk),
      "risk_neutral": .of(fraction.neutralRisk), "risk_ratio": .of(fraction.riskRatio),
    ]
    guard let uncertainty = fraction.uncertainty else { return common }
    return common.adding(["log_rr_se": .of(uncertainty.logRatioStandardError)])
      .adding(uncertainty.deltaLog, low: "ci_delta_log_low", high: "ci_delta_log_high")
      .adding(uncertainty.bonettPrice, low: "ci_bonett_price_low", high: "ci_bonett_price_high")
  }

  private static let bradleyTerry = NamedStatistic(
    "bradley_terry", "Abilities of objects from paired comparisons",
    keys: [
      .required(
        "wins",
        "a square table: how often the object of the row beat that of the column; a tie is "
          + "half a win of each; zeros on the diagonal")
    ],
    formula: """
      P(a beats b) = 1 / (1 + e^(B_b - B_a)), by maximum likelihood.
      ability_reference_first: the first object's at 0; ability_sum_zero: with a sum of zero, \
      errors from the centred covariance; strength_mean_one: e^B with a mean of one.
      log_likelihood without binomial coefficients; deviance against each pair's own share.
      """,
    conventions: """
      Pairs that never met have zeros. Objects that can be parted into two groups of which one \
      never beat the other (an object that always or never won, a group that met no other) have no \
      finite abilities: infinite_estimate. No comparison: no_data; one object: \
      fewer_than_two_units.
      """,
    source: """
      R. A. Bradley, M. E. Terry (1952), Rank analysis of incomplete block designs: I, Biometrika \
      39(3/4), 324-345, doi:10.2307/2334029.
      L. R. Ford Jr. (1957), Solution of a ranking problem from binary comparisons, The American \
      Mathematical Monthly 64(8), 28-33, doi:10.2307/2308513 (when a maximum exists).
      """
  ) { input in
    let wins = try input.table("wins")
    let square = try input.table("wins", rows: wins.count, columns: wins.count)
    for (row, line) in square.enumerated() {
      for (column, count) in line.enumerated() {
        let isWrong = count < 0 || count > 1e12 || (row == column && count != 0)
        guard !isWrong else {
          throw StatisticInput.fault(
            at: ["wins", "\(row)", "\(column)"], "\(count) wins cannot be",
            row == column ? "write 0 on the diagonal" : "give a number from 0 to 1e12")
        }
      }
    }
    let model = try BradleyTerry(wins: square)
    return [
      "ability_reference_first": .of(model.abilities),
      "se_reference_first": .of(model.standardErrors),
      "ability_sum_zero": .of(model.centeredAbilities),
      "se_sum_zero": .of(model.centeredStandardErrors), "strength_mean_one": .of(model.strengths),
      "log_likelihood": .of(model.logLikelihood), "deviance": .of(model.deviance),
    ]
  }
}

extension StatisticInput {
  /// The four counts of pairs.
  fileprivate func pairedEvents() throws(Fault) -> PairedEvents {
    PairedEvents(
      both: try whole("both"), leadingOnly: try whole("leading_only"),
      neutralOnly: try whole("neutral_only"), neither: try whole("neither"))
  }
}
