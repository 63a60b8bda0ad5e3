import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct ReplicationBayesFactorTests {
  typealias Study = ReplicationBayesFactor.Study

  @Test(arguments: [(2.2, 1.1), (3.0, -0.5), (0.1, 4.0)])
  func `is a ratio of sums over all effects`(original: Double, replication: Double) throws {
    let factor = ReplicationBayesFactor(
      original: try Study(t: original, pairs: 9), replication: try Study(t: replication, pairs: 16))
    func density(_ t: Double, _ df: Double, _ noncentrality: Double) -> Double {
      exp(
        Distributions.noncentralStudentLogDensity(
          t, degreesOfFreedom: df, noncentrality: noncentrality))
    }
    var sums = (prior: 0.0, both: 0.0)
    for step in -800...800 {
      let effect = Double(step) / 200
      let prior = density(original, 8, 3 * effect)
      sums.prior += prior
      sums.both += prior * density(replication, 15, 4 * effect)
    }
    let expected = sums.both / sums.prior / density(replication, 15, 0)
    #expect(isClose(factor.factor, expected, within: 1e-8))
  }

  @Test func `turning both signs changes nothing`() throws {
    let one = ReplicationBayesFactor(
      original: try Study(t: 2.5, samples: (12, 20)), replication: try Study(t: 1.5, pairs: 30))
    let other = ReplicationBayesFactor(
      original: try Study(t: -2.5, samples: (20, 12)), replication: try Study(t: -1.5, pairs: 30))
    #expect(isClose(one.logFactor, other.logFactor, within: 1e-11))
  }

  @Test func `many pairs make t normal`() throws {
    let exact = ReplicationBayesFactor(
      original: try Study(t: 2.5, pairs: 1_000_000),
      replication: try Study(t: 1.8, pairs: 2_000_000))
    let normal = try ReplicationBayesFactor(
      original: 2.5, originalStandardError: 1, replication: 1.8 / 2.0.squareRoot(),
      replicationStandardError: 1 / 2.0.squareRoot())
    #expect(isClose(exact.logFactor, normal.logFactor, within: 1e-5))
  }

  @Test func `t statistics far out are no trouble`() throws {
    let agreeing = ReplicationBayesFactor(
      original: try Study(t: 100, pairs: 50), replication: try Study(t: 120, pairs: 70))
    #expect(agreeing.logFactor > 100 && agreeing.logFactor.isFinite)
    let contrary = ReplicationBayesFactor(
      original: try Study(t: 100, pairs: 50), replication: try Study(t: -120, pairs: 70))
    #expect(contrary.logFactor.isFinite && contrary.logFactor < agreeing.logFactor)
  }

  @Test func `the normal form is a ratio of two densities`() throws {
    let factor = try ReplicationBayesFactor(
      original: 0.5, originalStandardError: 0.2, replication: 0.1, replicationStandardError: 0.1)
    func density(_ x: Double, _ mean: Double, _ variance: Double) -> Double {
      exp(-(x - mean) * (x - mean) / (2 * variance)) / (2 * Double.pi * variance).squareRoot()
    }
    #expect(isClose(factor.factor, density(1, 5, 5) / density(1, 0, 1)))
    #expect(isClose(factor.inverse * factor.factor, 1))
  }

  @Test func `says why there is no factor`() {
    #expect(throws: NoValue.fewerThanTwoUnits) { try Study(t: 1, pairs: 1) }
    #expect(throws: NoValue.emptyArm) { try Study(t: 1, samples: (0, 5)) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try Study(t: 1, samples: (1, 1)) }
    #expect(throws: NoValue.noVariation) {
      try ReplicationBayesFactor(
        original: 1, originalStandardError: 1, replication: 1, replicationStandardError: 0)
    }
  }
}
