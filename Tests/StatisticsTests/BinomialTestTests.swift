import Reproducible
import Testing

@testable import Statistics

@Suite struct BinomialTestTests {
  @Test(arguments: UInt64(0)..<100)
  func `the two-sided p is the sum over all outcomes that are no likelier`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let trials = 1 + generator.integer(below: 40)
    let successes = generator.integer(below: trials + 1)
    let chance = [0.5, 1 / 3.0, 0.05 + 0.9 * generator.unit()][generator.integer(below: 3)]
    let test = try BinomialTest(successes: successes, trials: trials, chance: chance)
    let binomial = BinomialDistribution(trials: trials, chance: chance)
    let bound = binomial.probability(of: successes) * (1 + 1e-7)
    let sum = (0...trials).map { binomial.probability(of: $0) }.filter { $0 <= bound }
      .reduce(0, +)
    #expect(isClose(test.pTwoSided, sum, within: 1e-11))
  }

  @Test(arguments: UInt64(0)..<50)
  func `successes and failures mirror each other`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let trials = 1 + generator.integer(below: 200)
    let successes = generator.integer(below: trials + 1)
    let chance = 0.05 + 0.9 * generator.unit()
    let one = try BinomialTest(successes: successes, trials: trials, chance: chance)
    let other = try BinomialTest(
      successes: trials - successes, trials: trials, chance: 1 - chance)
    #expect(isClose(one.pTwoSided, other.pTwoSided, within: 1e-11))
    #expect(isClose(one.pGreater, other.pLess))
    #expect(isClose(one.pMid, other.pMid))
    for (mine, its) in [
      (one.wilson(level: 0.9), other.wilson(level: 0.9)),
      (one.clopperPearson(level: 0.9), other.clopperPearson(level: 0.9)),
    ] {
      #expect(isClose(mine.low, 1 - its.high))
      #expect(isClose(mine.high, 1 - its.low))
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `at the exact limits a one-sided test reaches half of what the level leaves`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let trials = 2 + generator.integer(below: 100)
    let successes = 1 + generator.integer(below: trials - 1)
    let limits = try BinomialTest(successes: successes, trials: trials, chance: 0.5)
      .clopperPearson(level: 0.95)
    let low = try BinomialTest(successes: successes, trials: trials, chance: limits.low)
    let high = try BinomialTest(successes: successes, trials: trials, chance: limits.high)
    #expect(isClose(low.pGreater, 0.025))
    #expect(isClose(high.pLess, 0.025))
  }

  @Test(arguments: UInt64(0)..<50)
  func `Wilson's limits lie a quantile of their own standard error off`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let trials = 2 + generator.integer(below: 100)
    let successes = 1 + generator.integer(below: trials - 1)
    let test = try BinomialTest(successes: successes, trials: trials, chance: 0.5)
    let limits = test.wilson(level: 0.95)
    for limit in [limits.low, limits.high] {
      let error = (limit * (1 - limit) / Double(trials)).squareRoot()
      #expect(isClose(abs(test.estimate - limit) / error, 1.959963984540054, within: 1e-9))
    }
  }

  @Test func `the ends are exact`() throws {
    let none = try BinomialTest(successes: 0, trials: 3, chance: 0.5)
    let all = try BinomialTest(successes: 3, trials: 3, chance: 0.5)
    #expect(none.clopperPearson(level: 0.95).low == 0 && none.wilson(level: 0.95).low == 0)
    #expect(all.clopperPearson(level: 0.95).high == 1 && all.wilson(level: 0.95).high == 1)
    #expect(isClose(all.pGreater, 0.125) && isClose(all.pTwoSided, 0.25))
    #expect(all.pLess == 1 && none.pGreater == 1)
    #expect(throws: NoValue.noData) { try BinomialTest(successes: 0, trials: 0, chance: 0.5) }
    #expect(throws: NoValue.noGuesses) { try GuessAccuracy(correct: 0, total: 0) }
  }

  @Test func `stands counts as large as they come`() throws {
    let trials = Int(Int32.max) - 1
    let test = try BinomialTest(successes: trials / 2 + 50_000, trials: trials, chance: 0.5)
    // 50 000 off is 2.157… standard errors.
    let z = (50_000 - 0.5) / (Double(trials) / 4).squareRoot()
    #expect(abs(test.pGreater / Distributions.normalCDF(-z) - 1) < 1e-6)
    #expect(isClose(test.pTwoSided, 2 * test.pGreater, within: 1e-9))
  }
}
