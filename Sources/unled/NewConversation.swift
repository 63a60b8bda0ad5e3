import Cues
import Drafting
import Faults
import Foundation
import Linting
import Questions
import Reproducible
import Terminal
import TrialDesign

/// The questions of `unled new`, in the order in which somebody thinks of them.
struct NewConversation {
  private let command: New
  private let console: Console
  private var interview: Interview

  init(command: New, console: Console) {
    self.command = command
    self.console = console
    interview = Interview(isOpen: console.isInteractive)
  }

  mutating func draft() async throws -> TrialDraft {
    let saved = try savedPrompt()
    if interview.isOpen {
      print("A few questions; Enter takes what stands in brackets.\n")
    }
    let observation = interview.ask(
      "What did you see, in one sentence?", given: command.observation, flag: "--observation")
    let source = interview.ask(
      "Where did you see it? (Enter skips)", given: command.source, flag: "--source", proposal: "")
    let (about, holds, fails) = askClaim()
    let neutral = askPrompt(saved, claim: [holds])
    let wordings = [neutral.prompt] + askWordings()
    try interview.finish()
    let topics = try await askTopics(claim: [holds, fails])
    let terms = askTerms(holds: holds, fails: fails, prompts: wordings + topics.map(\.topic))
    let choice = try askCue(
      neutral.cue, wordings: wordings,
      claim: PairClaim(about: about, holds: holds, fails: fails, terms: terms))
    let (question, scale) = askQuestion(about: about, holds: holds)
    let baseline = askBaseline(avoiding: [holds, fails] + terms)
    let smallest = interview.ask(
      "The smallest effect that would matter to you, in points of the scale?",
      given: command.smallestEffect, flag: "--smallest-effect", proposal: "0.5",
      check: { Double($0).map { $0 > 0 && $0 < 4 } == true ? nil : "give points, such as 0.5" })
    let model = interview.ask(
      "The model's name at its server:", given: command.model, flag: "--model", proposal: "local")
    let address = interview.ask(
      "The server's address:", given: command.baseURL, flag: "--base-url",
      proposal: "http://127.0.0.1:8080/v1")
    try interview.finish()
    var draft = TrialDraft(
      name: command.name, observation: observation, source: source, scenarios: topics,
      wordings: wordings, cue: choice?.cue.slug ?? "expectation-statement",
      strength: command.strength, about: about, holds: holds, fails: fails, terms: terms,
      question: question, scale: scale,
      distractors: Proposals.distractors(count: 2, avoiding: [holds, fails, question] + terms),
      baseline: baseline, smallestEffect: smallest, model: model, baseURL: address,
      isCompletion: command.completion)
    for (condition, text) in [
      (TrialDraft.WrittenCondition.leading, command.leading), (.away, command.away),
      (.placebo, command.placebo),
    ] {
      draft.written[condition] = text
    }
    return draft
  }

  // MARK: What was typed

