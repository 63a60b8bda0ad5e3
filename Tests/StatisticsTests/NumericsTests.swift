import Foundation
import Testing

@testable import Statistics

@Suite struct NumericsTests {
  @Test func `a root is found to the last digits`() throws {
    let root = try #require(RootFinding.root(between: 0, and: 2) { $0 * $0 - 2 })
    #expect(isClose(root, 2.squareRoot(), within: 4e-16))
    let flat = try #require(
      RootFinding.root(between: -3, and: 5) { ($0 - 1) * ($0 - 1) * ($0 - 1) })
    #expect(abs(flat - 1) < 1e-5)
    let jump = try #require(RootFinding.root(between: 0, and: 1) { $0 < 0.3 ? -1 : 1 })
    #expect(isClose(jump, 0.3, within: 1e-15))
    #expect(RootFinding.root(between: 0, and: 1, of: { $0 }) == 0)
    #expect(RootFinding.root(between: 1, and: 2, of: { $0 }) == nil)
  }

  @Test func `infinite values do not lead the search astray`() throws {
    let root = try #require(
      RootFinding.root(between: 0, and: 1) { $0 == 0 ? -.infinity : log($0) + 2 })
    #expect(isClose(root, exp(-2), within: 1e-15))
  }

  @Test(arguments: [-700.0, -3, 0, 1, 40])
  func `Newton's method finds a root from far off`(start: Double) {
    let root = RootFinding.increasingRoot(from: start, reach: 5) { x in
      let tail = Distributions.normalCDF(x)
      guard tail > 0 else { return (-1000, 30) }
      return (log(tail / 0.025), exp(-x * x / 2) / (2 * Double.pi).squareRoot() / tail)
    }
    #expect(isClose(root, -1.959963984540054, within: 1e-14))
  }

  @Test func `integrals over every kind of range are known ones`() {
    func normal(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
    #expect(isClose(Quadrature.integral(from: -.infinity, to: .infinity, of: normal), 1))
    #expect(
      isClose(
        Quadrature.integral(from: 1, to: .infinity, of: normal), Distributions.normalCDF(-1)))
    #expect(
      isClose(
        Quadrature.integral(from: -.infinity, to: 1, of: normal), Distributions.normalCDF(1)))
    #expect(isClose(Quadrature.integral(from: 0, to: Double.pi, of: sin), 2))
    #expect(isClose(Quadrature.integral(from: 0, to: 1) { $0.squareRoot() }, 2 / 3.0))
    #expect(Quadrature.integral(from: 0, to: 1, of: { _ in 0 }) == 0)
    #expect(isClose(Quadrature.integral(over: [-1, 0.3, 1], of: { abs($0 - 0.3) }), 1.09))
  }

  @Test func `a narrow peak far from the middle is found where it is said to be`() {
    let integral = Quadrature.integral(
      from: -.infinity, to: .infinity, center: 5_000, width: 0.01
    ) { exp(-($0 - 5_000) * ($0 - 5_000) * 5_000) }
    #expect(isClose(integral, (Double.pi / 5_000).squareRoot()))
  }
}
