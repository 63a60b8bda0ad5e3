import Reproducible
import Testing

@testable import Statistics

@Suite struct AdjustedPValuesTests {
  private static func values(seed: UInt64, count: Int = 12) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      generator.unit() < 0.3 ? 0.04 : generator.unit() * generator.unit()
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `each procedure is as cautious as it should be`(seed: UInt64) throws {
    let values = Self.values(seed: seed)
    let adjusted = try AdjustedPValues(of: values)
    for index in values.indices {
      #expect(adjusted.holm[index] <= adjusted.bonferroni[index])
      #expect(adjusted.hochberg[index] <= adjusted.holm[index])
      #expect(adjusted.benjaminiHochberg[index] <= adjusted.hochberg[index])
      #expect(adjusted.benjaminiHochberg[index] <= adjusted.benjaminiYekutieli[index])
      #expect(values[index] <= adjusted.benjaminiHochberg[index])
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `the order of the tests does not matter`(seed: UInt64) throws {
    let values = Self.values(seed: seed)
    let adjusted = try AdjustedPValues(of: values)
    let mirrored = try AdjustedPValues(of: values.reversed())
    #expect(adjusted.holm == mirrored.holm.reversed())
    #expect(adjusted.hochberg == mirrored.hochberg.reversed())
    #expect(adjusted.benjaminiHochberg == mirrored.benjaminiHochberg.reversed())
    #expect(adjusted.benjaminiYekutieli == mirrored.benjaminiYekutieli.reversed())
  }

  @Test(arguments: UInt64(0)..<20)
  func `at any level as many are rejected as the procedure itself rejects`(seed: UInt64) throws {
    let values = Self.values(seed: seed).sorted()
    let adjusted = try AdjustedPValues(of: values)
    for level in [0.01, 0.05, 0.2] {
      let n = Double(values.count)
      // Step down: reject as long as the next is small enough; step up: up to the last that is.
      let holm = values.enumerated().prefix { $1 * (n - Double($0)) <= level }.count
      let last = values.indices.last { n / Double($0 + 1) * values[$0] <= level }
      #expect(adjusted.holm.count { $0 <= level } == holm)
      #expect(adjusted.benjaminiHochberg.count { $0 <= level } == (last ?? -1) + 1)
    }
  }

  @Test func `one test needs no adjustment, none has no value, many are fast`() throws {
    let one = try AdjustedPValues(of: [0.3])
    #expect(one.holm == [0.3] && one.benjaminiYekutieli == [0.3])
    #expect(throws: NoValue.noData) { try AdjustedPValues(of: []) }
    let many = try AdjustedPValues(of: Array(repeating: 1e-9, count: 100_000))
    #expect(many.benjaminiHochberg.allSatisfy { isClose($0, 1e-9, within: 1e-20) })
  }
}
