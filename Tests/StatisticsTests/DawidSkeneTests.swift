import Reproducible
import Testing

@testable import Statistics

@Suite struct DawidSkeneTests {
  typealias Label = DawidSkene.Label

  /// Labels of raters who are right with given chances, on categories in turn.
  static func labels(
    units: Int, accuracies: [Double], categories: Int, seed: UInt64
  ) -> [Label] {
    var generator = SeededGenerator(seed: seed)
    return (0..<units).flatMap { unit in
      accuracies.enumerated().map { rater, accuracy in
        let isRight = generator.unit() < accuracy
        let slip = 1 + generator.integer(below: categories - 1)
        let category = (unit % categories + (isRight ? 0 : slip)) % categories
        return Label(unit: unit, rater: rater, category: category)
      }
    }
  }

  @Test func `recovers truth and errors`() throws {
    let accuracies = [0.9, 0.85, 0.7, 0.6, 0.4]
    let model = try DawidSkene(
      of: Self.labels(units: 900, accuracies: accuracies, categories: 3, seed: 1),
      categoryCount: 3, iterations: 40)
    let right = model.units.indices.count { model.categories[$0] == model.units[$0] % 3 }
    #expect(right > 830)
    for (matrix, accuracy) in zip(model.errorMatrices, accuracies) {
      for k in 0..<3 { #expect(abs((matrix.rows[k]?[k] ?? 0) - accuracy) < 0.1) }
    }
    for share in model.prevalence { #expect(abs(share - 1 / 3.0) < 0.05) }
  }

  @Test(arguments: UInt64(0)..<10)
  func `the order of labels and the numbers of units and raters change nothing`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let labels = Self.labels(units: 40, accuracies: [0.9, 0.7, 0.6], categories: 3, seed: seed)
    let other = labels.stablyShuffled(using: &generator).map {
      Label(unit: 7 * $0.unit - 100, rater: 3 * $0.rater + 5, category: $0.category)
    }
    let one = try DawidSkene(of: labels, categoryCount: 3, iterations: 15)
    let two = try DawidSkene(of: other, categoryCount: 3, iterations: 15)
    #expect(one.categories == two.categories)
    #expect(two.units == one.units.map { 7 * $0 - 100 })
    #expect(two.errorMatrices.map(\.rater) == [5, 8, 11])
    #expect(isClose(one.logLikelihood, two.logLikelihood, within: 1e-9))
    for (first, second) in zip(one.posterior, two.posterior) {
      #expect(zip(first, second).allSatisfy { isClose($0, $1, within: 1e-7) })
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `more rounds make the labels more probable`(seed: UInt64) throws {
    let labels = Self.labels(units: 40, accuracies: [0.8, 0.7, 0.6], categories: 2, seed: seed)
    var before = -Double.infinity
    for iterations in 1...8 {
      let model = try DawidSkene(of: labels, categoryCount: 2, iterations: iterations)
      #expect(model.logLikelihood >= before - 1e-6)
      before = model.logLikelihood
      #expect(isClose(model.prevalence.reduce(0, +), 1, within: 1e-8))
      for row in model.errorMatrices.flatMap(\.rows) {
        #expect(isClose(row?.reduce(0, +) ?? 1, 1, within: 1e-8))
      }
    }
  }

  @Test func `a category nobody said and a rater who never saw one have no rates`() throws {
    let labels = [
      Label(unit: 1, rater: 1, category: 0), Label(unit: 1, rater: 2, category: 0),
      Label(unit: 1, rater: 3, category: 0), Label(unit: 2, rater: 2, category: 2),
      Label(unit: 2, rater: 3, category: 2),
    ]
    let model = try DawidSkene(of: labels, categoryCount: 3, iterations: 50)
    #expect(model.prevalence[1] == 0)
    #expect(model.posterior.allSatisfy { $0[1] == 0 })
    #expect(model.errorMatrices.allSatisfy { $0.rows[1] == nil })
    #expect(model.errorMatrices[0].rows[2] == nil)
    #expect(model.errorMatrices[1].rows[2] != nil)
    #expect(model.categories == [0, 2])
  }

  @Test func `a tie goes to the lower category`() throws {
    let labels = [Label(unit: 1, rater: 1, category: 1), Label(unit: 1, rater: 2, category: 0)]
    #expect(try DawidSkene(of: labels, categoryCount: 2, iterations: 3).categories == [0])
  }

  @Test func `nothing to learn from is said, and one label is enough`() throws {
    #expect(throws: NoValue.noData) { try DawidSkene(of: [], categoryCount: 2) }
    let one = try DawidSkene(
      of: [Label(unit: 4, rater: 9, category: 0)], categoryCount: 1, iterations: 1)
    #expect(one.categories == [0] && one.logLikelihood == 0)
  }

  @Test func `many raters and units are no matter`() throws {
    let labels = Self.labels(
      units: 20, accuracies: [Double](repeating: 0.6, count: 1000), categories: 4, seed: 2)
    let model = try DawidSkene(of: labels, categoryCount: 4, iterations: 2)
    #expect(model.units.indices.allSatisfy { model.categories[$0] == $0 % 4 })
    #expect(model.logLikelihood.isFinite)
  }
}
