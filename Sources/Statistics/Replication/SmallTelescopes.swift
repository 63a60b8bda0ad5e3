/// Whether a replication says that the effect is too small for the original study to have seen.
///
/// d33 is the effect at which the original design had a power of one third, counting the upper tail
/// of a two-sided test at 0.05: P(T > t₀.₉₇₅(ν)) = 1/3 with T noncentral t, δ = d33 · √N. The
/// replication's t is compared with what d33 would give: p = F(tᵣ; νᵣ, d33 · √Nᵣ). Paired and
/// one-sample designs have N = n and ν = n − 1; two samples of n each have N = n / 2, ν = 2n − 2.
///
/// - SeeAlso: U. Simonsohn (2015), "Small telescopes: Detectability and the evaluation of
///   replication results", *Psychological Science* 26(5), 559–569, doi:10.1177/0956797614567341.
public struct SmallTelescopes: Hashable, Sendable {
  /// How the units are arranged.
  public enum Design: String, Hashable, Sendable, CaseIterable {
    /// n pairs, or one sample of n.
    case paired
    /// Two samples of n units each.
    case twoSample = "two_sample"
  }

  /// The effect of which the original design had a power of one third, in standard deviations.
  public let d33: Double
  /// The replication's t: its effect in standard deviations times √Nᵣ.
  public let tReplication: Double
  /// The probability of so small a t if the effect were d33.
  public let pValue: Double

  /// Whether the effect is smaller than the original study could have seen: p below 0.05.
  public var isInformativeFailure: Bool { pValue < 0.05 }

  /// Compares a replication with what the original design could see.
  ///
  /// - Parameters:
  ///   - originalCount: How many pairs, or units a sample, the original study had.
  ///   - replicationCount: How many the replication has.
  ///   - effect: The replication's standardised effect, in standard deviations; above zero in the
  ///     original's direction.
  ///   - design: Of both studies.
  /// - Throws: ``NoValue/fewerThanTwoUnits`` where a study has fewer than two.
  /// - Complexity: A search of some ten evaluations of the noncentral t.
  public init(
    originalCount: Int, replicationCount: Int, effect: Double, design: Design
  ) throws(NoValue) {
    guard originalCount > 1, replicationCount > 1 else { throw .fewerThanTwoUnits }
    let original = Size(originalCount, design)
    let replication = Size(replicationCount, design)
    let critical = Distributions.studentQuantile(0.975, degreesOfFreedom: original.df)
    d33 =
      Distributions.noncentrality(
        ofStudent: critical, degreesOfFreedom: original.df, probability: 2.0 / 3) / original.root
    tReplication = effect * replication.root
    pValue = Distributions.noncentralStudentCDF(
      tReplication, degreesOfFreedom: replication.df, noncentrality: d33 * replication.root)
  }

  private struct Size {
    /// √N: what a standardised effect is multiplied by to give t.
    let root: Double
    let df: Double

    init(_ count: Int, _ design: Design) {
      let n = Double(count)
      root = (design == .paired ? n : n / 2).squareRoot()
      df = design == .paired ? n - 1 : 2 * n - 2
    }
  }
}
