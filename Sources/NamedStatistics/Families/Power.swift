import Reproducible
import Statistics

extension NamedStatistic {
  /// How many units a trial needs.
  static let power: [NamedStatistic] = []
}
