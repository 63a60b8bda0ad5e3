#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Bounds for looking at data several times that keep the error rate of all looks together at α.
///
/// Until the information fraction t at most α*(t) = 4 − 4Φ(z_{α/4} / √t) is spent: each side spends
/// its half of α by Lan and DeMets' function of O'Brien and Fleming's kind, as programs for trials
/// do; little early, all of it at the end. A statistic with independent increments, Z_k ~ N(0, 1) with corr(Z_j, Z_k) = √(t_j / t_k), leaves ±c_k at look k
/// for the first time with a probability of α*(t_k) − α*(t_{k−1}). How many looks there are, and
/// when, may be settled on the way, as long as it does not depend on what they showed.
///
/// The probabilities come from the recursion of Armitage, McPherson and Rowe over the density of
/// Z_k √t_k among the trials that went on, by Gauss's rule in steps as narrow as the next increment.
///
/// - SeeAlso: K. K. G. Lan, D. L. DeMets (1983), "Discrete sequential boundaries for clinical
///   trials", *Biometrika* 70(3), 659–663, doi:10.1093/biomet/70.3.659; P. Armitage, C. K.
///   McPherson, B. C. Rowe (1969), "Repeated significance tests on accumulating data", *Journal of
///   the Royal Statistical Society A* 132(2), 235–244, doi:10.2307/2343787.
public struct AlphaSpending: Hashable, Sendable {
  /// The error rate of all looks together, two-sided.
  public let alpha: Double
  /// The information fraction at each look.
  public let fractions: [Double]
  /// α*(t) at each look: what may be spent until then, in 0...α.
  public let spent: [Double]
  /// c_k: how far from zero a standard normal statistic must lie; infinite where α*(t) is no more
  /// than before, to the last digit.
  public let bounds: [Double]
  /// 2 − 2Φ(c_k): the nominal two-sided level of each look, in 0...α.
  public let levels: [Double]

  /// Finds the bound of each look.
  ///
  /// - Parameters:
  ///   - alpha: The error rate of all looks together, between 0 and 1 and neither.
  ///   - fractions: The share of the information that is in at each look, in 0...1 without 0,
  ///     ascending and no two the same.
  /// - Throws: ``NoValue/noData`` without a look.
  /// - Complexity: O(*k* · *n*) for *k* looks on some *n* thousand points; more where two looks lie
  ///   close together.
  public init(alpha: Double, fractions: [Double]) throws(NoValue) {
    precondition(0 < alpha && alpha < 1, "alpha \(alpha)")
    precondition(
      fractions.allSatisfy { 0 < $0 && $0 <= 1 }
        && zip(fractions, fractions.dropFirst()).allSatisfy { $0 < $1 }, "fractions \(fractions)")
    guard !fractions.isEmpty else { throw .noData }
    let spent = fractions.map { Self.spent(of: alpha, at: $0) }
    var bounds: [Double] = []
    var density: ContinuingDensity?
    for (look, fraction) in fractions.enumerated() {
      let before = look == 0 ? 0 : fractions[look - 1]
      let step = (fraction - before).squareRoot()
      let share = spent[look] - (look == 0 ? 0 : spent[look - 1])
      let bound: Double
      if let density {
        bound = density.bound(leavingWith: share, at: fraction, step: step)
      } else {
        bound = share > 0 ? -Distributions.normalQuantile(share / 2) : .infinity
      }
      bounds.append(bound)
      guard look + 1 < fractions.count else { break }
      density = ContinuingDensity(
        after: density, at: fraction, bound: bound, step: step,
        next: (fractions[look + 1] - fraction).squareRoot())
    }
    self.alpha = alpha
    self.fractions = fractions
    self.spent = spent
    self.bounds = bounds
    levels = bounds.map { Distributions.twoSidedNormal($0) }
  }

  /// α*(t): how much of α may be spent until the information fraction t.
  ///
  /// - Parameters:
  ///   - alpha: Between 0 and 1 and neither.
  ///   - fraction: t, in 0...1; at 0 nothing is spent.
  /// - Returns: A share of α, in 0...α.
  public static func spent(of alpha: Double, at fraction: Double) -> Double {
    guard fraction > 0 else { return 0 }
    guard fraction < 1 else { return alpha }
    return 2
      * Distributions.twoSidedNormal(
        Distributions.normalQuantile(alpha / 4) / fraction.squareRoot())
  }
}

/// The density of Z √t among the trials that no look has ended yet, on points of Gauss's rule.
private struct ContinuingDensity {
  private let points: [Double]
  /// The density times the point's weight.
  private let masses: [Double]

  /// Follows the density to the next look.
  ///
  /// - Parameters:
  ///   - previous: The density after the look before; `nil` at the first.
  ///   - fraction: t at this look.
  ///   - bound: c at this look.
  ///   - step: The standard deviation of what came since the look before.
  ///   - next: That of what will have come at the next look: how finely the density is read.
  init(
    after previous: ContinuingDensity?, at fraction: Double, bound: Double, step: Double,
    next: Double
  ) {
    // Beyond ten standard deviations there is nothing that double precision would add.
    let end = min(bound, 10) * fraction.squareRoot()
    let panels = min(20_000, max(8, Int((2 * end / min(step, next)).rounded(.up))))
    let rule = Quadrature.gaussPoints(from: -end, to: end, panels: panels)
    points = rule.map(\.point)
    masses = rule.map { point, weight in
      guard let previous else { return weight * Self.density(point / step) / step }
      return weight
        * previous.sum(near: point, reach: Self.reach * step) { place, mass in
          mass * Self.density((point - place) / step) / step
        }
    }
  }

  private static let reach = 9.0

  private static func density(_ z: Double) -> Double { exp(-0.5 * z * z - NormalTail.halfLogTau) }

  /// A sum over the points that are near enough to a place.
  private func sum(
    near place: Double, reach: Double, _ term: (Double, Double) -> Double
  ) -> Double {
    var index = firstIndex(from: place - reach)
    var total = 0.0
    while index < points.count, points[index] <= place + reach {
      total += term(points[index], masses[index])
      index += 1
    }
    return total
  }

  private func firstIndex(from place: Double) -> Int {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// c at the next look, so that a share of all trials leaves ±c there for the first time.
  func bound(leavingWith share: Double, at fraction: Double, step: Double) -> Double {
    guard share > 0 else { return .infinity }
    func leaving(_ bound: Double) -> Double {
      let end = bound * fraction.squareRoot()
      // The density is the same on both sides of zero: one bound, counted twice.
      return zip(points, masses).reduce(0) { sum, place in
        sum + 2 * place.1 * Distributions.normalCDF((place.0 - end) / step)
      }
    }
    // More than the trials that are left cannot leave: then every one does, and the bound is zero.
    return RootFinding.root(between: 0, and: 40) { log(leaving($0)) - log(share) } ?? 0
  }
}
