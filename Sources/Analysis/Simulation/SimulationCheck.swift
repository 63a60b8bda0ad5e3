package import Faults
import Reproducible
import Statistics
import TrialDesign

/// The checks that a method for telling led from unled owes its readers, by the numbers of the
/// method's list; ``NullWorld`` is the first of them.
///
/// Worlds are on a scale of five levels where half a point counts. The third, ratings that depend on
/// length alone, is a ``PlantedWorld`` whose warning is counted.
package enum SimulationCheck: Int, Hashable, Sendable, CaseIterable {
  /// Leading makes all of it: presence covers nothing, the led share is one.
  case knownLed = 2
  /// Raters respond to echoed words: masked views and guesses reveal it.
  case echo = 4
  /// One output copied ten times is one draw.
  case copies = 5
  /// A change half-way moves no effect where conditions are spread over the session.
  case drift = 6
  /// One rater a point above the others moves no effect under crossed blocks.
  case raterShift = 7
  /// Half of the leading runs are refused: the bounds include the truth.
  case refusals = 8
  /// Leading is no more than the base rate: no led share.
  case noDenominator = 9
}

/// What the analysis made of one check, in many simulated trials.
package struct SimulationCheckOutcome: Hashable, Sendable {
  /// One quantity: a share in 0...1, or a mean.
  package struct Figure: Hashable, Sendable {
    package let name: String
    package let value: Double
    /// Whether it is a share of trials.
    package let isShare: Bool
  }

  package let check: SimulationCheck
  package let trials: Int
  package let figures: [Figure]

  /// Draws and analyses trials.
  ///
  /// - Parameters:
  ///   - check: What is planted.
  ///   - scenarios: How many scenarios a trial has.
  ///   - replicates: How often a model is asked.
  ///   - trials: How many trials; above 0.
  ///   - seed: From which they are drawn.
  ///   - fitsModels: Whether mixed models are fitted, as in a real one; else t decides alone.
  ///   - threads: How many threads share the work, which changes nothing else.
  /// - Throws: ``Fault`` where a simulated trial cannot be analysed.
  package init(
    _ check: SimulationCheck, scenarios: Int, replicates: Int = 2, trials: Int, seed: UInt64,
    fitsModels: Bool = true, threads: Int = ParallelBlocks.processors
  ) throws(Fault) {
    precondition(trials > 0, "trials are counted from 1")
    self.check = check
    self.trials = trials
    let bench = Bench(
      scenarios: scenarios, replicates: replicates, trials: trials, seed: seed,
      fitsModels: fitsModels, threads: threads)
    figures =
      switch check {
      case .knownLed: try Self.knownLed(bench)
      case .echo: try Self.echo(bench)
      case .copies: try Self.copies(bench)
      case .drift: try Self.drift(bench)
      case .raterShift: try Self.raterShift(bench)
      case .refusals: try Self.refusals(bench)
      case .noDenominator: try Self.noDenominator(bench)
      }
  }

  /// The value of a figure by its name.
  package subscript(name: String) -> Double? { figures.first { $0.name == name }?.value }

  private static func share(_ name: String, _ values: [Bool]) -> Figure {
    Figure(
      name: name, value: Double(values.count { $0 }) / Double(max(values.count, 1)), isShare: true)
  }

  private static func mean(_ name: String, _ values: [Double]) -> Figure {
    Figure(name: name, value: values.isEmpty ? 0 : values.mean, isShare: false)
  }

  // MARK: The checks

  private static func knownLed(_ bench: Bench) throws(Fault) -> [Figure] {
    let judged = try bench.map(means(1, 1, 2.4)) { input throws(Fault) in
      let found = try CheckedEffects(input)
      return (found.presence.interval, found.share)
    }
    let shares = judged.map(\.1)
    return [
      share("presence's interval covers 0", judged.compactMap { $0.0?.contains(0) }),
      share("there is a led share", shares.map { $0.value != nil }),
      mean("mean led share", shares.compactMap(\.value)),
      share("its interval covers 1", shares.compactMap { $0.interval?.contains(1) }),
    ]
  }

  private static func echo(_ bench: Bench) throws(Fault) -> [Figure] {
    let change = { (world: inout SimulatedWorld) in
      world.echo = .init(share: 0.8, push: 2)
      world.guessing = .byWhatTheySee
      world.design.guesses = 12
    }
    let judged = try bench.map(means(1, 1, 1), change) { input throws(Fault) in
      let result = try TrialResult(analyzing: input)
      return (
        result.verdict == .unblinded, result.primary.lead.value,
        result.blindingGate.cleanLead.value, result.blindingGate.leadingArm.index
      )
    }
    return [
      share("unblinded", judged.map(\.0)), mean("mean lead", judged.compactMap(\.1)),
      mean("mean lead on clean ratings", judged.compactMap(\.2)),
      mean("mean index of guesses about leading outputs", judged.compactMap(\.3)),
    ]
  }

  private static func copies(_ bench: Bench) throws(Fault) -> [Figure] {
    var widths: [Double] = []
    var counted: [Double] = []
    for replicates in [1, 10] {
      let judged = try bench.map(means(1.6, 1.6, 1.6)) { world in
        world.design.replicates = replicates
        world.replicatesAreCopies = true
        // Nothing that more views would average away: a copy then brings nothing at all.
        world.spread.noise = 0
        world.spread.rater = 0
        world.spread.raterSlope = 0
      } _: { input throws(Fault) in
        let effects = try CheckedEffects(input)
        // The baseline has one text a scenario and model.
        let own = input.rows.filter { $0.condition != .baseline }
        let outputs = Double(Set(own.map(\.output)).count)
        return (
          effects.lead.interval,
          (outputs - Double(effects.copies)) / (outputs / Double(replicates))
        )
      }
      let own = judged.compactMap { $0.0.map { $0.high - $0.low } }
      widths.append(own.isEmpty ? 0 : own.mean)
      counted = judged.map(\.1)
    }
    return [
      mean("draws that ten copies count as", counted),
      mean("width with ten copies over that with one", [widths[1] / widths[0]]),
    ]
  }

  private static func drift(_ bench: Bench) throws(Fault) -> [Figure] {
    func leads(isBlocked: Bool) throws(Fault) -> [EffectEstimate] {
      try bench.map(means(1.2, 1.2, 1.2)) { world in
        world.drift = .init(step: 1, isBlocked: isBlocked)
      } _: { input throws(Fault) in
        try CheckedEffects(input).lead
      }
    }
    let spread = try leads(isBlocked: false)
    return [
      mean("spread over the session: mean lead", spread.compactMap(\.value)),
      share("its interval covers 0", spread.compactMap { $0.interval?.contains(0) }),
      mean(
        "one condition after another: mean lead",
        try leads(isBlocked: true).compactMap(\.value)),
    ]
  }

  private static func raterShift(_ bench: Bench) throws(Fault) -> [Figure] {
    func leads(_ behaviours: [RaterBehaviour]) throws(Fault) -> [EffectEstimate] {
      try bench.map(means(1.6, 1.6, 1.6)) { world in
        world.behaviours = behaviours
      } _: { input throws(Fault) in
        try CheckedEffects(input).lead
      }
    }
    // The same trials, for a shift draws nothing.
    let (plain, shifted) = (try leads([]), try leads([.generous(1)]))
    return [
      mean(
        "mean shift of the lead",
        zip(plain, shifted).compactMap { before, after in
          after.value.flatMap { after in before.value.map { after - $0 } }
        }),
      share("its interval covers 0", shifted.compactMap { $0.interval?.contains(0) }),
    ]
  }

  private static func refusals(_ bench: Bench) throws(Fault) -> [Figure] {
    let judged = try bench.map(means(1.5, 1.5, 2.5)) {
      $0.refusals = [.leading: 0.5]
    } _: { input throws(Fault) in
      var answered = input
      answered.unrated = []
      return (try CheckedEffects(input).lead.interval, try CheckedEffects(answered).lead.interval)
    }
    return [
      // By intention half of 2.5 less 1.5; among those answered a point.
      share(
        "counted as lowest: the interval covers -0.25", judged.compactMap { $0.0?.contains(-0.25) }),
      share("left out: the interval covers 1", judged.compactMap { $0.1?.contains(1) }),
      share(
        "both bounds together hold both",
        judged.compactMap { with, without in
          with.flatMap { with in without.map { with.low <= -0.25 && $0.high >= 1 } }
        }),
    ]
  }

  private static func noDenominator(_ bench: Bench) throws(Fault) -> [Figure] {
    let shares = try bench.map(means(1.5, 1.5, 1.5)) { input throws(Fault) in
      try CheckedEffects(input).share
    }
    return [
      share("no led share", shares.map { $0.value == nil }),
      share("and the reason said", shares.map { $0.reason == .nothingToApportion }),
    ]
  }

  private static func means(_ base: Double, _ neutral: Double, _ leading: Double)
    -> [Condition: Double]
  {
    [.baseline: base, .neutral: neutral, .away: neutral, .placebo: neutral, .leading: leading]
  }
}

