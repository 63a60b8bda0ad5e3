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

  /// A name with a text beside it, whose lines stand under one another.
  static func hanging(_ name: String, _ text: String, width: Int) -> String {
    let columns = min(Terminal.columns(of: STDOUT_FILENO) ?? 80, 80)
    let lines = Terminal.wrapped(text, columns: max(20, columns - width - 2))
    return lines.enumerated().map { number, line in
      "  " + (number == 0 ? name : "").padding(toLength: width, withPad: " ", startingAt: 0) + line
    }.joined(separator: "\n")
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
    try Self.put(text() + "\n")
  }

  /// Writes a result where `-o` says.
  ///
  /// - Parameters:
  ///   - text: The result.
  ///   - input: The file that the result was made from, which is never written over.
  /// - Throws: `Fault` of kind `cannotCreate` or `storage`.
  func write(_ text: String, madeFrom input: URL? = nil) throws {
    guard let output, output != "-" else {
      // A terminal gets harmless text; a pipe gets the bytes as they are.
      return try Self.put((isatty(STDOUT_FILENO) == 1 ? Terminal.harmless(text) : text) + "\n")
    }
    let file = URL(filePath: output, relativeTo: options.home).resolvingSymlinksInPath()
    guard file.path != input?.resolvingSymlinksInPath().path else {
      throw Fault(
        .cannotCreate, at: output, "the result would take the place of the file it was made from",
        remedy: "name another file after -o")
    }
    try Self.save(text + "\n", to: file)
    say("written: \(file.path)")
  }

  /// Writes to standard output; whoever reads it may leave before the end.
  static func put(_ text: String) throws {
    // What was printed before comes before.
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw Fault(
          .storage, at: "standard output",
          "the result cannot be written: \(String(cString: strerror(errno)))",
          remedy: "make room, or write it elsewhere with -o")
      }
    }
  }

  /// Saves a file whole or not at all; a device or a pipe is written to.
  static func save(_ text: String, to file: URL) throws {
    do {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      guard !isFolder.boolValue else {
        throw Fault(
          .cannotCreate, at: file.path, "it is a folder", remedy: "name a file in it")
      }
      guard !exists || FileManager.default.isWritableFile(atPath: file.path) else {
        throw Fault(
          .cannotCreate, at: file.path, "the file may not be written over",
          remedy: "name another one, or make it yours to write")
      }
      let kind = try? FileManager.default.attributesOfItem(atPath: file.path)[.type]
      guard exists, kind as? FileAttributeType != .typeRegular else {
        return try Data(text.utf8).write(to: file, options: .atomic)
      }
      let handle = try FileHandle(forWritingTo: file)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(
        .cannotCreate, at: file.path, "the file cannot be written: \(error.localizedDescription)",
        remedy: "check that the folder exists, is yours, and has room")
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
