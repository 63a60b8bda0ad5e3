import Reproducible
import Statistics

extension NamedStatistic {
  /// Effects as differences of scores.
  static let differences: [NamedStatistic] = []
}
