import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct PairedTPowerTests {
  @Test(arguments: PairedTPower.Alternative.allCases, [0.001, 0.05, 0.4])
  func `without effect it is α`(alternative: PairedTPower.Alternative, alpha: Double) {
    let test = PairedTPower(effect: 0, alpha: alpha, alternative: alternative)
    for count in [2.0, 3, 17, 4000] {
      #expect(isClose(test.power(pairs: count), alpha, within: 1e-12))
    }
  }

  @Test(arguments: [0.1, 0.35, 0.8, 2.0], [0.5, 0.8, 0.99])
  func `the sample is the smallest that has the power`(effect: Double, power: Double) throws {
    let test = PairedTPower(effect: effect)
    let size = try test.sampleSize(power: power)
    #expect(test.power(pairs: Double(size.count)) >= power)
    #expect(size.count == 2 || test.power(pairs: Double(size.count - 1)) < power)
    #expect(try PairedTPower(effect: -effect).sampleSize(power: power) == size)
  }

  @Test func `both signs have the same two-sided power`() {
    let power = PairedTPower(effect: 0.4, alpha: 0.05).power(pairs: 12)
    #expect(isClose(PairedTPower(effect: -0.4, alpha: 0.05).power(pairs: 12), power))
    let against = PairedTPower(effect: -0.4, alternative: .greater).power(pairs: 12)
    #expect(against < 0.05)
  }

  @Test func `two pairs may be more than enough, and no number enough for no effect`() throws {
    #expect(try PairedTPower(effect: 100).sampleSize(power: 0.5).count == 2)
    #expect(try PairedTPower(effect: 0).sampleSize(power: 0.04).count == 2)
    #expect(throws: NoValue.allDifferencesZero) {
      try PairedTPower(effect: 0).sampleSize(power: 0.8)
    }
    #expect(throws: NoValue.allDifferencesZero) {
      try PairedTPower(effect: 1e-9).sampleSize(power: 0.8)
    }
    #expect(try PairedTPower(effect: 1e-4).sampleSize(power: 0.8).count > 700_000_000)
  }
}

@Suite struct AgreementPowerTests {
  @Test func `reproduces kappaSize`() {
    func exact(_ prevalence: Double) -> Double {
      KappaPower.goodnessOfFit(
        kappa: 0.7, null: 0.4, prevalence: prevalence, raters: 2, alpha: 0.05, power: 0.8
      ).exact
    }
    // PowerBinary of kappaSize 1.2 says 73.26 and 106.89, which it finds to about 1e-4.
    #expect(abs(exact(0.5) - 73.26) < 0.01 && abs(exact(0.2) - 106.89) < 0.01)
  }

  @Test func `reproduces published examples of the intraclass correlation`() {
    func test(_ raters: Int) -> Int {
      IntraclassPower.Test(
        correlation: 0.75, null: 0.5, raters: raters, alpha: 0.05, isTwoSided: false
      ).sampleSize(power: 0.8).count
    }
    #expect(test(3) == 24 && test(2) == 36)
    let precise = IntraclassPower.precision(correlation: 0.85, raters: 4, width: 0.2, alpha: 0.05)
    #expect((precise.exact * 10).rounded() == 192 && precise.count == 20)
  }

