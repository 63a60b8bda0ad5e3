import Calls
import Faults
import Reproducible
import Testing
import TrialDesign

/// The script: turns, two instances, a document with examples.
@Suite struct ScriptTests {
  /// The newcomer's trial under a script, with slots in place of its conditions where some are given.
  static func text(_ script: String, conditions: String? = nil) -> String {
    var lines = TrialText.newcomer.split(separator: "\n", omittingEmptySubsequences: false)
    if let conditions {
      let start = lines.firstIndex { $0.hasPrefix("conditions:") } ?? 0
      let end = lines.firstIndex { $0.hasPrefix("claim:") } ?? 0
      lines.replaceSubrange(start..<end, with: [Substring("conditions:\n" + conditions)])
    }
    return lines.joined(separator: "\n") + "script:\n" + script
  }

  static let turns = """
      system: "You know {topic}."
      turns:
        - user: "{prompt}"
        - model
        - user: "{react} What would you like next?"
        - model

    """

  static let reacting = """
      neutral: {slots: {prompt: "On {topic}.", react: ""}}
      leading: {slots: {prompt: "On {topic}.", react: "There is more in {topic}."}}
      away: {slots: {prompt: "On {topic}.", react: "There is no more."}, system: {file: manual.md}}
    """

  static let files = [
    "manual.md": "A manual of {topic}.\n", "ex/a.txt": "Story: {a}\n\n", "ex/b.txt": "Story: b",
    "ex/c.txt": "\nStory: c\n",
  ]

  static func faults(_ script: String, conditions: String? = nil) -> [Fault] {
    TrialText.faults(text(script, conditions: conditions), files: files)
  }

  // MARK: Turns

