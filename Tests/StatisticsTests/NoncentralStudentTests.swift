import Reproducible
import Testing

@testable import Statistics

@Suite struct NoncentralStudentTests {
  @Test func `both tails match numbers computed with forty digits`() {
    // t, degrees of freedom, noncentrality, ln of the lower tail, ln of that at −t and −δ.
    let references: [(Double, Double, Double, Double, Double)] = [
      (40, 3, 2, -0.000300752770557264566, -8.10937236360787261),
      (-40, 5, 1, -18.8269687167988052, -6.66118318033282261e-9),
      (5, 1, 40, -33.0704907044992445, -4.34178559279824096e-15),
      (60, 30, 40, -0.00405699348579473642, -5.50934091137277918),
      (0.5, 200, 40, -784.25055906415106, -1.57575834152176147e-30),
      (-3, 2, 35, -625.594480121361304, -1.28229623015568181e-28),
      (50, 1000, 3, -6.31471282180465848e-31, -553.226223927408196),
      (38, 10000, 40, -3.62466257189962872, -0.0270198618184308395),
      (0.01, 0.5, 10, -53.1602029852597495, -8.18179991682580478e-24),
      (5, 1, 50, -50.5958316959583172, -1.06294180234475133e-22),
      (800_000, 9, 1_000_000, -2.11926997622294577, -0.127968933478179784),
      (2_000_000, 9, 1_000_000, -0.0132175843324730625, -4.3328087023313084),
      (100_000, 9, 1_000_000, -431.063578927543268, -3.94430452610505903e-31),
      (-200, 20, -300, -0.00110856833951737313, -6.80524011332864124),
      (-450, 20, -300, -4.14445171201830924, -0.0159791138494591288),
      (1e16, 1, 1e16, -1.1478744644493182, -0.381715146302126072),
      (1, 1_000_000, -5, -9.86598278360069213e-10, -20.7367581726469743),
    ]
    for (t, degreesOfFreedom, delta, lower, upper) in references {
      let one = NoncentralStudentDistribution(degreesOfFreedom, noncentrality: delta)
      #expect(isClose(one.logLowerTail(t), lower, within: 1e-14 * max(1, abs(lower))), "at \(t)")
      #expect(isClose(one.logUpperTail(t), upper, within: 1e-14 * max(1, abs(upper))), "at \(t)")
    }
  }

  @Test func `the density matches numbers computed with forty digits`() {
    let references: [(Double, Double, Double, Double)] = [
      (2.1, 12, 3, -1.33672044225147987), (-4, 5, 3, -14.582226038158483),
      (50, 3, 2, -11.5925972998615026), (-45, 30, 20, -322.179180105733008),
      (0, 7, 1, -1.45453415057137596), (3, 400, 38, -606.260909201157726),
    ]
    for (t, degreesOfFreedom, delta, expected) in references {
      let density = Distributions.noncentralStudentLogDensity(
        t, degreesOfFreedom: degreesOfFreedom, noncentrality: delta)
      #expect(abs(density - expected) < 1e-14 * max(1, abs(expected)), "at \(t)")
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `the tails add up to one and the density is their slope`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let degreesOfFreedom = 1 + 40 * generator.unit()
    let delta = 6 * generator.unit() - 3
    let t = 8 * generator.unit() - 4
    let distribution = NoncentralStudentDistribution(degreesOfFreedom, noncentrality: delta)
    #expect(isClose(distribution.lowerTail(t) + distribution.upperTail(t), 1, within: 1e-13))
    let step = 1e-4
    let slope = (distribution.lowerTail(t + step) - distribution.lowerTail(t - step)) / (2 * step)
    #expect(abs(slope - distribution.density(t)) < 1e-7)
  }

  @Test(arguments: UInt64(0)..<20)
  func `without an effect it is Student's t`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let degreesOfFreedom = 0.5 + 60 * generator.unit()
    let t = 20 * generator.unit() - 15
    let central = Distributions.studentCDF(t, degreesOfFreedom: degreesOfFreedom)
    let noncentral = Distributions.noncentralStudentCDF(
      t, degreesOfFreedom: degreesOfFreedom, noncentrality: 0)
    #expect(abs(noncentral / central - 1) < 1e-12)
  }

  @Test(arguments: [
    (2.0, 9.0), (-0.3, 1), (15, 199), (60, 20), (0, 4), (-4, 1e5), (1e9, 3), (-1e16, 1),
  ])
  func `the noncentrality found leads back to the probability`(t: Double, degreesOfFreedom: Double)
  {
    for probability in [1e-9, 0.025, 0.5, 0.8, 0.975, 1 - 1e-9] {
      let delta = Distributions.noncentrality(
        ofStudent: t, degreesOfFreedom: degreesOfFreedom, probability: probability)
      let back = NoncentralStudentDistribution(degreesOfFreedom, noncentrality: delta)
      let smaller = min(probability, 1 - probability)
      let reached = probability <= 0.5 ? back.lowerTail(t) : back.upperTail(t)
      #expect(abs(reached / smaller - 1) < 1e-11, "at \(probability)")
    }
  }

  @Test func `infinite values are at the ends`() {
    let distribution = NoncentralStudentDistribution(3, noncentrality: 1)
    #expect(distribution.lowerTail(-.infinity) == 0)
    #expect(distribution.lowerTail(.infinity) == 1)
    #expect(distribution.upperTail(.infinity) == 0)
    #expect(distribution.density(.infinity) == 0)
    #expect(isClose(distribution.lowerTail(0), Distributions.normalCDF(-1)))
  }
}
