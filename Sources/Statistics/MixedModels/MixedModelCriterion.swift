#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Minus twice the log likelihood of a mixed model, as a function of the relative covariance
/// factors alone: fixed effects and residual variance are profiled out.
///
/// f(θ) = ln|S| + ln|R_X|² + (n − p)(1 + ln(2π · pwrss / (n − p))) for REML; for ML without the
/// middle term and with n in place of n − p.
///
/// - SeeAlso: D. Bates, M. Mächler, B. Bolker, S. Walker (2015), "Fitting linear mixed-effects
///   models using lme4", *Journal of Statistical Software* 67(1), doi:10.18637/jss.v067.i01.
struct MixedModelCriterion: Sendable {
  let system: MixedModelSystem
  let estimation: LikelihoodEstimation
  /// What slopes are divided by before, one number a coefficient of a term.
  let scales: [[Double]]

  /// The state at some θ.
  struct Point: Sendable {
    let lambdas: [SmallMatrix]
    let factor: SparseCholesky.Factor
    let reduced: [[Double]]
    /// The lower Cholesky factor of R_XᵀR_X in the basis of the fixed effects.
    let fixedFactor: SmallMatrix
    /// What the fixed effects differ from those of least squares, in the basis.
    let shift: [Double]
    /// The penalised residual sum of squares.
    let residualSquares: Double
    /// ln|S|, and for REML ln|R_X|².
    let logDeterminants: Double
    let value: Double
  }

  /// n − p for REML, n for ML.
  var degreesOfFreedom: Double {
    Double(system.rowCount - (estimation == .reml ? system.basis.columns.count : 0))
  }

  var parameterCount: Int { system.terms.reduce(0) { $0 + $1.parameterCount } }

  /// Which parameters stand on the diagonal of a covariance factor.
  var diagonal: [Bool] {
    system.terms.flatMap { term in
      (0..<term.width).flatMap { row in (0...row).map { $0 == row } }
    }
  }

  /// The covariance factors, row by row the lower triangle of each term's.
  func lambdas(_ theta: [Double]) -> [SmallMatrix] {
    var rest = theta[...]
    return system.terms.enumerated().map { index, term in
      var lambda = SmallMatrix(rows: term.width, columns: term.width)
      for row in 0..<term.width {
        for column in 0...row { lambda[row, column] = rest.removeFirst() / scales[index][row] }
      }
      return lambda
    }
  }

  /// The criterion at θ; `nil` where it cannot be computed.
  func point(_ theta: [Double]) -> Point? {
    let lambdas = lambdas(theta)
    guard let factor = system.factor(lambdas) else { return nil }
    let reduced = system.reduced(factor, lambdas)
    let width = system.basis.columns.count
    let residual = reduced[width]
    var gram = SmallMatrix(rows: width, columns: width)
    var right = [Double](repeating: 0, count: width)
    for i in 0..<width {
      for j in 0...i {
        gram[i, j] = (i == j ? 1 : 0) - product(reduced[i], reduced[j])
      }
      right[i] = -product(reduced[i], residual)
    }
    guard let fixedFactor = gram.choleskyFactor else { return nil }
    let half = fixedFactor.solvingLower(right)
    let squares =
      system.residualSquares - product(residual, residual) - half.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    var logDeterminants = factor.logDeterminant
    if estimation == .reml {
      logDeterminants += (0..<width).reduce(0) { $0 + 2 * log(fixedFactor[$1, $1]) }
      logDeterminants += 2 * system.basis.logDeterminant
    }
    let n = degreesOfFreedom
    return Point(
      lambdas: lambdas, factor: factor, reduced: reduced, fixedFactor: fixedFactor,
      shift: fixedFactor.solvingTransposedLower(half), residualSquares: squares,
      logDeterminants: logDeterminants,
      value: logDeterminants + n * (1 + log(2 * Double.pi * squares / n)))
  }

  /// Whether every term has one coefficient a level, so that ``gradient(at:theta:variance:)`` is
  /// known.
  var hasGradient: Bool { system.terms.allSatisfy { $0.width == 1 } }

  /// The derivatives of −2 ln L(θ, σ) by θ, exact.
  ///
  /// ∂/∂θ_g = (2/θ_g)(q_g − tr(S⁻¹)_g − tr(R_X⁻² W_gᵀW_g) − ‖û_g‖²/σ²), with W = S⁻¹ΛᵀZᵀX and û the
  /// predictions of unit variance; by symmetry 0 at θ_g = 0.
  ///
  /// - Parameters:
  ///   - point: The criterion at θ.
  ///   - theta: θ, one number a term.
  ///   - variance: σ²; that of the point gives the derivatives of the profiled criterion.
  /// - Returns: One element a term.
  func gradient(at point: Point, theta: [Double], variance: Double) -> [Double] {
    let width = system.basis.columns.count
    let diagonal = system.cholesky.inverseDiagonal(point.factor)
    var u = point.reduced[width]
    for (index, shift) in point.shift.enumerated() {
      for row in u.indices { u[row] -= point.reduced[index][row] * shift }
    }
    system.cholesky.solveTransposedLower(point.factor, &u)
    // R_X⁻ᵀ Wᵀ, of which the squares are wanted.
    var fixed: [[Double]] = []
    if estimation == .reml {
      for column in 0..<width {
        var solved = point.reduced[column]
        system.cholesky.solveTransposedLower(point.factor, &solved)
        for (earlier, values) in fixed.enumerated() {
          let share = point.fixedFactor[column, earlier]
          for row in solved.indices { solved[row] -= share * values[row] }
        }
        let pivot = point.fixedFactor[column, column]
        for row in solved.indices { solved[row] /= pivot }
        fixed.append(solved)
      }
    }
    return system.columnOfLevel.enumerated().map { term, starts in
      guard theta[term] != 0 else { return 0 }
      var sum = 0.0
      for start in starts {
        sum += 1 - diagonal[start] - u[start] * u[start] / variance
        for column in fixed { sum -= column[start] * column[start] }
      }
      return 2 * sum / theta[term]
    }
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sum = 0.0
        for index in a.indices { sum += a[index] * b[index] }
        return sum
      }
    }
  }
}

/// Which likelihood is made largest.
public enum LikelihoodEstimation: String, Hashable, Sendable, CaseIterable {
  /// That of the residuals (restricted): variances are not too small for the fixed effects.
  case reml
  /// That of the data: for comparing models of different fixed effects.
  case ml
}
