import Questions
import Reproducible
import TrialDesign

/// The ratings of a simulated trial: who saw which text, how it was shown, what they said.
struct SimulatedViews {
  private(set) var rows: [RatedRow] = []

  private let simulator: WorldSimulator
  private let draw: WorldDraw
  private let top: Double
  /// Where each rater's rows stand, controls left out.
  private var rowsOfRater: [[Int]]
  /// The text of each row, in the layout's places.
  private var textOfRow: [Int] = []

  private var world: SimulatedWorld { simulator.world }
  private var design: SimulatedDesign { simulator.world.design }

  init(_ simulator: WorldSimulator, _ draw: WorldDraw, using generator: inout SeededGenerator) {
    self.simulator = simulator
    self.draw = draw
    top = simulator.world.design.top
    rowsOfRater = Array(repeating: [], count: simulator.world.design.raters)
    let count = simulator.layout.places.count * design.ratersPerOutput
    rows.reserveCapacity(count + count / 8)
    textOfRow.reserveCapacity(count)
    var dealer = ViewDealer(raters: design.raters)
    for group in simulator.layout.groups { rate(group, dealer: &dealer, using: &generator) }
    if design.repeats > 0 { repeatSome(using: &generator) }
    if design.guesses > 0 { guess(using: &generator) }
    if design.controls > 0 { rateControls(dealer: &dealer, using: &generator) }
  }

  /// Rates the texts of one condition, dealt evenly over the raters.
  private mutating func rate(
    _ group: Range<Int>, dealer: inout ViewDealer, using generator: inout SeededGenerator
  ) {
    dealer.beginGroup()
    for text in group.stablyShuffled(using: &generator) where !draw.texts[text].isRefused {
      let chosen = dealer.deal(design.ratersPerOutput, using: &generator)
      // Half of the views have words masked: true echoes, and in other texts sham ones.
      let isMaskable = design.masksEcho && world.echo != nil
      let odd = isMaskable && generator.unit() < 0.5 ? 1 : 0
      for (view, rater) in chosen.enumerated() {
        let isMasked = isMaskable && (view + odd) % 2 == 0
        rowsOfRater[rater].append(rows.count)
        textOfRow.append(text)
        append(text, rater, isMasked: isMasked, occasion: 1, using: &generator)
      }
    }
  }

  private mutating func append(
    _ text: Int, _ rater: Int, isMasked: Bool, occasion: Int,
    using generator: inout SeededGenerator
  ) {
    let place = simulator.layout.places[text]
    let echoes = draw.texts[text].echoes
    let value = value(text, rater, seesEcho: echoes && !isMasked, using: &generator)
    rows.append(
      RatedRow(
        scenario: place.scenario, wording: place.wording, condition: place.condition,
        baseline: place.condition == .baseline ? WorldLayout.baseline : nil, model: place.model,
        replicate: place.replicate, output: place.output, rater: simulator.layout.raters[rater],
        raterKind: kind(of: rater), question: design.question.id, value: value, echo: echoes,
        masked: isMasked, occasion: occasion, length: draw.texts[text].length))
  }

  private func kind(of rater: Int) -> RaterKind {
    guard case .prompter = behaviour(of: rater) else { return .person }
    return .prompter
  }

  private func behaviour(of rater: Int) -> RaterBehaviour {
    world.behaviours.indices.contains(rater) ? world.behaviours[rater] : .attentive
  }

  private func value(
    _ text: Int, _ rater: Int, seesEcho: Bool, using generator: inout SeededGenerator
  ) -> Double {
    let place = simulator.layout.places[text]
    let own = draw.raters[rater]
    var seen = draw.texts[text].level
    switch behaviour(of: rater) {
    case .attentive: break
    case .careless: return Double(generator.integer(below: Int(top) + 1))
    case .otherReading: seen = draw.texts[text].otherLevel
    case .generous(let added): seen += added
    case .prompter(let added): seen += place.condition == .leading ? added : 0
    case .partial(let condition, let added): seen += place.condition == condition ? added : 0
    }
    if seesEcho { seen += world.echo?.push ?? 0 }
    seen += own[0] + own[place.conditionIndex + 1] + world.spread.noise * generator.normal()
    return min(max(seen.rounded(), 0), top)
  }

