import Analysis
import Reproducible

/// Worlds without any effect, and what the rules make of them, beside a test over draws.
struct WorldsBenchmark: Benchmark {
  let repeats: Int
  let trials: Int
  let levels: Int
  let isPaired: Bool

  func section() throws -> Section {
    var figures: [Figure] = []
    for scenarios in [8, 12, 24, 40] {
      let null = NullWorld(levels: levels, scenarios: scenarios, isPaired: isPaired)
      let outcomes = (0..<repeats).map { batch in
        NullOutcome(of: null, trials: trials, seed: UInt64(batch))
      }
      func percent(_ name: String, _ count: (NullOutcome) -> Double) -> Figure {
        Figure("\(scenarios) scenarios: \(name)", unit: "%", outcomes.map { 100 * count($0) })
      }
      figures += [
        percent("false led, partly led, holds unled") {
          Double($0.falseVerdicts) / Double($0.trials)
        },
        percent("baseline: a test over draws rejects") {
          Double($0.drawTestRejections) / Double($0.trials)
        },
        percent("the lead's interval covers") { Double($0.leadCovered) / Double($0.intervals) },
        percent("presence's interval covers") {
          Double($0.presenceCovered) / Double($0.intervals)
        },
        percent("width of the lead's over t with the true spread") { $0.leadWidthRatio },
        percent("width of the lead's over the narrowest that cover") { $0.leadExcess },
        percent("width of presence's over the narrowest that cover") { $0.presenceExcess },
      ]
    }
    return Section(
      title: "Worlds without an effect, scale 0 to \(levels - 1), "
        + "\(isPaired ? "paired" : "unpaired") baseline: \(trials) trials a batch",
      figures: figures,
      notes: [
        "2 models x 5 draws, 3 of 8 raters an output; an effect of 0.25 would count.",
        "Analysed as a trial is: the wider of t and the mixed model decides.",
      ])
  }
}

/// The further checks of the method on itself, each a world of its own.
struct ChecksBenchmark: Benchmark {
  let repeats: Int
  let trials: Int

  private static let scenarios = 24

  private static func name(_ check: SimulationCheck) -> String {
    switch check {
    case .knownLed: "led alone"
    case .echo: "echoes push ratings"
    case .copies: "copies"
    case .drift: "a change half-way"
    case .raterShift: "one rater a point up"
    case .refusals: "half of leading refused"
    case .noDenominator: "led as the base rate"
    }
  }

  func section() throws -> Section {
    var figures: [Figure] = []
    for check in SimulationCheck.allCases {
      let outcomes = try (0..<repeats).map { batch in
        try SimulationCheckOutcome(
          check, scenarios: Self.scenarios, trials: trials, seed: UInt64(batch))
      }
      for (index, figure) in (outcomes.first?.figures ?? []).enumerated() {
        figures.append(
          Figure(
            "\(check.rawValue), \(Self.name(check)): \(figure.name)",
            unit: figure.isShare ? "%" : "",
            decimals: figure.isShare ? 1 : 2,
            outcomes.map { $0.figures[index].value * (figure.isShare ? 100 : 1) }))
      }
    }
    return Section(
      title: "Checks of the method, \(Self.scenarios) scenarios: \(trials) trials a batch",
      figures: figures,
      notes: [
        "2 models x 2 draws, 3 of 8 raters an output, scale 0 to 4, paired baseline.",
        "1 is the worlds without an effect; 3, length alone, is a planted world.",
      ])
  }
}
