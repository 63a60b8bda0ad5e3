import ArgumentParser
import Cues
import Faults
import Foundation
import Linting
import Reproducible
import Terminal
import TrialDesign
import Trials

enum LintFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github
}

extension LintLevel: ExpressibleByArgument {}

struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show where prompts and trials lead: place, cue, why, and how to mend it.",
    discussion: """
      Reads trials (names, folders, trial.yaml), text files with one prompt each, or standard input \
      (-). A clean result means that no known cue was found, never that a text is neutral. English \
      only.

        unled lint unused-skills
        echo "Isn't it a sad story?" | unled lint -
        unled lint --jsonl prompts.jsonl     # {id, text} a line -> {id, score, leading, cues}
        unled lint --explain tag-question    # or: all
      """)

  @OptionGroup var options: SharedOptions
  @Argument(help: "Trials, text files, or - for standard input.") var files: [String] = []
  @Option(help: "How findings are printed: text, json or github.") var format: LintFormat = .text
  @Flag(help: "Score a stream of JSON lines {id, text}, or {id, text, terms}.") var jsonl = false
  @Option(help: ArgumentHelp("Explain a cue by name or number, or all.", valueName: "cue"))
  var explain: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Words of the claim or rubric, which must not leak.", valueName: "word"))
  var terms: [String] = []
  @Option(
    help:
      "Exit 1 from this level on: note, warning or error; without it, where a text leads or a trial has a warning."
  )
  var level: LintLevel?
  @Flag(help: "Show suspicions too.") var notes = false

  func validate() throws {
    guard explain != nil || jsonl || !files.isEmpty else {
      throw ValidationError("Name a trial or a file, or - for standard input.")
    }
  }

  func run() async throws {
    let console = Console(options)
    if let explain { return try Self.explain(explain, console, asJSON: format == .json) }
    if jsonl { return try score(console) }
    let linted = try files.map { try lint($0) }
    let text = LintText(
      columns: min(Terminal.columns(of: STDOUT_FILENO) ?? 100, 100), bold: console.bold,
      faint: console.faint)
    switch format {
    case .text: try console.write(text.text(of: linted, showsNotes: notes))
    case .json:
      try console.write(
        JSON.object([
          "files": .array(linted.map(\.json)), "threshold": .number(CueReading.threshold),
        ])
        .pretty)
    case .github: try console.write(LintText.annotations(of: linted))
    }
    if linted.contains(where: { $0.fails(at: level) }) { throw ExitCode(1) }
  }

  // MARK: Files and trials

  private func lint(_ name: String) throws -> LintedFile {
    if name == "-" {
      let bytes = FileHandle.standardInput.readDataToEndOfFile()
      return LintedFile(prompt: String(decoding: bytes, as: UTF8.self), name: "-", terms: terms)
    }
    let file = URL(filePath: name, relativeTo: options.home)
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
    guard exists, !isFolder.boolValue, !["yaml", "yml"].contains(file.pathExtension) else {
      return try lintTrial(name)
    }
    return LintedFile(
      prompt: String(decoding: try Self.bytes(of: file), as: UTF8.self), name: name, terms: terms)
  }

  private static func bytes(of file: URL) throws -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      throw Fault(
        .notFound, at: file.path, "the file cannot be read: \(error.localizedDescription)",
        remedy: "check its name and that it is yours to read")
    }
  }

  private func lintTrial(_ name: String) throws -> LintedFile {
    let folder: TrialFolder
    do {
      folder = try options.shelf.find(name)
    } catch let fault as Fault where fault.kind == .notFound {
      throw Fault(
        .notFound, at: name, "there is no such trial, and no such file",
        remedy: "\(fault.remedy); a prompt can be read from standard input too: unled lint -")
    }
    let file = name.hasSuffix(".yaml") ? name : "\(folder.name)/trial.yaml"
    do {
      let opened = try OpenedTrial.open(folder)
      let text = String(decoding: try Self.bytes(of: folder.trialFile), as: UTF8.self)
      let findings = TrialLint(of: opened.trial, text: text).findings
      return LintedFile(
        name: file, score: nil, findings: opened.read.warnings.map(Self.finding) + findings)
    } catch let faults as Faults {
      return LintedFile(name: file, score: nil, findings: faults.all.map(Self.finding))
    }
  }

  /// A fault of the trial file as a finding.
  private static func finding(_ fault: Fault) -> LintFinding {
    let parts = fault.place.split(separator: ":")
    let numbers = parts.suffix(2).compactMap { Int($0) }
    return LintFinding(
      level: fault.kind == .finding ? .note : .error, code: "file", name: "the trial file",
      problem: fault.problem, remedy: fault.remedy, line: numbers.count == 2 ? numbers[0] : nil,
      column: numbers.count == 2 ? numbers[1] : nil)
  }

  // MARK: The catalogue

  private static func explain(_ name: String, _ console: Console, asJSON: Bool) throws {
    let cues =
      try name == "all" ? CueCatalogue.cues : [CueCatalogue.cue(named: name, by: "--explain")]
    if asJSON { return try console.write(JSON.array(cues.map(\.json)).pretty) }
    guard cues.count > 1 else { return try console.write(cues[0].explained(console)) }
    let width = cues.map(\.slug.count).max() ?? 0
    try console.write(
      cues.map {
        "\($0.id)  \($0.slug.padding(toLength: width, withPad: " ", startingAt: 0))  \($0.definition)"
      }.joined(separator: "\n"))
  }
}

extension Cue {
  fileprivate func explained(_ console: Console) -> String {
    let ladder = carriers.first?.strengths.enumerated().map { "  \($0.offset + 1)  \($0.element)" }
    return """
      \(console.bold("\(name) (\(id))"))
      \(Console.wrapped(definition))

      Source: \(source)
      To mend it: \(mend)
      Taken for it and none: \(traps)

      Made like this, from a hint to insistence:
      \(ladder?.joined(separator: "\n") ?? "  no wording: it is a property of the study")

      It leads:
      \(positives.map { "  + " + $0.text.replacing("\n", with: "\n    ") }.joined(separator: "\n"))
      It does not:
      \(nearMisses.map { "  - " + $0.text.replacing("\n", with: "\n    ") }.joined(separator: "\n"))
      """
  }

  fileprivate var json: JSON {
    .object([
      "id": .string(id), "name": .string(name), "slug": .string(slug),
      "definition": .string(definition), "source": .string(source), "mend": .string(mend),
      "traps": .string(traps),
      "templates": .array((carriers.first?.strengths ?? []).map(JSON.string)),
      "examples": .array(positives.map { .string($0.text) }),
      "near_misses": .array(nearMisses.map { .string($0.text) }),
    ])
  }
}
