#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The regularized incomplete gamma function of a shape, by its series and Lentz's fraction.
///
/// Both tails are accurate in relative terms: each is computed where it is the smaller one. The
/// tails of a χ² of ν degrees of freedom at x are those of the shape ν / 2 at x / 2.
struct IncompleteGamma {
  let shape: Double

  init(shape: Double) {
    precondition(shape > 0 && shape.isFinite, "a gamma function of the shape \(shape)")
    self.shape = shape
  }

  /// P(a, x), the probability of at most `x`, for `x` of at least zero.
  func lower(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x.isFinite else { return x.isNaN ? .nan : 1 }
    return x < shape + 1 ? bySeries(x) : 1 - byFraction(x)
  }

  /// Q(a, x), the probability of more than `x`, for `x` of at least zero.
  func upper(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x.isFinite else { return x.isNaN ? .nan : 0 }
    return x < shape + 1 ? 1 - bySeries(x) : byFraction(x)
  }

  /// ln(xᵃ e⁻ˣ / Γ(a)): x times the density, in logarithms.
  func logWeight(_ x: Double) -> Double {
    guard shape >= 10 else { return shape * log(x) - x - LogGamma.value(shape) }
    // Stirling's large terms and those of the weight cancel; what is left is a small one.
    return 0.5 * log(shape / (2 * Double.pi)) - LogGamma.correction(shape)
      - Self.deviance(shape, x)
  }

  /// x ln(x / m) + m − x, without cancelling where x and m are near each other.
  static func deviance(_ x: Double, _ mean: Double) -> Double {
    let delta = (mean - x) / x
    // Far off it is the ratio that has all its digits.
    return abs(delta) < 0.3 ? x * excess(delta) : mean - x - x * log(mean / x)
  }

  /// δ − ln(1 + δ), without cancelling where δ is small.
  static func excess(_ delta: Double) -> Double {
    guard abs(delta) < 0.3 else { return delta - log1p(delta) }
    let v = delta / (2 + delta)
    var power = v * v * v
    var sum = 0.0
    for odd in stride(from: 3, through: 41, by: 2) {
      sum += power / Double(odd)
      power *= v * v
    }
    return delta * v - 2 * sum
  }

  private func bySeries(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = shape
    repeat {
      divisor += 1
      term *= x / divisor
      sum += term
    } while term > 1e-17 * sum
    return exp(logWeight(x)) * sum / shape
  }

  private func byFraction(_ x: Double) -> Double {
    let front = exp(logWeight(x))
    guard front > 0 else { return 0 }
    var b = x + 1 - shape
    var c = Double.infinity
    var d = 1 / b
    var fraction = d
    for step in 1...10_000_000 {
      let factor = -Double(step) * (Double(step) - shape)
      b += 2
      d = 1 / awayFromZero(factor * d + b)
      c = awayFromZero(b + factor / c)
      fraction *= d * c
      if abs(d * c - 1) < 3e-16 { break }
    }
    return front * fraction
  }

  private func awayFromZero(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }
}
