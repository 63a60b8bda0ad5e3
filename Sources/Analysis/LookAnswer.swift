package import Faults

/// What a look says, and nothing else.
package enum LookAnswer: String, Hashable, Sendable, CaseIterable {
  /// Presence or lead is still open, or a gate is closed.
  case goOn = "go on"
  /// Both are settled: rating may stop.
  case enough
}

extension LookAnswer {
  /// Whether the ratings so far settle presence and lead of every claim, and the gates stand open.
  ///
  /// This is the only place where an effect is looked at before the reveal; nothing but the answer
  /// leaves it.
  ///
  /// - Parameter input: The ratings so far, ``AnalysisInput/looks`` saying which look this is.
  /// - Throws: ``Fault``, as ``TrialResult`` does; then nothing was looked at.
  package init(lookingAt input: AnalysisInput) throws(Fault) {
    self = try TrialAnalysis(input).isSettled ? .enough : .goOn
  }
}

extension TrialAnalysis {
  /// Whether the verdict would be one that more ratings of the same texts need not make clearer.
  ///
  /// Agreement below the floor and traces that move ratings are nothing that a look settles.
  fileprivate var isSettled: Bool {
    let claimed = ClaimEffects(of: self)
    let areClaimsSettled = claims.allSatisfy {
      Judgement(of: claimed[$0], design: design(for: $0)).isSettled
    }
    guard areClaimsSettled else { return false }
    let judged = Judgement(of: claimed[primary], design: design)
    let without =
      input.unrated.isEmpty
      ? judged
      : Judgement(
        of: claimed.shared(effects(of: primary, unrated: []), primary, self), design: design)
    let gate = AgreementGate(
      of: primary, rows: rows, agreement: agreement(on: primary), cluster: design.cluster,
      input: input)
    return gate.passed
      && Judgement(agreement: gate, effects: judged, withoutUnrated: without).isSettled
  }
}

extension Judgement {
  /// Whether nothing that it rests on is open.
  fileprivate var isSettled: Bool {
    switch verdict {
    case .holdsUnled, .partlyLed, .led, .absent, .notLed: true
    case .unreadable, .unblinded, .inconclusive: false
    }
  }
}
