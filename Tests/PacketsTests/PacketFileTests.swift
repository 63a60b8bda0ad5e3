import Faults
import Foundation
import Packets
import Questions
import Reproducible
import Testing

@Suite struct PacketFileTests {
  let now = PacketFixture.now

  @Test func `gives back what was put in, without what raters must not know`() throws {
    let fixture = try PacketFixture()
    let read = try PacketFile.open(at: fixture.path).contents
    let put = PacketFixture.contents
    #expect(read.entries == put.entries.sorted { $0.code < $1.code })
    #expect(read.sequences == put.sequences)
    #expect(read.guess == put.guess)
    #expect(read.keyCommitment == put.keyCommitment)
    #expect(read.questions.map(\.id) == put.questions.map(\.id))
    #expect(read.questions.allSatisfy { !$0.isPrimary && !$0.isDistractor })
    #expect(try fixture.packet.text(of: OutputCode("aaaa")) == "text of aaaa")
    #expect(try fixture.packet.text(of: OutputCode("zzzz")) == nil)
    #expect(try fixture.packet.sequence(2)?.codes == [OutputCode("cccc")])
    #expect(try fixture.packet.sequence(3) == nil)
  }

  @Test func `refuses to be made twice or opened where it is not`() throws {
    let fixture = try PacketFixture()
    let path = fixture.path
    let twice = #expect(throws: Fault.self) {
      try PacketFile.create(at: path, contents: PacketFixture.contents)
    }
    #expect(twice?.kind == .cannotCreate)
    let missing = #expect(throws: Fault.self) { try PacketFile.open(at: path + ".not") }
    #expect(missing?.kind == .notFound)
  }

  @Test func `raters have names of their own, in any case`() throws {
    let packet = try PacketFixture().packet
    let ann = try packet.addRater(named: " Ann ", kind: .person, token: nil, now: now)
    #expect(ann.name == "Ann")
    #expect(throws: Fault.self) {
      try packet.addRater(named: "ANN", kind: .person, token: nil, now: now)
    }
    #expect(throws: Fault.self) {
      try packet.addRater(named: "  ", kind: .person, token: nil, now: now)
    }
    #expect(try packet.rater(named: "ann") == ann)
    #expect(try packet.raters == [ann])
  }

  @Test(arguments: [
    "Ann\u{1B}[2J", "Ann\u{1B}]0;title\u{7}", "Ann\nBen", "Ann\tBen", "Ann\u{9B}2J",
    "Ann\u{202E}Ben", "Ann\u{2028}Ben", "Ann\0", String(repeating: "a", count: 81),
    "A" + String(repeating: "\u{301}", count: 2000),
  ])
  func `a name that would steer a terminal is none`(name: String) throws {
    let packet = try PacketFixture().packet
    let fault = #expect(throws: Fault.self) {
      try packet.addRater(named: name, kind: .person, token: nil, now: now)
    }
    #expect(fault?.kind == .badInput)
    #expect(try packet.raters.isEmpty)
    for good in ["Zoë 👩‍🔬", "李", "O'Neill-Smith"] {
      #expect(try packet.addRater(named: good, kind: .person, token: nil, now: now).name == good)
    }
  }

  @Test func `a link opens one rater, and a new one closes the old`() throws {
    let packet = try PacketFixture().packet
    let (old, new) = (RaterToken.random(), RaterToken.random())
    let ann = try packet.addRater(named: "Ann", kind: .person, token: old, now: now)
    #expect(try packet.rater(with: old) == ann)
    #expect(try packet.rater(with: new) == nil)
    try packet.setToken(new, of: ann.id)
    #expect(try packet.rater(with: old) == nil)
    #expect(try packet.rater(with: new) == ann)
  }

  @Test func `a rater keeps what was dealt`() throws {
    let packet = try PacketFixture().packet
    let ann = try packet.addRater(named: "Ann", kind: .person, token: nil, now: now)
    let first = try packet.deal(to: ann.id) { .existing($0.freeSequences[0]) }
    let again = try packet.deal(to: ann.id) { .existing($0.freeSequences[0]) }
    #expect(first.number == 1)
    #expect(again == first)
    #expect(try packet.rater(named: "Ann")?.sequence == 1)
    #expect(throws: Fault.self) {
      try packet.deal(to: RaterID("nobody")) { .existing($0.freeSequences[0]) }
    }
  }

  @Test func `storing twice is storing once, a changed mind is a further revision`() throws {
    let fixture = try PacketFixture()
    let ann = try fixture.packet.addRater(named: "Ann", kind: .person, token: nil, now: now)
    let ben = try fixture.packet.addRater(named: "Ben", kind: .person, token: nil, now: now)
    let id = RatingID.random()
    let first = try fixture.rate(ann, 1, id: id)
    let resent = try fixture.rate(ann, 2, id: id)
    #expect(resent == first)
    let changed = try fixture.rate(ann, 2)
    let elsewhere = try fixture.rate(ann, 0, position: 2)
    #expect([first, changed, elsewhere].map(\.revision) == [1, 2, 1])
    #expect(try fixture.packet.ratings(of: ann.id) == [first, changed, elsewhere])
    #expect(Rating.latest(of: try fixture.packet.ratings) == [changed, elsewhere])
    let stolen = #expect(throws: Fault.self) {
      try fixture.packet.store(
        id: id, rater: ben.id, position: 0, code: OutputCode("bbbb"),
        question: QuestionID("theme"), given: .answer(.value(0)), seconds: nil, now: now)
    }
    #expect(stolen?.kind == .badInput)
  }

  @Test(arguments: [
    GivenAnswer.answer(.value(0)), .answer(.value(2)), .answer(.cannotTell),
    .answer(.note("a \"note\"\n=1")), .guess(optionID: "k3"),
  ])
  func `every kind of answer comes back`(given: GivenAnswer) throws {
    let packet = try PacketFixture().packet
    let ann = try packet.addRater(named: "Ann", kind: .person, token: nil, now: now)
    let rating = try packet.store(
      id: .random(), rater: ann.id, position: 3, code: OutputCode("aaaa"),
      question: QuestionID("any"), given: given, seconds: nil, now: now)
    #expect(try packet.ratings == [rating])
    #expect(rating.given == given)
  }

  @Test func `a closed packet takes nothing more, but knows what it has`() throws {
    let fixture = try PacketFixture()
    let ann = try fixture.packet.addRater(named: "Ann", kind: .person, token: nil, now: now)
    let stored = try fixture.rate(ann, 1)
    let digest = try fixture.packet.close(now: now)
    #expect(try fixture.packet.isClosed)
    #expect(digest == RatingDigest.of([stored]))
    #expect(try fixture.packet.close(now: now.addingTimeInterval(60)) == digest)
    #expect(try fixture.rate(ann, 1, id: stored.id) == stored)
    let packet = fixture.packet
    #expect(throws: Fault.self) {
      try packet.store(
        id: .random(), rater: ann.id, position: 0, code: OutputCode("bbbb"),
        question: QuestionID("theme"), given: .answer(.value(0)), seconds: nil, now: now)
    }
    #expect(throws: Fault.self) {
      try packet.deal(to: ann.id) { .existing($0.freeSequences[0]) }
    }
    #expect(try packet.ratings == [stored])
  }

  @Test func `the digest depends on what was said, not on the order`() throws {
    let fixture = try PacketFixture()
    let ann = try fixture.packet.addRater(named: "Ann", kind: .person, token: nil, now: now)
    let ratings = try (0..<3).map { try fixture.rate(ann, Double($0)) }
    #expect(RatingDigest.of(ratings) == RatingDigest.of(ratings.reversed()))
    #expect(RatingDigest.of(ratings) != RatingDigest.of(Array(ratings.dropLast())))
  }

  @Test func `grows by an issue under the same key alone`() throws {
    let packet = try PacketFixture().packet
    func issue(_ key: String) -> PacketContents {
      PacketContents(
        keyCommitment: Digest(of: key),
        entries: [PacketEntry(code: OutputCode("dddd"), text: "later")], questions: [],
        sequences: [PacketSequence(number: 3, codes: [OutputCode("dddd")], guessCodes: [])],
        guess: nil)
    }
    #expect(throws: Fault.self) { try packet.addIssue(issue("another key")) }
    try packet.addIssue(issue("a key"))
    #expect(try packet.contents.entries.count == 4)
    #expect(try packet.sequence(3)?.codes == [OutputCode("dddd")])
    let taken = PacketContents(
      keyCommitment: Digest(of: "a key"),
      entries: [PacketEntry(code: OutputCode("eeee"), text: "last")], questions: [],
      sequences: [2, 3].map {
        PacketSequence(number: $0, codes: [OutputCode("eeee")], guessCodes: [])
      }, guess: nil)
    try packet.addIssue(taken)
    #expect(try packet.contents.sequences.map(\.number) == [1, 2, 3, 4, 5])
    #expect(try packet.sequence(4)?.codes == [OutputCode("eeee")])
  }

  @Test(arguments: [
    "", "xyz", String(repeating: "A", count: 32), String(repeating: "a", count: 33),
  ])
  func `an id is 32 lower-case digits`(name: String) {
    #expect(RatingID(name) == nil)
    #expect(RatingID(RatingID.random().name) != nil)
  }
}
