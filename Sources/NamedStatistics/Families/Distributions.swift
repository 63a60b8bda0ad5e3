import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// The special functions under everything else.
  static let distributions: [NamedStatistic] = [
    NamedStatistic(
      "distributions", "Distribution functions and quantiles, under their names in R",
      keys: [
        .required(
          "fn",
          "the function, with its parameters: "
            + DistributionFunction.allCases.map(\.signature).joined(separator: ", ")),
        .required(
          "x",
          "where: a value, for quantiles (names in q) a probability; pbinom and psignrank "
            + "take the whole number at or below it"),
        .optional("args", "an object of the parameters named in brackets after the function"),
      ],
      formula: """
        A name in p is the probability of at most x, one in q the value that is not exceeded with \
        probability x, lgamma is ln Γ(x).
        pt with ncp is noncentral: T = (Z + ncp) / √(χ²/df).
        """,
      conventions: """
        Lower tails, accurate in relative terms. For an upper tail swap the sign of x (and of ncp) \
        with pnorm and pt, and mirror the others.
        rate of pgamma is 1 where it is left out.
        Quantiles at 0 and 1 may be infinite and are then the texts "-inf" and "inf".
        """,
      source: """
        N. L. Johnson, S. Kotz, N. Balakrishnan (1994, 1995), Continuous Univariate Distributions \
        1 and 2.
        M. J. Wichura (1988), Algorithm AS 241, Applied Statistics 37(3), 477-484 (qnorm).
        """
    ) { input in
      let function: DistributionFunction = try input.choice("fn")
      let arguments = try DistributionArguments(input, of: function)
      return ["value": .of(try function.value(at: try input.number("x"), arguments))]
    }
  ]
}

/// The functions of `distributions`.
private enum DistributionFunction: String, CaseIterable {
  case pnorm, qnorm, pt, qt, pchisq, qchisq, pf, qf, pbeta, qbeta, pgamma, lgamma, pbinom, psignrank

  /// The names of the parameters, those that may be left out last.
  var parameters: (required: [String], optional: [String]) {
    switch self {
    case .pnorm, .qnorm, .lgamma: ([], [])
    case .pt: (["df"], ["ncp"])
    case .qt, .pchisq, .qchisq: (["df"], [])
    case .pf, .qf: (["df1", "df2"], [])
    case .pbeta, .qbeta: (["shape1", "shape2"], [])
    case .pgamma: (["shape"], ["rate"])
    case .pbinom: (["size", "prob"], [])
    case .psignrank: (["n"], [])
    }
  }

  var signature: String {
    let names = parameters.required + parameters.optional
    return names.isEmpty ? rawValue : "\(rawValue)(\(names.joined(separator: ", ")))"
  }

  func value(at x: Double, _ given: DistributionArguments) throws(Fault) -> Double {
    switch self {
    case .pnorm: return Distributions.normalCDF(x)
    case .qnorm: return Distributions.normalQuantile(try Self.probability(x))
    case .pt:
      let df = try given.positive("df")
      let ncp = try given.number("ncp", in: -1e4...1e4, default: 0)
      return ncp == 0
        ? Distributions.studentCDF(x, degreesOfFreedom: df)
        : Distributions.noncentralStudentCDF(x, degreesOfFreedom: df, noncentrality: ncp)
    case .qt:
      return Distributions.studentQuantile(
        try Self.probability(x), degreesOfFreedom: try given.positive("df"))
    case .pchisq:
      return Distributions.chiSquareCDF(max(0, x), degreesOfFreedom: try given.positive("df"))
    case .qchisq:
      return Distributions.chiSquareQuantile(
        try Self.probability(x), degreesOfFreedom: try given.positive("df"))
    case .pf:
      return Distributions.fCDF(max(0, x), try given.positive("df1"), try given.positive("df2"))
    case .qf:
      return Distributions.fQuantile(
        try Self.probability(x), try given.positive("df1"), try given.positive("df2"))
    case .pbeta:
      return Distributions.regularizedIncompleteBeta(
        min(1, max(0, x)), a: try given.positive("shape1"), b: try given.positive("shape2"))
    case .qbeta:
      return Distributions.betaQuantile(
        try Self.probability(x), a: try given.positive("shape1"), b: try given.positive("shape2"))
    case .pgamma:
      return Distributions.gammaCDF(
        max(0, x), shape: try given.positive("shape"), rate: try given.positive("rate", default: 1))
    case .lgamma:
      guard x > 0 else {
        throw StatisticInput.fault(at: ["x"], "ln Γ is not defined here at \(x)", "give x above 0")
      }
      return x == .infinity ? x : Distributions.logGamma(x)
    case .pbinom:
      return Distributions.binomialCDF(
        Self.count(x), trials: try given.whole("size", in: 0...Int(Int32.max)),
        chance: try given.number("prob", in: 0...1))
    case .psignrank:
      return Distributions.signedRankCDF(Self.count(x), count: try given.whole("n", in: 0...500))
    }
  }

  private static func probability(_ x: Double) throws(Fault) -> Double {
    guard 0 <= x, x <= 1 else {
      throw StatisticInput.fault(at: ["x"], "\(x) is no probability", "give one between 0 and 1")
    }
    return x
  }

  /// The whole number at or below, within what any count here may reach.
  private static func count(_ x: Double) -> Int {
    Int(min(max(x, -1), Double(Int32.max)).rounded(.down))
  }
}

/// The parameters of a function, each fault with its place.
private struct DistributionArguments {
  let members: [String: JSON]

  init(_ input: StatisticInput, of function: DistributionFunction) throws(Fault) {
    let given = input.members["args"] ?? .null
    let (required, optional) = function.parameters
    // R writes a list without names where there is no parameter.
    guard let members = given.members ?? (given == .null || given.elements == [] ? [:] : nil) else {
      throw StatisticInput.fault(at: ["args"], "it is no object", "write {\"df\": 9} or the like")
    }
    for key in members.keys.sorted() where !(required + optional).contains(key) {
      throw StatisticInput.fault(
        at: ["args", key], "\(function.rawValue) has no parameter '\(key)'",
        required.isEmpty && optional.isEmpty
          ? "leave it out" : "known are \((required + optional).joined(separator: ", "))")
    }
    for key in required where (members[key] ?? .null) == .null {
      throw StatisticInput.fault(
        at: ["args", key], "'\(key)' is missing", "give it: \(function.signature)")
    }
    self.members = members
  }

  func number(
    _ key: String, in range: ClosedRange<Double>, default value: Double? = nil
  ) throws(Fault) -> Double {
    let given = members[key] ?? .null
    if let value, given == .null { return value }
    let number = try StatisticInput.finite(given, at: ["args", key])
    guard range.contains(number) else {
      throw StatisticInput.fault(
        at: ["args", key], "\(number) is not between \(range.lowerBound) and \(range.upperBound)",
        "give a number in that range")
    }
    return number
  }

  func positive(_ key: String, default value: Double? = nil) throws(Fault) -> Double {
    let number = try number(key, in: 0...1e8, default: value)
    guard number >= 1e-4 else {
      throw StatisticInput.fault(
        at: ["args", key], "\(number) is not above 0", "give a number from 0.0001 to 1e8")
    }
    return number
  }

  func whole(_ key: String, in range: ClosedRange<Int>) throws(Fault) -> Int {
    try StatisticInput.whole(members[key] ?? .null, in: range, at: ["args", key])
  }
}
