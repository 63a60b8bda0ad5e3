import Reproducible
import Testing

@testable import Statistics

@Suite struct StandardizedMeanDifferenceTests {
  private static func pairs(_ count: Int, seed: UInt64) -> ([Double], [Double]) {
    let neutral = Random.normals(count, mean: 3, seed: seed)
    let noise = Random.normals(count, mean: 0.5, seed: seed + 1_000)
    return (zip(neutral, noise).map { 0.7 * $0 + $1 }, neutral)
  }

  @Test(arguments: UInt64(0)..<10)
  func `another unit changes nothing, another order of halves the sign`(seed: UInt64) throws {
    let (leading, neutral) = Self.pairs(12, seed: seed)
    let one = try StandardizedMeanDifference(leading: leading, neutral: neutral)
    let scaled = try StandardizedMeanDifference(
      leading: leading.map { 7 - 4 * $0 }, neutral: neutral.map { 7 - 4 * $0 })
    #expect(isClose(one.estimate, -scaled.estimate, within: 1e-10))
    #expect(isClose(one.interval.low, -scaled.interval.high, within: 1e-10))
    #expect(isClose(one.averaged, -scaled.averaged, within: 1e-10))
    let correlation = try #require(one.correlation)
    #expect(isClose(correlation, try #require(scaled.correlation), within: 1e-10))
    #expect(one.interval.contains(one.estimate))
  }

  @Test(arguments: UInt64(0)..<5)
  func `at the limits the observed t is as far out as the level says`(seed: UInt64) throws {
    let (leading, neutral) = Self.pairs(9, seed: seed)
    let difference = try StandardizedMeanDifference(leading: leading, neutral: neutral, level: 0.9)
    let t = 3 * difference.estimate
    let low = NoncentralStudentDistribution(8, noncentrality: 3 * difference.interval.low)
    let high = NoncentralStudentDistribution(8, noncentrality: 3 * difference.interval.high)
    #expect(isClose(low.upperTail(t), 0.05))
    #expect(isClose(high.lowerTail(t), 0.05))
  }

  @Test(arguments: UInt64(0)..<10)
  func `with the same spread in both halves d_rm is d_av`(seed: UInt64) throws {
    let leading = Random.normals(14, seed: seed)
    let shifted = try StandardizedMeanDifference(
      leading: leading.map { $0 + 1 }, neutral: leading.reversed())
    #expect(isClose(try #require(shifted.repeatedMeasures), shifted.averaged, within: 1e-10))
  }

  @Test func `the correction for bias nears its approximation`() throws {
    for count in [10, 100, 3_000] {
      let (leading, neutral) = Self.pairs(count, seed: 1)
      let difference = try StandardizedMeanDifference(leading: leading, neutral: neutral)
      let exact = try #require(difference.hedgesJ)
      let m = Double(count - 1)
      #expect(abs(exact - difference.hedgesJApproximation) < 1 / (m * m * 20))
    }
  }

  @Test func `two pairs have no correction, a constant half no correlation`() throws {
    let two = try StandardizedMeanDifference(leading: [1, 3], neutral: [0, 1])
    #expect(two.hedgesJ == nil && two.hedgesG == nil && two.interval.low < two.interval.high)
    let constant = try StandardizedMeanDifference(leading: [1, 3, 4], neutral: [0, 0, 0])
    #expect(constant.correlation == nil && constant.repeatedMeasures == nil)
  }

  @Test func `differences that hardly vary still have an interval`() throws {
    let difference = try StandardizedMeanDifference(
      leading: [1, 1, 1, 1 + 4e-16], neutral: [0, 0, 0, 0])
    #expect(difference.estimate > 1e15)
    #expect(difference.interval.contains(difference.estimate))
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.fewerThanTwoPairs) {
      try StandardizedMeanDifference(leading: [1], neutral: [0])
    }
    #expect(throws: NoValue.noVariation) {
      try StandardizedMeanDifference(leading: [1, 2], neutral: [0, 1])
    }
  }
}
