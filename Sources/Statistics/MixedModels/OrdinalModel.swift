#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A cumulative link model of ordered categories: logit P(Y ≤ j) = θ_j − xβ, with a random
/// intercept or without.
///
/// A β above 0 moves ratings up. Without a random part by maximum likelihood, exact. With one,
/// θ_j − xβ − u with u normal about 0: the integral over u by Laplace's approximation, which is not
/// quadrature and differs from it where a level has few ratings. Standard errors are from the
/// observed information.
///
/// - SeeAlso: P. McCullagh (1980), "Regression models for ordinal data", *Journal of the Royal
///   Statistical Society B* 42(2), 109–142; the conventions are those of R. H. B. Christensen's
///   package *ordinal*.
public struct OrdinalModel: Hashable, Sendable {
  /// A threshold or an effect.
  public struct Coefficient: Hashable, Sendable {
    /// `1|2` for the threshold between the first two categories, or the column's name.
    public let name: String
    /// In log odds.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Double
    /// The estimate over its standard error.
    public var z: Double { estimate / standardError }
    /// The two-sided normal p of zero.
    public var pValue: Double { Distributions.twoSidedNormal(z) }
  }

  /// The thresholds, ascending, then the effects in the order of their columns.
  public let coefficients: [Coefficient]
  /// The different categories, ascending.
  public let categories: [Double]
  /// The log likelihood that was made largest.
  public let logLikelihood: Double
  /// The variance of the random intercept; `nil` without one.
  public let randomVariance: Double?
  /// How many rows there are, by their weights.
  public let count: Int
  /// Whether the search ended at a maximum.
  public let hasConverged: Bool

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - response: The category of each row by a finite number; only their order counts. Rows with
  ///     something missing are left out by the caller.
  ///   - fixed: The columns, each with its name and one finite element a row; no intercept, which
  ///     the thresholds are.
  ///   - weights: How often each row stands in the data, one element a row above 0; each once where
  ///     none are given. With a random intercept every row stands for itself.
  ///   - random: A random intercept, or none.
  /// - Throws: ``NoValue/noData`` without rows, ``NoValue/noVariation`` where one category is all there
  ///   is, ``NoValue/rankDeficient`` where a column is constant or a combination of others,
  ///   ``NoValue/fewerThanTwoUnits`` for a random intercept of one level, and
  ///   ``NoValue/notIdentifiable`` where the likelihood has no maximum, as when a column tells the
  ///   categories apart without error.
  /// - Complexity: O(*n* · *k*²) a step of Newton's method for *k* coefficients; with a random
  ///   intercept some hundred times that.
  public init(
    response: [Double], fixed: [(name: String, values: [Double])], weights: [Double]? = nil,
    random: RandomTerm? = nil
  ) throws(NoValue) {
    precondition(weights == nil || random == nil, "weights go without a random intercept")
    precondition(
      weights.map { $0.count == response.count && $0.allSatisfy { $0 > 0 } } ?? true,
      "a weight above 0 for each row")
    precondition(random.map { $0.width == 1 && $0.columns[0] == nil } ?? true, "an intercept")
    guard !response.isEmpty else { throw .noData }
    let categories = Set(response).sorted()
    guard categories.count > 1 else { throw .noVariation }
    if let random, random.levelCount < 2 { throw .fewerThanTwoUnits }
    let ones = [Double](repeating: 1, count: response.count)
    _ = try OrthonormalBasis(of: [ones] + fixed.map(\.values), rowCount: response.count)
    let likelihood = OrdinalLikelihood(
      response: response, categories: categories, columns: fixed.map(\.values),
      weights: weights ?? ones, random: random)
    let start = try likelihood.fixedMaximum()
    var optimum = start
    if random != nil {
      let parameters = start.point + [0.7]
      guard
        let minimum = NewtonMinimum(from: parameters, { likelihood.laplace($0).map { -$0 } }),
        let slopes = NumericalDerivatives(
          of: { likelihood.laplace($0).map { -$0 } }, at: minimum.point, value: minimum.value,
          step: 1e-3, isFine: true)
      else { throw .notIdentifiable }
      optimum = OrdinalLikelihood.Maximum(
        point: minimum.point, value: -minimum.value, information: slopes.hessian,
        hasConverged: minimum.hasConverged)
    }
    guard let factor = optimum.information.choleskyFactor else { throw .notIdentifiable }
    let covariance = factor.inverseFromCholeskyFactor
    let thresholds = (1..<categories.count).map { "\($0)|\($0 + 1)" }
    let names = thresholds + fixed.map(\.name)
    let scale =
      [Double](repeating: 1, count: thresholds.count)
      + fixed.map { column in
        (column.values.reduce(0) { $0 + $1 * $1 } / Double(response.count)).squareRoot()
      }
    coefficients = names.indices.map {
      Coefficient(
        name: names[$0], estimate: optimum.point[$0],
        standardError: covariance[$0, $0].squareRoot())
    }
    // Log odds known no better than to some hundreds are those of a likelihood without maximum.
    guard zip(coefficients, scale).allSatisfy({ $0.standardError * $1 < 500 }) else {
      throw .notIdentifiable
    }
    self.categories = categories
    logLikelihood = optimum.value
    randomVariance = random == nil ? nil : optimum.point[names.count] * optimum.point[names.count]
    count = Int((weights ?? ones).reduce(0, +))
    hasConverged = optimum.hasConverged
  }
}
