import Analysis
import ArgumentParser
import Faults
import Foundation
import Record
import Reporting
import Reproducible
import TrialDesign
import Trials

struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a trial will run and what it will ask of raters, before anything is spent.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Flag(help: "Do not simulate what the trial can find.") var noPower = false

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    var plan = PlanSummary(of: opened.trial)
    if !noPower { plan.power = Self.power(of: opened.trial) }
    try console.result(plan.text, json: plan.json)
  }

  /// What a few simulated trials say of it; `nil` for a trial in which nothing is to be found.
  private static func power(of trial: Trial) -> PowerReport? {
    // A trial without a lead or an order has no power, which 'unled power' says with a remedy.
    guard var study = try? PowerStudy(of: trial) else { return nil }
    // A first impression, in a second; 'unled power' takes the mixed model's interval too.
    study.fitsModels = false
    return try? PowerReport(
      trial: trial.name, study: study, worlds: study.decisive, trials: simulatedTrials)
  }

  private static let simulatedTrials = 60
}

/// The size of a trial.
struct PlanSummary {
  let trial: Trial
  let runs: [PlannedRun]
  /// What simulated trials say of it, where they were asked.
  var power: PowerReport?

  init(of trial: Trial) {
    self.trial = trial
    runs = RunPlan(of: trial).runs
  }

  private var texts: Int {
    runs.count + trial.controls.count
      + trial.baselines.reduce(0) { count, baseline in
        guard case .texts(let texts) = baseline.source else { return count }
        return count + texts.count
      }
  }

  private var views: Int { texts * trial.rating.ratersPerOutput }
  private var longestOutput: Int {
    runs.count * trial.script.modelTurns * trial.sampling.maxTokens
  }

  private func count(_ condition: Condition) -> Int {
    runs.count { $0.cell.condition == condition }
  }

  var text: String {
    let conditions = Condition.allCases.filter { count($0) > 0 }
      .map { "\($0.rawValue) \(count($0))" }.joined(separator: ", ")
    return """
      \(trial.name): \(trial.observation)

        \(Numerals.count(runs.count, "run")): \(conditions)
        \(Numerals.count(trial.scenarios.count, "scenario")), \
      \(Numerals.count(trial.wordingCount, "wording")) (\(trial.dealing.rawValue)), \
      \(Numerals.count(trial.models.count, "model")), \
      each asked \(Numerals.count(trial.sampling.replicates, "time"))
        at most \(longestOutput) tokens written\(turns)
        \(Numerals.count(texts, "text")) to rate, each by \
      \(Numerals.count(trial.rating.ratersPerOutput, "rater")): \(views) views, about \
      \(Numerals.count(max(1, views * 30 / 3600), "hour")) of reading in all

        presence is measured against \(baseline)
        smallest effect \(JSON.number(trial.analysis.smallestEffect).canonical) points, \
      alpha \(JSON.number(trial.analysis.alpha).canonical)\(looks)\(waiting)
      """ + diagnosis
  }

  /// When ratings may be looked at before their end.
  private var looks: String {
    switch trial.analysis.looks {
    case .none: ""
    case .anytime: "\n  ratings may be looked at any time: unled peek \(trial.name)"
    case .planned(let shares):
      "\n  looks before the end, which share alpha with it: when "
        + shares.map(Numerals.percent).joined(separator: " and ")
        + " of the views are rated (unled peek \(trial.name))"
    }
  }

  /// How often models answer in one run, where that is more than once.
  private var turns: String {
    let most = trial.script.modelTurns
    return most > 1 ? ", in up to \(most) answers a run" : ""
  }

  /// What this release cannot do yet.
  private var waiting: String {
    trial.waiting.map { "\n  waits for \($0.step.rawValue): it \($0.what) (\($0.key))" }.joined()
  }

  private var diagnosis: String {
    guard let power else { return "" }
    return """


      What \(power.outcomes.first?.trials ?? 0) simulated trials of this kind found by t alone, each row by \
      what is true (for more, and how to do better: unled power \(trial.name))
      \(Console.wrapped(PowerText(power).brief))
      """
  }

  private var baseline: String {
    if let reference = trial.analysis.reference {
      return "the fixed value \(JSON.number(reference).canonical)"
    }
    return trial.primaryBaseline.map { "the baseline '\($0.id)'" }
      ?? "nothing: the verdict will speak of the lead alone"
  }

  var json: JSON {
    .object([
      "trial": .string(trial.name), "runs": .integer(runs.count),
      "by_condition": .object(
        Dictionary(
          uniqueKeysWithValues: Condition.allCases.map { ($0.rawValue, .integer(count($0))) })),
      "scenarios": .integer(trial.scenarios.count), "wordings": .integer(trial.wordingCount),
      "models": .integer(trial.models.count), "replicates": .integer(trial.sampling.replicates),
      "answers_per_run": .integer(trial.script.modelTurns),
      "waits_for": .array(trial.waiting.map(\.json)),
      "most_tokens": .integer(longestOutput), "texts": .integer(texts), "views": .integer(views),
      "looks": trial.analysis.looks.json ?? .array([]), "power": power?.json ?? .null,
    ])
  }
}

struct Freeze: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fix the design before its first run; 'run' does it too.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    if let frozen = try opened.record?.design {
      return try console.result(
        "frozen already, on \(UTC.day(frozen.frozenAt)): \(frozen.design.hash.hex)",
        json: .object(["design": .string(frozen.design.hash.hex)]))
    }
    try opened.require(.running)
    try console.confirm(
      "From here on the design of '\(opened.folder.name)' changes openly or not at all.",
      typing: "freeze")
    let frozen = try opened.freeze(now: Date())
    let hash = Design(of: frozen.trial).hash.hex
    try console.result("frozen: \(hash)", json: .object(["design": .string(hash)]))
  }
}

struct Amend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a change of the trial file part of the frozen design, openly.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(help: "Why; it stands in the report.") var because: String

  func run() async throws {
    let console = Console(options)
    let folder = try options.shelf.find(trial)
    guard try folder.isFrozen else {
      throw Fault(
        .badInput, at: folder.name, "the design is not frozen yet",
        remedy: "just edit trial.yaml: there is nothing to amend")
    }
    for change in try OpenedTrial.pendingChanges(folder) { console.say(change.description) }
    try console.confirm("These changes will stand in the report.", typing: "amend")
    let changes = try OpenedTrial.amend(folder, because: because, now: Date())
    try console.result(
      "amended: \(Numerals.count(changes.count, "change"))",
      json: .object(["changes": .array(changes.map { .string($0.description) })]))
  }
}

struct Schema: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the trial file, or of a result.")

  /// What there is a schema of.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case trial, result
  }

  @OptionGroup var options: CommonOptions
  @Argument(help: "Of what: trial, the trial file; or result, what --format json prints.")
  var subject: Subject = .trial

  func run() async throws {
    let schema = subject == .trial ? TrialSchema.json : ResultSchema.json
    try Console(options).write(schema.pretty)
  }
}
