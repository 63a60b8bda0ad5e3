import Faults
import Foundation
import Record
import Reproducible
import Testing

@Suite struct RevealTests {
  let now = RecordFixture.now

  func rating(_ id: String, value: Double? = 2) -> StoredRating {
    StoredRating(
      id: id, rater: "r1", raterName: "Ann", raterKind: "person", position: 1, code: "abcdefgh",
      question: "sad", value: value, cannotTell: value == nil, note: nil, guess: nil, revision: 1,
      seconds: 2.5, ratedAt: now)
  }

  func blinded() throws -> (RecordFixture, RecordFile) {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    try record.store(
      StoredBlinding(
        packetID: "p1",
        views: [
          StoredView(
            code: "abcdefgh", output: "o1", view: "plain", stored: "A text.", shown: "A text.")
        ], optionMeanings: ["x": "toward"], echoing: ["o1"], selfNaming: []), now: now)
    return (fixture, record)
  }

  @Test func `a blinding is given back`() throws {
    let (_, record) = try blinded()
    #expect(try record.packets.map(\.id) == ["p1"])
    #expect(try record.packets.first?.digest == nil)
    #expect(try record.views.map(\.shown) == ["A text."])
    #expect(try record.optionMeanings == ["x": "toward"])
    #expect(try record.outputs(withTrace: "echo") == ["o1"])
    #expect(try record.outputs(withTrace: "self-naming").isEmpty)
  }

  @Test func `the blinding key is made once`() throws {
    let fixture = try RecordFixture()
    let record = try fixture.frozen()
    #expect(try record.blindingKey == nil)
    let key = try record.makeBlindingKey(now: now)
    #expect(try record.makeBlindingKey(now: now) == key)
    #expect(try RecordFile.open(at: fixture.path).blindingKey == key)
  }

  @Test func `revealing twice is revealing once`() throws {
    let (_, record) = try blinded()
    let digest = Digest(of: "ratings")
    let ratings = [rating("1"), rating("2", value: nil)]
    #expect(try !record.isRevealed)
    for _ in 0..<2 { try record.reveal([("p1", digest, ratings)], now: now) }
    #expect(try record.isRevealed)
    #expect(try record.ratings == ratings)
    #expect(try record.packets.first?.digest == digest)
    #expect(try record.auditLog.map(\.event) == ["freeze", "blind", "reveal"])
  }

  @Test func `what comes after the reveal is late, and logged`() throws {
    let (_, record) = try blinded()
    try record.reveal([("p1", Digest(of: "a"), [rating("1")])], now: now)
    try record.reveal([("p1", Digest(of: "b"), [rating("1", value: 0), rating("2")])], now: now)
    #expect(try record.ratings.map(\.isLate) == [false, true])
    #expect(try record.ratings.map(\.value) == [2, 2])
    #expect(try record.packets.first?.digest == Digest(of: "a"))
    #expect(try record.auditLog.map(\.event).suffix(2) == ["reveal", "late ratings"])
  }

  @Test func `a packet of another record is refused and leaves nothing`() throws {
    let (_, record) = try blinded()
    let fault = #expect(throws: Fault.self) {
      try record.reveal(
        [("p1", Digest(of: "a"), [rating("1")]), ("p2", Digest(of: "b"), [])], now: now)
    }
    #expect(fault?.kind == .badInput)
    #expect(try !record.isRevealed)
    #expect(try record.ratings.isEmpty)
    #expect(try record.packets.first?.digest == nil)
  }

  @Test func `an analysis is kept once for each result`() throws {
    let (_, record) = try blinded()
    try record.store(analysis: ["verdict": "led"], now: now)
    try record.store(analysis: ["verdict": "led"], now: now)
    #expect(try record.auditLog.count { $0.event == "analyse" } == 1)
  }
}
