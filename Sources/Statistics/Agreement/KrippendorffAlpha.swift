public import Reproducible

/// Agreement of any number of raters beyond chance, also with ratings missing: Krippendorff's α.
///
/// α = 1 − (N − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck over pairs of levels c < k, where o counts the
/// coincidences within units, each pair of ratings weighing 1 / (m − 1) in a unit of m ratings,
/// n_c are the margins and N is their sum. A unit with one rating says nothing and is left out,
/// also from the margins that the ordinal metric rests on. Every distinct rating is a level.
///
/// - SeeAlso: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability",
///   repository.upenn.edu/asc_papers/43; K. Krippendorff (2019), *Content Analysis*, ch. 12.
public struct KrippendorffAlpha: Hashable, Sendable {
  /// α, without unit: 1 is perfect agreement, 0 is chance, negative is below chance.
  public let estimate: Double
  /// How many ratings stand in units with at least two.
  public let pairableValues: Int
  /// How many units have at least two ratings.
  public let pairableUnits: Int
  /// How distances between ratings are measured.
  public let metric: AlphaMetric

  /// Estimates α.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Ratings are finite.
  ///   - metric: How distances between ratings are measured.
  /// - Throws: ``NoValue/noData``, ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where all
  ///   pairable ratings are the same (α is 0/0), and ``NoValue/undefinedChanceTerm`` for a
  ///   negative rating on a ratio scale.
  /// - Complexity: O(*n* + *k*²) in the numbers of ratings and levels.
  public init(of ratings: [[Double?]], metric: AlphaMetric) throws(NoValue) {
    let coincidences = try Coincidences(of: ratings, metric: metric)
    let resampled = AlphaResampling(coincidences, clusters: nil, units: [])
    estimate = try resampled.alpha(of: coincidences.units.map { ($0, 1) })
    let sizes = coincidences.units.map { $0.margins.values.reduce(0, +) }
    pairableValues = sizes.reduce(0, +)
    pairableUnits = sizes.count { $0 > 0 }
    self.metric = metric
  }

  /// α with a percentile interval over resampled units, or over whole clusters of them.
  ///
  /// Units without any rating are left out before; raters stay. A replicate without variation or
  /// without a pairable unit has no value and is counted.
  ///
  /// - Parameters:
  ///   - ratings: As for the estimate.
  ///   - metric: How distances between ratings are measured.
  ///   - clusters: The label of the cluster of each unit; whole clusters are drawn. `nil`: units.
  ///   - replicates: How many resamples are drawn.
  ///   - level: The confidence level, in 0...1.
  ///   - generator: Draws them.
  /// - Returns: α with its interval.
  /// - Throws: ``NoValue``: the reasons of the estimate, ``NoValue/fewerThanTwoUnits`` where one
  ///   unit or cluster is all there is, and ``NoValue/tooManyUndefined``.
  /// - Complexity: A replicate costs one draw a unit and O(*u*), where *u* counts the units, or
  ///   clusters, of different content.
  public static func bootstrap(
    of ratings: [[Double?]], metric: AlphaMetric, clusters: [Int]? = nil, replicates: Int = 2000,
    level: Double, generator: SeededGenerator
  ) throws(NoValue) -> BootstrapInterval {
    precondition(clusters.map { $0.count == ratings.count } ?? true, "every unit has a cluster")
    let estimate = try KrippendorffAlpha(of: ratings, metric: metric).estimate
    let coincidences = try Coincidences(of: ratings, metric: metric)
    let rated = ratings.indices.filter { ratings[$0].contains { $0 != nil } }
    let resampling = AlphaResampling(coincidences, clusters: clusters, units: rated)
    guard resampling.clusterCount > 1 else { throw .fewerThanTwoUnits }
    let values = resampling.replicates(replicates, generator: generator)
    return try .percentile(estimate: estimate, replicates: values, level: level)
  }

  /// α on given resamples, each a list of units by index; `nil` where it has no value.
  ///
  /// - Throws: ``NoValue`` where the ratings as a whole have no pairable unit.
  public static func replicates(
    of ratings: [[Double?]], metric: AlphaMetric, resamples: [[Int]]
  ) throws(NoValue) -> [Double?] {
    let coincidences = try Coincidences(of: ratings, metric: metric)
    let resampling = AlphaResampling(coincidences, clusters: nil, units: [])
    // A resample without a value is one of the outcomes, and is counted as such.
    return resamples.map { units in
      try? resampling.alpha(of: units.map { (coincidences.units[$0], 1) })
    }
  }
}
