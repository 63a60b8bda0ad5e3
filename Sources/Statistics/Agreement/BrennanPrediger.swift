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
public struct BrennanPrediger: AgreementCoefficient {
  public let result: AgreementEstimate

  /// Estimates the coefficient.
  ///
  /// - Parameters:
  ///   - table: The ratings. Unused categories of a declared scale count: they lower pₑ.
  ///   - weights: How alike two categories are taken to be.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where the scale has one
  ///   category, and ``NoValue/undefinedChanceTerm`` where the weights have no value.
  /// - Complexity: O(*n*) in the number of ratings, and what the weights need for *q* categories.
  public init(
    of table: AgreementTable, weights: AgreementWeights = .identity, level: Double = 0.95
  ) throws(NoValue) {
    let agreement = try WeightedAgreement(table, weights)
    result = try agreement.estimate(chance: try Self.chance(of: agreement.scale), level: level)
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
    try bootstrap(
      of: Ratings(ratings), categories: categories, weights: weights, clusters: clusters,
      replicates: replicates, level: level, generator: generator)
  }

  /// The same of ratings of which most may be missing.
  package static func bootstrap(
    of ratings: Ratings, categories: [Double]?, weights: AgreementWeights, clusters: [Int]?,
    replicates: Int, level: Double, generator: SeededGenerator
  ) throws(NoValue) -> BootstrapInterval {
    precondition(clusters.map { $0.count == ratings.unitCount } ?? true, "every unit has a cluster")
    let table = try WeightedAgreement(
      AgreementTable(of: ratings, categories: categories), weights)
    let chance = try chance(of: table.scale)
    let labels = clusters.map { labels in table.table.ratedUnits.map { labels[$0] } }
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

  private static func chance(of scale: AgreementScale) throws(NoValue) -> Double {
    let q = Double(scale.categories.count)
    guard q > 1 else { throw .noVariation }
    let chance = scale.total / (q * q)
    guard chance < 1 else { throw .undefinedChanceTerm }
    return chance
  }
}
