/// What a rater is; it decides whether ratings may enter the primary analysis.
package enum RaterKind: String, Hashable, Sendable, CaseIterable {
  /// Somebody who neither wrote nor ran the prompts.
  case person
  /// Somebody who did: their ratings are their own result.
  case prompter
  /// A language model.
  case model
  /// A program that stands in for a rater, in a demonstration or a test.
  case simulated

  /// Whether the ratings enter the primary analysis.
  package var counts: Bool { self == .person || self == .simulated }
}
