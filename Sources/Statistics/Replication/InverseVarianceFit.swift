#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Estimates of several studies with their variances, and perhaps a predictor of theirs.
struct StudyEstimates {
  let estimates: [Double]
  /// Above zero and finite, as are their inverses.
  let variances: [Double]
  /// One number a study that the effect may depend on; not all the same.
  var predictor: [Double]?

  /// - Throws: ``NoValue/noData`` where there is no study, ``NoValue/noVariation`` where a variance
  ///   is not above zero: such a study would count for all.
  init(estimates: [Double], variances: [Double]) throws(NoValue) {
    precondition(
      estimates.count == variances.count, "\(estimates.count) and \(variances.count) numbers")
    guard !estimates.isEmpty else { throw .noData }
    guard variances.allSatisfy({ $0 > 0 && (1 / $0).isFinite && $0.isFinite }) else {
      throw .noVariation
    }
    self.estimates = estimates
    self.variances = variances
  }

  var count: Int { estimates.count }

  /// How many studies more than coefficients there are.
  var degreesOfFreedom: Double { Double(count - (predictor == nil ? 1 : 2)) }

  /// Whether all studies found the same to the last digit.
  var areAlike: Bool { estimates.allSatisfy { $0 == estimates[0] } }
}

/// The mean of studies, or a line through them, each weighted by w = 1 / (v + τ²).
struct InverseVarianceFit {
  /// The effect, at the weighted mean of the predictor.
  let mean: Double
  /// The effect for one unit more of the predictor; 0 without one.
  let slope: Double
  /// The weighted mean of the predictor.
  let center: Double
  /// Σw: one over the variance of the mean.
  let weight: Double
  /// Σw(x − x̄)²: one over the variance of the slope.
  let predictorSquares: Double
  /// Q = Σw(y − ŷ)².
  let residualSquares: Double
  /// Σw(y − ȳ)², without regard to the predictor.
  let totalSquares: Double
  /// Σw − Σw² / Σw.
  let excessWeight: Double
  /// Twice the slope of the restricted log-likelihood in τ²: y′PPy − tr P.
  let score: Double

  /// - Complexity: O(*k*).
  init(_ studies: StudyEstimates, tau2: Double) {
    let weights = studies.variances.map { 1 / ($0 + tau2) }
    let y = studies.estimates
    let x = studies.predictor
    var weight = 0.0
    var pairs = 0.0
    var sums = (y: 0.0, x: 0.0)
    for index in y.indices {
      let w = weights[index]
      // Products of different weights only: nothing cancels where one weight outdoes all others.
      pairs += w * weight
      weight += w
      sums.y += w * y[index]
      if let x { sums.x += w * x[index] }
    }
    let mean = studies.areAlike ? y[0] : sums.y / weight
    let center = sums.x / weight
    var squares = (x: 0.0, xy: 0.0, y: 0.0, xOfWeights: 0.0)
    for index in y.indices {
      let w = weights[index]
      let distance = (x?[index] ?? center) - center
      squares.x += w * distance * distance
      squares.xy += w * distance * (y[index] - mean)
      squares.y += w * (y[index] - mean) * (y[index] - mean)
      squares.xOfWeights += w * w * distance * distance
    }
    let slope = squares.xy == 0 ? 0 : squares.xy / squares.x
    var residuals = (weighted: 0.0, twiceWeighted: 0.0)
    for index in y.indices {
      let w = weights[index]
      let residual = y[index] - mean - slope * ((x?[index] ?? center) - center)
      residuals.weighted += w * residual * residual
      residuals.twiceWeighted += w * w * residual * residual
    }
    self.mean = mean
    self.slope = slope
    self.center = center
    self.weight = weight
    predictorSquares = squares.x
    residualSquares = residuals.weighted
    totalSquares = squares.y
    excessWeight = 2 * pairs / weight
    let traceOfLine = squares.x == 0 ? 0 : squares.xOfWeights / squares.x
    score = residuals.twiceWeighted - (excessWeight - traceOfLine)
  }

  /// The restricted log-likelihood of τ², less a constant.
  func restrictedLogLikelihood(_ studies: StudyEstimates, tau2: Double) -> Double {
    let logVariances = studies.variances.reduce(0) { $0 + log($1 + tau2) }
    let logPrecision = log(weight) + (studies.predictor == nil ? 0 : log(predictorSquares))
    return -0.5 * (logVariances + logPrecision + residualSquares)
  }
}
