import Faults
import Foundation
import Packets
import Questions
import Rating
import Terminal
import Testing

/// A clock that is a second further each time somebody looks at it.
private final class SteppingClock: Clock, @unchecked Sendable {
  struct Instant: InstantProtocol {
    var seconds: Int
    func advanced(by duration: Duration) -> Instant {
      Instant(seconds: seconds + Int(duration.components.seconds))
    }
    func duration(to other: Instant) -> Duration { .seconds(other.seconds - seconds) }
    static func < (first: Instant, second: Instant) -> Bool { first.seconds < second.seconds }
  }

  // One test on one thread has it.
  private var looks = 0
  var now: Instant {
    looks += 1
    return Instant(seconds: looks)
  }
  var minimumResolution: Duration { .seconds(1) }
  func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}

@Suite struct TerminalRatingTests {
  @discardableResult
  private func run(
    _ session: RatingSession, keys: [Key], screen: KeptScreen = KeptScreen(), limit: Int? = nil
  ) throws -> TerminalOutcome {
    try TerminalRating(
      session: session, keyboard: ScriptedKeyboard(keys), screen: screen, clock: SteppingClock(),
      now: { RatingFixture.now }, limit: limit
    ).run()
  }

  private func typed(_ text: String) -> [Key] {
    text.map { $0 == "\n" ? .enter : $0 == "<" ? .backspace : .character($0) }
  }

  private func values(_ session: RatingSession) throws -> [GivenAnswer?] {
    try session.places().map { $0.given[RatingFixture.theme] ?? $0.given[.conditionGuess] }
  }

  private let only = [RatingFixture.ordinal]

