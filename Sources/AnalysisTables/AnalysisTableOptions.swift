package import TrialDesign

/// What whoever has the ratings says of them; the rest is read from the table, and said.
package struct AnalysisTableOptions: Hashable, Sendable {
  /// What the trial is called; `nil` takes the table's name.
  package var trial: String?
  /// The claim, in one sentence.
  package var observation = ""
  /// How raters were asked the primary question; `nil` takes its name.
  package var ask: String?
  /// The question that the verdict rests on; needed where there are several.
  package var primary: String?
  /// Scales as ``ScaleText`` reads them: of the primary question, or of another as `mood=0..100`.
  package var scales: [String] = []
  /// The smallest effect of interest, in points; `nil` takes an eighth of a declared scale.
  package var smallestEffect: Double?
  /// Other questions that state a claim of their own, each with its smallest effect: `mood=10`.
  package var together: [String] = []
  package var alpha = 0.05
  package var agreementFloor = 0.667
  /// A fixed value in place of baselines, in the table's own numbers.
  package var reference: Double?
  package var models = AnalysisPlan.Models.these
  /// The baseline that presence is measured against; needed where there are several.
  package var baseline: String?
  package var seed: UInt64 = 1907
  package var resamples = 2000
  /// What stands between cells; `nil` finds it out.
  package var separator: Character?

  package init() {}
}
