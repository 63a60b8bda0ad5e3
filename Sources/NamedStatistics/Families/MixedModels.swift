import Reproducible
import Statistics

extension NamedStatistic {
  /// Models with random effects.
  static let mixedModels: [NamedStatistic] = []
}
