#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The replication Bayes factor: how much better the effect that the original study found predicts
/// the replication than no effect does.
///
/// The effect's prior for the replication is its posterior after the original study, whose own prior
/// was flat. From t statistics, f the noncentral t density:
/// BF = ∫ f(tᵣ | δ√Nᵣ) p(δ | tₒ) dδ / f(tᵣ | 0), p(δ | tₒ) ∝ f(tₒ | δ√Nₒ), without approximation.
/// From normal estimates: BF = N(zᵣ; zₒ√c, 1 + c) / N(zᵣ; 0, 1), c = SEₒ² / SEᵣ².
///
/// - SeeAlso: J. Verhagen, E.-J. Wagenmakers (2014), "Bayesian tests to quantify the result of a
///   replication attempt", *Journal of Experimental Psychology: General* 143(4), 1457–1475,
///   doi:10.1037/a0036731, who approximate the posterior by a normal distribution; S. Pawel, L. Held
///   (2022), "The sceptical Bayes factor for the assessment of replication success", *Journal of the
///   Royal Statistical Society B* 84(3), 879–911, doi:10.1111/rssb.12491.
public struct ReplicationBayesFactor: Hashable, Sendable {
  /// One study's t statistic.
  public struct Study: Hashable, Sendable {
    let t: Double
    let df: Double
    /// √N: the noncentrality of an effect of one standard deviation.
    let root: Double

    /// A paired or one-sample t.
    ///
    /// - Throws: ``NoValue/fewerThanTwoUnits``.
    /// - Complexity: Some hundred evaluations of a density.
    public init(t: Double, pairs: Int) throws(NoValue) {
      guard pairs > 1 else { throw .fewerThanTwoUnits }
      self.t = t
      df = Double(pairs - 1)
      root = Double(pairs).squareRoot()
    }

    /// The t of two samples of the same variance.
    ///
    /// - Throws: ``NoValue/emptyArm`` where a sample is empty, ``NoValue/fewerThanTwoUnits`` where
    ///   both have one unit.
    /// - Complexity: Some hundred evaluations of a density.
    public init(t: Double, samples: (Int, Int)) throws(NoValue) {
      guard samples.0 > 0, samples.1 > 0 else { throw .emptyArm }
      guard samples.0 + samples.1 > 2 else { throw .fewerThanTwoUnits }
      let (first, second) = (Double(samples.0), Double(samples.1))
      self.t = t
      df = first + second - 2
      root = (first * second / (first + second)).squareRoot()
    }

    fileprivate func logDensity(effect: Double) -> Double {
      Distributions.noncentralStudentLogDensity(
        t, degreesOfFreedom: df, noncentrality: effect * root)
    }
  }

  /// The natural logarithm of the factor; above zero the original effect predicts better.
  public let logFactor: Double

  /// BF_r0, the evidence for the original effect over none.
  public var factor: Double { exp(logFactor) }
  /// BF_0r, the evidence for no effect over the original one.
  public var inverse: Double { exp(-logFactor) }

  /// Compares t statistics, both of which are above zero in the direction of the original effect, or
  /// both below.
  ///
  /// - Complexity: Some hundred evaluations of a density.
  public init(original: Study, replication: Study) {
    let prior = Self.logIntegral([original])
    let both = Self.logIntegral([original, replication])
    logFactor = both - prior - replication.logDensity(effect: 0)
  }

  /// Compares normal estimates.
  ///
  /// - Parameters:
  ///   - original: The first estimate.
  ///   - originalStandardError: Its standard error, above zero.
  ///   - replication: The second estimate, on the same scale.
  ///   - replicationStandardError: Its standard error, above zero.
  /// - Throws: ``NoValue/noVariation`` where a standard error is not above zero.
  /// - Complexity: Some hundred evaluations of a density.
  public init(
    original: Double, originalStandardError: Double, replication: Double,
    replicationStandardError: Double
  ) throws(NoValue) {
    guard originalStandardError > 0, replicationStandardError > 0 else { throw .noVariation }
    let ratio = originalStandardError / replicationStandardError
    let c = ratio * ratio
    let z = replication / replicationStandardError
    let distance = (replication - original) / replicationStandardError
    logFactor = 0.5 * (z * z - distance * distance / (1 + c) - log1p(c))
  }

  /// ln ∫ Π f(t | δ√N) dδ.
  ///
  /// Each density is log-concave in δ, and so is their product: one peak, found by narrowing down.
  private static func logIntegral(_ studies: [Study]) -> Double {
    func logDensity(_ effect: Double) -> Double {
      studies.reduce(0) { $0 + $1.logDensity(effect: effect) }
    }
    // A single density peaks between 0 and t / √N or a little beyond; so does the product between
    // the outermost peaks.
    let estimates = studies.map { $0.t / $0.root }
    let reach = 1 / (studies.map(\.root).max() ?? 1)
    let peak = peak(
      between: min(0, estimates.min() ?? 0) - 4 * reach,
      and: max(0, estimates.max() ?? 0) + 4 * reach, of: logDensity)
    let height = logDensity(peak)
    let width = 1 / studies.reduce(0) { $0 + $1.root * $1.root }.squareRoot()
    let integral = Quadrature.integral(
      from: -.infinity, to: .infinity, center: peak, width: 2 * width, relativeError: 1e-12
    ) { exp(logDensity($0) - height) }
    return height + log(integral)
  }

  /// About where a function with one peak has it: near enough to start an integral from.
  private static func peak(
    between low: Double, and high: Double, of function: (Double) -> Double
  ) -> Double {
    let share = (5.0.squareRoot() - 1) / 2
    var (low, high) = (low, high)
    var inner = (high - share * (high - low), low + share * (high - low))
    var values = (function(inner.0), function(inner.1))
    for _ in 0..<40 {
      if values.0 > values.1 {
        high = inner.1
        inner = (high - share * (high - low), inner.0)
        values = (function(inner.0), values.0)
      } else {
        low = inner.0
        inner = (inner.1, low + share * (high - low))
        values = (values.1, function(inner.1))
      }
    }
    return 0.5 * (low + high)
  }
}
