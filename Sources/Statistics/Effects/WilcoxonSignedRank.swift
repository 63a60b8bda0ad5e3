/// Wilcoxon's signed-rank test of paired differences, with the effect sizes that go with it.
///
/// V⁺ is the sum of the midranks of the positive differences, ranked by size. Zeros are dropped
/// before ranking; Pratt's variant ranks them along and drops them then. Exact also where sizes are
/// tied: the distribution is that of the midranks with random signs.
///
/// - SeeAlso: F. Wilcoxon (1945), "Individual comparisons by ranking methods", *Biometrics
///   Bulletin* 1(6), 80–83, doi:10.2307/3001968; J. W. Pratt (1959), "Remarks on zeros and ties in
///   the Wilcoxon signed rank procedures", *Journal of the American Statistical Association*
///   54(287), 655–667, doi:10.1080/01621459.1959.10501526; J. L. Hodges Jr., E. L. Lehmann (1963),
///   "Estimates of location based on rank tests", *The Annals of Mathematical Statistics* 34(2),
///   598–611, doi:10.1214/aoms/1177704172.
public struct WilcoxonSignedRank: Hashable, Sendable {
  /// V⁺.
  public let statistic: Double
  /// How many differences are not zero.
  public let count: Int
  /// How many are zero.
  public let zeros: Int
  /// (V⁺ − V⁻) over the sum of all ranks, in −1...1.
  public let rankBiserial: Double
  /// The median of all means of two differences, zeros and each with itself included, in their
  /// unit.
  public let hodgesLehmann: Double
  /// The exact p; none where its distribution would take more than about 2·10⁷ steps, which is from
  /// some 340 differences on: there the normal p are as good.
  public let exact: Exact?
  /// The two-sided p by the normal distribution with the variance of the midranks.
  public let pNormal: Double
  /// The same with a continuity correction of ½.
  public let pNormalCorrected: Double
  /// With the zeros ranked along; none where there is no zero.
  public let pratt: Pratt?

  /// Tails of the exact distribution.
  public struct Exact: Hashable, Sendable {
    /// The two-sided p.
    public let pTwoSided: Double
    /// The p of as large a V⁺ or a larger one.
    public let pGreater: Double
  }

  /// Pratt's variant.
  public struct Pratt: Hashable, Sendable {
    /// V⁺ less its mean, in standard deviations.
    public let z: Double
    /// The two-sided p of ``z``, without correction for continuity.
    public let pNormal: Double
    /// The exact p; none where it would take too long.
    public let exact: Exact?
  }

  /// Tests the differences.
  ///
  /// - Parameter differences: One element a pair, in any order; pairs with a missing half are left
  ///   out by the caller. Sizes count as tied where they differ by less than 1e-12 of the largest
  ///   one.
  /// - Throws: ``NoValue/noData`` without a difference, ``NoValue/allDifferencesZero``.
  /// - Complexity: O(*n* log *n*), and O(*n*³) for the exact distribution while it is computed.
  public init(of differences: [Double]) throws(NoValue) {
    guard !differences.isEmpty else { throw .noData }
    let ranks = SignedRanks(of: differences)
    guard !ranks.doubled.isEmpty else { throw .allDifferencesZero }
    let sum = ranks.sum(of: ranks.doubled)
    statistic = Double(sum.doubledSum) / 2
    count = ranks.doubled.count
    zeros = ranks.zeros
    rankBiserial = Double(2 * sum.doubledSum - sum.doubledTotal) / Double(sum.doubledTotal)
    hodgesLehmann = WalshAverages(of: differences).median
    exact = Exact(sum)
    pNormal = Distributions.twoSidedNormal(sum.z)
    pNormalCorrected = Distributions.twoSidedNormal(sum.zCorrected)
    if ranks.zeros > 0 {
      let along = ranks.sum(of: ranks.doubledWithZeros)
      pratt = Pratt(z: along.z, pNormal: Distributions.twoSidedNormal(along.z), exact: Exact(along))
    } else {
      pratt = nil
    }
  }
}

extension WilcoxonSignedRank.Exact {
  fileprivate init?(_ sum: RankSum) {
    guard let tails = sum.exactTails() else { return nil }
    self.init(pTwoSided: tails.twoSided, pGreater: tails.greater)
  }
}
