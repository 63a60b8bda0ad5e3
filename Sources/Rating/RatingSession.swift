import Faults
package import Foundation
package import Packets
package import Questions

/// One rater at one packet: what they are shown, in which order, and the only way in for what they
/// say, by whatever means they rate.
package struct RatingSession: Sendable {
  package let packet: PacketFile
  package let rater: Rater
  /// What was dealt to the rater.
  package let sequence: PacketSequence
  /// The packet's questions, in the order in which they are asked.
  package let questions: [Question]
  package let guess: GuessSheet?

  /// Sits a rater down: deals a sequence where they have none, and notes the session.
  ///
  /// In a closed packet whoever has a sequence may still look; no session is noted.
  ///
  /// - Parameters:
  ///   - packet: What is rated.
  ///   - rater: Who rates; one of the packet's raters.
  ///   - means: `page`, `terminal`, `csv` or another word for how they rate.
  ///   - now: The moment of sitting down.
  /// - Returns: The rater's session.
  /// - Throws: ``Fault`` of kind `badInput` for an unknown rater, or where the packet is closed
  ///   before the rater was dealt anything.
  package static func begin(
    packet: PacketFile, rater: Rater, means: String, now: Date
  ) throws -> RatingSession {
    let sequence = try packet.deal(to: rater.id, choose: DealingRule.choose)
    if try !packet.isClosed {
      try packet.beginSession(of: rater.id, means: means, now: now)
    }
    return try RatingSession(packet: packet, rater: rater, sequence: sequence)
  }

  /// Takes a session up again without dealing or noting anything.
  ///
  /// - Returns: `nil` for a rater to whom nothing was dealt yet.
  package static func resume(packet: PacketFile, rater: Rater) throws -> RatingSession? {
    guard let known = try packet.rater(named: rater.name), known.id == rater.id,
      let number = known.sequence, let sequence = try packet.sequence(number)
    else { return nil }
    return try RatingSession(packet: packet, rater: rater, sequence: sequence)
  }

  private init(packet: PacketFile, rater: Rater, sequence: PacketSequence) throws {
    self.packet = packet
    self.rater = Rater(
      id: rater.id, name: rater.name, kind: rater.kind, sequence: sequence.number)
    self.sequence = sequence
    questions = try packet.questions
    guess = try packet.guess
  }

  // MARK: What is shown

  /// All places of the sequence in order, with the answers given so far.
  package func places() throws -> [RatingPlace] {
    let latest = Rating.latest(of: try packet.ratings(of: rater.id))
    let byPosition = Dictionary(grouping: latest, by: \.position)
    return emptyPlaces.map { place in
      let given = (byPosition[place.position] ?? []).map { ($0.question, $0.given) }
      return RatingPlace(
        position: place.position, code: place.code, part: place.part,
        given: Dictionary(given, uniquingKeysWith: { _, last in last }))
    }
  }

  /// How far the rater has come.
  package func progress() throws -> RatingProgress {
    RatingProgress(of: try places(), questions: questions, guess: guess)
  }

  /// The text that stands at a position.
  ///
  /// - Throws: ``Fault`` of kind `badInput` where the sequence has no such position.
  package func text(at position: Int) throws -> String {
    let place = try place(at: position)
    guard let text = try packet.text(of: place.code) else {
      throw Fault(
        .storage, at: "packet", "no text stands behind the code '\(place.code)'",
        remedy: "ask for the packet again: this file is damaged")
    }
    return text
  }

  // MARK: What is given

  /// Stores one answer; storing the same id again changes nothing.
  ///
  /// - Parameters:
  ///   - id: Made by whoever sends, once for each answer.
  ///   - position: The place in the rater's sequence, from 0.
  ///   - question: A question of the packet, or `conditionGuess` in the guess part.
  ///   - given: The answer, or the option that was picked.
  ///   - seconds: How long the text was in view; brought into 0...86400, to a thousandth.
  ///   - now: The moment of answering.
  /// - Returns: The rating as it is stored.
  /// - Throws: ``Fault`` of kind `badInput` where the place, the question or the answer is none of
  ///   this sequence, or where the packet is closed.
  @discardableResult
  package func store(
    id: RatingID, position: Int, question: QuestionID, given: GivenAnswer, seconds: Double?,
    now: Date
  ) throws -> Rating {
    let place = try place(at: position)
    try check(given, of: question, at: place)
    return try packet.store(
      id: id, rater: rater.id, position: position, code: place.code, question: question,
      given: given, seconds: Self.clipped(seconds), now: now
    ) { earlier in
      try checkOrder(of: place.part, at: place.position, after: Rating.latest(of: earlier))
    }
  }

  /// Whether every question that must be answered is, of every text; notes need not be.
  func isRated(by given: some Sequence<Rating>) -> Bool {
    let answered = Dictionary(grouping: given, by: \.position).mapValues {
      Set($0.map(\.question))
    }
    let required = questions.filter { $0.form != .note }.map(\.id)
    return sequence.codes.indices.allSatisfy { position in
      required.allSatisfy { answered[position]?.contains($0) == true }
    }
  }

  /// The guess is asked in words that tell what the trial is about: no guess comes before the last
  /// rating, and no rating is given or changed after the first guess.
  private func checkOrder(
    of part: RatingPlace.Part, at position: Int, after earlier: [Rating]
  ) throws(Fault) {
    switch part {
    case .guess where !isRated(by: earlier):
      throw Fault(
        .badInput, at: "text \(position + 1)", "a guess is asked when every text is rated",
        remedy: "answer what is still open first")
    case .rate where earlier.contains { $0.question == .conditionGuess }:
      throw Fault(
        .badInput, at: "text \(position + 1)",
        "the guesses have begun: ratings stay as they were",
        remedy: "go on with the guesses; what was rated before counts")
    case .guess, .rate: return
    }
  }

  private func check(
    _ given: GivenAnswer, of name: QuestionID, at place: RatingPlace
  ) throws(Fault) {
    let spot = "text \(place.position + 1), question '\(name)'"
    switch (place.part, given) {
    case (.rate, .answer(let answer)):
      guard let question = questions.first(where: { $0.id == name }) else {
        throw Fault(
          .badInput, at: spot, "the packet asks no question of this name",
          remedy: "use \(questions.map { "'\($0.id)'" }.joined(separator: ", "))")
      }
      try question.check(answer, at: spot)
    case (.guess, .guess(let option)):
      guard let guess, name == .conditionGuess else {
        throw Fault(
          .badInput, at: spot, "only the guess is asked here",
          remedy: "send it as '\(QuestionID.conditionGuess)'")
      }
      guard guess.options.contains(where: { $0.id == option }) else {
        throw Fault(
          .badInput, at: spot, "the guess sheet has no such option",
          remedy: "send the id of one of its \(guess.options.count) options")
      }
    case (.rate, .guess):
      throw Fault(
        .badInput, at: spot, "a guess is asked only at the end",
        remedy: "answer the packet's questions here")
    case (.guess, .answer):
      throw Fault(
        .badInput, at: spot, "only the guess is asked here", remedy: "pick one of its options")
    }
  }

  private static func clipped(_ seconds: Double?) -> Double? {
    guard let seconds, !seconds.isNaN else { return nil }
    return (min(max(seconds, 0), 86_400) * 1000).rounded() / 1000
  }

  private func place(at position: Int) throws(Fault) -> RatingPlace {
    let places = emptyPlaces
    guard places.indices.contains(position) else {
      throw Fault(
        .badInput, at: "position \(position)",
        "the sequence has \(places.count) places, counted from 0",
        remedy: "load the list of places again")
    }
    return places[position]
  }

  private var emptyPlaces: [RatingPlace] {
    let all =
      sequence.codes.map { ($0, RatingPlace.Part.rate) }
      + sequence.guessCodes.map { ($0, RatingPlace.Part.guess) }
    return all.enumerated().map { position, entry in
      RatingPlace(position: position, code: entry.0, part: entry.1)
    }
  }
}
