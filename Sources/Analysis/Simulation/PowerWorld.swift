package import Reproducible
import Statistics
import TrialDesign

/// What may be true of an observation, as a planned trial is tried on it.
package enum PowerWorld: String, Hashable, Sendable, CaseIterable {
  /// It occurs, the same under every condition.
  case nothing
  /// Presence and lead are both the smallest effect that counts.
  case smallest = "smallest effect"
  /// It is there when nobody leads, and wording adds nothing.
  case holds = "holds unled"
  /// It is there where the wording leads to it, and nowhere else.
  case ledOnly = "led only"
  /// It occurs nowhere.
  case absent

  /// Those in which a trial should reach its verdict.
  package static let decisive: [PowerWorld] = [.holds, .ledOnly, .nothing]

  /// The verdict that says what is true.
  package func right(hasBase: Bool) -> Verdict {
    switch self {
    case .nothing, .absent: hasBase ? .absent : .notLed
    case .smallest: hasBase ? .partlyLed : .led
    case .holds: hasBase ? .holdsUnled : .notLed
    case .ledOnly: .led
    }
  }

  /// What is planted, in points.
  ///
  /// - Parameters:
  ///   - base: The mean where nothing was done to it.
  ///   - effect: How large an effect is where there is one.
  ///   - smallest: The smallest effect that counts.
  /// - Returns: The mean of ratings under each condition.
  func means(base: Double, effect: Double, smallest: Double) -> [Condition: Double] {
    let (presence, lead): (Double, Double) =
      switch self {
      case .nothing, .absent: (0, 0)
      case .smallest: (smallest, smallest)
      case .holds: (effect, 0)
      case .ledOnly: (0, effect)
      }
    let level = self == .absent ? 0 : base
    return [
      .baseline: level, .neutral: level + presence, .placebo: level + presence,
      .away: level + presence, .leading: level + presence + lead,
    ]
  }
}

/// What a planned trial made of one world, in many simulated trials.
package struct WorldOutcome: Hashable, Sendable {
  package let world: PowerWorld
  package let right: Verdict
  package let trials: Int
  package let verdicts: [Verdict: Int]
  package let presenceThere: Int
  package let leadThere: Int
  /// The mean width of the interval of presence at 1 − α, in points; `nil` where there is none.
  package let presenceWidth: Double?
  package let leadWidth: Double?

  init(_ world: PowerWorld, design: SimulatedDesign, _ judged: [BriefVerdict]) {
    self.world = world
    right = world.right(hasBase: design.hasBase)
    trials = judged.count
    verdicts = Dictionary(grouping: judged, by: \.verdict).mapValues(\.count)
    presenceThere = judged.count { $0.presence.standing == .there }
    leadThere = judged.count { $0.lead.standing == .there }
    presenceWidth = Self.width(judged.compactMap(\.presence.interval))
    leadWidth = Self.width(judged.compactMap(\.lead.interval))
  }

  private static func width(_ intervals: [Interval]) -> Double? {
    intervals.isEmpty ? nil : intervals.map { $0.high - $0.low }.mean
  }

  private func share(_ count: Int) -> Double { trials > 0 ? Double(count) / Double(trials) : 0 }

  /// The chance of the right verdict.
  package var power: Double { share(verdicts[right] ?? 0) }
  /// The chance of a verdict that says something else than what is true.
  package var falsely: Double {
    let settled: [Verdict] = [.holdsUnled, .partlyLed, .led, .absent, .notLed]
    return share(settled.filter { $0 != right }.reduce(0) { $0 + (verdicts[$1] ?? 0) })
  }
  /// The chance that it stays open.
  package var open: Double { share(verdicts[.inconclusive] ?? 0) }
  /// The chance that a gate before the effects closes.
  package var gated: Double {
    share((verdicts[.unreadable] ?? 0) + (verdicts[.unblinded] ?? 0))
  }
  package var presenceShare: Double { share(presenceThere) }
  package var leadShare: Double { share(leadThere) }
  /// By how much these shares may be off by chance, at 95 %.
  package var margin: Double {
    trials > 0 ? 1.96 * (0.25 / Double(trials)).squareRoot() : 1
  }

  package var json: JSON {
    .object([
      "world": .string(world.rawValue), "right_verdict": .string(right.rawValue),
      "trials": .integer(trials), "power": .number(power), "false_verdicts": .number(falsely),
      "inconclusive": .number(open), "gate_closed": .number(gated),
      "presence_there": .number(presenceShare), "lead_there": .number(leadShare),
      "presence_width": JSON(optional: presenceWidth), "lead_width": JSON(optional: leadWidth),
      "verdicts": .object(
        Dictionary(
          uniqueKeysWithValues: verdicts.map { ($0.key.rawValue, .integer($0.value)) })),
    ])
  }
}
