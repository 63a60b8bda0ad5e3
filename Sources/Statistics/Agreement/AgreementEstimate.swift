/// A coefficient of agreement with what is needed to judge it.
public struct AgreementEstimate: Hashable, Sendable {
  /// The coefficient, without unit: 1 is perfect agreement, 0 is chance, negative is below.
  public let estimate: Double
  /// pₐ, the weighted share of agreeing pairs, in 0...1.
  public let observedAgreement: Double
  /// pₑ, the share to be expected by chance, in 0...1.
  public let chanceAgreement: Double
  /// The standard error over units; none for a single unit.
  public let standardError: Double?
  /// The degrees of freedom of the standard error; none for a single unit.
  public let degreesOfFreedom: Int?
  /// The estimate ± t · SE, the upper limit clipped at 1; none for a single unit.
  public let interval: Interval?
  /// The two-sided p of no agreement beyond chance; none without a standard error above 0.
  public let pValue: Double?
  /// How many units were rated at all.
  public let unitCount: Int
  /// How many units have at least two ratings.
  public let pairableUnits: Int

  init(
    estimate: Double, observedAgreement: Double, chanceAgreement: Double, standardError: Double?,
    degreesOfFreedom: Int, table: AgreementTable, level: Double
  ) {
    self.estimate = estimate
    self.observedAgreement = observedAgreement
    self.chanceAgreement = chanceAgreement
    unitCount = table.unitCount
    pairableUnits = table.pairableUnits
    guard let standardError, degreesOfFreedom > 0 else {
      self.standardError = nil
      self.degreesOfFreedom = nil
      interval = nil
      pValue = nil
      return
    }
    // What is left below this is the rounding noise of an exact zero.
    let error = standardError < 1e-12 ? 0 : standardError
    let df = Double(degreesOfFreedom)
    let reach = -error * Distributions.studentQuantile((1 - level) / 2, degreesOfFreedom: df)
    self.standardError = error
    self.degreesOfFreedom = degreesOfFreedom
    interval = Interval(low: estimate - reach, high: min(1, estimate + reach), level: level)
    pValue =
      error > 0 ? Distributions.twoSidedStudent(estimate / error, degreesOfFreedom: df) : nil
  }
}

/// A coefficient of agreement that rests on a table of ratings by any number of raters.
public protocol AgreementCoefficient: Hashable, Sendable {
  /// The coefficient with what is needed to judge it.
  var result: AgreementEstimate { get }

  /// Estimates the coefficient on a table of ratings.
  ///
  /// - Parameters:
  ///   - table: The ratings, tabulated.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: The reason where the coefficient has no value.
  init(of table: AgreementTable, weights: AgreementWeights, level: Double) throws(NoValue)
}

extension AgreementCoefficient {
  /// Estimates the coefficient on ratings.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Ratings are finite.
  ///   - categories: The scale, where it was declared: unused categories count, and a rating that
  ///     is not among them is a category of its own. `nil`: the categories are those found.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: The reason where the coefficient has no value; ``NoValue/noData`` where nobody rated
  ///   anything.
  /// - Complexity: O(*n* + *q* log *q*) in the numbers of ratings and categories; some weights take O(*q*²).
  public init(
    of ratings: [[Double?]], categories: [Double]? = nil, weights: AgreementWeights = .identity,
    level: Double = 0.95
  ) throws(NoValue) {
    try self.init(
      of: try AgreementTable(of: ratings, categories: categories), weights: weights, level: level)
  }

  /// The coefficient, without unit.
  public var estimate: Double { result.estimate }
  /// pₐ, the weighted share of agreeing pairs, in 0...1.
  public var observedAgreement: Double { result.observedAgreement }
  /// pₑ, the share to be expected by chance, in 0...1.
  public var chanceAgreement: Double { result.chanceAgreement }
  /// The standard error over units; none for a single unit.
  public var standardError: Double? { result.standardError }
  /// The interval, its upper limit clipped at 1; none for a single unit.
  public var interval: Interval? { result.interval }
  /// The two-sided p of no agreement beyond chance; none without a standard error above 0.
  public var pValue: Double? { result.pValue }
  /// How many units were rated at all.
  public var unitCount: Int { result.unitCount }
  /// How many units have at least two ratings.
  public var pairableUnits: Int { result.pairableUnits }
}
