/// Under what a text was asked for.
package enum Condition: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Nobody leads.
  case neutral
  /// The wording leads toward the claim.
  case leading
  /// The wording leads away from the claim, as strongly.
  case away
  /// Text of the same length and tone that leads nowhere.
  case placebo
  /// What the claim is compared with: other prompts, human texts.
  case baseline

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
}

/// Which way a control points.
package enum ControlKind: String, Hashable, Sendable, CaseIterable {
  /// A text known to show the claim.
  case show
  /// A text known not to.
  case showNot = "show_not"
}

/// What a rater takes a text to have been asked for, at the end and in words that name no condition.
package enum ConditionGuess: String, Hashable, Sendable, CaseIterable {
  /// What was asked pointed toward the claim.
  case toward
  /// It pointed the other way.
  case away
  /// It pointed neither way.
  case neither
  /// The rater cannot tell.
  case cannotTell = "cannot tell"
}
