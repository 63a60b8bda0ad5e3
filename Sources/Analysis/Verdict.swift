/// What a trial says, by rules fixed before its first run.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case unreadable
  case unblinded
  case inconclusive
  case holdsUnled = "holds unled"
  case partlyLed = "partly led"
  case led
  case absent
  /// Lead is not there, and there is nothing to tell presence by.
  case notLed = "not led"
}

/// Where an effect stands against the smallest effect of interest.
package enum Standing: String, Hashable, Sendable, CaseIterable {
  case there
  case notThere = "not there"
  /// Not there, and clearly below zero.
  case reversed
  case open

  /// True, false, or `nil` while it is open.
  package var isThere: Bool? {
    switch self {
    case .there: true
    case .notThere, .reversed: false
    case .open: nil
    }
  }
}

/// Why a value is withheld or a verdict is no clearer, as scripts tell it apart.
package enum Reason: String, Hashable, Sendable, CaseIterable {
  // Why a verdict is what it is.
  case presenceOpen = "presence_open"
  case leadOpen = "lead_open"
  case bothOpen = "both_open"
  case refusalsDecide = "refusals_decide"
  case noControl = "no_control"
  case noBaseRate = "no_base_rate"
  case fewModels = "few_models"
  case ratersDisagree = "raters_disagree"
  case ratersDisagreeWithThemselves = "raters_disagree_with_themselves"
  case echoMovesRatings = "echo_moves_ratings"
  // Why there is no value.
  case fewScenarios = "few_scenarios"
  case noNeutral = "no_neutral"
  case noLeading = "no_leading"
  case noAway = "no_away"
  case noPlacebo = "no_placebo"
  case noPrimaryBaseline = "no_primary_baseline"
  case noRatings = "no_ratings"
  case noPairs = "no_pairs"
  case notNumeric = "not_numeric"
  case nothingToApportion = "nothing_to_apportion"
  case notPrimary = "not_primary"
  case oneRater = "one_rater"
  case noPairableUnits = "no_pairable_units"
  case noVariation = "no_variation"
  case tooManyUndefined = "too_many_undefined"
  case fewRepeats = "few_repeats"
  case noGuesses = "no_guesses"
  case noCleanRatings = "no_clean_ratings"
  case placeboMoves = "placebo_moves"
  case differentClusters = "different_clusters"
  case differentBaselines = "different_baselines"
  case onlyLead = "only_lead"
  case noLengths = "no_lengths"
  case noMatches = "no_matches"
  case noSharedOutputs = "no_shared_outputs"
  case fewRaters = "few_raters"
  case firstLevel = "first_level"
  case undefined

  /// The reason in plain words.
  package var text: String {
    switch self {
    case .presenceOpen: "what is there when nobody leads is not settled"
    case .leadOpen: "what the wording added is not settled"
    case .bothOpen:
      "neither what is there when nobody leads nor what the wording added is settled"
    case .refusalsDecide: "the verdict is another one when refusals and failures are left out"
    case .noControl: "nothing shows that raters see the same, and there are no controls"
    case .noBaseRate: "no base rate"
    case .fewModels: "six models of three families or more are needed to speak of models like these"
    case .ratersDisagree: "raters do not see the same"
    case .ratersDisagreeWithThemselves: "raters do not agree with themselves"
    case .echoMovesRatings: "the effect goes where the echoed words are hidden"
    case .fewScenarios: "fewer than five scenarios"
    case .noNeutral: "nothing was rated under the neutral condition"
    case .noLeading: "nothing was rated under the leading condition"
    case .noAway: "nothing was rated under the away condition"
    case .noPlacebo: "nothing was rated under the placebo condition"
    case .noPrimaryBaseline: "there are several baselines and none is named primary"
    case .noRatings: "no ratings"
    case .noPairs: "no scenario has ratings under both conditions yet"
    case .notNumeric: "choices without order have no mean"
    case .nothingToApportion: "nothing to apportion"
    case .notPrimary: "the smallest effect is given for the primary question"
    case .oneRater: "one reader"
    case .noPairableUnits: "no text was read by two"
    case .noVariation: "all ratings are the same"
    case .tooManyUndefined: "too many resamples have no value"
    case .fewRepeats: "fewer than 20 repeats"
    case .noGuesses: "nobody guessed"
    case .noCleanRatings: "too few ratings without an echo in view"
    case .placeboMoves: "any added text moves the ratings, and lead is not there against it"
    case .differentClusters: "one trial goes by scenario and the other by wording"
    case .differentBaselines: "the trials measure presence in different ways"
    case .onlyLead: "it concerns the lead alone"
    case .noLengths: "lengths are not known"
    case .noMatches: "no texts of one scenario and model are as long as one another"
    case .noSharedOutputs: "no output was rated by both"
    case .fewRaters: "too few raters, or none who share an output"
    case .firstLevel: "the others are compared with it"
    case .undefined: "undefined"
    }
  }
}
