import Foundation
import Packets
import Questions
import RatingSite
import Reproducible
import Testing

@Suite struct RatingTests {
  private static let id = "0123456789abcdef0123456789abcdef"

  private static func body(
    id: String = RandomID.make(), position: Int = 0, question: String = "level",
    _ answer: String = #""value":2"#, seconds: String = "4.5"
  ) -> String {
    #"{"id":"\#(id)","position":\#(position),"question":"\#(question)",\#(answer),"seconds":\#(seconds)}"#
  }

  @Test func `an answer is stored under its id, with the site's own clock`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      let answer = try await site.post(link + "/ratings", Self.body(id: Self.id))
      #expect(answer.status == 200)
      #expect(try answer.json == ["stored": .string(Self.id)])
      let rating = try #require(try made.packet.ratings.first)
      #expect(rating.id.name == Self.id)
      #expect(rating.rater == made.raters[0].id)
      #expect(rating.code == OutputCode("QZXW1000"))
      #expect(rating.given == .answer(.value(2)))
      #expect(rating.seconds == 4.5)
      #expect(rating.ratedAt == SiteClient.clock)
    }
    try made.remove()
  }

  @Test func `sending twice stores once, a changed mind stores a revision`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site async throws in
      let link = RatingSite.path(for: made.tokens[0]) + "/ratings"
      for _ in 0..<3 {
        #expect(try await site.post(link, Self.body(id: Self.id)).status == 200)
      }
      #expect(try made.packet.ratings.count == 1)
      #expect(try await site.post(link, Self.body(#""value":0"#)).status == 200)
      #expect(try made.packet.ratings.map(\.revision).sorted() == [1, 2])
    }
    try made.remove()
  }

  @Test func `every kind of answer comes back when the rater does`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      for body in [
        Self.body(#""value":1"#), Self.body(question: "mood", #""cannot_tell":true"#),
        Self.body(question: "remark", #""note":"  <b>odd</b>\n""#),
        Self.body(position: 1, question: "mood", #""value":100"#),
      ] {
        #expect(try await site.post(link + "/ratings", body).status == 200)
      }
      let places = try #require(try await site.get(link + "/state").json["places"]?.elements)
      #expect(
        places[0]["given"]
          == [
            "level": ["value": 1], "mood": ["cannot_tell": true],
            "remark": ["note": "<b>odd</b>"],
          ])
      #expect(places[1]["given"] == ["mood": ["value": 100]])
      #expect(places[2]["given"] == [:])
      let other = try await site.get(RatingSite.path(for: made.tokens[1]) + "/state").json
      #expect(other["places"]?.elements?.allSatisfy { $0["given"] == [:] } == true)
    }
    try made.remove()
  }

  @Test func `a zero in a note does not cut it short`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let note = Self.body(question: "remark", #""note":"before\u0000after""#)
      let link = RatingSite.path(for: made.tokens[0]) + "/ratings"
      #expect(try await site.post(link, note).status == 200)
      let stored = try #require(try made.packet.ratings.first)
      #expect(stored.given == .answer(.note("before\u{FFFD}after")))
    }
    try made.remove()
  }

  @Test(arguments: [
    nil, "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1.x",
  ])
  func `another site cannot send answers`(origin: String?) async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0]) + "/ratings"
      let answer = try await site.post(link, Self.body(), origin: origin)
      #expect(answer.status == 403)
      #expect(try answer.json["problem"]?.text == "the request came from another site")
      #expect(try made.packet.ratings.isEmpty)
    }
    try made.remove()
  }

  @Test func `a form that pretends to be an answer is refused`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site async throws in
      let link = RatingSite.path(for: made.tokens[0]) + "/ratings"
      #expect(try await site.post(link, Self.body(), type: "text/plain").status == 415)
      #expect(try made.packet.ratings.isEmpty)
    }
    try made.remove()
  }

  @Test(arguments: [false, true])
  func `a body beyond the limit is refused`(isChunked: Bool) async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0]) + "/ratings"
      let long = Self.body(
        question: "remark", #""note":"\#(String(repeating: "x", count: 17_000))""#)
      let answer = try await site.post(link, long, isChunked: isChunked)
      #expect(answer.status == 413)
      #expect(try made.packet.ratings.isEmpty)
      #expect(try await site.post(link, Self.body(), isChunked: isChunked).status == 200)
    }
    try made.remove()
  }

  @Test(arguments: [
    ("", "no JSON"), ("[]", "'id'"), (Self.body(id: "short"), "'id'"),
    (Self.body(id: Self.id.uppercased()), "'id'"), (#"{"id":"\#(Self.id)"}"#, "'position'"),
    (Self.body(position: 4), "places"), (Self.body(position: -1), "places"),
    (Self.body(question: "none"), "no question of this name"),
    (Self.body(#""value":3"#), "no answer"), (Self.body(#""value":0.5"#), "no answer"),
    (Self.body(#""value":"2""#), "'value'"), (Self.body(#""value":1e999"#), "no JSON"),
    (Self.body(#""value":1,"cannot_tell":true"#), "one of"), (Self.body(#""x":1"#), "one of"),
    (Self.body(#""cannot_tell":false"#), "'cannot_tell'"), (Self.body(#""guess":"q7""#), "guess"),
    (Self.body(question: "remark", #""note":"  ""#), "empty"),
    (Self.body(question: "level", #""note":"text""#), "level"),
  ])
  func `a wrong answer is refused with its reason, and stored nowhere`(body: String, reason: String)
    async throws
  {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let answer = try await site.post(RatingSite.path(for: made.tokens[0]) + "/ratings", body)
      #expect(answer.status == 400)
      #expect(try answer.json["problem"]?.text?.contains(reason) == true, "\(answer.text)")
      #expect(try answer.json["remedy"]?.text?.isEmpty == false)
      #expect(try made.packet.ratings.isEmpty)
    }
    try made.remove()
  }

  @Test func `an answer to an unknown link is refused`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let answer = try await site.post("/r/\(RaterToken.random().text)/ratings", Self.body())
      #expect(answer.status == 404)
      #expect(try made.packet.ratings.isEmpty)
    }
    try made.remove()
  }

  @Test func `a closed packet takes nothing more, and says so`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      #expect(try await site.post(link + "/ratings", Self.body(id: Self.id)).status == 200)
      _ = try made.packet.close(now: SiteClient.clock)
      let late = try await site.post(link + "/ratings", Self.body())
      #expect(late.status == 409)
      #expect(try late.json["problem"]?.text == "rating is closed")
      #expect(try await site.post(link + "/ratings", Self.body(id: Self.id)).status == 200)
      #expect(try made.packet.ratings.count == 1)
      #expect(try await site.get(link + "/state").json["closed"] == true)
      let newcomer = RatingSite.path(for: made.tokens[1])
      #expect(try await site.get(newcomer + "/state").json["closed"] == true)
      #expect(try await site.get(newcomer + "/text/0").status == 409)
      #expect(try await site.post(newcomer + "/ratings", Self.body()).status == 409)
    }
    try made.remove()
  }

  @Test func `the last part's words stay shut until every text is rated`() async throws {
    let made = try TestPacket(
      questions: [TestPacket.level, TestPacket.remark], guess: TestPacket.sheet)
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      for position in 0..<4 {
        #expect(try await site.get(link + "/state").json["guess"] == .null)
        #expect(try await site.get(link + "/guess").status == 409)
        let early = Self.body(position: 4, question: "guess", #""guess":"m2""#)
        #expect(try await site.post(link + "/ratings", early).status == 400)
        let body = Self.body(position: position, #""value":0"#)
        #expect(try await site.post(link + "/ratings", body).status == 200)
      }
      let open = try await site.get(link + "/guess")
      #expect(open.status == 200)
      #expect(try open.json["guess"]?["ask"] == "What was asked for?")
      #expect(try open.json["guess"]?["options"]?[1] == ["id": "m2", "label": "the other thing"])
      let guess = Self.body(position: 4, question: "guess", #""guess":"m2""#)
      #expect(try await site.post(link + "/ratings", guess).status == 200)
      let changed = try await site.post(link + "/ratings", Self.body(position: 0, #""value":2"#))
      #expect(changed.status == 400)
      #expect(try changed.json["problem"]?.text?.contains("guesses have begun") == true)
      let wrong = Self.body(position: 4, question: "guess", #""guess":"zz""#)
      #expect(try await site.post(link + "/ratings", wrong).status == 400)
      let state = try await site.get(link + "/state").json
      #expect(
        state["places"]?[4] == [
          "position": 4, "part": "guess", "given": ["guess": ["guess": "m2"]],
        ])
      #expect(state["guess"]?["ask"] == "What was asked for?")
      let stored = try made.packet.ratings.first { $0.question == .conditionGuess }
      #expect(stored?.given == .guess(optionID: "m2"))
    }
    try made.remove()
  }

  @Test func `nobody is dealt anything by a look at the page`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[1])
      _ = try await site.get(link)
      #expect(try made.packet.raters.allSatisfy { $0.sequence == nil })
      _ = try await site.get(link + "/state")
      #expect(try made.packet.rater(named: "Bert")?.sequence == 1)
    }
    try made.remove()
  }
}
