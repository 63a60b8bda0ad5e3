package import Faults
package import Reproducible
import Statistics
import TrialDesign

/// What can be had more of.
package enum PowerLever: String, Hashable, Sendable, CaseIterable {
  case scenarios
  case wordings
  case ratersPerOutput = "raters per output"
  case replicates

  /// How much of it a design has.
  package func value(in design: SimulatedDesign) -> Int {
    switch self {
    case .scenarios: design.scenarios
    case .wordings: design.wordings
    case .ratersPerOutput: design.ratersPerOutput
    case .replicates: design.replicates
    }
  }

  /// The same trial with so much of it.
  package func set(_ value: Int, in design: SimulatedDesign) -> SimulatedDesign {
    var copy = design
    switch self {
    case .scenarios: return design.with(scenarios: value)
    case .wordings: copy.wordings = value
    case .ratersPerOutput:
      // As many texts a rater as before, so that more people rate.
      copy.ratersPerOutput = value
      let share = Double(value) / Double(max(design.ratersPerOutput, 1))
      copy.raters = max(value, Int((Double(design.raters) * share).rounded(.up)))
    case .replicates: copy.replicates = value
    }
    return copy
  }

  /// What is tried, beginning above what the design has.
  func candidates(from design: SimulatedDesign) -> [Int] {
    let now = value(in: design)
    let steps: [Int] =
      switch self {
      case .scenarios: [8, 12, 16, 20, 24, 30, 36, 48, 64, 80, 100, 140, 200]
      case .wordings: [5, 8, 12, 16, 24, 36, 48].filter { $0 <= design.scenarios }
      case .ratersPerOutput: [2, 3, 4, 5, 6, 8]
      case .replicates: [2, 3, 4, 6, 8, 12]
      }
    return steps.filter { $0 > now }
  }
}

/// How a trial reaches its aim by more of one thing.
package struct PowerStep: Hashable, Sendable {
  package let lever: PowerLever
  package let from: Int
  /// How much of it is enough; `nil` where none that was tried is.
  package let to: Int?
  /// The most that was tried.
  package let tried: Int
  /// The smallest chance of the right verdict among the decisive worlds, there or at the most
  /// tried; where it is far from the aim, an upper bound of it.
  package let power: Double
  package let ratings: Int
  package let calls: Int

  package var json: JSON {
    .object([
      "lever": .string(lever.rawValue), "from": .integer(from), "to": JSON(optional: to),
      "tried": .integer(tried), "power": .number(power), "ratings": .integer(ratings),
      "calls": .integer(calls),
    ])
  }
}

