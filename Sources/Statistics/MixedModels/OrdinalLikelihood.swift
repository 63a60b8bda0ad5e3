#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The likelihood of a cumulative logit model in its thresholds and effects.
struct OrdinalLikelihood: Sendable {
  struct Maximum: Sendable {
    let point: [Double]
    let value: Double
    /// The observed information.
    let information: SmallMatrix
    let hasConverged: Bool
  }

  private let category: [Int]
  private let categoryCount: Int
  /// How often each row stands in the data.
  private let weights: [Double]
  private let columns: [[Double]]
  /// The rows of each level of the random intercept.
  private let groups: [[Int]]

  init(
    response: [Double], categories: [Double], columns: [[Double]], weights: [Double],
    random: RandomTerm?
  ) {
    var index: [Double: Int] = [:]
    for (position, value) in categories.enumerated() { index[value] = position }
    category = response.map { index[$0, default: 0] }
    categoryCount = categories.count
    self.columns = columns
    self.weights = weights
    var groups = [[Int]](repeating: [], count: random?.levelCount ?? 0)
    if let random { for (row, level) in random.levels.enumerated() { groups[level].append(row) } }
    self.groups = groups
  }

  private var thresholdCount: Int { categoryCount - 1 }

  /// What one row's likelihood is, and its derivatives by both of its limits.
  private struct Cell {
    /// ln(F(upper) − F(lower)).
    let value: Double
    /// Derivatives by the upper and the lower limit.
    let upper: Double
    let lower: Double
    let upperUpper: Double
    let lowerLower: Double
    let upperLower: Double

    /// - Parameters:
    ///   - upper: θ_j − xβ; infinite in the last category.
    ///   - lower: θ_{j−1} − xβ; −∞ in the first one.
    init(upper: Double, lower: Double) {
      // Both tails of each limit, so that no difference of numbers near 1 is taken.
      let (above, below) = (Cell.logistic(-upper), Cell.logistic(-lower))
      let (under, beneath) = (Cell.logistic(upper), Cell.logistic(lower))
      let share = lower > 0 ? below - above : under - beneath
      let (densityAbove, densityBelow) = (under * above, beneath * below)
      let (curveAbove, curveBelow) = (
        densityAbove * (above - under), densityBelow * (below - beneath)
      )
      value = share > 0 ? log(share) : -.infinity
      self.upper = densityAbove / share
      self.lower = -densityBelow / share
      upperUpper = curveAbove / share - self.upper * self.upper
      lowerLower = -curveBelow / share - self.lower * self.lower
      upperLower = -self.upper * self.lower
    }

    /// 1 / (1 + e^−x).
    private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
  }

  private func limits(_ row: Int, _ point: [Double], shift: Double) -> (Double, Double) {
    let j = category[row]
    return (
      j < thresholdCount ? point[j] - shift : .infinity, j > 0 ? point[j - 1] - shift : -.infinity
    )
  }

  private func linear(_ row: Int, _ point: [Double]) -> Double {
    var sum = 0.0
    for (index, column) in columns.enumerated() {
      sum += point[thresholdCount + index] * column[row]
    }
    return sum
  }

  private func isOrdered(_ point: [Double]) -> Bool {
    (1..<max(1, thresholdCount)).allSatisfy { point[$0 - 1] < point[$0] }
  }

  // MARK: Without a random part

  /// The maximum of the likelihood without a random intercept, by Newton's method.
  ///
  /// - Throws: ``NoValue/notIdentifiable`` where there is none.
  func fixedMaximum() throws(NoValue) -> Maximum {
    var counts = [Double](repeating: 0, count: categoryCount)
    for (j, weight) in zip(category, weights) { counts[j] += weight }
    let total = weights.reduce(0, +)
    var below = 0.0
    var point = (0..<thresholdCount).map { j -> Double in
      below += counts[j]
      return log(below / (total - below))
    }
    point += [Double](repeating: 0, count: columns.count)
    var state = derivatives(point)
    for _ in 0..<200 {
      guard let factor = state.information.choleskyFactor else { throw .notIdentifiable }
      let step = factor.solvingTransposedLower(factor.solvingLower(state.gradient))
      let gain = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if gain < 1e-18 * max(1, abs(state.value)) {
        return Maximum(
          point: point, value: state.value, information: state.information, hasConverged: true)
      }
      var length = 1.0
      var next = state
      while length > 1e-10 {
        let candidate = zip(point, step).map { $0 + length * $1 }
        if isOrdered(candidate) {
          next = derivatives(candidate)
          if next.value >= state.value - 1e-13 * abs(state.value) {
            point = candidate
            break
          }
        }
        length /= 2
      }
      guard length > 1e-10 else { break }
      state = next
      // A likelihood that still grows where odds are beyond e^50 has no maximum.
      if point.contains(where: { !$0.isFinite || abs($0) > 1e8 }) { throw .notIdentifiable }
    }
    return Maximum(
      point: point, value: state.value, information: state.information, hasConverged: false)
  }

