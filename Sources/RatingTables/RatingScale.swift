/// What may be computed with ratings: names, ranks, numbers, or numbers with a true zero.
package enum RatingScale: String, Hashable, Sendable, CaseIterable {
  /// Names without order.
  case nominal
  /// Names or numbers with an order, their distances unknown.
  case ordinal
  /// Numbers with equal steps.
  case interval
  /// Numbers with equal steps and a zero that means nothing is there.
  case ratio

  /// Whether the ratings are numbers whose mean has a meaning.
  package var isNumeric: Bool { self == .interval || self == .ratio }
}

/// How a table of ratings is laid out.
package enum TableLayout: String, Hashable, Sendable, CaseIterable {
  /// One line a rating: a unit, a rater and a value.
  case long
  /// One line a unit, one column a rater.
  case wide
  /// One line a rater, one column a unit.
  case transposed
}
