#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Noncentral Student's t: (Z + δ) / √(χ²_ν / ν), the statistic of a t test where there is an
/// effect.
///
/// Given s = √(χ²_ν / ν), the statistic is below t with probability Φ(ts − δ). That times the
/// density of s is integrated over u = ln s: nothing is subtracted, so that either tail has all
/// its digits, however far out. Over u the integrand has one peak and dies away so smoothly that
/// equal steps give full accuracy.
struct NoncentralStudentDistribution {
  let degreesOfFreedom: Double
  let noncentrality: Double

  /// - Precondition: The degrees of freedom are above zero and finite, the noncentrality is finite.
  init(_ degreesOfFreedom: Double, noncentrality: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite && noncentrality.isFinite,
      "t on \(degreesOfFreedom) degrees of freedom, noncentrality \(noncentrality)")
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// The probability of at most `t`.
  func lowerTail(_ t: Double) -> Double { min(1, exp(logLowerTail(t))) }

  /// The probability of more than `t`.
  func upperTail(_ t: Double) -> Double { min(1, exp(logUpperTail(t))) }

  /// The logarithm of the probability of more than `t`.
  func logUpperTail(_ t: Double) -> Double {
    NoncentralStudentDistribution(degreesOfFreedom, noncentrality: -noncentrality)
      .logLowerTail(-t)
  }

  /// The logarithm of the probability of at most `t`.
  func logLowerTail(_ t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : t < 0 ? -.infinity : 0 }
    let delta = noncentrality
    if t == 0 { return NormalTail.logLower(-delta) }
    if abs(delta) > max(40, 4 * (2 * degreesOfFreedom).squareRoot()) {
      return logLowerTailOverZ(t)
    }
    let peak = peakOfTail(t)
    let s = exp(peak)
    let z = t * s - delta
    let ratio = NormalTail.densityOverLower(z)
    let curvature =
      t * t * s * s * ratio * (z + ratio) + degreesOfFreedom * (1 + s * s)
    let width = 1 / curvature.squareRoot()
    // Steps as fine as the peak, and as the turn of Φ(ts − δ) from 0 to 1 where it is steeper.
    let steepest = min(abs(t) * s * exp(min(9 * width, 3)), abs(delta) + 6)
    let step = min(0.5 * width, 0.1, 0.5 / max(1, steepest))
    return logSum(around: peak, step: step) { u in
      NormalTail.logLower(t * exp(u) - delta)
    }
  }

  /// The logarithm of the density at `t`.
  func logDensity(_ t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : -.infinity }
    let delta = noncentrality
    // s φ(ts − δ) sᵛ exp(−νs²/2) peaks where its logarithm, a square and a logarithm of s, does.
    let quadratic = t * t + degreesOfFreedom
    let linear = t * delta
    let root = (linear * linear + 4 * quadratic * (degreesOfFreedom + 1)).squareRoot()
    let s =
      linear >= 0
      ? (linear + root) / (2 * quadratic) : 2 * (degreesOfFreedom + 1) / (root - linear)
    let width = 1 / (quadratic * s * s + degreesOfFreedom + 1).squareRoot()
    return logSum(around: log(s), step: min(0.5 * width, 0.1)) { u in
      let z = t * exp(u) - delta
      return u - 0.5 * z * z - NormalTail.halfLogTau
    }
  }

  /// The density at `t`.
  func density(_ t: Double) -> Double { exp(logDensity(t)) }

  /// The logarithm of the probability of at most `t` where the noncentrality is far from zero, and
  /// spreads further by the scale than by Z: then the integral over Z is the smooth one.
  private func logLowerTailOverZ(_ t: Double) -> Double {
    // Z is never as far out as δ.
    guard (t > 0) == (noncentrality > 0) else { return t > 0 ? 0 : -.infinity }
    let scale = IncompleteGamma(shape: degreesOfFreedom / 2)
    let delta = abs(noncentrality)
    func term(_ index: Int) -> Double {
      let z = 0.5 * Double(index)
      guard z > -delta else { return 0 }
      let s = (z + delta) / t
      let square = 0.5 * degreesOfFreedom * s * s
      return exp(-0.5 * z * z) * (t > 0 ? scale.upper(square) : scale.lower(square))
    }
    var peak = stride(from: -80, through: 80, by: 8).max { term($0) < term($1) } ?? 0
    while term(peak + 1) > term(peak) { peak += 1 }
    while term(peak - 1) > term(peak) { peak -= 1 }
    var sum = term(peak)
    guard sum > 0 else { return -.infinity }
    for direction in [1, -1] {
      var index = peak + direction
      while true {
        let next = term(index)
        sum += next
        if next < 1e-19 * sum { break }
        index += direction
      }
    }
    return min(0, log(0.5 * sum) - NormalTail.halfLogTau)
  }

  /// Where the integrand of the lower tail peaks, as ln s: its slope falls with s.
  private func peakOfTail(_ t: Double) -> Double {
    func slope(_ u: Double) -> Double {
      let s = exp(u)
      return t * s * NormalTail.densityOverLower(t * s - noncentrality)
        + degreesOfFreedom * (1 - s * s)
    }
    var end = t > 0 ? 0.5 : -0.5
    while (slope(end) > 0) == (t > 0), abs(end) < 600 { end *= 2 }
    return RootFinding.root(between: 0, and: end, tolerance: 1e-6, of: slope) ?? 0
  }

  /// The logarithm of the integral of a factor times the density of s, over u = ln s.
  private func logSum(around peak: Double, step: Double, _ factor: (Double) -> Double) -> Double {
    let nu = degreesOfFreedom
    func logTerm(_ u: Double) -> Double { factor(u) + nu * (u - 0.5 * expm1(2 * u)) }
    let top = logTerm(peak)
    guard top > -.infinity else { return top }
    var sum = 1.0
    for direction in [step, -step] {
      var index = 1.0
      while true {
        let term = exp(logTerm(peak + index * direction) - top)
        sum += term
        if term < 1e-19 * sum { break }
        index += 1
      }
    }
    return top + log(sum * step) + logFactor
  }

  /// ln of what νᵘ exp(−ν (s² − 1) / 2) lacks to the density of ln s.
  private var logFactor: Double {
    let shape = degreesOfFreedom / 2
    guard shape >= 10 else { return log(2) + shape * (log(shape) - 1) - LogGamma.value(shape) }
    return log(2) + 0.5 * log(shape) - NormalTail.halfLogTau - LogGamma.correction(shape)
  }
}

