/// Egger's test: whether small studies find other effects than large ones do.
///
/// The classical test regresses y / s on 1 / s by least squares: the intercept is how much an effect
/// grows with its standard error, tested by t(k − 2), and the slope is the effect at a standard
/// error of zero. The mixed-model version regresses y on s with weights 1 / (v + τ²), τ² by
/// restricted maximum likelihood, and tests the coefficient of s by the normal distribution.
///
/// With fewer than ten studies it finds little. Asymmetry has other causes than missing studies.
///
/// - SeeAlso: M. Egger, G. Davey Smith, M. Schneider, C. Minder (1997), "Bias in meta-analysis
///   detected by a simple, graphical test", *BMJ* 315, 629–634, doi:10.1136/bmj.315.7109.629;
///   J. A. C. Sterne, M. Egger (2005), "Regression methods to detect publication and other bias in
///   meta-analysis", in *Publication Bias in Meta-Analysis*, ch. 6.
public struct EggerTest: Hashable, Sendable {
  /// How much y grows for one unit of s, without unit; zero in a symmetric funnel.
  public let intercept: Double
  /// The standard error of the intercept; zero where the studies lie on one line.
  public let standardError: Double
  /// The intercept over its standard error; none where that is zero.
  public let t: Double?
  /// k − 2.
  public let degreesOfFreedom: Double
  /// The two-sided p of a symmetric funnel; none where the standard error is zero.
  public let pValue: Double?
  /// The effect of a study without any error, in the unit of the estimates.
  public let limitEstimate: Double
  /// The statistic of the mixed-model version.
  public let mixedModelZ: Double
  /// Its two-sided p.
  public let mixedModelPValue: Double
  /// k, how many studies there are.
  public let studyCount: Int

  /// Whether there are too few studies to expect that the test finds anything: fewer than ten.
  public var hasFewStudies: Bool { studyCount < 10 }

  /// Tests the symmetry of a funnel.
  ///
  /// - Parameters:
  ///   - estimates: One element a study, in any order, on a scale where they are normal. Studies
  ///     without an estimate are left out by the caller, who reports how many.
  ///   - variances: The squared standard error of each.
  /// - Throws: ``NoValue/noData`` where there is no study, ``NoValue/fewerThanTwoUnits`` for one,
  ///   ``NoValue/noVariation`` for two, through which a line always passes, where all studies are of
  ///   one size, or where a variance is not above zero.
  /// - Complexity: O(*k*) for each step of a search of some hundred at most.
  public init(estimates: [Double], variances: [Double]) throws(NoValue) {
    var studies = try StudyEstimates(estimates: estimates, variances: variances)
    guard studies.count > 1 else { throw .fewerThanTwoUnits }
    let errors = variances.map { $0.squareRoot() }
    guard studies.count > 2, errors.contains(where: { $0 != errors[0] }) else {
      throw .noVariation
    }
    studies.predictor = errors
    // y/s on 1/s by least squares is y on s by weights 1/v, intercept and slope exchanged.
    let line = InverseVarianceFit(studies, tau2: 0)
    let df = studies.degreesOfFreedom
    // What is left of a perfect line is rounding.
    let isLine = line.residualSquares <= 1e-24 * line.totalSquares
    intercept = line.slope
    standardError =
      isLine ? 0 : (line.residualSquares / df / line.predictorSquares).squareRoot()
    t = isLine ? nil : line.slope / standardError
    degreesOfFreedom = df
    pValue = t.map { Distributions.twoSidedStudent($0, degreesOfFreedom: df) }
    limitEstimate = line.mean - line.slope * line.center
    let tau2 = HeterogeneityVariance.restrictedMaximumLikelihood(studies)
    let mixed = InverseVarianceFit(studies, tau2: tau2)
    mixedModelZ = mixed.slope * mixed.predictorSquares.squareRoot()
    mixedModelPValue = Distributions.twoSidedNormal(mixedModelZ)
    studyCount = studies.count
  }
}
