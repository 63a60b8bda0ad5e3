import Reproducible
import Testing

@testable import Statistics

@Suite struct SmallTelescopesTests {
  @Test(arguments: [2, 3, 10, 47, 1000, 1_000_000])
  func `the original had a power of one third for d33`(count: Int) throws {
    let telescopes = try SmallTelescopes(
      originalCount: count, replicationCount: 20, effect: 0, design: .paired)
    let test = PairedTPower(effect: telescopes.d33, alpha: 0.025, alternative: .greater)
    #expect(isClose(test.power(pairs: Double(count)), 1.0 / 3, within: 1e-11))
  }

  @Test func `twenty units a cell could see half a standard deviation`() throws {
    let telescopes = try SmallTelescopes(
      originalCount: 20, replicationCount: 50, effect: 0, design: .twoSample)
    #expect((telescopes.d33 * 10).rounded() == 5)
  }

  @Test func `a larger replication without effect is more informative`() throws {
    let ps = try [10, 40, 160, 640].map {
      try SmallTelescopes(
        originalCount: 30, replicationCount: $0, effect: 0, design: .paired
      ).pValue
    }
    #expect(ps == ps.sorted(by: >) && ps[3] < 1e-6)
  }

  @Test func `one pair is no study`() {
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try SmallTelescopes(originalCount: 1, replicationCount: 9, effect: 0, design: .paired)
    }
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try SmallTelescopes(originalCount: 9, replicationCount: 1, effect: 0, design: .paired)
    }
  }
}
