/// Which cues may be found in which prompt of a family.
extension PairRules {
  static func otherCues(_ family: PairFamily) -> PairCheck {
    let ofClauses = Set(family.clauses.flatMap { found(in: "Say this: \($0).", beside: nil) })
    let shared = Set(found(in: family.neutral.text, beside: nil))
    var faults: [String] = []
    if !shared.isEmpty { faults.append("neutral carries \(list(shared.sorted()))") }
    // A cue that stands in the shared text is a fault of the neutral prompt, and named there.
    func own(_ member: PairMember) -> [String] {
      found(in: member.text, beside: family.cue).filter { !shared.contains($0) }
    }
    if let placebo = family.placebo {
      // A form placebo keeps the carrier of the leading prompt, and with it the form of its cue.
      let carried = family.cue.map { [$0] } ?? family.leading.map(own) ?? []
      let extra = own(placebo).filter { !carried.contains($0) }
      if !extra.isEmpty { faults.append("placebo carries \(list(extra))") }
    }
    for (name, member) in [("leading", family.leading), ("away", family.away)] {
      guard let member else { continue }
      let own = own(member)
      if let cue = family.cue {
        if !own.contains(cue) { faults.append("\(name) lacks \(Self.name(cue))") }
        let extra = own.filter { $0 != cue && !ofClauses.contains($0) }
        if !extra.isEmpty { faults.append("\(name) carries \(list(extra)) too") }
      }
    }
    if family.cue == nil, let leading = family.leading.map(own), let away = family.away.map(own),
      !leading.isEmpty, !away.isEmpty, Set(leading).isDisjoint(with: away)
    {
      faults.append("leading and away carry different cues: \(list(leading)) and \(list(away))")
    }
    return PairCheck(
      rule: .otherCues, holds: faults.isEmpty,
      detail: faults.isEmpty ? asIntended(family) : faults.joined(separator: "; "))
  }

  /// A lead that was written by hand may be no wording of the catalogue.
  private static func asIntended(_ family: PairFamily) -> String {
    guard family.cue == nil, let leading = family.leading else { return "as intended" }
    let found = found(in: leading.text, beside: nil)
    return found.isEmpty ? "leading carries no cue that is known" : "leading carries \(list(found))"
  }

  /// The numbers of the cues that a text carries, each once, without suspicions and leaks of terms.
  ///
  /// The same words may be read as several cues: beside the intended one those count that stand in
  /// words of their own.
  private static func found(in text: String, beside intended: String?) -> [String] {
    let findings = CueDetector().read(text).findings.filter { $0.confidence > .low }
    let wanted = findings.filter { $0.cueID == intended }
    var seen: Set<String> = []
    return findings.filter { found in
      found.cueID == intended || !wanted.contains { $0.range.overlaps(found.range) }
    }
    .map(\.cueID).filter { seen.insert($0).inserted }
  }

  private static func name(_ id: String) -> String {
    CueCatalogue.cue(id).map { "\($0.name) (\(id))" } ?? id
  }

  private static func list(_ ids: [String]) -> String { ids.map(name).joined(separator: ", ") }
}
