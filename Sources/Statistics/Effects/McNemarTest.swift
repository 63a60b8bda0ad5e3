/// McNemar's test: whether an event is as frequent under either wording, from the pairs that
/// differ.
///
/// With b pairs that had the event under the leading wording only and c under the neutral one only,
/// b is binomial(b + c, ½) where the wording does nothing. The mid-p is the exact p less the
/// probability of b itself, or 1 less half of it for b = c.
///
/// - SeeAlso: Q. McNemar (1947), "Note on the sampling error of the difference between correlated
///   proportions or percentages", *Psychometrika* 12(2), 153–157, doi:10.1007/BF02295996; M. W.
///   Fagerland, S. Lydersen, P. Laake (2013), "The McNemar test for binary matched-pairs data:
///   mid-p and asymptotic are better than exact conditional", *BMC Medical Research Methodology*
///   13, 91, doi:10.1186/1471-2288-13-91.
public struct McNemarTest: Hashable, Sendable {
  /// The two-sided exact p; 1 where no pair differs.
  public let pExact: Double
  /// The two-sided mid-p; 1 where no pair differs.
  public let pMid: Double
  /// What the pairs that differ say; none where there is none.
  public let discordance: Discordance?

  /// What the pairs that differ say.
  public struct Discordance: Hashable, Sendable {
    /// The exact p of at least as many pairs with the event under the leading wording only.
    public let pGreater: Double
    /// (b − c)² / (b + c), on one degree of freedom.
    public let chiSquare: Double
    /// The two-sided p of ``chiSquare``.
    public let pAsymptotic: Double
    /// The same with 1 taken off |b − c|, unless that is zero.
    public let chiSquareCorrected: Double
    /// The two-sided p of ``chiSquareCorrected``.
    public let pCorrected: Double
    /// b / c, the conditional odds ratio; infinite for c = 0.
    public let oddsRatio: Double
    /// The odds at Clopper and Pearson's limits; may be infinite above.
    public let oddsRatioInterval: Interval
  }

  /// Tests the pairs.
  ///
  /// - Parameters:
  ///   - pairs: The counts.
  ///   - level: The confidence level of the odds ratio, in 0...1.
  /// - Throws: ``NoValue/noData`` without a pair.
  /// - Complexity: O(log *n*).
  public init(of pairs: PairedEvents, level: Double = 0.95) throws(NoValue) {
    guard pairs.count > 0 else { throw .noData }
    let (b, c) = (pairs.leadingOnly, pairs.neutralOnly)
    guard b + c > 0 else {
      pExact = 1
      pMid = 1
      discordance = nil
      return
    }
    let test = try BinomialTest(successes: b, trials: b + c, chance: 0.5)
    let half = 0.5 * BinomialDistribution(trials: b + c, chance: 0.5).probability(of: b)
    pExact = min(1, 2 * min(test.pGreater, test.pLess))
    pMid = b == c ? 1 - half : test.pMid
    let limits = test.clopperPearson(level: level)
    let all = Double(b + c)
    let difference = Double(abs(b - c))
    let corrected = max(0, difference - 1)
    discordance = Discordance(
      pGreater: test.pGreater, chiSquare: difference * difference / all,
      pAsymptotic: Distributions.twoSidedNormal(difference / all.squareRoot()),
      chiSquareCorrected: corrected * corrected / all,
      pCorrected: Distributions.twoSidedNormal(corrected / all.squareRoot()),
      oddsRatio: Double(b) / Double(c),
      oddsRatioInterval: Interval(
        low: limits.low / (1 - limits.low), high: limits.high / (1 - limits.high), level: level))
  }
}
