import Reproducible
import Testing

@testable import Statistics

@Suite struct MeanEstimateTests {
  @Test(arguments: try Golden.cases("paired_mean"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let estimate = try MeanEstimate(of: try reference.differences())
    reference.check("mean", estimate.mean)
    reference.check("sd", estimate.standardDeviation)
    reference.check("se", estimate.standardError)
    reference.check("df", estimate.degreesOfFreedom)
    reference.check("n", Double(estimate.count))
    reference.check("t", estimate.t)
    reference.checkProbability("p", estimate.pValue)
    reference.check(low: "ci_low", high: "ci_high", estimate.interval(level: 0.95))
    if reference.expected["p_greater"] != nil {
      reference.checkProbability("p_greater", estimate.pGreater())
    }
    if reference.expected["reason"] != nil { #expect(estimate.pGreater() == nil) }
  }

  @Test func `one value has no spread`() {
    #expect(throws: NoValue.fewerThanTwoPairs) { try MeanEstimate(of: [1]) }
    #expect(throws: NoValue.fewerThanTwoPairs) { try MeanEstimate(of: []) }
  }

  @Test func `equal values that no binary number holds have no spread either`() throws {
    let estimate = try MeanEstimate(of: [Double](repeating: 0.1, count: 7))
    #expect(estimate.mean == 0.1 && estimate.standardDeviation == 0 && estimate.pValue == nil)
    #expect(estimate.interval(level: 0.95) == Interval(low: 0.1, high: 0.1, level: 0.95))
  }

  @Test(arguments: UInt64(0)..<50)
  func `turning all signs turns the estimate`(seed: UInt64) throws {
    let values = Random.normals(12, mean: 0.4, seed: seed)
    let one = try MeanEstimate(of: values)
    let other = try MeanEstimate(of: values.reversed().map { -$0 })
    #expect(isClose(one.mean, -other.mean))
    #expect(isClose(try #require(one.pValue), try #require(other.pValue)))
    #expect(isClose(try #require(one.pGreater()), try #require(other.pLess())))
    #expect(isClose(one.interval(level: 0.9).low, -other.interval(level: 0.9).high))
  }

  @Test(arguments: UInt64(0)..<50)
  func `the interval leaves out zero just when p is below one minus its level`(
    seed: UInt64
  ) throws {
    let estimate = try MeanEstimate(of: Random.normals(8, mean: 0.8, seed: seed))
    let p = try #require(estimate.pValue)
    #expect(estimate.interval(level: 0.95).contains(0) == (p >= 0.05))
  }
}
