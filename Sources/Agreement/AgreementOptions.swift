/// How the agreement of a table is estimated.
package struct AgreementOptions: Hashable, Sendable {
  /// The confidence level of all intervals, strictly between 0 and 1.
  package var level: Double
  /// How many resamples of units the interval of alpha rests on.
  package var replicates: Int
  /// How many resamples the intervals of a mixed model rest on, which takes long to fit.
  package var modelReplicates: Int
  /// What they are drawn from.
  package var seed: UInt64

  /// States them; by default what the command does.
  package init(
    level: Double = 0.95, replicates: Int = 1000, modelReplicates: Int = 200, seed: UInt64 = 1
  ) {
    self.level = level
    self.replicates = replicates
    self.modelReplicates = modelReplicates
    self.seed = seed
  }
}
