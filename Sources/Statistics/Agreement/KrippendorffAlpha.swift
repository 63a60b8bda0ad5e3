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
  ///   - ratings: Units in any order. Ratings are finite.
  ///   - metric: How distances between ratings are measured.
  /// - Throws: ``NoValue/noData``, ``NoValue/noPairableUnits``, ``NoValue/noVariation`` where all
  ///   pairable ratings are the same (α is 0/0), and ``NoValue/undefinedChanceTerm`` for a
  ///   negative rating on a ratio scale.
  /// - Complexity: O(*n* log *m*) for *n* ratings, *m* of them in a unit; for the ordinal and the
  ///   ratio metric besides the square of how many levels meet in a unit, and for the ratio metric
  ///   O(*k*²) in the number of levels.
  public init(of ratings: Ratings, metric: AlphaMetric) throws(NoValue) {
    let coincidences = try Coincidences(of: ratings, metric: metric)
    let sums = coincidences.sums.total
    estimate = try coincidences.alpha(sums)
    pairableValues = Int(coincidences.total(sums))
    pairableUnits = coincidences.pairableUnits
    self.metric = metric
  }

  /// Estimates α from one row a unit, with one element a rater in it, `nil` where the rater did
  /// not rate the unit; otherwise as for ``Ratings``.
  ///
  /// - Throws: ``NoValue``, as there.
  /// - Complexity: As there, and O(*p*) in the number of places.
  public init(of ratings: [[Double?]], metric: AlphaMetric) throws(NoValue) {
    try self.init(of: Ratings(ratings), metric: metric)
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
  /// - Returns: α with its interval; the same for the same generator on every machine, whatever
  ///   the number of its processors.
  /// - Throws: ``NoValue``: the reasons of the estimate, ``NoValue/fewerThanTwoUnits`` where one
  ///   unit or cluster is all there is, and ``NoValue/tooManyUndefined``.
  /// - Complexity: A replicate costs one draw a unit, or cluster, and what that unit contributes:
  ///   up to 64 sums at once.
  /// - SeeAlso: B. Efron, R. J. Tibshirani (1993), *An Introduction to the Bootstrap*, ch. 13.
  public static func bootstrap(
    of ratings: Ratings, metric: AlphaMetric, clusters: [Int]? = nil, replicates: Int = 2000,
    level: Double, generator: SeededGenerator
  ) throws(NoValue) -> BootstrapInterval {
    try bootstrap(
      of: ratings, metric: metric, clusters: clusters, replicates: replicates, level: level,
      generator: generator, threads: ParallelBlocks.processors)
  }

  /// The same on so many threads, which changes nothing but how long it takes.
  ///
  /// - Throws: ``NoValue``, as on all of them.
  package static func bootstrap(
    of ratings: Ratings, metric: AlphaMetric, clusters: [Int]?, replicates: Int, level: Double,
    generator: SeededGenerator, threads: Int
  ) throws(NoValue) -> BootstrapInterval {
    precondition(clusters.map { $0.count == ratings.unitCount } ?? true, "every unit has a cluster")
    let coincidences = try Coincidences(of: ratings, metric: metric, clusters: clusters)
    let estimate = try coincidences.alpha(coincidences.sums.total)
    guard coincidences.sums.clusterCount > 1 else { throw .fewerThanTwoUnits }
    // A resample without a value is one of the outcomes, and is counted as such.
    let values = coincidences.sums.replicates(
      replicates, generator: generator, threads: threads
    ) {
      try? coincidences.alpha($0)
    }
    return try .percentile(estimate: estimate, replicates: values, level: level)
  }

  /// The same of one row a unit, with one element a rater in it.
  ///
  /// - Throws: ``NoValue``, as for ``Ratings``.
  /// - Complexity: As there.
  public static func bootstrap(
    of ratings: [[Double?]], metric: AlphaMetric, clusters: [Int]? = nil, replicates: Int = 2000,
    level: Double, generator: SeededGenerator
  ) throws(NoValue) -> BootstrapInterval {
    try bootstrap(
      of: Ratings(ratings), metric: metric, clusters: clusters, replicates: replicates,
      level: level, generator: generator)
  }

  /// α on given resamples, each a list of units by index; `nil` where it has no value.
  ///
  /// - Parameters:
  ///   - ratings: As for the estimate.
  ///   - metric: How distances between ratings are measured.
  ///   - resamples: Units by index, in any number; one may be given twice.
  /// - Returns: One element a resample.
  /// - Throws: ``NoValue`` where the ratings as a whole have no pairable unit.
  /// - Complexity: That of the estimate, and for each resample what its units contribute.
  public static func replicates(
    of ratings: [[Double?]], metric: AlphaMetric, resamples: [[Int]]
  ) throws(NoValue) -> [Double?] {
    let coincidences = try Coincidences(of: Ratings(ratings), metric: metric)
    // Units that nobody rated are no cluster: the others move up.
    var clusterOfUnit: [Int?] = []
    var next = 0
    for unit in ratings {
      let isRated = unit.contains { $0 != nil }
      clusterOfUnit.append(isRated ? next : nil)
      next += isRated ? 1 : 0
    }
    return resamples.map { units in
      // A resample without a value is one of the outcomes, and is counted as such.
      try? coincidences.alpha(coincidences.sums.sums(of: units.compactMap { clusterOfUnit[$0] }))
    }
  }
}
