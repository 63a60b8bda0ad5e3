import Reproducible
import Testing

@testable import Statistics

@Suite struct AgreementTableTests {
  @Test func `counts what the ratings say`() throws {
    let table = try AgreementTable(
      of: [[3, 1, 3], [nil, nil, nil], [nil, 2.5, nil], [1, 1, 1]], categories: [4, 1])
    #expect(table.categories == [1, 2.5, 3, 4])
    #expect(table.categoryTotals == [4, 1, 2, 0])
    #expect(table.ratedUnits == [0, 2, 3])
    #expect(table.unitCount == 3)
    #expect(table.pairableUnits == 2)
    #expect(table.completeUnits == 2)
    #expect(table.unanimousUnits == 1)
    #expect(table.raterCount == 3)
    #expect(table.ratingCount == 7)
    #expect(table.counts(of: 0).map(\.category) == [0, 2])
    #expect(table.counts(of: 0).map(\.number) == [1, 2])
    #expect(table.size(of: 1) == 1)
  }

  @Test func `any number is a category`() throws {
    let table = try AgreementTable(of: [[-2, 1e6, 0.25], [0, -0.0, 1023]])
    #expect(table.categories == [-2, 0, 0.25, 1023, 1e6])
    #expect(table.categoryTotals == [1, 2, 1, 1, 1])
  }

  @Test func `an empty table has no data`() {
    #expect(throws: NoValue.noData) { try AgreementTable(of: []) }
    #expect(throws: NoValue.noData) { try AgreementTable(of: [[], [nil]], categories: [1, 2]) }
  }

  @Test(arguments: AgreementWeights.allCases, [2, 5, 150])
  func `weights are applied as a matrix would be`(weights: AgreementWeights, count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    var categories = [0.5]
    while categories.count < count {
      categories.append((categories.last ?? 0) + 0.1 + generator.unit())
    }
    let values = categories.map { _ in generator.unit() }
    let scale = try AgreementScale(weights, categories)
    let matrix = weights.matrix(for: categories)
    let applied = scale.applied(to: values)
    for k in categories.indices {
      let expected = zip(matrix[k], values).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(isClose(applied[k], expected))
      #expect(isClose(scale.weight(k, 0), matrix[k][0]))
    }
    #expect(isClose(scale.total, matrix.joined().reduce(0, +)))
  }

