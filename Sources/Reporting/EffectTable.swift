import Analysis
import Questions
import Reproducible
import Statistics

/// An effect with the name under which readers meet it.
struct NamedEffect: Hashable, Sendable {
  let name: String
  /// `leading − neutral`.
  let formula: String
  let effect: EffectEstimate
}

/// Effects as rows with every number that belongs to them.
enum EffectTable {
  /// The effects of a question that have a place in every report.
  static func main(_ question: QuestionResult, base: String) -> [NamedEffect] {
    [
      NamedEffect(
        name: "presence", formula: "neutral − \(base)", effect: question.presence),
      NamedEffect(name: "lead", formula: "leading − neutral", effect: question.lead),
      NamedEffect(name: "steerability", formula: "leading − away", effect: question.steerability),
      NamedEffect(
        name: "placebo shift", formula: "placebo − neutral", effect: question.placeboShift),
    ]
  }

  /// An estimate with its interval, or why there is none.
  static func value(_ effect: EffectEstimate, decimals: Int) -> String {
    guard let value = effect.value else { return Words.withheld(effect.reason) }
    guard let interval = effect.interval else {
      let number = Words.number(value, decimals: decimals)
      return effect.reason.map { "\(number) (no interval: \($0.text))" } ?? number
    }
    return Words.estimate(value, interval, decimals: decimals)
  }

  /// Several effects with what decides about them.
  static func table(_ effects: [NamedEffect], caption: String, alpha: Double, decimals: Int)
    -> Table
  {
    let header: [Phrase] = [
      "effect", "estimate", Phrase("\(Words.level(1 - alpha)) interval"),
      Phrase("\(Words.level(1 - 2 * alpha)) interval"), "n", "stands", "is",
    ]
    let rows = effects.map { named -> [Phrase] in
      let effect = named.effect
      return [
        Phrase(named.name),
        Phrase(
          effect.value.map { Words.number($0, decimals: decimals) }
            ?? Words.withheld(effect.reason)),
        wide(effect, alpha: alpha, decimals: decimals),
        effect.narrowInterval.map { shared($0, usual: 1 - 2 * alpha, decimals: decimals) } ?? "—",
        Phrase(String(effect.clusters)), Phrase(stands(effect)),
        Phrase(named.formula),
      ]
    }
    return Table(caption, header: header, rows: rows, numeric: Set(1...4))
  }

  /// The numbers of several effects that stand beside.
  static func details(_ effects: [NamedEffect], caption: String, decimals: Int) -> Table {
    let rows = effects.map { named -> [Phrase] in
      let effect = named.effect
      return [
        Phrase(named.name), orDash(effect.standardError, decimals: decimals + 1),
        orDash(effect.degreesOfFreedom, decimals: 1), orDash(effect.tInterval, decimals: decimals),
        mixed(effect, decimals: decimals), orDash(effect.bootstrap, decimals: decimals),
        Phrase(effect.signFlipP.map(Words.probability) ?? "—"),
        Phrase(effect.equivalenceP.map(Words.probability) ?? "—"),
      ]
    }
    return Table(
      caption,
      header: [
        "effect", "standard error", "degrees of freedom", "t interval", "mixed model",
        "bootstrap interval", "sign-flip p", "equivalence p",
      ], rows: rows, numeric: Set(1...7))
  }

  /// The mixed model's interval, and whether it decides.
  private static func mixed(_ effect: EffectEstimate, decimals: Int) -> Phrase {
    guard let model = effect.mixedModel else { return "—" }
    let notes = [
      effect.isDecidedByMixedModel ? "decides" : nil, model.isSingular ? "singular" : nil,
    ].compactMap(\.self)
    let range = Phrase(Words.range(model.interval, decimals: decimals))
    return notes.isEmpty ? range : range + Phrase([.aside(notes.joined(separator: ", "))])
  }

  private static func stands(_ effect: EffectEstimate) -> String {
    let standing = Words.standing(effect.standing)
    guard let isEquivalent = effect.isEquivalent else { return standing }
    return standing
      + (isEquivalent ? "; equivalent to nothing" : "; not shown equivalent to nothing")
  }

  /// An interval; where claims share the error rate, with the level that it then has.
  private static func shared(_ interval: Interval, usual: Double, decimals: Int) -> Phrase {
    let range = Phrase(Words.range(interval, decimals: decimals))
    return abs(interval.level - usual) < 1e-9
      ? range : range + Phrase([.aside("at \(Words.level(interval.level))")])
  }

  private static func wide(_ effect: EffectEstimate, alpha: Double, decimals: Int) -> Phrase {
    if let interval = effect.interval {
      return shared(interval, usual: 1 - alpha, decimals: decimals)
    }
    guard effect.value != nil, let reason = effect.reason else { return "—" }
    return Phrase(Words.withheld(reason))
  }

  private static func orDash(_ value: Double?, decimals: Int) -> Phrase {
    Phrase(value.map { Words.number($0, decimals: decimals) } ?? "—")
  }

  private static func orDash(_ interval: Interval?, decimals: Int) -> Phrase {
    Phrase(interval.map { Words.range($0, decimals: decimals) } ?? "—")
  }

  /// An effect in a cell, its interval below it.
  static func cell(_ effect: EffectEstimate, decimals: Int) -> Phrase {
    guard let value = effect.value, effect.interval != nil else {
      return Phrase(self.value(effect, decimals: decimals))
    }
    return .estimate(value, effect.interval, decimals: decimals)
  }
}
