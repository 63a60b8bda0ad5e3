package import RatingTables
import Statistics

/// What a table of ratings says of its raters.
package struct AgreementSummary: Hashable, Sendable {
  /// What the table holds.
  package struct Counts: Hashable, Sendable {
    package let units: Int
    package let raters: Int
    package let ratings: Int
    /// Places of the table of units and raters that are empty.
    package let missing: Int
    /// Units nobody rated.
    package let unratedUnits: Int
    /// Units with one rating, which say nothing of agreement.
    package let singleUnits: Int
    /// Units with at least two ratings.
    package let pairableUnits: Int
    /// Units that every rater rated who rated anything.
    package let completeUnits: Int
  }

  /// The answer for who reads no further.
  package struct Headline: Hashable, Sendable {
    package let alpha: Coefficient
    /// What agreement can be called at the least, allowing for its uncertainty, in Landis and
    /// Koch's words; none where alpha has no value, or rests on fewer than five units.
    package let benchmark: String?
    /// The probability that it is at least that; none where alpha has no standard error.
    package let benchmarkProbability: Double?
    /// How many resamples of alpha had no value.
    package let undefinedReplicates: Int
    /// What it comes to, in one sentence.
    package let sentence: String
  }

  package let table: RatingTable
  package let options: AgreementOptions
  package let counts: Counts
  package let headline: Headline
  /// The coefficients that suit the scale, alpha first.
  package let coefficients: [Coefficient]
  /// In the table's order.
  package let raters: [RaterProfile]
  /// In the scale's order; empty for numbers.
  package let categories: [CategoryProfile]
  /// The most confused first.
  package let confusions: [Confusion]
  /// The ten units that split raters most.
  package let splits: [SplitUnit]
  package let warnings: [String]

  /// Summarises a table.
  ///
  /// The order of its lines changes no number; units that split raters equally stand in it.
  ///
  /// - Parameters:
  ///   - table: Anybody's ratings.
  ///   - options: Level, resamples, seed.
  /// - Complexity: About that of alpha's bootstrap: O(*n*) a resample in the number of units.
  package init(of table: RatingTable, options: AgreementOptions = AgreementOptions()) {
    let computed = ComputedRatings(of: table)
    let list = CoefficientList(table: table, computed: computed, options: options)
    self.table = table
    self.options = options
    let ratings = computed.ratings
    let sizes = (0..<ratings.unitCount).map { ratings.range(of: $0).count }
    counts = Counts(
      units: table.units.count, raters: table.raters.count, ratings: table.ratingCount,
      missing: table.missingCount, unratedUnits: table.units.count - sizes.count,
      singleUnits: sizes.count { $0 == 1 }, pairableUnits: sizes.count { $0 > 1 },
      completeUnits: ratings.completeUnits.count)
    coefficients = list.all
    raters = RaterProfile.profiles(of: table, computed)
    let coincidences = CategoryCoincidences(of: table, ratings)
    categories = coincidences.profiles
    confusions = coincidences.confusions
    splits = SplitUnit.top(10, of: table, computed)
    headline = Headline(
      list, coefficients: coefficients, counts: counts, categories: categories, raters: raters)
    warnings =
      Warnings(
        table: table, counts: counts, headline: headline, raters: raters, categories: categories,
        ratings: ratings,
        concordance: coefficients.first { $0.kind == .kendall }?.estimate
      ).all
  }

  /// The coefficient of a kind, the first one where there are several.
  package func coefficient(_ kind: Coefficient.Kind) -> Coefficient? {
    coefficients.first { $0.kind == kind }
  }
}
