import Reproducible
import Statistics
import TrialDesign

/// A world without any effect in which scenarios, models and raters vary, with their slopes.
package struct NullWorld: Hashable, Sendable {
  package let levels: Int
  package let scenarios: Int
  package let world: SimulatedWorld

  /// - Parameters:
  ///   - levels: How many levels the scale has.
  ///   - scenarios: How many scenarios.
  ///   - isPaired: Whether each scenario has its baseline text; else the baseline has as many of
  ///     its own.
  ///   - smallest: The smallest effect that counts; small, so that it shields nothing.
  package init(levels: Int, scenarios: Int, isPaired: Bool = true, smallest: Double = 0.25) {
    self.levels = levels
    self.scenarios = scenarios
    let top = Double(levels - 1)
    var spread = SimulatedSpread.usual(top: top)
    spread.scenarioSlope = 0.1 * top
    let design = SimulatedDesign(
      question: PlantedWorld.scale(levels: levels), scenarios: scenarios, models: 2, replicates: 5,
      base: isPaired ? .paired(texts: 10) : .unpaired(texts: scenarios, replicates: 10),
      raters: 8, ratersPerOutput: 3, plan: AnalysisPlan(smallestEffect: smallest))
    var means: [Condition: Double] = [:]
    for condition in Condition.allCases { means[condition] = 0.4 * top }
    world = SimulatedWorld(design: design, means: .points(means), spread: spread)
  }
}

/// What the analysis made of a null world, in many draws of it.
package struct NullOutcome: Hashable, Sendable {
  package let trials: Int
  /// How often a verdict said that there is an effect: led, partly led, holds unled.
  package let falseVerdicts: Int
  /// How often a t test over the draws of all scenarios found a lead at the same level.
  package let drawTestRejections: Int
  /// How often the interval held the planted value, and in how many trials there was one.
  package let leadCovered: Int
  package let presenceCovered: Int
  package let intervals: Int
  /// The mean width of the lead's interval over that of the interval that a known spread of the
  /// estimate would need.
  package let leadWidthRatio: Double
  /// The width of the lead's intervals over that of those which, all narrowed by one factor, would
  /// still hold the planted value in a share of 1 − α.
  package let leadExcess: Double
  /// The same of presence.
  package let presenceExcess: Double

  private struct One: Sendable {
    let isFalse: Bool
    let drawTestRejects: Bool
    let lead: EffectEstimate
    let presence: EffectEstimate
  }

  /// Draws and judges trials; one that cannot be analysed is missing from the count.
  ///
  /// - Parameters:
  ///   - null: The world.
  ///   - trials: How many are drawn.
  ///   - seed: From which they are drawn.
  ///   - fitsModels: Whether mixed models stand beside t, as in a real analysis.
  ///   - threads: How many threads share the work, which changes nothing else.
  package init(
    of null: NullWorld, trials: Int, seed: UInt64, fitsModels: Bool = true,
    threads: Int = ParallelBlocks.processors
  ) {
    let simulator = WorldSimulator(null.world, fitsModels: fitsModels)
    let alpha = null.world.design.plan.alpha
    let judged = ParallelBlocks.map(
      trials, blockSize: 1,
      generator: SeededGenerator(seed: seed, label: "null/\(null.levels)/\(null.scenarios)"),
      threads: threads
    ) { block, generator in
      block.compactMap { _ -> One? in
        let input = simulator.trial(using: &generator)
        guard let verdict = try? BriefVerdict(judging: input) else { return nil }
        return One(
          isFalse: [.led, .partlyLed, .holdsUnled].contains(verdict.verdict),
          drawTestRejects: Self.drawTest(input.rows, alpha: alpha), lead: verdict.lead,
          presence: verdict.presence)
      }
    }
    self.trials = judged.count
    falseVerdicts = judged.count(where: \.isFalse)
    drawTestRejections = judged.count(where: \.drawTestRejects)
    leadCovered = judged.count { $0.lead.interval?.contains(0) ?? false }
    presenceCovered = judged.count { $0.presence.interval?.contains(0) ?? false }
    let leads = judged.filter { $0.lead.interval != nil }
    intervals = leads.count
    let widths = leads.compactMap { $0.lead.interval.map { $0.high - $0.low } }
    let values = leads.compactMap(\.lead.value)
    let freedom = Double(max(null.scenarios - 1, 1))
    let needed =
      values.count > 1
      ? 2 * Distributions.studentQuantile(1 - alpha / 2, degreesOfFreedom: freedom)
        * (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
      : 0
    leadWidthRatio = needed > 0 ? widths.mean / needed : 0
    leadExcess = Self.excess(judged.compactMap(\.lead.interval), alpha: alpha)
    presenceExcess = Self.excess(judged.compactMap(\.presence.interval), alpha: alpha)
  }

  /// By which factor intervals are wider than they had to be; 0 where there is none to judge.
  private static func excess(_ intervals: [Interval], alpha: Double) -> Double {
    let distances = intervals.filter { $0.high > $0.low }.map {
      abs($0.low + $0.high) / ($0.high - $0.low)
    }.sorted()
    guard !distances.isEmpty else { return 0 }
    let place = Int(((1 - alpha) * Double(distances.count)).rounded(.up)) - 1
    let farthest = distances[max(0, min(place, distances.count - 1))]
    return farthest > 0 ? 1 / farthest : 0
  }

  /// Whether a t test finds a lead when every draw of every scenario counts as a case of its own.
  private static func drawTest(_ rows: [RatedRow], alpha: Double) -> Bool {
    struct Draw: Hashable, Comparable {
      let scenario: ScenarioID
      let model: String
      let replicate: Int
      static func < (first: Self, second: Self) -> Bool {
        (first.scenario, first.model, first.replicate)
          < (second.scenario, second.model, second.replicate)
      }
    }
    var sums: [Draw: [Condition: (sum: Double, count: Double)]] = [:]
    for row in rows where row.condition == .leading || row.condition == .neutral {
      guard let value = row.value, row.control == nil, row.occasion == 1 else { continue }
      let draw = Draw(
        scenario: row.scenario, model: row.model ?? "", replicate: row.replicate)
      let known = sums[draw]?[row.condition] ?? (0, 0)
      sums[draw, default: [:]][row.condition] = (known.sum + value, known.count + 1)
    }
    let differences = sums.sorted { $0.key < $1.key }.compactMap { _, means -> Double? in
      guard let led = means[.leading], let neutral = means[.neutral] else { return nil }
      return led.sum / led.count - neutral.sum / neutral.count
    }
    // Fewer than two draws, or draws without any spread, show nothing.
    guard let estimate = try? MeanEstimate(of: differences) else { return false }
    return !estimate.interval(level: 1 - alpha).contains(0)
  }
}
