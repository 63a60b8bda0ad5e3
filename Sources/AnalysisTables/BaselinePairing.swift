import Faults
import Reproducible
import TrialDesign

/// Whether the texts of each baseline belong to scenarios of the trial.
///
/// They do where every one of them has a scenario that the trial has too. Else each is a scenario
/// of its own, under a name that no scenario of the trial has.
struct BaselinePairing {
  /// All baselines; `nil` where the table names none.
  let names: [BaselineID?]
  private let isPaired: [BaselineID?: Bool]
  private let shared: [BaselineID?: Int]
  private let scenarioCounts: [BaselineID?: Int]
  private let primary: BaselineID?

  init(of lines: RatedLines, named primary: String?) {
    let origins = lines.origins.filter { $0.control == nil } + lines.unrated.map(\.origin)
    let own = Set(origins.filter { $0.condition != .baseline }.map(\.scenario))
    var scenarios: [BaselineID?: Set<ScenarioID>] = [:]
    for origin in origins where origin.condition == .baseline {
      scenarios[origin.baseline, default: []].insert(origin.scenario)
    }
    names = scenarios.keys.sorted { ($0?.name ?? "") < ($1?.name ?? "") }
    isPaired = scenarios.mapValues { $0.isSubset(of: own) }
    shared = scenarios.mapValues { $0.intersection(own).count }
    scenarioCounts = scenarios.mapValues(\.count)
    self.primary = primary.map(BaselineID.init)
  }

  /// What is wrong with the baseline that was named; `nil` where nothing is.
  func fault(at place: String) -> Fault? {
    guard let primary, !names.contains(primary) else { return nil }
    let known = names.compactMap { $0?.name }
    return Fault(
      .wrongUse, at: place, "column 'baseline': no baseline is '\(primary)'",
      remedy: Nearest.name(to: primary.name, in: known).map { "name '\($0)'" }
        ?? (known.isEmpty
          ? "name the baselines in a column 'baseline'"
          : "name one of \(known.joined(separator: ", "))"))
  }

  /// Whether the baseline that presence is measured against is paired.
  var primaryIsPaired: Bool {
    if let primary { return isPaired[primary] ?? true }
    return isPaired.values.allSatisfy(\.self)
  }

  /// The same of each baseline that has a name.
  var pairing: [BaselineID: Bool] {
    var pairing: [BaselineID: Bool] = [:]
    for (name, paired) in isPaired { if let name { pairing[name] = paired } }
    return pairing
  }

  /// The scenario of a text; of an unpaired baseline one that the trial does not have.
  func scenario(of origin: TextOrigin) -> ScenarioID {
    guard origin.control == nil, origin.condition == .baseline,
      isPaired[origin.baseline] == false, shared[origin.baseline] ?? 0 > 0
    else { return origin.scenario }
    let name = origin.baseline?.name ?? "baseline"
    return ScenarioID("\(name): \(origin.scenario.name)")
  }

  /// What was taken of each baseline.
  var notes: [String] {
    names.map { name in
      let which = name.map { "baseline '\($0)'" } ?? "the baseline"
      if isPaired[name] == true {
        return "\(which) is paired: each of its texts belongs to a scenario of the trial"
      }
      let all = scenarioCounts[name] ?? 0
      let shared = shared[name] ?? 0
      return "\(which) is not paired: \(all - shared) of its \(Numerals.count(all, "scenario")) "
        + "\(all - shared == 1 ? "is" : "are") none of the trial, so each is one of its own"
    }
      + (names.count > 1 && primary == nil
        ? ["there are several baselines and none was named: --baseline"] : [])
  }
}

/// The wordings of a table as numbers.
///
/// Wordings that have numbers keep them; names are numbered in their order.
struct WordingNumbers {
  let count: Int
  let notes: [String]
  private let numbers: [Int32: Int]

  init(of lines: RatedLines) {
    let origins = lines.origins + lines.unrated.map(\.origin)
    let used = Set(
      origins.filter { $0.control == nil && $0.condition != .baseline && $0.wording >= 0 }
        .map(\.wording))
    let all = Set(origins.map(\.wording).filter { $0 >= 0 })
    let texts = lines.texts(.wording)
    let names = all.map { texts[Int($0)] }.sorted()
    let areNumbers = names.allSatisfy { Vocabulary.whole($0) != nil }
    var numbers: [Int32: Int] = [:]
    for wording in all {
      let name = texts[Int(wording)]
      numbers[wording] =
        areNumbers ? Vocabulary.whole(name) : (names.firstIndex(of: name) ?? 0) + 1
    }
    self.numbers = numbers
    count = max(Set(used.compactMap { numbers[$0] }).count, 1)
    guard !names.isEmpty, !areNumbers else {
      notes = []
      return
    }
    let listed = names.prefix(20).enumerated().map { "\($0.offset + 1) is '\($0.element)'" }
    notes = ["wordings are numbered by name: " + listed.joined(separator: ", ")]
  }

  /// The number of a text's wording; 1 where the table names none, 0 of a text that nobody asked
  /// for in a wording of the trial.
  subscript(origin: TextOrigin) -> Int {
    numbers[origin.wording] ?? (origin.condition == .baseline || origin.control != nil ? 0 : 1)
  }
}
