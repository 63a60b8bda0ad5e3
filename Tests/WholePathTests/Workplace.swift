import Foundation
import Packets
import Record
import Testing
import Trials

/// A folder of its own for one test, gone when the test is.
final class Workplace {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "unled-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  // What cannot be removed now is removed with the system's temporary files.
  deinit { try? FileManager.default.removeItem(at: url) }

  var shelf: TrialShelf { TrialShelf(home: url, readyMade: [Self.readyMade]) }

  /// The trials that ship with the project.
  static let readyMade = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "trials")

  /// Writes a trial file as `trials/NAME/trial.yaml`.
  func trial(_ name: String, _ text: String) throws -> TrialFolder {
    let folder = TrialFolder(shelf.trialsFolder.appending(path: name))
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.trialFile)
    return folder
  }
}

/// What a command printed, and how it ended.
struct CommandResult {
  let status: Int32
  let output: String
  let error: String
}

/// The program as it was built, called as its users call it.
enum Program {
  static let url: URL = {
    let products =
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      .deletingLastPathComponent()
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return products.appending(path: "unled")
  }()

  /// Starts a command.
  static func start(
    _ arguments: [String], in workplace: Workplace, environment: [String: String] = [:]
  ) throws -> (process: Process, output: Pipe, error: Pipe) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments + ["-C", workplace.url.path]
    var variables = ProcessInfo.processInfo.environment
    variables["UNLED_TRIALS"] = Workplace.readyMade.path
    variables["XDG_CONFIG_HOME"] = workplace.url.path
    process.environment = variables.merging(environment) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output, error)
  }

  /// Runs a command to its end.
  static func run(
    _ arguments: String..., in workplace: Workplace, environment: [String: String] = [:]
  ) async throws -> CommandResult {
    let (process, output, error) = try start(arguments, in: workplace, environment: environment)
    async let printed = read(output)
    async let complaints = read(error)
    let texts = await (printed, complaints)
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus, output: texts.0, error: texts.1)
  }

  /// Reads to the end on a thread of its own: reading blocks.
  static func read(_ pipe: Pipe) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        continuation.resume(returning: String(decoding: data, as: UTF8.self))
      }
    }
  }
}
