/// Satterthwaite's degrees of freedom for contrasts of the fixed effects of a mixed model.
///
/// - SeeAlso: F. E. Satterthwaite (1946), "An approximate distribution of estimates of variance
///   components", *Biometrics Bulletin* 2(6), 110–114, doi:10.2307/3002019.
struct SatterthwaiteDegrees: Sendable {
  private let covariance: SmallMatrix
  /// The covariance's derivatives by each parameter of θ and, at last, by σ.
  private let derivatives: [SmallMatrix]
  /// The covariance matrix of (θ, σ).
  private let parameterCovariance: SmallMatrix

  /// Differentiates the criterion and the covariance of the fixed effects.
  ///
  /// −2 ln L(θ, σ) = ln-determinants(θ) + pwrss(θ)/σ² + (n − p) ln(2πσ²); its derivatives by σ are
  /// exact, those by θ central differences: of the exact gradient, or of the criterion.
  init(_ function: MixedModelCriterion, at theta: [Double], _ point: MixedModelCriterion.Point) {
    let n = function.degreesOfFreedom
    let variance = point.residualSquares / n
    let sigma = variance.squareRoot()
    let count = theta.count
    let basis = function.system.basis
    func covariance(_ point: MixedModelCriterion.Point) -> SmallMatrix {
      var matrix = basis.covariance(point.fixedFactor.inverseFromCholeskyFactor)
      for place in matrix.values.indices { matrix.values[place] *= variance }
      return matrix
    }
    let base = covariance(point)
    var hessian = SmallMatrix(rows: count + 1, columns: count + 1)
    var derivatives: [SmallMatrix] = []
    for i in 0..<count {
      let length = 1e-3 * max(1, abs(theta[i]))
      var (before, after) = (theta, theta)
      before[i] -= length
      after[i] += length
      var derivative = SmallMatrix(rows: base.rowCount, columns: base.columnCount)
      if let low = function.point(before), let high = function.point(after) {
        let (lowCovariance, highCovariance) = (covariance(low), covariance(high))
        for place in derivative.values.indices {
          derivative.values[place] =
            (highCovariance.values[place] - lowCovariance.values[place]) / (2 * length)
        }
        let slope = (high.residualSquares - low.residualSquares) / (2 * length)
        hessian[i, count] = -2 * slope / (variance * sigma)
        hessian[count, i] = hessian[i, count]
        if function.hasGradient {
          let up = function.gradient(at: high, theta: after, variance: variance)
          let down = function.gradient(at: low, theta: before, variance: variance)
          for j in 0..<count {
            let half = (up[j] - down[j]) / (4 * length)
            hessian[i, j] += half
            hessian[j, i] += half
          }
        }
      }
      derivatives.append(derivative)
    }
    if !function.hasGradient {
      let atFixedSigma = { (theta: [Double]) -> Double? in
        function.point(theta).map { $0.logDeterminants + $0.residualSquares / variance }
      }
      if let slopes = NumericalDerivatives(
        of: atFixedSigma, at: theta,
        value: point.logDeterminants + point.residualSquares / variance, step: 1e-3, isFine: true)
      {
        for i in 0..<count { for j in 0..<count { hessian[i, j] = slopes.hessian[i, j] } }
      }
    }
    hessian[count, count] = 4 * n / variance
    var bySigma = base
    for place in bySigma.values.indices { bySigma.values[place] *= 2 / sigma }
    derivatives.append(bySigma)
    self.derivatives = derivatives
    self.covariance = base
    parameterCovariance = Self.twiceInverse(hessian)
  }

  /// The degrees of freedom of a contrast: 2 v² / (gᵀ A g).
  func value(of contrast: [Double]) -> Double {
    let variance = covariance.quadraticForm(contrast)
    let gradient = derivatives.map { $0.quadraticForm(contrast) }
    let spread = parameterCovariance.quadraticForm(gradient)
    return spread > 0 ? 2 * variance * variance / spread : .infinity
  }

  /// 2 H⁻¹ over the directions in which the criterion curves upwards.
  private static func twiceInverse(_ hessian: SmallMatrix) -> SmallMatrix {
    let (values, vectors) = hessian.symmetricEigen
    var inverse = SmallMatrix(rows: hessian.rowCount, columns: hessian.rowCount)
    for (index, value) in values.enumerated() where value > 1e-8 {
      for i in 0..<hessian.rowCount {
        for j in 0..<hessian.rowCount {
          inverse[i, j] += 2 * vectors[i, index] * vectors[j, index] / value
        }
      }
    }
    return inverse
  }
}
