import Analysis
import ArgumentParser
import Faults
import Foundation
import Packets
import Record
import Reporting
import Reproducible
import TrialDesign
import Trials

struct Reveal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Close the ratings and join them with what the texts were.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(
    help: ArgumentHelp(
      "A copy of the packet that was rated elsewhere; may be given again.", valueName: "file"))
  var packet: [String] = []

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    let name = opened.folder.name
    try Self.sayWhatIsMissing(opened, console: console)
    try console.confirm(
      "After the reveal nobody can rate '\(name)' any more, and its design is final.",
      typing: name)
    let summary = try opened.reveal(copies: packet, now: Date())
    try console.result(
      """
      revealed: \(Numerals.count(summary.ratings, "answer")) by \
      \(Numerals.count(summary.raters, "rater"))
        next: unled report \(name)
      """,
      json: .object([
        "answers": .integer(summary.ratings), "raters": .integer(summary.raters),
        "packets": .integer(summary.packets),
      ]))
  }
}

extension Reveal {
  /// Who has not finished, before nobody can rate any more.
  private static func sayWhatIsMissing(_ opened: OpenedTrial, console: Console) throws {
    guard let packet = try opened.packet, try !packet.isClosed else { return }
    let progress = try PacketProgress(of: packet)
    for rater in progress.byRater where rater.done < rater.total || rater.total == 0 {
      console.say(
        rater.done == 0
          ? "\(rater.name) has not begun"
          : "\(rater.name) has rated \(rater.done) of \(rater.total)")
    }
    let missing = progress.plannedViews - progress.ratedViews
    if missing > 0 { console.say("\(missing) of \(progress.plannedViews) views are not rated") }
  }
}

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report: HTML, Markdown and JSON, beside the record.",
    discussion: """
      With -o FILE only that file is written, in the form that its ending names (.html, .md, \
      .json); '-o -' prints the Markdown.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(help: "Show the answers of this rater beside what the texts were.") var own: String?

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    if options.output == nil, options.format == .text {
      return try Self.write(opened, own: own, console: console)
    }
    let report = try opened.report(
      own: own, software: Self.software, date: FixedMoment.given, now: Date())
    let ending = options.output.map { URL(filePath: $0).pathExtension } ?? ""
    let text =
      switch ending {
      case "html": report.html
      case "json": report.json
      default: options.format == .json ? report.json : report.markdown
      }
    try console.write(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  static let software = "unled \(Unled.configuration.version)"

  /// Writes the three files and prints the verdict.
  static func write(
    _ opened: OpenedTrial, own: String?, console: Console, now: Date = Date()
  ) throws {
    let report = try opened.report(
      own: own, software: software, date: FixedMoment.given, now: now)
    for (ending, text) in [
      ("html", report.html), ("md", report.markdown), ("json", report.json),
    ] {
      try Console.save(text, to: opened.folder.file("report.\(ending)"))
    }
    for line in TextSummary(of: report.result).lines {
      print(line.role == .verdict ? console.bold(line.text) : line.text)
    }
    print("\nreport: \(opened.folder.file("report.html").path)")
  }
}

struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Retell the trial's life from its record, and find altered entries.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    // Prompts may have been read before the design is frozen.
    let log = try (opened.record ?? opened.requireRecord()).auditLog
    try console.result(
      log.map { entry in
        "\(UTC.timestamp(entry.madeAt))  \(entry.event)  \(entry.detail.canonical)"
      }.joined(separator: "\n")
        + "\n\(log.count) entries, unaltered; head \(log.last?.hash.hex ?? "")",
      json: .array(
        log.map {
          .object([
            "number": .integer($0.number), "made_at": .string(UTC.timestamp($0.madeAt)),
            "event": .string($0.event), "detail": $0.detail, "hash": .string($0.hash.hex),
          ])
        }))
  }
}

struct Replicate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a trial that repeats another: the same scenarios, new seeds or other models.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial to repeat.") var trial: String
  @Option(name: .customLong("as"), help: "The new trial's name.") var name: String?
  @Option(help: "The new seed; without one, the next.") var seed: Int?
  @Option(
    help: ArgumentHelp(
      "A model in place of the old ones, as the trial file writes it; may be given again: "
        + "'{id: pythia, model: pythia-1b, mode: completion, base_url: \"http://…\"}'",
      valueName: "mapping"))
  var model: [String] = []

  func run() async throws {
    let console = Console(options)
    let shelf = options.shelf
    let opened = try OpenedTrial.open(try shelf.find(trial))
    let name = self.name ?? shelf.freeName("\(opened.trial.name)-again")
    let folder = try Replication.begin(
      of: opened, plan: .init(name: name, seed: seed, models: model), shelf: shelf)
    let needsAddress = try OpenedTrial.open(folder).read.addresses.isEmpty
    try console.result(
      "\(folder.trialFile.path)\n  next: unled run \(name)"
        + (needsAddress ? ", with --endpoint ID=URL for each model: it asks them anew" : ""),
      json: .object(["trial": .string(name), "file": .string(folder.trialFile.path)]))
  }
}

struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set an original beside its replication: does it replicate?")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The original trial.") var original: String
  @Argument(help: "The replication.") var replication: String

  func run() async throws {
    let console = Console(options)
    let results = try [original, replication].map {
      try OpenedTrial.open(try options.shelf.find($0)).analyse(now: Date())
    }
    let comparison = try Comparison(original: results[0], replication: results[1])
    let report = ComparisonReport(
      comparison: comparison, date: FixedMoment.given ?? Date())
    switch options.output.map({ URL(filePath: $0).pathExtension }) {
    case "html": try console.write(report.html)
    case "md": try console.write(report.markdown)
    default: try console.result(report.text, json: comparison.json)
    }
  }
}
