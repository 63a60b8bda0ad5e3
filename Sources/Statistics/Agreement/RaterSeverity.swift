/// How much higher or lower raters rate than others do on the same units.
///
/// y = μ + unit + rater + e. Fixed: least squares, raters' effects summing to zero, with the F of
/// raters adjusted for units. Random: predictions by REML, shrunken towards zero the less a rater
/// has rated. Raw means are no severity where raters rated different units.
///
/// - SeeAlso: S. R. Searle (1971), *Linear Models*, ch. 7; the random version: D. Bates and others
///   (2015), doi:10.18637/jss.v067.i01.
public struct RaterSeverity: Hashable, Sendable {
  /// One rater's severity, in units of the ratings; positive for higher ratings.
  public struct Effect: Hashable, Sendable {
    /// By least squares; `nil` where raters are not connected by units that they share.
    public let fixed: Double?
    /// Its standard error.
    public let fixedStandardError: Double?
    /// The mean of the ratings as they are; `nil` for a rater without any.
    public let rawMean: Double?
    /// The prediction of the model with random raters; `nil` where it has no fit.
    public let predicted: Double?
    /// Its standard deviation given the mean.
    public let predictedStandardError: Double?
  }

  /// One element a rater.
  public let effects: [Effect]
  /// F of raters, adjusted for units; `nil` where raters are not connected or nothing is left over.
  public let f: Double?
  /// The degrees of freedom of raters: one less than there are.
  public let raterDegreesOfFreedom: Int
  /// The degrees of freedom of what is left.
  public let residualDegreesOfFreedom: Int
  /// The p of no difference between raters.
  public let pValue: Double?

  /// Estimates severity.
  ///
  /// - Parameter ratings: Units in any order; numbers with equal steps.
  /// - Throws: ``NoValue/noData``, ``NoValue/oneRater`` and ``NoValue/fewerThanTwoUnits``.
  /// - Complexity: O(*n* + *r*³) for *r* raters, and the fit of a ``LinearMixedModel``.
  public init(of ratings: Ratings) throws(NoValue) {
    guard !ratings.values.isEmpty else { throw .noData }
    let active = Set(ratings.raters).sorted().map(Int.init)
    guard active.count > 1 else { throw .oneRater }
    let rated = (0..<ratings.unitCount).filter { !ratings.range(of: $0).isEmpty }
    guard rated.count > 1 else { throw .fewerThanTwoUnits }
    let additive = AdditiveRaters(ratings, active: active)
    let predicted = Self.predictions(ratings, rated)
    raterDegreesOfFreedom = active.count - 1
    residualDegreesOfFreedom = ratings.values.count - rated.count - active.count + 1
    var sums = [Double](repeating: 0, count: ratings.raterCount)
    var counts = [Double](repeating: 0, count: ratings.raterCount)
    for (rater, value) in zip(ratings.raters, ratings.values) {
      sums[Int(rater)] += value
      counts[Int(rater)] += 1
    }
    var variance: Double?
    if let additive, residualDegreesOfFreedom > 0 {
      variance = additive.residualSquares / Double(residualDegreesOfFreedom)
    }
    if let additive, let variance, variance > 1e-24 * additive.totalSquares {
      let ratio = additive.raterSquares / Double(raterDegreesOfFreedom) / variance
      f = ratio
      pValue = FDistribution(
        Double(raterDegreesOfFreedom), Double(residualDegreesOfFreedom)
      ).upperTail(ratio)
    } else {
      f = nil
      pValue = nil
    }
    effects = (0..<ratings.raterCount).map { rater in
      let place = active.firstIndex(of: rater)
      return Effect(
        fixed: place.flatMap { additive?.effects[$0] },
        fixedStandardError: place.flatMap { place in
          variance.flatMap { variance in
            additive.map { ($0.unscaledVariances[place] * variance).squareRoot() }
          }
        },
        rawMean: counts[rater] > 0 ? sums[rater] / counts[rater] : nil,
        predicted: predicted[rater]?.0, predictedStandardError: predicted[rater]?.1)
    }
  }

  /// The predictions of the model with random raters, by rater; empty where it has no fit.
  private static func predictions(
    _ ratings: Ratings, _ rated: [Int]
  ) -> [Int: (Double, Double)] {
    let unit = RandomTerm(
      "unit",
      labels: rated.flatMap { unit in
        ratings.range(of: unit).map { _ in unit }
      })
    let labels = ratings.raters.map(Int.init)
    let rater = RandomTerm("rater", labels: labels)
    // A table that cannot tell units from noise has fixed effects all the same.
    guard
      let model = try? LinearMixedModel(
        response: ratings.values,
        fixed: [("(Intercept)", [Double](repeating: 1, count: ratings.values.count))],
        random: [unit, rater])
    else { return [:] }
    let deviations = model.conditionalStandardDeviations(of: 1)
    var result: [Int: (Double, Double)] = [:]
    for (label, level) in zip(labels, rater.levels) where result[label] == nil {
      result[label] = (model.components[1].predictions[level][0], deviations[level][0])
    }
    return result
  }
}

/// The least-squares fit of unit and rater effects, units eliminated.
private struct AdditiveRaters {
  /// The raters' effects, which sum to zero.
  let effects: [Double]
  /// Their variances over that of the residual.
  let unscaledVariances: [Double]
  /// What raters explain beyond units.
  let raterSquares: Double
  let residualSquares: Double
  /// The squares of ratings about their mean.
  let totalSquares: Double

  /// - Returns: `nil` where raters are not connected by units that they share.
  init?(_ ratings: Ratings, active: [Int]) {
    var place = [Int](repeating: 0, count: ratings.raterCount)
    for (index, rater) in active.enumerated() { place[rater] = index }
    var normal = SmallMatrix(rows: active.count, columns: active.count)
    var right = [Double](repeating: 0, count: active.count)
    var within = 0.0
    var connected = DisjointSets(count: active.count)
    for unit in 0..<ratings.unitCount {
      let range = ratings.range(of: unit)
      guard !range.isEmpty else { continue }
      let mean = ratings.values(of: unit).reduce(0, +) / Double(range.count)
      let raters = range.map { place[Int(ratings.raters[$0])] }
      for (position, rater) in zip(range, raters) {
        right[rater] += ratings.values[position] - mean
        within += (ratings.values[position] - mean) * (ratings.values[position] - mean)
        normal[rater, rater] += 1
        connected.join(rater, raters[0])
        for other in raters { normal[rater, other] -= 1 / Double(range.count) }
      }
    }
    guard connected.setCount == 1 else { return nil }
    // The null space, a shift of all raters, is filled: effects then sum to zero by themselves.
    let fill = 1 / Double(active.count)
    for place in normal.values.indices { normal.values[place] += fill }
    guard let factor = normal.choleskyFactor else { return nil }
    let effects = factor.solvingTransposedLower(factor.solvingLower(right))
    let inverse = factor.inverseFromCholeskyFactor
    self.effects = effects
    unscaledVariances = active.indices.map { max(0, inverse[$0, $0] - fill) }
    raterSquares = zip(effects, right).reduce(0) { $0 + $1.0 * $1.1 }
    residualSquares = max(0, within - raterSquares)
    let center = ratings.values.reduce(0, +) / Double(ratings.values.count)
    totalSquares = ratings.values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
  }
}

/// Sets that grow together.
private struct DisjointSets {
  private var parents: [Int]
  private(set) var setCount: Int

  init(count: Int) {
    parents = Array(0..<count)
    setCount = count
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    guard a != b else { return }
    parents[a] = b
    setCount -= 1
  }

  private mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }
}
