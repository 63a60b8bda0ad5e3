import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Many studies of one question together.
  static let manyStudies: [NamedStatistic] = [metaAnalysis, egger]

  private static let studies: [Key] = [
    .required("yi", "one estimate a study, on a scale where they are normal"),
    .required("vi", "the squared standard error of each, above 0, in the same order"),
  ]

  private static let metaAnalysis = NamedStatistic(
    "meta_analysis", "The effect that several studies estimate together",
    keys: studies + [
      .optional("level", "the confidence level of the intervals, between 0 and 1; 0.95")
    ],
    formula: """
      w = 1 / (v + tau2); estimate = sum(w y) / sum(w); se = sqrt(1 / sum(w))
      Q = sum((y - estimate)^2 / v), fixed effect, chi-square on k - 1 df
      dersimonian_laird: tau2 = max(0, (Q - (k - 1)) / (sum(1/v) - sum(1/v^2) / sum(1/v)))
      reml: tau2 >= 0 of the largest restricted likelihood
      paule_mandel: tau2 >= 0 at which sum(w (y - estimate)^2) = k - 1
      ..._hksj: se^2 = sum(w (y - estimate)^2) / ((k - 1) sum(w)), t on k - 1 df
      random effects: s2 = (k - 1) sum(1/v) / (sum(1/v)^2 - sum(1/v^2)),
        i2 = 100 tau2 / (tau2 + s2), h2 = 1 + tau2 / s2
      fixed effect: i2 = 100 max(0, (Q - (k - 1)) / Q), h2 = Q / (k - 1)
      prediction = estimate +- q sqrt(se^2 + tau2), q as in the interval
      tau2_q_profile: the tau2 at which sum(w (y - estimate)^2) is at the chi-square quantiles
      """,
    conventions: """
      fixed is the model of one effect for all. The interval of ..._hksj is not widened where it is \
      narrower than the normal one. The prediction interval takes the quantile of its test, as \
      metafor does; Higgins, Thompson and Spiegelhalter take t(k - 2). Both limits of \
      tau2_q_profile are 0 where the studies differ less than chance would let them; it is given \
      from three studies on. paule_mandel is where metafor 3.8-1 ends its search, up to 1e-4 off; \
      paule_mandel_exact solves the equation to the last digits: take that one. One study: the fixed effect alone. All estimates the same: ..._hksj \
      has no statistic, p or interval. No study: no_data; a variance of zero: no_variation.
      """,
    source: """
      W. Viechtbauer (2010), Conducting meta-analyses in R with the metafor package, Journal of \
      Statistical Software 36(3), doi:10.18637/jss.v036.i03; R. DerSimonian, N. Laird (1986), \
      Meta-analysis in clinical trials, Controlled Clinical Trials 7, 177-188; W. Viechtbauer \
      (2005), Journal of Educational and Behavioral Statistics 30, 261-293; R. C. Paule, J. Mandel \
      (1982), Journal of Research of the National Bureau of Standards 87, 377-385; J. Hartung, G. \
      Knapp (2001), Statistics in Medicine 20, 3875-3889; W. Viechtbauer (2007), Statistics in \
      Medicine 26, 37-52, doi:10.1002/sim.2514
      """
  ) { input in
    let (estimates, variances) = try input.studies()
    let level = try input.level()
    func analysis(
      _ model: MetaAnalysis.Model, _ uncertainty: MetaAnalysis.Uncertainty = .normal
    ) throws -> JSON {
      .object(
        members(
          of: try MetaAnalysis(
            estimates: estimates, variances: variances, model: model, uncertainty: uncertainty,
            level: level)))
    }
    var result: [String: JSON] = [
      "fixed": try analysis(.fixed), "k": .of(estimates.count),
    ]
    guard estimates.count > 1 else { return result }
    result["dersimonian_laird"] = try analysis(.dersimonianLaird)
    result["reml"] = try analysis(.restrictedMaximumLikelihood)
    result["paule_mandel"] = try analysis(.pauleMandelOfMetafor)
    result["paule_mandel_exact"] = try analysis(.pauleMandel)
    result["reml_hksj"] = try analysis(.restrictedMaximumLikelihood, .knappHartung)
    result["dersimonian_laird_hksj"] = try analysis(.dersimonianLaird, .knappHartung)
    guard estimates.count > 2 else { return result }
    return result.adding(
      try MetaAnalysis.tau2Interval(estimates: estimates, variances: variances, level: level),
      low: "tau2_q_profile_low", high: "tau2_q_profile_high")
  }

  private static func members(of analysis: MetaAnalysis) -> [String: JSON] {
    let members: [String: JSON] = [
      "estimate": .of(analysis.estimate), "se": .of(analysis.standardError),
      "statistic": .of(analysis.statistic), "p": .of(analysis.pValue), "tau2": .of(analysis.tau2),
      "i2": .of(analysis.iSquared), "h2": .of(analysis.hSquared), "q": .of(analysis.q),
      "q_p": .of(analysis.qPValue),
    ].adding(analysis.interval)
    guard analysis.model != .fixed else { return members }
    return members.adding(
      analysis.predictionInterval, low: "prediction_low", high: "prediction_high")
  }

  private static let egger = NamedStatistic(
    "egger", "Whether small studies find other effects than large ones do",
    keys: studies,
    formula: """
      s = sqrt(v); y/s = intercept + limit_estimate * (1/s) + e by least squares
      t = intercept / intercept_se on k - 2 df
      mixed model: y on s with weights 1 / (v + tau2), tau2 by REML; z of the coefficient of s
      """,
    conventions: """
      limit_estimate is the effect at a standard error of zero. With fewer than ten studies the \
      test finds little, and asymmetry has other causes than missing studies. No study: no_data; \
      one: fewer_than_two_units; two, through which a line always passes, studies of one size, or \
      a variance of zero: no_variation. Studies on one line: t and p are null.
      """,
    source: """
      M. Egger, G. Davey Smith, M. Schneider, C. Minder (1997), Bias in meta-analysis detected by a \
      simple, graphical test, BMJ 315, 629-634, doi:10.1136/bmj.315.7109.629; J. A. C. Sterne, M. \
      Egger (2005), Regression methods to detect publication and other bias in meta-analysis, in \
      Publication Bias in Meta-Analysis, ch. 6
      """
  ) { input in
    let (estimates, variances) = try input.studies()
    let test = try EggerTest(estimates: estimates, variances: variances)
    return [
      "intercept": .of(test.intercept), "intercept_se": .of(test.standardError), "t": .of(test.t),
      "df": .of(Int(test.degreesOfFreedom)), "p": .of(test.pValue),
      "limit_estimate": .of(test.limitEstimate), "mixed_model_z": .of(test.mixedModelZ),
      "mixed_model_p": .of(test.mixedModelPValue),
    ]
  }
}

extension StatisticInput {
  /// Estimates and variances, of sizes whose squares are numbers.
  fileprivate func studies() throws(Fault) -> (estimates: [Double], variances: [Double]) {
    let estimates = try numbers("yi")
    let variances = try numbers("vi")
    try requireSameCount(["yi": estimates.count, "vi": variances.count])
    for (index, estimate) in estimates.enumerated() where abs(estimate) > 1e50 {
      throw Self.fault(
        at: ["yi", "\(index)"], "an estimate of \(estimate) is too far out", "choose another unit")
    }
    for (index, variance) in variances.enumerated()
    where variance != 0 && !(1e-50...1e50).contains(variance) {
      throw Self.fault(
        at: ["vi", "\(index)"], "\(variance) is no variance of an estimate",
        "give the squared standard error, between 1e-50 and 1e50")
    }
    return (estimates, variances)
  }
}
