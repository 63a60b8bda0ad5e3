package import Reproducible
package import TrialDesign

/// Another way of counting than the planned one: shown beside, deciding nothing.
package enum SensitivityWay: String, Hashable, Sendable, CaseIterable {
  /// Refusals and failures left out, not counted as the scale's lowest point.
  case answered = "without refusals"
  /// Echoing outputs counted by their masked views alone.
  case clean = "clean ratings"
  /// A cumulative link model, which takes the scale's levels as ordered and no more.
  case ordinal = "ordinal model"
  /// Ratings less what length adds to them.
  case lengthAdjusted = "length adjusted"
  /// Among texts of one model and scenario that are as long as one another.
  case lengthMatched = "length matched"
}

/// Both effects by another way of counting.
package struct SensitivityRow: Hashable, Sendable {
  package let way: SensitivityWay
  /// n − b; in log odds by the ordinal model, else in points.
  package let presence: EffectEstimate
  /// l − n; in log odds by the ordinal model, else in points.
  package let lead: EffectEstimate

  package init(way: SensitivityWay, presence: EffectEstimate, lead: EffectEstimate) {
    self.way = way
    self.presence = presence
    self.lead = lead
  }

  /// Whether the effects are in points of the question's scale.
  package var isInPoints: Bool { way != .ordinal }

  package var json: JSON {
    .object([
      "way": .string(way.rawValue), "unit": .string(isInPoints ? "points" : "log odds"),
      "presence": presence.json, "lead": lead.json,
    ])
  }
}

/// How long texts are, and what that may have to do with ratings.
package struct LengthFacts: Hashable, Sendable {
  /// Mean length in words.
  package let means: [Condition: Double]
  /// By how many doublings leading texts are longer than neutral ones on average, in the scenarios and
  /// models that have both.
  package let leadDoublings: Double?
  /// What a doubling of length adds to a rating, in points, within conditions.
  package let perDoubling: Double?
  /// How many leading texts have a neutral one of the same length.
  package let pairs: Int
  /// The effects that are another one, in sign or by more than half, where length is held.
  package let moved: [String]

  package init(
    means: [Condition: Double], leadDoublings: Double?, perDoubling: Double?, pairs: Int,
    moved: [String]
  ) {
    self.means = means
    self.leadDoublings = leadDoublings
    self.perDoubling = perDoubling
    self.pairs = pairs
    self.moved = moved
  }

  package var json: JSON {
    .object([
      "means": .object(conditions: means) { .number($0) },
      "lead_doublings": JSON(optional: leadDoublings), "per_doubling": JSON(optional: perDoubling),
      "matched_pairs": .integer(pairs), "moved": .array(moved.map(JSON.string)),
    ])
  }
}

/// The primary question by other ways of counting.
package struct Sensitivity: Hashable, Sendable {
  package let rows: [SensitivityRow]
  /// `nil` where no length is known.
  package let length: LengthFacts?

  package init(rows: [SensitivityRow], length: LengthFacts?) {
    self.rows = rows
    self.length = length
  }

  package var json: JSON {
    .object(["ways": .array(rows.map(\.json)), "length": length?.json ?? .null])
  }
}