  /// Shows each rater a share of their outputs once more.
  private mutating func repeatSome(using generator: inout SeededGenerator) {
    for rater in rowsOfRater.indices {
      let seen = rowsOfRater[rater]
      let count = Int((design.repeats * Double(seen.count)).rounded(.toNearestOrAwayFromZero))
      for row in seen.stablyShuffled(using: &generator).prefix(count) {
        append(
          textOfRow[row], rater, isMasked: rows[row].masked, occasion: 2, using: &generator)
      }
    }
  }

  /// Asks each rater what some outputs were asked for.
  private mutating func guess(using generator: inout SeededGenerator) {
    for rater in rowsOfRater.indices {
      for row in rowsOfRater[rater].stablyShuffled(using: &generator).prefix(design.guesses) {
        let rated = rows[row]
        rows.append(
          RatedRow(
            scenario: rated.scenario, wording: rated.wording, condition: rated.condition,
            baseline: rated.baseline, model: rated.model, replicate: rated.replicate,
            output: rated.output, rater: rated.rater, raterKind: rated.raterKind,
            question: .conditionGuess, value: nil,
            guess: guess(about: rated.value ?? 0, using: &generator)))
      }
    }
  }

  private func guess(about value: Double, using generator: inout SeededGenerator)
    -> ConditionGuess
  {
    switch world.guessing {
    case .atRandom:
      ConditionGuess.allCases[generator.integer(below: ConditionGuess.allCases.count)]
    case .byWhatTheySee:
      value > top / 2 ? .toward : value < top / 4 ? .neither : .cannotTell
    }
  }

  /// Texts known to show it, near the scale's top, and known not to, at its bottom.
  private mutating func rateControls(
    dealer: inout ViewDealer, using generator: inout SeededGenerator
  ) {
    for kind in ControlKind.allCases {
      dealer.beginGroup()
      for number in 0..<design.controls {
        let level =
          (kind == .show ? 0.9 * top : -0.1 * top) + world.spread.output / 2 * generator.normal()
        for rater in dealer.deal(design.ratersPerOutput, using: &generator) {
          var seen = level + draw.raters[rater][0] + world.spread.noise * generator.normal()
          if behaviour(of: rater) == .careless {
            seen = Double(generator.integer(below: Int(top) + 1))
          }
          rows.append(
            RatedRow(
              scenario: ScenarioID("control"), condition: .baseline,
              output: "\(kind.rawValue)\(number)", rater: simulator.layout.raters[rater],
              raterKind: self.kind(of: rater), question: design.question.id,
              value: min(max(seen.rounded(), 0), top), control: kind))
        }
      }
    }
  }
}

/// Deals views so that every rater gets the same share of each group, to within one.
struct ViewDealer {
  private var inGroup: [Int]
  private var inAll: [Int]

  init(raters: Int) {
    inGroup = Array(repeating: 0, count: raters)
    inAll = inGroup
  }

  mutating func beginGroup() {
    for rater in inGroup.indices { inGroup[rater] = 0 }
  }

  /// So many different raters: those with the fewest views, by lot among equals.
  mutating func deal(_ count: Int, using generator: inout SeededGenerator) -> [Int] {
    var chosen: [Int] = []
    for _ in 0..<min(count, inGroup.count) {
      var best = -1
      var ties = 0
      for rater in inGroup.indices where !chosen.contains(rater) {
        if best >= 0 {
          let (a, b) = (inGroup[rater], inGroup[best])
          if a > b || a == b && inAll[rater] > inAll[best] { continue }
          if a == b, inAll[rater] == inAll[best] {
            ties += 1
            if generator.index(below: ties) > 0 { continue }
            best = rater
            continue
          }
        }
        best = rater
        ties = 1
      }
      chosen.append(best)
      inGroup[best] += 1
      inAll[best] += 1
    }
    return chosen
  }
}
