import Reproducible
import Statistics

extension NamedStatistic {
  /// The special functions under everything else.
  static let distributions: [NamedStatistic] = []
}
