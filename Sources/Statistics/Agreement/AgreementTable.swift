/// The agreement within each unit of a table of ratings, weighted over a scale of categories.
struct AgreementTable {
  /// The agreement expected where every category is as likely: Σ w / q².
  let uniformChance: Double
  /// How many categories the scale has.
  let categoryCount: Int
  /// The units that somebody rated, by index.
  let ratedUnits: [Int]
  /// The weighted share of agreeing pairs of each rated unit; `nil` where it has one rating.
  let agreements: [Double?]
  /// The sum of the agreements over the units that have one.
  let agreementSum: Double
  /// How many units have at least two ratings.
  let pairableUnits: Int

  /// The mean agreement within units, each counting once.
  var observedAgreement: Double { agreementSum / Double(pairableUnits) }

  /// Tabulates ratings.
  ///
  /// - Throws: ``NoValue/noData`` and ``NoValue/noPairableUnits``.
  init(
    of ratings: [[Double?]], categories: [Double]?, weights: AgreementWeights
  ) throws(NoValue) {
    let present = ratings.map { $0.compactMap { $0 } }
    let rated = present.indices.filter { !present[$0].isEmpty }
    guard !rated.isEmpty else { throw .noData }
    let scale = Set(present.joined()).union(categories ?? []).sorted()
    let similarity = weights.matrix(for: scale)
    var indexOfCategory: [Double: Int] = [:]
    for (index, category) in scale.enumerated() { indexOfCategory[category] = index }
    agreements = rated.map { unit in
      let positions = present[unit].map { indexOfCategory[$0, default: 0] }
      guard positions.count > 1 else { return nil }
      var counts = [Int](repeating: 0, count: scale.count)
      for position in positions { counts[position] += 1 }
      var sum = 0.0
      for k in counts.indices where counts[k] > 0 {
        var alike = -1.0
        for l in counts.indices where counts[l] > 0 {
          alike += similarity[k][l] * Double(counts[l])
        }
        sum += Double(counts[k]) * alike
      }
      return sum / Double(positions.count * (positions.count - 1))
    }
    let pairable = agreements.compactMap { $0 }
    guard !pairable.isEmpty else { throw .noPairableUnits }
    ratedUnits = rated
    agreementSum = pairable.reduce(0, +)
    pairableUnits = pairable.count
    categoryCount = scale.count
    uniformChance =
      similarity.joined().reduce(0, +) / Double(similarity.count * similarity.count)
  }

  /// The standard error of (pₐ − chance) / (1 − chance) over units, chance being fixed.
  ///
  /// Units with one rating enter with 0.
  ///
  /// - Returns: `nil` for a single unit.
  func standardError(chance: Double) -> Double? {
    guard agreements.count > 1 else { return nil }
    let n = Double(agreements.count)
    let inflation = n / Double(pairableUnits)
    let center = (observedAgreement - chance) / (1 - chance)
    let squares = agreements.reduce(0) { sum, agreement in
      let score = agreement.map { inflation * ($0 - chance) / (1 - chance) } ?? 0
      return sum + (score - center) * (score - center)
    }
    let error = (squares / (n * (n - 1))).squareRoot()
    // What is left below this is the rounding noise of an exact zero.
    return error < 1e-12 ? 0 : error
  }

  /// estimate ± t(n − 1) · SE, the upper limit clipped at 1.
  func interval(around estimate: Double, standardError: Double?, level: Double) -> Interval? {
    guard let standardError else { return nil }
    let quantile = -Distributions.studentQuantile(
      (1 - level) / 2, degreesOfFreedom: Double(agreements.count - 1))
    return Interval(
      low: estimate - quantile * standardError, high: min(1, estimate + quantile * standardError),
      level: level)
  }

  /// The two-sided p of no agreement.
  ///
  /// - Returns: `nil` where there is no standard error, or it is 0.
  func pValue(of estimate: Double, standardError: Double?) -> Double? {
    guard let standardError, standardError > 0 else { return nil }
    return Distributions.twoSidedStudent(
      estimate / standardError, degreesOfFreedom: Double(agreements.count - 1))
  }
}
