/// The minimum of a smooth function whose gradient is known, by the method of Broyden, Fletcher,
/// Goldfarb and Shanno.
///
/// - SeeAlso: J. Nocedal, S. J. Wright (2006), *Numerical Optimization*, ch. 6.
struct QuasiNewtonMinimum: Sendable {
  let point: [Double]
  let value: Double
  /// Whether the search ended where no step gains anything but rounding.
  let hasConverged: Bool

  /// Descends.
  ///
  /// There is no minimum to be had where the function has no value at the start.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - function: The function with its gradient; `nil` where it has no value.
  init?(
    from start: [Double], _ function: ([Double]) -> (value: Double, gradient: [Double])?
  ) {
    guard var state = function(start) else { return nil }
    let count = start.count
    var point = start
    var hasConverged = count == 0
    var inverse = Self.identity(count, scale: Self.firstScale(state.gradient))
    var isFresh = true
    for _ in 0..<200 where !hasConverged {
      var step = (0..<count).map { row in
        -(0..<count).reduce(0) { $0 + inverse[row, $1] * state.gradient[$1] }
      }
      let size = zip(step, point).map { abs($0) / max(1, abs($1)) }.max() ?? 0
      if size > 1 { step = step.map { $0 / size } }
      let slope = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      var length = 1.0
      var reached: (value: Double, gradient: [Double])?
      while reached == nil, length > 1e-8 {
        let next = zip(point, step).map { $0 + length * $1 }
        if let other = function(next),
          other.value <= state.value + 1e-4 * length * slope + 1e-14 * abs(state.value)
        {
          reached = other
        } else {
          length /= 3
        }
      }
      guard slope < 0, let next = reached else {
        // What the curvature was taken for may be wrong: once more from the gradient alone.
        if isFresh {
          hasConverged = -slope <= 1e-9 * max(1, abs(state.value))
          break
        }
        inverse = Self.identity(count, scale: Self.firstScale(state.gradient))
        isFresh = true
        continue
      }
      let moved = step.map { length * $0 }
      let change = zip(next.gradient, state.gradient).map { $0 - $1 }
      Self.update(&inverse, moved, change, isFirst: isFresh)
      isFresh = false
      point = zip(point, moved).map { $0 + $1 }
      state = next
      let last = zip(moved, point).map { abs($0) / max(0.1, abs($1)) }.max() ?? 0
      hasConverged = last < 1e-9 || (last < 1e-6 && -slope < 1e-12 * max(1, abs(state.value)))
    }
    self.point = point
    value = state.value
    self.hasConverged = hasConverged
  }

  /// The first step is about a tenth.
  private static func firstScale(_ gradient: [Double]) -> Double {
    let steepest = gradient.map(abs).max() ?? 0
    return steepest > 0 ? min(1, 0.1 / steepest) : 1
  }

  private static func identity(_ count: Int, scale: Double) -> SmallMatrix {
    var matrix = SmallMatrix(rows: count, columns: count)
    for i in 0..<count { matrix[i, i] = scale }
    return matrix
  }

  /// What the gradient's change says of the inverse curvature.
  private static func update(
    _ inverse: inout SmallMatrix, _ step: [Double], _ change: [Double], isFirst: Bool
  ) {
    let count = step.count
    let curvature = zip(step, change).reduce(0) { $0 + $1.0 * $1.1 }
    let changes = change.reduce(0) { $0 + $1 * $1 }
    let steps = step.reduce(0) { $0 + $1 * $1 }
    guard curvature > 1e-12 * (changes * steps).squareRoot() else { return }
    if isFirst { inverse = identity(count, scale: curvature / changes) }
    let product = (0..<count).map { row in
      (0..<count).reduce(0) { $0 + inverse[row, $1] * change[$1] }
    }
    let whole = zip(change, product).reduce(0) { $0 + $1.0 * $1.1 }
    for i in 0..<count {
      for j in 0..<count {
        inverse[i, j] +=
          (1 + whole / curvature) * step[i] * step[j] / curvature
          - (product[i] * step[j] + step[i] * product[j]) / curvature
      }
    }
  }
}
