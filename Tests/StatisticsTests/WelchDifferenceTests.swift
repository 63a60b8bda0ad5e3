import Testing

@testable import Statistics

@Suite struct WelchDifferenceTests {
  /// Student's sleep data as two groups; R's manual prints the test of them.
  static let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  static let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test func `matches the printed example`() throws {
    let welch = try WelchDifference(first: Self.first, second: Self.second)
    #expect(isClose(welch.difference, -1.58))
    #expect(isClose(try #require(welch.t), -1.8608, within: 5e-5))
    #expect(isClose(welch.degreesOfFreedom, 17.776, within: 5e-5))
    #expect(isClose(try #require(welch.pValue), 0.07939, within: 5e-6))
    let interval = welch.interval(level: 0.95)
    #expect(isClose(interval.low, -3.3654832, within: 5e-8))
    #expect(isClose(interval.high, 0.2054832, within: 5e-8))
    #expect(welch.firstCount == 10 && welch.secondCount == 10)
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.emptyArm) { try WelchDifference(first: [], second: [1, 2]) }
    #expect(throws: NoValue.emptyArm) { try WelchDifference(first: [1, 2], second: []) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try WelchDifference(first: [1], second: [1, 2]) }
  }

  @Test func `groups without spread differ by a point`() throws {
    let welch = try WelchDifference(first: [3, 3], second: [1, 1, 1])
    #expect(welch.difference == 2 && welch.standardError == 0 && welch.pValue == nil)
    #expect(welch.interval(level: 0.9) == Interval(low: 2, high: 2, level: 0.9))
  }

  @Test(arguments: UInt64(0)..<50)
  func `swapping the groups turns the difference`(seed: UInt64) throws {
    let a = Random.normals(9, mean: 1, seed: seed)
    let b = Random.normals(14, seed: seed + 1000).map { 3 * $0 }
    let one = try WelchDifference(first: a, second: b)
    let other = try WelchDifference(first: b.reversed(), second: a.reversed())
    #expect(isClose(one.difference, -other.difference))
    #expect(isClose(one.degreesOfFreedom, other.degreesOfFreedom))
    #expect(isClose(try #require(one.pValue), try #require(other.pValue)))
    #expect((8.0...21).contains(one.degreesOfFreedom))
  }
}