  @Test func `weights that have no value are refused`() {
    #expect(throws: NoValue.undefinedChanceTerm) { try AgreementScale(.ratio, [-1, 1]) }
    #expect(throws: NoValue.undefinedChanceTerm) { try AgreementScale(.ratio, [-3, 1, 2]) }
    #expect(throws: NoValue.undefinedChanceTerm) {
      try AgreementScale(.linear, [-1.7e308, 1.7e308])
    }
  }

  static let coefficients: [any AgreementCoefficient.Type] = [
    PercentAgreement.self, GwetAC.self, FleissKappa.self, CongerKappa.self, BrennanPrediger.self,
    AnalyticAlpha.self,
  ]

  static func result(
    _ index: Int, _ ratings: [[Double?]], categories: [Double]? = nil,
    weights: AgreementWeights = .identity
  ) throws -> AgreementEstimate {
    try coefficients[index].init(of: ratings, categories: categories, weights: weights).result
  }

  static func isSame(_ one: AgreementEstimate, _ other: AgreementEstimate) -> Bool {
    isClose(one.estimate, other.estimate, within: 1e-11)
      && isClose(one.chanceAgreement, other.chanceAgreement, within: 1e-11)
      && isClose(one.standardError ?? -1, other.standardError ?? -1, within: 1e-11)
  }

  @Test(arguments: coefficients.indices, UInt64(0)..<10)
  func `the order of units and the names of raters change nothing`(
    index: Int, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let ratings = Random.ratings(raters: 4, missing: 0.4, seed: seed)
    let raters = Array(0..<4).stablyShuffled(using: &generator)
    let shuffled = ratings.stablyShuffled(using: &generator).map { unit in raters.map { unit[$0] } }
    for weights in AgreementWeights.allCases {
      let one = try Self.result(index, ratings, weights: weights)
      let other = try Self.result(index, shuffled, weights: weights)
      #expect(Self.isSame(one, other), "\(weights)")
    }
  }

  @Test(arguments: coefficients.indices, UInt64(0)..<10)
  func `other names of categories change nothing where weights do not ask for them`(
    index: Int, seed: UInt64
  ) throws {
    let names = [17, -3, 0.5, 2000, 4]
    let ratings = Random.ratings(missing: 0.3, seed: seed)
    let renamed = ratings.map { unit in unit.map { rating in rating.map { names[Int($0) - 1] } } }
    let moved = ratings.map { unit in unit.map { rating in rating.map { 7 * $0 + 1000 } } }
    let plain = try Self.result(index, ratings)
    #expect(Self.isSame(plain, try Self.result(index, renamed)))
    for weights in [AgreementWeights.linear, .quadratic, .ordinal, .radical, .bipolar] {
      let one = try Self.result(index, ratings, weights: weights)
      #expect(Self.isSame(one, try Self.result(index, moved, weights: weights)), "\(weights)")
    }
  }

  @Test(arguments: coefficients.indices, UInt64(0)..<10)
  func `units and raters that say nothing change nothing`(index: Int, seed: UInt64) throws {
    let ratings = Random.ratings(missing: 0.3, seed: seed)
    let padded = [[nil, nil, nil, nil]] + ratings.map { [nil] + $0 }
    #expect(Self.isSame(try Self.result(index, ratings), try Self.result(index, padded)))
  }

  /// Each unit twice: the same coefficient, and the squares of its errors add up twice as often.
  @Test(arguments: [0, 1, 2, 3, 4], UInt64(0)..<10)
  func `every unit twice gives the same with less error`(index: Int, seed: UInt64) throws {
    let ratings = Random.ratings(units: 30, missing: 0.3, seed: seed)
    for weights in [AgreementWeights.identity, .quadratic, .circular] {
      let one = try Self.result(index, ratings, weights: weights)
      let two = try Self.result(index, ratings + ratings, weights: weights)
      let n = Double(one.unitCount)
      let error = try #require(one.standardError) * ((n - 1) / (2 * n - 1)).squareRoot()
      #expect(isClose(one.estimate, two.estimate))
      #expect(isClose(error, try #require(two.standardError)))
    }
  }

  @Test(arguments: coefficients.indices)
  func `perfect agreement is one without error`(index: Int) throws {
    let ratings: [[Double?]] = [[1, 1, nil], [2, 2, 2], [5, nil, 5], [2, 2, 2]]
    for weights in AgreementWeights.allCases {
      let result = try Self.result(index, ratings, weights: weights)
      #expect(isClose(result.estimate, 1))
      #expect(result.standardError == 0)
      #expect(result.pValue == nil)
      #expect(result.interval.map { isClose($0.low, 1) && $0.high <= 1 } == true)
    }
  }

  @Test(arguments: coefficients.indices)
  func `nothing to pair is said`(index: Int) {
    #expect(throws: NoValue.noData) { try Self.result(index, []) }
    #expect(throws: NoValue.noData) { try Self.result(index, [[nil, nil]]) }
    #expect(throws: NoValue.noPairableUnits) { try Self.result(index, [[1], [2]]) }
    #expect(throws: NoValue.noPairableUnits) { try Self.result(index, [[1, nil], [nil, 2]]) }
  }

  @Test(arguments: 1..<coefficients.count)
  func `ratings that are all the same say nothing of chance`(index: Int) {
    #expect(throws: NoValue.noVariation) { try Self.result(index, [[2, 2], [2, 2]]) }
  }

  @Test(arguments: coefficients.indices)
  func `one unit has no error`(index: Int) throws {
    let result = try Self.result(index, [[1, 2, 2], [nil, nil, nil]])
    #expect(result.standardError == nil && result.interval == nil && result.pValue == nil)
    #expect(result.degreesOfFreedom == nil)
    #expect(result.estimate.isFinite)
  }

  @Test func `many units and many raters are no matter`() throws {
    let many = try AgreementTable(of: Random.ratings(units: 20_000, raters: 2, seed: 1))
    let wide = try AgreementTable(of: Random.ratings(units: 30, raters: 1000, seed: 2))
    for type in Self.coefficients {
      for table in [many, wide] {
        let result = try type.init(of: table, weights: .linear, level: 0.95).result
        #expect((0.1...0.95).contains(result.estimate))
      }
    }
  }

  @Test func `many different scores need no square of them`() throws {
    let scores = Random.normals(6000, seed: 3)
    let ratings: [[Double?]] = scores.indices.dropLast().map { [scores[$0], scores[$0] + 0.01] }
    let table = try AgreementTable(of: ratings)
    #expect(table.categories.count > 10_000)
    #expect(try FleissKappa(of: table, weights: .quadratic).estimate > 0.99)
    #expect(try GwetAC(of: table, weights: .linear).estimate > 0.9)
    #expect(try CongerKappa(of: table).estimate < 0.01)
  }
}