  @Test(arguments: [2, 3, 6, 40], [0.05, 0.3, 0.5])
  func `information sums over all numbers of yes`(raters: Int, prevalence: Double) {
    func cells(_ kappa: Double) -> [Double] {
      (0...raters).map { count in
        let chance = BinomialDistribution(trials: raters, chance: prevalence)
          .probability(of: count)
        let all = count == raters ? prevalence : count == 0 ? 1 - prevalence : 0
        return (1 - kappa) * chance + kappa * all
      }
    }
    let sum = zip(cells(0.7), cells(0.4)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
    let size = KappaPower.precision(
      kappa: 0.7, low: 0.4, prevalence: prevalence, raters: raters, alpha: 1e-6)
    let critical = Distributions.normalQuantile(1e-6)
    #expect(isClose(size.exact, max(10, critical * critical / sum), within: 1e-10))
  }

  @Test func `a test of κ is the same for no as for yes and for raters exchanged`() {
    func size(_ first: Double, _ second: Double) -> Double {
      KappaPower.cohenTest(
        rates: (first, second), kappa: 0.6, null: 0.2, alpha: 0.05, power: 0.9, isTwoSided: true
      ).exact
    }
    #expect(isClose(size(0.3, 0.4), size(0.4, 0.3)) && isClose(size(0.3, 0.4), size(0.7, 0.6)))
    #expect(KappaPower.kappaRange(rates: (0.3, 0.3)).upperBound == 1)
    let range = KappaPower.kappaRange(rates: (0.5, 0.5))
    #expect(range == -1...1)
  }

  @Test(arguments: [0.3, 0.8, 0.95])
  func `the sample of a correlation is the smallest that has the power`(power: Double) {
    for raters in [2, 5] {
      let test = IntraclassPower.Test(
        correlation: 0.6, null: 0.4, raters: raters, alpha: 0.05, isTwoSided: true)
      let count = test.sampleSize(power: power).count
      #expect(test.power(units: count) >= power && test.power(units: count - 1) < power)
    }
  }

  @Test func `what cannot be told apart needs more units than there are`() {
    let size = IntraclassPower.precision(correlation: 0.5, raters: 2, width: 1e-200, alpha: 0.05)
    #expect(size.count == Int.max && SampleSize(.infinity).count == Int.max)
    #expect(SampleSize(57.000_000_000_1).count == 57 && SampleSize(57.001).count == 58)
  }
}

@Suite struct ExactTestPowerTests {
  /// The two-sided p of a sign test, counted out.
  static func pValue(_ count: Int, of pairs: Int) -> Double {
    let fair = (0...pairs).map {
      BinomialDistribution(trials: pairs, chance: 0.5).probability(of: $0)
    }
    return fair.filter { $0 <= fair[count] * (1 + 1e-7) }.reduce(0, +)
  }

  @Test(arguments: [1, 5, 6, 13, 30], [0.5, 0.62, 1.0])
  func `the sign test's power is a sum over its rejections`(pairs: Int, chance: Double) {
    for alpha in [0.01, 0.05, 0.3] {
      let sum = (0...pairs).filter { Self.pValue($0, of: pairs) <= alpha }.reduce(0) {
        $0 + BinomialDistribution(trials: pairs, chance: chance).probability(of: $1)
      }
      let power = ExactTestPower.signTest(pairs: pairs, chance: chance, alpha: alpha)
      #expect(isClose(power, sum, within: 1e-11))
      let turned = ExactTestPower.signTest(pairs: pairs, chance: 1 - chance, alpha: alpha)
      #expect(isClose(power, turned))
      if chance == 0.5 { #expect(power <= alpha) }
    }
  }

  @Test func `a p of exactly α rejects`() {
    #expect(isClose(ExactTestPower.signTest(pairs: 5, chance: 0.5, alpha: 0.0625), 0.0625))
    #expect(ExactTestPower.signTest(pairs: 5, chance: 0.5, alpha: 0.0624) == 0)
    #expect(ExactTestPower.signTest(pairs: 0, chance: 0.9, alpha: 0.5) == 0)
  }

  @Test func `where all pairs differ McNemar's test is the sign test`() {
    for pairs in [1, 12, 90] {
      let mcNemar = ExactTestPower.mcNemarTest(
        pairs: pairs, leadingOnly: 0.7, neutralOnly: 0.3, alpha: 0.05)
      let sign = ExactTestPower.signTest(pairs: pairs, chance: 0.7, alpha: 0.05)
      #expect(isClose(mcNemar, sign, within: 1e-11))
    }
  }

  @Test func `pairs that never differ show nothing, and many show all`() {
    let none = ExactTestPower.mcNemarTest(pairs: 50, leadingOnly: 0, neutralOnly: 0, alpha: 0.05)
    #expect(none == 0)
    let many = ExactTestPower.mcNemarTest(
      pairs: 5_000, leadingOnly: 0.04, neutralOnly: 0.01, alpha: 0.05)
    #expect(many > 0.999_999 && many <= 1)
  }

  @Test func `a simulation comes near`() {
    var generator = SeededGenerator(seed: 4)
    let power = ExactTestPower.signTest(pairs: 20, chance: 0.75, alpha: 0.05)
    let rejections = (0..<4000).count { _ in
      let count = (0..<20).count { _ in generator.unit() < 0.75 }
      return count <= 5 || count >= 15
    }
    let simulated = SimulatedPower(power: power, runs: 4000)
    let share = Double(rejections) / 4000
    #expect(simulated.lowestAccepted <= share && share <= simulated.highestAccepted)
  }
}
