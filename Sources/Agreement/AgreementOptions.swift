/// How the agreement of a table is estimated.
package struct AgreementOptions: Hashable, Sendable {
  /// The confidence level of all intervals, strictly between 0 and 1.
  package var level: Double
  /// How many resamples of units the interval of alpha rests on.
  package var replicates: Int
  /// What they are drawn from.
  package var seed: UInt64

  package init(level: Double = 0.95, replicates: Int = 1000, seed: UInt64 = 1) {
    self.level = level
    self.replicates = replicates
    self.seed = seed
  }
}
