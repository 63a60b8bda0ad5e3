/// Krippendorff's α of a table with each rater in turn left out.
///
/// What a rater contributes is taken off the sums of the whole table, so that all raters together
/// cost about as much as one α. A unit in which a rater leaves one rating behind is left out with
/// it, as α has it.
///
/// - SeeAlso: ``KrippendorffAlpha``.
public struct AlphaWithoutRaters: Hashable, Sendable {
  /// α without each rater; `nil` where it has no value.
  public let estimates: [Double?]
  /// Why there is none.
  public let reasons: [NoValue?]

  /// Leaves out each rater in turn.
  ///
  /// - Parameters:
  ///   - ratings: Units in any order. Ratings are finite.
  ///   - metric: How distances between ratings are measured.
  /// - Throws: ``NoValue`` where the table as a whole has no pairable unit, and
  ///   ``NoValue/undefinedChanceTerm`` for a negative rating on a ratio scale.
  /// - Complexity: That of α, and for each rater as much as there are levels, pairs of them that
  ///   meet in a unit, and ratings of the units that the rater rated; for the ratio metric the square
  ///   of the number of levels.
  public init(of ratings: Ratings, metric: AlphaMetric) throws(NoValue) {
    let coincidences = try Coincidences(of: ratings, metric: metric)
    let whole = coincidences.sums.total
    var estimates: [Double?] = []
    var reasons: [NoValue?] = []
    for (rater, units) in Self.unitsByRater(ratings).enumerated() {
      let sums = coincidences.sums(without: rater, in: units, of: whole)
      do throws(NoValue) {
        // Differences that should be 0 are roundings about it.
        estimates.append(min(1, try coincidences.alpha(sums)))
        reasons.append(nil)
      } catch {
        estimates.append(nil)
        reasons.append(error)
      }
    }
    self.estimates = estimates
    self.reasons = reasons
  }

  /// The units that each rater rated, once each.
  private static func unitsByRater(_ ratings: Ratings) -> [[Int]] {
    var units = [[Int]](repeating: [], count: ratings.raterCount)
    for unit in 0..<ratings.unitCount {
      for place in ratings.range(of: unit) {
        let rater = Int(ratings.raters[place])
        if units[rater].last != unit { units[rater].append(unit) }
      }
    }
    return units
  }
}
