package import Foundation
package import Reproducible

/// What a report says beside the analysis: where all came from, and what became of it on the way.
package struct ReportFacts: Hashable, Sendable {
  package var title: String
  /// Where the observation was made.
  package var source: String?
  /// The day of the report.
  package var date: Date
  /// The trial's folder, by name.
  package var folder: String
  package var designHash: Digest?
  package var planHash: Digest?
  package var firstRun: Date?
  package var lastRun: Date?
  package var models: [Model]
  /// Settings by name, as they were sent: `temperature`, `1.0`.
  package var sampling: [Setting]
  /// From which the plan, the order of runs and resampling were drawn.
  package var seed: UInt64?
  package var resamples: Int?
  package var conditions: [Prompt]
  package var flow: Flow?
  package var distinctOutputs: [Distinct]
  package var blinding: Blinding?
  package var balance: Balance?
  package var amendments: [Amendment]
  package var auditHead: Digest?
  package var raters: [Rater]
  package var examples: [Example]
  /// What the reader rated without knowing the condition, where the reader was a rater.
  package var ownRatings: [OwnRating]?
  /// What readers of the prompts themselves saw in them, in one sentence; `nil` where no trial is at
  /// hand.
  package var promptCheck: String?
  package var origin: Origin
  /// Which release computed the report.
  package var software: String?

  package init(
    title: String, source: String? = nil, date: Date, folder: String, designHash: Digest? = nil,
    planHash: Digest? = nil, firstRun: Date? = nil, lastRun: Date? = nil,
    models: [Model] = [], sampling: [Setting] = [], seed: UInt64? = nil,
    resamples: Int? = nil, conditions: [Prompt] = [], flow: Flow? = nil,
    distinctOutputs: [Distinct] = [], blinding: Blinding? = nil,
    balance: Balance? = nil, amendments: [Amendment] = [], auditHead: Digest? = nil,
    raters: [Rater] = [], examples: [Example] = [], ownRatings: [OwnRating]? = nil,
    promptCheck: String? = nil, origin: Origin = .live, software: String? = nil
  ) {
    self.title = title
    self.source = source
    self.date = date
    self.folder = folder
    self.designHash = designHash
    self.planHash = planHash
    self.firstRun = firstRun
    self.lastRun = lastRun
    self.models = models
    self.sampling = sampling
    self.seed = seed
    self.resamples = resamples
    self.conditions = conditions
    self.flow = flow
    self.distinctOutputs = distinctOutputs
    self.blinding = blinding
    self.balance = balance
    self.amendments = amendments
    self.auditHead = auditHead
    self.raters = raters
    self.examples = examples
    self.ownRatings = ownRatings
    self.promptCheck = promptCheck
    self.origin = origin
    self.software = software
  }

  /// The table of ratings, where that is all there is.
  var table: RatedTable? {
    guard case .table(let table) = origin else { return nil }
    return table
  }
}
