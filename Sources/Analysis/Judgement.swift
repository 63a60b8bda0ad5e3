import TrialDesign

/// A verdict with its reason.
struct Judgement: Hashable, Sendable {
  let verdict: Verdict
  let reason: Reason?

  init(_ verdict: Verdict, _ reason: Reason? = nil) {
    self.verdict = verdict
    self.reason = reason
  }

  /// What effects alone say, agreement and refusals aside.
  ///
  /// - Parameters:
  ///   - effects: Effects of the primary question.
  ///   - design: Whether there is a base rate, and what models stand for.
  init(of effects: EffectSet, design: EffectDesign) {
    guard effects.means.has(.neutral) || effects.means.has(.leading) else {
      self.init(.inconclusive, effects.means.isEmpty ? .noRatings : .noNeutral)
      return
    }
    guard !effects.isUnblinded else {
      self.init(.unblinded, .echoMovesRatings)
      return
    }
    guard !design.modelsAreSample || design.models.count >= EffectDesign.enoughModels else {
      self.init(.inconclusive, .fewModels)
      return
    }
    let lead = effects.lead.standing?.isThere
    if case .none = design.base {
      switch lead {
      case .some(true): self.init(.led, .noBaseRate)
      case .some(false): self.init(.notLed, .noBaseRate)
      case .none: self.init(.inconclusive, Self.whyOpen([effects.lead], .leadOpen))
      }
      return
    }
    let presence = effects.presence.standing?.isThere
    switch (presence, lead) {
    case (.some(true), .some(false)): self.init(.holdsUnled)
    case (.some(true), .some(true)): self.init(.partlyLed)
    case (.some(false), .some(true)): self.init(.led)
    case (.some(false), .some(false)): self.init(.absent)
    case (.none, .none):
      self.init(.inconclusive, Self.whyOpen([effects.presence, effects.lead], .bothOpen))
    case (.none, _): self.init(.inconclusive, Self.whyOpen([effects.presence], .presenceOpen))
    case (_, .none): self.init(.inconclusive, Self.whyOpen([effects.lead], .leadOpen))
    }
  }

  /// The first gate that closes gives the verdict.
  ///
  /// - Parameters:
  ///   - agreement: The agreement gate.
  ///   - effects: What effects alone say.
  ///   - withoutUnrated: What they say with refusals and failures left out.
  init(agreement: AgreementGate, effects: Judgement, withoutUnrated: Judgement) {
    if agreement.outcome == .belowFloor {
      self.init(.unreadable, .ratersDisagree)
    } else if agreement.outcomeWithThemselves == .belowFloor {
      self.init(.unreadable, .ratersDisagreeWithThemselves)
    } else if effects.verdict == .unblinded {
      self = effects
    } else if !agreement.passed {
      self.init(.inconclusive, .noControl)
    } else if effects.verdict != .inconclusive, withoutUnrated.verdict != effects.verdict {
      self.init(.inconclusive, .refusalsDecide)
    } else {
      self = effects
    }
  }

  /// What is missing says more than that an effect is open.
  private static func whyOpen(_ effects: [EffectEstimate], _ reason: Reason) -> Reason {
    let reasons = effects.compactMap(\.reason)
    return reasons.contains(.noPairs) ? .noPairs : reasons.first ?? reason
  }
}

extension EffectDesign {
  /// Fewer models than this are no sample of models like these.
  static let enoughModels = 6
}
