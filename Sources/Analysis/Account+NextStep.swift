import Questions
import Reproducible
import Statistics
import TrialDesign

extension Account {
  /// What would settle the rest, or the cheapest next step.
  var nextStep: String {
    switch judgement.verdict {
    case .unreadable:
      "Sharpen the question: name what each point of the scale looks like, add four texts that "
        + "show it and four that do not as controls, and have the texts rated anew under a new "
        + "version of the trial."
    case .unblinded:
      "Ask with leading wordings whose own words need not come back in the texts, or have every "
        + "echo masked, and rate anew."
    case .inconclusive: settling
    case .holdsUnled, .partlyLed, .led, .absent:
      judgement.reason == .noBaseRate ? addBaseline : confirming
    case .notLed: addBaseline
    }
  }

  private var confirming: String {
    guard agreement.outcome != .unknown else {
      return "Have a second rater rate the same texts."
    }
    guard !isForTheseWordings else {
      return "Ask in five wordings or more, so that the verdict speaks of more than these, or "
        + "replicate it on other scenarios, models and raters."
    }
    return "Replicate it on other scenarios, models and raters."
  }

  private var addBaseline: String {
    "Add a baseline, such as texts by people or other prompts, to tell whether it is there when "
      + "nobody leads."
  }

  private var settling: String {
    switch judgement.reason {
    case .noRatings: return "Have the texts rated by people who know nothing of the prompts."
    case .noPairs: return "Let more raters finish."
    case .noBaseRate: return addBaseline
    case .noControl:
      return "Add controls to the packet: four texts known to show it and four known not to."
    case .refusalsDecide:
      return "Run again what was refused or failed, or ask in a way that is refused less."
    case .fewModels:
      return "Add models until there are six of three families, or speak of these models alone."
    case .noLeading, .noNeutral:
      return "Have texts of both the neutral and the leading condition rated."
    case .fewScenarios:
      return "Add \(clusterNoun)s until each condition has five at the least; "
        + "24 short scenarios are a good start and beat more replicates."
    case .placeboMoves:
      return "Find a placebo text that moves nothing, or a leading wording that moves more than "
        + "any added text does."
    default: return ratersDecide ? moreRaters : moreScenarios
    }
  }

  private var openEffects: [EffectEstimate] {
    (hasBaseRate ? [primary.presence, primary.lead] : [primary.lead])
      .filter { $0.standing == .open }
  }

  /// Scenarios alone would settle it: that raters differ in the effect leaves it open.
  private var ratersDecide: Bool {
    let smallest = input.plan.smallestEffect
    return !openEffects.isEmpty
      && openEffects.allSatisfy { effect in
        guard effect.isDecidedByMixedModel, let value = effect.value, let own = effect.tInterval
        else { return false }
        return own.low > 0 && value >= smallest || own.high < smallest
      }
  }

  private var moreRaters: String {
    "Have more raters rate the texts: those who did differ in the effect, and with so few of them "
      + "it is they, not the \(clusterNoun)s, that leave it open."
  }

  var clusterNoun: String { design.cluster == .wording ? "wording" : "scenario" }

  /// How many scenarios would settle what is open, should the estimates stay as they are.
  private var moreScenarios: String {
    let needed = openEffects.map(clustersNeeded)
    guard
      let most = needed.reduce(
        0,
        { first, second in
          guard let first, let second else { return nil }
          return max(first, second)
        }) as Int?, most > 0
    else {
      return "More \(clusterNoun)s may not settle it: an effect this close to the smallest one "
        + "that counts (\(smallest)) stays open at any size."
    }
    let texts = design.base == .unpaired ? " and baseline texts in like measure" : ""
    let present = openEffects.map(\.clusters).max() ?? 0
    return
      "Add about \(Numerals.count(most - present, "more \(clusterNoun)"))\(texts), \(most) in all: "
      + "that would settle it if the estimates stay as they are; more \(clusterNoun)s beat more "
      + "replicates."
  }

  /// The size at which an open effect would be there or not; `nil` where none is in reach.
  private func clustersNeeded(_ effect: EffectEstimate) -> Int? {
    guard let value = effect.value, let error = effect.standardError, effect.clusters > 0 else {
      return nil
    }
    let spread = error * Double(effect.clusters).squareRoot()
    let alpha = input.plan.alpha
    let isLarge = value >= input.plan.smallestEffect
    let distance = isLarge ? value : input.plan.smallestEffect - value
    let quantile = Distributions.normalQuantile(isLarge ? 1 - alpha / 2 : 1 - alpha)
    let size = (quantile * spread / distance) * (quantile * spread / distance)
    // Beyond twenty times the present size nobody would go on.
    guard distance > 0, size.isFinite, size <= 20 * Double(effect.clusters) else { return nil }
    return max(Int(size.rounded(.up)) + 2, effect.clusters + 1)
  }

  /// Which other smallest effect would give another verdict.
  ///
  /// None where a gate before the effects is closed.
  var wouldChange: [String] {
    let gates: [Reason?] = [
      .ratersDisagree, .ratersDisagreeWithThemselves, .echoMovesRatings, .noControl, .fewModels,
      .refusalsDecide,
    ]
    guard judgement.reason == nil || !gates.contains(judgement.reason) else { return [] }
    var lines: [String] = []
    let effects: [(String, EffectEstimate)] =
      hasBaseRate
      ? [("presence", primary.presence), ("lead", primary.lead)] : [("lead", primary.lead)]
    for (name, effect) in effects {
      guard let value = effect.value, let narrow = effect.narrowInterval else { continue }
      switch effect.standing ?? .open {
      case .there:
        lines.append(
          "With a smallest effect above \(points.effect(value)) the \(name) would not count as "
            + "there.")
      case .notThere where points.printsAboveZero(narrow.high):
        lines.append(
          "With a smallest effect of \(points.effect(narrow.high)) or less the \(name) would be "
            + "open.")
      case .notThere, .reversed: lines.append("No smallest effect would make the \(name) there.")
      case .open: continue
      }
    }
    return lines
  }
}
