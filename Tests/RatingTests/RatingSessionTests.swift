import Faults
import Foundation
import Packets
import Questions
import Rating
import Testing

@Suite struct RatingSessionTests {
  let now = RatingFixture.now

  @Test func `deals the next free sequence and keeps it`() throws {
    let fixture = try RatingFixture(codes: [["aa", "bb"], ["cc"]])
    let ann = try fixture.session("Ann")
    let ben = try fixture.session("Ben")
    #expect(ann.sequence.number == 1)
    #expect(ben.sequence.number == 2)
    #expect(try fixture.session("Ann").sequence == ann.sequence)
    let again = try #require(try RatingSession.resume(packet: fixture.packet, rater: ann.rater))
    #expect(again.sequence == ann.sequence)
    let cid = try fixture.packet.addRater(named: "Cid", kind: .person, token: nil, now: now)
    #expect(try RatingSession.resume(packet: fixture.packet, rater: cid) == nil)
  }

  @Test func `places hold the latest answers, and notes are never required`() throws {
    let fixture = try RatingFixture(guessCodes: ["bb"], guess: RatingFixture.sheet)
    let session = try fixture.session()
    func progress() throws -> RatingProgress { try session.progress() }
    #expect(try progress().firstOpen == 0)
    #expect(try progress().total == 4)
    for value in [0.0, 2] {
      try session.store(
        id: .random(), position: 0, question: RatingFixture.theme, given: .answer(.value(value)),
        seconds: nil, now: now)
    }
    let place = try session.places()[0]
    #expect(place.given == [RatingFixture.theme: .answer(.value(2))])
    #expect(place.isComplete(questions: session.questions, guess: session.guess))
    for position in 1...2 {
      try session.store(
        id: .random(), position: position, question: RatingFixture.theme,
        given: .answer(.cannotTell), seconds: nil, now: now)
    }
    #expect(try progress().firstOpen == 3)
    #expect(try !progress().isFinished)
    try session.store(
      id: .random(), position: 3, question: .conditionGuess, given: .guess(optionID: "x9"),
      seconds: nil, now: now)
    #expect(try progress().isFinished)
    #expect(try progress().done == 4)
    #expect(try session.text(at: 3) == "text of bb")
    #expect(throws: Fault.self) { try session.text(at: 4) }
  }

  @Test func `the same text at two places is rated twice`() throws {
    let fixture = try RatingFixture(codes: [["aa", "bb", "aa"]])
    let session = try fixture.session()
    for (position, value) in [(0, 0.0), (2, 2.0)] {
      let rating = try session.store(
        id: .random(), position: position, question: RatingFixture.theme,
        given: .answer(.value(value)), seconds: nil, now: now)
      #expect(rating.revision == 1)
      #expect(rating.code == OutputCode("aa"))
    }
    #expect(try session.progress().firstOpen == 1)
  }

  @Test func `storing the same id again changes nothing`() throws {
    let fixture = try RatingFixture()
    let session = try fixture.session()
    let id = RatingID.random()
    for value in [1.0, 2] {
      let rating = try session.store(
        id: id, position: 0, question: RatingFixture.theme, given: .answer(.value(value)),
        seconds: 3, now: now)
      #expect(rating.given == .answer(.value(1)))
    }
    #expect(try fixture.packet.ratings.count == 1)
  }

  @Test(
    arguments: [
      (-5, 0), (3.25, 3.25), (0.00202, 0.002), (1e9, 86_400), (.infinity, 86_400), (.nan, nil),
      (nil, nil),
    ] as [(Double?, Double?)])
  func `seconds are brought into a day`(given: Double?, stored: Double?) throws {
    let fixture = try RatingFixture()
    let rating = try fixture.session().store(
      id: .random(), position: 0, question: RatingFixture.theme, given: .answer(.value(1)),
      seconds: given, now: now)
    #expect(rating.seconds == stored)
    #expect(try fixture.packet.ratings == [rating])
  }

  @Test(arguments: [
    (0, "theme", GivenAnswer.answer(.value(3))), (0, "theme", .answer(.note("x"))),
    (0, "remark", .answer(.value(1))), (0, "remark", .answer(.note(" "))),
    (0, "nothing", .answer(.value(1))), (-1, "theme", .answer(.value(1))),
    (4, "theme", .answer(.value(1))), (0, "theme", .guess(optionID: "x9")),
    (0, "condition_guess", .guess(optionID: "x9")), (3, "theme", .answer(.value(1))),
    (3, "condition_guess", .guess(optionID: "nope")), (3, "theme", .guess(optionID: "x9")),
  ])
  func `refuses what was never asked`(
    position: Int, question: String, given: GivenAnswer
  ) throws {
    let fixture = try RatingFixture(guessCodes: ["bb"], guess: RatingFixture.sheet)
    let session = try fixture.session()
    let fault = #expect(throws: Fault.self) {
      try session.store(
        id: .random(), position: position, question: QuestionID(question), given: given,
        seconds: nil, now: now)
    }
    #expect(fault?.kind == .badInput)
    #expect(try fixture.packet.ratings.isEmpty)
  }

  @Test func `a closed packet lets in nobody new and nothing new`() throws {
    let fixture = try RatingFixture(codes: [["aa"], ["bb"]])
    let session = try fixture.session("Ann")
    _ = try fixture.packet.addRater(named: "Ben", kind: .person, token: nil, now: now)
    _ = try fixture.packet.close(now: now)
    #expect(throws: Fault.self) {
      try session.store(
        id: .random(), position: 0, question: RatingFixture.theme, given: .answer(.value(1)),
        seconds: nil, now: now)
    }
    #expect(try fixture.session("Ann").sequence == session.sequence)
    let packet = fixture.packet
    let ben = try #require(try packet.rater(named: "Ben"))
    #expect(throws: Fault.self) {
      try RatingSession.begin(packet: packet, rater: ben, means: "page", now: now)
    }
  }

  @Test func `no guess before the last rating, and no rating after the first guess`() throws {
    let fixture = try RatingFixture(guessCodes: ["bb"], guess: RatingFixture.sheet)
    let session = try fixture.session()
    func rate(_ position: Int, id: RatingID = .random()) throws {
      try session.store(
        id: id, position: position, question: RatingFixture.theme, given: .answer(.value(1)),
        seconds: nil, now: now)
    }
    func guess(_ option: String) throws {
      try session.store(
        id: .random(), position: 3, question: .conditionGuess, given: .guess(optionID: option),
        seconds: nil, now: now)
    }
    let first = RatingID.random()
    try rate(0, id: first)
    try rate(1)
    let early = #expect(throws: Fault.self) { try guess("x9") }
    #expect(early?.problem.contains("every text is rated") == true)
    try rate(2)
    try guess("x9")
    let late = #expect(throws: Fault.self) { try rate(0) }
    #expect(late?.kind == .badInput)
    #expect(late?.problem.contains("guesses have begun") == true)
    #expect(throws: Fault.self) {
      try session.store(
        id: .random(), position: 0, question: RatingFixture.note,
        given: .answer(.note("now I see")),
        seconds: nil, now: now)
    }
    // What was on its way is stored already, and a guess may be changed.
    try rate(0, id: first)
    try guess("k3")
    #expect(try fixture.packet.ratings.count == 5)
  }
}
