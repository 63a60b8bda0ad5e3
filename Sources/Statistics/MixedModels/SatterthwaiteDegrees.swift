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
  /// exact, those by θ central differences of fourth order.
  init(_ function: MixedModelCriterion, at theta: [Double], _ point: MixedModelCriterion.Point) {
    let n = function.degreesOfFreedom
    let sigma = (point.residualSquares / n).squareRoot()
    let count = theta.count
    let basis = function.system.basis
    func unscaled(_ point: MixedModelCriterion.Point) -> SmallMatrix {
      basis.covariance(point.fixedFactor.inverseFromCholeskyFactor)
    }
    let base = unscaled(point)
    let step = 1e-3
    var hessian = SmallMatrix(rows: count + 1, columns: count + 1)
    var derivatives: [SmallMatrix] = []
    let overSigma = 1 / (sigma * sigma)
    for i in 0..<count {
      let length = step * max(1, abs(theta[i]))
      let points = [-2.0, -1, 1, 2].map { times -> MixedModelCriterion.Point? in
        var other = theta
        other[i] += times * length
        return function.point(other)
      }
      var derivative = SmallMatrix(rows: base.rowCount, columns: base.columnCount)
      if let a = points[0], let b = points[1], let c = points[2], let d = points[3] {
        let (va, vb, vc, vd) = (unscaled(a), unscaled(b), unscaled(c), unscaled(d))
        for place in derivative.values.indices {
          derivative.values[place] =
            (8 * (vc.values[place] - vb.values[place]) - (vd.values[place] - va.values[place]))
            / (12 * length) * sigma * sigma
        }
        let squares = [a, b, c, d].map(\.residualSquares)
        let slope = (8 * (squares[2] - squares[1]) - (squares[3] - squares[0])) / (12 * length)
        hessian[i, count] = -2 * slope * overSigma / sigma
        hessian[count, i] = hessian[i, count]
      }
      derivatives.append(derivative)
    }
    let atFixedSigma = { (theta: [Double]) -> Double? in
      function.point(theta).map { $0.logDeterminants + $0.residualSquares * overSigma }
    }
    if count > 0,
      let slopes = NumericalDerivatives(
        of: atFixedSigma, at: theta,
        value: point.logDeterminants + point.residualSquares * overSigma, step: step, isFine: true)
    {
      for i in 0..<count { for j in 0..<count { hessian[i, j] = slopes.hessian[i, j] } }
    }
    hessian[count, count] = 4 * n * overSigma
    var bySigma = base
    for place in bySigma.values.indices { bySigma.values[place] *= 2 * sigma }
    derivatives.append(bySigma)
    self.derivatives = derivatives
    var covariance = base
    for place in covariance.values.indices { covariance.values[place] *= sigma * sigma }
    self.covariance = covariance
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
