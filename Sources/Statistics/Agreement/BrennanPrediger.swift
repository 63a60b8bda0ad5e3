public import Reproducible

/// Agreement beyond chance where every category is as likely: Brennan and Prediger's coefficient.
///
/// (pₐ − pₑ) / (1 − pₑ) with pₑ = Σ w / q² from the scale alone, so that a table in which one
/// category prevails is not taken for chance. pₐ is that of ``PercentAgreement``. The interval is
/// estimate ± t(n − 1) · SE over the n units rated at all; units with one rating enter the
/// standard error only.
///
/// - SeeAlso: R. L. Brennan, D. J. Prediger (1981), "Coefficient kappa: some uses, misuses, and
///   alternatives", *Educational and Psychological Measurement* 41(3), 687–699,
///   doi:10.1177/001316448104100307; with weights and missing ratings: K. L. Gwet (2014),
///   *Handbook of Inter-Rater Reliability*, 4th ed.
public struct BrennanPrediger: Hashable, Sendable {
  /// The coefficient, without unit: 1 is perfect agreement, 0 is chance, negative is below.
  public let estimate: Double
  /// pₐ, the mean share of agreeing pairs within units, in 0...1.
  public let observedAgreement: Double
  /// pₑ, the share to be expected by chance, in 0...1.
  public let chanceAgreement: Double
  /// The standard error over units; none for a single unit.
  public let standardError: Double?
  /// The interval, its upper limit clipped at 1; none for a single unit.
  public let interval: Interval?
  /// The two-sided p of no agreement beyond chance; none without a standard error above 0.
  public let pValue: Double?
  /// How many units were rated at all.
  public let unitCount: Int
  /// How many units have at least two ratings.
  public let pairableUnits: Int

  /// Estimates the coefficient.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Ratings are finite.
  ///   - categories: The scale, where it was declared: unused categories count, and a rating that
  ///     is not among them is a category of its own. `nil`: the categories are those found.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noData``, ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where there
  ///   is one category, and ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*n* + *q*²) in the numbers of ratings and categories.
  public init(
    of ratings: [[Double?]], categories: [Double]?, weights: AgreementWeights,
    level: Double = 0.95
  ) throws(NoValue) {
    let table = try AgreementTable(of: ratings, categories: categories, weights: weights)
    let chance = try Self.chance(of: table)
    observedAgreement = table.observedAgreement
    chanceAgreement = chance
    estimate = (observedAgreement - chance) / (1 - chance)
    standardError = table.standardError(chance: chance)
    interval = table.interval(around: estimate, standardError: standardError, level: level)
    pValue = table.pValue(of: estimate, standardError: standardError)
    unitCount = table.agreements.count
    pairableUnits = table.pairableUnits
  }

  /// The coefficient with a percentile interval over resampled units, or whole clusters of them.
  ///
  /// Units without any rating are left out before; raters stay, and so does the scale: one found
  /// in the ratings is that of all of them, not of each resample. A replicate without a pairable
  /// unit has no value and is counted.
  ///
  /// - Parameters:
  ///   - ratings: As for the estimate.
  ///   - categories: The scale, where it was declared.
  ///   - weights: How alike two categories are taken to be.
  ///   - clusters: The label of the cluster of each unit; whole clusters are drawn. `nil`: units.
  ///   - replicates: How many resamples are drawn.
  ///   - level: The confidence level, in 0...1.
  ///   - generator: Draws them.
  /// - Returns: The coefficient with its interval.
  /// - Throws: ``NoValue``: the reasons of the estimate, ``NoValue/fewerThanTwoUnits`` where one
  ///   unit or cluster is all there is, and ``NoValue/tooManyUndefined``.
  /// - Complexity: A replicate costs one draw a unit, or cluster.
  public static func bootstrap(
    of ratings: [[Double?]], categories: [Double]?, weights: AgreementWeights,
    clusters: [Int]? = nil, replicates: Int = 2000, level: Double, generator: SeededGenerator
  ) throws(NoValue) -> BootstrapInterval {
    precondition(clusters.map { $0.count == ratings.count } ?? true, "every unit has a cluster")
    let table = try AgreementTable(of: ratings, categories: categories, weights: weights)
    let chance = try chance(of: table)
    let labels = clusters.map { labels in table.ratedUnits.map { labels[$0] } }
    let sums = ResampledSums(
      laneCount: 2, units: Array(table.agreements.indices), clusters: labels
    ) { unit, add in
      guard let agreement = table.agreements[unit] else { return }
      add(0, agreement)
      add(1, 1)
    }
    guard sums.clusterCount > 1 else { throw .fewerThanTwoUnits }
    let values = sums.replicates(replicates, generator: generator) { sums in
      sums[1] > 0 ? (sums[0] / sums[1] - chance) / (1 - chance) : nil
    }
    return try .percentile(
      estimate: (table.observedAgreement - chance) / (1 - chance), replicates: values,
      level: level)
  }

  private static func chance(of table: AgreementTable) throws(NoValue) -> Double {
    guard table.categoryCount > 1 else { throw .noVariation }
    guard table.uniformChance.isFinite, table.uniformChance < 1 else { throw .undefinedChanceTerm }
    return table.uniformChance
  }
}
