#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A test of a mean, and intervals for it, that hold however often the data are looked at.
///
/// Someone bets on each value before it comes. If the mean is what the null hypothesis says, the
/// capital grows beyond 1/α with a probability of at most α, at any time: so one may stop when it
/// does, or go on when it does not.
///
/// - SeeAlso: I. Waudby-Smith, A. Ramdas (2024), "Estimating means of bounded random variables by
///   betting", *Journal of the Royal Statistical Society B* 86(1), 1–27,
///   doi:10.1093/jrsssb/qkad009.
public struct AnytimeValidMean: Hashable, Sendable {
  /// λ_t, the stake on each value, at α/2.
  public let bets: [Double]
  /// ½K⁺ + ½K⁻ after each value: evidence that the mean is another.
  public let twoSided: [Double]
  /// K⁺ with stakes at α: evidence that the mean is larger.
  public let greater: [Double]
  /// After which value, counted from 1, the two-sided evidence first reached 1/α; none if never.
  public let firstRejection: Int?
  /// The mean's interval after each value, by betting against each point of a grid; running.
  public let hedged: [Interval]
  /// The empirical Bernstein interval after each value: in closed form, and wider; running.
  public let empiricalBernstein: [Interval]

  /// Follows the values.
  ///
  /// - Parameters:
  ///   - values: In the order in which they came, each in 0...1. A rating difference d in −D...D
  ///     is (d + D) / (2D).
  ///   - nullMean: The mean under the null hypothesis, in 0...1.
  ///   - alpha: The level, between 0 and 1 and neither.
  ///   - grid: Into how many steps 0...1 is divided for the hedged interval. Its limits are widened
  ///     by one step.
  /// - Throws: ``NoValue/noData`` without a value.
  /// - Complexity: O(*n* · *G*) time, O(*n*) memory.
  public init(
    of values: [Double], nullMean: Double, alpha: Double, grid: Int = 1_000
  ) throws(NoValue) {
    precondition(values.allSatisfy { 0 <= $0 && $0 <= 1 }, "a value is not in 0...1")
    precondition(0 <= nullMean && nullMean <= 1 && 0 < alpha && alpha < 1 && grid > 0)
    guard !values.isEmpty else { throw .noData }
    let mirrored = values.map { 1 - $0 }
    let halved = PredictableBets.bets(on: values, alpha: alpha / 2)
    let up = PredictableBets.logCapital(above: nullMean, values, bets: halved)
    let down = PredictableBets.logCapital(above: 1 - nullMean, mirrored, bets: halved)
    let evidence = zip(up, down).map { 0.5 * exp($0) + 0.5 * exp($1) }
    bets = halved
    twoSided = evidence
    greater = PredictableBets.logCapital(
      above: nullMean, values, bets: PredictableBets.bets(on: values, alpha: alpha)
    ).map { exp($0) }
    firstRejection = evidence.firstIndex { $0 >= 1 / alpha }.map { $0 + 1 }
    hedged = Self.hedged(values, halved, alpha: alpha, grid: grid)
    let low = Self.bernsteinLow(values, bets: halved, alpha: alpha)
    let high = Self.bernsteinLow(mirrored, bets: halved, alpha: alpha).map { 1 - $0 }
    empiricalBernstein = zip(low, high).map { Interval(low: $0, high: $1, level: 1 - alpha) }
  }

  /// The means on the grid against which neither bet has won 1/α yet.
  private static func hedged(
    _ values: [Double], _ bets: [Double], alpha: Double, grid: Int
  ) -> [Interval] {
    let steps = Double(grid)
    // The first and the last point in the set after each value.
    var first = [Int](repeating: Int.max, count: values.count)
    var last = [Int](repeating: -1, count: values.count)
    for point in 0...grid {
      let mean = Double(point) / steps
      let (limitUp, limitDown) = (0.5 / mean, 0.5 / (1 - mean))
      var (up, down) = (0.5, 0.5)
      for index in values.indices {
        let (bet, distance) = (bets[index], values[index] - mean)
        up *= 1 + min(bet, limitUp) * distance
        down *= 1 - min(bet, limitDown) * distance
        if max(up, down) <= 1 / alpha {
          if first[index] > point { first[index] = point }
          last[index] = point
        }
      }
    }
    var (low, high) = (0.0, 1.0)
    return values.indices.map { index in
      // An empty set says nothing more than the intervals before it.
      if last[index] >= 0 {
        low = max(low, Double(first[index]) / steps - 1 / steps)
        high = min(high, Double(last[index]) / steps + 1 / steps)
      }
      return Interval(low: low, high: high, level: 1 - alpha)
    }
  }

  /// Σλx / Σλ − (ln(2/α) + Σ v ψ(λ)) / Σλ with v_t = (x_t − x̄_{t−1})², ψ(λ) = −ln(1 − λ) − λ and
  /// stakes of at most ½; the largest so far, and at least zero.
  private static func bernsteinLow(
    _ values: [Double], bets: [Double], alpha: Double
  ) -> [Double] {
    var (stakes, staked, penalty, sum) = (0.0, 0.0, log(2 / alpha), 0.0)
    var low = 0.0
    return values.indices.map { index in
      let value = values[index]
      let bet = min(0.5, bets[index])
      let mean = index == 0 ? 0 : sum / Double(index)
      stakes += bet
      staked += bet * value
      penalty += (value - mean) * (value - mean) * (-log1p(-bet) - bet)
      sum += value
      low = max(low, (staked - penalty) / stakes)
      return low
    }
  }
}
