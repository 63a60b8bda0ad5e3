/// How often two raters put a unit into each pair of categories.
///
/// Only pairs that occur are kept, so that many categories cost no square of them.
public struct RaterPairTable: Hashable, Sendable {
  /// How many categories the scale has; weights go by their positions.
  public let categoryCount: Int
  /// How many units both raters rated.
  public let unitCount: Int
  /// The pairs that occur, ascending.
  let cells: [Cell]

  struct Cell: Hashable, Sendable {
    let first: Int
    let second: Int
    let count: Int
  }

  /// Takes a square table of counts.
  ///
  /// - Parameter counts: One row a category of the first rater, one column a category of the
  ///   second, in the same order; none below zero.
  /// - Throws: ``NoValue/noData`` where all counts are zero.
  /// - Precondition: The table is square.
  /// - Complexity: O(*q*²) in the number of categories.
  public init(counts: [[Int]]) throws(NoValue) {
    precondition(counts.allSatisfy { $0.count == counts.count }, "the table is not square")
    precondition(counts.joined().allSatisfy { $0 >= 0 }, "a count is negative")
    var cells: [Cell] = []
    for (first, row) in counts.enumerated() {
      for (second, count) in row.enumerated() where count > 0 {
        cells.append(Cell(first: first, second: second, count: count))
      }
    }
    try self.init(cells, categoryCount: counts.count)
  }

  /// Counts ratings.
  ///
  /// - Parameters:
  ///   - ratings: One element a unit, in any order; in it the ratings of both raters, `nil` where
  ///     one did not rate it. Such units are left out.
  ///   - categories: The scale, where it was declared: unused categories count in the weights, and
  ///     a rating that is not among them is a category of its own. `nil`: those found in units
  ///     that both rated.
  /// - Throws: ``NoValue/noData`` without a rating, ``NoValue/noPairableUnits`` without a unit that
  ///   both rated.
  /// - Precondition: Every unit has two places.
  /// - Complexity: O(*n* log *n*) in the number of units.
  public init(of ratings: [[Double?]], categories: [Double]? = nil) throws(NoValue) {
    precondition(ratings.allSatisfy { $0.count == 2 }, "there are not two raters")
    let pairs = ratings.compactMap { unit in
      unit[0].flatMap { first in unit[1].map { (first, $0) } }
    }
    guard !pairs.isEmpty else {
      throw ratings.contains { $0[0] != nil || $0[1] != nil } ? .noPairableUnits : .noData
    }
    let scale = Set(pairs.flatMap { [$0.0, $0.1] }).union(categories ?? []).sorted()
    var positions: [Double: Int] = [:]
    for (position, category) in scale.enumerated() { positions[category] = position }
    var counts: [Int: Int] = [:]
    for (first, second) in pairs {
      let cell = positions[first, default: 0] * scale.count + positions[second, default: 0]
      counts[cell, default: 0] += 1
    }
    let cells = counts.sorted { $0.key < $1.key }.map { cell, count in
      Cell(first: cell / scale.count, second: cell % scale.count, count: count)
    }
    try self.init(cells, categoryCount: scale.count)
  }

  private init(_ cells: [Cell], categoryCount: Int) throws(NoValue) {
    guard !cells.isEmpty else { throw .noData }
    self.cells = cells
    self.categoryCount = categoryCount
    unitCount = cells.reduce(0) { $0 + $1.count }
  }

  /// Whether both raters put every unit into one and the same category.
  var isConstant: Bool { cells.count == 1 && cells[0].first == cells[0].second }

  /// p_k., the share of each category in the ratings of the first rater.
  var firstShares: [Double] { shares { $0.first } }
  /// p_.k, the share of each category in the ratings of the second rater.
  var secondShares: [Double] { shares { $0.second } }

  private func shares(_ category: (Cell) -> Int) -> [Double] {
    var sums = [Int](repeating: 0, count: categoryCount)
    for cell in cells { sums[category(cell)] += cell.count }
    return sums.map { Double($0) / Double(unitCount) }
  }

  /// The weights by position, 1...q.
  func scale(_ weights: AgreementWeights) throws(NoValue) -> AgreementScale {
    try AgreementScale(weights, (1...categoryCount).map(Double.init))
  }

  /// pₐ, the weighted share of units rated alike.
  ///
  /// - Throws: ``NoValue/undefinedChanceTerm`` where the weights have no value on these categories.
  /// - Complexity: O(*q*²) in the number of categories.
  public func observedAgreement(weights: AgreementWeights = .identity) throws(NoValue) -> Double {
    observedAgreement(try scale(weights))
  }

  func observedAgreement(_ scale: AgreementScale) -> Double {
    cells.reduce(0) { $0 + Double($1.count) * scale.weight($1.first, $1.second) }
      / Double(unitCount)
  }

  /// √([Σ p_kl(w_kl − (1 − κ)(a_k + b_l))² − (pₐ − 2(1 − κ)pₑ)²] / n) / (1 − pₑ), the large-sample
  /// standard error of κ.
  ///
  /// - Returns: `nil` for a single unit; 0 where only rounding noise is left.
  func standardError(
    of estimate: Double, _ scale: AgreementScale, chance: Double, first: [Double],
    second: [Double]
  ) -> Double? {
    guard unitCount > 1 else { return nil }
    let observed = observedAgreement(scale)
    var squares = 0.0
    for cell in cells {
      let score =
        scale.weight(cell.first, cell.second)
        - (1 - estimate) * (first[cell.first] + second[cell.second])
      squares += Double(cell.count) * score * score
    }
    let n = Double(unitCount)
    let center = observed - 2 * (1 - estimate) * chance
    return Self.error(squares / n - center * center, n, chance)
  }

  /// √(variance / n) / (1 − pₑ), 0 where only rounding noise is left.
  static func error(_ variance: Double, _ n: Double, _ chance: Double) -> Double {
    let error = (max(0, variance) / n).squareRoot() / (1 - chance)
    return error < 1e-7 ? 0 : error
  }
}

extension Interval {
  /// The estimate ± z · SE; none without a standard error.
  static func normal(_ estimate: Double, _ standardError: Double?, level: Double) -> Interval? {
    standardError.map {
      let z = -Distributions.normalQuantile((1 - level) / 2)
      return Interval(around: estimate, reach: z * $0, level: level)
    }
  }

  /// The estimate ± t · SE; none without a standard error or degrees of freedom.
  static func student(
    _ estimate: Double, _ standardError: Double?, degreesOfFreedom: Int, level: Double
  ) -> Interval? {
    guard let standardError, degreesOfFreedom > 0 else { return nil }
    let t = -Distributions.studentQuantile(
      (1 - level) / 2, degreesOfFreedom: Double(degreesOfFreedom))
    return Interval(around: estimate, reach: t * standardError, level: level)
  }
}
