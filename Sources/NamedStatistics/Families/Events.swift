import Reproducible
import Statistics

extension NamedStatistic {
  /// Effects on what happens or does not.
  static let events: [NamedStatistic] = []
}
