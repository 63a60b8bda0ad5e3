import Reproducible
import Testing

@testable import Statistics

@Suite struct CliffsDeltaTests {
  private static func groups(seed: UInt64) -> ([Double], [Double]) {
    var generator = SeededGenerator(seed: seed)
    let counts = (2 + generator.integer(below: 12), 2 + generator.integer(below: 12))
    return (
      (0..<counts.0).map { _ in Double(generator.integer(below: 7)) },
      (0..<counts.1).map { _ in Double(generator.integer(below: 6)) }
    )
  }

  @Test(arguments: UInt64(0)..<60)
  func `it is what the table of all pairs says`(seed: UInt64) throws {
    let (first, second) = Self.groups(seed: seed)
    let delta = try CliffsDelta(first: first, second: second)
    let table = first.map { x in second.map { x > $0 ? 1.0 : x < $0 ? -1 : 0 } }
    let (n, m) = (Double(first.count), Double(second.count))
    let mean = table.joined().reduce(0, +) / (n * m)
    #expect(isClose(delta.estimate, mean))
    let center = abs(mean) == 1 ? mean * (n * m - 1) / (n * m) : mean
    func squares(_ values: [Double]) -> Double {
      values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    }
    let rows = squares(table.map { $0.reduce(0, +) / m })
    let columns = squares(second.indices.map { j in table.reduce(0) { $0 + $1[j] } / n })
    let all = squares(Array(table.joined()))
    let variance = (m * m * rows + n * n * columns - all) / (n * m * (n - 1) * (m - 1))
    #expect(isClose(try #require(delta.unbiasedVariance), variance))
  }

  @Test(arguments: UInt64(0)..<60)
  func `swapping the groups turns the sign, a monotone change of scale changes nothing`(
    seed: UInt64
  ) throws {
    let (first, second) = Self.groups(seed: seed)
    let one = try CliffsDelta(first: first, second: second)
    let other = try CliffsDelta(first: second, second: first)
    #expect(isClose(one.estimate, -other.estimate))
    #expect(one.magnitude == other.magnitude)
    if let mine = one.consistentInterval, let its = other.consistentInterval {
      #expect(isClose(mine.low, -its.high))
      #expect(-1 <= mine.low && mine.high <= 1 && mine.contains(one.estimate))
    }
    let cubed = try CliffsDelta(
      first: first.map { $0 * $0 * $0 }, second: second.map { $0 * $0 * $0 })
    #expect(cubed == one)
  }

  @Test func `groups of one have no interval, empty ones no value`() throws {
    let one = try CliffsDelta(first: [3], second: [1, 2, 4])
    #expect(isClose(one.estimate, 1 / 3.0))
    #expect(one.interval == nil && one.unbiasedVariance == nil)
    #expect(throws: NoValue.emptyArm) { try CliffsDelta(first: [], second: [1]) }
  }

  @Test func `the magnitudes begin where convention says`() throws {
    let second = Array(repeating: 0.0, count: 1_000)
    func magnitude(_ above: Int) throws -> CliffsDelta.Magnitude {
      let first = (0..<1_000).map { $0 < above ? 1.0 : 0 }
      return try CliffsDelta(first: first, second: second).magnitude
    }
    #expect(try magnitude(146) == .negligible && magnitude(147) == .small)
    #expect(try magnitude(329) == .small && magnitude(330) == .medium)
    #expect(try magnitude(473) == .medium && magnitude(474) == .large)
  }

  @Test func `stands a hundred thousand values`() throws {
    let first = (0..<100_000).map { Double($0 % 5) }
    let delta = try CliffsDelta(first: first, second: first.map { $0 + 1 })
    // Of 25 pairs of digits 6 are ordered up and 15 down.
    #expect(isClose(delta.estimate, (6 - 15) / 25))
  }
}
