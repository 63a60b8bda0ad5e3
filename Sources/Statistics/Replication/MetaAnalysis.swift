/// The effect that several studies estimate together: μ̂ = Σwy / Σw, w = 1 / (v + τ²).
///
/// With one effect for all (`fixed`) τ² is 0; otherwise the true effects vary about their mean with
/// variance τ². Q = Σ(y − μ̂)² / v is that of the fixed model. With random effects
/// I² = 100 τ² / (τ² + s̃²) and H² = 1 + τ² / s̃², s̃² = (k − 1)Σv⁻¹ / ((Σv⁻¹)² − Σv⁻²); with a fixed
/// one I² = 100 max(0, (Q − (k − 1)) / Q) and H² = Q / (k − 1). The prediction interval is
/// μ̂ ± q√(SE² + τ²) with the quantile of the test that was chosen.
///
/// - SeeAlso: W. Viechtbauer (2010), "Conducting meta-analyses in R with the metafor package",
///   *Journal of Statistical Software* 36(3), doi:10.18637/jss.v036.i03.
public struct MetaAnalysis: Hashable, Sendable {
  /// How τ² is found.
  public enum Model: String, Hashable, Sendable, CaseIterable {
    /// One effect for all studies: τ² is 0.
    case fixed
    /// From Q (R. DerSimonian, N. Laird 1986, *Controlled Clinical Trials* 7, 177–188).
    case dersimonianLaird
    /// By restricted maximum likelihood (W. Viechtbauer 2005, *Journal of Educational and
    /// Behavioral Statistics* 30, 261–293).
    case restrictedMaximumLikelihood
    /// From the generalised Q (R. C. Paule, J. Mandel 1982, *Journal of Research of the National
    /// Bureau of Standards* 87, 377–385).
    case pauleMandel
    /// The same where metafor 3.8-1 stops its search on 0...100: up to 10⁻⁴ off, so that its users
    /// find their number. Not for estimates whose variances are as small as that.
    case pauleMandelOfMetafor
  }

  /// How far the estimate may be off.
  public enum Uncertainty: String, Hashable, Sendable, CaseIterable {
    /// SE² = 1 / Σw, normal quantiles.
    case normal
    /// SE² = Σw(y − μ̂)² / ((k − 1)Σw), quantiles of t(k − 1); not widened where it is narrower
    /// than the normal one (J. Hartung, G. Knapp 2001, *Statistics in Medicine* 20, 3875–3889).
    case knappHartung
  }

  /// How τ² was found.
  public let model: Model
  /// μ̂, in the unit of the estimates.
  public let estimate: Double
  /// The standard error of μ̂.
  public let standardError: Double
  /// μ̂ / SE; none where the standard error is zero.
  public let statistic: Double?
  /// The two-sided p of an effect of zero; none where the standard error is zero.
  public let pValue: Double?
  /// Where the effect, or the mean of effects, is; none where the standard error is zero.
  public let interval: Interval?
  /// Where the true effect of another such study is; none with a fixed effect.
  public let predictionInterval: Interval?
  /// τ², in the squared unit of the estimates.
  public let tau2: Double
  /// I², the percentage of the variance of estimates that is heterogeneity, in 0...100.
  public let iSquared: Double
  /// H², the variance of estimates over the one of sampling alone.
  public let hSquared: Double
  /// Cochran's Q.
  public let q: Double
  /// The p of no heterogeneity, from χ² on k − 1 degrees of freedom.
  public let qPValue: Double
  /// k, how many studies there are.
  public let studyCount: Int

