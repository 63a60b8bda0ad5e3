#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How many units show what an intraclass correlation is.
public enum IntraclassPower {
  /// A test that tells an intraclass correlation from a smaller or larger one.
  ///
  /// n = 1 + 2k(z_α + z_β)² / ((k − 1)(ln C)²), C = F(ρ₁) / F(ρ₀), F(ρ) = (1 + (k − 1)ρ) / (1 − ρ).
  ///
  /// - SeeAlso: S. D. Walter, M. Eliasziw, A. Donner (1998), "Sample size and optimal designs for
  ///   reliability studies", *Statistics in Medicine* 17(1), 101–110.
  public struct Test: Hashable, Sendable {
    private let unitsPerSquare: Double
    private let zAlpha: Double

    /// Describes a test.
    ///
    /// - Parameters:
    ///   - correlation: ρ₁, the true one, above −1 / (k − 1) and below 1.
    ///   - null: ρ₀, the one to be refuted, within the same limits.
    ///   - raters: k, at least two.
    ///   - alpha: The error of the first kind, between 0 and 1.
    ///   - isTwoSided: Whether the test looks to both sides.
    /// - Complexity: O(1).
    public init(
      correlation: Double, null: Double, raters: Int, alpha: Double, isTwoSided: Bool
    ) {
      precondition(raters > 1 && correlation != null, "ρ \(correlation), \(null), k \(raters)")
      let k = Double(raters)
      let logRatio =
        log1p((k - 1) * correlation) - log1p(-correlation) - log1p((k - 1) * null) + log1p(-null)
      unitsPerSquare = 2 * k / ((k - 1) * logRatio * logRatio)
      zAlpha = -Distributions.normalQuantile(isTwoSided ? alpha / 2 : alpha)
    }

    /// How many units give a power.
    ///
    /// - Parameter power: Above α, below 1.
    /// - Returns: At least one unit.
    /// - Complexity: O(1).
    public func sampleSize(power: Double) -> SampleSize {
      let z = zAlpha + Distributions.normalQuantile(power)
      return SampleSize(1 + unitsPerSquare * z * z)
    }

    /// The power with so many units, at least two.
    ///
    /// - Complexity: O(1).
    public func power(units: Int) -> Double {
      precondition(units > 1, "\(units) units")
      return Distributions.normalCDF((Double(units - 1) / unitsPerSquare).squareRoot() - zAlpha)
    }
  }

  /// How many units give an interval of a full width:
  /// n = 8z²(1 − ρ)²(1 + (k − 1)ρ)² / (k(k − 1)w²) + 1, z at 1 − α/2.
  ///
  /// Bonett adds 5ρ for two raters and ρ ≥ 0.7; this does not.
  ///
  /// - Parameters:
  ///   - correlation: ρ, the expected one, above −1 / (k − 1) and below 1.
  ///   - raters: k, at least two.
  ///   - width: w, above zero.
  ///   - alpha: 1 less the level, between 0 and 1.
  /// - Returns: At least one unit.
  /// - SeeAlso: D. G. Bonett (2002), "Sample size requirements for estimating intraclass
  ///   correlations with desired precision", *Statistics in Medicine* 21(9), 1331–1335,
  ///   doi:10.1002/sim.1108.
  /// - Complexity: O(1).
  public static func precision(
    correlation: Double, raters: Int, width: Double, alpha: Double
  ) -> SampleSize {
    precondition(raters > 1 && width > 0, "\(raters) raters, a width of \(width)")
    let k = Double(raters)
    let z = Distributions.normalQuantile(alpha / 2)
    let spread = z * (1 - correlation) * (1 + (k - 1) * correlation) / width
    return SampleSize(8 * spread * spread / (k * (k - 1)) + 1)
  }
}
