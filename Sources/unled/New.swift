import ArgumentParser
import Cues
import Drafting
import Faults
import Foundation
import Linting
import Questions
import Reproducible
import Terminal
import TrialDesign
import Trials

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Design a trial from one observation: answer plain questions, or give flags.",
    discussion: """
      It asks what you saw, what you typed, and what it would look like if it were not so; shows what \
      led in your prompt; and proposes the rest, which you may take or change. In a terminal Enter \
      takes what stands in brackets; elsewhere proposals are taken, and flags answer the rest.

        unled new my-trial
        unled new my-trial --from chat.txt
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "What the trial is called.") var name: String
  @Option(help: "Begin with a saved chat, or with a file that holds the prompt.") var from: String?
  @Option(help: "The observation, in one sentence.") var observation: String?
  @Option(help: "Where it was made.") var source: String?
  @Option(help: "The prompt that you typed, as it was.") var typed: String?
  @Option(help: "The prompt without a hint of the claim; {topic} stands for the topic.")
  var prompt: String?
  @Option(
    parsing: .singleValue, help: "Another way to ask the same, with {topic}; may be given again.")
  var wording: [String] = []
  @Option(help: "Whom or what the claim is about: 'the main character'.") var about: String?
  @Option(help: "What holds if it is so: 'has skills that nobody needs'.") var holds: String?
  @Option(help: "What holds if it is not, in as many words: 'has skills that everybody needs'.")
  var fails: String?
  @Option(help: "Words that give the claim away, with ',' between; proposed where missing.")
  var terms: String?
  @Option(help: "The topics, with a ';' between them.") var topics: String?
  @Option(help: "Add topics from a list: people, places, things or everyday.") var widen: String?
  @Option(help: "The cue that leads, by name or number; proposed where missing.") var cue: String?
  @Option(help: "How strongly: 1 a hint, 2 explicit, 3 insistent.") var strength = 2
  @Option(help: "The prompt that leads toward the claim, in place of one that is made.")
  var leading: String?
  @Option(help: "The prompt that leads away from it, in place of one that is made.")
  var away: String?
  @Option(help: "The prompt that leads nowhere, in place of one that is made.") var placebo: String?
  @Option(help: "What raters are asked; proposed where missing.") var question: String?
  @Option(help: "The scale: PRES, SPEC, ACT, DEEP, OPEN, PREF or DISTR.") var scale: String?
  @Option(help: "Other prompts to compare with, with a ';' between; 'none' for none.")
  var baseline: String?
  @Option(help: "The smallest effect of interest, in points of the scale.")
  var smallestEffect: String?
  @Option(help: "The model's name at its server.") var model: String?
  @Option(help: "The server's address: http://127.0.0.1:8080/v1.") var baseURL: String?
  @Flag(help: "The model continues documents: it is no chat model.") var completion = false
  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Let this model, at --base-url, propose topics, which you take or leave one by one.",
      valueName: "model"))
  var proposer: String?

  func run() async throws {
    let console = Console(options)
    let shelf = options.shelf
    guard shelf.freeName(name) == name else {
      throw Fault(
        .cannotCreate, at: "trials/\(name)", "there is a trial of this name",
        remedy: "choose another: unled new \(shelf.freeName(name))")
    }
    var conversation = NewConversation(command: self, console: console)
    let draft = try await conversation.draft()
    let text = draft.yaml
    let read = try ReadTrial(parsing: text, source: .memory([:]))
    let findings = TrialLint(of: read.trial, text: text).findings.filter { $0.level > .note }
    let folder = TrialFolder(shelf.trialsFolder.appending(path: name))
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    try Console.save(text, to: folder.trialFile)
    for warning in read.warnings { console.say("note: \(warning)") }
    try console.result(
      Self.summary(draft, read.trial, findings, file: folder.trialFile.path, console),
      json: .object([
        "trial": .string(name), "file": .string(folder.trialFile.path), "cue": .string(draft.cue),
        "findings": .array(findings.map(\.json)),
      ]))
  }

  private static func summary(
    _ draft: TrialDraft, _ trial: Trial, _ findings: [LintFinding], file: String, _ console: Console
  ) -> String {
    let count = trial.scenarios.count
    let prompts = Condition.allCases.compactMap { condition in
      trial.conditions[condition]?.first.map {
        Console.hanging(condition.rawValue, $0.prompt, width: 9)
      }
    }
    return """

      \(file)
        \(Numerals.count(count, "scenario"))\
      \(count < 12 ? ": add more, up to 24, before you run it" : "")

      \(prompts.joined(separator: "\n"))

        \(findings.isEmpty
          ? "It lints clean: no known cue where none should be. Read the prompts once more all the same."
          : "\(Numerals.count(findings.count, "finding")) to mend: unled lint \(trial.name)")
        next: unled lint \(trial.name), unled plan \(trial.name), unled run \(trial.name)
      """
  }
}
