import Reproducible
import Statistics

extension NamedStatistic {
  /// Intervals from resamples that the caller has drawn.
  static let resampling: [NamedStatistic] = []
}
