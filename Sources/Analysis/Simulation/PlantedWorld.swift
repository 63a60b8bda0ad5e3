package import Questions
import Reproducible
import Statistics
import TrialDesign

/// A world whose truth the rules must find, or whose fault they must name.
package struct PlantedWorld: Hashable, Sendable {
  package let name: String
  /// What its row shows, in one line.
  package let reading: String
  /// The world at a size; all else stays.
  package let world: SimulatedWorld
  /// What the rules should say of it.
  package let right: Set<Verdict>

  /// The worlds that the rules are tried on, at so many scenarios.
  ///
  /// Each is 2 models, asked twice, on a scale of five levels where half a point counts; 3 of 8
  /// raters see an output; 4 controls of each kind; a tenth of views is repeated.
  package static func all(scenarios: Int) -> [PlantedWorld] {
    let null = means(1.6, 1.6)
    let led = means(1, 1, leading: 2.1)
    return [
      make(
        "holds unled",
        "It is there when nobody leads, and the wording adds nothing.",
        [.holdsUnled], scenarios, means(1, 2)),
      make(
        "led",
        "The wording made it.",
        [.led], scenarios, led),
      make(
        "partly led",
        "It is there, and the wording adds to it.",
        [.partlyLed], scenarios, means(0.7, 1.7, leading: 2.8)),
      make(
        "absent, mid-scale",
        "It occurs as often in the base rate: neither presence nor lead.",
        [.absent], scenarios, null),
      make(
        "absent, all zero",
        "Alpha has no use where nothing varies; controls show that raters would see it.",
        [.absent], scenarios, means(0.02, 0.02)),
      make(
        "absent, all zero, no controls",
        "Without controls nothing shows that raters would see it where it is.",
        [.absent, .inconclusive], scenarios, means(0.02, 0.02)
      ) {
        $0.design.controls = 0
      },
      make(
        "reversed lead",
        "The wording lowers it: not there, and said to be reversed.",
        [.absent], scenarios, means(2, 2, leading: 1)),
      make(
        "unreadable",
        "Raters see noise.",
        [.unreadable], scenarios, led
      ) { world in
        world.spread.noise = 2
        world.spread.scenario = 0.3
        world.spread.output = 0.3
      },
      make(
        "two readings of the question",
        "Half of the raters look for something else.",
        [.unreadable], scenarios, led
      ) { world in
        world.behaviours = Array(repeating: .otherReading, count: 4)
        world.otherReading = means(1.6, 1.6)
      },
      make(
        "honest led with right guesses",
        "Who sees an effect guesses right and echoes push nothing: it must not be called unblinded.",
        [.led], scenarios, led
      ) { world in
        world.echo = .init(share: 0.5, push: 0)
        world.guessing = .byWhatTheySee
      },
      make(
        "echo that pushes",
        "Masked views take the effect away.",
        [.unblinded], scenarios, means(1, 1)
      ) { world in
        world.echo = .init(share: 0.8, push: 2)
        world.guessing = .byWhatTheySee
      },
      make(
        "placebo alive",
        "Any added text moves it: the lead must be open, and presence not be made of it.",
        [.inconclusive], scenarios, means(1, 1, leading: 2, placebo: 2)),
      make(
        "length only",
        "Raters reward length and led texts are longer: it is called a lead, with a warning that it goes where length is held.",
        [.led], scenarios, means(1, 1)
      ) { world in
        world.length = .init(longer: [.leading: 1.5], worth: 0.8)
      },
      make(
        "drift, conditions spread",
        "A change half-way is noise where conditions are spread over the session.",
        [.absent], scenarios, means(1.1, 1.1)
      ) { world in
        world.drift = .init(step: 1, isBlocked: false)
      },
      make(
        "drift, conditions one by one",
        "One condition after another makes drift look like a lead; a placebo that ran late gives it away. Runs go out spread.",
        [.absent, .inconclusive], scenarios, means(1.1, 1.1)
      ) {
        world in
        world.drift = .init(step: 1, isBlocked: true)
      },
      make(
        "cache copies",
        "Ten copies of one output are one output, and the interval goes by scenario.",
        [.absent], scenarios, null
      ) { world in
        world.design.replicates = 10
        world.replicatesAreCopies = true
      },
      make(
        "refusals",
        "Half of the leading runs are refused, the rest is led: by intention the lead is 0.3, and the verdict hangs on how refusals count.",
        [.inconclusive], scenarios, means(1, 1, leading: 2.6)
      ) { world in
        world.refusals = [.leading: 0.5]
      },
      make(
        "one biased rater",
        "One of eight adds two points to all leading outputs: raters differ in the effect, and it stays open.",
        [.absent, .inconclusive], scenarios, means(1.4, 1.4)
      ) { world in
        world.behaviours = [.partial(.leading, 2)]
      },
      make(
        "one careless rater",
        "One of eight answers whatever comes: agreement falls below the floor more often than not.",
        [.absent, .unreadable], scenarios, null
      ) { $0.behaviours = [.careless] },
      make(
        "the prompter rates too",
        "The prompter's ratings are in no estimate, so their taste moves nothing.",
        [.absent], scenarios, means(1.4, 1.4)
      ) { world in
        world.behaviours = [.prompter(2)]
      },
    ]
  }

  /// The question of the planted worlds.
  package static let question = scale(levels: 5)

  /// A primary question with so many levels.
  package static func scale(levels: Int) -> Question {
    Question(
      id: QuestionID("theme"), ask: "Is the theme there?",
      form: levels == 2
        ? .binary(no: "no", yes: "yes") : .ordinal((0..<levels).map { "level \($0)" }),
      isPrimary: true)
  }

  private static func means(
    _ base: Double, _ neutral: Double, leading: Double? = nil, placebo: Double? = nil
  ) -> [Condition: Double] {
    [
      .baseline: base, .neutral: neutral, .away: neutral, .placebo: placebo ?? neutral,
      .leading: leading ?? neutral,
    ]
  }

  private static func make(
    _ name: String, _ reading: String, _ right: Set<Verdict>, _ scenarios: Int,
    _ means: [Condition: Double],
    _ change: (inout SimulatedWorld) -> Void = { _ in }
  ) -> PlantedWorld {
    var design = SimulatedDesign(
      question: question, scenarios: scenarios, models: 2, replicates: 2,
      base: .paired(texts: 2), raters: 8, ratersPerOutput: 3,
      plan: AnalysisPlan(smallestEffect: 0.5))
    design.controls = 4
    design.repeats = 0.1
    design.guesses = 6
    var world = SimulatedWorld(
      design: design, means: .points(means), spread: .usual(top: design.top))
    change(&world)
    return PlantedWorld(name: name, reading: reading, world: world, right: right)
  }
}

