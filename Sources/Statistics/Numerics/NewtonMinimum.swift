/// The minimum of a smooth function of a few numbers, by Newton's method on central differences.
///
/// Where the function curves downwards a direction counts with the size of its curvature, so that the
/// search leaves saddles and flat shoulders; steps are halved until they gain.
///
/// - SeeAlso: J. Nocedal, S. J. Wright (2006), *Numerical Optimization*, ch. 3.
struct NewtonMinimum: Sendable {
  let point: [Double]
  let value: Double
  /// Whether the last step was as small as rounding lets it be.
  let hasConverged: Bool

  /// Descends.
  ///
  /// There is no minimum to be had where the function has no value at the start.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - function: The function; `nil` where it has no value.
  init?(from start: [Double], _ function: ([Double]) -> Double?) {
    guard var value = function(start) else { return nil }
    var point = start
    var hasConverged = false
    var isFine = false
    for _ in 0..<100 {
      guard
        let slopes = NumericalDerivatives(
          of: function, at: point, value: value, step: 1e-3, isFine: isFine)
      else { break }
      let step = Self.step(slopes, at: point)
      let size = zip(step, point).map { abs($0) / max(0.1, abs($1)) }.max() ?? 0
      let slope = zip(step, slopes.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      var length = 1.0
      var reached: Double?
      while reached == nil, length > 1e-6 {
        let next = zip(point, step).map { $0 + length * $1 }
        // What rounding does to the function is no loss.
        if let other = function(next), other <= value + 1e-4 * length * slope + 1e-13 * abs(value) {
          reached = other
          point = next
        } else {
          length /= 3
        }
      }
      if let reached { value = reached }
      if size < 1e-4 || reached == nil {
        if isFine {
          hasConverged = size < 1e-4
          if size < 1e-7 || reached == nil { break }
        }
        isFine = true
      }
    }
    self.point = point
    self.value = value
    self.hasConverged = hasConverged
  }

  /// Newton's step, no longer than the point is large.
  private static func step(_ slopes: NumericalDerivatives, at point: [Double]) -> [Double] {
    let (values, vectors) = slopes.hessian.symmetricEigen
    let steepest = values.map(abs).max() ?? 0
    var step = [Double](repeating: 0, count: point.count)
    for (index, value) in values.enumerated() {
      let curvature = max(abs(value), 1e-8 * steepest, .leastNormalMagnitude)
      let share = point.indices.reduce(0) { $0 + vectors[$1, index] * slopes.gradient[$1] }
      for row in point.indices { step[row] -= share / curvature * vectors[row, index] }
    }
    let size = zip(step, point).map { abs($0) / max(1, abs($1)) }.max() ?? 0
    return size > 1 ? step.map { $0 / size } : step
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
