/// How much of the spread of scores lies between units: the intraclass correlations of a complete
/// table, by analysis of variance.
///
/// With n units, k raters and the mean squares of units MS_B, within units MS_W, of raters MS_J and
/// of the residual MS_E. One rater: (1,1) = (MS_B − MS_W) / (MS_B + (k − 1)MS_W), where each unit
/// has raters of its own; (2,1) = (MS_B − MS_E) / (MS_B + (k − 1)MS_E + k(MS_J − MS_E) / n),
/// agreement of raters drawn at random; (3,1) = (MS_B − MS_E) / (MS_B + (k − 1)MS_E), consistency
/// of these raters. The mean of k raters: (1,k) = (MS_B − MS_W) / MS_B, (2,k) = (MS_B − MS_E) /
/// (MS_B + (MS_J − MS_E) / n), (3,k) = (MS_B − MS_E) / MS_B. Negative values stay.
///
/// - SeeAlso: P. E. Shrout, J. L. Fleiss (1979), "Intraclass correlations: uses in assessing rater
///   reliability", *Psychological Bulletin* 86(2), 420–428, doi:10.1037/0033-2909.86.2.420; K. O.
///   McGraw, S. P. Wong (1996), "Forming inferences about some intraclass correlation
///   coefficients", *Psychological Methods* 1(1), 30–46, doi:10.1037/1082-989X.1.1.30.
public struct IntraclassCorrelation: Hashable, Sendable {
  /// One of the six correlations.
  public struct Form: Hashable, Sendable {
    /// The correlation, at most 1; none where the units do not differ and it would be 0/0 or −∞.
    public let estimate: Double?
    /// The mean square of units over that of its error; infinite without error.
    public let f: Double?
    /// The degrees of freedom of F.
    public let df1: Int
    /// The degrees of freedom of its denominator.
    public let df2: Int
    /// The probability of an F at least as large if units did not differ.
    public let pValue: Double?
    /// The confidence interval; none where the estimate has no value.
    public let interval: Interval?
  }

  /// MS_B, of units.
  public let betweenMeanSquare: Double
  /// MS_W, within units.
  public let withinMeanSquare: Double
  /// MS_J, of raters.
  public let raterMeanSquare: Double
  /// MS_E, the residual.
  public let errorMeanSquare: Double
  /// (1,1): one rater, where each unit has raters of its own.
  public let oneWaySingle: Form
  /// (2,1): one rater, agreement.
  public let agreementSingle: Form
  /// (3,1): one rater, consistency.
  public let consistencySingle: Form
  /// (1,k): the mean of all raters, where each unit has raters of its own.
  public let oneWayMean: Form
  /// (2,k): the mean of all raters, agreement.
  public let agreementMean: Form
  /// (3,k): the mean of all raters, consistency.
  public let consistencyMean: Form
  /// n, how many units every rater rated.
  public let unitCount: Int
  /// k, how many raters there are.
  public let raterCount: Int

  /// Estimates all six.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Such units are left out.
  ///   - level: The confidence level, strictly between 0 and 1.
  /// - Throws: ``NoValue/noData``, ``NoValue/fewerThanTwoUnits``, ``NoValue/oneRater``, and
  ///   ``NoValue/noVariation`` where all ratings are the same.
  /// - Complexity: O(*nk*).
  public init(of ratings: [[Double?]], level: Double = 0.95) throws(NoValue) {
    let squares = try MeanSquares(of: CompleteRatings(of: ratings))
    betweenMeanSquare = squares.between
    withinMeanSquare = squares.within
    raterMeanSquare = squares.raters
    errorMeanSquare = squares.error
    unitCount = Int(squares.n)
    raterCount = Int(squares.k)
    let tail = (1 - level) / 2
    (oneWaySingle, oneWayMean) = squares.forms(
      error: squares.within, df2: squares.n * (squares.k - 1), tail: tail)
    (consistencySingle, consistencyMean) = squares.forms(
      error: squares.error, df2: (squares.n - 1) * (squares.k - 1), tail: tail)
    (agreementSingle, agreementMean) = squares.agreementForms(
      like: consistencySingle, tail: tail)
  }
}
