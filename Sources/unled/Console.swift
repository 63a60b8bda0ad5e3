import Faults
import Foundation
import Reproducible
import Terminal

/// The terminal, or what stands in for it: results to standard output, the rest to standard error.
struct Console: Sendable {
  let isQuiet: Bool
  let assumesYes: Bool
  let format: OutputFormat
  let output: String?
  let hasColor: Bool
  let options: SharedOptions

  init(_ options: CommonOptions) { self.init(options.shared, format: options.format) }

  /// A console for a command with formats of its own.
  init(_ options: SharedOptions, format: OutputFormat = .text) {
    isQuiet = options.quiet
    assumesYes = options.yes
    self.format = format
    output = options.output
    self.options = options
    let environment = ProcessInfo.processInfo.environment
    hasColor =
      !options.noColor && (environment["NO_COLOR"] ?? "").isEmpty && isatty(STDOUT_FILENO) == 1
      && environment["TERM"] != "dumb"
  }

  /// Whether somebody sits at both ends.
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Writes to standard error; what a file or a model brought in does nothing to the terminal.
  static func printError(_ text: String) {
    FileHandle.standardError.write(Data((Terminal.harmless(text) + "\n").utf8))
  }

  /// What goes on, for whoever watches.
  func say(_ text: String) {
    if !isQuiet { Self.printError(text) }
  }

  /// Prose for the terminal, wrapped between words.
  static func wrapped(_ text: String) -> String {
    let columns = min(Terminal.columns(of: STDOUT_FILENO) ?? 80, 80)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Terminal.wrapped(String($0), columns: columns) }.joined(separator: "\n")
  }

  /// A line that takes the place of the one before, where a terminal shows it.
  func progress(_ text: String, isLast: Bool = false) {
    guard !isQuiet else { return }
    if isatty(STDERR_FILENO) == 1 {
      FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)\(isLast ? "\n" : "")".utf8))
    } else if isLast {
      Self.printError(text)
    }
  }

  /// The result: text or JSON, to standard output or to the file of `-o`.
  func result(_ text: @autoclosure () -> String, json: @autoclosure () -> JSON) throws {
    guard format == .text, output == nil || output == "-" else {
      return try write(format == .json ? json().pretty : text())
    }
    print(text())
  }

  /// Writes a result where `-o` says.
  func write(_ text: String) throws {
    guard let output, output != "-" else {
      // A terminal gets harmless text; a pipe gets the bytes as they are.
      print(isatty(STDOUT_FILENO) == 1 ? Terminal.harmless(text) : text)
      return
    }
    let file = URL(filePath: output, relativeTo: options.home)
    try Self.save(text + "\n", to: file)
    say("written: \(file.path)")
  }

  /// Saves a file whole or not at all.
  static func save(_ text: String, to file: URL) throws {
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw Fault(
        .cannotCreate, at: file.path, "the file cannot be written: \(error.localizedDescription)",
        remedy: "check that the folder exists and is yours")
    }
  }

  /// Asks before what cannot be undone.
  ///
  /// - Throws: ``Fault`` of kind `wrongUse` where nobody can be asked, `unfinished` on a no.
  func confirm(_ question: String, typing word: String) throws {
    if assumesYes { return }
    guard isInteractive else {
      throw Fault(
        .wrongUse, at: "unled", "this cannot be undone and nobody can be asked",
        remedy: "add --yes")
    }
    print("\(question)\nType \(word) to go on: ", terminator: "")
    fflush(nil)
    guard readLine()?.trimmingCharacters(in: .whitespaces) == word else {
      throw Fault(.unfinished, at: "unled", "nothing was done", remedy: "call it again when ready")
    }
  }

  func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
