import Reproducible
import Statistics

extension NamedStatistic {
  /// How far raters agree on scores and ranks, and what raters are like.
  static let agreementOfScores: [NamedStatistic] = []
}
