import ArgumentParser
import Faults
import Foundation

/// The command: parses, calls, prints.
///
/// It decides nothing of its own.
struct Unled: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unled",
    abstract: "Does it still happen when nobody is leading?",
    discussion: """
      Unled takes an observation about language models, runs it as a controlled trial, has the \
      outputs rated blind by people, and says whether it holds when nobody leads.

      New here? 'unled demo' goes the whole way in a minute.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Start", subcommands: [Demo.self, New.self, Status.self, TrialsCommand.self]),
      CommandGroup(
        name: "Design",
        subcommands: [
          Lint.self, Pair.self, Check.self, Plan.self, Power.self, Freeze.self, Amend.self,
        ]),
      CommandGroup(name: "Run", subcommands: [Run.self, Outputs.self]),
      CommandGroup(
        name: "Rate", subcommands: [Blind.self, Rate.self, Serve.self, Ratings.self]),
      CommandGroup(
        name: "Conclude",
        subcommands: [Reveal.self, ReportCommand.self, Audit.self, PeekCommand.self]),
      CommandGroup(name: "Publish", subcommands: [Replicate.self, Compare.self]),
      CommandGroup(
        name: "For any table", subcommands: [Agree.self, Analyze.self, Stat.self, Schema.self]),
    ])

  @OptionGroup var options: SharedOptions

  func run() async throws {
    let console = Console(options)
    guard console.isInteractive else { throw CleanExit.helpRequest(Self.self) }
    try Status.overview(console)
  }
}

/// Where the program begins; ends with the exit code of whatever was thrown.
@main enum Entry {
  static func main() async {
    // A closed pipe is no reason to die with a half-written record.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try await Unled.asyncParse()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Foundation.exit(ExitStatus.report(error))
    }
  }
}

extension Unled {
  /// Parses the command line; help and version are thrown as clean exits.
  static func asyncParse() async throws -> any ParsableCommand {
    try parseAsRoot()
  }
}

/// The exit codes, decided in one place.
enum ExitStatus {
  static func code(of kind: FaultKind) -> Int32 {
    switch kind {
    case .finding: 1
    case .wrongUse: 64
    case .badInput: 65
    case .notFound: 66
    case .unreachable: 69
    case .internalFault: 70
    case .cannotCreate: 73
    case .storage: 74
    case .unfinished: 75
    case .keyRefused: 77
    }
  }

  /// Prints what ended the program and says with which code it ends.
  static func report(_ error: any Error) -> Int32 {
    if error is CancellationError { return 130 }
    if let fault = error as? any ActionableError {
      Console.printError(fault.description)
      return code(of: fault.kind)
    }
    let status = Unled.exitCode(for: error)
    if status.isSuccess {
      print(Unled.fullMessage(for: error))
      return 0
    }
    if error is ExitCode { return status.rawValue }
    if status == .validationFailure {
      Console.printError(Unled.fullMessage(for: error))
      return 64
    }
    Console.printError(
      "unled: \(error)\n  to mend it: this is a fault of ours; please report it with the command "
        + "that led here")
    return 70
  }
}
