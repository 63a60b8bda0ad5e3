/// Which cues may be found in which prompt of a family.
extension PairRules {
  static func otherCues(_ family: PairFamily, _ readings: FamilyReadings) -> PairCheck {
    let ofClauses = Set(readings.clauses.flatMap { found(in: $0, beside: nil) })
    let shared = Set(found(in: readings.neutral, beside: nil))
    var faults: [String] = []
    if !shared.isEmpty { faults.append("neutral carries \(list(shared.sorted()))") }
    // A cue that stands in the shared text is a fault of the neutral prompt, and named there.
    func own(_ reading: CueReading) -> [String] {
      found(in: reading, beside: family.cue).filter { !shared.contains($0) }
    }
    if let placebo = readings.placebo {
      // A form placebo keeps the carrier of the leading prompt, and with it the form of its cue.
      let carried = family.cue.map { [$0] } ?? readings.leading.map(own) ?? []
      let extra = own(placebo).filter { !carried.contains($0) }
      if !extra.isEmpty { faults.append("placebo carries \(list(extra))") }
    }
    for (name, reading) in [("leading", readings.leading), ("away", readings.away)] {
      guard let reading else { continue }
      let own = own(reading)
      if let cue = family.cue {
        if !own.contains(cue) { faults.append("\(name) lacks \(Self.name(cue))") }
        let extra = own.filter { $0 != cue && !ofClauses.contains($0) }
        if !extra.isEmpty { faults.append("\(name) carries \(list(extra)) too") }
      }
    }
    if family.cue == nil, let leading = readings.leading.map(own),
      let away = readings.away.map(own),
      !leading.isEmpty, !away.isEmpty, Set(leading).isDisjoint(with: away)
    {
      faults.append("leading and away carry different cues: \(list(leading)) and \(list(away))")
    }
    return PairCheck(
      rule: .otherCues, holds: faults.isEmpty,
      detail: faults.isEmpty ? asIntended(family, readings) : faults.joined(separator: "; "))
  }

  /// A lead that was written by hand may be no wording of the catalogue.
  private static func asIntended(_ family: PairFamily, _ readings: FamilyReadings) -> String {
    guard family.cue == nil, let leading = readings.leading else { return "as intended" }
    let found = found(in: leading, beside: nil)
    return found.isEmpty ? "leading carries no cue that is known" : "leading carries \(list(found))"
  }

  /// The numbers of the cues that a text carries, each once, without suspicions and leaks of terms.
  ///
  /// The same words may be read as several cues: beside the intended one those count that stand in
  /// words of their own.
  private static func found(in reading: CueReading, beside intended: String?) -> [String] {
    let findings = reading.findings.filter { $0.confidence > .low }
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

/// What the detector finds in the prompts of a family, each read once.
struct FamilyReadings {
  let neutral: CueReading
  let leading: CueReading?
  let away: CueReading?
  let placebo: CueReading?
  /// The claim's clauses by themselves.
  let clauses: [CueReading]

  init(of family: PairFamily) {
    let detector = CueDetector()
    neutral = detector.read(family.neutral.text)
    leading = family.leading.map { detector.read($0.text) }
    away = family.away.map { detector.read($0.text) }
    placebo = family.placebo.map { detector.read($0.text) }
    clauses = family.clauses.map { detector.read("Say this: \($0).") }
  }

  var all: [(name: String, reading: CueReading)] {
    [("neutral", neutral), ("leading", leading), ("away", away), ("placebo", placebo)]
      .compactMap { name, reading in reading.map { (name, $0) } }
  }
}
