#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The F distribution, the ratio of two mean squares of the same variance.
///
/// Both tails are accurate in relative terms: each is computed where it is the smaller one.
struct FDistribution {
  let df1: Double
  let df2: Double

  /// - Precondition: Both are above zero and finite, not necessarily whole.
  init(_ df1: Double, _ df2: Double) {
    precondition(df1 > 0 && df2 > 0 && df1.isFinite && df2.isFinite, "F of \(df1) and \(df2)")
    self.df1 = df1
    self.df2 = df2
  }

  /// The probability of at most `x`, for `x` of at least zero.
  func lowerTail(_ x: Double) -> Double {
    let (share, complement) = shares(x)
    return IncompleteBeta(a: df1 / 2, b: df2 / 2).value(share, complement: complement)
  }

  /// The probability of more than `x`, for `x` of at least zero.
  func upperTail(_ x: Double) -> Double {
    FDistribution(df2, df1).lowerTail(1 / x)
  }

  /// The value F stays at or below with probability p; 0 at 0 and ∞ at 1.
  func quantile(_ p: Double) -> Double {
    precondition(0 <= p && p <= 1, "\(p) is no probability")
    return p <= 0.5 ? lowerQuantile(p) : upperQuantile(1 - p)
  }

  /// The value F exceeds with probability `tail`: exact also where 1 − `tail` would be rounded.
  func upperQuantile(_ tail: Double) -> Double {
    precondition(0 <= tail && tail <= 1, "\(tail) is no probability")
    return tail <= 0.5
      ? 1 / FDistribution(df2, df1).lowerQuantile(tail) : lowerQuantile(1 - tail)
  }

  /// The quantile of a probability of at most one half.
  ///
  /// Newton's method on the logarithms of both: there the probability is concave, so that after
  /// the first step the value comes from below. Halving a bracket where the logarithm ends.
  private func lowerQuantile(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    var low = -745.0
    var high = 710.0
    var u = 0.0
    for _ in 0..<200 {
      let x = exp(u)
      let reached = lowerTail(x)
      if reached < p { low = u } else { high = u }
      let step = reached / weight(x) * log(p / reached)
      let next = u + step
      // Newton's steps shrink by squares: after one this small the rest is below rounding.
      if abs(step) <= 1e-11 { return exp(next) }
      u = step.isFinite && next > low && next < high ? next : (low + high) / 2
    }
    return exp(u)
  }

  /// x times the density at x.
  private func weight(_ x: Double) -> Double {
    let (share, complement) = shares(x)
    let logShare = share < 0.5 ? log(share) : log1p(-complement)
    let logComplement = complement < 0.5 ? log(complement) : log1p(-share)
    return exp(
      df1 / 2 * logShare + df2 / 2 * logComplement - LogGamma.logBeta(df1 / 2, df2 / 2))
  }

  /// ν₁x / (ν₁x + ν₂) and what it lacks to 1, each exact to the last digits.
  private func shares(_ x: Double) -> (Double, Double) {
    let ratio = df1 / df2 * x
    guard ratio.isFinite else { return ratio.isNaN ? (.nan, .nan) : (1, 0) }
    return (ratio / (1 + ratio), 1 / (1 + ratio))
  }
}
