/// The share of pairs of raters who agree, as a mean over units; not corrected for chance.
///
/// pₐ is the mean over units with at least two ratings of Σ r_k(r*_k − 1) / (r(r − 1)); every unit
/// counts once, not every pair. The interval is pₐ ± t(n − 1) · SE over the n units rated at all.
///
/// - SeeAlso: K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed., ch. 5.
public struct PercentAgreement: Hashable, Sendable {
  /// pₐ, in 0...1.
  public let estimate: Double
  /// The standard error over units; none for a single unit.
  public let standardError: Double?
  /// The interval, its upper limit clipped at 1; none for a single unit.
  public let interval: Interval?
  /// The two-sided p of no agreement at all; none without a standard error above 0.
  public let pValue: Double?
  /// The share of completely rated units on which every rater agrees; none without such units.
  public let allRatersIdentical: Double?
  /// How many units every rater rated.
  public let completeUnits: Int
  /// How many units were rated at all.
  public let unitCount: Int
  /// How many units have at least two ratings.
  public let pairableUnits: Int

  /// Estimates the share.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Ratings are finite.
  ///   - categories: The scale, where it was declared: unused categories count in the weights.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noData`` and ``NoValue/noPairableUnits``.
  /// - Complexity: O(*n* + *q*²) in the numbers of ratings and categories.
  public init(
    of ratings: [[Double?]], categories: [Double]? = nil, weights: AgreementWeights = .identity,
    level: Double = 0.95
  ) throws(NoValue) {
    let table = try AgreementTable(of: ratings, categories: categories, weights: weights)
    let complete = ratings.filter { $0.allSatisfy { $0 != nil } && !$0.isEmpty }
    let identical = complete.count { Set($0).count == 1 }
    completeUnits = complete.count
    allRatersIdentical = complete.isEmpty ? nil : Double(identical) / Double(complete.count)
    estimate = table.observedAgreement
    standardError = table.standardError(chance: 0)
    interval = table.interval(around: estimate, standardError: standardError, level: level)
    pValue = table.pValue(of: estimate, standardError: standardError)
    unitCount = table.agreements.count
    pairableUnits = table.pairableUnits
  }
}
