package import Reproducible
import Statistics
import TrialDesign

/// How much the ratings behind the lead say, beside how many there are.
package struct Information: Hashable, Sendable {
  /// Ratings of leading and neutral texts that are compared.
  package let ratings: Int
  /// How many independent ratings would give the same standard error; at most as many.
  package let effectiveRatings: Double?
  /// Where ratings differ: the share of their variance of each term of the mixed model.
  package let varianceShares: [VarianceShare]
  /// Outputs that are word for word another output of their cell, and count as one with it.
  package let copies: Int

  /// One term's share of the variance of ratings.
  package struct VarianceShare: Hashable, Sendable {
    /// `scenario`, `lead by scenario`, `rater`, `lead by rater`, `output`, `rest`.
    package let term: String
    /// In 0...1.
    package let share: Double
  }

  package init(
    ratings: Int, effectiveRatings: Double?, varianceShares: [VarianceShare], copies: Int
  ) {
    self.ratings = ratings
    self.effectiveRatings = effectiveRatings
    self.varianceShares = varianceShares
    self.copies = copies
  }

  /// Ratings for one that counts; `nil` where it is unknown.
  package var designEffect: Double? { effectiveRatings.map { Double(ratings) / $0 } }

  package var json: JSON {
    .object([
      "ratings_compared": .integer(ratings),
      "effective_ratings": JSON(optional: effectiveRatings),
      "design_effect": JSON(optional: designEffect),
      "variance_shares": .array(
        varianceShares.map { .object(["term": .string($0.term), "share": .number($0.share)]) }),
      "copies": .integer(copies),
    ])
  }
}

extension TrialAnalysis {
  /// How much the ratings behind the lead say.
  func information(_ lead: EffectEstimate) -> Information {
    let ratings = rows.ratings(primary, unrated: [], baseline: rows.baseline, kind: design.cluster)
    let sides = ComparedSides(.leading, over: .neutral, in: ratings)
    let values = [true, false].map { isFirst in
      sides.items.filter { $0.isFirst == isFirst }.map(\.rating.value)
    }
    return Information(
      ratings: sides.items.count, effectiveRatings: Self.effective(values, lead),
      varianceShares: lead.mixedModel.map(Self.shares) ?? [], copies: copies)
  }

  private static func effective(_ sides: [[Double]], _ lead: EffectEstimate) -> Double? {
    guard
      let error = lead.isDecidedByMixedModel
        ? lead.mixedModel?.standardError : lead.standardError, error > 0,
      lead.interval != nil, sides.allSatisfy({ $0.count > 1 })
    else { return nil }
    let squares = sides.reduce(0.0) { sum, values in
      let mean = values.mean
      return sum + values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let count = Double(sides[0].count + sides[1].count)
    let variance = squares / (count - 2)
    let independent = variance * sides.reduce(0) { $0 + 1 / Double($1.count) }
    return min(count, count * independent / (error * error))
  }

  /// A slope's share is what it adds to a rating on either side, which lies half a step from the middle.
  private static func shares(_ model: MixedModelEstimate) -> [Information.VarianceShare] {
    let terms = model.terms + ["rest"]
    guard terms.count == model.variances.count else { return [] }
    let parts = zip(terms, model.variances).map { term, variance in
      let isSlope = term.hasPrefix("(0 + x | ")
      let name = term.split(separator: "|").last.map {
        $0.trimmingPrefix(" ").filter { $0 != ")" }
      }
      return (
        term: isSlope ? "lead by \(name ?? "")" : name ?? term,
        variance: isSlope ? variance / 4 : variance
      )
    }
    let total = parts.reduce(0) { $0 + $1.variance }
    guard total > 0 else { return [] }
    return parts.map { .init(term: $0.term, share: $0.variance / total) }
  }
}
