import Reproducible
import Statistics

extension NamedStatistic {
  /// Bayes factors, multiplicity, and looking early.
  static let evidence: [NamedStatistic] = []
}
