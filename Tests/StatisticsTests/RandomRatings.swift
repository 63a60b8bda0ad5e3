import Reproducible

@testable import Statistics

/// Made-up data for tests by seed.
enum Random {
  /// Ratings with an underlying truth, some of them missing.
  static func ratings(
    units: Int = 40, raters: Int = 3, categories: Int = 5, missing: Double = 0.2, seed: UInt64
  ) -> [[Double?]] {
    var generator = SeededGenerator(seed: seed, label: "ratings")
    return (0..<units).map { _ in
      let truth = generator.integer(below: categories)
      return (0..<raters).map { _ in
        let isSlip = generator.unit() < 0.4
        let rating = isSlip ? generator.integer(below: categories) : truth
        return generator.unit() < missing ? nil : Double(rating + 1)
      }
    }
  }

  /// Normal numbers about a mean.
  static func normals(_ count: Int, mean: Double = 0, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed, label: "normals")
    return (0..<count).map { _ in mean + generator.normal() }
  }
}

extension ClusterResampling {
  /// Resamples of whole clusters, one by one, as the room's bootstraps draw them.
  static func resamples(
    _ count: Int, clusters: [Int], generator: SeededGenerator
  ) -> [[Int]] {
    let resampling = ClusterResampling(clusters: clusters)
    var next = generator
    var current = generator
    return (0..<count).map { index in
      if index % ResampledSums.blockSize == 0 {
        current = next
        next.jump()
      }
      return resampling.elements(of: resampling.drawClusters(using: &current))
    }
  }
}

/// Whether two numbers are the same but for rounding.
func isClose(_ first: Double, _ second: Double, within tolerance: Double = 1e-12) -> Bool {
  abs(first - second) <= tolerance * max(1, abs(first), abs(second))
}