  private func derivatives(
    _ point: [Double]
  ) -> (value: Double, gradient: [Double], information: SmallMatrix) {
    let count = point.count
    var value = 0.0
    var gradient = [Double](repeating: 0, count: count)
    var information = SmallMatrix(rows: count, columns: count)
    for row in category.indices {
      let (upper, lower) = limits(row, point, shift: linear(row, point))
      let cell = Cell(upper: upper, lower: lower)
      let weight = weights[row]
      value += weight * cell.value
      let j = category[row]
      // The limits' derivatives by the parameters: the thresholds 1, the effects −x.
      var parts: [(index: Int, byUpper: Double, byLower: Double)] = []
      if j < thresholdCount { parts.append((j, 1, 0)) }
      if j > 0 { parts.append((j - 1, 0, 1)) }
      for (index, column) in columns.enumerated() {
        parts.append(
          (
            thresholdCount + index, upper.isFinite ? -column[row] : 0,
            lower.isFinite ? -column[row] : 0
          ))
      }
      for a in parts {
        gradient[a.index] += weight * (cell.upper * a.byUpper + cell.lower * a.byLower)
        for b in parts {
          information[a.index, b.index] -=
            weight
            * (cell.upperUpper * a.byUpper * b.byUpper + cell.lowerLower * a.byLower * b.byLower
              + cell.upperLower * (a.byUpper * b.byLower + a.byLower * b.byUpper))
        }
      }
    }
    return (value, gradient, information)
  }

  // MARK: With a random intercept

  /// The log likelihood by Laplace's approximation.
  ///
  /// - Parameter parameters: Thresholds, effects, and the standard deviation of the intercept.
  /// - Returns: `nil` where the thresholds do not ascend or a mode is not found.
  func laplace(_ parameters: [Double]) -> Double? {
    guard isOrdered(parameters), let deviation = parameters.last else { return nil }
    var total = 0.0
    for group in groups {
      guard let share = groupShare(group, parameters, deviation) else { return nil }
      total += share
    }
    return total
  }

  /// ln of one level's integral: its integrand at the mode, and the curvature there.
  private func groupShare(
    _ rows: [Int], _ parameters: [Double], _ deviation: Double
  ) -> Double? {
    let shifts = rows.map { linear($0, parameters) }
    func integrand(_ v: Double) -> (value: Double, slope: Double, curvature: Double) {
      var (value, slope, curvature) = (-v * v / 2, -v, -1.0)
      for (row, shift) in zip(rows, shifts) {
        let (upper, lower) = limits(row, parameters, shift: shift + deviation * v)
        let cell = Cell(upper: upper, lower: lower)
        value += cell.value
        slope -= deviation * (cell.upper + cell.lower)
        curvature +=
          deviation * deviation * (cell.upperUpper + cell.lowerLower + 2 * cell.upperLower)
      }
      return (value, slope, curvature)
    }
    var v = 0.0
    var state = integrand(v)
    for _ in 0..<100 {
      let step = -state.slope / state.curvature
      guard step.isFinite else { return nil }
      if abs(step) < 1e-11 {
        return state.value - log(-state.curvature) / 2
      }
      var length = 1.0
      while length > 1e-6 {
        let next = integrand(v + length * step)
        if next.value >= state.value - 1e-12 * abs(state.value) {
          v += length * step
          state = next
          break
        }
        length /= 2
      }
      guard length > 1e-6 else { return state.value - log(-state.curvature) / 2 }
    }
    return nil
  }
}