/// The ways to a chance of the right verdict, each by more of one thing, cheapest first.
package struct PowerSearch: Hashable, Sendable {
  /// The chance that was asked for, in every decisive world.
  package let aim: Double
  /// The trial as it is planned.
  package let now: PowerStep
  package let steps: [PowerStep]
  package let trials: Int

  /// Whether the trial reaches it as it is planned.
  package var isReached: Bool { now.power >= aim }
  /// The way with the fewest ratings, then the fewest calls.
  package var cheapest: PowerStep? { steps.first { $0.to != nil } }

  /// Tries more of each thing.
  ///
  /// Scenarios are searched by halves, for more of them never hurt; all else goes step by step, and
  /// ends where it is plain that it will not do.
  ///
  /// - Parameters:
  ///   - study: The trial as it is planned, with what is assumed of the world.
  ///   - aim: The chance to reach.
  ///   - known: What the planned trial reaches, where it is known; else it is tried too.
  ///   - trials: How many trials each candidate is tried on in each world.
  ///   - threads: How many threads share the work, which changes nothing else.
  ///   - progress: Told what is tried next.
  /// - Throws: ``Fault`` where a simulated trial cannot be analysed.
  package init(
    from study: PowerStudy, aim: Double, present known: Double? = nil, trials: Int,
    threads: Int = ParallelBlocks.processors,
    progress: (String) -> Void = { _ in }
  ) throws(Fault) {
    self.aim = aim
    self.trials = trials
    let worlds = study.decisive
    func power(_ design: SimulatedDesign, isPlanned: Bool = false) throws(Fault) -> Double {
      var copy = study
      copy.design = design
      // By t alone first, which is quick. A wider interval settles what t leaves open only where it lies
      // elsewhere, which is rare: what falls short by t is said to fall short.
      copy.fitsModels = false
      var least = try Self.least(copy, worlds, isPlanned ? nil : aim, trials, threads)
      guard study.fitsModels, isPlanned || least >= aim else { return least }
      copy.fitsModels = true
      least = min(least, try Self.least(copy, worlds, isPlanned ? nil : aim, trials, threads))
      return least
    }
    let present = if let known { known } else { try power(study.design, isPlanned: true) }
    now = PowerStep(
      lever: .scenarios, from: study.design.scenarios, to: study.design.scenarios,
      tried: study.design.scenarios, power: present, ratings: study.design.ratings,
      calls: study.design.calls)
    guard present < aim else {
      steps = []
      return
    }
    var found: [PowerStep] = []
    for lever in PowerLever.allCases {
      let candidates = lever.candidates(from: study.design)
      guard !candidates.isEmpty else { continue }
      func reach(_ value: Int) throws(Fault) -> Double {
        progress("trying \(value) \(lever.rawValue)")
        return try power(lever.set(value, in: study.design))
      }
      let planned = (value: lever.value(in: study.design), power: present)
      let (best, enough) =
        lever == .scenarios
        ? try Self.halving(candidates, planned, aim: aim, reach)
        : try Self.climbing(candidates, planned, aim: aim, reach)
      let design = lever.set(best.value, in: study.design)
      found.append(
        PowerStep(
          lever: lever, from: planned.value, to: enough ? best.value : nil, tried: best.value,
          power: best.power, ratings: design.ratings, calls: design.calls))
    }
    steps = found.sorted {
      ($0.to == nil ? 1 : 0, $0.ratings, $0.calls, $0.lever.rawValue)
        < ($1.to == nil ? 1 : 0, $1.ratings, $1.calls, $1.lever.rawValue)
    }
  }

  /// The smallest chance of the right verdict over worlds.
  private static func least(
    _ study: PowerStudy, _ worlds: [PowerWorld], _ aim: Double?, _ trials: Int, _ threads: Int
  ) throws(Fault) -> Double {
    var least = 1.0
    for world in worlds {
      least = min(least, try study.outcome(of: world, trials: trials, threads: threads).power)
      // No world that follows can lift it again.
      if let aim, least < aim - 0.15 { break }
    }
    return least
  }

  private typealias Reached = (value: Int, power: Double)

  /// The first of rising candidates that is enough, where more is never worse.
  private static func halving(
    _ candidates: [Int], _ planned: Reached, aim: Double,
    _ reach: (Int) throws(Fault) -> Double
  ) throws(Fault) -> (best: Reached, isEnough: Bool) {
    var (low, high) = (0, candidates.count)
    var enough: Reached?
    var most = planned
    while low < high {
      let middle = (low + high) / 2
      let reached = (value: candidates[middle], power: try reach(candidates[middle]))
      if reached.power >= aim {
        enough = reached
        high = middle
      } else {
        most = reached
        low = middle + 1
      }
    }
    return enough.map { ($0, true) } ?? (most, false)
  }

  /// The same step by step, up to where twice as much brings less than a quarter of what is missing.
  private static func climbing(
    _ candidates: [Int], _ planned: Reached, aim: Double,
    _ reach: (Int) throws(Fault) -> Double
  ) throws(Fault) -> (best: Reached, isEnough: Bool) {
    var best = planned
    for value in candidates {
      best = (value, try reach(value))
      if best.power >= aim { return (best, true) }
      let gain = best.power - planned.power
      if value >= 2 * planned.value, 4 * gain < aim - planned.power { break }
    }
    return (best, false)
  }

  package var json: JSON {
    .object([
      "aim": .number(aim), "trials": .integer(trials), "now": now.json,
      "reached": .bool(isReached), "cheapest": JSON(optional: cheapest?.lever.rawValue),
      "steps": .array(steps.map(\.json)),
    ])
  }
}

extension PowerStudy {
  /// Worlds in which the trial should reach its verdict; without a base rate presence has no part.
  package var decisive: [PowerWorld] {
    design.hasBase ? PowerWorld.decisive : [.ledOnly, .nothing]
  }
}
