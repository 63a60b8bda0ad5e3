#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Estimates of τ², the variance of the true effects of studies, at least zero.
enum HeterogeneityVariance {
  /// DerSimonian and Laird's: the τ² under which Q would be expected to be what it is.
  static func dersimonianLaird(_ studies: StudyEstimates) -> Double {
    let fit = InverseVarianceFit(studies, tau2: 0)
    return max(0, (fit.residualSquares - studies.degreesOfFreedom) / fit.excessWeight)
  }

  /// Paule and Mandel's: the τ² at which the generalised Q is the number of degrees of freedom.
  static func pauleMandel(_ studies: StudyEstimates) -> Double {
    tau2(studies, atGeneralisedQ: studies.degreesOfFreedom)
  }

  /// Paule and Mandel's as metafor 3.8-1 has it, which looks between 0 and 100 and ends its search as
  /// R's `uniroot` does, at a tolerance of the fourth root of the rounding unit; beyond 100, where
  /// metafor has no value, the exact one.
  static func pauleMandelOfMetafor(_ studies: StudyEstimates) -> Double {
    func excess(_ tau2: Double) -> Double {
      InverseVarianceFit(studies, tau2: tau2).residualSquares - studies.degreesOfFreedom
    }
    guard excess(0) > 0 else { return 0 }
    let tolerance = Double.ulpOfOne.squareRoot().squareRoot()
    return RootFinding.root(between: 0, and: 100, tolerance: tolerance, of: excess)
      ?? pauleMandel(studies)
  }

  /// The interval between those τ² at which the generalised Q is at the quantiles of its
  /// χ² distribution; both limits are zero where even no heterogeneity would let Q be larger.
  static func qProfile(_ studies: StudyEstimates, level: Double) -> Interval {
    let df = studies.degreesOfFreedom
    let tail = (1 - level) / 2
    return Interval(
      low: tau2(
        studies, atGeneralisedQ: Distributions.chiSquareQuantile(1 - tail, degreesOfFreedom: df)),
      high: tau2(
        studies, atGeneralisedQ: Distributions.chiSquareQuantile(tail, degreesOfFreedom: df)),
      level: level)
  }

  /// The τ² at which Q = Σw(y − ŷ)², w = 1 / (v + τ²), has a value; 0 where it is below at τ² = 0.
  ///
  /// Q falls as τ² grows and is at most Σ(y − ȳ)² / τ², which bounds the search.
  private static func tau2(_ studies: StudyEstimates, atGeneralisedQ target: Double) -> Double {
    func excess(_ tau2: Double) -> Double {
      InverseVarianceFit(studies, tau2: tau2).residualSquares - target
    }
    guard target > 0, excess(0) > 0 else { return 0 }
    let bound = 2 * spread(studies) * studies.degreesOfFreedom / target
    return RootFinding.root(between: 0, and: bound, of: excess) ?? bound
  }

  /// The τ² of the largest restricted likelihood.
  ///
  /// Every maximum is looked for, on a grid that is fine against the scale on which the likelihood
  /// can turn, v + τ²; each is refined to the last digits, and the highest of them and of the
  /// boundary τ² = 0 is taken.
  static func restrictedMaximumLikelihood(_ studies: StudyEstimates) -> Double {
    let spread = spread(studies)
    guard spread > 0, let smallest = studies.variances.min(), let largest = studies.variances.max()
    else { return 0 }
    // Beyond, the likelihood falls: y′PPy ≤ Σ(y − ŷ)² / τ⁴ is below tr P ≥ df / (v + τ²).
    let bound = 1.01 * (spread + (spread * largest).squareRoot())
    let range = log1p(bound / smallest)
    guard range.isFinite else { return 0 }
    let steps = Int(min(400, max(32, 4 * range)))
    let score = { InverseVarianceFit(studies, tau2: $0).score }
    var candidates: [Double] = []
    var (last, lastScore) = (0.0, score(0))
    if lastScore <= 0 { candidates.append(0) }
    for step in 1...steps {
      let next = smallest * expm1(range * Double(step) / Double(steps))
      let nextScore = score(next)
      if lastScore > 0, nextScore <= 0 {
        candidates.append(RootFinding.root(between: last, and: next, of: score) ?? next)
      }
      (last, lastScore) = (next, nextScore)
    }
    guard candidates.count > 1 else { return candidates.first ?? bound }
    let likelihoods = candidates.map {
      InverseVarianceFit(studies, tau2: $0).restrictedLogLikelihood(studies, tau2: $0)
    }
    let highest = candidates.indices.max { likelihoods[$0] < likelihoods[$1] }
    return candidates[highest ?? 0]
  }

  /// The variance of the estimates about their mean or line, all weighted alike; exactly 0 where
  /// they are the same.
  private static func spread(_ studies: StudyEstimates) -> Double {
    let unweighted = InverseVarianceFit(studies.withVariances(1), tau2: 0)
    return unweighted.residualSquares / studies.degreesOfFreedom
  }
}

extension StudyEstimates {
  /// The same estimates, all with one variance.
  fileprivate func withVariances(_ variance: Double) -> StudyEstimates {
    StudyEstimates(
      estimates, variances: Array(repeating: variance, count: count), predictor: predictor)
  }

  private init(_ estimates: [Double], variances: [Double], predictor: [Double]?) {
    self.estimates = estimates
    self.variances = variances
    self.predictor = predictor
  }
}
