import Analysis
import ArgumentParser
import Faults
import Foundation
import Reproducible
import Trials

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what readers see in the prompts: which to keep, which to drop.",
    discussion: """
      The manipulation check. Readers of 'unled blind TRIAL --prompts' said which answer each prompt \
      seems to want. A wording is kept where 70 % of at least five readers see nothing wanted in the \
      neutral prompt and the placebo, and the right side in the leading prompt and the one that leads \
      away. The result is kept with the trial. It ends with 1 where a wording should be dropped.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(
    help: ArgumentHelp(
      "A copy of the prompts' packet that was read elsewhere; may be given again.",
      valueName: "file"))
  var packet: [String] = []

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    let check = try opened.checkPrompts(copies: packet, now: Date())
    let next = try Self.next(check, of: opened)
    try console.result(
      (Self.lines(of: check, console: console) + ["", "  next: \(next)"]).joined(separator: "\n"),
      json: check.json)
    if check.verdict == .drop { throw ExitCode(1) }
  }

  private static func lines(of check: PromptCheck, console: Console) -> [String] {
    let lines = check.lines
    guard let first = lines.first else { return [] }
    return [console.bold(Console.wrapped(first))] + lines.dropFirst()
  }

  private static func next(_ check: PromptCheck, of opened: OpenedTrial) throws -> String {
    let name = opened.folder.name
    if !check.stale.isEmpty {
      return "unled blind \(name) --prompts, for the prompts as they are now"
    }
    switch check.verdict {
    case .unchecked: return "unled serve \(name) --prompts, for more readers"
    case .drop where try !opened.isFrozen:
      return "take these wordings out of trial.yaml, or mend them and have them read again"
    case .drop: return "unled replicate \(name), without these wordings: this design is frozen"
    case .keep, .reported: return "unled \(try opened.stage().next)"
    }
  }
}