/// What is the same in all trials of a check.
private struct Bench: Sendable {
  let scenarios: Int
  let replicates: Int
  let trials: Int
  let seed: UInt64
  let fitsModels: Bool
  let threads: Int

  /// One element a trial, in the order in which they are drawn.
  func map<Element: Sendable>(
    _ means: [Condition: Double], _ change: (inout SimulatedWorld) -> Void = { _ in },
    _ judge: @Sendable (AnalysisInput) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    var world = SimulatedWorld(
      design: SimulatedDesign(
        question: PlantedWorld.question, scenarios: scenarios, models: 2, replicates: replicates,
        plan: AnalysisPlan(smallestEffect: 0.5)),
      means: .points(means), spread: .usual(top: 4))
    change(&world)
    let simulator = WorldSimulator(world, fitsModels: fitsModels)
    let judged = ParallelBlocks.map(
      trials, blockSize: 1, generator: SeededGenerator(seed: seed, label: "check"),
      threads: threads
    ) { block, generator in
      block.map { _ -> Result<Element, Fault> in
        var input = simulator.trial(using: &generator)
        // Intervals that stand beside decide nothing here.
        input.resamples = 50
        do throws(Fault) { return .success(try judge(input)) } catch { return .failure(error) }
      }
    }
    var elements: [Element] = []
    for result in judged { elements.append(try result.get()) }
    return elements
  }
}

/// What the checks look at, as the result of a trial has it.
private struct CheckedEffects {
  let presence: EffectEstimate
  let lead: EffectEstimate
  let share: LedShare
  /// Outputs that are copies of another one.
  let copies: Int

  init(_ input: AnalysisInput) throws(Fault) {
    let analysis = try TrialAnalysis(input)
    let question = analysis.primary
    let effects = analysis.effects(of: question, unrated: input.unrated)
    copies = analysis.copies
    presence = effects.presence
    lead = effects.lead
    share = LedShare(
      of: effects, design: analysis.design,
      estimator: analysis.estimator(for: question, showsBeside: true))
  }
}
