import Faults
package import Foundation
package import Packets
package import Questions
import Reproducible

/// A program that stands in for a rater: it knows nothing but the text, and counts words.
///
/// For demonstrations and tests of the whole path; its ratings are marked as simulated and are in
/// no verdict about a model.
package struct SimulatedRater: Hashable, Sendable {
  /// What it does with the guess.
  package enum GuessHabit: Hashable, Sendable {
    /// Always the last option, "cannot tell".
    case cannotTell
    /// Many words of the lexicon: the first option; none: the second; else the last.
    case byLexicon
  }

  /// How it picks one of several choices that have no order.
  package struct ChoiceHabit: Hashable, Sendable {
    /// For some choices, by their labels, the words that speak for them.
    package let words: [String: [String]]
    /// The label that is picked where no such word stands in the text; `nil`: it cannot tell.
    package let otherwise: String?
    /// The share of answers that are drawn at random among the choices instead, in 0...1.
    package let slips: Double

    package init(words: [String: [String]], otherwise: String?, slips: Double = 0) {
      self.words = words
      self.otherwise = otherwise
      self.slips = slips
    }
  }

  package let name: String
  package let seed: UInt64
  /// What it counts, in any case: words, phrases, and beginnings of words that end in `*`.
  package let lexicon: [String]
  /// The standard deviation of the noise on each answer, on a scale of 0...1.
  package let noise: Double
  /// How many words make a text score about two thirds.
  package let saturation: Double
  /// The standard deviation of the personal severity, on the same scale.
  package let severitySpread: Double
  /// Words of their own for some questions; an empty list answers at random.
  package let otherLexicons: [QuestionID: [String]]
  package let guesses: GuessHabit
  /// How it answers some nominal questions; the others it answers at random.
  package let choices: [QuestionID: ChoiceHabit]

  package init(
    name: String, seed: UInt64, lexicon: [String], noise: Double, saturation: Double = 2,
    severitySpread: Double = 0.05, otherLexicons: [QuestionID: [String]] = [:],
    guesses: GuessHabit = .cannotTell, choices: [QuestionID: ChoiceHabit] = [:]
  ) {
    self.name = name
    self.seed = seed
    self.lexicon = lexicon
    self.noise = noise
    self.saturation = saturation
    self.severitySpread = severitySpread
    self.otherLexicons = otherLexicons
    self.guesses = guesses
    self.choices = choices
  }

  /// Joins a packet, or comes back to it, and answers all that is open.
  ///
  /// - Returns: How many ratings were stored.
  /// - Throws: ``Fault`` where the name is that of another kind of rater, or the packet is closed.
  package func rate(_ packet: PacketFile, now: Date) throws -> Int {
    let known = try packet.rater(named: name)
    guard known.map({ $0.kind == .simulated }) ?? true else {
      throw Fault(
        .badInput, at: "rater '\(name)'", "the packet has a rater of this name who is no program",
        remedy: "give the simulated rater another name")
    }
    // The same packet and the same program give the same names, as they give the same ratings.
    let parts = [try packet.id, name]
    let rater =
      try known
      ?? packet.addRater(
        named: name, kind: .simulated, token: nil, id: .derived(from: parts), now: now)
    let session = try RatingSession.begin(
      packet: packet, rater: rater, means: "simulated", now: now)
    var stored = 0
    for place in try session.places() {
      let text = try session.text(at: place.position)
      let words = LexiconCount.words(of: text)
      for (question, given) in answers(at: place, words: words, in: session)
      where place.given[question] == nil {
        try session.store(
          id: .derived(from: parts + ["\(place.position)", question.name]),
          position: place.position, question: question, given: given, seconds: nil, now: now)
        stored += 1
      }
    }
    return stored
  }

  private func answers(
    at place: RatingPlace, words: [String], in session: RatingSession
  ) -> [(QuestionID, GivenAnswer)] {
    switch place.part {
    case .rate:
      session.questions.compactMap { question in
        answer(to: question, at: place, words: words).map { (question.id, .answer($0)) }
      }
    case .guess:
      guess(session.guess, at: place, words: words).map { [(.conditionGuess, $0)] } ?? []
    }
  }

  private func answer(
    to question: Question, at place: RatingPlace, words: [String]
  ) -> Answer? {
    var generator = generator(for: question.id, at: place)
    let own = otherLexicons[question.id]
    let levels = question.form.labels.count
    switch question.form {
    case .note: return nil
    case .nominal(let labels) where choices[question.id] != nil:
      return choices[question.id].map {
        Self.choice(by: $0, among: labels, words: words, generator: &generator)
      }
    case .nominal where own == nil:
      return .value(Double(generator.integer(below: levels)))
    case .binary, .ordinal, .nominal, .slider:
      let score =
        own == []
        ? generator.unit() : score(of: words, by: own ?? lexicon, generator: &generator)
      guard levels > 0 else { return .value((score * 100).rounded()) }
      return .value((score * Double(levels - 1)).rounded())
    }
  }

  /// The choice with the most words in the text; of several the first.
  private static func choice(
    by habit: ChoiceHabit, among labels: [String], words: [String],
    generator: inout SeededGenerator
  ) -> Answer {
    if generator.unit() < habit.slips {
      return .value(Double(generator.integer(below: labels.count)))
    }
    let hits = labels.map { LexiconCount.hits(of: habit.words[$0] ?? [], in: words) }
    if let most = hits.max(), most > 0, let place = hits.firstIndex(of: most) {
      return .value(Double(place))
    }
    let place = habit.otherwise.flatMap(labels.firstIndex(of:))
    return place.map { .value(Double($0)) } ?? .cannotTell
  }

  private func guess(
    _ sheet: GuessSheet?, at place: RatingPlace, words: [String]
  ) -> GivenAnswer? {
    guard let sheet, let last = sheet.options.last else { return nil }
    guard guesses == .byLexicon, sheet.options.count > 2 else { return .guess(optionID: last.id) }
    var generator = generator(for: .conditionGuess, at: place)
    let score = score(of: words, by: lexicon, generator: &generator)
    let option = score > 0.6 ? sheet.options[0] : score < 0.2 ? sheet.options[1] : last
    return .guess(optionID: option.id)
  }

  private func score(
    of words: [String], by lexicon: [String], generator: inout SeededGenerator
  ) -> Double {
    var own = SeededGenerator(seed: seed, label: "severity of \(name)")
    let hits = Double(LexiconCount.hits(of: lexicon, in: words))
    let clean = 1 - exp(-hits / max(saturation, 0.01))
    return min(1, max(0, clean + severitySpread * own.normal() + noise * generator.normal()))
  }

  /// Each answer has its own draws, so that neither order nor resuming moves them.
  private func generator(for question: QuestionID, at place: RatingPlace) -> SeededGenerator {
    SeededGenerator(
      seed: seed,
      label: "\(name)/\(place.part.rawValue)/\(place.position)/\(place.code)/\(question)"
    )
  }
}

/// Counts words of a list in a text.
enum LexiconCount {
  /// The words of a text in lower case; an apostrophe inside a word belongs to it.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
      .map { String($0).replacing("’", with: "'") }
  }

  /// How often the words or phrases stand in the text.
  static func hits(of lexicon: [String], in words: [String]) -> Int {
    lexicon.reduce(0) { total, entry in
      let parts = entry.lowercased().split(separator: " ").map(String.init)
      guard !parts.isEmpty, words.count >= parts.count else { return total }
      let starts = 0...(words.count - parts.count)
      return total
        + starts.count { start in
          zip(words[start...], parts).allSatisfy { word, part in
            part.hasSuffix("*") ? word.hasPrefix(part.dropLast()) : word == part
          }
        }
    }
  }
}