extension NoncentralStudentDistribution {
  /// The noncentrality at which `t` is reached or stayed below with a given probability.
  ///
  /// - Parameters:
  ///   - t: A finite number.
  ///   - degreesOfFreedom: Above zero, finite.
  ///   - probability: Of at most `t`, between 0 and 1 and neither.
  /// - Returns: To about 1e-14 of max(1, |t|).
  static func noncentrality(
    at t: Double, degreesOfFreedom: Double, probability: Double
  ) -> Double {
    precondition(0 < probability && probability < 1 && t.isFinite, "no noncentrality at \(t)")
    // A larger noncentrality makes values up to t rarer. The smaller tail is compared, since the
    // larger one is rounded to 1.
    func excess(_ delta: Double) -> Double {
      let distribution = NoncentralStudentDistribution(degreesOfFreedom, noncentrality: delta)
      return probability <= 0.5
        ? distribution.logLowerTail(t) - log(probability)
        : log1p(-probability) - distribution.logUpperTail(t)
    }
    // The spread of t about δ, without squaring a number that may be large.
    let spread = max(1, abs(t) / (2 * degreesOfFreedom).squareRoot())
    let guess = t - NormalQuantile.value(probability) * spread
    var reach = 0.25 * max(1, abs(guess - t))
    var (low, high) = (guess - reach, guess + reach)
    while excess(low) < 0 {
      reach *= 2
      (low, high) = (low - reach, low)
    }
    while excess(high) > 0 {
      reach *= 2
      (low, high) = (high, high + reach)
    }
    return RootFinding.root(between: low, and: high, of: excess) ?? guess
  }
}

/// The logarithm of Φ, also where Φ itself is below every number.
enum NormalTail {
  /// ½ ln(2π).
  static let halfLogTau = 0.918_938_533_204_672_741_8

  /// ln Φ(z).
  static func logLower(_ z: Double) -> Double {
    if z > 5 { return log1p(-Distributions.normalCDF(-z)) }
    if z > -36 { return log(Distributions.normalCDF(z)) }
    let q = 1 / (z * z)
    let series = 1 - q * (1 - 3 * q * (1 - 5 * q * (1 - 7 * q * (1 - 9 * q))))
    return -0.5 * z * z - halfLogTau - log(-z) + log(series)
  }

  /// φ(z) / Φ(z), the inverse of Mills' ratio.
  static func densityOverLower(_ z: Double) -> Double {
    exp(-0.5 * z * z - halfLogTau - logLower(z))
  }
}
