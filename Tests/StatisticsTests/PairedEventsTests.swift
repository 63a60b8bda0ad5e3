import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct PairedEventsTests {
  static func pairs(seed: UInt64, up limit: Int = 40) -> PairedEvents {
    var generator = SeededGenerator(seed: seed)
    return PairedEvents(
      both: generator.integer(below: limit), leadingOnly: 1 + generator.integer(below: limit),
      neutralOnly: generator.integer(below: limit), neither: generator.integer(below: limit))
  }

  private func swapped(_ pairs: PairedEvents) -> PairedEvents {
    PairedEvents(
      both: pairs.both, leadingOnly: pairs.neutralOnly, neutralOnly: pairs.leadingOnly,
      neither: pairs.neither)
  }

  @Test func `pairs are counted in their cells`() {
    let pairs = PairedEvents(
      leading: [true, true, false, false, true], neutral: [true, false, true, false, false])
    #expect(pairs == PairedEvents(both: 1, leadingOnly: 2, neutralOnly: 1, neither: 1))
    #expect(pairs.count == 5 && pairs.leadingCount == 3 && pairs.neutralCount == 2)
    #expect(pairs.discordantCount == 3)
  }

  @Test(arguments: UInt64(0)..<60)
  func `swapping the wordings turns every difference round`(seed: UInt64) throws {
    let pairs = Self.pairs(seed: seed)
    let one = try PairedRiskDifference(of: pairs)
    let other = try PairedRiskDifference(of: swapped(pairs))
    #expect(isClose(one.estimate, -other.estimate))
    for (mine, its) in [
      (one.newcombe, other.newcombe), (one.wald, other.wald), (one.tango, other.tango),
      (one.agrestiMin, other.agrestiMin), (one.bonettPrice, other.bonettPrice),
    ] {
      #expect(isClose(mine.low, -its.high, within: 1e-11))
      #expect(isClose(mine.high, -its.low, within: 1e-11))
      #expect(-1 <= mine.low && mine.low <= mine.high && mine.high <= 1)
    }
    let test = try McNemarTest(of: pairs)
    let mirrored = try McNemarTest(of: swapped(pairs))
    #expect(isClose(test.pExact, mirrored.pExact))
    #expect(isClose(test.pMid, mirrored.pMid))
    #expect(test.discordance?.chiSquare == mirrored.discordance?.chiSquare)
  }

  @Test(arguments: UInt64(0)..<60)
  func `pairs without the event, or with it throughout, do not touch McNemar's test`(
    seed: UInt64
  ) throws {
    let pairs = Self.pairs(seed: seed)
    let bare = PairedEvents(
      both: 0, leadingOnly: pairs.leadingOnly, neutralOnly: pairs.neutralOnly, neither: 0)
    #expect(try McNemarTest(of: pairs) == McNemarTest(of: bare))
  }

  @Test(arguments: UInt64(0)..<60)
  func `pairs without any event do not touch the attributable fraction`(seed: UInt64) throws {
    let pairs = Self.pairs(seed: seed)
    let more = PairedEvents(
      both: pairs.both, leadingOnly: pairs.leadingOnly, neutralOnly: pairs.neutralOnly,
      neither: pairs.neither + 1_000)
    let one = try AttributableFraction(of: pairs)
    let other = try AttributableFraction(of: more)
    #expect(one.estimate == other.estimate)
    #expect(one.uncertainty == other.uncertainty)
    #expect(isClose(one.estimate, 1 - 1 / one.riskRatio) || one.riskRatio == .infinity)
    if let uncertainty = one.uncertainty {
      #expect(uncertainty.bonettPrice.contains(one.estimate))
      #expect(uncertainty.deltaLog.contains(one.estimate))
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `at Tango's limits the score test reaches its quantile`(seed: UInt64) throws {
    let pairs = Self.pairs(seed: seed)
    let limits = try PairedRiskDifference(of: pairs).tango
    let (b, c, n) = (Double(pairs.leadingOnly), Double(pairs.neutralOnly), Double(pairs.count))
    for limit in [limits.low, limits.high] where abs(limit) < 1 {
      let linear = -b - c + (2 * n - b + c) * limit
      let share =
        ((linear * linear + 8 * n * c * limit * (1 - limit)).squareRoot() - linear) / (4 * n)
      let score = (b - c - n * limit) / (n * (2 * share + limit * (1 - limit))).squareRoot()
      #expect(isClose(abs(score), 1.959963984540054, within: 1e-8))
    }
  }

  @Test func `says why there is no value`() throws {
    let none = PairedEvents(both: 0, leadingOnly: 0, neutralOnly: 0, neither: 0)
    #expect(throws: NoValue.noData) { try McNemarTest(of: none) }
    #expect(throws: NoValue.noData) { try PairedRiskDifference(of: none) }
    #expect(throws: NoValue.noData) { try AttributableFraction(of: none) }
    let never = PairedEvents(both: 0, leadingOnly: 0, neutralOnly: 3, neither: 5)
    #expect(throws: NoValue.noLeadingEvents) { try AttributableFraction(of: never) }
    let alike = try McNemarTest(
      of: PairedEvents(both: 3, leadingOnly: 0, neutralOnly: 0, neither: 2))
    #expect(alike.pExact == 1 && alike.discordance == nil)
  }

  @Test func `stands counts as large as they come`() throws {
    let most = Int(Int32.max)
    let pairs = PairedEvents(both: most, leadingOnly: most, neutralOnly: most, neither: most)
    #expect(try McNemarTest(of: pairs).pExact == 1)
    let difference = try PairedRiskDifference(of: pairs)
    #expect(difference.newcombe.contains(0) && difference.tango.contains(0))
    #expect(try #require(try AttributableFraction(of: pairs).uncertainty).bonettPrice.contains(0))
  }
}

@Suite struct RiskDifferenceTests {
  @Test(arguments: UInt64(0)..<60)
  func `swapping the groups turns the difference round`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let counts = (1 + generator.integer(below: 50), 1 + generator.integer(below: 50))
    let (first, second) = (
      generator.integer(below: counts.0 + 1), generator.integer(below: counts.1 + 1)
    )
    let one = try RiskDifference(leading: first, of: counts.0, neutral: second, of: counts.1)
    let other = try RiskDifference(leading: second, of: counts.1, neutral: first, of: counts.0)
    for (mine, its) in [
      (one.newcombe, other.newcombe), (one.wald, other.wald),
      (one.agrestiCaffo, other.agrestiCaffo),
    ] {
      #expect(isClose(mine.low, -its.high))
      #expect(-1 <= mine.low && mine.low <= mine.high && mine.high <= 1)
    }
    #expect(one.newcombe.contains(one.estimate))
  }

  @Test func `a group without units has no value`() {
    #expect(throws: NoValue.emptyArm) {
      try RiskDifference(leading: 0, of: 0, neutral: 1, of: 3)
    }
  }
}
