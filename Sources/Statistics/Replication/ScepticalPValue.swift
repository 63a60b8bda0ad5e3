#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The sceptical p-value: whether a replication convinces one who doubted the original.
///
/// The doubt is a prior about zero, so narrow that the original study would not have convinced; the
/// replication has to be in conflict with it. With z of both studies, c = SEₒ² / SEᵣ², z_A² the
/// arithmetic and z_H² the harmonic mean of both z²:
/// z_S² = (√(z_A² (z_A² + (c − 1) z_H²)) − z_A²) / (c − 1), and z_H² / 2 where c = 1.
/// It is computed as z_H² / (√(1 + (c − 1) z_H² / z_A²) + 1), which is the same and never cancels.
///
/// Three scales: *nominal* p = 2(1 − Φ(z_S)); *golden* p = 2(1 − Φ(z_S √φ)), φ = (1 + √5) / 2, at
/// which a just significant original needs a replication at least as large; *controlled*
/// p = √(I / π), I = ∫₀^{π/2} 2 exp(−z_S² (√(1 + (c − 1)s) + 1) / s) du, s = sin² u, which is uniform
/// where neither study has an effect. One-sided p are half of the two-sided ones where both estimates
/// point the same way, else 1 less the half.
///
/// - SeeAlso: L. Held (2020), "A new standard for the analysis and design of replication studies",
///   *Journal of the Royal Statistical Society A* 183(2), 431–448, doi:10.1111/rssa.12493;
///   L. Held, C. Micheloud, S. Pawel (2022), "The assessment of replication success based on
///   relative effect size", *Annals of Applied Statistics* 16(2), 706–720, doi:10.1214/21-AOAS1502.
public struct ScepticalPValue: Hashable, Sendable {
  /// A two-sided p and the one-sided one for effects in the original's direction.
  public struct Pair: Hashable, Sendable {
    /// In 0...1, whatever the signs.
    public let twoSided: Double
    /// In 0...1; above one half where the estimates point to different sides.
    public let oneSided: Double

    init(_ twoSided: Double, sameSign: Bool) {
      self.twoSided = min(1, twoSided)
      oneSided = sameSign ? self.twoSided / 2 : 1 - self.twoSided / 2
    }
  }

  /// The original estimate over its standard error.
  public let zOriginal: Double
  /// The replication's estimate over its standard error.
  public let zReplication: Double
  /// c = SEₒ² / SEᵣ².
  public let varianceRatio: Double
  /// z_S, at or above zero; 0 where either estimate is zero.
  public let zSceptical: Double
  /// On the nominal scale.
  public let nominal: Pair
  /// On the golden scale, which is the one to report.
  public let golden: Pair
  /// On the scale that controls the error of both studies together.
  public let controlled: Pair

  /// The level of the nominal scale that is the same as 0.025 one-sided on the golden one.
  public static let goldenLevel = Distributions.normalCDF(
    Distributions.normalQuantile(0.025) / goldenRatio.squareRoot())

  /// Whether the replication is a success: the golden one-sided p is at most 0.025.
  public var isSuccess: Bool { golden.oneSided <= 0.025 }

  private static let goldenRatio = (1 + 5.0.squareRoot()) / 2

  /// Compares a replication with the original.
  ///
  /// - Parameters:
  ///   - original: The first estimate, on a scale where it is normal.
  ///   - originalStandardError: Its standard error, above zero.
  ///   - replication: The second estimate, on the same scale.
  ///   - replicationStandardError: Its standard error, above zero.
  /// - Throws: ``NoValue/noVariation`` where a standard error is not above zero.
  /// - Complexity: One integral of some hundred evaluations.
  public init(
    original: Double, originalStandardError: Double, replication: Double,
    replicationStandardError: Double
  ) throws(NoValue) {
    guard originalStandardError > 0, replicationStandardError > 0 else { throw .noVariation }
    zOriginal = original / originalStandardError
    zReplication = replication / replicationStandardError
    let errorRatio = originalStandardError / replicationStandardError
    let c = errorRatio * errorRatio
    varianceRatio = c
    let smaller = min(abs(zOriginal), abs(zReplication))
    let larger = max(abs(zOriginal), abs(zReplication))
    let ratio = larger > 0 ? smaller / larger : 0
    // z_H² = harmonic · smaller², z_H² / z_A² = harmonic² · ratio².
    let harmonic = 2 / (1 + ratio * ratio)
    let share = harmonic * harmonic * ratio * ratio
    let squared = harmonic / (max(0, 1 + (c - 1) * share).squareRoot() + 1)
    zSceptical = smaller * squared.squareRoot()
    let sameSign = (original > 0 && replication > 0) || (original < 0 && replication < 0)
    nominal = Pair(Distributions.twoSidedNormal(zSceptical), sameSign: sameSign)
    golden = Pair(
      Distributions.twoSidedNormal(zSceptical * Self.goldenRatio.squareRoot()), sameSign: sameSign)
    controlled = Pair(Self.controlled(zSceptical, varianceRatio: c), sameSign: sameSign)
  }

  private static func controlled(_ z: Double, varianceRatio c: Double) -> Double {
    guard z > 0 else { return 1 }
    let square = z * z
    let least = c.squareRoot() + 1
    // The integrand is largest at its end, s = 1. That factor is taken out, so that far out the
    // rest keeps all its digits.
    let integral = Quadrature.integral(from: 0, to: 0.5 * Double.pi) { u in
      let s = sin(u) * sin(u)
      guard s > 0 else { return 0 }
      return exp(-square * (((max(0, 1 + (c - 1) * s)).squareRoot() + 1) / s - least))
    }
    return exp(-0.5 * square * least) * (2 * integral / Double.pi).squareRoot()
  }
}
