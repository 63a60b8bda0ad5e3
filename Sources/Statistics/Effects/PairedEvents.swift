/// Pairs by whether an event happened under the leading wording, the neutral one, both or neither.
public struct PairedEvents: Hashable, Sendable {
  /// How many pairs had the event under both wordings.
  public let both: Int
  /// How many had it under the leading wording and not under the neutral one.
  public let leadingOnly: Int
  /// How many had it under the neutral wording and not under the leading one.
  public let neutralOnly: Int
  /// How many had it under neither.
  public let neither: Int

  /// States the counts; pairs with a missing half are left out, and reported, by the caller.
  ///
  /// - Complexity: O(1).
  public init(both: Int, leadingOnly: Int, neutralOnly: Int, neither: Int) {
    precondition(min(both, leadingOnly, neutralOnly, neither) >= 0, "a count is below zero")
    self.both = both
    self.leadingOnly = leadingOnly
    self.neutralOnly = neutralOnly
    self.neither = neither
  }

  /// Counts pairs.
  ///
  /// - Parameters:
  ///   - leading: One element a pair: whether the event happened under the leading wording.
  ///   - neutral: The same pairs in the same order under the neutral one.
  /// - Complexity: O(*n*).
  public init(leading: [Bool], neutral: [Bool]) {
    precondition(leading.count == neutral.count, "leading and neutral are paired")
    let pairs = zip(leading, neutral)
    self.init(
      both: pairs.count { $0 && $1 }, leadingOnly: pairs.count { $0 && !$1 },
      neutralOnly: pairs.count { !$0 && $1 }, neither: pairs.count { !$0 && !$1 })
  }

  /// All pairs.
  public var count: Int { both + leadingOnly + neutralOnly + neither }
  /// How many had the event under the leading wording.
  public var leadingCount: Int { both + leadingOnly }
  /// How many had it under the neutral one.
  public var neutralCount: Int { both + neutralOnly }
  /// How many had it under one wording only.
  public var discordantCount: Int { leadingOnly + neutralOnly }
}
