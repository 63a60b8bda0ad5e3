import ArgumentParser
import Foundation
import Logging
import Trials

enum OutputFormat: String, ExpressibleByArgument {
  case text, json
}

/// What every command understands, but for the format of its result.
struct SharedOptions: ParsableArguments {
  @Option(name: [.customShort("C")], help: "Work in this folder.") var folder: String = "."
  @Option(
    name: [.short, .customLong("output")], help: "Write the result here; - is standard output.")
  var output: String?
  @Flag(name: .shortAndLong, help: "No progress on standard error.") var quiet = false
  @Flag(name: .shortAndLong, help: "Write a log to standard error.") var verbose = false
  @Flag(help: "Do not ask before what cannot be undone.") var yes = false
  @Flag(name: .customLong("no-color"), help: "No colours.") var noColor = false

  var home: URL { URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL }

  /// Where trials are looked for: below the folder one works in, then the ready-made ones.
  var shelf: TrialShelf { TrialShelf(home: home, readyMade: Installation.readyMadeTrials) }

  var log: Logger {
    var log = Logger(label: "unled") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = verbose ? .debug : .critical
    return log
  }
}

/// What every command understands whose result is text or JSON.
@dynamicMemberLookup
struct CommonOptions: ParsableArguments {
  @OptionGroup var shared: SharedOptions
  @Option(help: "How results are printed: text or json.") var format: OutputFormat = .text

  subscript<Value>(dynamicMember member: KeyPath<SharedOptions, Value>) -> Value {
    shared[keyPath: member]
  }
}

/// Where the program was installed.
enum Installation {
  /// The folders with ready-made trials: named by the environment, installed, or of a checkout.
  static var readyMadeTrials: [URL] {
    if let named = ProcessInfo.processInfo.environment["UNLED_TRIALS"], !named.isEmpty {
      return [URL(filePath: named, directoryHint: .isDirectory)]
    }
    guard let program = executable else { return [] }
    var folder = program.deletingLastPathComponent()
    for _ in 0..<6 {
      for place in ["share/unled/trials", "trials"] {
        let candidate = folder.appending(path: place)
        let probe = candidate.appending(path: "unused-skills/trial.yaml")
        if FileManager.default.fileExists(atPath: probe.path) { return [candidate] }
      }
      folder.deleteLastPathComponent()
    }
    return []
  }

  /// The program's own file, links resolved.
  static var executable: URL? {
    #if os(Linux)
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
    return Bundle.main.executableURL?.resolvingSymlinksInPath()
    #endif
  }

  /// The folder of the user's own settings.
  static var configuration: URL {
    let environment = ProcessInfo.processInfo.environment
    let base =
      environment["XDG_CONFIG_HOME"].map { URL(filePath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".config")
    return base.appending(path: "unled")
  }
}
