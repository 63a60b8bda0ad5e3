import Reproducible
import Testing

@testable import Statistics

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct LinearMixedModelTests {
  /// Made-up ratings of crossed scenarios, raters and models.
  struct Data {
    var y: [Double] = []
    var x: [Double] = []
    var scenario: [Int] = []
    var rater: [Int] = []

    init(scenarios: Int, raters: Int, share: Double = 0.6, slope: Double = 0, seed: UInt64) {
      var generator = SeededGenerator(seed: seed, label: "mixed")
      let byScenario = (0..<scenarios).map { _ in 0.8 * generator.normal() }
      let byRater = (0..<raters).map { _ in 0.5 * generator.normal() }
      let slopes = (0..<scenarios).map { _ in slope * generator.normal() }
      for s in 0..<scenarios {
        for r in 0..<raters {
          for condition in 0..<2 where generator.unit() < share {
            y.append(
              2 + 0.5 * Double(condition) + byScenario[s] + slopes[s] * Double(condition)
                + byRater[r] + generator.normal())
            x.append(Double(condition))
            scenario.append(s)
            rater.append(r)
          }
        }
      }
    }

    var fixed: [(name: String, values: [Double])] {
      [("(Intercept)", y.map { _ in 1 }), ("condition", x)]
    }

    func model(_ y: [Double]? = nil) throws -> LinearMixedModel {
      try LinearMixedModel(
        response: y ?? self.y, fixed: fixed,
        random: [RandomTerm("scenario", labels: scenario), RandomTerm("rater", labels: rater)])
    }
  }

  /// Minus twice the restricted log likelihood, from the whole covariance matrix of the rows.
  static func criterion(_ data: Data, _ variances: [Double], residual: Double) throws -> Double {
    let n = data.y.count
    var covariance = SmallMatrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n {
        covariance[i, j] =
          (data.scenario[i] == data.scenario[j] ? variances[0] : 0)
          + (data.rater[i] == data.rater[j] ? variances[1] : 0) + (i == j ? residual : 0)
      }
    }
    let factor = try #require(covariance.choleskyFactor)
    let columns = data.fixed.map { factor.solvingLower($0.values) }
    let response = factor.solvingLower(data.y)
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var gram = SmallMatrix(rows: 2, columns: 2)
    for i in 0..<2 { for j in 0..<2 { gram[i, j] = product(columns[i], columns[j]) } }
    let fixedFactor = try #require(gram.choleskyFactor)
    let half = fixedFactor.solvingLower(columns.map { product($0, response) })
    var value = product(response, response) - product(half, half)
    for i in 0..<n { value += 2 * log(factor[i, i]) }
    for i in 0..<2 { value += 2 * log(fixedFactor[i, i]) }
    return value + Double(n - 2) * log(2 * Double.pi)
  }

  @Test(arguments: UInt64(0)..<6)
  func `the criterion is that of the whole covariance matrix, and smallest there`(
    seed: UInt64
  ) throws {
    let data = Data(scenarios: 9, raters: 4, seed: seed)
    let model = try data.model()
    let variances = model.components.map { $0.covariance[0][0] }
    let whole = try Self.criterion(data, variances, residual: model.residualVariance)
    #expect(isClose(model.criterion, whole, within: 1e-10))
    #expect(model.hasConverged)
    for factor in [0.9, 1.1] {
      for changed in 0..<3 {
        let others = (0..<2).map { variances[$0] * ($0 == changed ? factor : 1) }
        let residual = model.residualVariance * (changed == 2 ? factor : 1)
        let other = try Self.criterion(data, others, residual: residual)
        #expect(other >= whole - 1e-9)
      }
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func `rows in another order and levels by other labels change nothing`(seed: UInt64) throws {
    let data = Data(scenarios: 12, raters: 5, seed: seed)
    var generator = SeededGenerator(seed: seed)
    let order = data.y.indices.stablyShuffled(using: &generator)
    let one = try data.model()
    let other = try LinearMixedModel(
      response: order.map { data.y[$0] },
      fixed: data.fixed.map { column in (column.name, order.map { column.values[$0] }) },
      random: [
        RandomTerm("rater", labels: order.map { -3 * data.rater[$0] }),
        RandomTerm("scenario", labels: order.map { 100 - data.scenario[$0] }),
      ])
    #expect(isClose(one.criterion, other.criterion, within: 1e-10))
    for (a, b) in zip(one.fixedEffects, other.fixedEffects) {
      #expect(isClose(a.estimate, b.estimate, within: 1e-8))
      #expect(isClose(a.standardError, b.standardError, within: 1e-6))
      #expect(isClose(a.degreesOfFreedom, b.degreesOfFreedom, within: 1e-3))
    }
    #expect(
      isClose(
        one.components[0].covariance[0][0], other.components[1].covariance[0][0], within: 1e-5))
  }

  @Test(arguments: UInt64(0)..<4)
  func `another unit and zero of the response go through`(seed: UInt64) throws {
    let data = Data(scenarios: 10, raters: 5, seed: seed)
    let one = try data.model()
    let other = try data.model(data.y.map { 1e4 + 30 * $0 })
    #expect(isClose(other.fixedEffects[0].estimate, 1e4 + 30 * one.fixedEffects[0].estimate))
    #expect(
      isClose(other.fixedEffects[1].estimate, 30 * one.fixedEffects[1].estimate, within: 1e-7))
    #expect(isClose(other.residualVariance, 900 * one.residualVariance, within: 1e-6))
    #expect(
      isClose(
        other.fixedEffects[1].degreesOfFreedom, one.fixedEffects[1].degreesOfFreedom,
        within: 1e-3))
  }

  @Test(arguments: UInt64(0)..<6)
  func `pairs of one item each give the paired t test`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let items = (0..<25).map { _ in 2 * generator.normal() }
    let pairs = items.map { ($0 + generator.normal(), $0 + 0.7 + generator.normal()) }
    let model = try LinearMixedModel(
      response: pairs.flatMap { [$0.0, $0.1] },
      fixed: [
        ("(Intercept)", [Double](repeating: 1, count: 50)),
        ("condition", (0..<50).map { Double($0 % 2) }),
      ],
      random: [RandomTerm("item", labels: (0..<50).map { $0 / 2 })])
    let paired = try MeanEstimate(of: pairs.map { $0.1 - $0.0 })
    #expect(isClose(model.fixedEffects[1].estimate, paired.mean, within: 1e-9))
    #expect(isClose(model.fixedEffects[1].standardError, paired.standardError, within: 1e-7))
    #expect(isClose(model.fixedEffects[1].degreesOfFreedom, 24, within: 1e-4))
    #expect(isClose(model.fixedEffects[1].pValue, try #require(paired.pValue), within: 1e-6))
    let interval = model.fixedEffects[1].interval(level: 0.9)
    #expect(isClose(interval.low, paired.interval(level: 0.9).low, within: 1e-6))
  }

  @Test(arguments: UInt64(0)..<6)
  func `items that vary more between conditions than within are a slope`(seed: UInt64) throws {
    let data = Data(scenarios: 30, raters: 6, share: 1, slope: 1.5, seed: seed)
    let term = RandomTerm("scenario", labels: data.scenario, slopes: [("condition", data.x)])
    let model = try LinearMixedModel(
      response: data.y, fixed: data.fixed,
      random: [term, RandomTerm("rater", labels: data.rater)])
    let simple = try data.model()
    #expect(model.hasConverged && !model.isSingular)
    #expect(model.components[0].names == ["(Intercept)", "condition"])
    // The slopes' variance is 2.25 and their interval's width grows with it.
    #expect(model.components[0].covariance[1][1] > 0.9)
    #expect(model.fixedEffects[1].standardError > 1.5 * simple.fixedEffects[1].standardError)
    #expect(model.criterion < simple.criterion)
    // With every item rated as often, its effect is the mean of the items' effects.
    let effects = (0..<30).map { item -> Double in
      let rows = data.y.indices.filter { data.scenario[$0] == item }
      return rows.reduce(0) { $0 + data.y[$1] * (2 * data.x[$1] - 1) } / 6
    }
    let paired = try MeanEstimate(of: effects)
    #expect(isClose(model.fixedEffects[1].estimate, paired.mean, within: 1e-8))
    #expect(isClose(model.fixedEffects[1].standardError, paired.standardError, within: 1e-4))
    #expect(isClose(model.fixedEffects[1].degreesOfFreedom, 29, within: 1e-2))
  }

  @Test func `a factor that explains nothing has variance zero and the fit is said to be singular`()
    throws
  {
    // Each rater's residuals sum to zero within every item: nothing is left for raters.
    let y = (0..<80).map { row -> Double in
      let (item, rater, first) = (row / 8, row / 2 % 4, row % 2 == 0)
      return Double(item % 5) + ((rater % 2 == 1) == first ? 1 : 0)
    }
    let labels = y.indices
    let model = try LinearMixedModel(
      response: y, fixed: [("(Intercept)", y.map { _ in 1 })],
      random: [
        RandomTerm("item", labels: labels.map { $0 / 8 }),
        RandomTerm("rater", labels: labels.map { $0 / 2 % 4 }),
      ])
    #expect(model.isSingular)
    #expect(model.components[1].covariance == [[0]])
    #expect(model.components[1].predictions.allSatisfy { $0 == [0] })
    #expect(model.components[0].covariance[0][0] > 1)
  }

  @Test func `maximum likelihood has the smaller variance`() throws {
    let data = Data(scenarios: 8, raters: 4, seed: 3)
    let random = [RandomTerm("scenario", labels: data.scenario)]
    let reml = try LinearMixedModel(response: data.y, fixed: data.fixed, random: random)
    let ml = try LinearMixedModel(
      response: data.y, fixed: data.fixed, random: random, estimation: .ml)
    #expect(ml.components[0].covariance[0][0] < reml.components[0].covariance[0][0])
    #expect(ml.logLikelihood > reml.logLikelihood)
  }

  @Test func `without random terms it is least squares`() throws {
    let data = Data(scenarios: 8, raters: 4, seed: 5)
    let model = try LinearMixedModel(response: data.y, fixed: data.fixed, random: [])
    let (zeros, ones) = (
      data.y.indices.filter { data.x[$0] == 0 }, data.y.indices.filter { data.x[$0] == 1 }
    )
    let difference =
      ones.reduce(0) { $0 + data.y[$1] } / Double(ones.count)
      - zeros.reduce(0) { $0 + data.y[$1] } / Double(zeros.count)
    #expect(isClose(model.fixedEffects[1].estimate, difference))
    #expect(isClose(model.fixedEffects[1].degreesOfFreedom, Double(data.y.count - 2)))
    #expect(!model.isSingular)
  }

  @Test func `says why there is no fit`() {
    let y = [1.0, 2, 3, 5, 4, 4]
    let one = ("(Intercept)", [1.0, 1, 1, 1, 1, 1])
    let group = RandomTerm("g", labels: [1, 1, 2, 2, 3, 3])
    #expect(throws: NoValue.noData) {
      try LinearMixedModel(response: [], fixed: [], random: [])
    }
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try LinearMixedModel(
        response: y, fixed: [one], random: [RandomTerm("g", labels: [1, 1, 1, 1, 1, 1])])
    }
    #expect(throws: NoValue.notIdentifiable) {
      try LinearMixedModel(
        response: y, fixed: [one], random: [RandomTerm("g", labels: [1, 2, 3, 4, 5, 6])])
    }
    #expect(throws: NoValue.rankDeficient) {
      try LinearMixedModel(
        response: y, fixed: [one, ("x", [2, 2, 2, 2, 2, 2])], random: [group])
    }
    #expect(throws: NoValue.noVariation) {
      try LinearMixedModel(response: [3, 3, 3, 3, 3, 3], fixed: [one], random: [group])
    }
  }

  @Test func `many levels of two factors fit`() throws {
    var generator = SeededGenerator(seed: 4)
    let scenarios = (0..<600).map { _ in generator.normal() }
    let raters = (0..<40).map { _ in 0.5 * generator.normal() }
    var (y, s, r): ([Double], [Int], [Int]) = ([], [], [])
    for scenario in 0..<600 {
      for _ in 0..<4 {
        let rater = generator.integer(below: 40)
        y.append(scenarios[scenario] + raters[rater] + generator.normal())
        s.append(scenario)
        r.append(rater)
      }
    }
    let model = try LinearMixedModel(
      response: y, fixed: [("(Intercept)", y.map { _ in 1 })],
      random: [RandomTerm("scenario", labels: s), RandomTerm("rater", labels: r)])
    // Within four standard errors of what was put in.
    #expect(abs(model.components[0].covariance[0][0] - 1) < 0.3)
    #expect(abs(model.components[1].covariance[0][0] - 0.25) < 0.25)
    #expect(abs(model.residualVariance - 1) < 0.15)
    #expect(model.hasConverged)
  }
}

