import ArgumentParser
import Faults
import Foundation
import Packets
import Questions
import Rating
import RatingSite
import Reproducible
import TrialDesign
import Trials

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The whole path in a minute, on recorded outputs of a real model.",
    discussion: """
      In a terminal you are the blind rater of a dozen texts and then see what they were. \
      Simulated raters, which only count words, rate the rest: their verdict is an example, \
      not a finding.
      """)

  @OptionGroup var options: CommonOptions
  @Flag(help: "Ask nobody: simulated raters alone.") var unattended = false
  @Flag(
    help:
      "Take its replication: the same prompts, other seeds. Then: unled compare demo demo-again.")
  var again = false
  @Option(help: "Where you rate: terminal or page; asked where missing.") var rateIn: Place?

  enum Place: String, ExpressibleByArgument, CaseIterable {
    case terminal, page
  }

  private var original: String { again ? "unused-skills-again" : "unused-skills" }
  private static let dozen = 12
  private static let you = "you"

  func run() async throws {
    let console = Console(options)
    let shelf = options.shelf
    guard
      let original = (shelf.readyMadeTrials + shelf.trials).first(where: {
        $0.name == self.original
      })
    else {
      throw Fault(
        .notFound, at: self.original, "the ready-made trial is not installed",
        remedy: "install unled with its trials, or name their folder in UNLED_TRIALS")
    }
    let folder = try shelf.copy(original, as: shelf.freeName(again ? "demo-again" : "demo"))
    let trial = try OpenedTrial.open(folder).trial
    // Without a human rater nothing is at stake: a fixed moment fixes the key too, and the same files
    // come out each time.
    let isAttended = !unattended && console.isInteractive
    let fixed = isAttended ? nil : FixedMoment.given
    let now: @Sendable () -> Date = { fixed ?? Date() }
    console.say(
      Console.wrapped(
        """
        The observation: \(trial.observation)

        The trial asks a small real model for stories on \(trial.scenarios.count) topics: \
        neutrally, leading toward the observation, leading away from it, and with a sentence that \
        leads nowhere (the placebo). What it wrote was recorded. This copy of '\(self.original)' \
        lies in

        """) + "\(folder.url.path)\n")
    try await Run.run(
      folder, console: console, models: try ModelOptions.parse([]), concurrency: nil, now: now)
    let key = fixed.flatMap { SecretKey(hex: Digest(of: "\(self.original) \($0)").hex) }
    let blinding = try OpenedTrial.open(folder).blind(
      outputsPerRater: nil, leavesMissing: false, key: key ?? .random(),
      packetID: key.map { RandomID.derived(from: [$0.commitment.hex]) } ?? RandomID.make(),
      now: now())
    console.say("blinded: \(blinding.texts) texts under cover names, in shuffled orders\n")
    let packet = try PacketFile.open(at: folder.packetFile.path)
    if isAttended { try await rateByHand(packet, console: console) }
    try Self.simulate(
      packet, claim: trial.claim, count: blinding.sequences, console: console, now: now)
    let opened = try OpenedTrial.open(folder)
    let summary = try opened.reveal(copies: [], now: now())
    console.say("revealed: \(summary.ratings) answers by \(summary.raters) raters\n")
    let hasRated = try packet.rater(named: Self.you) != nil
    try ReportCommand.write(opened, own: hasRated ? Self.you : nil, console: console, now: now())
  }

  // MARK: The newcomer rates

  private func rateByHand(_ packet: PacketFile, console: Console) async throws {
    let token = RaterToken.random()
    let rater = try packet.addRater(named: Self.you, kind: .person, token: token, now: Date())
    _ = try packet.deal(to: rater.id) { state in
      let codes = state.freeSequences.first?.codes ?? state.raterCounts.map(\.code)
      var seen: Set<OutputCode> = []
      let dozen = codes.filter { seen.insert($0).inserted }.prefix(Self.dozen)
      return .new(
        PacketSequence(
          number: state.highestNumber + 1, codes: Array(dozen), guessCodes: []))
    }
    print(
      Console.wrapped(
        """
        Now you are the rater: \(Self.dozen) short texts. You do not know how each was asked for, \
        and nothing on the screen tells it. It takes a few minutes; you may stop at any time.

        """))
    switch rateIn ?? askForPlace() {
    case .terminal:
      repeat {
        _ = try Rate.rate(packet, as: Self.you, kind: .person, limit: nil, console: console)
      } while try goesOn(packet, rater)
    case .page: try await rateOnPage(packet, rater: rater, token: token)
    }
  }

  /// Asks whoever stopped early whether to go on; the reveal closes the ratings.
  private func goesOn(_ packet: PacketFile, _ rater: Rater) throws -> Bool {
    let session = try RatingSession.resume(packet: packet, rater: rater)
    guard let progress = try session?.progress(), !progress.isFinished else { return false }
    print(
      "You have rated \(progress.done) of \(progress.total). Go on, or see the result now? [g/r] ",
      terminator: "")
    fflush(nil)
    return readLine()?.lowercased().hasPrefix("g") == true
  }

  private func askForPlace() -> Place {
    print("Rate here in the terminal, or on a page in your browser? [t/p] ", terminator: "")
    fflush(nil)
    return readLine()?.lowercased().hasPrefix("p") == true ? .page : .terminal
  }

  private func rateOnPage(
    _ packet: PacketFile, rater: Rater, token: RaterToken
  ) async throws {
    let site = RatingSite(packet: packet, logger: options.log)
    let serving = Task {
      try await site.run(host: "127.0.0.1", port: 0, stopsOnSignals: false) { port in
        let link = "http://127.0.0.1:\(port)\(RatingSite.path(for: token))"
        print("\nOpen this page:\n\n  \(link)\n\nWhen you are done there, press Enter here.")
        fflush(nil)
        Self.open(link)
      }
    }
    repeat { await Self.waitForEnter() } while try goesOn(packet, rater)
    serving.cancel()
    _ = await serving.result
  }

  /// Reading a line blocks, so it has a thread of its own.
  private static func waitForEnter() async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        _ = readLine()
        continuation.resume()
      }
    }
  }

  /// Opens the link where there is a desktop to do so; the link is printed in any case.
  private static func open(_ link: String) {
    #if os(macOS)
    let program = "/usr/bin/open"
    #else
    let program = "/usr/bin/xdg-open"
    guard ProcessInfo.processInfo.environment["DISPLAY"] != nil else { return }
    #endif
    guard FileManager.default.isExecutableFile(atPath: program) else { return }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [link]
    process.standardError = FileHandle.nullDevice
    // A browser that does not come up is no fault: the link is on the screen.
    try? process.run()
  }

  // MARK: The others are simulated

  /// Words by which a simulated rater takes a text to be about a skill without use.
  private static let lexicon = [
    "skill*", "unused", "useless", "unneeded", "unwanted", "no use", "nobody asked",
    "no longer", "not needed", "forgotten", "did not ask", "did not answer", "not one",
    "what else",
  ]

  private static func simulate(
    _ packet: PacketFile, claim: Claim?, count: Int, console: Console,
    now: @Sendable () -> Date
  ) throws {
    for number in 1...max(1, count) {
      let rater = SimulatedRater(
        name: "simulated \(number)", seed: UInt64(1907 + number), lexicon: lexicon, noise: 0.06,
        saturation: 1)
      _ = try rater.rate(packet, now: now())
      console.progress("simulated raters: \(number) of \(count)", isLast: number == count)
    }
  }
}
