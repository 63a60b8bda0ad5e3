/// Two one-sided t tests (TOST): whether a mean lies between limits of no concern.
///
/// p is the larger of the two one-sided p; the interval is that of the level 1 − 2α, which lies
/// within the limits just when the test says so.
///
/// - SeeAlso: D. J. Schuirmann (1987), "A comparison of the two one-sided tests procedure and the
///   power approach for assessing the equivalence of average bioavailability", *Journal of
///   Pharmacokinetics and Biopharmaceutics* 15(6), 657–680, doi:10.1007/BF01068419.
public struct EquivalenceTest: Hashable, Sendable {
  /// The mean difference with its standard error.
  public let mean: MeanEstimate
  /// The distance of the mean from the lower limit, in standard errors.
  public let tLower: Double
  /// The one-sided p of a mean that is not above the lower limit.
  public let pLower: Double
  /// The distance of the mean from the upper limit, in standard errors.
  public let tUpper: Double
  /// The one-sided p of a mean that is not below the upper limit.
  public let pUpper: Double
  /// The larger of the two.
  public let pValue: Double
  /// The interval of the mean difference at the level 1 − 2α.
  public let interval: Interval
  /// Whether p is below α.
  public let isEquivalent: Bool

  /// Tests equivalence.
  ///
  /// - Parameters:
  ///   - differences: One element a pair, in any order; pairs with a missing half are left out by
  ///     the caller.
  ///   - low: The lower limit of no concern, in the unit of the differences.
  ///   - high: The upper one, above it.
  ///   - alpha: The level of each one-sided test, in 0...0.5.
  /// - Throws: ``NoValue/fewerThanTwoPairs``, and ``NoValue/noVariation`` where all differences
  ///   are the same.
  /// - Complexity: O(*n*).
  public init(of differences: [Double], low: Double, high: Double, alpha: Double) throws(NoValue) {
    precondition(low < high, "nothing lies between \(low) and \(high)")
    let estimate = try MeanEstimate(of: differences)
    guard let lower = estimate.pGreater(than: low), let upper = estimate.pLess(than: high) else {
      throw .noVariation
    }
    mean = estimate
    tLower = (estimate.mean - low) / estimate.standardError
    tUpper = (estimate.mean - high) / estimate.standardError
    pLower = lower
    pUpper = upper
    pValue = max(lower, upper)
    interval = estimate.interval(level: 1 - 2 * alpha)
    isEquivalent = pValue < alpha
  }
}
