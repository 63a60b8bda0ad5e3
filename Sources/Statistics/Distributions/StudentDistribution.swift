#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Student's t distribution on its upper half; the rest follows by symmetry.
struct StudentDistribution {
  let degreesOfFreedom: Double

  init(_ degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of at least `t`, for `t` of at least zero.
  func upperTail(_ t: Double) -> Double {
    guard degreesOfFreedom.isFinite else { return Distributions.normalCDF(-t) }
    guard t.isFinite else { return t.isNaN ? .nan : 0 }
    let logShare = log(degreesOfFreedom) - 2 * log(t)
    guard logShare > Self.negligible else { return 0.5 * exp(logFarTail(logShare)) }
    guard degreesOfFreedom < 1000 || t < 1.5 else { return density(t) * integralBeyond(t) }
    let (x, y) = shares(t)
    return 0.5 * IncompleteBeta(a: degreesOfFreedom / 2, b: 0.5).value(x, complement: y)
  }

  /// The value exceeded with probability `tail`, for `tail` of at most one half.
  ///
  /// Newton's method, where it comes from one side only: on the probability in the middle for
  /// values near zero, on the logarithms in the tail.
  func upperQuantile(_ tail: Double) -> Double {
    guard degreesOfFreedom.isFinite else { return -NormalQuantile.value(tail) }
    guard tail > 0 else { return .infinity }
    let middle = 0.5 - tail
    guard middle > 0 else { return 0 }
    guard tail <= 0.25 else { return quantileFromMiddle(middle) }
    // So far out that the tail is a power of t, which is inverted.
    let a = degreesOfFreedom / 2
    let logShare = (log(2 * tail) + log(a) + LogGamma.logBeta(a, 0.5)) / a
    guard logShare > Self.negligible else {
      return exp((log(degreesOfFreedom) - logShare) / 2)
    }
    return quantileFromTail(tail)
  }

  private func quantileFromMiddle(_ middle: Double) -> Double {
    var t = middle / density(0)
    for _ in 0..<100 {
      let step = (middle - probabilityFromZero(t)) / density(t)
      t += step
      if abs(step) <= 1e-15 * t { break }
    }
    return t
  }

  private func quantileFromTail(_ tail: Double) -> Double {
    var t = max(0.5, -NormalQuantile.value(tail))
    var (low, high) = (0.0, Double.infinity)
    for _ in 0..<200 {
      let reached = upperTail(t)
      if reached >= tail { low = max(low, t) } else { high = min(high, t) }
      let step = reached * log(reached / tail) / (density(t) * t)
      var next = t * exp(step)
      // Where probabilities vanish below every number, the bracket is halved instead.
      if !(next > low && next < high), !(abs(step) <= 1e-12) {
        next = high.isFinite ? (low + high) / 2 : 2 * low
      }
      let moved = abs(next / t - 1)
      t = next
      if moved <= 1e-15 { break }
    }
    return t
  }

  /// The probability of lying between zero and `t`.
  private func probabilityFromZero(_ t: Double) -> Double {
    let (x, y) = shares(t)
    return 0.5 * IncompleteBeta(a: 0.5, b: degreesOfFreedom / 2).value(y, complement: x)
  }

  /// The integral of the density beyond `t`, over the density at `t`.
  ///
  /// With many degrees of freedom the continued fraction loses digits in the tail. Here the
  /// trapezoidal rule runs over a distance of u = w exp(v − exp(−v)), by which the integrand dies
  /// away so fast on both sides that equal steps of v give all digits.
  private func integralBeyond(_ t: Double) -> Double {
    let steps = 32
    var sum = 0.0
    for index in -4 * steps...6 * steps {
      let v = Double(index) / Double(steps)
      let u = exp(v - exp(-v)) / (1 + t)
      let growth = u * (2 * t + u) / (degreesOfFreedom + t * t)
      sum += u * (1 + exp(-v)) * exp(-(degreesOfFreedom + 1) / 2 * log1p(growth))
    }
    return sum / Double(steps)
  }

  /// ln of a share of ν in ν + t² below which 1 less the share is 1.
  private static let negligible = -80.0

  /// ln of twice the upper tail where ν / (ν + t²) is next to nothing.
  private func logFarTail(_ logShare: Double) -> Double {
    let a = degreesOfFreedom / 2
    return a * logShare - log(a) - LogGamma.logBeta(a, 0.5)
  }

  private func density(_ t: Double) -> Double {
    let shape = -(degreesOfFreedom + 1) / 2 * log1p(t * t / degreesOfFreedom)
    return exp(shape - LogGamma.logBeta(0.5, degreesOfFreedom / 2)) / degreesOfFreedom.squareRoot()
  }

  /// ν / (ν + t²) and what it lacks to 1, each exact to the last digits.
  private func shares(_ t: Double) -> (Double, Double) {
    let ratio = t * t / degreesOfFreedom
    guard ratio.isFinite else { return (degreesOfFreedom / t / t, 1) }
    return (1 / (1 + ratio), ratio / (1 + ratio))
  }
}
