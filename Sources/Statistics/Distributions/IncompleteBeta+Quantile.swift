#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension IncompleteBeta {
  /// The value that a beta variable stays at or below with probability p; 0 at 0 and 1 at 1.
  ///
  /// Newton's method for the logarithm of the smaller tail over ln(x / (1 − x)), where it is
  /// concave.
  func quantile(_ p: Double) -> Double {
    precondition(0 <= p && p <= 1, "\(p) is no probability")
    if p == 0 || p == 1 { return p }
    if p > 0.5 { return Self.share(-IncompleteBeta(a: b, b: a).logOdds(tail: 1 - p)) }
    return Self.share(logOdds(tail: p))
  }

  /// The value that is exceeded with probability `tail`, exact also where 1 − `tail` is rounded.
  func upperQuantile(_ tail: Double) -> Double {
    precondition(0 <= tail && tail <= 1, "\(tail) is no probability")
    if tail == 0 || tail == 1 { return 1 - tail }
    if tail > 0.5 { return Self.share(logOdds(tail: 1 - tail)) }
    return Self.share(-IncompleteBeta(a: b, b: a).logOdds(tail: tail))
  }

  /// ln(x / (1 − x)) of the quantile x of a probability of at most one half.
  private func logOdds(tail: Double) -> Double {
    let logBeta = LogGamma.logBeta(a, b)
    return RootFinding.increasingRoot(from: log(a / b), reach: 50 + 50 / min(1, a, b)) { odds in
      let x = Self.share(odds)
      let y = Self.share(-odds)
      let reached = value(x, complement: y)
      // ln x and ln y from the odds: x or y may be rounded to zero or one.
      let logX = -Self.logGrowth(-odds)
      let logY = -Self.logGrowth(odds)
      guard reached > 0 else {
        // Below every number: the first term of the series is nearly all of it, and never more.
        return (a * logX + b * logY - logBeta - log(a) - log(tail), a * y - b * x)
      }
      let weight = exp(a * logX + b * logY - logBeta)
      return (log(reached / tail), weight / reached)
    }
  }

  private static func share(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// ln(1 + eˣ).
  private static func logGrowth(_ x: Double) -> Double {
    x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
  }
}
