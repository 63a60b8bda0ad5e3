/// Why no family was made.
package struct PairRefusal: Error, Hashable, Sendable {
  package let rule: PairRule
  package let detail: String

  package init(rule: PairRule, detail: String) {
    self.rule = rule
    self.detail = detail
  }
}

/// The claim as prompts carry it.
package struct PairClaim: Hashable, Sendable {
  /// Full clauses, each able to stand after 'that': `the main character has skills nobody needs`.
  package let holds: String
  /// `nil` where no opposite is known; then nothing leads away.
  package let fails: String?
  /// Words that must not leak.
  package let terms: [String]

  package init(holds: String, fails: String?, terms: [String]) {
    self.holds = Self.clause(holds)
    self.fails = fails.map(Self.clause)
    self.terms = terms
  }

  package init(about: String, holds: String, fails: String, terms: [String]) {
    self.init(holds: "\(about) \(holds)", fails: "\(about) \(fails)", terms: terms)
  }

  /// Without white space around it and without a full stop.
  private static func clause(_ text: String) -> String {
    var text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = text.last, ".!?".contains(last) { text.removeLast() }
    return text
  }
}

/// Makes the prompts of a family from a neutral one: template × claim × polarity × strength, in a fixed
/// order and without chance.
package enum PairGenerator {
  /// A family under a cue.
  ///
  /// - Parameters:
  ///   - neutral: The prompt that does not lead; `{slots}` stay as they are.
  ///   - claim: What the prompts lead toward and away from.
  ///   - cue: Its first carrier is taken.
  ///   - strength: In 1...3.
  /// - Returns: A family that keeps every rule.
  /// - Throws: ``PairRefusal`` with the first rule that it would break: nothing is patched.
  package static func family(
    neutral: String, claim: PairClaim, cue: Cue, strength: Int
  ) throws(PairRefusal) -> PairFamily {
    let family = try draft(neutral: neutral, claim: claim, cue: cue, strength: strength)
    if let broken = PairRules.checks(of: family).first(where: { !$0.holds }) {
      throw PairRefusal(rule: broken.rule, detail: broken.detail)
    }
    return family
  }

  /// A family before its rules are checked.
  ///
  /// - Throws: ``PairRefusal`` where the cue is no wording, or its mirror would be unnatural.
  package static func draft(
    neutral: String, claim: PairClaim, cue: Cue, strength: Int
  ) throws(PairRefusal) -> PairFamily {
    precondition((1...3).contains(strength), "a strength is 1, 2 or 3")
    guard let carrier = cue.carriers.first else {
      throw PairRefusal(
        rule: .mirror, detail: "\(cue.name) is a property of the study: no wording carries it")
    }
    let template = carrier.strengths[strength - 1]
    if let fails = claim.fails { try checkMirror(template, holds: claim.holds, fails: fails) }
    let leading = member(neutral, template, claim.holds, carrier.place)
    let away = claim.fails.map { member(neutral, template, $0, carrier.place) }
    let inert = InertClause.matching(
      [leading] + (away.map { [$0] } ?? []), avoiding: [claim.holds, claim.fails ?? "", neutral],
      terms: claim.terms
    ) { member(neutral, template, $0, carrier.place) }
    var family = PairFamily(
      neutral: neutral, leading: nil, away: nil, placebo: nil, cue: cue.id, strength: strength,
      terms: claim.terms, clauses: [claim.holds] + (claim.fails.map { [$0] } ?? []))
    family.leading = leading
    family.away = away
    family.placebo = member(neutral, template, inert, carrier.place)
    return family
  }

  /// A placebo without the carrier, of the length of a member.
  package static func inertPlacebo(for member: PairMember, neutral: String, claim: PairClaim)
    -> PairMember
  {
    let place: CueCarrier.Place = member.span.lowerBound == 0 ? .before : .after
    func made(_ clause: String) -> PairMember { Self.member(neutral, "{claim}.", clause, place) }
    return made(
      InertClause.matching(
        [member], avoiding: [claim.holds, claim.fails ?? "", neutral], terms: claim.terms,
        make: made))
  }

  private static func member(
    _ neutral: String, _ template: String, _ clause: String, _ place: CueCarrier.Place
  ) -> PairMember {
    let filled = template.replacing("{claim}", with: clause)
    let added = filled.prefix(1).uppercased() + filled.dropFirst()
    switch place {
    case .after: return PairMember("\(neutral) \(added)", neutral: neutral)
    case .before: return PairMember("\(added) \(neutral)", neutral: neutral)
    }
  }

  private static let negations: Set<String> = [
    "not", "no", "nobody", "never", "nothing", "none", "isn't", "doesn't", "don't", "cannot",
    "can't", "without", "won't", "aren't", "wasn't", "hasn't", "neither", "nowhere",
  ]

  /// An opposite that is a bare 'not' in a template that negates already reads like neither.
  private static func checkMirror(
    _ template: String, holds: String, fails: String
  ) throws(PairRefusal) {
    guard holds.lowercased() != fails.lowercased() else {
      throw PairRefusal(rule: .mirror, detail: "claim and opposite are the same: '\(holds)'")
    }
    func negations(_ text: String) -> Int {
      TextMeasures.words(of: text).count { Self.negations.contains($0) }
    }
    let ofTemplate = negations(template.replacing("{claim}", with: ""))
    if ofTemplate > 0, negations(holds) == 0, negations(fails) > 0 {
      throw PairRefusal(
        rule: .mirror,
        detail: "'\(template.replacing("{claim}", with: fails))' would hold two negations")
    }
  }
}
