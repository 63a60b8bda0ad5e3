import Reproducible
import Testing

@testable import Statistics

/// The F distribution and the incomplete gamma function, which are only of use in their tails.
@Suite struct TailsTests {
  @Test(
    arguments: try Golden.cases("distributions") {
      ["pf", "qf", "pchisq", "pgamma"].contains($0.input["fn"]?.text ?? "")
    })
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let x = try reference.number("x")
    let argument = { (name: String) in reference.input["args"]?[name]?.double ?? .nan }
    switch reference.input["fn"]?.text {
    case "pf":
      let f = FDistribution(argument("df1"), argument("df2"))
      reference.checkProbability("value", f.lowerTail(x))
      reference.check("value", 1 - f.upperTail(x))
    case "qf":
      reference.check("value", FDistribution(argument("df1"), argument("df2")).quantile(x))
    case "pchisq":
      reference.checkProbability("value", IncompleteGamma(shape: argument("df") / 2).lower(x / 2))
    default:
      reference.checkProbability("value", IncompleteGamma(shape: argument("shape")).lower(x))
    }
  }

  /// From mpmath: shape, x, P and Q.
  @Test(arguments: [
    (0.5, 0.01, 0.112_462_916_018_284_89, 0.887_537_083_981_715_11),
    (0.5, 1.4, 0.905_735_693_158_789_69, 0.094_264_306_841_210_313),
    (0.5, 40, 1, 3.744_097_384_202_898_8e-19),
    (2.5, 30, 0.999_999_999_987_845_43, 1.215_456_977_718_303_9e-11),
    (50, 20, 1.245_892_607_971_937_9e-8, 0.999_999_987_541_073_92),
    (50, 50, 0.518_808_315_472_043_28, 0.481_191_684_527_956_72),
    (50, 120, 0.999_999_999_999_839_92, 1.600_822_679_334_482_9e-13),
    (5000, 4800, 0.002_102_795_480_730_473_4, 0.997_897_204_519_269_53),
    (5000, 5300, 0.999_984_454_884_214_48, 1.554_511_578_551_756_5e-5),
  ])
  func `the gamma function is exact in both tails`(
    shape: Double, x: Double, lower: Double, upper: Double
  ) {
    let gamma = IncompleteGamma(shape: shape)
    #expect(abs(gamma.lower(x) / lower - 1) < 1e-13)
    #expect(abs(gamma.upper(x) / upper - 1) < 1e-13)
  }

  /// From scipy: both degrees of freedom, x, P and Q.
  @Test(arguments: [
    (5, 15, 11, 0.999_863_549_256_916_3, 0.000_136_450_743_083_728_7),
    (1, 3, 500, 0.999_804_161_700_370_1, 0.000_195_838_299_629_605_57),
    (3, 200, 90, 1, 6.737_657_649_366_506e-37),
    (10, 10, 0.01, 1.159_781_631_681_597_1e-8, 0.999_999_988_402_183_7),
    (29, 145, 40, 1, 2.753_251_081_469_615e-55),
  ])
  func `F is exact in both tails`(
    df1: Double, df2: Double, x: Double, lower: Double, upper: Double
  ) {
    let f = FDistribution(df1, df2)
    #expect(abs(f.lowerTail(x) / lower - 1) < 1e-12)
    #expect(abs(f.upperTail(x) / upper - 1) < 1e-12)
  }

  @Test(arguments: [0.3, 1, 2, 4.7, 30, 2500], [0.5, 1, 3, 11.2, 400])
  func `the quantile of F undoes its tails`(df1: Double, df2: Double) {
    let f = FDistribution(df1, df2)
    for p in [1e-40, 1e-9, 0.01, 0.025, 0.3, 0.5] {
      #expect(abs(f.lowerTail(f.quantile(p)) / p - 1) < 1e-11, "lower \(p)")
      #expect(abs(f.upperTail(f.upperQuantile(p)) / p - 1) < 1e-11, "upper \(p)")
    }
    #expect(isClose(f.quantile(0.975), f.upperQuantile(0.025), within: 1e-11))
    #expect(f.quantile(0) == 0)
    #expect(f.quantile(1) == .infinity)
  }

  @Test func `the ends are certain`() {
    let gamma = IncompleteGamma(shape: 3)
    #expect(gamma.lower(0) == 0 && gamma.upper(0) == 1)
    #expect(gamma.lower(.infinity) == 1 && gamma.upper(.infinity) == 0)
    let f = FDistribution(2, 3)
    #expect(f.lowerTail(0) == 0 && f.upperTail(0) == 1)
    #expect(f.lowerTail(.infinity) == 1 && f.upperTail(.infinity) == 0)
  }

  @Test func `a χ² is the square of a normal variable`() {
    for z in [0.1, 1, 1.96, 5, 20] {
      let tail = IncompleteGamma(shape: 0.5).upper(z * z / 2)
      #expect(abs(tail / Distributions.twoSidedNormal(z) - 1) < 1e-12)
    }
  }
}
