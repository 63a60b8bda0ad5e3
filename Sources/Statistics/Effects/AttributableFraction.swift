#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The share of the events under the leading wording that the wording itself brought about.
///
/// (p₁ − p₀) / p₁ = 1 − 1/RR, with p₁ the share of pairs with the event under the leading and p₀
/// under the neutral wording. May be negative, and is reported so.
///
/// - SeeAlso: O. S. Miettinen (1974), "Proportion of disease caused or prevented by a given
///   exposure, trait or intervention", *American Journal of Epidemiology* 99(5), 325–332; D. G.
///   Bonett, R. M. Price (2006), "Confidence intervals for a ratio of binomial proportions based on
///   paired data", *Statistics in Medicine* 25(17), 3039–3047, doi:10.1002/sim.2440.
public struct AttributableFraction: Hashable, Sendable {
  /// The share; at most 1, 0 where the wording changes nothing.
  public let estimate: Double
  /// p₁, in 0...1.
  public let leadingRisk: Double
  /// p₀, in 0...1.
  public let neutralRisk: Double
  /// p₁ / p₀; infinite where the neutral wording never has the event.
  public let riskRatio: Double
  /// What the spread of ln RR gives; none where the neutral wording never has the event.
  public let uncertainty: Uncertainty?

  /// Intervals by the ratio of the two risks.
  public struct Uncertainty: Hashable, Sendable {
    /// √((b + c) / ((a + b)(a + c))), of ln RR.
    public let logRatioStandardError: Double
    /// ln RR ± z standard errors, as a share; a point where no pair differs.
    public let deltaLog: Interval
    /// By Wilson's limits of both risks, drawn together for their correlation: the one to show.
    public let bonettPrice: Interval
  }

  /// Estimates the share.
  ///
  /// - Parameters:
  ///   - pairs: The counts.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noData`` without a pair, ``NoValue/noLeadingEvents`` where the leading
  ///   wording never has the event.
  /// - Complexity: O(1).
  public init(of pairs: PairedEvents, level: Double = 0.95) throws(NoValue) {
    guard pairs.count > 0 else { throw .noData }
    guard pairs.leadingCount > 0 else { throw .noLeadingEvents }
    let n = Double(pairs.count)
    let (leading, neutral) = (Double(pairs.leadingCount), Double(pairs.neutralCount))
    leadingRisk = leading / n
    neutralRisk = neutral / n
    riskRatio = leading / neutral
    estimate = (Double(pairs.leadingOnly) - Double(pairs.neutralOnly)) / leading
    uncertainty = neutral > 0 ? Uncertainty(pairs, level: level) : nil
  }
}

extension AttributableFraction.Uncertainty {
  /// - Precondition: Both wordings had the event.
  fileprivate init(_ pairs: PairedEvents, level: Double) {
    let z = -Distributions.normalQuantile((1 - level) / 2)
    let (leading, neutral) = (Double(pairs.leadingCount), Double(pairs.neutralCount))
    let differing = Double(pairs.discordantCount)
    let inverseRatio = neutral / leading
    let error = (differing / leading / neutral).squareRoot()
    logRatioStandardError = error
    deltaLog = Interval(
      low: 1 - inverseRatio * exp(z * error), high: 1 - inverseRatio * exp(-z * error),
      level: level)
    // Only pairs with the event under some wording say anything about the ratio.
    let n = Double(pairs.both) + differing
    let together = ((differing + 2) / ((leading + 1) * (neutral + 1))).squareRoot()
    func apart(_ events: Double) -> Double {
      ((1 - (events + 1) / (n + 2)) / (events + 1)).squareRoot()
    }
    let drawn = z * together / (apart(leading) + apart(neutral))
    let first = ProportionInterval.wilson(successes: leading, trials: n, z: drawn, level: level)
    let second = ProportionInterval.wilson(successes: neutral, trials: n, z: drawn, level: level)
    bonettPrice = Interval(
      low: 1 - second.high / first.low, high: 1 - second.low / first.high, level: level)
  }
}
