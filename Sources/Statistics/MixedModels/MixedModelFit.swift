/// The search for the covariance factors at which a mixed model's criterion is smallest.
struct MixedModelFit: Sendable {
  let theta: [Double]
  let point: MixedModelCriterion.Point
  let hasConverged: Bool
  let isSingular: Bool

  /// Searches.
  ///
  /// The criterion is even in each diagonal parameter, so that the search needs no bounds: signs are
  /// put right at the end. A parameter that can be 0 as well is 0.
  ///
  /// - Throws: ``NoValue/noVariation`` where the criterion has no value, as of data without noise.
  init(_ function: MixedModelCriterion) throws(NoValue) {
    let diagonal = function.diagonal
    let value = { (theta: [Double]) in function.point(theta)?.value }
    let start = Self.start(function, value)
    guard let minimum = Self.minimum(of: function, from: start) else { throw .noVariation }
    var theta = minimum.point
    var best = minimum.value
    for index in theta.indices where diagonal[index] && abs(theta[index]) < 0.05 {
      var other = theta
      other[index] = 0
      if let reached = value(other), reached <= best + 1e-10 {
        theta = other
        best = min(best, reached)
      }
    }
    theta = Self.withPositiveDiagonal(theta, function)
    guard let point = function.point(theta) else { throw .noVariation }
    self.theta = theta
    self.point = point
    hasConverged = minimum.hasConverged
    isSingular = zip(theta, diagonal).contains { $1 && abs($0) < 1e-6 }
  }

  /// The minimum by the exact gradient where it is known, otherwise by differences.
  private static func minimum(
    of function: MixedModelCriterion, from start: [Double]
  ) -> (point: [Double], value: Double, hasConverged: Bool)? {
    guard function.hasGradient else {
      return NewtonMinimum(from: start) { function.point($0)?.value }
        .map { ($0.point, $0.value, $0.hasConverged) }
    }
    return QuasiNewtonMinimum(from: start) { theta in
      function.point(theta).map { point in
        let variance = point.residualSquares / function.degreesOfFreedom
        return (point.value, function.gradient(at: point, theta: theta, variance: variance))
      }
    }.map { ($0.point, $0.value, $0.hasConverged) }
  }

  /// The best of a few coarse values of each diagonal parameter in turn, the others being 0.
  private static func start(
    _ function: MixedModelCriterion, _ value: ([Double]) -> Double?
  ) -> [Double] {
    let diagonal = function.diagonal
    var start = diagonal.map { $0 ? 1.0 : 0.0 }
    var best = value(start) ?? .infinity
    for index in start.indices where diagonal[index] {
      for candidate in [0.3, 3, 10] {
        var other = start
        other[index] = candidate
        if let reached = value(other), reached < best {
          best = reached
          start = other
        }
      }
    }
    return start
  }

  /// The same covariances with factors whose diagonal is not negative: Λ's columns may change sign.
  private static func withPositiveDiagonal(
    _ theta: [Double], _ function: MixedModelCriterion
  ) -> [Double] {
    var result = theta
    var start = 0
    for term in function.system.terms {
      func place(_ row: Int, _ column: Int) -> Int { start + row * (row + 1) / 2 + column }
      for column in 0..<term.width where result[place(column, column)] < 0 {
        for row in column..<term.width { result[place(row, column)].negate() }
      }
      start += term.parameterCount
    }
    return result
  }
}
