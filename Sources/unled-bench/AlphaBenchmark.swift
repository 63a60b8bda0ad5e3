import Reproducible
import Statistics

/// Krippendorff's α with its interval: the room's bootstrap, which adds up what units contribute,
/// beside one that estimates α on each resample as if it were new data.
struct AlphaBenchmark: Benchmark {
  private static let unitCount = 500
  private static let raterCount = 6
  let repeats: Int
  let resamples: Int

  func section() throws -> Section {
    let ratings = Self.ratings()
    var (fast, anew, ratios, differences) = ([Double](), [Double](), [Double](), [Double]())
    for number in 0..<repeats {
      let generator = SeededGenerator(seed: UInt64(number))
      let ours = try Processor.measuring {
        try KrippendorffAlpha.bootstrap(
          of: ratings, metric: .ordinal, replicates: resamples, level: 0.95,
          generator: generator)
      }
      let baseline = try Processor.measuring { try estimatingAnew(ratings, generator) }
      fast.append(ours.microseconds / 1000)
      anew.append(baseline.microseconds / 1000)
      ratios.append(baseline.microseconds / ours.microseconds)
      differences.append(Self.difference(ours.result, baseline.result) * 1e12)
    }
    return Section(
      title: """
        Krippendorff's alpha (ordinal) with a bootstrap interval; processor time
          \(resamples) resamples of \(Self.unitCount) units x \(Self.raterCount) raters
        """,
      figures: [
        Figure("the room's bootstrap", unit: "ms", fast),
        Figure("baseline: every resample estimated anew", unit: "ms", anew),
        Figure("baseline / the room's", unit: "times", ratios),
        Figure(
          "largest difference of estimate, limits and error", unit: "1e-12", decimals: 3,
          differences),
      ])
  }

  /// The same draws as the room's, each resample estimated by the room's point estimator.
  private func estimatingAnew(
    _ ratings: [[Double?]], _ generator: SeededGenerator
  ) throws -> BootstrapInterval {
    var generator = generator
    let units = ClusterResampling(clusters: Array(ratings.indices))
    let replicates = (0..<resamples).map { _ in
      let drawn = units.drawClusters(using: &generator).map { ratings[$0] }
      // A resample without a value is one of the outcomes, and is counted as such.
      return try? KrippendorffAlpha(of: drawn, metric: .ordinal).estimate
    }
    return try .percentile(
      estimate: try KrippendorffAlpha(of: ratings, metric: .ordinal).estimate,
      replicates: replicates, level: 0.95)
  }

  private static func difference(_ first: BootstrapInterval, _ second: BootstrapInterval) -> Double
  {
    [
      first.estimate - second.estimate, first.interval.low - second.interval.low,
      first.interval.high - second.interval.high, first.standardError - second.standardError,
      Double(first.undefined - second.undefined),
    ].map(abs).max() ?? 0
  }

  /// Ratings on five levels that agree in part, some of them missing.
  private static func ratings() -> [[Double?]] {
    var generator = SeededGenerator(seed: 1907)
    return (0..<unitCount).map { unit in
      let center = generator.normal()
      return (0..<raterCount).map { rater in
        let given = (2 + 1.2 * center + 0.8 * generator.normal()).rounded()
        let isMissing = generator.unit() < 0.1 && rater != unit % raterCount
        return isMissing ? nil : min(4, max(0, given))
      }
    }
  }
}
