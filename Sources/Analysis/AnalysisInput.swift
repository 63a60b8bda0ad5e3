package import Questions
package import Reproducible
package import TrialDesign

/// The two ends of a claim, in the trial's own words.
package struct ClaimPoles: Hashable, Sendable {
  /// Whom or what the claim is about.
  package let about: String
  package let holds: String
  package let fails: String

  package init(about: String, holds: String, fails: String) {
    self.about = about
    self.holds = holds
    self.fails = fails
  }

  package var json: JSON {
    .object(["about": .string(about), "holds": .string(holds), "fails": .string(fails)])
  }
}

/// All that a verdict rests on.
package struct AnalysisInput: Hashable, Sendable {
  package var trial: String
  package var observation: String
  package var claim: ClaimPoles?
  package var questions: [Question]
  package var plan: AnalysisPlan
  /// How many ways to ask the trial has; from five on the wording is the cluster.
  package var wordingCount: Int
  package var models: [String]
  /// The baseline that presence is measured against; `nil` takes the only one there is.
  package var primaryBaseline: BaselineID?
  /// Whether each baseline text belongs to a scenario of the trial; where not, every text is a
  /// scenario of its own, under a name that no scenario of the trial has.
  package var baselineIsPaired: Bool
  /// The same of each further baseline; one that is not named is as the primary one.
  package var pairing: [BaselineID: Bool] = [:]
  package var rows: [RatedRow]
  package var unrated: [UnratedOutput]
  /// From which resampling draws.
  package var seed: UInt64
  package var deviations: [String]
  /// How many runs were planned, where the caller knows.
  package var plannedRuns: Int?
  /// How many resamples a bootstrap draws.
  package var resamples: Int
  /// Whether mixed models stand beside the t intervals; they may be wider, and then decide.
  package var fitsModels: Bool
  /// Up to so many ratings times raters, mixed models are fitted anew without each rater; above it t alone
  /// says which rater decides.
  package var mostRefitted = 50_000
  /// The outputs themselves, by name, where the caller has them: copies are counted and collapsed, and
  /// a machine guesses conditions from them.
  package var texts: [String: String] = [:]
  /// The looks that were taken before, which leave this analysis a part of the plan's alpha; `nil` where
  /// none were planned.
  package var looks: LooksAccount?
  /// The place of each scenario in the trial file, by its name: for looks at any time.
  package var scenarioOrder: [String: Int] = [:]

  /// Whether the texts of a baseline belong to scenarios.
  func isPaired(_ baseline: BaselineID?) -> Bool {
    baseline.flatMap { pairing[$0] } ?? baselineIsPaired
  }

  package init(
    trial: String, observation: String = "", claim: ClaimPoles? = nil, questions: [Question],
    plan: AnalysisPlan, wordingCount: Int = 1, models: [String] = [],
    primaryBaseline: BaselineID? = nil, baselineIsPaired: Bool = true, rows: [RatedRow],
    unrated: [UnratedOutput] = [], seed: UInt64 = 1907, deviations: [String] = [],
    plannedRuns: Int? = nil, resamples: Int = 2000, fitsModels: Bool = true
  ) {
    self.trial = trial
    self.observation = observation
    self.claim = claim
    self.questions = questions
    self.plan = plan
    self.wordingCount = wordingCount
    self.models = models
    self.primaryBaseline = primaryBaseline
    self.baselineIsPaired = baselineIsPaired
    self.rows = rows
    self.unrated = unrated
    self.seed = seed
    self.deviations = deviations
    self.plannedRuns = plannedRuns
    self.resamples = resamples
    self.fitsModels = fitsModels
  }
}
