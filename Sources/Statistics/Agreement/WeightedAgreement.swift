/// The agreement within each unit of a table, weighted over its scale.
struct WeightedAgreement {
  let table: AgreementTable
  let scale: AgreementScale
  /// p_a|i, the weighted share of agreeing pairs of each rated unit; `nil` where it has one rating.
  let agreements: [Double?]
  /// p_a, the mean agreement within units, each counting once.
  let observedAgreement: Double

  /// Weighs a table.
  ///
  /// - Throws: ``NoValue/noPairableUnits``, and ``NoValue/undefinedChanceTerm`` where the weights
  ///   have no value on the scale.
  init(_ table: AgreementTable, _ weights: AgreementWeights) throws(NoValue) {
    guard table.pairableUnits > 0 else { throw .noPairableUnits }
    let scale = try AgreementScale(weights, table.categories)
    var agreements: [Double?] = []
    agreements.reserveCapacity(table.unitCount)
    var sum = 0.0
    for unit in 0..<table.unitCount {
      let size = table.size(of: unit)
      guard size > 1 else {
        agreements.append(nil)
        continue
      }
      let pairs = Self.agreeingPairs(table.counts(of: unit), scale)
      agreements.append(pairs / Double(size * (size - 1)))
      sum += pairs / Double(size * (size - 1))
    }
    self.table = table
    self.scale = scale
    self.agreements = agreements
    observedAgreement = sum / Double(table.pairableUnits)
  }

  /// Σ_k r_ik(r*_ik − 1), the weighted number of ordered pairs in agreement.
  private static func agreeingPairs(
    _ counts: ArraySlice<AgreementTable.Count>, _ scale: AgreementScale
  ) -> Double {
    var alike = 0
    for count in counts { alike += Int(count.number) * (Int(count.number) - 1) }
    guard scale.weights != .identity else { return Double(alike) }
    var nearlyAlike = 0.0
    for first in counts.indices {
      for second in counts.indices.dropFirst(first + 1 - counts.startIndex) {
        let pairs = 2 * Int(counts[first].number) * Int(counts[second].number)
        nearlyAlike +=
          Double(pairs)
          * scale.weight(Int(counts[first].category), Int(counts[second].category))
      }
    }
    return Double(alike) + nearlyAlike
  }

  /// Σ_k c_k r_ik / r_i for each rated unit.
  ///
  /// - Parameter coefficients: c, one element a category.
  /// - Returns: One element a rated unit.
  func unitMeans(of coefficients: [Double]) -> [Double] {
    (0..<table.unitCount).map { unit in
      var sum = 0.0
      for count in table.counts(of: unit) {
        sum += coefficients[Int(count.category)] * Double(count.number)
      }
      return sum / Double(table.size(of: unit))
    }
  }

  /// (pₐ − pₑ) / (1 − pₑ) with its standard error over the rated units, n − 1 degrees of freedom.
  ///
  /// A unit with one rating enters the standard error with the agreement 0 beyond chance.
  ///
  /// - Parameters:
  ///   - chance: pₑ, below 1.
  ///   - unitChances: p_e|i, what each rated unit says of it; `nil` where it rests on the scale.
  ///   - level: The confidence level.
  /// - Returns: The coefficient.
  /// - Throws: ``NoValue/undefinedChanceTerm`` where the chance is none below 1.
  func estimate(
    chance: Double, unitChances: [Double]? = nil, level: Double
  ) throws(NoValue) -> AgreementEstimate {
    guard chance < 1, chance.isFinite else { throw .undefinedChanceTerm }
    let estimate = (observedAgreement - chance) / (1 - chance)
    let n = Double(table.unitCount)
    let inflation = n / Double(table.pairableUnits)
    var squares = 0.0
    for (unit, agreement) in agreements.enumerated() {
      var score = agreement.map { inflation * ($0 - chance) / (1 - chance) } ?? 0
      if let unitChances {
        score -= 2 * (1 - estimate) * (unitChances[unit] - chance) / (1 - chance)
      }
      squares += (score - estimate) * (score - estimate)
    }
    return AgreementEstimate(
      estimate: estimate, observedAgreement: observedAgreement, chanceAgreement: chance,
      standardError: n > 1 ? (squares / (n * (n - 1))).squareRoot() : nil,
      degreesOfFreedom: table.unitCount - 1, table: table, level: level)
  }
}
