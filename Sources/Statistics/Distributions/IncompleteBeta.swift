#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// ln Γ by Stirling's series, without the global state of the C library's function.
enum LogGamma {
  static func value(_ x: Double) -> Double {
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    return (shifted - 0.5) * log(shifted) - shifted + halfLogTau + correction(shifted)
      - log(product)
  }

  /// What Stirling's formula leaves out of ln Γ(x), for x of at least 10.
  static func correction(_ x: Double) -> Double {
    let square = 1 / (x * x)
    return NormalQuantile.polynomial(series, square) / x
  }

  /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without cancelling large terms.
  static func logBeta(_ first: Double, _ second: Double) -> Double {
    let a = min(first, second)
    let b = max(first, second)
    if b < 10 { return value(a) + value(b) - value(a + b) }
    let largeTerms = correction(b) - correction(a + b)
    if a < 10 {
      return value(a) + largeTerms - (b - 0.5) * log1p(a / b) - a * log(a + b) + a
    }
    return correction(a) + largeTerms + (a - 0.5) * log(a / (a + b))
      - (b - 0.5) * log1p(a / b) - 0.5 * log(a + b) + halfLogTau
  }

  private static let halfLogTau = 0.918_938_533_204_672_741_8
  private static let series: [Double] = [
    1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360_360.0, 1 / 156.0,
    -3617 / 122_400.0,
  ]
}

/// The regularized incomplete beta function of two shapes, by Lentz's continued fraction.
struct IncompleteBeta {
  let a: Double
  let b: Double

  /// I_x(a, b); the caller hands over 1 − x too, since it may know it more exactly.
  func value(_ x: Double, complement y: Double) -> Double {
    guard x > 0 else { return 0 }
    guard y > 0 else { return 1 }
    return x < (a + 1) / (a + b + 2)
      ? byFraction(x, y) : 1 - IncompleteBeta(a: b, b: a).byFraction(y, x)
  }

  /// The continued fraction, which converges fast for x below (a + 1) / (a + b + 2).
  private func byFraction(_ x: Double, _ y: Double) -> Double {
    let logX = x < 0.5 ? log(x) : log1p(-y)
    let logY = y < 0.5 ? log(y) : log1p(-x)
    let front = exp(a * logX + b * logY - LogGamma.logBeta(a, b)) / a
    guard front > 0 else { return 0 }
    var c = 1.0
    var d = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / awayFromZero(1 + even * d)
      c = awayFromZero(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / awayFromZero(1 + odd * d)
      c = awayFromZero(1 + odd / c)
      fraction *= d * c
      if abs(d * c - 1) < 2e-16 { break }
    }
    return front * fraction
  }

  private func awayFromZero(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }
}
