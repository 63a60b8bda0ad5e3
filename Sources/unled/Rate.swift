import ArgumentParser
import Faults
import Foundation
import Packets
import Questions
import Rating
import Reproducible
import Terminal
import TrialDesign
import Trials

struct Blind: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the packet: outputs under cover names, in balanced orders, and nothing else.",
    discussion: """
      With --prompts it is a packet of the prompts themselves, before anything is run: readers who \
      know neither the claim nor which prompts belong together say which answer the asker seems to \
      want, and whether somebody would write this. Each reads every wording under every condition \
      once, each condition with another scenario as far as there are some. 'unled check' says what \
      they saw. Who reads prompts should rate no outputs of the same trial.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(help: "The most texts that one rater is asked for.") var outputsPerRater: Int?
  @Flag(help: "Leave out runs that brought nothing, for now.") var incomplete = false
  @Flag(help: "A packet of the prompts themselves, for readers who check them.") var prompts = false
  @Option(help: "With --prompts: how many readers are planned; 8 without it.") var readers: Int?

  func validate() throws {
    guard prompts || readers == nil else {
      throw ValidationError(
        "--readers goes with --prompts; how many rate an output stands in the trial file.")
    }
    guard !prompts || !incomplete else {
      throw ValidationError("--incomplete speaks of runs, and prompts need none: leave it out.")
    }
  }

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    if prompts { return try blindPrompts(of: opened, console: console) }
    let summary = try opened.blind(
      outputsPerRater: outputsPerRater, leavesMissing: incomplete, now: Date())
    let name = opened.folder.name
    try console.result(
      """
      \(opened.folder.packetFile.path)
        \(Numerals.count(summary.texts, "text")), some of them also with words masked, in \
      \(Numerals.count(summary.sequences, "sequence")) of up to \(summary.longestSequence)\
      \(summary.isFurtherIssue ? " (a further issue)" : "")
        next: unled serve \(name), or unled rate \(name) --as YOUR-NAME
      """,
      json: .object([
        "packet": .string(opened.folder.packetFile.path), "texts": .integer(summary.texts),
        "views": .integer(summary.views),
        "sequences": .integer(summary.sequences),
        "longest_sequence": .integer(summary.longestSequence),
      ]))
  }
}

extension Blind {
  private func blindPrompts(of opened: OpenedTrial, console: Console) throws {
    let summary = try opened.blindPrompts(
      readers: readers ?? 8, promptsPerReader: outputsPerRater, now: Date())
    let name = opened.folder.name
    if let old = summary.oldPacket {
      console.say(
        "the prompts were changed since they were last read; the old packet is now \(old)")
    }
    try console.result(
      """
      \(opened.folder.promptsFile.path)
        \(Numerals.count(summary.prompts, "prompt")): \
      \(Numerals.count(summary.wordings, "wording")) under each of \
      \(Numerals.count(summary.conditions, "condition")), in \
      \(Numerals.count(summary.sequences, "sequence")) of up to \(summary.longestSequence)\
      \(summary.isAsBefore ? " (as it was)" : "")
        next: unled serve \(name) --prompts, or unled rate \(name) --prompts --as NAME; \
      then unled check \(name)
      """,
      json: .object([
        "packet": .string(opened.folder.promptsFile.path), "prompts": .integer(summary.prompts),
        "wordings": .integer(summary.wordings), "conditions": .integer(summary.conditions),
        "sequences": .integer(summary.sequences),
        "longest_sequence": .integer(summary.longestSequence),
        "as_before": .bool(summary.isAsBefore),
        "old_packet": summary.oldPacket.map(JSON.string) ?? .null,
      ]))
  }
}

/// What a rater is, as they may say of themselves.
enum OwnKind: String, ExpressibleByArgument, CaseIterable {
  case person, prompter
}

struct Rate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rate in the terminal: single keys, undo, stop and go on.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial, or a packet file.") var trial: String
  @Option(name: .customLong("as"), help: "Your name.") var name: String
  @Option(help: "person, or prompter for whoever wrote or ran the prompts.")
  var kind: OwnKind = .person
  @Option(help: "Stop after this many texts.") var limit: Int?
  @Flag(help: "The packet of the prompts themselves, in place of the outputs'.") var prompts = false

  func run() async throws {
    let packet = try PacketFile.at(trial, prompts: prompts, options: options)
    let outcome = try Self.rate(
      packet, as: name, kind: kind == .person ? .person : .prompter, limit: limit,
      console: Console(options))
    let line = "\(outcome.progress.done) of \(outcome.progress.total) done"
    Console(options).say(outcome.progress.isFinished ? line : "\(line); go on any time")
  }

  static func rate(
    _ packet: PacketFile, as name: String, kind: RaterKind, limit: Int?, console: Console
  ) throws -> TerminalOutcome {
    let now = Date()
    let rater =
      try packet.rater(named: name)
      ?? packet.addRater(named: name, kind: kind, token: nil, now: now)
    let session = try RatingSession.begin(
      packet: packet, rater: rater, means: "terminal", now: now)
    let screen = FileScreen(usesColour: console.hasColor)
    guard console.isInteractive else {
      return try TerminalRating(
        session: session, keyboard: LineKeyboard(), screen: screen, clock: ContinuousClock(),
        now: { Date() }, limit: limit
      ).run()
    }
    return try Terminal.withRawMode {
      try TerminalRating(
        session: session, keyboard: RawKeyboard(), screen: screen, clock: ContinuousClock(),
        now: { Date() }, limit: limit
      ).run()
    }
  }
}

extension PacketFile {
  /// The packet of a trial, or the packet file itself; the record is not opened.
  static func at(
    _ reference: String, prompts: Bool, options: CommonOptions
  ) throws -> PacketFile {
    let file = URL(filePath: reference, relativeTo: options.home)
    if file.pathExtension == "sqlite" { return try PacketFile.open(at: file.path) }
    let folder = try options.shelf.find(reference)
    if prompts {
      guard folder.hasPromptsPacket else {
        throw Fault(
          .unfinished, at: folder.name, "there are no prompts to read yet",
          remedy: "make their packet first: unled blind \(folder.name) --prompts")
      }
      return try PacketFile.open(at: folder.promptsFile.path)
    }
    guard folder.hasPacket else {
      // Nobody rates yet, so that the trial may be opened to say why.
      try OpenedTrial.open(folder).require(.rating)
      throw Fault(
        .unfinished, at: folder.name, "there is nothing to rate yet",
        remedy: "make the packet first: unled blind \(folder.name)")
    }
    return try PacketFile.open(at: folder.packetFile.path)
  }
}

struct Ratings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ratings as tables: a spreadsheet is a rating tool too.",
    subcommands: [Export.self, Import.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write all ratings, or with --as one rater's table to fill in.")

    @OptionGroup var options: CommonOptions
    @Argument(help: "The trial, or a packet file.") var trial: String
    @Option(name: .customLong("as"), help: "Whose table to fill in.") var name: String?
    @Flag(help: "The packet of the prompts themselves, in place of the outputs'.") var prompts =
      false

    func run() async throws {
      let console = Console(options)
      let packet = try PacketFile.at(trial, prompts: prompts, options: options)
      guard let name else {
        return try console.write(String(try RatingCSV.allRatings(of: packet).dropLast()))
      }
      let session = try RatingSession.named(name, in: packet)
      let part: RatingPlace.Part = try session.isRated ? .guess : .rate
      console.say(RatingCSV.instructions(for: session, part: part))
      try console.write(String(try RatingCSV.template(for: session, part: part).dropLast()))
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a filled table back; taking it twice stores it once.")

    @OptionGroup var options: CommonOptions
    @Argument(help: "The trial, or a packet file.") var trial: String
    @Argument(help: "The filled table, CSV.") var file: String
    @Option(name: .customLong("as"), help: "Whose table it is.") var name: String
    @Flag(help: "The packet of the prompts themselves, in place of the outputs'.") var prompts =
      false

    func run() async throws {
      let console = Console(options)
      let packet = try PacketFile.at(trial, prompts: prompts, options: options)
      let url = URL(filePath: file, relativeTo: options.home)
      guard let bytes = try? Data(contentsOf: url) else {  // whatever the reason, the remedy is one
        throw Fault(.notFound, at: file, "the file cannot be read", remedy: "check its name")
      }
      let session = try RatingSession.named(name, in: packet)
      let result = try RatingCSV.importTemplate(
        Array(bytes), named: url.lastPathComponent, into: session, now: Date())
      let guessesAreNext = try session.isRated && session.guess != nil
      try console.result(
        "\(result.new) new, \(result.changed) changed, \(result.unchanged) as they were"
          + (guessesAreNext
            ? "\n  next: the guesses, in a table of their own: unled ratings export \(trial) "
              + "--as \(name)" : ""),
        json: .object([
          "new": .integer(result.new), "changed": .integer(result.changed),
          "unchanged": .integer(result.unchanged),
        ]))
    }
  }
}

extension RatingSession {
  /// The work of a rater by name; somebody new joins as a person.
  static func named(_ name: String, in packet: PacketFile) throws -> RatingSession {
    let rater =
      try packet.rater(named: name)
      ?? packet.addRater(named: name, kind: .person, token: nil, now: Date())
    return try begin(packet: packet, rater: rater, means: "csv", now: Date())
  }

  /// Whether every text is rated, so that the guesses are next.
  var isRated: Bool {
    get throws {
      try places().filter { $0.part == .rate }.allSatisfy {
        $0.isComplete(questions: questions, guess: guess)
      }
    }
  }
}
