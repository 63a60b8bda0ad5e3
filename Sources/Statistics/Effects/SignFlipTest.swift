public import Reproducible

/// The sign-flip permutation test of paired differences: how often chance gives as large a sum.
///
/// The statistic is Σd. Every difference keeps its size and may have either sign; zeros flip too,
/// which changes nothing. Exact where it can be had: for up to 20 differences, and at any count
/// where the differences lie on a grid, as those of ratings do. Otherwise signs are drawn, and the
/// observed arrangement counts as one of them: p = (1 + #) / (1 + B).
///
/// - SeeAlso: R. A. Fisher (1935), *The Design of Experiments*, ch. 3; the distribution over a
///   grid: M. Pagano, D. Tritchler (1983), "On obtaining permutation distributions in polynomial
///   time", *Journal of the American Statistical Association* 78(382), 435–440,
///   doi:10.1080/01621459.1983.10477990.
public struct SignFlipTest: Hashable, Sendable {
  /// Σd, in the unit of the differences.
  public let statistic: Double
  /// The share of arrangements whose sum is at least as far from zero.
  public let pTwoSided: Double
  /// The share of arrangements whose sum is at least as large.
  public let pGreater: Double
  /// The share of arrangements whose sum is at most as large.
  public let pLess: Double
  /// 2ⁿ where exact, otherwise how many were drawn.
  public let arrangements: Double
  /// Whether all arrangements count rather than some that were drawn.
  public let isExact: Bool
  /// How many differences there are.
  public let count: Int

  /// Σd / n.
  public var mean: Double { statistic / Double(count) }

  /// Tests the differences.
  ///
  /// - Parameters:
  ///   - differences: One element a pair, in any order; pairs with a missing half are left out by
  ///     the caller.
  ///   - resamples: How many arrangements are drawn where the test is not exact.
  ///   - generator: Draws them.
  /// - Throws: ``NoValue/noData`` where there is no difference.
  /// - Complexity: 2 to the power *n*/2 for up to 20; on a grid O(*n* · *s*), where *s* is the sum
  ///   of the sizes in steps of the grid; otherwise O(*n* · *B*).
  public init(
    of differences: [Double], resamples: Int = 100_000, generator: SeededGenerator
  ) throws(NoValue) {
    try self.init(
      of: differences, resamples: resamples, generator: generator,
      threads: ParallelBlocks.processors)
  }

  /// The same on so many threads, which changes nothing but how long it takes.
  ///
  /// - Throws: ``NoValue``, as on all of them.
  package init(
    of differences: [Double], resamples: Int, generator: SeededGenerator, threads: Int
  ) throws(NoValue) {
    precondition(resamples > 0, "\(resamples) resamples")
    guard !differences.isEmpty else { throw .noData }
    let shares: SignFlipShares
    if differences.count <= 20 {
      shares = .enumerating(differences)
    } else if let steps = SignFlipGrid.steps(of: differences) {
      shares = .onGrid(steps)
    } else {
      shares = .drawing(
        differences, resamples: resamples, generator: generator, threads: threads)
    }
    isExact = shares.drawn == nil
    arrangements = shares.drawn ?? (0..<differences.count).reduce(1.0) { power, _ in power * 2 }
    statistic = differences.reduce(0, +)
    count = differences.count
    pTwoSided = min(1, shares.asFar)
    pGreater = min(1, shares.atLeast)
    pLess = min(1, shares.atMost)
  }
}
