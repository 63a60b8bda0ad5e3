import Reproducible
import Statistics

extension NamedStatistic {
  /// Whether a condition could be guessed.
  static let blinding: [NamedStatistic] = []
}
