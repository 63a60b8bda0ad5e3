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
        percent("width of the lead's over what is needed") { $0.leadWidthRatio },
      ]
    }
    return Section(
      title: "Worlds without an effect, scale 0 to \(levels - 1), "
        + "\(isPaired ? "paired" : "unpaired") baseline: \(trials) trials a batch",
      figures: figures,
      notes: ["2 models x 5 draws, 3 of 8 raters an output; an effect of 0.25 would count."])
  }
}
