#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The levels of planned looks that share one error rate: Lan and DeMets's spending of O'Brien and
/// Fleming's type.
///
/// Up to a share t of the information α*(t) = 4 − 4Φ(z_{1−α/4} / √t) is spent, half of it on each side; the limit of a look is
/// such that a Brownian motion that kept within all limits before leaves this one with just what it may
/// spend. Early looks cost little, and find only large effects. The densities are integrated one after
/// the other by Simpson's rule.
///
/// - SeeAlso: K. K. G. Lan, D. L. DeMets (1983), "Discrete sequential boundaries for clinical trials",
///   *Biometrika* 70(3), 659–663; P. Armitage, C. K. McPherson, B. C. Rowe (1969), "Repeated
///   significance tests on accumulating data", *Journal of the Royal Statistical Society A* 132(2),
///   235–244.
public struct AlphaSpending: Hashable, Sendable {
  /// One look.
  public struct Look: Hashable, Sendable {
    /// The share of the information that is in, in 0...1.
    public let fraction: Double
    /// What has been spent by then, of α.
    public let spent: Double
    /// The limit for |Z|.
    public let limit: Double
    /// The two-sided level at which this look tests: 2 − 2Φ(limit).
    public let level: Double
  }

  /// One element a look, in their order.
  public let looks: [Look]

  /// Shares an error rate among looks.
  ///
  /// - Parameters:
  ///   - fractions: The share of the information at each look, rising, above 0 and at most 1.
  ///   - alpha: What they share, two-sided, between 0 and 1 and neither.
  /// - Complexity: O(*k* · *n*²) for *k* looks and *n* = 800 points.
  public init(fractions: [Double], alpha: Double) {
    precondition(0 < alpha && alpha < 1, "an error rate of \(alpha)")
    precondition(
      zip([0] + fractions, fractions).allSatisfy { $0 < $1 && $1 <= 1 },
      "fractions have to rise, above 0 and up to 1")
    var looks: [Look] = []
    var density = Density.start
    var before = 0.0
    for fraction in fractions {
      let spent = Self.spent(at: fraction, alpha: alpha)
      let step = fraction - (looks.last?.fraction ?? 0)
      let limit = Self.limit(
        leaving: spent - before, from: density, step: step, fraction: fraction)
      looks.append(
        Look(
          fraction: fraction, spent: spent, limit: limit,
          level: 2 * Distributions.normalCDF(-limit)))
      density = density.moved(by: step, within: limit * fraction.squareRoot())
      before = spent
    }
    self.looks = looks
  }

  /// α*(t).
  private static func spent(at fraction: Double, alpha: Double) -> Double {
    4 * Distributions.normalCDF(Distributions.normalQuantile(alpha / 4) / fraction.squareRoot())
  }

  /// The limit that is left with the given probability, by halving.
  private static func limit(
    leaving share: Double, from density: Density, step: Double, fraction: Double
  ) -> Double {
    var (low, high) = (0.0, 40.0)
    for _ in 0..<200 where high - low > 1e-13 {
      let middle = (low + high) / 2
      if density.beyond(middle * fraction.squareRoot(), after: step) > share {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }

  /// The density of a Brownian motion that has kept within its limits so far.
  private struct Density {
    let points: [Double]
    /// Density by weight of the rule.
    let masses: [Double]

    static let start = Density(points: [0], masses: [1])
    private static let intervals = 800

    /// The probability of being beyond ±`limit` after a further step.
    func beyond(_ limit: Double, after step: Double) -> Double {
      let spread = step.squareRoot()
      return zip(points, masses).reduce(0) { sum, point in
        sum + point.1
          * (Distributions.normalCDF((-limit - point.0) / spread)
            + Distributions.normalCDF((point.0 - limit) / spread))
      }
    }

    /// φ(z).
    private static func normal(_ z: Double) -> Double {
      exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    }

    func moved(by step: Double, within limit: Double) -> Density {
      // Beyond nine standard deviations nothing is left to integrate.
      let reach = min(limit, 9)
      let count = Self.intervals
      let width = 2 * reach / Double(count)
      let spread = step.squareRoot()
      var next: [Double] = []
      var weights: [Double] = []
      for index in 0...count {
        let point = -reach + width * Double(index)
        let weight = (index == 0 || index == count ? 1 : index % 2 == 1 ? 4 : 2) * width / 3
        let density = zip(points, masses).reduce(0) {
          $0 + $1.1 * Self.normal((point - $1.0) / spread) / spread
        }
        next.append(point)
        weights.append(weight * density)
      }
      return Density(points: next, masses: weights)
    }
  }
}
