import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  static let powerAgreement = NamedStatistic(
    "power_agreement", "How many units show how far raters agree",
    keys: [
      .required(
        "kind",
        "'cohen_kappa_test', 'kappa_power', 'kappa_precision', 'icc_test', 'icc_power' or "
          + "'icc_precision'"),
      .optional("alpha", "the error of the first kind, or 1 less the level; 0.05"),
      .optional("power", "_test, kappa_power: the power that is wanted, above alpha, below 1"),
      .optional("two_sided", "_test, icc_power: whether the test looks to both sides; true"),
      .optional("rate1", "cohen_kappa_test: how often the first rater says yes"),
      .optional("rate2", "cohen_kappa_test: how often the second one does"),
      .optional("kappa1", "cohen_kappa_test, kappa_power: the true kappa"),
      .optional("kappa0", "cohen_kappa_test, kappa_power: the kappa to be refuted"),
      .optional("kappa", "kappa_precision: the expected kappa"),
      .optional("kappa_low", "kappa_precision: the lower limit that is wanted"),
      .optional("kappa_high", "kappa_precision: the upper limit; without it, one side counts"),
      .optional("prevalence", "kappa_power, kappa_precision: how often raters say yes"),
      .optional("raters", "all but cohen_kappa_test: how many rate each unit, at least 2"),
      .optional("icc1", "icc_test, icc_power: the true intraclass correlation"),
      .optional("icc0", "icc_test, icc_power: the one to be refuted"),
      .optional("icc", "icc_precision: the expected intraclass correlation"),
      .optional("width", "icc_precision: the full width of the interval that is wanted"),
      .optional("n", "icc_power: how many units there are; the power is computed"),
    ],
    formula: """
      cohen_kappa_test: n = ((z_alpha tau0 + z_beta tau1) / (kappa1 - kappa0))^2, tau^2 = n se^2 of
        kappa (Fleiss, Cohen & Everitt) in the table of these rates and this kappa
      kappa_power: n = lambda / sum((P_j(kappa1) - P_j(kappa0))^2 / P_j(kappa0)), lambda the
        noncentrality of chi-square on 1 df that gives the power
      kappa_precision: the smallest n >= 10 with n sum((P_j(kappa) - P_j(limit))^2 / P_j(limit)) >=
        chi-square(1; 1 - 2 alpha) at the lower limit, or (1; 1 - alpha) at both limits
      P_0 = (1-pi)^r + kappa (1-pi) (1 - (1-pi)^(r-1)); P_r = pi^r + kappa pi (1 - pi^(r-1));
        P_j = C(r,j) pi^j (1-pi)^(r-j) (1-kappa)
      icc_test: n = 1 + 2k (z_alpha + z_beta)^2 / ((k-1) (ln C)^2), C = F(icc1) / F(icc0),
        F(x) = (1 + (k-1) x) / (1-x); icc_power: the power of that n
      icc_precision: n = 8 z^2 (1-icc)^2 (1 + (k-1) icc)^2 / (k (k-1) width^2) + 1
      """,
    conventions: """
      n is rounded up. kappa_power is two-sided by its nature. The R package kappaSize takes 0.001 \
      from the sum of kappa_precision, which can add 1 to n where it all but suffices. Bonett adds \
      5 icc to n for two raters and icc >= 0.7; here nothing is added.
      """,
    source: """
      V. F. Flack, A. A. Afifi, P. A. Lachenbruch, H. J. A. Schouten (1988), Sample size \
      determinations for the two rater kappa statistic, Psychometrika 53(3), 321-325; A. Donner, M. \
      A. Rotondi (2010), Sample size requirements for interval estimation of the kappa statistic \
      for interobserver agreement studies with a binary outcome and multiple raters, The \
      International Journal of Biostatistics 6(1), article 31; S. D. Walter, M. Eliasziw, A. Donner \
      (1998), Sample size and optimal designs for reliability studies, Statistics in Medicine \
      17(1), 101-110; D. G. Bonett (2002), Sample size requirements for estimating intraclass \
      correlations with desired precision, Statistics in Medicine 21(9), 1331-1335, \
      doi:10.1002/sim.1108
      """
  ) { input in
    let kind: AgreementDesign = try input.choice("kind")
    try input.requireMembers(
      ["kind"] + kind.needed, optional: ["alpha"] + kind.optional, for: "kind '\(kind.rawValue)'")
    switch kind {
    case .cohenKappaTest: return try input.size(try input.cohenKappaTest(), of: "kappa1")
    case .kappaPower: return try input.size(try input.kappaPower(), of: "kappa1")
    case .kappaPrecision: return try input.size(try input.kappaPrecision(), of: "kappa_low")
    case .iccTest:
      let test = try input.intraclassTest()
      return try input.size(
        test.sampleSize(power: try input.powerAboveAlpha()), of: "icc1")
    case .iccPower:
      let test = try input.intraclassTest()
      return ["power": .of(test.power(units: try input.whole("n", in: 2...1_000_000_000)))]
    case .iccPrecision:
      let raters = try input.raterCount()
      let size = IntraclassPower.precision(
        correlation: try input.correlation("icc", raters: raters), raters: raters,
        width: try input.positive("width"), alpha: try input.alpha())
      return try input.size(size, of: "width").adding(["n_exact": .of(size.exact)])
    }
  }
}

