package import Faults
package import Reproducible
import Statistics
import TrialDesign

/// What simulated trials say of a planned one.
package struct PowerReport: Hashable, Sendable {
  package let trial: String
  package let study: PowerStudy
  /// What the assumptions were taken from; `nil` where they are what is usual.
  package let pilot: Pilot?
  package let outcomes: [WorldOutcome]
  /// How a higher chance is had; `nil` where nobody asked.
  package let search: PowerSearch?

  /// Tries a planned trial.
  ///
  /// - Parameters:
  ///   - trial: Its name.
  ///   - study: Its counts, and what is assumed of the world.
  ///   - pilot: What the assumptions were taken from.
  ///   - worlds: In which worlds it is tried.
  ///   - trials: How many trials are simulated in each world.
  ///   - aim: The chance of the right verdict to reach; `nil`: how is not asked.
  ///   - threads: How many threads share the work, which changes nothing else.
  ///   - progress: Told what is done next.
  /// - Throws: ``Fault`` where a simulated trial cannot be analysed.
  package init(
    trial: String, study: PowerStudy, pilot: Pilot? = nil,
    worlds: [PowerWorld] = PowerWorld.allCases, trials: Int, aim: Double? = nil,
    threads: Int = ParallelBlocks.processors, progress: (String) -> Void = { _ in }
  ) throws(Fault) {
    self.trial = trial
    self.study = study
    self.pilot = pilot
    var outcomes: [WorldOutcome] = []
    for world in worlds {
      progress("simulating \(trials) trials: \(world.rawValue)")
      outcomes.append(try study.outcome(of: world, trials: trials, threads: threads))
    }
    self.outcomes = outcomes
    guard let aim else {
      search = nil
      return
    }
    search = try PowerSearch(
      from: study, aim: aim,
      present: worlds.contains(study.decisive)
        ? Self.least(of: outcomes, study)?.power : nil,
      trials: max(20, min(trials, 200)), threads: threads,
      progress: progress)
  }

  /// The smallest chance of the right verdict among the worlds in which it should be reached.
  package var least: WorldOutcome? { Self.least(of: outcomes, study) }

  private static func least(of outcomes: [WorldOutcome], _ study: PowerStudy) -> WorldOutcome? {
    outcomes.filter { study.decisive.contains($0.world) }.min { $0.power < $1.power }
  }

  package var json: JSON {
    .object([
      "trial": .string(trial), "worlds": .array(outcomes.map(\.json)),
      "design": .object([
        "scenarios": .integer(study.design.scenarios), "wordings": .integer(study.design.wordings),
        "models": .integer(study.design.models), "replicates": .integer(study.design.replicates),
        "raters": .integer(study.design.raters),
        "raters_per_output": .integer(study.design.ratersPerOutput),
        "outputs": .integer(study.design.ownOutputs),
        "baseline_texts": .integer(study.design.baselineTexts),
        "texts": .integer(study.design.texts), "calls": .integer(study.design.calls),
        "ratings": .integer(study.design.ratings),
      ]),
      "assumed": .object([
        "spread": study.spread.json, "base": .number(study.base), "effect": .number(study.effect),
        "smallest_effect": .number(study.design.plan.smallestEffect),
        "from": JSON(optional: pilot?.trial),
        "notes": .array((pilot?.notes ?? []).map(JSON.string)),
      ]),
      "interval": .string(study.fitsModels ? "t and mixed model" : "t"),
      "search": search?.json ?? .null, "seed": .string(String(study.seed)),
    ])
  }
}
