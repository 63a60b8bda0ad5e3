/// Intraclass correlations of a table in which ratings are missing, from variance components.
///
/// y = μ + unit + rater + e by REML, so that ANOVA's complete table is not needed. Agreement is
/// σ²ᵤ / (σ²ᵤ + σ²ᵣ + σ²ₑ), consistency σ²ᵤ / (σ²ᵤ + σ²ₑ); for the mean of *k* ratings the error
/// terms are divided by *k*. The one-way one is that of y = μ + unit + e. On a complete table they
/// are those of ``IntraclassCorrelation`` unless a component is 0, which REML does not let become
/// negative. Intervals are the caller's, by resampling units.
///
/// - SeeAlso: D. ten Hove, T. D. Jorgensen, L. A. van der Ark (2022), "Updated guidelines on
///   selecting an intraclass correlation coefficient for interrater reliability, with applications
///   to incomplete observational designs", *Psychological Methods*, doi:10.1037/met0000516.
public struct MixedModelICC: Hashable, Sendable {
  /// μ, the mean over units and raters.
  public let intercept: Double
  /// The variance between units.
  public let unitVariance: Double
  /// The variance between raters.
  public let raterVariance: Double
  /// The variance that is left.
  public let residualVariance: Double
  /// Minus twice the restricted log likelihood.
  public let criterion: Double
  /// The harmonic mean of how many ratings a unit has; 0 where one has none.
  public let harmonicMeanRatings: Double
  /// The variance between units where raters are not told apart.
  public let onewayUnitVariance: Double
  /// The variance that is left there.
  public let onewayResidualVariance: Double
  /// How many ratings there are.
  public let count: Int
  /// Whether a variance is 0 at the boundary.
  public let isSingular: Bool
  /// Whether both searches ended at a minimum.
  public let hasConverged: Bool

  /// How well one rating tells units apart, raters' severity counting as error.
  public var agreement: Double { agreement(ratings: 1) }
  /// How well one rating tells units apart, raters' severity left out.
  public var consistency: Double { consistency(ratings: 1) }
  /// How well one rating tells units apart where each unit has raters of its own.
  public var oneway: Double { onewayUnitVariance / (onewayUnitVariance + onewayResidualVariance) }

  /// Agreement of the mean of some ratings; 0 for none.
  ///
  /// - Complexity: O(1).
  public func agreement(ratings: Double) -> Double {
    ratings > 0
      ? unitVariance / (unitVariance + (raterVariance + residualVariance) / ratings) : 0
  }

  /// Consistency of the mean of some ratings; 0 for none.
  ///
  /// - Complexity: O(1).
  public func consistency(ratings: Double) -> Double {
    ratings > 0 ? unitVariance / (unitVariance + residualVariance / ratings) : 0
  }

  /// Estimates the components.
  ///
  /// - Parameter ratings: Units in any order; numbers with equal steps.
  /// - Throws: ``NoValue/noData``, ``NoValue/oneRater``, ``NoValue/fewerThanTwoUnits``,
  ///   ``NoValue/noVariation`` where all ratings are the same, and ``NoValue/notIdentifiable`` where
  ///   no unit has two ratings.
  /// - Complexity: That of two fits of a ``LinearMixedModel``.
  public init(of ratings: Ratings) throws(NoValue) {
    let rated = (0..<ratings.unitCount).filter { !ratings.range(of: $0).isEmpty }
    guard !rated.isEmpty else { throw .noData }
    guard Set(ratings.raters).count > 1 else { throw .oneRater }
    guard rated.count > 1 else { throw .fewerThanTwoUnits }
    guard ratings.values.contains(where: { $0 != ratings.values[0] }) else { throw .noVariation }
    let unit = RandomTerm(
      "unit",
      labels: rated.flatMap { unit in
        ratings.range(of: unit).map { _ in unit }
      })
    let rater = RandomTerm("rater", labels: ratings.raters.map(Int.init))
    let mean = [("(Intercept)", [Double](repeating: 1, count: ratings.values.count))]
    let crossed = try LinearMixedModel(
      response: ratings.values, fixed: mean, random: [unit, rater])
    let oneway = try LinearMixedModel(response: ratings.values, fixed: mean, random: [unit])
    intercept = crossed.fixedEffects[0].estimate
    unitVariance = crossed.components[0].covariance[0][0]
    raterVariance = crossed.components[1].covariance[0][0]
    residualVariance = crossed.residualVariance
    criterion = crossed.criterion
    onewayUnitVariance = oneway.components[0].covariance[0][0]
    onewayResidualVariance = oneway.residualVariance
    let inverse = (0..<ratings.unitCount).reduce(0) {
      $0 + 1 / Double(ratings.range(of: $1).count)
    }
    harmonicMeanRatings = Double(ratings.unitCount) / inverse
    count = ratings.values.count
    isSingular = crossed.isSingular
    hasConverged = crossed.hasConverged && oneway.hasConverged
  }
}
