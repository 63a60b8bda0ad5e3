import Reproducible
import Statistics

extension NamedStatistic {
  /// A second study beside a first one, and many together.
  static let replication: [NamedStatistic] = []
}
