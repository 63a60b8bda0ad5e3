package import Faults
import Reproducible
import Statistics
import TrialDesign

/// A planned analysis tried on simulated trials, before there are data.
package struct PowerStudy: Hashable, Sendable {
  package var design: SimulatedDesign
  package var spread: SimulatedSpread
  /// The mean of ratings where nothing was done, in points.
  package var base: Double
  /// How large an effect is where there is one, in points.
  package var effect: Double
  package var seed: UInt64
  /// Whether mixed models stand beside t, as in the real analysis; without them it takes a tenth of the
  /// time, and an effect that few raters see differently seems easier to find than it is.
  package var fitsModels: Bool

  /// - Parameters:
  ///   - design: The counts and rules of the trial.
  ///   - spread: How far scenarios, raters and outputs differ; without it, what is usual.
  ///   - base: The mean where nothing was done; without it, three tenths of the scale. It is lowered
  ///     as far as the effects need room.
  ///   - effect: The effect to find; without it, twice the smallest one that counts.
  ///   - seed: From which trials are drawn.
  ///   - fitsModels: Whether mixed models stand beside t.
  package init(
    design: SimulatedDesign, spread: SimulatedSpread? = nil, base: Double? = nil,
    effect: Double? = nil, seed: UInt64, fitsModels: Bool = true
  ) {
    self.design = design
    self.spread = spread ?? .usual(top: design.top)
    let wanted = effect ?? 2 * design.plan.smallestEffect
    self.effect = wanted
    let highest = design.top - max(wanted, 2 * design.plan.smallestEffect)
    let usual = min(0.3 * design.top, 0.9 * highest)
    self.base = max(0, min(base ?? design.plan.reference ?? usual, highest))
    self.seed = seed
    self.fitsModels = fitsModels
  }

  /// One of the worlds as this trial would meet it.
  package func simulated(_ world: PowerWorld) -> SimulatedWorld {
    SimulatedWorld(
      design: design,
      means: .points(
        world.means(base: base, effect: effect, smallest: design.plan.smallestEffect)),
      spread: spread)
  }

  /// What the planned analysis makes of a world.
  ///
  /// - Parameters:
  ///   - world: What is true.
  ///   - trials: How many trials are drawn, each from a generator of its own.
  ///   - threads: How many threads share the work, which changes nothing else.
  /// - Returns: Its verdicts, counted.
  /// - Throws: ``Fault`` of kind `internalFault` where a simulated trial cannot be analysed.
  package func outcome(
    of world: PowerWorld, trials: Int, threads: Int = ParallelBlocks.processors
  ) throws(Fault) -> WorldOutcome {
    let simulator = WorldSimulator(simulated(world), fitsModels: fitsModels)
    let judged = ParallelBlocks.map(
      trials, blockSize: 1,
      generator: SeededGenerator(seed: seed, label: "power/\(world.rawValue)"), threads: threads
    ) { block, generator in
      // A trial that cannot be analysed is missing from the result, which is counted below.
      block.compactMap { _ in try? BriefVerdict(judging: simulator.trial(using: &generator)) }
    }
    guard judged.count == trials else {
      throw Fault(
        .internalFault, at: "power", "a simulated trial cannot be analysed",
        remedy: "report this with the trial file")
    }
    return WorldOutcome(world, design: design, judged)
  }
}
