import Packets
import Questions
import Rating
import Reproducible

/// What a rater's page starts from.
struct RaterState: Sendable {
  let questions: [Question]
  let guess: GuessSheet?
  let places: [RatingPlace]
  /// About how long all of it takes.
  let minutes: Int
  var isClosed = false

  static let closed = RaterState(
    questions: [], guess: nil, places: [], minutes: 0, isClosed: true)

  /// Whether every text is rated; only then may the last part be seen, for its words tell what the
  /// ratings must not know.
  static func isRated(_ places: [RatingPlace], questions: [Question]) -> Bool {
    places.allSatisfy { $0.part == .guess || $0.isComplete(questions: questions, guess: nil) }
  }

  /// The state as the page reads it: no code, no total, nothing of other raters.
  var json: JSON {
    .object([
      "closed": .bool(isClosed), "minutes": .integer(minutes),
      "questions": .array(questions.map(\.json)),
      "guess": Self.isRated(places, questions: questions) ? guess?.json ?? .null : .null,
      "places": .array(shownPlaces.map(Self.json)),
    ])
  }

  private var shownPlaces: [RatingPlace] {
    guess == nil ? places.filter { $0.part == .rate } : places
  }

  private static func json(of place: RatingPlace) -> JSON {
    let given = place.given.map { question, given in
      (question == .conditionGuess ? SentRating.guessName : question.name, json(of: given))
    }
    return .object([
      "position": .integer(place.position), "part": .string(place.part.rawValue),
      "given": .object(Dictionary(given, uniquingKeysWith: { first, _ in first })),
    ])
  }

  private static func json(of given: GivenAnswer) -> JSON {
    switch given {
    case .answer(.value(let number)): .object(["value": .number(number)])
    case .answer(.cannotTell): .object(["cannot_tell": true])
    case .answer(.note(let text)): .object(["note": .string(text)])
    case .guess(let option): .object(["guess": .string(option)])
    }
  }
}

extension GuessSheet {
  /// The sheet as the page reads it.
  var json: JSON {
    .object([
      "ask": .string(ask),
      "options": .array(
        options.map { .object(["id": .string($0.id), "label": .string($0.label)]) }),
    ])
  }
}

/// How long rating takes, for the first screen.
enum ReadingTime {
  /// How many texts are looked at; the others are taken to be like them.
  static let sample = 24
  /// Calm silent reading, in words a minute.
  private static let wordsPerMinute = 220.0
  /// From the question's first word to the answer.
  private static let secondsPerQuestion = 7.0

  /// How long a whole sequence takes.
  ///
  /// - Parameters:
  ///   - texts: Some of its texts.
  ///   - count: How many texts it has.
  ///   - questions: How many questions each text gets.
  /// - Returns: Minutes; above ten, to the next five.
  static func minutes(texts: [String], of count: Int, questions: Int) -> Int {
    guard !texts.isEmpty else { return 0 }
    let words = texts.map { $0.split(whereSeparator: \.isWhitespace).count }.reduce(0, +)
    let reading = Double(words) / Double(texts.count) / wordsPerMinute
    let total = Double(count) * (reading + Double(questions) * secondsPerQuestion / 60)
    return total <= 10
      ? max(1, Int(total.rounded(.up))) : Int((total / 5).rounded(.up)) * 5
  }
}
