import Cues
import Questions
package import TrialDesign

/// What leads in a trial: its prompts as pairs, its rating questions, and the plan itself.
///
/// A clean trial is one in which no known fault was found, never one that is known to be neutral.
package struct TrialLint {
  let trial: Trial
  /// The trial file, in which places are looked for.
  let source: SourceText
  package private(set) var findings: [LintFinding] = []

  /// - Parameters:
  ///   - trial: The trial.
  ///   - text: The trial file's text.
  package init(of trial: Trial, text: String) {
    self.trial = trial
    source = SourceText(text)
    checkFamilies()
    checkOtherPrompts()
    checkScenarios()
    checkQuestions()
    checkPlan()
    findings.sort {
      ($0.line ?? 0, $0.column ?? 0, $1.level, $0.code)
        < ($1.line ?? 0, $1.column ?? 0, $0.level, $1.code)
    }
  }

  var terms: [String] { trial.claim?.terms ?? [] }

  mutating func add(_ finding: LintFinding) { findings.append(finding) }

  mutating func add(
    _ level: LintLevel, _ code: String, part: String, near text: String? = nil, key: String,
    _ problem: String, remedy: String
  ) {
    let place = text.flatMap(source.place(of:)) ?? source.place(ofKey: key)
    add(
      LintFinding(
        level: level, code: code, name: code, part: part, problem: problem, remedy: remedy,
        line: place?.line, column: place?.column))
  }

  /// Cues in a text of the trial, at the text's place in the file.
  mutating func addCues(
    in text: String, part: String, key: String, terms: [String] = [],
    level: (CueFinding) -> LintLevel?
  ) {
    let found = CueDetector(terms: terms).read(text).findings.filter { level($0) != nil }
    let base = source.place(of: text)
    for finding in PlacedText(text).findings(found, part: part, level: level) {
      add(finding.moved(to: base ?? source.place(ofKey: key), isExact: base != nil))
    }
  }
}

// MARK: Prompts

extension TrialLint {
  /// The prompts of a wording as they are read together: its texts in the order of their slots.
  private func text(_ condition: Condition, _ wording: Int) -> String? {
    guard let wordings = trial.conditions[condition], wording < wordings.count else { return nil }
    let slots = wordings[wording].slots
    let others = slots.filter { $0.key != "prompt" && !$0.value.isEmpty }.sorted { $0.key < $1.key }
    return ([wordings[wording].prompt] + others.map(\.value)).joined(separator: " ")
  }

  private mutating func checkFamilies() {
    for wording in 0..<trial.wordingCount {
      guard let neutral = text(.neutral, wording) else { continue }
      let made = trial.generated[.leading] ?? trial.generated[.away]
      var family = PairFamily(
        neutral: neutral, leading: text(.leading, wording), away: text(.away, wording),
        placebo: text(.placebo, wording), cue: made?.cue, strength: made?.strength,
        terms: terms)
      if let claim = trial.claim?.asPair {
        family.clauses = [claim.holds] + (claim.fails.map { [$0] } ?? [])
      }
      let part = trial.wordingCount > 1 ? "family \(wording + 1)" : "the prompts"
      for check in PairRules.checks(of: family) where !check.holds {
        add(
          check.rule.level, check.rule.rawValue, part: part,
          near: trial.conditions[.neutral]?[wording].prompt, key: "conditions",
          "\(check.detail); a family needs \(check.rule.demand)", remedy: check.rule.remedy)
      }
      // What the rules say in a word is shown at its place.
      for (condition, name) in [(Condition.neutral, "neutral"), (.placebo, "placebo")] {
        guard let prompt = trial.conditions[condition]?[wording].prompt else { continue }
        if condition == .placebo, family.cue != nil { continue }
        let shared = condition == .placebo ? Set(cues(in: text(.leading, wording))) : []
        addCues(in: prompt, part: "the \(name) prompt", key: name, terms: terms) { found in
          if found.cueID == "C2", found.confidence == .medium { return .note }
          return found.confidence == .low || shared.contains(found.cueID) && found.cueID != "C2"
            ? nil : LintLevel(found.confidence)
        }
      }
    }
    checkConditions()
  }

  /// A form placebo keeps the carrier of the leading prompt, and with it the form of its cue.
  private func cues(in text: String?) -> [String] {
    text.map { CueDetector().read($0).findings.map(\.cueID) } ?? []
  }

  private mutating func checkConditions() {
    if trial.conditions[.placebo] == nil {
      add(
        .warning, "no placebo", part: "the conditions", key: "conditions",
        "nothing says what any added sentence would do",
        remedy: "add 'placebo:' with a sentence as long that leads nowhere; 'unled pair' makes one")
    }
    if trial.conditions[.away] == nil, trial.conditions[.leading] != nil {
      add(
        .warning, "no mirror", part: "the conditions", key: "conditions",
        "without a prompt that leads away nothing says how far wording alone moves it",
        remedy: "add 'away:', the leading prompt the other way round; 'unled pair' makes one")
    }
    if trial.wordingCount < 2 {
      add(
        .note, "one wording", part: "the conditions", key: "conditions",
        "with one wording the result speaks of one sentence",
        remedy: "write each condition in two ways or more, as a list")
    }
  }

  private mutating func checkOtherPrompts() {
    for text in trial.script.frame {
      addCues(in: text, part: "the script", key: "script", terms: terms) { found in
        // What stands in every condition cannot tell them apart, and sets the theme for all of them.
        found.cueID == "C2" && found.confidence == .high
          ? .warning
          : found.confidence == .high ? .note : nil
      }
    }
    for baseline in trial.baselines {
      guard case .prompts(let prompts) = baseline.source else { continue }
      for prompt in prompts {
        addCues(in: prompt, part: "the baseline '\(baseline.id)'", key: "baselines", terms: terms) {
          $0.confidence == .high ? .warning : nil
        }
      }
    }
  }

  private mutating func checkScenarios() {
    for scenario in trial.scenarios {
      for (_, text) in scenario.slots.sorted(by: { $0.key < $1.key }) {
        addCues(in: text, part: "the scenario '\(scenario.id)'", key: "scenarios", terms: terms) {
          $0.cueID == "C2" && $0.confidence == .high ? .warning : nil
        }
      }
    }
    if trial.scenarios.count < 8 {
      add(
        .warning, "few scenarios", part: "the scenarios", key: "scenarios",
        "\(trial.scenarios.count) are too few to speak of more than themselves",
        remedy: "add more: 8 at the least, 24 short ones are a good start")
    }
  }
}

extension PairRule {
  /// Rules that words alone can break without a change of meaning weigh less.
  var level: LintLevel {
    switch self {
    case .taskContent, .length, .position, .sentences, .targetTerms, .otherCues, .mirror, .format:
      .error
    case .readingLevel, .politeness, .person, .rarity: .warning
    }
  }

  var remedy: String {
    switch self {
    case .taskContent: "keep the neutral prompt word for word, and add one span to it"
    case .length: "lengthen the shorter span, or shorten the longer one"
    case .position: "put the added span in the same place in all three"
    case .sentences: "add one sentence of the same kind in all three"
    case .readingLevel: "use words of like length in all three"
    case .politeness: "use the same words of courtesy, or none"
    case .format: "ask for the same form everywhere, and add none"
    case .person: "speak of the same persons in all three"
    case .rarity: "use words as common in all three"
    case .targetTerms:
      "take the claim's words out of neutral and placebo, and use as many in leading as in away"
    case .otherCues: "leave the second cue out: one cue each, and none in neutral"
    case .mirror: "use another cue or another opposite"
    }
  }
}
