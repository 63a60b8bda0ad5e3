import Faults
import Packets
import Questions
import Rating
import Testing

@Suite struct SimulatedRaterTests {
  private static let words = ["obsolete", "lost art", "craft*"]

  private func fixture(texts: [String: String], codes: [String]) throws -> RatingFixture {
    try RatingFixture(
      questions: [
        RatingFixture.ordinal, RatingFixture.slider, RatingFixture.remark,
        Question(
          id: QuestionID("style"), ask: "Which?", form: .nominal(["dry", "lush", "odd"])),
        Question(
          id: QuestionID("rain"), ask: "Does it rain?", form: .binary(no: "no", yes: "yes")),
      ], codes: [codes, codes], guessCodes: codes, guess: RatingFixture.sheet,
      text: { texts[$0] ?? "" })
  }

  private static let texts = [
    "aa": "A lost art, an obsolete craft; craftsmen are obsolete. Rain, rain, rain, rain.",
    "bb": "The bus was late.",
  ]

  private func rater(
    _ name: String = "R1", seed: UInt64 = 1, noise: Double = 0
  ) -> SimulatedRater {
    SimulatedRater(
      name: name, seed: seed, lexicon: Self.words, noise: noise, severitySpread: 0,
      otherLexicons: [QuestionID("rain"): ["rain"]], guesses: .byLexicon)
  }

  private func given(_ fixture: RatingFixture, _ name: String) throws -> [RatingPlace] {
    let packet = fixture.packet
    let rater = try #require(try packet.rater(named: name))
    return try #require(try RatingSession.resume(packet: packet, rater: rater)).places()
  }

  @Test func `counts the words it was given, and knows nothing else`() throws {
    let fixture = try fixture(texts: Self.texts, codes: ["aa", "bb"])
    let stored = try rater().rate(fixture.packet, now: RatingFixture.now)
    #expect(stored == 2 * 4 + 2)
    let places = try given(fixture, "R1")
    #expect(places[0].given[RatingFixture.theme] == .answer(.value(2)))
    #expect(places[1].given[RatingFixture.theme] == .answer(.value(0)))
    #expect(places[0].given[RatingFixture.slider.id] == .answer(.value(92)))
    #expect(places[0].given[QuestionID("rain")] == .answer(.value(1)))
    #expect(places[1].given[QuestionID("rain")] == .answer(.value(0)))
    #expect(places.allSatisfy { $0.given[RatingFixture.note] == nil })
    #expect(places[2].given == [.conditionGuess: .guess(optionID: "k3")])
    #expect(places[3].given == [.conditionGuess: .guess(optionID: "x9")])
    #expect(try fixture.packet.raters.map(\.kind) == [.simulated])
  }

  @Test func `one packet and one name give the same names of rater and ratings again`() throws {
    let fixture = try fixture(texts: Self.texts, codes: ["aa", "bb"])
    _ = try rater().rate(fixture.packet, now: RatingFixture.now)
    let packet = fixture.packet
    let rater = try #require(try packet.rater(named: "R1"))
    let parts = [try packet.id, "R1"]
    #expect(rater.id == .derived(from: parts))
    let first = try #require(try packet.ratings(of: rater.id).first)
    #expect(
      first.id == .derived(from: parts + ["\(first.position)", first.question.name]))
    #expect(RatingID(first.id.name) == first.id)
    #expect(RaterID.derived(from: ["another", "R1"]) != rater.id)
  }

  @Test func `comes back to what is open and does nothing twice`() throws {
    let fixture = try fixture(texts: Self.texts, codes: ["aa", "bb"])
    #expect(try rater().rate(fixture.packet, now: RatingFixture.now) == 10)
    #expect(try rater().rate(fixture.packet, now: RatingFixture.now) == 0)
  }

  @Test func `the same seed rates alike, another one does not`() throws {
    let codes = (0..<40).map { "t\($0)" }
    let texts = Dictionary(uniqueKeysWithValues: codes.map { ($0, "an obsolete thing") })
    var rated: [[[QuestionID: GivenAnswer]]] = []
    for seed: UInt64 in [7, 7, 8] {
      let fixture = try fixture(texts: texts, codes: codes)
      _ = try rater(seed: seed, noise: 0.3).rate(fixture.packet, now: RatingFixture.now)
      rated.append(try given(fixture, "R1").map(\.given))
    }
    #expect(rated[0] == rated[1])
    #expect(rated[0] != rated[2])
  }

  @Test func `never answers out of range, however noisy`() throws {
    let codes = (0..<40).map { "t\($0)" }
    let fixture = try fixture(texts: [:], codes: codes)
    let stored = try rater(noise: 50).rate(fixture.packet, now: RatingFixture.now)
    #expect(stored == 40 * 5)
    let themes = try given(fixture, "R1").compactMap { $0.given[RatingFixture.theme] }
    #expect(Set(themes).count > 1)
  }

  @Test func `does not take a person's name`() throws {
    let fixture = try fixture(texts: Self.texts, codes: ["aa"])
    _ = try fixture.session("R1")
    let packet = fixture.packet
    #expect(throws: Fault.self) { try rater().rate(packet, now: RatingFixture.now) }
  }

  @Test func `says cannot tell to the guess unless told otherwise`() throws {
    let fixture = try fixture(texts: Self.texts, codes: ["aa"])
    _ = try SimulatedRater(name: "R2", seed: 1, lexicon: Self.words, noise: 0).rate(
      fixture.packet, now: RatingFixture.now)
    #expect(try given(fixture, "R2")[1].given == [.conditionGuess: .guess(optionID: "p1")])
  }

  @Test func `picks the choice whose words stand in the text, else what it was told`() throws {
    let fixture = try fixture(texts: Self.texts, codes: ["aa", "bb"])
    func answers(_ name: String, _ habit: SimulatedRater.ChoiceHabit) throws -> [GivenAnswer?] {
      let rater = SimulatedRater(
        name: name, seed: 3, lexicon: [], noise: 0, choices: [QuestionID("style"): habit])
      _ = try rater.rate(fixture.packet, now: RatingFixture.now)
      return try given(fixture, name).filter { $0.part == .rate }
        .map { $0.given[QuestionID("style")] }
    }
    let words = ["lush": ["craft"], "odd": ["craft", "rain"]]
    #expect(
      try answers("C1", .init(words: words, otherwise: "dry"))
        == [.answer(.value(2)), .answer(.value(0))])
    #expect(
      try answers("C2", .init(words: words, otherwise: nil))
        == [.answer(.value(2)), .answer(.cannotTell)])
  }
}