/// What the rules said of a planted world, in many draws of it.
package struct PlantedOutcome: Hashable, Sendable {
  package let world: PlantedWorld
  package let trials: Int
  package let verdicts: [Verdict: Int]
  /// Reasons of those verdicts that have one.
  package let reasons: [Reason: Int]
  /// How often each warning stood beside the verdict, by its code.
  package let warnings: [String: Int]
  /// What the intervals rest on, as the results say it.
  package let interval: String?

  /// Draws and analyses trials, whole, as a real one is.
  ///
  /// - Parameters:
  ///   - world: What is true.
  ///   - trials: How many; one that cannot be analysed is missing from the count.
  ///   - seed: From which they are drawn.
  ///   - resamples: How many resamples each bootstrap draws.
  ///   - fitsModels: Whether mixed models stand beside t, as in a real analysis.
  ///   - threads: How many threads share the work, which changes nothing else.
  package init(
    of world: PlantedWorld, trials: Int, seed: UInt64, resamples: Int = 400,
    fitsModels: Bool = true,
    threads: Int = ParallelBlocks.processors
  ) {
    let simulator = WorldSimulator(world.world, fitsModels: fitsModels)
    let results = ParallelBlocks.map(
      trials, blockSize: 1, generator: SeededGenerator(seed: seed, label: world.name),
      threads: threads
    ) { block, generator in
      block.compactMap { _ -> TrialResult? in
        var input = simulator.trial(using: &generator)
        input.resamples = resamples
        // A fit more for each rater takes longer than all else: t says which rater decides.
        input.mostRefitted = 0
        return try? TrialResult(analyzing: input)
      }
    }
    self.world = world
    self.trials = results.count
    interval = results.first?.json["interval"]?.text
    verdicts = Dictionary(grouping: results, by: \.verdict).mapValues(\.count)
    reasons = Dictionary(grouping: results.compactMap(\.reason), by: { $0 }).mapValues(\.count)
    warnings = Dictionary(
      grouping: results.flatMap { Set($0.warnings.map(\.code)) }, by: { $0 }
    ).mapValues(\.count)
  }
}
