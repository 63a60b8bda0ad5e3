import Questions
package import Reproducible
import TrialDesign

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Draws trials from a world, each from a generator of its own.
///
/// Ratings are scenario + model + output + rater, with the slopes of each by condition, noise, and
/// what the world adds, rounded to the scale. Where models or wordings are a fixed list, their
/// slopes sum to nothing over the list, so that what is planted is what is true of it.
package struct WorldSimulator: Sendable {
  package let world: SimulatedWorld
  /// Whether trials are analysed with mixed models beside t, as real ones are.
  package let fitsModels: Bool
  let layout: WorldLayout
  let latentMeans: [Double]
  let otherMeans: [Double]
  private let refusals: [Double]
  private let lengths: [Double]

  package init(_ world: SimulatedWorld, fitsModels: Bool = true) {
    self.world = world
    self.fitsModels = fitsModels
    layout = WorldLayout(of: world.design)
    latentMeans = Condition.allCases.map(world.latentMean)
    otherMeans = Condition.allCases.map { condition in
      world.otherReading[condition].map {
        world.spread.latent(ofMean: $0, top: Int(world.design.top))
      } ?? world.latentMean(condition)
    }
    refusals = Condition.allCases.map { world.refusals[$0] ?? 0 }
    lengths = Condition.allCases.map { world.length?.longer[$0] ?? 0 }
  }

  /// One trial from a seed.
  package func trial(seed: UInt64) -> AnalysisInput {
    var generator = SeededGenerator(seed: seed, label: "simulated world")
    return trial(using: &generator)
  }

  /// One trial.
  ///
  /// - Complexity: O(*n* · *r*) for *n* outputs and *r* raters.
  package func trial(using generator: inout SeededGenerator) -> AnalysisInput {
    let design = world.design
    var draw = WorldDraw(self, using: &generator)
    var unrated: [UnratedOutput] = []
    for (place, text) in zip(layout.places, draw.texts.indices)
    where refusals[place.conditionIndex] > 0 {
      guard generator.unit() < refusals[place.conditionIndex] else { continue }
      draw.texts[text].isRefused = true
      unrated.append(
        UnratedOutput(
          scenario: place.scenario, wording: place.wording, condition: place.condition,
          baseline: place.condition == .baseline ? WorldLayout.baseline : nil, model: place.model,
          replicate: place.replicate, reason: "refused"))
    }
    let rows = SimulatedViews(self, draw, using: &generator).rows
    var input = AnalysisInput(
      trial: "simulated", questions: [design.question], plan: design.plan,
      wordingCount: design.wordings, models: (0..<design.models).map { "m\($0)" },
      primaryBaseline: design.base == .none ? nil : WorldLayout.baseline,
      baselineIsPaired: !design.isUnpaired, rows: rows, unrated: unrated, seed: generator.next(),
      resamples: 400, fitsModels: fitsModels)
    if world.replicatesAreCopies {
      for place in layout.places { input.texts[place.output] = "\(place.cell)" }
    }
    return input
  }

  func length(_ conditionIndex: Int) -> Double { lengths[conditionIndex] }
}

extension SimulatedDesign {
  var isUnpaired: Bool {
    guard case .unpaired = base else { return false }
    return true
  }
}

/// What one trial drew before anybody rated.
struct WorldDraw: Sendable {
  /// A text as it came back.
  struct Text: Sendable {
    /// What it shows, before raters and rounding.
    var level: Double
    /// What it shows to those who read the question otherwise.
    var otherLevel: Double
    /// In words; `nil` where length plays no part.
    var length: Double?
    var echoes = false
    var isRefused = false
  }

  var texts: [Text] = []
  /// Severity, then the slope of each condition, of each rater.
  let raters: [[Double]]

  init(_ simulator: WorldSimulator, using generator: inout SeededGenerator) {
    let world = simulator.world
    let design = world.design
    let spread = world.spread
    let layout = simulator.layout
    let conditions = Condition.allCases.count
    let hasOther = world.behaviours.contains(.otherReading)
    let models = Self.effects(
      design.models, conditions, spread.model, spread.modelSlope,
      isFixed: design.plan.models == .these, using: &generator)
    let wordings = Self.effects(
      design.wordings, conditions, 0, spread.wordingSlope,
      isFixed: design.wordings < EffectEstimator.fewestClusters, using: &generator)
    raters = Self.effects(
      design.raters, conditions, spread.rater, spread.raterSlope, isFixed: false,
      using: &generator)
    let scenarios = Self.effects(
      layout.scenarioCount, conditions, spread.scenario, spread.scenarioSlope, isFixed: false,
      using: &generator)
    let others =
      hasOther
      ? Self.effects(
        layout.scenarioCount, conditions, spread.scenario, spread.scenarioSlope, isFixed: false,
        using: &generator) : []
    texts.reserveCapacity(layout.places.count)
    for (index, place) in layout.places.enumerated() {
      let slot = place.conditionIndex + 1
      if world.replicatesAreCopies, place.replicate > 1, index > 0,
        layout.places[index - 1].cell == place.cell
      {
        texts.append(texts[index - 1])
        continue
      }
      let shared =
        (place.modelIndex.map { models[$0][0] + models[$0][slot] } ?? 0)
        + (place.condition == .baseline ? 0 : wordings[place.wording][slot])
      var added = shared
      var words: Double?
      if let length = world.length {
        let deviations = simulator.length(place.conditionIndex) + generator.normal()
        added += length.worth * deviations
        words = (200 * exp2(deviations / 2)).rounded()
      }
      if let drift = world.drift {
        // Blocked, a condition's place in the session is its own; else any time is as likely.
        let time =
          drift.isBlocked
          ? Self.turn(of: place.condition) : generator.unit()
        added += time >= 0.5 ? drift.step : 0
      }
      let scenario = scenarios[place.scenarioIndex]
      var text = Text(
        level: simulator.latentMeans[place.conditionIndex] + added + scenario[0] + scenario[slot]
          + spread.output * generator.normal(), otherLevel: 0, length: words)
      if hasOther {
        let other = others[place.scenarioIndex]
        text.otherLevel =
          simulator.otherMeans[place.conditionIndex] + added + other[0] + other[slot]
          + spread.output * generator.normal()
      }
      if let echo = world.echo, place.condition == .leading {
        text.echoes = generator.unit() < echo.share
      }
      texts.append(text)
    }
  }

  /// Baseline and neutral first, then placebo, away, leading.
  private static func turn(of condition: Condition) -> Double {
    switch condition {
    case .baseline, .neutral: 0.25
    case .placebo: 0.5
    case .away, .leading: 0.75
    }
  }

  /// An intercept and a slope for each condition, of each level of a factor.
  private static func effects(
    _ count: Int, _ conditions: Int, _ spread: Double, _ slope: Double, isFixed: Bool,
    using generator: inout SeededGenerator
  ) -> [[Double]] {
    var effects = (0..<count).map { _ in
      (0...conditions).map { slot in
        let size = slot == 0 ? spread : slope
        return size == 0 ? 0 : size * generator.normal()
      }
    }
    guard isFixed, count > 0 else { return effects }
    for slot in 0...conditions {
      let mean = effects.map { $0[slot] }.mean
      for index in effects.indices { effects[index][slot] -= mean }
    }
    return effects
  }
}
