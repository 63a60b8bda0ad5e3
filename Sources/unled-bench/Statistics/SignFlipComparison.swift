import Reproducible
import Statistics

/// The sign-flip test with drawn signs, beside numpy.
struct SignFlipComparison: StatisticComparison {
  private static let pairCount = 2000
  let resamples: Int
  let widths: [Int]
  private let differences: [Double]

  init(resamples: Int, threads: Int) {
    self.resamples = resamples
    widths = Set([threads, 1]).sorted(by: >)
    var generator = SeededGenerator(seed: 1935, label: "signs")
    differences = (0..<Self.pairCount).map { _ in 0.035 + generator.normal() }
  }

  var title: String {
    """
    Sign-flip test with \(resamples) resamples
      \(Self.pairCount) pairs, real-valued
    """
  }

  var script: BaselineScript { .signs }
  var options: [String] { ["--resamples", "\(resamples)"] }
  var csv: String { "difference\n" + differences.map { "\($0)\n" }.joined() }

  func compute(seed: UInt64, threads: Int) throws -> [String: Double] {
    let found = try SignFlipTest(
      of: differences, resamples: resamples, generator: SeededGenerator(seed: seed),
      threads: threads)
    return ["twoSided": found.pTwoSided, "greater": found.pGreater]
  }

  func differences(_ ours: [String: Double], _ theirs: [String: Double]) -> [Difference] {
    ["twoSided", "greater"].map { name in
      let p = ours.number(name)
      let error = (2 * p * (1 - p) / Double(resamples)).squareRoot()
      return Difference(
        name: "p, \(name == "greater" ? "one-sided" : "two-sided")",
        amount: ours.distance(theirs, in: [name]) / error, bound: 4, unit: " Monte-Carlo errors")
    }
  }
}
