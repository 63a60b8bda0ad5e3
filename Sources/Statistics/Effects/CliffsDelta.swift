/// Cliff's δ: how much more often a value of the first group exceeds one of the second than the
/// other way round, over all pairs: the mean of sign(x − y).
///
/// Its interval is asymmetric and stays within −1...1. Where the groups do not overlap at all, the
/// variance is that of a δ shrunk to (n₁n₂ − 1)/(n₁n₂), and the outer limit is ±1.
///
/// - SeeAlso: N. Cliff (1993), "Dominance statistics: ordinal analyses to answer ordinal
///   questions", *Psychological Bulletin* 114(3), 494–509, doi:10.1037/0033-2909.114.3.494; N.
///   Cliff (1996), *Ordinal Methods for Behavioral Data Analysis*; D. Feng, N. Cliff (2004), "Monte
///   Carlo evaluation of ordinal d with improved confidence interval", *Journal of Modern Applied
///   Statistical Methods* 3(2), 322–332; the magnitudes: J. Romano et al. (2006), "Appropriate
///   statistics for ordinal level data", Florida Association of Institutional Research.
public struct CliffsDelta: Hashable, Sendable {
  /// δ, in −1...1.
  public let estimate: Double
  /// The unbiased variance, which may come out below zero; none for a group of one.
  public let unbiasedVariance: Double?
  /// The consistent variance, which is a little larger; none for a group of one.
  public let consistentVariance: Double?
  /// The interval with the unbiased variance; none for a group of one, or a variance below zero.
  public let interval: Interval?
  /// The interval with the consistent variance; none for a group of one.
  public let consistentInterval: Interval?

  /// How large δ is, by convention.
  public enum Magnitude: String, Hashable, Sendable {
    case negligible, small, medium, large
  }

  /// (δ + 1) / 2: the chance that a value of the first group exceeds one of the second, ties half.
  public var probabilityOfSuperiority: Double { (estimate + 1) / 2 }

  /// Below 0.147 negligible, below 0.33 small, below 0.474 medium, otherwise large.
  public var magnitude: Magnitude {
    switch abs(estimate) {
    case ..<0.147: .negligible
    case ..<0.33: .small
    case ..<0.474: .medium
    default: .large
    }
  }

  /// Estimates δ.
  ///
  /// - Parameters:
  ///   - first: One element a unit, in any order; missing ones are left out by the caller.
  ///   - second: The same for the other group.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/emptyArm`` for a group without values.
  /// - Complexity: O(*n* log *n*) in the size of both groups.
  public init(first: [Double], second: [Double], level: Double = 0.95) throws(NoValue) {
    guard !first.isEmpty, !second.isEmpty else { throw .emptyArm }
    let dominance = Dominance(first, second)
    estimate = dominance.mean
    guard first.count > 1, second.count > 1 else {
      (unbiasedVariance, consistentVariance) = (nil, nil)
      (interval, consistentInterval) = (nil, nil)
      return
    }
    let quantile = -Distributions.studentQuantile(
      (1 - level) / 2, degreesOfFreedom: Double(first.count + second.count - 2))
    unbiasedVariance = dominance.unbiasedVariance
    consistentVariance = dominance.consistentVariance
    interval = dominance.interval(dominance.unbiasedVariance, quantile, level: level)
    consistentInterval = dominance.interval(dominance.consistentVariance, quantile, level: level)
  }
}

/// sign(x − y) of all pairs, summed up without writing them down.
private struct Dominance {
  let mean: Double
  /// The mean, or what it is shrunk to where the groups do not overlap.
  let center: Double
  private let firstCount: Double
  private let secondCount: Double
  private let firstSquares: Double
  private let secondSquares: Double
  private let allSquares: Double

  init(_ first: [Double], _ second: [Double]) {
    let (rows, untied) = Self.balances(of: first, against: second.sorted())
    let (columns, _) = Self.balances(of: second, against: first.sorted())
    firstCount = Double(first.count)
    secondCount = Double(second.count)
    let all = firstCount * secondCount
    let sum = rows.reduce(0, +)
    mean = Double(sum) / all
    center = abs(mean) == 1 ? mean * (all - 1) / all : mean
    let (center, firstCount, secondCount) = (center, firstCount, secondCount)
    firstSquares = rows.reduce(0) { total, row in
      let distance = Double(row) / secondCount - center
      return total + distance * distance
    }
    secondSquares = columns.reduce(0) { total, column in
      let distance = -Double(column) / firstCount - center
      return total + distance * distance
    }
    allSquares = Double(untied) - center * (2 * Double(sum) - all * center)
  }

  /// How many of sorted values each value exceeds, less how many exceed it; and how many pairs are
  /// not tied.
  private static func balances(
    of values: [Double], against sorted: [Double]
  ) -> (balances: [Int], untied: Int) {
    var untied = 0
    let balances = values.map { value in
      let below = sorted.partitionPoint { $0 >= value }
      let above = sorted.count - sorted.partitionPoint { $0 > value }
      untied += below + above
      return below - above
    }
    return (balances, untied)
  }

  var unbiasedVariance: Double {
    let pairs = firstCount * secondCount
    let squares =
      secondCount * secondCount * firstSquares + firstCount * firstCount * secondSquares
      - allSquares
    return squares / (pairs * (firstCount - 1) * (secondCount - 1))
  }

  var consistentVariance: Double {
    let (n, m) = (firstCount - 1, secondCount - 1)
    return (m / n * firstSquares + n / m * secondSquares + allSquares / (n * m))
      / (firstCount * secondCount)
  }

  func interval(_ variance: Double, _ quantile: Double, level: Double) -> Interval? {
    guard variance >= 0 else { return nil }
    let rest = 1 - center * center
    let spread = quantile * quantile * variance
    let middle = center * rest
    let reach = (spread * (rest * rest + spread)).squareRoot()
    return Interval(
      low: mean == -1 ? -1 : (middle - reach) / (rest + spread),
      high: mean == 1 ? 1 : (middle + reach) / (rest + spread), level: level)
  }
}

extension [Double] {
  /// How many elements at the front do not meet a condition that all later ones meet.
  fileprivate func partitionPoint(where isMet: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
