/// How far raters rank units alike: Kendall's coefficient of concordance, corrected for ties.
///
/// W = 12 Σ(R_i − R̄)² / (m²(n³ − n) − m Σ T_j), where R_i sums the ranks of unit i over m raters,
/// ties get the mean of their ranks and T_j = Σ(t³ − t) over the tied groups of rater j. That
/// raters rank at random is tested by χ² = m(n − 1)W on n − 1 degrees of freedom.
///
/// - SeeAlso: M. G. Kendall, B. Babington Smith (1939), "The problem of m rankings", *Annals of
///   Mathematical Statistics* 10(3), 275–287, doi:10.1214/aoms/1177732186; M. Kendall, J. D.
///   Gibbons (1990), *Rank Correlation Methods*, 5th ed., ch. 6.
public struct KendallW: Hashable, Sendable {
  /// W, in 0...1: 1 where all rank alike.
  public let estimate: Double
  /// W without regard to ties.
  public let uncorrected: Double
  /// χ² = m(n − 1)W.
  public let chiSquare: Double
  /// n − 1.
  public let degreesOfFreedom: Int
  /// The probability of a χ² at least as large if raters ranked at random.
  public let pValue: Double
  /// The mean of Spearman's ρ over pairs of raters, (mW − 1) / (m − 1).
  public let meanSpearman: Double
  /// n, how many units every rater rated.
  public let unitCount: Int
  /// m, how many raters there are.
  public let raterCount: Int

  /// Estimates W.
  ///
  /// - Parameter ratings: One element a unit, in any order; in it one element a rater, `nil` where
  ///   the rater did not rate it. Such units are left out. Only the order of ratings counts.
  /// - Throws: ``NoValue/noData``, ``NoValue/fewerThanTwoUnits``, ``NoValue/oneRater``, and
  ///   ``NoValue/noVariation`` where each rater gives all units the same rating.
  /// - Complexity: O(*mn* log *n*) in the numbers of raters and units.
  public init(of ratings: [[Double?]]) throws(NoValue) {
    let complete = try CompleteRatings(of: ratings)
    let (n, m) = (Double(complete.unitCount), Double(complete.raterCount))
    var sums = [Double](repeating: 0, count: complete.unitCount)
    var ties = 0.0
    var isConstant = true
    for rater in 0..<complete.raterCount {
      let values = complete.values(of: rater)
      let order = values.indices.sorted { values[$0] < values[$1] }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
        let rank = Double(start + end + 1) / 2
        for unit in order[start..<end] { sums[unit] += rank }
        let t = Double(end - start)
        ties += t * t * t - t
        if end - start < order.count { isConstant = false }
        start = end
      }
    }
    guard !isConstant else { throw .noVariation }
    let center = m * (n + 1) / 2
    let spread = 12 * sums.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    let largest = m * m * (n * n * n - n)
    let w = min(1, spread / (largest - m * ties))
    estimate = w
    uncorrected = spread / largest
    chiSquare = m * (n - 1) * w
    degreesOfFreedom = complete.unitCount - 1
    pValue = IncompleteGamma(shape: (n - 1) / 2).upper(chiSquare / 2)
    meanSpearman = (m * w - 1) / (m - 1)
    unitCount = complete.unitCount
    raterCount = complete.raterCount
  }
}

/// The ratings of the units that every rater rated.
struct CompleteRatings {
  let unitCount: Int
  let raterCount: Int
  /// Unit by unit.
  let values: [Double]

  /// Takes the complete units.
  ///
  /// - Throws: ``NoValue/noData``, ``NoValue/fewerThanTwoUnits`` and ``NoValue/oneRater``.
  init(of ratings: [[Double?]]) throws(NoValue) {
    let raters = ratings.reduce(0) { max($0, $1.count) }
    guard ratings.contains(where: { $0.contains { $0 != nil } }) else { throw .noData }
    var values: [Double] = []
    values.reserveCapacity(ratings.count * raters)
    for unit in ratings where unit.count == raters {
      for case let value? in unit { values.append(value) }
      // What came from a unit with a rating missing is taken back.
      values.removeLast(values.count % max(1, raters))
    }
    guard values.count >= 2 * raters else { throw .fewerThanTwoUnits }
    guard raters > 1 else { throw .oneRater }
    self.values = values
    unitCount = values.count / raters
    raterCount = raters
  }

  /// What a rater gave each unit.
  func values(of rater: Int) -> [Double] {
    (0..<unitCount).map { values[$0 * raterCount + rater] }
  }
}