  @Test func `turns are read, and slots of conditions fill them`() throws {
    let trial = try TrialText.trial(
      Self.text(Self.turns, conditions: Self.reacting), files: Self.files)
    #expect(
      trial.script.form
        == .turns([
          .user("{prompt}"), .model, .user("{react} What would you like next?"), .model,
        ]))
    #expect(trial.script.modelTurns == 2)
    #expect(trial.script.isConversation)
    let runs = RunPlan(of: trial).runs.filter { $0.cell.scenario.name == "bakery" }
    let neutral = try #require(runs.first { $0.cell.condition == .neutral })
    #expect(
      neutral.call.messages == [
        Message(.system, "You know a night baker."), Message(.user, "On a night baker."),
      ])
    let away = try #require(runs.first { $0.cell.condition == .away })
    #expect(away.call.messages.first == Message(.system, "A manual of a night baker.\n"))
    let leading = try #require(runs.first { $0.cell.condition == .leading })
    #expect(leading.ownWords.contains("There is more in a night baker."))
  }

  @Test func `a baseline's prompt stands where the neutral one would`() throws {
    let trial = try TrialText.trial(
      Self.text(
        Self.turns.replacing("You know {topic}.", with: "{react}You know."),
        conditions: Self.reacting.replacing("react: \"\"", with: "react: Yes."))
        + "baselines: [{id: g, prompts: [A poem.]}]\n", files: Self.files)
    let run = RunPlan(of: trial).runs.first { $0.cell.condition == .baseline }
    #expect(
      run?.call.messages == [Message(.system, "Yes.You know."), Message(.user, "A poem.")])
    let faults = TrialText.faults(
      Self.text(Self.turns, conditions: Self.reacting)
        + "baselines: [{id: g, prompts: [A poem.]}]\n",
      files: Self.files)
    #expect(
      faults.map(\.problem) == [
        "the prompts of the baseline 'g' have no {topic}, which the script uses"
      ])
  }

  static let user = "\n    - user: \"{prompt}\"\n"

  @Test(arguments: [
    ("turns: []", "29:10", "there is no turn"),
    ("turns: many", "29:10", "'turns' is the text 'many', not a list"),
    ("turns:\(user)", "30:7", "nobody answers the last turn"),
    ("turns:\n    - model\(user)    - model", "30:7", "the model has the first turn"),
    ("turns:\(user)    - user: b\n    - model", "31:7", "two turns of the user follow each other"),
    ("turns:\(user)    - model\n    - model", "32:7", "two turns of the model follow each other"),
    ("turns:\(user)    - modle", "31:7", "a turn is 'modle'"),
    ("turns:\(user)    - {model: I think}", "31:7", "a turn of the model has a text"),
    ("turns:\(user)    - {user: a, says: b}", "31:17", "a turn has no key 'says'"),
    ("turns:\n    - user: Hello\n    - model", "30:5", "no turn has {prompt}"),
    (
      "turns:\(user)    - model\n  document: \"{prompt}\"", "30:5",
      "the script has 'document' and 'turns'"
    ),
    (
      "turns:\(user)    - model\n  opens: one", "32:10",
      "'opens' belongs to 'instances', which the script has not"
    ),
    (
      "turns:\(user)    - model\n  stop: {phrase: x, after: 4}", "32:28",
      "'after' ends a conversation of two instances, and there are none"
    ),
    ("turns:\n    - user: \"{prompt} {\"\n    - model", "30:13", "the script has an open '{': {"),
    (
      "turns:\n    - user: \"{prompt} {mood}\"\n    - model", "30:13",
      "the script uses {mood}, which nothing fills"
    ),
  ])
  func `turns that cannot be held are faults at their place`(
    script: String, place: String, problem: String
  ) {
    let faults = Self.faults("  \(script)\n")
    #expect(faults.map(\.problem) == [problem])
    #expect(faults.map(\.place) == ["trial.yaml:\(place)"])
    #expect(faults.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func `a slot that no turn uses is reported, and one that some condition does not fill`() {
    let unused = Self.faults(
      "  turns: [{user: \"{prompt}\"}, model]\n", conditions: Self.reacting)
    #expect(
      unused.map(\.problem) == Array(repeating: "nothing uses the slot 'react'", count: 3))
    let unfilled = Self.faults(
      Self.turns, conditions: Self.reacting.replacing(", react: \"\"", with: ""))
    #expect(unfilled.map(\.problem) == ["the script uses {react}, which nothing fills"])
    #expect(unfilled.map(\.place) == ["trial.yaml:32:13"])
  }

  @Test func `a system prompt that takes the place of the prompt is reported`() {
    let script = "  system: \"{prompt}\"\n  turns: [{user: \"Hello.\"}, model]\n"
    let conditions = Self.reacting.replacing(/, react: "[^"]*"/, with: "")
    let faults = Self.faults(script, conditions: conditions)
    #expect(
      faults.map(\.problem) == [
        "'away' brings a system prompt in place of the one that holds {prompt}"
      ])
  }

  // MARK: Two instances

  static let instances = """
      instances:
        one: {model: same, system: "{mood} You are one."}
        two: {model: same}
      opens: alternate
      opening: "{prompt}"
      stop: {after: 40, phrase: "[end]", same_answer: 3}

    """

  static let moods = """
      neutral: {slots: {prompt: "On {topic}.", mood: ""}}
      leading: {slots: {prompt: "On {topic}.", mood: "The other is tired."}}
    """

  @Test func `two instances are read, and take turns to open`() throws {
    let trial = try TrialText.trial(Self.text(Self.instances, conditions: Self.moods))
    guard case .instances(let instances) = trial.script.form else {
      Issue.record("instances are a form of the script")
      return
    }
    #expect(instances.one.system == "{mood} You are one." && instances.two.system == nil)
    #expect(instances.one.model == nil && instances.after == 40 && instances.sameAnswer == 3)
    #expect(trial.script.stop == ["[end]"])
    #expect(trial.script.modelTurns == 40)
    let runs = RunPlan(of: trial).runs.filter {
      $0.cell.condition == .leading && $0.cell.scenario.name == "bakery"
    }.sorted { $0.cell < $1.cell }
    #expect(
      runs.map(\.call.messages) == [
        [
          Message(.system, "The other is tired. You are one."), Message(.user, "On a night baker."),
        ],
        [Message(.user, "On a night baker.")],
      ])
    // The phrase stands in the answer that ends the conversation.
    #expect(runs.allSatisfy { $0.call.sampling.stop.isEmpty })
  }

  @Test func `who always opens, always does; another model serves its instance alone`() throws {
    let text = Self.text(
      Self.instances.replacing("alternate", with: "two").replacing(
        "two: {model: same}", with: "two: {model: other}"),
      conditions: Self.moods
    ).replacing("mode: completion}", with: "mode: completion}\n  - {id: other, model: other-1}")
    let trial = try TrialText.trial(text)
    #expect(trial.trialModels.map(\.id.name) == ["gemma-270m"])
    #expect(RunPlan(of: trial).runs.allSatisfy { $0.call.model == "other-1" })
    #expect(RunPlan(of: trial).runs.allSatisfy { $0.cell.model.name == "gemma-270m" })
  }

  @Test func `taking turns over an odd number of replicates is warned of`() throws {
    let text = Self.text(Self.instances, conditions: Self.moods)
    #expect(try TrialText.read(text).warnings.isEmpty)
    let odd = try TrialText.read(text.replacing("replicates: 2", with: "replicates: 1"))
    #expect(odd.warnings.map(\.problem).first?.contains("'one' opens more often") == true)
  }

  @Test(arguments: [
    (
      "  stop: {after: 40, phrase: \"[end]\", same_answer: 3}", "", "28:5",
      "nothing ends the conversation of the two"
    ),
    ("after: 40, ", "", "32:9", "'stop' lacks 'after'"),
    ("after: 40", "after: 1", "32:17", "'after' is '1'"),
    ("same_answer: 3", "same_answer: 41", "32:51", "'same_answer' is '41'"),
    ("opens: alternate", "opens: both", "30:10", "'opens' is 'both'"),
    ("    two: {model: same}\n", "", "28:5", "'instances' lacks 'two'"),
    (
      "  opens:", "  system: x\n  opens:", "30:11",
      "the script has a system prompt, and each instance has its own"
    ),
    (
      "two: {model: same}", "two: {model: gema-270m}", "28:5",
      "an instance names the model 'gema-270m', which is not listed"
    ),
    ("model: same", "model: gemma-270m", "28:5", "neither instance is the model of the run"),
    (
      "opening: \"{prompt}\"", "opening: Begin.", "28:5",
      "neither the opening nor a system prompt has {prompt}"
    ),
    ("{mood} You", "{mood} You {", "28:32", "the script has an open '{': { are one."),
  ])
  func `instances that cannot talk are faults at their place`(
    _ old: String, new: String, place: String, problem: String
  ) {
    let script = Self.instances.replacing(old, with: new)
    #expect(script != Self.instances)
    let faults = Self.faults(script, conditions: Self.moods)
    #expect(faults.map(\.problem).contains(problem), "\(faults)")
    #expect(faults.first { $0.problem == problem }?.place == "trial.yaml:\(place)")
    #expect(faults.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func `a condition's own system prompt fits neither instance`() {
    let faults = Self.faults(
      Self.instances,
      conditions: Self.moods.replacing("tired.\"}", with: "tired.\"}, system: x"))
    #expect(faults.map(\.place) == ["trial.yaml:10:12"])
    #expect(faults.first?.remedy.contains("slot") == true)
  }

  // MARK: Examples

  static let document = """
      document: "{examples}\\nStory: {prompt}"
      examples: {folder: ex, count: 2, order: drawn}

    """

  @Test func `examples are drawn for a family, each as it stands`() throws {
    let trial = try TrialText.trial(Self.text(Self.document), files: Self.files)
    let runs = RunPlan(of: trial).runs
    let begins = Dictionary(
      grouping: runs, by: { "\($0.cell.scenario) \($0.cell.replicate)" }
    ).mapValues { family in
      Set(
        family.compactMap { $0.call.messages.last?.text.split(separator: "\n\nStory: Write").first }
      )
    }
    #expect(begins.count == 4)
    #expect(begins.values.allSatisfy { $0.count == 1 })
    #expect(Set(begins.values).count > 1)
    let all = ["Story: {a}", "Story: b", "Story: c"]
    let pairs = Set(all.flatMap { first in all.map { "\(first)\n\n\($0)" } })
    #expect(begins.values.allSatisfy { $0.allSatisfy { pairs.contains(String($0)) } })
    #expect(runs.allSatisfy { $0.call.messages.last?.text.contains("\n\nStory: Write") == true })
  }

  @Test(arguments: [
    ("count: 2", "count: 4", "4 examples are to be drawn, and the folder has 3"),
    ("count: 2", "count: 0", "'count' is '0'"),
    (", count: 2", "", "'examples' lacks 'count'"),
    ("order: drawn", "order: given", "'order' is 'given'"),
    ("folder: ex", "folder: none", "'none': no such folder"),
    ("{examples}", "Some.", "the document has no {examples}"),
    ("document: ", "system: ", "'examples' belongs to 'document', which the script has not"),
  ])
  func `examples that cannot be drawn are faults`(_ old: String, new: String, problem: String) {
    let faults = Self.faults(Self.document.replacing(old, with: new))
    #expect(faults.map(\.problem).contains(problem), "\(faults)")
    #expect(
      faults.allSatisfy { $0.place.contains(/trial.yaml:[0-9]+:[0-9]+/) && !$0.remedy.isEmpty })
  }

  @Test func `a slot called examples is refused where there are examples`() {
    let text = Self.text(Self.document).replacing(
      "topic: a night baker", with: "topic: a night baker, examples: x")
    #expect(
      TrialText.faults(text, files: Self.files).map(\.problem) == [
        "a slot is called 'examples', which stands for the script's examples"
      ])
  }

  // MARK: The design

  @Test func `each form has a hash of its own, and a script without them the hash it had`() throws {
    func design(_ script: String) throws -> Design {
      Design(of: try TrialText.trial(Self.text(script), files: Self.files))
    }
    let scripts = [
      "  turns: [{user: \"{prompt}\"}, model]\n",
      "  turns: [{user: \"{prompt}\"}, model, {user: More.}, model]\n",
      "  turns: [{user: \"{prompt}\"}, model, {user: More?}, model]\n",
      "  instances: {one: {}, two: {}}\n  stop: {after: 4}\n",
      "  instances: {one: {}, two: {}}\n  stop: {after: 6}\n",
      "  instances: {one: {}, two: {}}\n  opens: two\n  stop: {after: 4}\n",
      "  instances: {one: {}, two: {}}\n  stop: {after: 4, same_answer: 2}\n",
      Self.document, Self.document.replacing("count: 2", with: "count: 3"),
    ]
    let hashes = try scripts.map { try design($0).hash }
    #expect(Set(hashes).count == scripts.count)
    // As the release before these keys had it.
    let before = "d680f0a18b6b813133ee204b309be3cf4bde09e8b8cbfdcc8507b77bd0ed6fb7"
    #expect(Design(of: try TrialText.trial(TrialText.newcomer)).hash.hex == before)
    #expect(!hashes.map(\.hex).contains(before))
    #expect(
      try design(
        "  instances: {one: {model: same}, two: {}}\n  opens: alternate\n  stop: {after: 4}\n"
      ).hash
        == hashes[3])
    #expect(
      Design(of: try TrialText.trial(TrialText.newcomer)).json["script"]?.canonical
        == #"{"stop":[]}"#)
    let plain = try design("  document: \"On: {prompt}\"\n  system: s\n").json["script"]
    #expect(plain?.canonical == #"{"document":"On: {prompt}","stop":[],"system":"s"}"#)
  }

  @Test func `another turn is never the same trial`() throws {
    func design(_ script: String) throws -> Design {
      Design(of: try TrialText.trial(Self.text(script)))
    }
    let changes = DesignChange.between(
      try design("  turns: [{user: \"{prompt}\"}, model]\n"),
      try design("  turns: [{user: \"{prompt}\"}, model, {user: More.}, model]\n"))
    #expect(changes.map(\.path) == ["script/turns"])
    #expect(changes.map(\.permission) == [.never])
  }

  // MARK: What waits

  @Test func `what this release can only plan says so, with its place`() throws {
    func waiting(_ script: String, conditions: String? = nil) throws -> [Fault] {
      let read = try TrialText.read(
        Self.text(script, conditions: conditions), files: Self.files)
      return read.trial.waiting.map(read.fault)
    }
    #expect(try TrialText.trial(TrialText.newcomer).waiting.isEmpty)
    #expect(try waiting("  turns: [{user: \"{prompt}\"}, model]\n").isEmpty)
    let turns = try waiting(Self.turns, conditions: Self.reacting)
    #expect(turns.map(\.place) == ["trial.yaml:30:5"])
    #expect(
      turns.map(\.problem) == [
        "this trial holds conversations, which this release can plan but not run"
      ])
    #expect(turns.first?.remedy.contains("'turns'") == true)
    #expect(
      try waiting(Self.instances, conditions: Self.moods).map(\.problem) == [
        "this trial lets two instances talk, which this release can plan but not run"
      ])
    #expect(try waiting(Self.document).count == 1)
  }
}
