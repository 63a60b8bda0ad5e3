#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The JZS Bayes factor of a t test: how much likelier the data are under an effect than without.
///
/// The standardised effect has a Cauchy prior of scale r, written as a normal one of variance g r²
/// with an inverse χ² on g: BF₁₀ = ∫₀^∞ (1 + Ngr²)^(−½) (1 + t² / ((1 + Ngr²) ν))^(−(ν+1)/2)
/// (2π)^(−½) g^(−3/2) e^(−1/(2g)) dg / (1 + t² / ν)^(−(ν+1)/2), with N = n and ν = n − 1 for one
/// sample or pairs, N = n₁n₂ / (n₁ + n₂) and ν = n₁ + n₂ − 2 for two samples.
///
/// - SeeAlso: J. N. Rouder, P. L. Speckman, D. Sun, R. D. Morey, G. Iverson (2009), "Bayesian t
///   tests for accepting and rejecting the null hypothesis", *Psychonomic Bulletin & Review* 16(2),
///   225–237, doi:10.3758/PBR.16.2.225.
public struct JZSBayesFactor: Hashable, Sendable {
  /// ln BF₁₀: above zero the data speak for an effect, below for none.
  public let logEstimate: Double
  /// The scale r of the prior, in standard deviations.
  public let priorScale: Double
  /// ν.
  public let degreesOfFreedom: Double

  /// BF₁₀; infinite where it is above every number.
  public var estimate: Double { exp(logEstimate) }
  /// BF₀₁, for the null hypothesis.
  public var forNull: Double { exp(-logEstimate) }

  /// √2 / 2, the scale in common use.
  public static let defaultPriorScale = 0.5.squareRoot()

  /// Weighs the t of one sample, or of pairs.
  ///
  /// - Parameters:
  ///   - t: The statistic, of a size below 1e100.
  ///   - count: How many values, or pairs, it was computed from.
  ///   - priorScale: r, above zero.
  /// - Throws: ``NoValue/fewerThanTwoPairs``.
  /// - Complexity: One integral of some hundred evaluations.
  public init(
    t: Double, count: Int, priorScale: Double = JZSBayesFactor.defaultPriorScale
  ) throws(NoValue) {
    guard count > 1 else { throw .fewerThanTwoPairs }
    self.init(
      t: t, effectiveCount: Double(count), degreesOfFreedom: Double(count - 1),
      priorScale: priorScale)
  }

  /// Weighs the t of two independent samples.
  ///
  /// - Parameters:
  ///   - t: The statistic with the pooled variance, of a size below 1e100.
  ///   - firstCount: How many values the first sample has.
  ///   - secondCount: How many the second has.
  ///   - priorScale: r, above zero.
  /// - Throws: ``NoValue/emptyArm``, and ``NoValue/fewerThanTwoUnits`` for one value in each.
  /// - Complexity: One integral of some hundred evaluations.
  public init(
    t: Double, firstCount: Int, secondCount: Int,
    priorScale: Double = JZSBayesFactor.defaultPriorScale
  ) throws(NoValue) {
    guard firstCount > 0, secondCount > 0 else { throw .emptyArm }
    guard firstCount + secondCount > 2 else { throw .fewerThanTwoUnits }
    let (first, second) = (Double(firstCount), Double(secondCount))
    self.init(
      t: t, effectiveCount: first / (first + second) * second,
      degreesOfFreedom: first + second - 2, priorScale: priorScale)
  }

  /// Integrates over u = ln g by equal steps.
  ///
  /// The integrand is smooth on the scale of 1 in u; it dies away like exp(−e⁻ᵘ) to the left and
  /// like e⁻ᵘ to the right of its last turn, which is where Ngr² reaches 1 or t².
  private init(
    t: Double, effectiveCount: Double, degreesOfFreedom: Double, priorScale: Double
  ) {
    precondition(abs(t) < 1e100 && priorScale > 0, "t \(t), scale \(priorScale)")
    let perG = effectiveCount * priorScale * priorScale
    let square = t * t
    func logTerm(_ u: Double) -> Double {
      let g = exp(u)
      let inflation = 1 + perG * g
      let power = log1p(square / degreesOfFreedom) - log1p(square / inflation / degreesOfFreedom)
      return 0.5 * ((degreesOfFreedom + 1) * power - log(inflation) - u - 1 / g)
        - NormalTail.halfLogTau
    }
    let step = 0.0625
    let last = 50 + max(0, -log(perG), log(square + 1) - log(perG))
    let terms = stride(from: -8, through: last, by: step).map(logTerm)
    let top = terms.max() ?? 0
    logEstimate = top + log(step * terms.reduce(0) { $0 + exp($1 - top) })
    self.priorScale = priorScale
    self.degreesOfFreedom = degreesOfFreedom
  }
}
