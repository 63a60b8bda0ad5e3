import Reproducible
import Testing

@testable import Statistics

@Suite struct DistributionsTests {
  @Test(arguments: [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.01, 0.06, 0.08, 0.2, 0.3, 0.45, 0.4999])
  func `the normal quantile undoes the distribution function`(p: Double) {
    let quantile = Distributions.normalQuantile(p)
    let density = Distributions.normalCDF(quantile)
    // A relative error e of the quantile moves p by about e times the square of the quantile.
    #expect(abs(density / p - 1) < 1e-15 * max(10, 2 * quantile * quantile))
    #expect(Distributions.normalQuantile(1 - p) >= 0)
  }

  @Test(arguments: [0.3, 0.9, 1, 1.5, 2, 3.7, 5, 12, 29, 200, 999, 1000, 4321, 1e6, 1e9])
  func `the t quantile undoes the distribution function`(degreesOfFreedom: Double) {
    for p in [1e-12, 1e-6, 0.001, 0.025, 0.2, 0.26, 0.3, 0.49] {
      let quantile = Distributions.studentQuantile(p, degreesOfFreedom: degreesOfFreedom)
      let back = Distributions.studentCDF(quantile, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(back / p - 1) < 1e-12, "at \(p)")
      let upper = Distributions.studentQuantile(1 - p, degreesOfFreedom: degreesOfFreedom)
      #expect(p < 1e-6 || abs(upper / -quantile - 1) < 1e-9, "at \(p)")
    }
  }

  @Test func `matches numbers computed with forty digits`() {
    let normal = [
      (1e-300, -37.0470962993611992), (1e-20, -9.26234008979840758), (1e-5, -4.26489079392282461),
      (0.07, -1.47579102817917069), (0.075, -1.43953147093845593), (0.2, -0.841621233572914166),
      (0.49, -0.025068908258711058),
    ]
    for (p, expected) in normal {
      #expect(abs(Distributions.normalQuantile(p) / expected - 1) < 1e-14, "at \(p)")
    }
    let quantiles = [
      (0.025, 3.7, -2.86752070719118935), (1e-6, 12, -8.50430271805458317),
      (0.3, 0.4, -1.19743016145580232), (0.01, 2500, -2.32784041932814406),
    ]
    for (p, degreesOfFreedom, expected) in quantiles {
      let quantile = Distributions.studentQuantile(p, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(quantile / expected - 1) < 1e-12, "at \(p)")
    }
    let tails = [
      (-2.0, 999.0, 0.0228853084868785013), (-2, 1000, 0.02288517324662582),
      (-5, 1000, 3.38362818232431519e-7), (-6, 1e8, 9.86591017157643527e-10),
      (-30, 5e4, 2.70850295014049607e-196),
    ]
    for (t, degreesOfFreedom, expected) in tails {
      let tail = Distributions.studentCDF(t, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(tail / expected - 1) < 1e-12, "at \(t)")
    }
  }

  @Test func `so far out that squares overflow the t distribution is a power`() {
    // With sixty digits.
    let far = Distributions.studentCDF(-1e200, degreesOfFreedom: 1)
    #expect(abs(far / 3.1830988618379067e-201 - 1) < 1e-12)
    let quantiles = [(1e-300, 5.0, -1.568392559099337809e60), (1e-300, 1, -3.1830988618379067e299)]
    for (p, degreesOfFreedom, expected) in quantiles {
      let quantile = Distributions.studentQuantile(p, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(quantile / expected - 1) < 1e-12, "at \(p)")
    }
    for degreesOfFreedom in [3, 30, 499, 999.0] {
      let quantile = Distributions.studentQuantile(5e-301, degreesOfFreedom: degreesOfFreedom)
      let back = Distributions.studentCDF(quantile, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(back / 5e-301 - 1) < 1e-9, "on \(degreesOfFreedom)")
    }
  }

  @Test func `the t quantile on one and two degrees of freedom is the known one`() {
    for p in [1e-6, 0.001, 0.025, 0.2, 0.3, 0.45] {
      let one = Distributions.studentQuantile(p, degreesOfFreedom: 1)
      let middle = 1 - 2 * p
      let two = -middle * (2 / (1 - middle * middle)).squareRoot()
      let cauchy = Distributions.studentCDF(one, degreesOfFreedom: 1)
      #expect(isClose(cauchy, p, within: 1e-15))
      #expect(
        abs(Distributions.studentQuantile(p, degreesOfFreedom: 2) / two - 1) < 1e-9, "at \(p)")
    }
    #expect(isClose(Distributions.studentQuantile(0.75, degreesOfFreedom: 1), 1, within: 1e-14))
    let root = (1 / 3.0).squareRoot()
    #expect(
      isClose(Distributions.studentQuantile(2 / 3.0, degreesOfFreedom: 1), root, within: 1e-14))
  }

  @Test func `t with ever more degrees of freedom becomes normal`() {
    let normal = Distributions.normalQuantile(0.975)
    #expect(Distributions.studentQuantile(0.975, degreesOfFreedom: .infinity) == normal)
    #expect(isClose(Distributions.studentQuantile(0.975, degreesOfFreedom: 1e14), normal))
    #expect(
      Distributions.studentCDF(-1.5, degreesOfFreedom: .infinity) == Distributions.normalCDF(-1.5))
  }

  @Test func `the ends are where they belong`() {
    #expect(Distributions.normalQuantile(0) == -.infinity)
    #expect(Distributions.normalQuantile(1) == .infinity)
    #expect(Distributions.normalQuantile(0.5) == 0)
    #expect(Distributions.studentQuantile(0, degreesOfFreedom: 3) == -.infinity)
    #expect(Distributions.studentQuantile(1, degreesOfFreedom: 3) == .infinity)
    #expect(Distributions.studentQuantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(Distributions.studentCDF(-.infinity, degreesOfFreedom: 3) == 0)
    #expect(Distributions.studentCDF(.infinity, degreesOfFreedom: 3) == 1)
    #expect(Distributions.regularizedIncompleteBeta(0, a: 2, b: 3) == 0)
    #expect(Distributions.regularizedIncompleteBeta(1, a: 2, b: 3) == 1)
  }

  @Test(arguments: UInt64(0)..<50)
  func `the incomplete beta function mirrors when its shapes are swapped`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (x, a, b) = (generator.unit(), 20 * generator.unit() + 0.1, 20 * generator.unit() + 0.1)
    let one = Distributions.regularizedIncompleteBeta(x, a: a, b: b)
    let other = Distributions.regularizedIncompleteBeta(1 - x, a: b, b: a)
    #expect(isClose(one + other, 1, within: 1e-13))
  }
}
