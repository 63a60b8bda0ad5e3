import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct JZSBayesFactorTests {
  @Test(arguments: UInt64(0)..<20)
  func `it is the Cauchy mean of the noncentral density over the central one`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 3 + generator.integer(below: 30)
    let t = 8 * generator.unit() - 4
    let scale = 0.2 + generator.unit()
    let factor = try JZSBayesFactor(t: t, count: count, priorScale: scale)
    let degreesOfFreedom = Double(count - 1)
    let root = Double(count).squareRoot()
    let null = NoncentralStudentDistribution(degreesOfFreedom, noncentrality: 0).logDensity(t)
    // With δ = r tan θ the Cauchy prior is even over θ.
    let mean = Quadrature.integral(
      from: -Double.pi / 2, to: Double.pi / 2, relativeError: 1e-8
    ) { angle in
      let delta = max(-1e6, min(1e6, scale * tan(angle)))
      return exp(
        NoncentralStudentDistribution(degreesOfFreedom, noncentrality: delta * root).logDensity(t)
          - null) / Double.pi
    }
    #expect(isClose(factor.estimate, mean, within: 1e-6 * max(1, mean)))
  }

  @Test func `its sign and its order do not matter`() throws {
    #expect(try JZSBayesFactor(t: 2, count: 9) == JZSBayesFactor(t: -2, count: 9))
    let one = try JZSBayesFactor(t: 1.3, firstCount: 12, secondCount: 20)
    let other = try JZSBayesFactor(t: 1.3, firstCount: 20, secondCount: 12)
    #expect(isClose(one.logEstimate, other.logEstimate))
    #expect(isClose(one.estimate * one.forNull, 1))
  }

  @Test func `a larger t speaks more for an effect, more data at none speak more against`() throws {
    let rising = try [0.0, 1, 2, 5, 40, 1e4, 1e20].map {
      try JZSBayesFactor(t: $0, count: 30).logEstimate
    }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 })
    #expect(rising.allSatisfy { $0.isFinite })
    let falling = try [5, 50, 5_000, 1_000_000_000].map {
      try JZSBayesFactor(t: 0, count: $0).logEstimate
    }
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func `a prior drawn together on no effect changes no odds`() throws {
    #expect(
      isClose(try JZSBayesFactor(t: 3, count: 10, priorScale: 1e-9).estimate, 1, within: 1e-7))
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.fewerThanTwoPairs) { try JZSBayesFactor(t: 1, count: 1) }
    #expect(throws: NoValue.emptyArm) {
      try JZSBayesFactor(t: 1, firstCount: 0, secondCount: 4)
    }
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try JZSBayesFactor(t: 1, firstCount: 1, secondCount: 1)
    }
  }
}
