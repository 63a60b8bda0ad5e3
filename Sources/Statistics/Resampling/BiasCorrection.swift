/// The two numbers that turn a percentile interval into a BCa one.
///
/// z₀ = Φ⁻¹((#{θ* < θ̂} + #{θ* ≤ θ̂}) / 2B), so that ties count half; with d the jackknife's mean
/// less its values, a = Σd³ / (6 (Σd²)^(3/2)).
///
/// - SeeAlso: B. Efron (1987), "Better bootstrap confidence intervals", *Journal of the American
///   Statistical Association* 82(397), 171–185, doi:10.1080/01621459.1987.10478410.
public struct BiasCorrection: Hashable, Sendable {
  /// z₀: how far the replicates' median is off the estimate, in standard normal units.
  public let bias: Double
  /// a: how fast the standard error grows with the estimate.
  public let acceleration: Double

  /// Computes the correction.
  ///
  /// - Parameters:
  ///   - estimate: The estimate on the data as they are.
  ///   - replicates: One element a resample, in any order.
  ///   - jackknife: The estimates with one unit left out each, in any order.
  /// - Throws: ``NoValue/noVariation`` where all replicates or all jackknife values are the same,
  ///   or where all replicates lie on one side of the estimate; ``NoValue/noData`` without any.
  /// - Complexity: O(*n*).
  public init(estimate: Double, replicates: [Double], jackknife: [Double]) throws(NoValue) {
    guard let first = replicates.first, !jackknife.isEmpty else { throw .noData }
    guard replicates.contains(where: { $0 != first }) else { throw .noVariation }
    let below = replicates.count { $0 < estimate } + replicates.count { $0 <= estimate }
    guard below > 0, below < 2 * replicates.count else { throw .noVariation }
    let center = Moments(of: jackknife).mean
    let squares = jackknife.reduce(0) { $0 + (center - $1) * (center - $1) }
    let cubes = jackknife.reduce(0) { $0 + (center - $1) * (center - $1) * (center - $1) }
    guard squares > 0 else { throw .noVariation }
    bias = Distributions.normalQuantile(Double(below) / Double(2 * replicates.count))
    acceleration = cubes / (6 * squares * squares.squareRoot())
  }

  /// The probability whose quantile takes the place of the p-quantile.
  ///
  /// - Complexity: O(1).
  public func corrected(_ p: Double) -> Double {
    let shifted = bias + Distributions.normalQuantile(p)
    return Distributions.normalCDF(bias + shifted / (1 - acceleration * shifted))
  }
}
