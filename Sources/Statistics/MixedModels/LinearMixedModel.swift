#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A linear mixed model: y = Xβ + Σ Z_g b_g + e, with any number of crossed or nested grouping
/// factors, each with an intercept, slopes, or both.
///
/// Variances by REML (or ML): minus twice the log likelihood is profiled over β and the residual
/// variance and made smallest over the relative covariance factors θ. A variance at the boundary is
/// exactly 0 and the fit is *singular*. Degrees of freedom of the fixed effects are Satterthwaite's:
/// ν = 2 v² / (gᵀ A g), with v the variance of a fixed effect, g its gradient in (θ, σ), and A twice
/// the inverse of the criterion's Hessian there.
///
/// - SeeAlso: D. Bates, M. Mächler, B. Bolker, S. Walker (2015), "Fitting linear mixed-effects
///   models using lme4", *Journal of Statistical Software* 67(1), doi:10.18637/jss.v067.i01;
///   A. Kuznetsova, P. B. Brockhoff, R. H. B. Christensen (2017), "lmerTest package: tests in linear
///   mixed effects models", *Journal of Statistical Software* 82(13), doi:10.18637/jss.v082.i13.
public struct LinearMixedModel: Sendable {
  /// What a fixed effect is estimated to be.
  public struct FixedEffect: Hashable, Sendable {
    /// What the column is called.
    public let name: String
    /// β, in units of the response for one unit of the column.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Double
    /// Satterthwaite's degrees of freedom; infinite where the variances are known as it were.
    public let degreesOfFreedom: Double
    /// β over its standard error.
    public var t: Double { estimate / standardError }
    /// The two-sided p of an effect of zero.
    public var pValue: Double {
      Distributions.twoSidedStudent(t, degreesOfFreedom: degreesOfFreedom)
    }

    /// The interval by Student's t at a level in 0...1.
    ///
    /// - Complexity: O(1).
    public func interval(level: Double) -> Interval {
      let quantile = -Distributions.studentQuantile(
        (1 - level) / 2, degreesOfFreedom: degreesOfFreedom)
      return Interval(around: estimate, reach: quantile * standardError, level: level)
    }
  }

  /// What a random term is estimated to be.
  public struct Component: Hashable, Sendable {
    /// What the grouping factor is called.
    public let group: String
    /// What the coefficients are called.
    public let names: [String]
    /// Their covariances, in squared units of the response over those of the columns.
    public let covariance: [[Double]]
    /// How many levels the grouping factor has.
    public let levelCount: Int
    /// The predicted coefficients of each level, in the order in which the levels first appear
    /// (best linear unbiased predictions).
    public let predictions: [[Double]]
  }

  /// The fixed effects, in the order of their columns.
  public let fixedEffects: [FixedEffect]
  /// The covariance matrix of the fixed effects.
  public let fixedCovariance: [[Double]]
  /// The random terms, in the order in which they were given.
  public let components: [Component]
  /// The variance of e.
  public let residualVariance: Double
  /// Minus twice the log likelihood that was made largest, with its constant.
  public let criterion: Double
  /// Which likelihood that was.
  public let estimation: LikelihoodEstimation
  /// How many rows there are.
  public let count: Int
  /// Whether a covariance matrix of a term is not of full rank: a variance is 0, or a correlation
  /// is 1 or −1.
  public let isSingular: Bool
  /// Whether the search ended at a minimum; an estimate of a fit that did not is not to be trusted.
  public let hasConverged: Bool

  private let criterionFunction: MixedModelCriterion
  private let optimum: MixedModelCriterion.Point

