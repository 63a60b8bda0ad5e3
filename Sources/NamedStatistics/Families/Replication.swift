import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// A second study beside a first one.
  static let replication: [NamedStatistic] = [
    replicationBasic, scepticalP, smallTelescopes, replicationBayesFactor,
  ]

  private static let twoEstimates: [Key] = [
    .required("original", "the first estimate, on a scale where it is normal"),
    .required("original_se", "its standard error, above 0"),
    .required("replication", "the second estimate, on the same scale"),
    .required("replication_se", "its standard error, above 0"),
  ]

  private static let replicationBasic = NamedStatistic(
    "replication_basic", "The usual ways to ask whether a replication found what was found before",
    keys: twoEstimates + [
      .optional("level", "the confidence level of the intervals, between 0 and 1; 0.95")
    ],
    formula: """
      z = estimate / se; p = 2 Phi(-|z|)
      replication_ci = replication +- q * replication_se
      prediction = original +- q * sqrt(original_se^2 + replication_se^2)
      q = (original - replication)^2 / (original_se^2 + replication_se^2), chi-square on 1 df
      c = original_se^2 / replication_se^2
      """,
    conventions: """
      An estimate of zero has no sign: same_sign is false. significant_same_sign asks for the same \
      sign and a two-sided p of the replication below 1 - level. relative_effect is null where the \
      original is zero. A standard error of zero: no_variation.
      """,
    source: """
      P. Patil, R. D. Peng, J. T. Leek (2016), What should researchers expect when they replicate \
      studies?, Perspectives on Psychological Science 11(4), 539-544, doi:10.1177/1745691616646366; \
      Open Science Collaboration (2015), Estimating the reproducibility of psychological science, \
      Science 349, aac4716, doi:10.1126/science.aac4716
      """
  ) { input in
    let studies = try input.twoEstimates()
    let criteria = try ReplicationCriteria(
      original: studies.original, originalStandardError: studies.originalError,
      replication: studies.replication, replicationStandardError: studies.replicationError,
      level: try input.level())
    return [
      "p_original": .of(criteria.pOriginal), "p_replication": .of(criteria.pReplication),
      "same_sign": .of(criteria.sameSign),
      "significant_same_sign": .of(criteria.significantSameSign),
      "original_in_replication_ci": .of(criteria.originalInReplicationInterval),
      "replication_in_prediction_interval": .of(criteria.replicationInPrediction),
      "q": .of(criteria.q), "q_p": .of(criteria.qPValue),
      "relative_effect": .of(criteria.relativeEffect),
      "variance_ratio_c": .of(criteria.varianceRatio),
    ]
    .adding(
      criteria.replicationInterval, low: "replication_ci_low", high: "replication_ci_high"
    )
    .adding(criteria.predictionInterval, low: "prediction_low", high: "prediction_high")
  }

  private static let scepticalP = NamedStatistic(
    "sceptical_p", "Whether a replication convinces one who doubted the original",
    keys: twoEstimates,
    formula: """
      z_o, z_r = estimate / se; c = original_se^2 / replication_se^2
      z_A^2, z_H^2 = arithmetic and harmonic mean of z_o^2 and z_r^2
      z_S^2 = (sqrt(z_A^2 (z_A^2 + (c - 1) z_H^2)) - z_A^2) / (c - 1); z_H^2 / 2 where c = 1
      nominal p = 2 (1 - Phi(z_S)); golden p = 2 (1 - Phi(z_S sqrt(phi))), phi = (1 + sqrt 5) / 2
      controlled p = sqrt(I / pi), I the integral over u from 0 to pi/2 of
        2 exp(-z_S^2 (sqrt(1 + (c - 1) s) + 1) / s), s = sin^2 u
      """,
    conventions: """
      One-sided p are half of the two-sided ones where both estimates point the same way, else 1 \
      less the half; an estimate of zero points no way. Success is a golden one-sided p of at most \
      0.025, which is a nominal one of at most level_golden_one_sided_025. The controlled p is the \
      integral itself; the R package ReplicationSuccess is off by up to 1e-4. A standard error of \
      zero: no_variation.
      """,
    source: """
      L. Held (2020), A new standard for the analysis and design of replication studies, JRSS A \
      183(2), 431-448, doi:10.1111/rssa.12493; L. Held, C. Micheloud, S. Pawel (2022), The \
      assessment of replication success based on relative effect size, Annals of Applied \
      Statistics 16(2), 706-720, doi:10.1214/21-AOAS1502; C. Micheloud, F. Balabdaoui, L. Held \
      (2023), Assessing replicability with the sceptical p-value: Type-I error control and sample \
      size planning, Statistica Neerlandica 77(4), 573-591
      """
  ) { input in
    let studies = try input.twoEstimates()
    let sceptical = try ScepticalPValue(
      original: studies.original, originalStandardError: studies.originalError,
      replication: studies.replication, replicationStandardError: studies.replicationError)
    return [
      "z_original": .of(sceptical.zOriginal), "z_replication": .of(sceptical.zReplication),
      "c": .of(sceptical.varianceRatio), "z_sceptical": .of(sceptical.zSceptical),
      "p_nominal_one_sided": .of(sceptical.nominal.oneSided),
      "p_nominal_two_sided": .of(sceptical.nominal.twoSided),
      "p_golden_one_sided": .of(sceptical.golden.oneSided),
      "p_golden_two_sided": .of(sceptical.golden.twoSided),
      "p_controlled_one_sided": .of(sceptical.controlled.oneSided),
      "p_controlled_two_sided": .of(sceptical.controlled.twoSided),
      "level_golden_one_sided_025": .of(ScepticalPValue.goldenLevel),
      "success_golden_025": .of(sceptical.isSuccess),
    ]
  }

  private static let smallTelescopes = NamedStatistic(
    "small_telescopes", "Whether the effect is too small for the original study to have seen",
    keys: [
      .required("n_original", "how many pairs, or units a sample, the original had; at least 2"),
      .required("n_replication", "how many the replication has; at least 2"),
      .required(
        "d_replication",
        "the replication's effect in standard deviations, above 0 in the original's direction"),
      .optional("design", "'paired', which is also one sample, or 'two_sample'; 'paired'"),
    ],
    formula: """
      paired: N = n, nu = n - 1; two samples of n each: N = n / 2, nu = 2n - 2
      d33: P(T > t(0.975; nu_o)) = 1/3, T noncentral t with delta = d33 sqrt(N_o)
      t_replication = d_replication sqrt(N_r)
      p_smaller_than_d33 = P(T <= t_replication), delta = d33 sqrt(N_r)
      """,
    conventions: """
      The power of one third counts the upper tail of the two-sided test at 0.05 only; counting \
      both, as the R package pwr does, makes d33 slightly smaller. An informative failure is a p \
      below 0.05.
      """,
    source: """
      U. Simonsohn (2015), Small telescopes: Detectability and the evaluation of replication \
      results, Psychological Science 26(5), 559-569, doi:10.1177/0956797614567341
      """
  ) { input in
    let telescopes = try SmallTelescopes(
      originalCount: try input.whole("n_original", in: 2...1_000_000_000),
      replicationCount: try input.whole("n_replication", in: 2...1_000_000_000),
      effect: try input.number("d_replication", in: -1000...1000),
      design: try input.choice("design", default: .paired))
    return [
      "d33": .of(telescopes.d33), "t_replication": .of(telescopes.tReplication),
      "p_smaller_than_d33": .of(telescopes.pValue),
      "informative_failure": .of(telescopes.isInformativeFailure),
    ]
  }

  private static let replicationBayesFactor = NamedStatistic(
    "replication_bayes_factor", "How much better the original effect predicts the replication",
    keys: [
      .optional("t_original", "the original's t statistic; this and the next four go together"),
      .optional("t_replication", "the replication's t statistic, in the same direction"),
      .optional("n_original", "[pairs], or [units in one sample, units in the other]"),
      .optional("n_replication", "the same of the replication"),
      .optional("design", "'paired', which is also one sample, or 'two_sample'; 'paired'"),
      .optional("original", "the first estimate; this and the next three go together"),
      .optional("original_se", "its standard error, above 0"),
      .optional("replication", "the second estimate, on the same scale"),
      .optional("replication_se", "its standard error, above 0"),
    ],
    formula: """
      of t: BF_r0 = integral of f(t_r | delta sqrt(N_r)) p(delta | t_o) / f(t_r | 0),
        p(delta | t_o) proportional to f(t_o | delta sqrt(N_o)), f the noncentral t density
      of estimates: BF_r0 = N(z_r; z_o sqrt(c), 1 + c) / N(z_r; 0, 1), c = original_se^2 /
        replication_se^2
      """,
    conventions: """
      The original study's own prior is flat. The posterior of t is exact: Verhagen and \
      Wagenmakers approximate it by a normal one and sample, so that their printed values differ in \
      the second digit. Above 1 the original effect predicts the replication better than none does. \
      A standard error of zero: no_variation.
      """,
    source: """
      J. Verhagen, E.-J. Wagenmakers (2014), Bayesian tests to quantify the result of a replication \
      attempt, Journal of Experimental Psychology: General 143(4), 1457-1475, \
      doi:10.1037/a0036731; S. Pawel, L. Held (2022), The sceptical Bayes factor for the assessment \
      of replication success, JRSS B 84(3), 879-911, doi:10.1111/rssb.12491
      """
  ) { input in
    guard input.has("t_original") || input.has("t_replication") else {
      let needed = ["original", "original_se", "replication", "replication_se"]
      try input.requireMembers(needed, for: "a factor of estimates")
      let studies = try input.twoEstimates()
      let factor = try ReplicationBayesFactor(
        original: studies.original, originalStandardError: studies.originalError,
        replication: studies.replication, replicationStandardError: studies.replicationError)
      return [
        "bf_r0": .of(factor.factor), "bf_0r": .of(factor.inverse),
        "log_bf_r0": .of(factor.logFactor),
      ]
    }
    try input.requireMembers(
      ["t_original", "n_original", "t_replication", "n_replication"], optional: ["design"],
      for: "a factor of t statistics")
    let factor = ReplicationBayesFactor(
      original: try input.study("original"), replication: try input.study("replication"))
    return ["bf_r0": .of(factor.factor), "log_bf_r0": .of(factor.logFactor)]
  }
}

extension StatisticInput {
  private static let finite = -1e100...1e100

  fileprivate func twoEstimates() throws(Fault) -> (
    original: Double, originalError: Double, replication: Double, replicationError: Double
  ) {
    (
      try number("original", in: Self.finite), try number("original_se", in: 0...1e100),
      try number("replication", in: Self.finite), try number("replication_se", in: 0...1e100)
    )
  }

  /// The t statistic of the original or of the replication.
  fileprivate func study(_ name: String) throws -> ReplicationBayesFactor.Study {
    let t = try number("t_\(name)", in: -10_000...10_000)
    let counts = try wholes("n_\(name)", in: 1...1_000_000_000)
    let design: SmallTelescopes.Design = try choice("design", default: .paired)
    switch (design, counts.count) {
    case (.paired, 1): return try ReplicationBayesFactor.Study(t: t, pairs: counts[0])
    case (.twoSample, 2):
      return try ReplicationBayesFactor.Study(t: t, samples: (counts[0], counts[1]))
    default:
      throw Self.fault(
        at: ["n_\(name)"], "\(counts.count) counts do not fit the design '\(design.rawValue)'",
        "give [pairs] for 'paired', or two counts for 'two_sample'")
    }
  }
}