  @Test func `one key is one answer, stored with the seconds the text was in view`() throws {
    let fixture = try RatingFixture(questions: only)
    let session = try fixture.session()
    let screen = KeptScreen()
    let outcome = try run(session, keys: typed("130"), screen: screen)
    #expect(outcome.stored == 3)
    #expect(outcome.progress.isFinished)
    #expect(
      try values(session) == [.answer(.value(0)), .answer(.value(2)), .answer(.cannotTell)])
    #expect(try fixture.packet.ratings.map(\.seconds) == [1, 1, 1])
    #expect(screen.text.contains("2 of 3"))
    #expect(screen.text.contains("text of bb"))
    #expect(screen.text.contains("  1  none\n"))
    #expect(screen.text.contains("Thank you, Ann: all 3"))
  }

  @Test func `keys that mean nothing are told so and store nothing`() throws {
    let session = try RatingFixture(questions: only).session()
    let screen = KeptScreen()
    let outcome = try run(session, keys: typed("459x\n") + [.up, .tab, .escape], screen: screen)
    #expect(outcome.stored == 0)
    #expect(screen.text.contains("1 to 3, 0 for cannot tell"))
  }

  @Test func `undo goes back one answer, and a changed one is a further revision`() throws {
    let fixture = try RatingFixture(questions: only)
    let session = try fixture.session()
    try run(session, keys: typed("12u3") + typed("1"))
    #expect(
      try values(session) == [.answer(.value(0)), .answer(.value(2)), .answer(.value(0))])
    #expect(try fixture.packet.ratings.map(\.revision).sorted() == [1, 1, 1, 2])
  }

  @Test func `Enter keeps an answer on the way forward, and the same again is no revision`() throws
  {
    let fixture = try RatingFixture(questions: only)
    let session = try fixture.session()
    try run(session, keys: typed("12<<\n2") + typed("3"))
    #expect(
      try values(session) == [.answer(.value(0)), .answer(.value(1)), .answer(.value(2))])
    #expect(try fixture.packet.ratings.count == 3)
  }

  @Test(arguments: [[Key.character("q")], [.interrupt], [.endOfInput], []])
  func `stopping keeps everything, and the next session goes on there`(stop: [Key]) throws {
    let fixture = try RatingFixture(questions: only)
    let first = try run(fixture.session(), keys: typed("1") + stop)
    #expect(first.stored == 1)
    #expect(first.progress.firstOpen == 1)
    let screen = KeptScreen()
    let second = try run(fixture.session(), keys: typed("23"), screen: screen)
    #expect(second.stored == 2)
    #expect(second.progress.isFinished)
    #expect(!screen.text.contains("text of aa"))
    let third = try run(fixture.session(), keys: typed("1"))
    #expect(third.stored == 0)
  }

  @Test func `undo reaches answers of an earlier session`() throws {
    let fixture = try RatingFixture(questions: only)
    try run(fixture.session(), keys: typed("1q"))
    try run(fixture.session(), keys: typed("uu3q"))
    #expect(try values(fixture.session()).first == .answer(.value(2)))
  }

  @Test func `notes can be typed, left out, and taken up again`() throws {
    let fixture = try RatingFixture(codes: [["aa", "bb", "cc"]])
    let session = try fixture.session()
    let outcome = try run(session, keys: typed("1\n2n\n3a fine one\n"))
    #expect(outcome.progress.isFinished)
    let notes = try session.places().map { $0.given[RatingFixture.note] }
    #expect(notes == [nil, nil, .answer(.note("a fine one"))])
  }

  @Test func `backspace in an empty note goes back to the question before it`() throws {
    let fixture = try RatingFixture(codes: [["aa"]])
    let session = try fixture.session()
    try run(session, keys: typed("1x<<3\n"))
    #expect(try values(session) == [.answer(.value(2))])
  }

  @Test func `a slider takes a number and Enter`() throws {
    let fixture = try RatingFixture(questions: [RatingFixture.slider], codes: [["aa", "bb", "cc"]])
    let session = try fixture.session()
    try run(session, keys: typed("101\n42\n?\n7u\n<<u\n43\n?\n0\n"))
    let given = try session.places().map { $0.given[RatingFixture.slider.id] }
    #expect(given == [.answer(.value(43)), .answer(.cannotTell), .answer(.value(0))])
  }

  @Test func `more than nine levels are picked by a line`() throws {
    let levels = (1...12).map { "level \($0)" }
    let many = Question(id: RatingFixture.theme, ask: "Which?", form: .ordinal(levels))
    let session = try RatingFixture(questions: [many], codes: [["aa", "bb"]]).session()
    try run(session, keys: typed("12\n13\n1\n"))
    #expect(try values(session) == [.answer(.value(11)), .answer(.value(0))])
  }

  @Test func `the guess comes last, with a word of its own, and no way leads back`() throws {
    let fixture = try RatingFixture(
      questions: only, guessCodes: ["bb", "aa"], guess: RatingFixture.sheet)
    let session = try fixture.session()
    let screen = KeptScreen()
    let outcome = try run(session, keys: typed("111u2u1c"), screen: screen)
    #expect(outcome.progress.isFinished)
    #expect(
      try values(session) == [
        .answer(.value(0)), .answer(.value(0)), .answer(.value(0)), .guess(optionID: "k3"),
        .guess(optionID: "p1"),
      ])
    let parts = screen.text.components(separatedBy: "Last part")
    #expect(parts.count == 2)
    #expect(!parts[0].contains("pointed"))
    #expect(parts[1].contains("1 of 2"))
    #expect(parts[1].contains("There is nothing to go back to."))
  }

  @Test func `a limit stops after so many texts, and the next session takes as many more`() throws {
    let fixture = try RatingFixture(
      questions: only, codes: [["aa", "bb", "cc", "dd", "ee"]], guessCodes: ["aa"],
      guess: RatingFixture.sheet)
    let screen = KeptScreen()
    let first = try run(fixture.session(), keys: typed("12"), screen: screen, limit: 2)
    #expect(first.progress.done == 2)
    #expect(screen.text.contains("2 of 2"))
    #expect(!screen.text.contains("text of cc"))
    #expect(try run(fixture.session(), keys: typed("123"), limit: 2).progress.done == 4)
    let last = try run(fixture.session(), keys: typed("13"), limit: 2)
    #expect(last.progress.isFinished)
  }

  @Test func `lines do where there is no terminal`() throws {
    let fixture = try RatingFixture(codes: [["aa", "bb"]])
    let session = try fixture.session()
    var lines = ["2", "a note", "cannot tell", ""][...]
    let outcome = try TerminalRating(
      session: session, keyboard: LineKeyboard { lines.popFirst() }, screen: KeptScreen(),
      clock: ContinuousClock(), now: { RatingFixture.now }
    ).run()
    #expect(outcome.stored == 3)
    #expect(try values(session) == [.answer(.value(1)), .answer(.cannotTell)])
    #expect(try session.places()[0].given[RatingFixture.note] == .answer(.note("a note")))
  }

  @Test func `nothing in a text or a label reaches the screen as a control`() throws {
    let evil = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\r\u{8}"
    let question = Question(
      id: RatingFixture.theme, ask: "How\(evil)?", form: .ordinal(["a\(evil)", "b"]))
    let sheet = GuessSheet(
      ask: evil, options: [GuessSheet.Option(id: "a", label: evil), .init(id: "b", label: "c")])
    let fixture = try RatingFixture(
      questions: [question, RatingFixture.remark], codes: [["aa"]], guessCodes: ["aa"],
      guess: sheet, text: { _ in "text \(evil) end" })
    let screen = KeptScreen()
    #expect(throws: Fault.self) { try fixture.session("Ann\(evil)b") }
    try run(fixture.session(), keys: typed("1no\n1"), screen: screen)
    let bad = screen.text.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E)
    }
    #expect(bad.isEmpty)
    #expect(screen.text.contains("␛[2J"))
  }

  @Test func `lines are at most 80 columns, less on a narrow screen`() throws {
    for columns in [40, 200] {
      let fixture = try RatingFixture(
        questions: only, codes: [["aa"]],
        text: { _ in String(repeating: "wide words ", count: 50) })
      let screen = KeptScreen(columns: columns)
      try run(fixture.session(), keys: typed("q"), screen: screen)
      let widest = screen.text.split(separator: "\n").map { Terminal.width(of: $0) }.max() ?? 0
      #expect(widest <= min(columns, 80))
    }
  }
}
