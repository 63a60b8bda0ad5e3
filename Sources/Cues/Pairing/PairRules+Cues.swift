/// Which cues may be found in which prompt of a family.
extension PairRules {
  static func otherCues(_ family: PairFamily) -> PairCheck {
    let ofClauses = Set(family.clauses.flatMap { found(in: "Say this: \($0).") })
    var faults: [String] = []
    let neutral = found(in: family.neutral.text)
    if !neutral.isEmpty { faults.append("neutral carries \(list(neutral))") }
    // A cue that stands in the shared text is a fault of the neutral prompt, and named there.
    let shared = Set(neutral)
    if let placebo = family.placebo {
      // A form placebo keeps the carrier, and with it the form of its cue.
      let own = found(in: placebo.text).filter { $0 != family.cue && !shared.contains($0) }
      let isForm = family.cue == nil
      let carried = isForm ? Set(family.leading.map { found(in: $0.text) } ?? []) : []
      let extra = own.filter { !carried.contains($0) }
      if !extra.isEmpty { faults.append("placebo carries \(list(extra))") }
    }
    for (name, member) in [("leading", family.leading), ("away", family.away)] {
      guard let member else { continue }
      let own = found(in: member.text).filter { !shared.contains($0) }
      if let cue = family.cue {
        if !own.contains(cue) { faults.append("\(name) lacks \(Self.name(cue))") }
        let extra = own.filter { $0 != cue && !ofClauses.contains($0) }
        if !extra.isEmpty { faults.append("\(name) carries \(list(extra)) too") }
      } else if own.isEmpty {
        faults.append("in \(name) no known cue is found")
      }
    }
    if family.cue == nil, let leading = family.leading, let away = family.away {
      let (one, other) = (
        Set(found(in: leading.text)).subtracting(shared),
        Set(found(in: away.text)).subtracting(shared)
      )
      if one.isDisjoint(with: other), !one.isEmpty, !other.isEmpty {
        faults.append(
          "leading and away carry different cues: \(list(one.sorted())) and \(list(other.sorted()))"
        )
      }
    }
    return PairCheck(
      rule: .otherCues, holds: faults.isEmpty,
      detail: faults.isEmpty ? "as intended" : faults.joined(separator: "; "))
  }

  /// The numbers of the cues that a text carries, each once, without suspicions and leaks of terms.
  private static func found(in text: String) -> [String] {
    var seen: Set<String> = []
    return CueDetector().read(text).findings.filter { $0.confidence > .low }
      .map(\.cueID).filter { seen.insert($0).inserted }
  }

  private static func name(_ id: String) -> String {
    CueCatalogue.cue(id).map { "\($0.name) (\(id))" } ?? id
  }

  private static func list(_ ids: [String]) -> String { ids.map(name).joined(separator: ", ") }
}
