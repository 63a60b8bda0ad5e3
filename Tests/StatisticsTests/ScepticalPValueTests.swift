import Reproducible
import Testing

@testable import Statistics

@Suite struct ScepticalPValueTests {
  /// Of z statistics and c = SEₒ² / SEᵣ².
  static func sceptical(_ original: Double, _ replication: Double, c: Double = 1) throws
    -> ScepticalPValue
  {
    try ScepticalPValue(
      original: original * c.squareRoot(), originalStandardError: c.squareRoot(),
      replication: replication, replicationStandardError: 1)
  }

  @Test(arguments: [0.01, 0.5, 1.7, 3.0, 6.0])
  func `with one standard error the controlled p has a closed form`(z: Double) throws {
    let sceptical = try Self.sceptical(z, 1.3 * z)
    let harmonic = 2 / (1 / (z * z) + 1 / (1.69 * z * z))
    #expect(isClose(sceptical.zSceptical, (harmonic / 2).squareRoot()))
    let closed = (2 * Distributions.normalCDF(-2 * sceptical.zSceptical)).squareRoot()
    #expect(abs(sceptical.controlled.twoSided / closed - 1) < 1e-11)
    let near = try Self.sceptical(z, 1.3 * z, c: 1 + 1e-9)
    #expect(isClose(near.zSceptical, sceptical.zSceptical, within: 1e-9))
    #expect(isClose(near.controlled.twoSided, sceptical.controlled.twoSided, within: 1e-8))
  }

  @Test(arguments: [(2.0, 1.0, 0.2), (2.5, 3.0, 4.0), (1.0, 8.0, 30.0)])
  func `z follows its definition`(original: Double, replication: Double, c: Double) throws {
    let arithmetic = (original * original + replication * replication) / 2
    let harmonic = 2 / (1 / (original * original) + 1 / (replication * replication))
    let root = (arithmetic * (arithmetic + (c - 1) * harmonic)).squareRoot()
    let sceptical = try Self.sceptical(original, replication, c: c)
    #expect(isClose(sceptical.zSceptical, ((root - arithmetic) / (c - 1)).squareRoot()))
  }

  @Test(arguments: UInt64(0)..<20)
  func `turning both signs and changing the unit changes nothing`(seed: UInt64) throws {
    let numbers = Random.normals(2, mean: 1, seed: seed)
    let one = try ScepticalPValue(
      original: numbers[0], originalStandardError: 0.3, replication: numbers[1],
      replicationStandardError: 0.2)
    let other = try ScepticalPValue(
      original: -4 * numbers[0], originalStandardError: 1.2, replication: -4 * numbers[1],
      replicationStandardError: 0.8)
    #expect(isClose(one.nominal.oneSided, other.nominal.oneSided))
    #expect(isClose(one.golden.oneSided, other.golden.oneSided))
    #expect(isClose(one.controlled.oneSided, other.controlled.oneSided))
  }

  @Test func `a just significant original needs a replication no smaller`() throws {
    let z = 1.959963984540054
    let large = try Self.sceptical(z, z * 1e5, c: 1e10)
    #expect(isClose(large.golden.oneSided, 0.025, within: 1e-5))
    for c in [0.3, 1, 5, 50] {
      #expect(try !Self.sceptical(z, z * c.squareRoot(), c: c).isSuccess)
    }
  }

  @Test func `an estimate of zero convinces nobody`() throws {
    for (first, second) in [(0.0, 3.0), (3, 0), (0, 0)] {
      let sceptical = try Self.sceptical(first, second, c: 2)
      #expect(sceptical.zSceptical == 0 && sceptical.golden.twoSided == 1)
      #expect(sceptical.controlled.twoSided == 1 && sceptical.controlled.oneSided == 0.5)
    }
  }

  @Test func `far out no digit is lost`() throws {
    let sceptical = try Self.sceptical(20, 20)
    let closed = (2 * Distributions.normalCDF(-2 * sceptical.zSceptical)).squareRoot()
    #expect(abs(sceptical.controlled.twoSided / closed - 1) < 1e-9 && closed < 1e-80)
  }

  @Test func `a study without spread cannot be compared`() {
    #expect(throws: NoValue.noVariation) {
      try ScepticalPValue(
        original: 1, originalStandardError: 0, replication: 1, replicationStandardError: 1)
    }
  }
}
