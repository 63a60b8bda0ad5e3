/// Agreement on each category by itself: Fleiss' κ_j and specific agreement.
///
/// With r raters who rated every unit and r_ij of them putting unit i into category j: s_j = Σ r_ij
/// (r_ij − 1) / ((r − 1) Σ r_ij), the chance that a second rater says j where one did; p_j = Σ r_ij
/// / (nr); κ_j = (s_j − p_j) / (1 − p_j), whose standard error under no agreement is √(2 / (nr(r −
/// 1))).
///
/// - SeeAlso: J. L. Fleiss (1971), "Measuring nominal scale agreement among many raters",
///   *Psychological Bulletin* 76(5), 378–382, doi:10.1037/h0031619; specific agreement: R. L.
///   Spitzer, J. L. Fleiss (1974), "A re-analysis of the reliability of psychiatric diagnosis",
///   *British Journal of Psychiatry* 125(4), 341–347.
public struct CategoryAgreement: Hashable, Sendable {
  /// Agreement on one category.
  public struct Category: Hashable, Sendable {
    /// The category.
    public let category: Double
    /// p_j, the share of ratings that fall on it, in 0...1.
    public let prevalence: Double
    /// s_j, the chance that a second rater says j where one did; none where nobody did.
    public let specificAgreement: Double?
    /// κ_j, without unit; none where nobody said j.
    public let kappa: Double?
    /// κ_j over its standard error under no agreement.
    public let nullZ: Double?

    /// The two-sided p of no agreement on it beyond chance.
    public var nullPValue: Double? { nullZ.map { Distributions.twoSidedNormal($0) } }
  }

  /// Fleiss' κ over all categories.
  public let overall: Double
  /// One element a category, ascending.
  public let categories: [Category]
  /// How many units every rater rated.
  public let unitCount: Int
  /// How many raters there are.
  public let raterCount: Int

  /// Estimates agreement by category.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it one element a rater, `nil` where the
  ///     rater did not rate it. Such units are left out.
  ///   - categories: The scale, where it was declared; `nil`: the categories found.
  /// - Throws: ``NoValue/noData`` without a rating, ``NoValue/noPairableUnits`` without a unit that
  ///   all of at least two raters rated, ``NoValue/noVariation`` where all ratings are the same.
  /// - Complexity: O(*n* + *q* log *q*) in the numbers of ratings and categories.
  public init(of ratings: [[Double?]], categories: [Double]? = nil) throws(NoValue) {
    let raters = ratings.reduce(0) { max($0, $1.count) }
    let complete = ratings.filter { $0.count == raters && $0.allSatisfy { $0 != nil } }
    guard ratings.joined().contains(where: { $0 != nil }) else { throw .noData }
    guard raters > 1, !complete.isEmpty else { throw .noPairableUnits }
    let table = try AgreementTable(of: complete, categories: categories)
    overall = try FleissKappa(of: table).estimate
    var pairs = [Int](repeating: 0, count: table.categories.count)
    for count in table.counts {
      pairs[Int(count.category)] += Int(count.number) * (Int(count.number) - 1)
    }
    let total = Double(table.ratingCount)
    let error = (2 / (total * Double(raters - 1))).squareRoot()
    self.categories = table.categories.indices.map { position in
      let number = table.categoryTotals[position]
      let prevalence = Double(number) / total
      let specific =
        number > 0 ? Double(pairs[position]) / Double((raters - 1) * number) : nil
      let kappa = specific.map { ($0 - prevalence) / (1 - prevalence) }
      return Category(
        category: table.categories[position], prevalence: prevalence, specificAgreement: specific,
        kappa: kappa, nullZ: kappa.map { $0 / error })
    }
    unitCount = table.unitCount
    raterCount = raters
  }
}