  private func savedPrompt() throws -> String? {
    guard let from = command.from else { return command.typed }
    let file = URL(filePath: from, relativeTo: command.options.home)
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    } catch {
      throw Fault(
        .notFound, at: from, "the file cannot be read: \(error.localizedDescription)",
        remedy: "check its name and that it is yours to read")
    }
    guard let chat = SavedChat(text) else {
      throw Fault(
        .badInput, at: from, "nothing in it was written by a person",
        remedy: "save the prompt by itself, or the chat with 'User:' before your turns")
    }
    if chat.turns > 1 {
      console.say(
        "\(from): \(chat.turns) turns of yours; the first is taken, for each output must begin afresh"
      )
    }
    return chat.prompt
  }

  private mutating func askClaim() -> (about: String, holds: String, fails: String) {
    let about = interview.ask(
      "Whom or what is it about? (such as: the main character)", given: command.about,
      flag: "--about")
    let holds = interview.ask(
      "Finish the sentence so that it says what you saw (such as: mentions the moon): \(about) …",
      given: command.holds, flag: "--holds", check: Self.rest(after: about))
    let fails = interview.ask(
      "What would it look like if it were not so? The same sentence the other way round, in as many "
        + "words and without a 'not': \(about) …", given: command.fails, flag: "--fails",
      check: Self.rest(after: about))
    return (about, holds, fails)
  }

  /// A sentence is to be finished, not begun again.
  private static func rest(after about: String) -> (String) -> String? {
    { answer in
      !about.isEmpty && answer.lowercased().hasPrefix(about.lowercased() + " ")
        ? "leave out '\(about)': write only what follows it" : nil
    }
  }

  /// The neutral prompt, and the cue that the typed one carried.
  private mutating func askPrompt(_ saved: String?, claim: [String]) -> (prompt: String, cue: Cue?)
  {
    let typed: String
    if let saved {
      typed = saved
    } else if let given = command.prompt {
      typed = given
    } else {
      typed = interview.ask(
        "What did you type, as it was? (a long prompt: save it, and begin with --from FILE)",
        given: nil, flag: "--prompt")
    }
    let read = NeutralPrompt(typed: typed, terms: [])
    if command.prompt == nil || command.prompt != typed { show(read) }
    let proposal = NeutralPrompt.withTopic(read.proposal)
    let prompt = interview.ask(
      read.leftOut.isEmpty
        ? "The prompt with {topic} where the topic belongs:"
        : "The prompt without what led, and with {topic} where the topic belongs:",
      given: command.prompt, flag: "--prompt",
      proposal: proposal.isEmpty ? nil : proposal, check: Self.promptFault)
    return (prompt, read.cue)
  }

  /// Shows somebody what led in their prompt.
  private func show(_ read: NeutralPrompt) {
    guard !read.typed.isEmpty else { return }
    guard read.reading.isEnglish else {
      return console.say("The prompt is not English: what leads in it cannot be shown.")
    }
    let file = LintedFile(prompt: read.typed, name: "your prompt")
    guard file.findings.contains(where: { $0.level > .note }) else {
      return console.say(
        "In your prompt no known cue is found. That is no proof that it is neutral.")
    }
    let text = LintText(columns: 78, bold: { $0 }, faint: { $0 })
    console.say("\nWhat led in your prompt:\n")
    console.say(text.text(of: [file], showsNotes: false) + "\n")
  }

  private static func promptFault(_ prompt: String) -> String? {
    guard prompt.contains("{topic}") else {
      return "there is no {topic} in it: write it again with {topic} where the topic belongs, such "
        + "as: Write a story about {topic}."
    }
    let found = CueDetector().read(prompt).findings.filter { $0.confidence == .high }
    return found.first.map {
      "it leads: '\($0.words)' is a \($0.cue.name); \($0.cue.mend)"
    }
  }

  private mutating func askWordings() -> [String] {
    guard interview.isOpen, command.wording.isEmpty else {
      return command.wording.map {
        interview.ask("", given: $0, flag: "--wording", check: Self.promptFault)
      }
    }
    var wordings: [String] = []
    while wordings.count < 4 {
      let more = interview.ask(
        "Another way to ask the same, with {topic}? One sentence is no sample. (Enter goes on)",
        given: nil, flag: "--wording", proposal: "",
        check: { $0.isEmpty ? nil : Self.promptFault($0) })
      if more.isEmpty { break }
      wordings.append(more)
    }
    return wordings
  }

  // MARK: Topics

  private mutating func askTopics(claim: [String]) async throws -> [DraftScenario] {
    let own = interview.ask(
      "Topics, with ';' between them (24 short ones are a good start):", given: command.topics,
      flag: "--topics", proposal: command.widen == nil && command.proposer == nil ? nil : "",
      check: { [widens = command.widen != nil || command.proposer != nil] in
        Self.topics($0).count < 2 && !widens
          ? "name two topics at the least, with ';' between" : nil
      })
    try interview.finish()
    var topics = Self.topics(own).map { DraftScenario(topic: $0) }
    for topic in topics where Self.leaks(topic.topic, claim) {
      console.say("note: the topic '\(topic.topic)' holds a word of the claim")
    }
    if let proposer = command.proposer {
      topics += try await proposed(by: proposer, besides: topics, claim: claim)
    }
    var list = command.widen
    if list == nil, interview.isOpen, topics.count < 12 {
      let names = Proposals.topics.map(\.name).joined(separator: ", ")
      list = interview.ask(
        "\(topics.count) are few. Add some from a list? (\(names); Enter goes on without)",
        given: nil, flag: "--widen", proposal: "",
        check: { $0.isEmpty ? nil : Self.listFault($0) })
    }
    if let list, !list.isEmpty {
      if let fault = Self.listFault(list) {
        throw Fault(.wrongUse, at: "--widen", "there is no list '\(list)'", remedy: fault)
      }
      let more = Proposals.topics(list, besides: topics.map(\.topic), avoiding: claim)
      topics += more.prefix(max(0, 24 - topics.count)).map { DraftScenario(topic: $0) }
    }
    return topics
  }

  private static func listFault(_ name: String) -> String? {
    Proposals.topics.contains { $0.name == name }
      ? nil : "the lists are \(Proposals.topics.map(\.name).joined(separator: ", "))"
  }

  /// The topics of a list, each once.
  private static func topics(_ list: String) -> [String] {
    var seen: Set<String> = []
    return list.split(separator: ";").map { $0.trimmingWhitespace() }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }

  private static func leaks(_ text: String, _ claim: [String]) -> Bool {
    CueDetector(terms: claim).read(text).findings.contains {
      $0.cueID == "C2" && $0.confidence == .high
    }
  }

  /// Topics that a model proposed and the person took, one by one.
  private mutating func proposed(
    by model: String, besides topics: [DraftScenario], claim: [String]
  ) async throws -> [DraftScenario] {
    guard interview.isOpen else {
      throw Fault(
        .wrongUse, at: "--with", "what a model proposes is taken by a person, one by one",
        remedy: "call this in a terminal, or leave --with out")
    }
    let address = interview.ask(
      "The server's address:", given: command.baseURL, flag: "--base-url",
      proposal: "http://127.0.0.1:8080/v1")
    console.say("Asking \(model) …")
    let known = Set(topics.map { $0.topic.lowercased() })
    let proposals = try await TopicProposer(
      model: model, address: address, isChat: !command.completion
    )
    .topics(like: topics.map(\.topic))
    var taken: [DraftScenario] = []
    for topic in proposals where !known.contains(topic.lowercased()) {
      let reading = CueDetector(terms: claim).read(topic)
      if let cue = reading.findings.first(where: { $0.confidence > .low }) {
        console.say("left out, for it leads (\(cue.cue.name)): \(topic)")
        continue
      }
      let answer = interview.ask(
        "\(model) proposes: \(topic)   Take it? (y, n, or stop)", given: nil, flag: "--with",
        proposal: "n")
      if answer.lowercased().hasPrefix("s") { break }
      if answer.lowercased().hasPrefix("y") {
        taken.append(DraftScenario(topic: topic, origin: model))
      }
    }
    return taken
  }

  // MARK: The rest

  private mutating func askTerms(holds: String, fails: String, prompts: [String]) -> [String] {
    let proposal = ClaimTerms.proposal(holds: holds, fails: fails, prompts: prompts)
    let answer = interview.ask(
      "Words that give the claim away and must not stand in a neutral prompt, with ',' between:",
      given: command.terms, flag: "--terms", proposal: proposal.joined(separator: ", "))
    return answer.split(separator: ",").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  /// The cue under which the other prompts are made; `nil` where all are written by hand.
  private mutating func askCue(
    _ seen: Cue?, wordings: [String], claim: PairClaim
  ) throws -> CueChoice? {
    if command.leading != nil, command.away != nil, command.placebo != nil { return nil }
    guard (1...3).contains(command.strength) else {
      throw Fault(
        .wrongUse, at: "--strength", "\(command.strength) is no strength",
        remedy: "1 is a hint, 2 explicit, 3 insistent")
    }
    let named = try command.cue.map { try CueCatalogue.cue(named: $0, by: "--cue") }
    do throws(PairRefusal) {
      let choice = try CueChoice(
        first: named ?? seen, wordings: wordings, claim: claim, strength: command.strength,
        only: named != nil)
      if interview.isOpen {
        console.say(
          "\nPrompts that lead are made with the cue '\(choice.cue.name)'"
            + (choice.cue.id == seen?.id ? ", as you led.\n" : ".\n"))
      }
      return choice
    } catch {
      throw Fault(
        .badInput, at: "the prompts",
        "no pair can be made (\(error.rule.rawValue)): \(error.detail)",
        remedy: "word --holds and --fails alike, in as many words, so that one or two differ; or "
          + "write the prompts: --leading, --away, --placebo")
    }
  }

  private mutating func askQuestion(about: String, holds: String) -> (String, NamedScale) {
    let question = interview.ask(
      "What shall raters be asked about each text?", given: command.question, flag: "--question",
      proposal: "How far is it so, or not so, that \(about) \(holds)?")
    let names = NamedScale.allCases.map(\.rawValue)
    let scale = interview.ask(
      "On which scale? PRES is how far a theme is present; others: "
        + names.dropFirst().joined(separator: ", "), given: command.scale, flag: "--scale",
      proposal: "PRES",
      check: {
        names.contains($0.uppercased()) ? nil : "the scales are \(names.joined(separator: ", "))"
      })
    return (question, NamedScale(rawValue: scale.uppercased()) ?? .presence)
  }

  private mutating func askBaseline(avoiding texts: [String]) -> [String] {
    let proposal = Proposals.otherPrompts(avoiding: texts)
    let answer = interview.ask(
      "What else would produce the same text? Other prompts to compare with, ';' between, or none:",
      given: command.baseline, flag: "--baseline", proposal: proposal.joined(separator: "; "))
    return answer.lowercased() == "none" ? [] : Self.topics(answer)
  }
}
