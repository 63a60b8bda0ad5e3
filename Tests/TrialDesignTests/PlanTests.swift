import Calls
import Faults
import Testing
import TrialDesign

@Suite struct PlanTests {
  static func plan(_ text: String) throws -> RunPlan { RunPlan(of: try TrialText.trial(text)) }

  static let wordings = """
      neutral: ["One {topic}.", "Two {topic}."]
      leading: ["One {topic}, led.", "Two {topic}, led."]
    """

  /// The newcomer's trial with two wordings of two conditions.
  static func worded(_ dealing: String) -> String {
    let lines = TrialText.newcomer.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("conditions:") } ?? 0
    let end = lines.firstIndex { $0.hasPrefix("claim:") } ?? 0
    return (lines[...start] + [Substring(wordings)] + lines[end...]).joined(separator: "\n")
      + "wordings: \(dealing)\n"
  }

  @Test func `counts are scenarios by conditions by models by replicates`() throws {
    #expect(try Self.plan(TrialText.newcomer).runs.count == 2 * 4 * 1 * 2)
    #expect(try Self.plan(Self.worded("rotate")).runs.count == 2 * 2 * 2)
    #expect(try Self.plan(Self.worded("cross")).runs.count == 2 * 2 * 2 * 2)
    let rotated = try Self.plan(Self.worded("rotate")).runs
    for run in rotated {
      #expect(run.cell.wording == (run.cell.scenario.name == "lighthouse" ? 0 : 1))
    }
  }

  @Test func `baselines add their own runs`() throws {
    let prompts = try Self.plan(
      TrialText.newcomer + "baselines: [{id: g, prompts: [A poem., A letter.], replicates: 3}]\n")
    let own = prompts.runs.filter { $0.cell.condition == .baseline }
    #expect(own.count == 6)
    #expect(Set(own.map(\.cell.scenario.name)) == ["g/1", "g/2"])
    let other =
      TrialText.with("mode: completion}", "mode: completion}\n  - {id: other}")
      + "baselines: [{id: untrained, prompts: neutral, models: [other]}]\n"
    let runs = try Self.plan(other).runs
    #expect(runs.count == 2 * 4 * 2 + 2 * 2)
    for run in runs where run.cell.condition == .baseline {
      #expect(run.cell.model == ModelID("other"))
      #expect(run.call.messages.map(\.text).joined().contains("{") == false)
    }
  }

  @Test func `ids are unique, and more replicates or raters move none`() throws {
    let baseline = "baselines: [{id: g, prompts: [A poem.]}]\n"
    let before = try Self.plan(TrialText.newcomer + baseline).runs
    #expect(Set(before.map(\.id)).count == before.count)
    let after = try Self.plan(TrialText.with("replicates: 2", "replicates: 5") + baseline).runs
    #expect(Set(before.map(\.id)).isSubset(of: Set(after.map(\.id))))
    let raters = try Self.plan(
      TrialText.with("raters_per_output: 3", "raters_per_output: 9") + baseline
    ).runs
    #expect(raters.map(\.id) == before.map(\.id))
    let other = try Self.plan(TrialText.with("seed: 1907", "seed: 1") + baseline).runs
    #expect(Set(before.map(\.id)).isDisjoint(with: Set(other.map(\.id))))
  }

  @Test func `the order is the same each time and another with another seed`() throws {
    let first = try Self.plan(TrialText.newcomer).runs
    #expect(try Self.plan(TrialText.newcomer).runs == first)
    let other = try Self.plan(TrialText.with("seed: 1907", "seed: 1")).runs
    #expect(other.map(\.cell) != first.map(\.cell))
    #expect(Set(other.map(\.cell)) == Set(first.map(\.cell)))
  }

  @Test func `replicates differ in their seed alone`() throws {
    let runs = try Self.plan(TrialText.newcomer).runs
    let pairs = Dictionary(grouping: runs) { "\($0.cell.scenario) \($0.cell.condition)" }
    #expect(pairs.count == 8)
    for calls in pairs.values.map({ $0.map(\.call) }) {
      #expect(Set(calls.map(\.messages)).count == 1)
      #expect(Set(calls.map(\.sampling)).count == 1)
      #expect(Set(calls.map(\.seed)).count == 2)
      #expect(calls.allSatisfy { ($0.seed ?? -1) >= 0 && ($0.seed ?? 0) < 1 << 31 })
    }
  }

  @Test(arguments: 0..<8)
  func `every condition of a scenario is spread over the session`(seed: Int) throws {
    let scenarios = (0..<12).map { "  - {id: s\($0), topic: t}\n" }.joined()
    let text = TrialText.with("  - {id: bakery, topic: a night baker}\n", scenarios)
      .replacing("replicates: 2", with: "replicates: 24").replacing("1907", with: "\(seed)")
    let runs = try Self.plan(text).runs
    let places = runs.enumerated().map { (Double($0.offset) / Double(runs.count), $0.element.cell) }
    for scenario in Set(runs.map(\.cell.scenario)) {
      for condition in [Condition.neutral, .leading, .away, .placebo] {
        let own = places.filter { $0.1.scenario == scenario && $0.1.condition == condition }
          .map(\.0)
        // A mean place of 24 that were strewn at random has a standard error of 0.06.
        #expect(abs(own.reduce(0, +) / Double(own.count) - 0.5) < 0.05)
        for quarter in 0..<4 {
          let share = own.count { Int($0 * 4) == quarter }
          #expect((4...8).contains(share))
        }
      }
    }
    for condition in [Condition.neutral, .leading, .away, .placebo] {
      let own = places.filter { $0.1.condition == condition }.map(\.0)
      #expect(abs(own.reduce(0, +) / Double(own.count) - 0.5) < 0.02)
    }
  }

  // MARK: Slots

  static func message(neutral: String, topic: String = "\"a {thing} baker\"") throws -> String? {
    let text = TrialText.with(
      "\"Write a short story about {topic}. About 200 words.\"", neutral
    ).replacing("a lighthouse keeper", with: topic)
    return try plan(text).runs.first {
      $0.cell.condition == .neutral && $0.cell.scenario.name == "lighthouse"
    }?.call.messages.last?.text
  }

  @Test func `slots are filled, doubled braces are braces, a scenario's text stands as it is`()
    throws
  {
    #expect(try Self.message(neutral: "\"On {topic}.\"") == "On a {thing} baker.")
    #expect(
      try Self.message(neutral: "\"Print {{topic}} and {topic}\"")
        == "Print {topic} and a {thing} baker")
    #expect(try Self.message(neutral: "\"{{{topic}}}\"") == "{a {thing} baker}")
  }

  @Test func `slots of a condition may use slots in turn`() throws {
    #expect(
      try Self.message(neutral: "{slots: {prompt: \"{a}!\", a: \"{b} {b}\", b: \"on {topic}\"}}")
        == "on a {thing} baker on a {thing} baker!")
    #expect(
      try Self.message(neutral: "{slots: {prompt: \"Go{none}.\", none: \"\"}}") == "Go.")
  }

  @Test(arguments: [
    ("\"On {topc}.\"", "'neutral' uses {topc}, which nothing fills", "write {topic}"),
    ("\"On {topic.\"", "the prompt of 'neutral' has an open '{': {topic.", nil),
    ("\"On {a b}.\"", "the prompt of 'neutral' has an open '{': {a b}.", nil),
    ("{slots: {prompt: \"{a}\", a: \"{prompt}\"}}", "the text of {a} leads back to {a}", nil),
    ("{slots: {prompt: \"{prompt}\"}}", "the text of {prompt} leads back to {prompt}", nil),
    ("{slots: {prompt: \"a\", react: \"b\"}}", "nothing uses the slot 'react'", nil),
    ("{slots: {prompt: \"\"}}", "the slot 'prompt' is empty", nil),
    ("{slots: {react: \"a\"}}", "'slots' lacks 'prompt'", "add 'prompt:'"),
  ])
  func `a slot that cannot be filled is reported at its prompt`(
    _ neutral: String, problem: String, remedy: String?
  ) {
    let faults = TrialText.faults(
      TrialText.with("\"Write a short story about {topic}. About 200 words.\"", neutral))
    #expect(faults.contains { $0.problem == problem && $0.place.hasPrefix("trial.yaml:9:") })
    if let remedy { #expect(faults.first?.remedy == remedy) }
  }

  @Test(.timeLimit(.minutes(1)))
  func `slots that would grow without end are refused`() {
    let slots = (0..<24).map { "s\($0): \"{s\($0 + 1)}{s\($0 + 1)}\"" }.joined(separator: ", ")
    let fault = TrialText.fault(
      "\"Write a short story about {topic}. About 200 words.\"",
      "{slots: {prompt: \"{s0}\", \(slots), s24: x}}")
    #expect(fault?.problem.contains("would be longer than") == true)
  }

  @Test func `a scenario that lacks a slot is named`() {
    let fault = TrialText.fault("{id: bakery, topic: a night baker}", "{id: bakery}")
    #expect(fault == nil)
    let faults = TrialText.faults(
      TrialText.with("{id: bakery, topic: a night baker}", "{id: bakery}"))
    #expect(faults.count == 4)
    #expect(
      faults.first?.problem == "the scenario 'bakery' lacks 'topic', which 'neutral' uses")
  }

  @Test func `a document holds the prompt, and a system prompt is filled`() throws {
    let text =
      TrialText.newcomer
      + "script: {document: \"Note: {prompt}\\n\", system: \"You know {topic}.\"}\n"
    let run = try Self.plan(text).runs.first { $0.cell.condition == .neutral }
    #expect(run?.call.messages.map(\.role) == [.system, .user])
    #expect(run?.call.messages.last?.text.hasPrefix("Note: Write a short story") == true)
    #expect(run?.call.messages.first?.text.contains("{") == false)
    #expect(
      TrialText.fault("analysis:", "script: {document: \"{{prompt}}\"}\nanalysis:")?.problem
        == "the document has no {prompt}")
  }
}
