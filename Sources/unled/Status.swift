import Analysis
import ArgumentParser
import Faults
import Foundation
import Packets
import Reproducible
import Terminal
import TrialDesign
import Trials

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how far a trial has come, what waits for whom, and the next command.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial; without one, all trials here.") var trial: String?

  func run() async throws {
    let console = Console(options)
    guard let trial else { return try Self.overview(console) }
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    let stage = try opened.stage()
    var lines = [console.bold(opened.folder.name), "  \(opened.trial.observation)", ""]
    lines.append("  \(stage.account)")
    var json: [String: JSON] = [
      "trial": .string(opened.folder.name), "stage": .string(stage.name.rawValue),
      "account": .string(stage.account), "next": .string("unled \(stage.next)"),
      "waits_for": .array(opened.trial.waiting.map(\.json)),
    ]
    if let packet = try opened.packet, stage.name != .revealed {
      let progress = try PacketProgress(of: packet)
      lines += progress.byRater.map {
        "    \(Terminal.harmlessLine($0.name)): \($0.done) of \($0.total)"
      }
      json["raters"] = .array(
        progress.byRater.map {
          .object([
            "name": .string($0.name), "done": .integer($0.done), "total": .integer($0.total),
          ])
        })
      if let schedule = try opened.lookSchedule {
        lines += schedule.lines
        json["looks"] = schedule.json
      }
      let agreement = try Self.agreement(opened)
      lines += agreement.lines
      json["agreement"] = agreement.json
    }
    if let prompts = try Self.prompts(opened) {
      lines += prompts.lines
      json["prompts"] = prompts.json
    }
    lines += ["", "  next: unled \(stage.next)"]
    try console.result(lines.joined(separator: "\n"), json: .object(json))
  }

  /// How far the reading of the prompts themselves has come, where they are read.
  private static func prompts(_ opened: OpenedTrial) throws -> (lines: [String], json: JSON)? {
    let standing = try opened.promptStanding()
    let progress = try opened.promptsPacket.map { try PacketProgress(of: $0) }
    guard standing != nil || progress != nil else { return nil }
    var lines: [String] = []
    if let progress {
      lines.append(
        progress.raters == 0
          ? "  prompts: nobody has begun to read them"
          : "  prompts: \(progress.finishedRaters) of \(Numerals.count(progress.raters, "reader")) have "
            + "finished; what they see: unled check \(opened.folder.name)")
    }
    if let standing { lines.append("  \(standing.check.sentence())") }
    return (
      lines,
      .object([
        "readers": progress.map { .integer($0.raters) } ?? .null,
        "finished": progress.map { .integer($0.finishedRaters) } ?? .null,
        "check": standing?.check.json ?? .null,
      ])
    )
  }

  /// Agreement so far; never an effect.
  private static func agreement(_ opened: OpenedTrial) throws -> (lines: [String], json: JSON) {
    guard let progress = try opened.progress(), progress.ratings > 0 else { return ([], .null) }
    let lines = progress.questions.map { question in
      let alpha =
        question.alpha.value.map { "Krippendorff's alpha \(Numerals.fixed($0))" }
        ?? "agreement cannot be said yet"
      return "    \(question.question): \(alpha)"
    }
    return (["  agreement so far"] + lines, .array(progress.questions.map(\.json)))
  }

  /// All trials of the folder one works in.
  static func overview(_ console: Console) throws {
    let shelf = console.options.shelf
    let trials = shelf.trials
    var lines: [String] = []
    var json: [JSON] = []
    for folder in trials {
      do {
        let stage = try OpenedTrial.open(folder).stage()
        lines.append("\(console.bold(folder.name))  \(stage.account)")
        lines.append("  next: unled \(stage.next)")
        json.append(
          .object([
            "trial": .string(folder.name), "stage": .string(stage.name.rawValue),
            "next": .string("unled \(stage.next)"),
          ]))
      } catch let fault as any ActionableError {
        lines.append("\(console.bold(folder.name))  cannot be read: \(fault.problem)")
        lines.append("  next: unled lint \(folder.name)")
        json.append(
          .object(["trial": .string(folder.name), "fault": .string(fault.description)]))
      }
    }
    if trials.isEmpty {
      lines = [
        "There is no trial here yet.", "",
        "  unled demo       see the whole way in a minute, as a blind rater",
        "  unled new NAME   design a trial of your own from one observation",
        "  unled --help     everything else",
      ]
    }
    try console.result(lines.joined(separator: "\n"), json: .array(json))
  }
}

struct TrialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trials",
    abstract: "List the trials here and the ready-made ones.")

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let console = Console(options)
    let own = options.shelf.trials
    let ready = options.shelf.readyMadeTrials
    func line(_ folder: TrialFolder) -> String {
      // A trial that cannot be read is listed all the same; 'status' says why.
      guard let trial = try? OpenedTrial.open(folder).trial else {
        return "  \(folder.name): cannot be read"
      }
      let waits = trial.waiting.first.map { " (waits for \($0.step.rawValue))" } ?? ""
      return "  \(folder.name)\(waits): \(trial.observation)"
    }
    var lines = own.isEmpty ? [] : ["Here:"] + own.map(line)
    if !ready.isEmpty {
      lines += ["Ready-made, copied here by the first 'unled run NAME':"] + ready.map(line)
    }
    try console.result(
      lines.isEmpty ? "no trials" : lines.joined(separator: "\n"),
      json: .object([
        "here": .array(own.map { .string($0.name) }),
        "ready_made": .array(ready.map { .string($0.name) }),
      ]))
  }
}
