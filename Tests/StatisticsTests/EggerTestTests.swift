import Reproducible
import Testing

@testable import Statistics

@Suite struct EggerTestTests {
  @Test(arguments: UInt64(0)..<20)
  func `is least squares of y over s on one over s`(seed: UInt64) throws {
    let (estimates, variances) = MetaAnalysisTests.studies(7, seed: seed)
    let test = try EggerTest(estimates: estimates, variances: variances)
    let y = zip(estimates, variances).map { $0 / $1.squareRoot() }
    let x = variances.map { 1 / $0.squareRoot() }
    let (meanX, meanY) = (Moments(of: x).mean, Moments(of: y).mean)
    let squares = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / squares
    let intercept = meanY - slope * meanX
    let rest = zip(x, y).reduce(0) { sum, point in
      let residual = point.1 - intercept - slope * point.0
      return sum + residual * residual
    }
    let error = (rest / 5 * (1 / 7 + meanX * meanX / squares)).squareRoot()
    #expect(isClose(test.limitEstimate, slope, within: 1e-10))
    #expect(isClose(test.intercept, intercept, within: 1e-10))
    #expect(isClose(test.standardError, error, within: 1e-10))
  }

  @Test(arguments: UInt64(0)..<10)
  func `order and unit do not matter, turning the sign turns it`(seed: UInt64) throws {
    let (estimates, variances) = MetaAnalysisTests.studies(12, seed: seed)
    let one = try EggerTest(estimates: estimates, variances: variances)
    let other = try EggerTest(
      estimates: estimates.reversed().map { -3 * $0 },
      variances: variances.reversed().map { 9 * $0 })
    #expect(isClose(other.intercept, -one.intercept, within: 1e-9))
    #expect(isClose(other.limitEstimate, -3 * one.limitEstimate, within: 1e-9))
    #expect(isClose(other.mixedModelZ, -one.mixedModelZ, within: 1e-8))
  }

  @Test func `studies on one line leave nothing to test by`() throws {
    let errors = [0.1, 0.2, 0.3, 0.5]
    let test = try EggerTest(
      estimates: errors.map { 0.25 + 2 * $0 }, variances: errors.map { $0 * $0 })
    #expect(isClose(test.intercept, 2) && isClose(test.limitEstimate, 0.25))
    #expect(test.standardError == 0 && test.t == nil && test.pValue == nil && test.hasFewStudies)
    let flat = try EggerTest(estimates: [0, 0, 0], variances: [1, 2, 3])
    #expect(flat.intercept == 0 && flat.pValue == nil && flat.mixedModelPValue == 1)
  }

  @Test func `says why there is no test`() {
    #expect(throws: NoValue.noData) { try EggerTest(estimates: [], variances: []) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try EggerTest(estimates: [1], variances: [1]) }
    #expect(throws: NoValue.noVariation) { try EggerTest(estimates: [1, 2], variances: [1, 2]) }
    #expect(throws: NoValue.noVariation) {
      try EggerTest(estimates: [1, 2, 4], variances: [0.3, 0.3, 0.3])
    }
    #expect(throws: NoValue.noVariation) {
      try EggerTest(estimates: [1, 2, 4], variances: [0.3, 0, 0.3])
    }
  }

  @Test func `ten thousand studies are no trouble`() throws {
    let (estimates, variances) = MetaAnalysisTests.studies(10_000, spread: 0, seed: 2)
    let test = try EggerTest(
      estimates: zip(estimates, variances).map { $0 + 1.5 * $1.squareRoot() },
      variances: variances)
    #expect(abs(test.intercept - 1.5) < 5 * test.standardError && test.pValue == 0)
    #expect(!test.hasFewStudies)
  }
}
