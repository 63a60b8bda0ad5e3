import Reproducible
import Statistics

extension NamedStatistic {
  /// How far raters agree on categories.
  static let agreementOfRatings: [NamedStatistic] = []
}
