import Reproducible
import Testing

@testable import Statistics

@Suite struct AlphaSpendingTests {
  /// Bounds as programs for trials print them, two-sided at 0.05: of three and of five looks as
  /// far from one another, and of two.
  @Test(arguments: [
    [2.963, 1.969], [3.710, 2.511, 1.993], [4.877, 3.357, 2.680, 2.290, 2.031],
  ])
  func `equal steps have the published bounds`(published: [Double]) throws {
    let fractions = (1...published.count).map { Double($0) / Double(published.count) }
    let spending = try AlphaSpending(alpha: 0.05, fractions: fractions)
    for (bound, printed) in zip(spending.bounds, published) {
      #expect(abs(bound - printed) < 0.0006, "\(spending.bounds)")
    }
    #expect(spending.spent.last == 0.05)
  }

  @Test(arguments: try Golden.cases("alpha_spending", where: { $0.reason == nil }))
  func `matches nested adaptive integration`(_ reference: Golden.Case) throws {
    let spending = try AlphaSpending(
      alpha: try #require(reference.input["alpha"]?.double),
      fractions: (reference.input["fractions"]?.elements ?? []).compactMap(\.double))
    for (field, values) in [
      ("spent", spending.spent), ("bounds", spending.bounds), ("levels", spending.levels),
    ] {
      let expected = (reference.expected[field]?.elements ?? []).compactMap(\.double)
      #expect(values.count == expected.count)
      for (value, other) in zip(values, expected) {
        #expect(abs(value - other) <= reference.tolerance * max(1, other), "\(field): \(values)")
      }
    }
  }

  @Test func `without a look there is no bound`() {
    #expect(throws: NoValue.noData) { try AlphaSpending(alpha: 0.05, fractions: []) }
  }

  @Test func `one look at the end has all of alpha, and an early one what may be spent`() throws {
    #expect(isClose(try AlphaSpending(alpha: 0.05, fractions: [1]).levels[0], 0.05))
    let early = try AlphaSpending(alpha: 0.05, fractions: [0.6])
    #expect(isClose(early.levels[0], AlphaSpending.spent(of: 0.05, at: 0.6), within: 1e-15))
  }

  @Test(arguments: UInt64(0)..<30)
  func `levels rise, and bounds of some looks do not depend on later ones`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let fractions = (0..<3).map { _ in 0.1 + 0.89 * generator.unit() }.sorted() + [1]
    let whole = try AlphaSpending(alpha: 0.05, fractions: fractions)
    let some = try AlphaSpending(alpha: 0.05, fractions: Array(fractions.prefix(2)))
    for (bound, other) in zip(whole.bounds, some.bounds) {
      #expect(abs(bound - other) < 1e-9 * bound)
    }
    #expect(whole.levels.allSatisfy { $0 > 0 && $0 < 0.05 })
    // The last level is at least what is left, and at most alpha.
    #expect(whole.levels[3] >= 0.05 - whole.spent[2])
  }

  @Test(arguments: [1e-3, 1e-5])
  func `looks that lie next to one another keep what was spent apart`(gap: Double) throws {
    let one = try AlphaSpending(alpha: 0.05, fractions: [0.5, 1])
    let two = try AlphaSpending(alpha: 0.05, fractions: [0.5, 0.5 + gap, 1])
    #expect(two.bounds[1] > one.bounds[0])
    #expect(abs(two.levels[2] - one.levels[1]) < 2 * gap.squareRoot() * one.levels[0] + 1e-7)
  }

  @Test func `so early that nothing may be spent there is no bound to leave`() throws {
    let spending = try AlphaSpending(alpha: 0.05, fractions: [1e-6, 1])
    #expect(spending.levels[0] == 0)
    #expect(spending.bounds[0] == .infinity)
    #expect(isClose(spending.levels[1], 0.05, within: 1e-9))
  }

  /// Two-sided at the levels of all looks, and one-sided at the same levels, as *not there* is told.
  @Test func `without an effect the looks together err at about alpha`() throws {
    let spending = try AlphaSpending(alpha: 0.05, fractions: [0.5, 0.75, 1])
    let oneSided = spending.levels.map { -Distributions.normalQuantile($0) }
    var generator = SeededGenerator(seed: 7)
    let trials = 40_000
    var (twoSided, upper) = (0, 0)
    for _ in 0..<trials {
      var (sum, before) = (0.0, 0.0)
      var (left, above) = (false, false)
      for (look, fraction) in spending.fractions.enumerated() {
        sum += (fraction - before).squareRoot() * generator.normal()
        before = fraction
        let z = sum / fraction.squareRoot()
        left = left || abs(z) >= spending.bounds[look]
        above = above || z >= oneSided[look]
      }
      twoSided += left ? 1 : 0
      upper += above ? 1 : 0
    }
    // Four standard errors of a share of 0.05 in 40 000 trials are 0.0044.
    #expect(abs(Double(twoSided) / Double(trials) - 0.05) < 0.0044)
    #expect(Double(upper) / Double(trials) < 0.0544)
  }
}
