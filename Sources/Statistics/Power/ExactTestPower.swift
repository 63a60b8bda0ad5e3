/// The power of tests on whole numbers, counted out over all that could happen.
///
/// Both tests reject at and beyond a count on either side, so that the power is usually below what a
/// continuous test would have, and its error of the first kind is below α.
public enum ExactTestPower {
  /// The power of the two-sided exact sign test of n untied pairs.
  ///
  /// - Parameters:
  ///   - pairs: n, at or above zero.
  ///   - chance: How often a pair favours the first condition, in 0...1.
  ///   - alpha: Between 0 and 1.
  /// - Returns: Σ P(X = x) over all x in 0...n whose two-sided p at a chance of ½ is at most α.
  /// - Complexity: Some evaluations of the incomplete beta function, O(log *n*).
  public static func signTest(pairs: Int, chance: Double, alpha: Double) -> Double {
    let critical = criticalCount(pairs, alpha: alpha)
    guard critical >= 0 else { return 0 }
    let successes = BinomialDistribution(trials: pairs, chance: chance)
    return min(1, successes.lowerTail(critical) + successes.upperTail(pairs - critical))
  }

  /// The power of the exact McNemar test: that of the sign test, averaged over how many pairs differ.
  ///
  /// - Parameters:
  ///   - pairs: How many pairs there are, at or above zero.
  ///   - leadingOnly: How often it happens under the first condition alone, in 0...1.
  ///   - neutralOnly: How often it happens under the second alone; both together at most 1.
  ///   - alpha: Between 0 and 1.
  /// - Returns: A probability in 0...1.
  /// - Complexity: O(*n*) where few numbers of differing pairs are likely, at most O(*n* log *n*).
  /// - SeeAlso: S. W. Duffy (1984), "Asymptotic and exact power for the McNemar test and its
  ///   analogue with R controls per case", *Biometrics* 40(4), 1005–1015.
  public static func mcNemarTest(
    pairs: Int, leadingOnly: Double, neutralOnly: Double, alpha: Double
  ) -> Double {
    let differing = leadingOnly + neutralOnly
    precondition(
      leadingOnly >= 0 && neutralOnly >= 0 && differing <= 1, "\(leadingOnly) and \(neutralOnly)")
    guard differing > 0 else { return 0 }
    let counts = BinomialDistribution(trials: pairs, chance: differing)
    let chance = min(1, leadingOnly / differing)
    var power = 0.0
    for count in 0...pairs {
      let weight = counts.probability(of: count)
      // Together the others weigh less than a rounding.
      guard weight > 1e-25 else { continue }
      power += weight * signTest(pairs: count, chance: chance, alpha: alpha)
    }
    return min(1, power)
  }

  /// The largest count at which, as at n less that count, the two-sided p is at most α; −1 where
  /// none is.
  private static func criticalCount(_ pairs: Int, alpha: Double) -> Int {
    precondition(pairs >= 0 && alpha > 0 && alpha < 1, "\(pairs) pairs at α \(alpha)")
    let fair = BinomialDistribution(trials: pairs, chance: 0.5)
    var low = -1
    var high = pairs / 2 + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      // A p that is α but for a rounding is one.
      if middle <= pairs / 2, 2 * fair.lowerTail(middle) <= alpha * (1 + 1e-12) {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }
}

/// A power that a simulation is to approach, and how near it must come.
public struct SimulatedPower: Hashable, Sendable {
  /// The analytic or exact power.
  public let power: Double
  /// √(power(1 − power) / runs), the standard error of the share of a simulation.
  public let monteCarloError: Double

  /// States what a simulation is to approach.
  ///
  /// - Parameters:
  ///   - power: In 0...1.
  ///   - runs: How often the simulation is run, above zero.
  /// - Complexity: O(1).
  public init(power: Double, runs: Int) {
    precondition(0 <= power && power <= 1 && runs > 0, "a power of \(power) in \(runs) runs")
    self.power = power
    monteCarloError = (power * (1 - power) / Double(runs)).squareRoot()
  }

  /// The least share a sound simulation gives: 4 standard errors below the power.
  public var lowestAccepted: Double { power - 4 * monteCarloError }
  /// The largest share a sound simulation gives: 4 standard errors above the power.
  public var highestAccepted: Double { power + 4 * monteCarloError }
}
