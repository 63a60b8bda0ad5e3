import ArgumentParser
import Faults
import Foundation
import Questions
import Reproducible
import TrialDesign
import Trials

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Design a trial from one observation: answer plain questions, or give flags.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "What the trial is called.") var name: String
  @Option(help: "The observation, in one sentence.") var observation: String?
  @Option(help: "Where it was made.") var source: String?
  @Option(help: "Whom or what the claim is about: 'the main character'.") var about: String?
  @Option(help: "What holds if it is so: 'has skills that nobody needs'.") var holds: String?
  @Option(help: "What holds if it is not: 'is needed for what they do'.") var fails: String?
  @Option(help: "The prompt, with {topic} where the topic stands.") var prompt: String?
  @Option(help: "The topics, with a ';' between them.") var topics: String?
  @Option(help: "The prompt that leads toward the claim; proposed where missing.")
  var leading: String?
  @Option(help: "The prompt that leads away from it; proposed where missing.") var away: String?
  @Option(help: "The prompt with a sentence that leads nowhere; proposed where missing.")
  var placebo: String?
  @Option(help: "What raters are asked; proposed where missing.") var question: String?
  @Option(help: "The model's name at its server.") var model: String?
  @Option(help: "The server's address: http://127.0.0.1:8080/v1.") var baseURL: String?
  @Flag(help: "The model continues documents: it is no chat model.") var completion = false

  func run() async throws {
    let console = Console(options)
    let shelf = options.shelf
    guard shelf.freeName(name) == name else {
      throw Fault(
        .cannotCreate, at: "trials/\(name)", "there is a trial of this name",
        remedy: "choose another: unled new \(shelf.freeName(name))")
    }
    let draft = try draft(console)
    let text = draft.yaml
    let read = try ReadTrial(parsing: text, source: .memory([:]))
    let folder = TrialFolder(shelf.trialsFolder.appending(path: name))
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    try Console.save(text, to: folder.trialFile)
    for warning in read.warnings { console.say("note: \(warning)") }
    try console.result(
      """

      \(folder.trialFile.path)
        \(Numerals.count(read.trial.scenarios.count, "scenario"))\
      \(read.trial.scenarios.count < 12 ? ": add more, up to 24, before you run it" : "")
        Read the four prompts in it once more: is 'neutral' a prompt that does not lead?
        next: unled lint \(name), unled plan \(name), unled run \(name)
      """,
      json: .object(["trial": .string(name), "file": .string(folder.trialFile.path)]))
  }

  private func draft(_ console: Console) throws -> TrialDraft {
    var interview = Interview(isOpen: console.isInteractive)
    if interview.isOpen {
      print("A few questions; Enter takes what stands in brackets.\n")
    }
    let observation = interview.ask(
      "What did you observe, in one sentence?", given: self.observation, flag: "--observation")
    let source = interview.ask(
      "Where did you see it? (Enter skips)", given: self.source, flag: "--source", proposal: "")
    let about = interview.ask(
      "Whom or what is the claim about? (such as: the main character)", given: self.about,
      flag: "--about")
    let holds = interview.ask(
      "Finish the sentence so that it says your claim (such as: mentions the moon): \(about) …",
      given: self.holds, flag: "--holds", check: Self.rest(after: about))
    let fails = interview.ask(
      "And so that it says the opposite: \(about) …", given: self.fails, flag: "--fails",
      check: Self.rest(after: about))
    let neutral = interview.ask(
      "The prompt you used, with {topic} where the topic stands, and without any hint of the claim:",
      given: prompt, flag: "--prompt",
      check: { prompt in
        prompt.contains("{topic}")
          ? nil
          : "there is no {topic} in it: write it again with {topic} where the topic belongs, such "
            + "as: Write a story about {topic}."
      })
    let topics = interview.ask(
      "Topics, with ';' between them (24 short ones are a good start):", given: self.topics,
      flag: "--topics",
      check: { Self.topics($0).count < 2 ? "name two topics at the least, with ';' between" : nil })
    let hints = TrialDraft.proposals(about: about, holds: holds, fails: fails)
    let leading = interview.ask(
      "The same prompt, leading toward the claim:", given: self.leading, flag: "--leading",
      proposal: "\(neutral) \(hints.leading)")
    let away = interview.ask(
      "Leading away from it, as strongly:", given: self.away, flag: "--away",
      proposal: "\(neutral) \(hints.away)")
    let placebo = interview.ask(
      "With a sentence as long that leads nowhere:", given: self.placebo, flag: "--placebo",
      proposal: "\(neutral) \(hints.placebo)")
    let question = interview.ask(
      "What shall raters be asked about each text?", given: self.question, flag: "--question",
      proposal: "Is it so that \(about) \(holds)?")
    let model = interview.ask(
      "The model's name at its server:", given: self.model, flag: "--model", proposal: "local")
    let address = interview.ask(
      "The server's address:", given: baseURL, flag: "--base-url",
      proposal: "http://127.0.0.1:8080/v1")
    try interview.finish()
    return TrialDraft(
      name: name, observation: observation, source: source,
      topics: Self.topics(topics),
      neutral: neutral, leading: leading, away: away, placebo: placebo, about: about, holds: holds,
      fails: fails, question: question, model: model, baseURL: address, isCompletion: completion)
  }
}

extension New {
  /// The topics of a list, each once.
  private static func topics(_ list: String) -> [String] {
    var seen: Set<String> = []
    return list.split(separator: ";").map { $0.trimmingWhitespace() }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }

  /// A sentence is to be finished, not begun again.
  private static func rest(after about: String) -> (String) -> String? {
    { answer in
      answer.lowercased().hasPrefix(about.lowercased())
        ? "leave out '\(about)': write only what follows it" : nil
    }
  }
}

/// Plain questions: a flag answers one, else somebody at the terminal, else a proposal.
struct Interview {
  let isOpen: Bool
  private var missing: [String] = []
  private var refused: [Fault] = []

  init(isOpen: Bool) { self.isOpen = isOpen }

  mutating func ask(
    _ question: String, given: String?, flag: String, proposal: String? = nil,
    check: (String) -> String? = { _ in nil }
  ) -> String {
    if let given {
      if let problem = check(given) {
        refused.append(
          Fault(.badInput, at: flag, "'\(given)' will not do", remedy: problem))
      }
      return given
    }
    guard isOpen else {
      if proposal == nil { missing.append(flag) }
      return proposal ?? ""
    }
    while true {
      print(Console.wrapped(question))
      if let proposal, !proposal.isEmpty { print(Console.wrapped("[\(proposal)]")) }
      print("> ", terminator: "")
      fflush(nil)
      guard let line = readLine() else {
        missing.append(flag)
        return proposal ?? ""
      }
      let answer = line.trimmingWhitespace()
      if !answer.isEmpty {
        guard let problem = check(answer) else { return answer }
        print(Console.wrapped("Not quite: \(problem)"))
        continue
      }
      if let proposal { return proposal }
      print("Please write something, or stop with Ctrl-C.")
    }
  }

  /// Ends the questions.
  ///
  /// - Throws: ``Fault`` of kind `wrongUse` that lists what was not answered, or the answers that
  ///   will not do.
  func finish() throws {
    guard refused.isEmpty else { throw Faults(refused) }
    guard missing.isEmpty else {
      throw Fault(
        .wrongUse, at: "unled new", "not answered: \(missing.joined(separator: ", "))",
        remedy: "give them as flags, or call this in a terminal")
    }
  }
}