@Suite struct SparseCholeskyTests {
  /// A sparse positive definite matrix: its lower triangle row by row.
  static func matrix(
    count: Int, dense: Int, seed: UInt64
  ) -> (rowStarts: [Int], columns: [Int32], values: [Double], whole: SmallMatrix) {
    var generator = SeededGenerator(seed: seed)
    var whole = SmallMatrix(rows: count, columns: count)
    for row in 0..<count {
      whole[row, row] = 12 + generator.unit()
      for column in 0..<row where row >= count - dense || generator.unit() < 0.15 {
        guard generator.unit() < 0.8 else { continue }
        whole[row, column] = generator.normal()
      }
    }
    var (rowStarts, columns, values) = ([0], [Int32](), [Double]())
    for row in 0..<count {
      for column in 0...row where whole[row, column] != 0 {
        columns.append(Int32(column))
        values.append(whole[row, column])
      }
      rowStarts.append(columns.count)
    }
    for row in 0..<count { for column in 0..<row { whole[column, row] = whole[row, column] } }
    return (rowStarts, columns, values, whole)
  }

  @Test(arguments: UInt64(0)..<12)
  func `solves what the dense factor solves`(seed: UInt64) throws {
    let dense = Int(seed % 4) * 3
    let (starts, columns, values, whole) = Self.matrix(count: 25, dense: dense, seed: seed)
    let cholesky = SparseCholesky(
      count: 25, sparseCount: 25 - dense, rowStarts: starts, columns: columns)
    let factor = try #require(cholesky.factor(rowStarts: starts, columns: columns, values: values))
    let reference = try #require(whole.choleskyFactor)
    let b = (0..<25).map { Double($0 % 7) - 2 }
    var x = b
    cholesky.solveLower(factor, &x)
    let half = reference.solvingLower(b)
    #expect(zip(x, half).allSatisfy { isClose($0, $1, within: 1e-12) })
    cholesky.solveTransposedLower(factor, &x)
    #expect(
      zip(x, reference.solvingTransposedLower(half)).allSatisfy { isClose($0, $1, within: 1e-12) })
    let determinant = (0..<25).reduce(0) { $0 + 2 * log(reference[$1, $1]) }
    #expect(isClose(factor.logDeterminant, determinant))
  }

  @Test func `a matrix that is not positive definite has no factor`() {
    let cholesky = SparseCholesky(
      count: 2, sparseCount: 1, rowStarts: [0, 1, 3], columns: [0, 0, 1])
    #expect(cholesky.factor(rowStarts: [0, 1, 3], columns: [0, 0, 1], values: [1, 2, 1]) == nil)
  }
}
