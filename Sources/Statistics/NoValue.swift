/// Why a statistic has no value on the data it was given; the raw value is the code in files.
public enum NoValue: String, Error, Hashable, Sendable, CaseIterable {
  /// Nothing was observed.
  case noData = "no_data"
  /// No unit has two ratings.
  case noPairableUnits = "no_pairable_units"
  /// All values are the same, so that they say nothing about chance or spread.
  case noVariation = "no_variation"
  /// One rater alone cannot agree.
  case oneRater = "one_rater"
  /// One unit has no spread.
  case fewerThanTwoUnits = "fewer_than_two_units"
  /// One pair has no spread.
  case fewerThanTwoPairs = "fewer_than_two_pairs"
  /// Every difference is zero.
  case allDifferencesZero = "all_differences_zero"
  /// No pair differs.
  case noDiscordantPairs = "no_discordant_pairs"
  /// Nothing happened under the leading wording that could be attributed to it.
  case noLeadingEvents = "no_leading_events"
  /// Nobody guessed.
  case noGuesses = "no_guesses"
  /// One of the arms to be compared is empty.
  case emptyArm = "empty_arm"
  /// The agreement to be expected by chance is not defined.
  case undefinedChanceTerm = "undefined_chance_term"
  /// More than one in ten replicates of a bootstrap had no value.
  case tooManyUndefined = "too_many_undefined"
  /// The mean to be divided by is zero.
  case zeroDenominator = "zero_denominator"
  /// Some objects never lost to the others, or never met them: no finite estimate is the best.
  case separated = "infinite_estimate"
  /// A column of a model is a combination of others.
  case rankDeficient = "rank_deficient"
  /// The data cannot tell the parts of a model apart.
  case notIdentifiable = "not_identifiable"
}