  /// The log likelihood that was made largest.
  public var logLikelihood: Double { -criterion / 2 }

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - response: y, one element a row, finite. Rows with something missing are left out by the
  ///     caller, who reports how many.
  ///   - fixed: The columns of X, each with its name and one finite element a row; an intercept is
  ///     a column of ones.
  ///   - random: The random terms.
  ///   - estimation: Which likelihood is made largest.
  /// - Throws: ``NoValue/noData`` without rows, ``NoValue/fewerThanTwoUnits`` where a grouping factor
  ///   has one level, ``NoValue/notIdentifiable`` where one has as many levels as there are rows, or
  ///   there are no more rows than fixed effects, ``NoValue/rankDeficient`` where a fixed column is a
  ///   combination of others, and ``NoValue/noVariation`` where nothing is left to vary.
  /// - Complexity: Each of some hundred evaluations costs one factorisation: linear in the levels of
  ///   the largest factor, for *k* levels of the others together at most O(*k*³).
  public init(
    response: [Double], fixed: [(name: String, values: [Double])], random: [RandomTerm],
    estimation: LikelihoodEstimation = .reml
  ) throws(NoValue) {
    precondition(
      fixed.allSatisfy { $0.values.count == response.count }
        && random.allSatisfy { $0.levels.count == response.count }, "one element a row")
    guard !response.isEmpty else { throw .noData }
    guard response.count > fixed.count else { throw .notIdentifiable }
    for term in random {
      guard term.levelCount > 1 else { throw .fewerThanTwoUnits }
      guard term.levelCount < response.count else { throw .notIdentifiable }
    }
    let system = try MixedModelSystem(
      response: response, fixed: fixed.map(\.values), terms: random)
    let size = response.reduce(0) { $0 + $1 * $1 }
    guard system.residualSquares > 1e-24 * size else { throw .noVariation }
    let function = MixedModelCriterion(
      system: system, estimation: estimation, scales: random.map(Self.scales(of:)))
    let fit = try MixedModelFit(function)
    let satterthwaite = SatterthwaiteDegrees(function, at: fit.theta, fit.point)
    let variance = fit.point.residualSquares / function.degreesOfFreedom
    let covariance = system.basis.covariance(fit.point.fixedFactor.inverseFromCholeskyFactor)
    let coordinates = zip(system.projection, fit.point.shift).map { $0 + $1 }
    let estimates = system.basis.coefficients(coordinates)
    criterionFunction = function
    optimum = fit.point
    criterion = fit.point.value
    self.estimation = estimation
    count = response.count
    residualVariance = variance
    hasConverged = fit.hasConverged
    isSingular = fit.isSingular
    fixedCovariance = covariance.rows.map { $0.map { $0 * variance } }
    fixedEffects = fixed.indices.map { index in
      FixedEffect(
        name: fixed[index].name, estimate: estimates[index],
        standardError: (covariance[index, index] * variance).squareRoot(),
        degreesOfFreedom: satterthwaite.value(
          of: fixed.indices.map { $0 == index ? 1 : 0 }))
    }
    components = Self.components(of: fit.point, function, variance)
  }

  /// The standard deviations of a term's predicted coefficients about the true ones, given the
  /// fixed effects, for each level in the order in which they first appear.
  ///
  /// - Parameter term: Which term, by index.
  /// - Returns: One row a level, in it one number a coefficient.
  /// - Complexity: Two triangular solves a coefficient.
  public func conditionalStandardDeviations(of term: Int) -> [[Double]] {
    let system = criterionFunction.system
    let lambda = optimum.lambdas[term]
    return system.columnOfLevel[term].map { start in
      (0..<lambda.rowCount).map { row in
        var unit = [Double](repeating: 0, count: system.columnCount)
        for column in 0...row { unit[start + column] = lambda[row, column] }
        system.cholesky.solveLower(optimum.factor, &unit)
        return (unit.reduce(0) { $0 + $1 * $1 } * residualVariance).squareRoot()
      }
    }
  }

  private static func components(
    of point: MixedModelCriterion.Point, _ function: MixedModelCriterion, _ variance: Double
  ) -> [Component] {
    let system = function.system
    var u = point.reduced[system.basis.columns.count]
    for (index, shift) in point.shift.enumerated() {
      for row in u.indices { u[row] -= point.reduced[index][row] * shift }
    }
    system.cholesky.solveTransposedLower(point.factor, &u)
    let b = system.coefficients(u, point.lambdas)
    return system.terms.enumerated().map { index, term in
      let lambda = point.lambdas[index]
      return Component(
        group: term.group, names: term.names,
        covariance: (lambda * lambda.transposed).rows.map { $0.map { $0 * variance } },
        levelCount: term.levelCount,
        predictions: system.columnOfLevel[index].map { Array(b[$0..<$0 + term.width]) })
    }
  }

  /// The root mean square of each column of a term, so that its parameters are of one size.
  private static func scales(of term: RandomTerm) -> [Double] {
    term.columns.map { column in
      guard let column else { return 1 }
      let square = column.reduce(0) { $0 + $1 * $1 } / Double(max(1, column.count))
      return square > 0 ? square.squareRoot() : 1
    }
  }
}
