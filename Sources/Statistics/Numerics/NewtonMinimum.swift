/// The minimum of a smooth function of a few numbers, by Newton's method on central differences,
/// damped as Levenberg and Marquardt do.
struct NewtonMinimum: Sendable {
  let point: [Double]
  let value: Double
  /// Whether the last step was as small as rounding lets it be.
  let hasConverged: Bool

  /// Descends.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - function: The function; `nil` where it has no value.
  init?(from start: [Double], _ function: ([Double]) -> Double?) {
    guard var value = function(start) else { return nil }
    var point = start
    var damping = 1e-3
    var hasConverged = false
    var isFine = false
    for _ in 0..<200 {
      guard
        let slopes = NumericalDerivatives(
          of: function, at: point, value: value, step: isFine ? 5e-4 : 1e-3, isFine: isFine)
      else { break }
      guard
        let step = Self.step(slopes, damping: damping)
      else {
        damping *= 10
        if damping > 1e12 { break }
        continue
      }
      let size = zip(step, point).map { abs($0) / max(0.1, abs($1)) }.max() ?? 0
      // A step much longer than the point itself is not believed.
      let shrink = min(1, 2 / max(size, 1e-300))
      let next = zip(point, step).map { $0 + shrink * $1 }
      guard let reached = function(next), reached <= value + 1e-12 * abs(value) else {
        damping = max(damping * 10, 1e-6)
        if damping > 1e12 { break }
        continue
      }
      point = next
      value = reached
      damping = damping < 1e-9 ? 0 : damping / 30
      if size < 1e-5 {
        if isFine, size < 1e-8 || damping == 0 {
          hasConverged = true
          break
        }
        isFine = true
        damping = 0
      }
    }
    self.point = point
    self.value = value
    self.hasConverged = hasConverged
  }

  private static func step(_ slopes: NumericalDerivatives, damping: Double) -> [Double]? {
    let hessian = slopes.hessian
    let count = slopes.gradient.count
    // A direction without curvature is as stiff as the stiffest one: the step stays finite.
    let stiffest = (0..<count).map { abs(hessian[$0, $0]) }.max() ?? 0
    var damped = hessian
    for i in 0..<count {
      damped[i, i] += damping * max(abs(hessian[i, i]), 1e-3 * stiffest, 1e-12)
    }
    guard let factor = damped.choleskyFactor else { return nil }
    return factor.solvingTransposedLower(factor.solvingLower(slopes.gradient.map { -$0 }))
  }
}

/// Gradient and Hessian by central differences.
struct NumericalDerivatives: Sendable {
  var gradient: [Double]
  var hessian: SmallMatrix

  /// Differentiates.
  ///
  /// - Parameters:
  ///   - function: The function; `nil` where it has no value.
  ///   - point: Where.
  ///   - value: The function there.
  ///   - step: The length of a step, relative to coordinates above 1.
  ///   - isFine: Whether the gradient and the curvatures come from steps of two lengths, so that
  ///     their error is of the fourth order.
  init?(
    of function: ([Double]) -> Double?, at point: [Double], value: Double, step: Double,
    isFine: Bool
  ) {
    let count = point.count
    let steps = point.map { step * max(1, abs($0)) }
    func moved(_ moves: [(Int, Double)]) -> Double? {
      var other = point
      for (index, times) in moves { other[index] += times * steps[index] }
      return function(other)
    }
    gradient = [Double](repeating: 0, count: count)
    hessian = SmallMatrix(rows: count, columns: count)
    var near: [(Double, Double)] = []
    for i in 0..<count {
      guard let ahead = moved([(i, 1)]), let behind = moved([(i, -1)]) else { return nil }
      near.append((ahead, behind))
      var slope = (ahead - behind) / (2 * steps[i])
      var curvature = (ahead - 2 * value + behind) / (steps[i] * steps[i])
      if isFine {
        guard let far = moved([(i, 2)]), let back = moved([(i, -2)]) else { return nil }
        slope = (4 * slope - (far - back) / (4 * steps[i])) / 3
        curvature = (4 * curvature - (far - 2 * value + back) / (4 * steps[i] * steps[i])) / 3
      }
      gradient[i] = slope
      hessian[i, i] = curvature
    }
    for i in 0..<count {
      for j in 0..<i {
        guard let ahead = moved([(i, 1), (j, 1)]), let behind = moved([(i, -1), (j, -1)]) else {
          return nil
        }
        let mixed =
          (ahead + behind - near[i].0 - near[i].1 - near[j].0 - near[j].1 + 2 * value)
          / (2 * steps[i] * steps[j])
        hessian[i, j] = mixed
        hessian[j, i] = mixed
      }
    }
  }
}
