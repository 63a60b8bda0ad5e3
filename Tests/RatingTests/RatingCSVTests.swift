import Faults
import Foundation
import Packets
import Questions
import Rating
import Tables
import Testing

@Suite struct RatingCSVTests {
  let now = RatingFixture.now

  private func imports(
    _ text: String, into session: RatingSession
  ) throws -> RatingCSV.ImportResult {
    try RatingCSV.importTemplate(Array(text.utf8), named: "ann.csv", into: session, now: now)
  }

  @Test func `a template has a line a text and a column a question`() throws {
    let session = try RatingFixture(text: { "=\($0)\nand more" }).session()
    #expect(
      try RatingCSV.template(for: session) == "\u{FEFF}position,code,text,theme,remark\r\n"
        + "0,aa,\"'=aa\nand more\",,\r\n1,bb,\"'=bb\nand more\",,\r\n2,cc,\"'=cc\nand more\",,\r\n")
    let how = RatingCSV.instructions(for: session)
    #expect(how.contains("theme: How much of it?\n  1  none\n  2  some\n  3  much\n"))
  }

  @Test func `a filled template comes in, labels or numbers, and once`() throws {
    let fixture = try RatingFixture()
    let session = try fixture.session()
    let filled = "position;code;theme;remark\n0;aa;Much;\"-fine; really\"\n2;cc;0;\n1;bb;;\n"
    #expect(try imports(filled, into: session) == .init(new: 3, changed: 0, unchanged: 0))
    let first = try fixture.packet.ratings
    #expect(try imports(filled, into: session) == .init(new: 0, changed: 0, unchanged: 3))
    #expect(try fixture.packet.ratings == first)
    let places = try session.places()
    #expect(places[0].given[RatingFixture.theme] == .answer(.value(2)))
    #expect(places[0].given[RatingFixture.note] == .answer(.note("-fine; really")))
    #expect(places[1].given.isEmpty)
  }

  @Test func `what is exported and imported again changes nothing`() throws {
    let fixture = try RatingFixture(
      questions: [RatingFixture.ordinal, RatingFixture.slider, RatingFixture.remark])
    let session = try fixture.session()
    let given: [(QuestionID, Answer)] = [
      (RatingFixture.theme, .cannotTell), (RatingFixture.slider.id, .value(37)),
      (RatingFixture.note, .note("=cmd|' /C calc'!A0\r\nand \"more\"")),
    ]
    for (question, answer) in given {
      try session.store(
        id: .random(), position: 1, question: question, given: .answer(answer), seconds: 1,
        now: now)
    }
    let template = try RatingCSV.template(for: session)
    #expect(try imports(template, into: session) == .init(new: 0, changed: 0, unchanged: 3))
  }

  @Test func `a mind changed back and forth is three revisions`() throws {
    let fixture = try RatingFixture()
    let session = try fixture.session()
    for level in ["some", "much", "some"] {
      _ = try imports("position,code,theme\n0,aa,\(level)\n", into: session)
    }
    let ratings = try fixture.packet.ratings(of: session.rater.id)
    #expect(ratings.map(\.revision) == [1, 2, 3])
    #expect(
      ratings.map(\.given) == [.answer(.value(1)), .answer(.value(2)), .answer(.value(1))])
  }

  @Test func `tells all faults at once, and stores nothing`() throws {
    let fixture = try RatingFixture()
    let session = try fixture.session()
    let faults = try #require(
      #expect(throws: Faults.self) {
        try imports(
          "position,code,theme,remrk\n0,aa,lots,\n1,zz,1,\n7,aa,1,\n2,cc,1,\n2,cc,2,\n",
          into: session)
      })
    #expect(
      faults.all.map(\.place) == [
        "ann.csv:1", "ann.csv:2:6", "ann.csv:3:3", "ann.csv:4:1", "ann.csv:6:1",
      ])
    #expect(try fixture.packet.ratings.isEmpty)
    #expect(throws: Faults.self) { try imports("position,code\n0,aa\n", into: session) }
    #expect(throws: Faults.self) { try imports("code,theme\naa,1\n", into: session) }
  }

  @Test func `guesses have a template of their own`() throws {
    let fixture = try RatingFixture(guessCodes: ["bb"], guess: RatingFixture.sheet)
    let session = try fixture.session()
    #expect(try !RatingCSV.template(for: session).contains("guess"))
    let template = try RatingCSV.template(for: session, part: .guess)
    #expect(
      template == "\u{FEFF}position,code,text,condition_guess\r\n3,bb,text of bb,\r\n")
    let filled = template.replacing("text of bb,", with: "text of bb,Pointed Away")
    #expect(throws: Fault.self) { try imports(filled, into: session) }
    #expect(try fixture.packet.ratings.isEmpty)
    let ratings = "position,code,theme\n2,cc,1\n1,bb,1\n0,aa,1\n"
    #expect(try imports(ratings, into: session).new == 3)
    #expect(try imports(filled, into: session).new == 1)
    let changed = "position,code,theme,condition_guess\n3,bb,,1\n0,aa,2,\n"
    #expect(throws: Fault.self) { try imports(changed, into: session) }
    #expect(try imports(ratings, into: session).unchanged == 3)
    #expect(try session.places()[3].given == [.conditionGuess: .guess(optionID: "x9")])
    let fault = try #require(
      #expect(throws: Faults.self) {
        try imports("position,code,condition_guess\n0,aa,2\n3,bb,5\n", into: session)
      })
    #expect(fault.all.map(\.place) == ["ann.csv:2:6", "ann.csv:3:6"])
  }

  @Test func `one table brings ratings and guesses, whatever the order of its lines`() throws {
    let fixture = try RatingFixture(guessCodes: ["bb"], guess: RatingFixture.sheet)
    let session = try fixture.session()
    let table = "position,code,theme,condition_guess\n3,bb,,1\n2,cc,1,\n1,bb,1,\n0,aa,2,\n"
    #expect(try imports(table, into: session).new == 4)
    #expect(try session.progress().isFinished)
  }

  @Test func `the long table has every revision of everybody`() throws {
    let fixture = try RatingFixture(guessCodes: ["bb"], guess: RatingFixture.sheet)
    let ann = try fixture.session("=Ann")
    for value in [1.0, 2] {
      try ann.store(
        id: .random(), position: 0, question: RatingFixture.theme, given: .answer(.value(value)),
        seconds: 1.5, now: now)
    }
    try ann.store(
      id: .random(), position: 0, question: RatingFixture.note, given: .answer(.note("-so")),
      seconds: nil, now: now)
    for position in 1...2 {
      try ann.store(
        id: .random(), position: position, question: RatingFixture.theme,
        given: .answer(.cannotTell), seconds: nil, now: now)
    }
    try ann.store(
      id: .random(), position: 3, question: .conditionGuess, given: .guess(optionID: "k3"),
      seconds: nil, now: now)
    let stamp = "2026-03-07T14:05:09.000Z"
    let expected = [
      RatingCSV.longHeader.joined(separator: ","),
      "'=Ann,person,0,aa,remark,,,'-so,false,1,,\(stamp)",
      "'=Ann,person,0,aa,theme,1,some,,false,1,1.500,\(stamp)",
      "'=Ann,person,0,aa,theme,2,much,,false,2,1.500,\(stamp)",
      "'=Ann,person,1,bb,theme,,,,true,1,,\(stamp)",
      "'=Ann,person,2,cc,theme,,,,true,1,,\(stamp)",
      "'=Ann,person,3,bb,condition_guess,,pointed at skills,,false,1,,\(stamp)", "",
    ]
    let written = try RatingCSV.allRatings(of: fixture.packet)
    #expect(written == expected.joined(separator: "\r\n"))
  }
}