  /// Summarises studies.
  ///
  /// - Parameters:
  ///   - estimates: One element a study, in any order, on a scale where they are normal. Studies
  ///     without an estimate are left out by the caller, who reports how many.
  ///   - variances: The squared standard error of each.
  ///   - model: How τ² is found.
  ///   - uncertainty: How far the estimate may be off.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noData`` where there is no study, ``NoValue/noVariation`` where a variance
  ///   is not above zero, ``NoValue/fewerThanTwoUnits`` where one study is to show how much studies
  ///   differ.
  /// - Complexity: O(*k*) for each step of a search of some hundred at most.
  public init(
    estimates: [Double], variances: [Double], model: Model, uncertainty: Uncertainty = .normal,
    level: Double = 0.95
  ) throws(NoValue) {
    let studies = try StudyEstimates(estimates: estimates, variances: variances)
    guard studies.count > 1 || (model == .fixed && uncertainty == .normal) else {
      throw .fewerThanTwoUnits
    }
    let df = studies.degreesOfFreedom
    let tau2 = Self.tau2(studies, model)
    let sampling = InverseVarianceFit(studies, tau2: 0)
    let fit = InverseVarianceFit(studies, tau2: tau2)
    let test = MeanTest(fit, uncertainty, degreesOfFreedom: df, level: level)
    studyCount = studies.count
    self.model = model
    self.tau2 = tau2
    estimate = fit.mean
    standardError = test.standardError
    statistic = test.standardError > 0 ? fit.mean / test.standardError : nil
    pValue = statistic.map(test.pValue)
    interval =
      test.standardError > 0
      ? Interval(around: fit.mean, reach: test.quantile * test.standardError, level: level) : nil
    predictionInterval =
      model == .fixed || test.standardError == 0
      ? nil
      : Interval(
        around: fit.mean,
        reach: test.quantile * (test.standardError * test.standardError + tau2).squareRoot(),
        level: level)
    q = sampling.residualSquares
    qPValue = q > 0 ? Distributions.chiSquareUpperTail(q, degreesOfFreedom: df) : 1
    if model == .fixed {
      iSquared = q > df ? 100 * (q - df) / q : 0
      hSquared = df == 0 ? 1 : q / df
    } else {
      let typicalVariance = df / sampling.excessWeight
      iSquared = 100 * tau2 / (tau2 + typicalVariance)
      hSquared = 1 + tau2 / typicalVariance
    }
  }

  private static func tau2(_ studies: StudyEstimates, _ model: Model) -> Double {
    switch model {
    case .fixed: 0
    case .dersimonianLaird: HeterogeneityVariance.dersimonianLaird(studies)
    case .restrictedMaximumLikelihood: HeterogeneityVariance.restrictedMaximumLikelihood(studies)
    case .pauleMandel: HeterogeneityVariance.pauleMandel(studies)
    case .pauleMandelOfMetafor: HeterogeneityVariance.pauleMandelOfMetafor(studies)
    }
  }

  /// The interval of τ² by the Q-profile method.
  ///
  /// - Parameters:
  ///   - estimates: One element a study.
  ///   - variances: The squared standard error of each.
  ///   - level: The confidence level, in 0...1.
  /// - Returns: An interval that starts at zero at least; both limits are zero where the studies
  ///   differ less than chance alone would let them.
  /// - Throws: ``NoValue/noData``, ``NoValue/noVariation`` as the initialiser does, and
  ///   ``NoValue/fewerThanTwoUnits`` for one study.
  /// - SeeAlso: W. Viechtbauer (2007), "Confidence intervals for the amount of heterogeneity in
  ///   meta-analysis", *Statistics in Medicine* 26(1), 37–52, doi:10.1002/sim.2514.
  /// - Complexity: O(*k*) for each step of two searches.
  public static func tau2Interval(
    estimates: [Double], variances: [Double], level: Double = 0.95
  ) throws(NoValue) -> Interval {
    let studies = try StudyEstimates(estimates: estimates, variances: variances)
    guard studies.count > 1 else { throw .fewerThanTwoUnits }
    return HeterogeneityVariance.qProfile(studies, level: level)
  }
}

extension MetaAnalysis {
  /// The standard error of a mean and the distribution that goes with it.
  private struct MeanTest {
    let standardError: Double
    let quantile: Double
    let pValue: @Sendable (Double) -> Double

    init(
      _ fit: InverseVarianceFit, _ uncertainty: Uncertainty, degreesOfFreedom df: Double,
      level: Double
    ) {
      let tail = (1 - level) / 2
      switch uncertainty {
      case .normal:
        standardError = (1 / fit.weight).squareRoot()
        quantile = -Distributions.normalQuantile(tail)
        pValue = { Distributions.twoSidedNormal($0) }
      case .knappHartung:
        standardError = (fit.residualSquares / (df * fit.weight)).squareRoot()
        quantile = -Distributions.studentQuantile(tail, degreesOfFreedom: df)
        pValue = { Distributions.twoSidedStudent($0, degreesOfFreedom: df) }
      }
    }
  }
}
