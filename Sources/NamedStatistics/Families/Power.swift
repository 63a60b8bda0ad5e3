import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// How many units a trial needs.
  static let power: [NamedStatistic] = [powerPairedT, powerAgreement, powerSimulation]

  private static let alpha = Key.optional(
    "alpha", "how often the test may err where there is nothing, between 0 and 1; 0.05")

  private static let powerPairedT = NamedStatistic(
    "power_paired_t", "The power of the paired t test, or how many pairs give a power",
    keys: [
      .required("d_z", "the mean difference over the standard deviation of the differences"),
      alpha,
      .optional("n", "how many pairs there are, at least 2: the power is computed"),
      .optional("power", "the power that is wanted, between 0 and 1: n is computed"),
      .optional("alternative", "'two_sided' or 'greater'; 'two_sided'"),
    ],
    formula: """
      T noncentral t with nu = n - 1, delta = d_z sqrt(n)
      two_sided: power = P(T > q) + P(T < -q), q = t(1 - alpha/2; nu)
      greater: power = P(T > t(1 - alpha; nu))
      n_exact: the n, also between whole numbers, at which the power is the one wanted;
      n = the whole number above
      """,
    conventions: """
      A two-sided test counts both tails. Where a power is wanted the sign of d_z does not matter, \
      and n is 2 where 2 pairs give more. No effect, and a power above alpha: all_differences_zero.
      """,
    source: """
      J. Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., ch. 2
      """
  ) { input in
    let test = PairedTPower(
      effect: try input.number("d_z", in: -1000...1000), alpha: try input.alpha(),
      alternative: try input.choice("alternative", default: .twoSided))
    guard input.has("n") != input.has("power") else {
      throw StatisticInput.fault(
        at: [input.has("n") ? "power" : "n"], "either 'n' or 'power' is to be computed",
        "give one of the two and leave out the other")
    }
    if input.has("n") {
      let count = try input.whole("n", in: 2...1_000_000_000)
      return ["power": .of(test.power(pairs: Double(count)))]
    }
    let size = try test.sampleSize(power: try input.share("power"))
    return ["n_exact": .of(size.exact), "n": .of(size.count)]
  }

  private static let powerSimulation = NamedStatistic(
    "power_simulation", "The power that a simulation must approach, and how near",
    keys: [
      .required("test", "'paired_t', 'sign_exact' or 'mcnemar_exact', each two-sided"),
      .required("n", "how many pairs there are"),
      alpha,
      .required("runs", "how often the simulation is run"),
      .optional("d_z", "paired_t: the standardised difference"),
      .optional("p", "sign_exact: how often a pair favours the first condition, in 0...1"),
      .optional("p10", "mcnemar_exact: how often it happens under the first condition alone"),
      .optional("p01", "mcnemar_exact: how often it happens under the second alone"),
    ],
    formula: """
      paired_t: as power_paired_t
      sign_exact: sum of binomial(x; n, p) over the x whose two-sided p is at most alpha
      mcnemar_exact: sum over m of binomial(m; n, p10 + p01) * sign_exact(m, p10 / (p10 + p01))
      monte_carlo_se = sqrt(power (1 - power) / runs); accept = power +- 4 monte_carlo_se
      """,
    conventions: """
      The power is counted out, not simulated. Ties are no outcome of sign_exact. Pairs that never \
      differ: a power of 0.
      """,
    source: """
      J. Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed.; S. W. Duffy \
      (1984), Asymptotic and exact power for the McNemar test and its analogue with R controls per \
      case, Biometrics 40(4), 1005-1015
      """
  ) { input in
    let common = ["test", "n", "runs"]
    let alpha = try input.alpha()
    let power: Double
    switch try input.choice("test") as SimulatedTest {
    case .pairedT:
      try input.requireMembers(common + ["d_z"], optional: ["alpha"], for: "test 'paired_t'")
      power = PairedTPower(effect: try input.number("d_z", in: -1000...1000), alpha: alpha)
        .power(pairs: Double(try input.whole("n", in: 2...1_000_000_000)))
    case .sign:
      try input.requireMembers(common + ["p"], optional: ["alpha"], for: "test 'sign_exact'")
      power = ExactTestPower.signTest(
        pairs: try input.whole("n", in: 1...1_000_000_000),
        chance: try input.number("p", in: 0...1), alpha: alpha)
    case .mcNemar:
      try input.requireMembers(
        common + ["p10", "p01"], optional: ["alpha"], for: "test 'mcnemar_exact'")
      let (leading, neutral) = (
        try input.number("p10", in: 0...1), try input.number("p01", in: 0...1)
      )
      guard leading + neutral <= 1 else {
        throw StatisticInput.fault(
          at: ["p01"], "\(leading) and \(neutral) are more than 1 together",
          "give shares of all pairs")
      }
      power = ExactTestPower.mcNemarTest(
        pairs: try input.whole("n", in: 1...1_000_000), leadingOnly: leading,
        neutralOnly: neutral, alpha: alpha)
    }
    let simulated = SimulatedPower(power: power, runs: try input.whole("runs", in: 1...Int(1e15)))
    return [
      "power": .of(power), "monte_carlo_se": .of(simulated.monteCarloError),
      "accept_low": .of(simulated.lowestAccepted), "accept_high": .of(simulated.highestAccepted),
    ]
  }

  private enum SimulatedTest: String, CaseIterable {
    case pairedT = "paired_t"
    case sign = "sign_exact"
    case mcNemar = "mcnemar_exact"
  }
}

extension StatisticInput {
  /// α, 0.05 where none is given; no smaller than quantiles of t on few degrees of freedom allow.
  func alpha() throws(Fault) -> Double {
    let alpha = try share("alpha", default: 0.05)
    guard alpha >= 1e-100 else {
      throw Self.fault(at: ["alpha"], "\(alpha) is below 1e-100", "give an alpha such as 0.05")
    }
    return alpha
  }
}
