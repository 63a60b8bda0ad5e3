/// Where a function of one variable is zero.
enum RootFinding {
  /// The zero of a continuous function between two points at which its signs differ.
  ///
  /// Brent's method: secants and inverse parabolas where they gain, halving where they do not, so
  /// that it always ends, and ends at the last digits. With a tolerance it ends where R's `uniroot`
  /// does.
  ///
  /// - Parameters:
  ///   - low: One end, finite.
  ///   - high: The other end, finite.
  ///   - tolerance: How far from the zero the result may be, besides a few units in the last place.
  ///   - function: Gives numbers, infinite ones included; never NaN.
  /// - Returns: `nil` where the signs at both ends are the same.
  /// - SeeAlso: R. P. Brent (1973), *Algorithms for Minimization without Derivatives*, ch. 4.
  static func root(
    between low: Double, and high: Double, tolerance: Double = 0, of function: (Double) -> Double
  ) -> Double? {
    var (a, b) = (low, high)
    var (atA, atB) = (function(a), function(b))
    if atA == 0 { return a }
    if atB == 0 { return b }
    guard (atA < 0) != (atB < 0) else { return nil }
    // The zero lies between b and c; b is the better of both, a was b before.
    var (c, atC) = (a, atA)
    for _ in 0..<1_000 {
      let last = b - a
      if abs(atC) < abs(atB) {
        (a, b, c) = (b, c, b)
        (atA, atB, atC) = (atB, atC, atB)
      }
      let near = 2 * Double.ulpOfOne * abs(b) + 0.5 * tolerance + Double.leastNormalMagnitude
      let middle = 0.5 * (c - b)
      guard abs(middle) > near, atB != 0 else { return b }
      var next = middle
      if abs(last) >= near, abs(atA) > abs(atB) {
        let interpolated = step(middle: middle, a, b, c, atA, atB, atC)
        if abs(interpolated) < min(1.5 * abs(middle) - 0.5 * near, 0.5 * abs(last)),
          (interpolated < 0) == (middle < 0)
        {
          next = interpolated
        }
      }
      if abs(next) < near { next = next < 0 ? -near : near }
      (a, atA) = (b, atB)
      b += next
      atB = function(b)
      if (atB < 0) == (atC < 0) { (c, atC) = (a, atA) }
    }
    return b
  }

  /// From b to where the secant, or the parabola through three points, is zero.
  private static func step(
    middle: Double, _ a: Double, _ b: Double, _ c: Double, _ atA: Double, _ atB: Double,
    _ atC: Double
  ) -> Double {
    let s = atB / atA
    if a == c { return -2 * middle * s / (1 - s) }
    let q = atA / atC
    let r = atB / atC
    let over = s * (2 * middle * q * (q - r) - (b - a) * (r - 1))
    return over / -((q - 1) * (r - 1) * (s - 1))
  }

  /// Where an increasing function is zero, by Newton's method.
  ///
  /// Meant for concave functions, such as logarithms of probabilities, where the values come from
  /// below after the first step. A step that leaves the bracket found so far halves it instead.
  ///
  /// - Parameters:
  ///   - start: A first guess, finite.
  ///   - reach: How far one step may go; a larger one is cut.
  ///   - function: The value and the slope.
  /// - Returns: The zero, to the last digits.
  static func increasingRoot(
    from start: Double, reach: Double, of function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var (low, high) = (-Double.infinity, Double.infinity)
    var x = start
    for _ in 0..<2_000 {
      let (value, slope) = function(x)
      if value == 0 { return x }
      if value < 0 { low = x } else { high = x }
      var step = -value / slope
      if !(abs(step) < reach) || (step > 0) != (value < 0) { step = value < 0 ? reach : -reach }
      var next = x + step
      if !(next > low && next < high) {
        guard low.isFinite, high.isFinite else { return x }
        next = low + 0.5 * (high - low)
        if next == low || next == high { return next }
      } else if abs(step) <= 1e-11 * max(1, abs(x)) {
        // Newton's steps shrink by squares: after one this small the rest is below rounding.
        return next
      }
      x = next
    }
    return x
  }
}
