import ArgumentParser
import CurlTransport
import Faults
import Foundation
import Models
import Record
import Reproducible
import Running
import TrialDesign
import Trials

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run what is not yet run; stop it any way at all and run it again.",
    discussion: """
      The design is frozen with the first run. Models are reached by --endpoint, by the addresses \
      in your models.yaml, or by those in the trial file; a trial with a recording replays it.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial: its name, its folder or its file.") var trial: String
  @OptionGroup var models: ModelOptions
  @Option(help: "How many calls may be under way at once, for each model.") var concurrency: Int?

  func run() async throws {
    let console = Console(options)
    let folder = try options.shelf.find(trial) { console.say("copied to \($0.url.path)") }
    try await Self.run(
      folder, console: console, models: models, concurrency: concurrency)
    console.say("next: unled blind \(folder.name)")
  }

  /// Freezes and runs a trial.
  static func run(
    _ folder: TrialFolder, console: Console, models: ModelOptions, concurrency: Int?,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    let opened = try OpenedTrial.open(folder)
    try opened.require(.running)
    for warning in opened.read.warnings { console.say("note: \(warning)") }
    let transport = CurlClient(connectionsPerHost: max(64, concurrency ?? 0))
    defer { transport.close() }
    let routes = try opened.routes(
      try models.addressBook(), environment: ProcessInfo.processInfo.environment,
      keyPairs: try models.keyFor.map(KeyRing.Pair.init(parsing:)), transport: transport,
      width: concurrency, now: now)
    let lock = try opened.lock()
    let frozen = try opened.freeze(now: now())
    let runner = Runner(
      record: try frozen.requireRecord(), routes: routes, now: now, log: console.options.log)
    let work = Task {
      let began = ContinuousClock.now
      var shown = began
      return try await runner.run { progress in
        let moment = ContinuousClock.now
        guard progress.isComplete || moment - shown > .milliseconds(100) else { return }
        shown = moment
        console.progress(line(progress, elapsed: moment - began))
      }
    }
    let signals = Interruption { work.cancel() }
    defer { signals.stop() }
    let progress = try await work.value
    try frozen.requireRecord().gather()
    withExtendedLifetime(lock) {}
    console.progress(summary(progress, name: folder.name), isLast: true)
    guard progress.isComplete else {
      let failures = try frozen.requireRecord().openFailures.map {
        "\($0.kind) (\($0.count)): \($0.message)"
      }
      throw Fault(
        .unfinished, at: folder.name,
        "\(Numerals.count(progress.planned - progress.finished, "run")) of \(progress.planned) "
          + "are missing\n    " + failures.joined(separator: "\n    "),
        remedy: "run it again: what is done stays done")
    }
  }

  private static func line(_ progress: RunProgress, elapsed: Duration) -> String {
    var text = "\(progress.finished) of \(progress.planned) runs"
    if progress.failed > 0 { text += ", \(progress.failed) failed" }
    if progress.retries > 0 { text += ", \(progress.retries) tried again" }
    return text + ", \(elapsed.components.seconds) s"
  }

  private static func summary(_ progress: RunProgress, name: String) -> String {
    var text = "\(name): \(progress.finished) of \(progress.planned) runs are done"
    if progress.withoutText > 0 { text += ", \(progress.withoutText) of them without a text" }
    return text
  }
}

/// How models are reached.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Reach a model here: ID=http://127.0.0.1:8080/v1, or ID=recorded:FILE.", valueName: "id=url"))
  var endpoint: [String] = []
  @Option(
    help: ArgumentHelp("The file with your models' addresses.", valueName: "file"))
  var models: String?
  @Option(
    help: ArgumentHelp(
      "Send the key in this environment variable to this host.", valueName: "host=variable"))
  var keyFor: [String] = []

  func addressBook() throws -> AddressBook {
    AddressBook(given: try endpoint.map(AddressBook.endpoint), kept: try kept())
  }

  private func kept() throws -> [ModelAddress] {
    let file =
      models.map { URL(filePath: $0) } ?? Installation.configuration.appending(path: "models.yaml")
    guard FileManager.default.fileExists(atPath: file.path) else {
      guard let models else { return [] }
      throw Fault(.notFound, at: models, "no such file", remedy: "check the name of --models")
    }
    return try ModelAddress.list(
      parsing: try String(contentsOf: file, encoding: .utf8), name: file.lastPathComponent)
  }
}

/// Ends work in order when the user or the system asks for it.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(_ end: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: end)
      source.resume()
      return source
    }
  }

  /// Gives the signals back.
  func stop() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
