import Reproducible
import Statistics

/// Krippendorff's α with its bootstrap interval, beside the same over value counts in numpy.
struct AlphaComparison: StatisticComparison {
  private static let raterCount = 100
  private static let unitCount = 10_000
  private static let missing = 0.9

  let metric: AlphaMetric
  let resamples: Int
  let widths: [Int]
  private let ratings: Ratings

  init(metric: AlphaMetric, resamples: Int, threads: Int) {
    self.metric = metric
    self.resamples = resamples
    widths = Set([threads, 1]).sorted(by: >)
    ratings = Self.ratings()
  }

  var title: String {
    """
    Krippendorff's alpha (\(metric.rawValue)) with \(resamples) bootstrap resamples
      \(Self.raterCount) raters x \(Self.unitCount) units, \
    \(Numerals.percent(Self.missing)) missing (\(ratings.values.count) ratings), \
    five ordered categories
    """
  }

  var script: BaselineScript { .alpha }
  var options: [String] { ["--resamples", "\(resamples)", "--metric", metric.rawValue] }

  var csv: String {
    (0..<ratings.unitCount).reduce(into: "unit,rater,value\n") { text, unit in
      for place in ratings.range(of: unit) {
        text += "\(unit),\(ratings.raters[place]),\(Int(ratings.values[place]))\n"
      }
    }
  }

  func compute(seed: UInt64, threads: Int) throws -> [String: Double] {
    let found = try KrippendorffAlpha.bootstrap(
      of: ratings, metric: metric, clusters: nil, replicates: resamples, level: 0.95,
      generator: SeededGenerator(seed: seed), threads: threads)
    return [
      "estimate": found.estimate, "low": found.interval.low, "high": found.interval.high,
      "standardError": found.standardError,
    ]
  }

  /// A quantile of *B* nearly normal replicates with spread *s* has the error
  /// *s* · √(*p*(1 − *p*) / *B*) / *φ*(*z*), their standard deviation *s* / √(2*B*).
  func differences(_ ours: [String: Double], _ theirs: [String: Double]) -> [Difference] {
    let spread = ours.number("standardError")
    let count = Double(resamples)
    let density = 0.058445
    let limitError = spread * (2 * 0.025 * 0.975 / count).squareRoot() / density
    let spreadError = spread / count.squareRoot()
    return [
      Difference(name: "estimate", amount: ours.distance(theirs, in: ["estimate"]), bound: 1e-12),
      Difference(
        name: "the worse limit", amount: ours.distance(theirs, in: ["low", "high"]) / limitError,
        bound: 4, unit: " Monte-Carlo errors"),
      Difference(
        name: "standard error",
        amount: ours.distance(theirs, in: ["standardError"]) / spreadError, bound: 4,
        unit: " Monte-Carlo errors"),
    ]
  }

  /// Ratings on five levels that agree in part.
  private static func ratings() -> Ratings {
    var generator = SeededGenerator(seed: 2011, label: "alpha")
    var (units, raters, values) = ([Int](), [Int](), [Double]())
    for unit in 0..<unitCount {
      let center = generator.normal()
      for rater in 0..<raterCount where generator.unit() >= missing {
        units.append(unit)
        raters.append(rater)
        values.append(min(5, max(1, (3 + 1.2 * center + 0.8 * generator.normal()).rounded())))
      }
    }
    return Ratings(
      units: units, raters: raters, values: values, unitCount: unitCount, raterCount: raterCount)
  }
}
