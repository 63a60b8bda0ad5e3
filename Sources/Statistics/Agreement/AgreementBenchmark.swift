/// What a coefficient of agreement is called, with regard to how uncertain it is.
///
/// The probability that the coefficient lies in (a, b) is taken as [Φ((κ − a) / SE) − Φ((κ − b) /
/// SE)] over the same for (−1, 1). Probabilities are added up from the best level down, and the
/// first level at which they pass 0.95 is the one that can be claimed.
///
/// - SeeAlso: K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed., ch. 6; J. R.
///   Landis, G. G. Koch (1977), "The measurement of observer agreement for categorical data",
///   *Biometrics* 33(1), 159–174, doi:10.2307/2529310.
public struct AgreementBenchmark: Hashable, Sendable {
  /// A list of names for levels of agreement, each with its lower bound, best first.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// Landis and Koch (1977), six levels.
    case landisKoch = "landis_koch"
    /// Altman (1991), five levels.
    case altman
    /// Fleiss (1981), three levels.
    case fleiss

    /// The levels, best first.
    public var levels: [String] {
      switch self {
      case .landisKoch:
        ["Almost Perfect", "Substantial", "Moderate", "Fair", "Slight", "Poor"]
      case .altman: ["Very Good", "Good", "Moderate", "Fair", "Poor"]
      case .fleiss: ["Excellent", "Intermediate to Good", "Poor"]
      }
    }

    /// The lower bound of each level; a value on a bound belongs to the level above it.
    public var lowerBounds: [Double] {
      switch self {
      case .landisKoch: [0.8, 0.6, 0.4, 0.2, 0, -1]
      case .altman: [0.8, 0.6, 0.4, 0.2, -1]
      case .fleiss: [0.75, 0.4, -1]
      }
    }

    /// The level whose interval holds an estimate, whatever its standard error.
    ///
    /// - Parameter estimate: At most 1; what is below −1 has the lowest level.
    /// - Returns: One of the levels.
    /// - Complexity: O(1).
    public func level(of estimate: Double) -> String {
      levels[lowerBounds.firstIndex { estimate >= $0 } ?? levels.count - 1]
    }
  }

  /// The names.
  public let scale: Scale
  /// The probability that the coefficient has at least each level, best first, in 0...1.
  public let cumulativeProbabilities: [Double]
  /// The best level that can be claimed.
  public let chosen: String

  /// Benchmarks a coefficient.
  ///
  /// `nil` where there is no standard error above 0, or the coefficient is so far below −1 that
  /// nothing of it lies in −1...1: then only ``Scale/level(of:)`` says something.
  ///
  /// - Parameters:
  ///   - estimate: The coefficient, at most 1.
  ///   - standardError: Its standard error.
  ///   - scale: The names.
  /// - Complexity: O(1).
  public init?(of estimate: Double, standardError: Double?, scale: Scale) {
    guard let standardError, standardError > 0 else { return nil }
    // The probability of lying between two bounds, from the tail that is the smaller one.
    let probability = { (low: Double, high: Double) in
      let upper = (estimate - low) / standardError
      let lower = (estimate - high) / standardError
      return lower > 0
        ? Distributions.normalCDF(-lower) - Distributions.normalCDF(-upper)
        : Distributions.normalCDF(upper) - Distributions.normalCDF(lower)
    }
    let whole = probability(-1, 1)
    guard whole > 0 else { return nil }
    self.scale = scale
    cumulativeProbabilities = scale.lowerBounds.map { probability($0, 1) / whole }
    let index = cumulativeProbabilities.firstIndex { $0 > 0.95 } ?? scale.levels.count - 1
    chosen = scale.levels[index]
  }
}