private enum AgreementDesign: String, CaseIterable {
  case cohenKappaTest = "cohen_kappa_test"
  case kappaPower = "kappa_power"
  case kappaPrecision = "kappa_precision"
  case iccTest = "icc_test"
  case iccPower = "icc_power"
  case iccPrecision = "icc_precision"

  var needed: [String] {
    switch self {
    case .cohenKappaTest: ["rate1", "rate2", "kappa1", "kappa0", "power"]
    case .kappaPower: ["kappa1", "kappa0", "prevalence", "raters", "power"]
    case .kappaPrecision: ["kappa", "kappa_low", "prevalence", "raters"]
    case .iccTest: ["icc1", "icc0", "raters", "power"]
    case .iccPower: ["icc1", "icc0", "raters", "n"]
    case .iccPrecision: ["icc", "raters", "width"]
    }
  }

  var optional: [String] {
    switch self {
    case .cohenKappaTest, .iccTest, .iccPower: ["two_sided"]
    case .kappaPrecision: ["kappa_high"]
    case .kappaPower, .iccPrecision: []
    }
  }
}

extension StatisticInput {
  fileprivate func size(_ size: SampleSize, of key: String) throws(Fault) -> [String: JSON] {
    guard size.exact <= 1e15 else {
      throw Self.fault(
        at: [key], "no number of units that could be rated is enough",
        "ask for a larger difference or a wider interval")
    }
    return ["n": .of(size.count)]
  }

  fileprivate func raterCount() throws(Fault) -> Int { try whole("raters", in: 2...1000) }

  fileprivate func powerAboveAlpha() throws(Fault) -> Double {
    let power = try share("power")
    let alpha = try alpha()
    guard power > alpha else {
      throw Self.fault(
        at: ["power"], "a power of \(power) is not above alpha, \(alpha): no unit is needed",
        "give a power between alpha and 1, such as 0.8")
    }
    return power
  }

  /// A number that another one must not equal.
  private func requireDifferent(_ first: Double, _ second: Double, at key: String) throws(Fault) {
    guard first == second else { return }
    throw Self.fault(
      at: [key], "\(first) is to be told from itself", "give two different numbers")
  }

  fileprivate func cohenKappaTest() throws(Fault) -> SampleSize {
    let rates = (try share("rate1"), try share("rate2"))
    let allowed = KappaPower.kappaRange(rates: rates)
    for key in ["kappa1", "kappa0"] where !allowed.contains(try number(key)) {
      throw Self.fault(
        at: [key],
        "raters with rates of \(rates.0) and \(rates.1) cannot have a kappa of \(try number(key))",
        "give one from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    let (kappa, null) = (try number("kappa1"), try number("kappa0"))
    try requireDifferent(kappa, null, at: "kappa1")
    return KappaPower.cohenTest(
      rates: rates, kappa: kappa, null: null, alpha: try alpha(), power: try powerAboveAlpha(),
      isTwoSided: try flag("two_sided", default: true))
  }

  fileprivate func kappaPower() throws(Fault) -> SampleSize {
    let kappa = try number("kappa1", in: 0...1)
    let null = try kappaBelowOne("kappa0")
    try requireDifferent(kappa, null, at: "kappa1")
    return KappaPower.goodnessOfFit(
      kappa: kappa, null: null, prevalence: try share("prevalence"), raters: try raterCount(),
      alpha: try alpha(), power: try powerAboveAlpha())
  }

  fileprivate func kappaPrecision() throws(Fault) -> SampleSize {
    let kappa = try number("kappa", in: 0...1)
    let low = try kappaBelowOne("kappa_low")
    let high = has("kappa_high") ? try kappaBelowOne("kappa_high") : nil
    guard low < kappa, high.map({ kappa < $0 }) ?? true else {
      throw Self.fault(
        at: [low < kappa ? "kappa_high" : "kappa_low"], "kappa is not within its limits",
        "give kappa_low < kappa < kappa_high")
    }
    let alpha = try alpha()
    guard high != nil || alpha < 0.5 else {
      throw Self.fault(
        at: ["alpha"], "a lower limit alone needs an alpha below 0.5, not \(alpha)",
        "give alpha = 1 less the level, such as 0.05")
    }
    return KappaPower.precision(
      kappa: kappa, low: low, high: high, prevalence: try share("prevalence"),
      raters: try raterCount(), alpha: alpha)
  }

  private func kappaBelowOne(_ key: String) throws(Fault) -> Double {
    let kappa = try number(key)
    guard kappa >= 0, kappa < 1 else {
      throw Self.fault(at: [key], "\(kappa) is not at least 0 and below 1", "give such a kappa")
    }
    return kappa
  }

  /// An intraclass correlation that so many raters can have, short of 1.
  fileprivate func correlation(_ key: String, raters: Int) throws(Fault) -> Double {
    let value = try number(key)
    let least = -1 / Double(raters - 1)
    guard value > least, value < 1 else {
      throw Self.fault(
        at: [key], "\(value) is not between \(least) and 1",
        "give an intraclass correlation of \(raters) raters, such as 0.7")
    }
    return value
  }

  fileprivate func intraclassTest() throws(Fault) -> IntraclassPower.Test {
    let raters = try raterCount()
    let correlation = try correlation("icc1", raters: raters)
    let null = try self.correlation("icc0", raters: raters)
    try requireDifferent(correlation, null, at: "icc1")
    return IntraclassPower.Test(
      correlation: correlation, null: null, raters: raters, alpha: try alpha(),
      isTwoSided: try flag("two_sided", default: true))
  }
}
