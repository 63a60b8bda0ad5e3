import Reproducible
import Testing

@testable import Statistics

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct OrdinalModelTests {
  static func data(_ count: Int, seed: UInt64) -> (y: [Double], x: [Double], group: [Int]) {
    var generator = SeededGenerator(seed: seed, label: "ordinal")
    let groups = (0..<12).map { _ in generator.normal() }
    let x = (0..<count).map { Double($0 % 2) }
    let group = (0..<count).map { _ in generator.integer(below: 12) }
    let y = (0..<count).map { row -> Double in
      let noise = generator.unit()
      let latent = x[row] + groups[group[row]] + log(noise / (1 - noise))
      return latent < -1 ? 1 : latent < 0.5 ? 2 : latent < 2 ? 3 : 4
    }
    return (y, x, group)
  }

  @Test(arguments: UInt64(0)..<10)
  func `two categories give the logistic regression's log odds`(seed: UInt64) throws {
    let (y, x, _) = Self.data(80, seed: seed)
    let binary = y.map { $0 > 2 ? 1.0 : 0 }
    let model = try OrdinalModel(response: binary, fixed: [("x", x)])
    func odds(_ value: Double) -> Double {
      let rows = x.indices.filter { x[$0] == value }
      let yes = Double(rows.count { binary[$0] == 1 })
      return log(yes / (Double(rows.count) - yes))
    }
    #expect(isClose(model.coefficients[0].estimate, -odds(0), within: 1e-8))
    #expect(isClose(model.coefficients[1].estimate, odds(1) - odds(0), within: 1e-8))
    // Woolf's standard error of a log odds ratio.
    let cells = [(0.0, 0.0), (0, 1), (1, 0), (1, 1)].map { a, b in
      1 / Double(x.indices.count { x[$0] == a && binary[$0] == b })
    }
    #expect(
      isClose(model.coefficients[1].standardError, cells.reduce(0, +).squareRoot(), within: 1e-7))
  }

  @Test(arguments: UInt64(0)..<10)
  func `only the order of categories counts, and turning it turns the effect`(seed: UInt64) throws {
    let (y, x, _) = Self.data(90, seed: seed)
    let one = try OrdinalModel(response: y, fixed: [("x", x)])
    let stretched = try OrdinalModel(response: y.map { $0 * $0 * $0 }, fixed: [("x", x)])
    let turned = try OrdinalModel(response: y.map { -$0 }, fixed: [("x", x)])
    #expect(one.coefficients.map(\.estimate) == stretched.coefficients.map(\.estimate))
    #expect(isClose(turned.coefficients[3].estimate, -one.coefficients[3].estimate, within: 1e-7))
    #expect(isClose(turned.coefficients[0].estimate, -one.coefficients[2].estimate, within: 1e-7))
    #expect(isClose(turned.logLikelihood, one.logLikelihood, within: 1e-10))
  }

  @Test func `without columns the thresholds are the log odds of the shares`() throws {
    let model = try OrdinalModel(response: [1, 1, 2, 2, 2, 3, 3, 3, 3, 3], fixed: [])
    #expect(isClose(model.coefficients[0].estimate, log(0.2 / 0.8), within: 1e-9))
    #expect(isClose(model.coefficients[1].estimate, log(0.5 / 0.5), within: 1e-9))
    #expect(model.hasConverged && model.randomVariance == nil)
  }

  @Test(arguments: UInt64(0)..<3)
  func `a random intercept finds what varies between groups`(seed: UInt64) throws {
    let (y, x, group) = Self.data(240, seed: seed)
    let fixed = try OrdinalModel(response: y, fixed: [("x", x)])
    let random = try OrdinalModel(
      response: y, fixed: [("x", x)], random: RandomTerm("group", labels: group))
    #expect(random.hasConverged)
    #expect(random.logLikelihood > fixed.logLikelihood)
    #expect(try #require(random.randomVariance) > 0.1)
  }

  @Test func `says why there is no fit`() {
    #expect(throws: NoValue.noData) { try OrdinalModel(response: [], fixed: []) }
    #expect(throws: NoValue.noVariation) { try OrdinalModel(response: [2, 2, 2], fixed: []) }
    #expect(throws: NoValue.rankDeficient) {
      try OrdinalModel(response: [1, 2, 2], fixed: [("x", [4, 4, 4])])
    }
    #expect(throws: NoValue.notIdentifiable) {
      try OrdinalModel(response: [1, 1, 1, 2, 2, 2], fixed: [("x", [0, 0, 0, 1, 1, 1])])
    }
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try OrdinalModel(
        response: [1, 2, 2], fixed: [], random: RandomTerm("g", labels: [0, 0, 0]))
    }
  }
}
