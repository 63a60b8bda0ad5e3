import Faults
import Packets
import Questions
import Reproducible

/// One answer as the page sends it.
struct SentRating: Hashable, Sendable {
  /// The longest body that is read.
  static let mostBytes = 16 * 1024
  /// What the page calls the last part's only question.
  static let guessName = "guess"

  let id: RatingID
  let position: Int
  let question: QuestionID
  let given: GivenAnswer
  let seconds: Double?

  /// Reads a body.
  ///
  /// - Throws: ``Fault`` of kind `badInput` that names the member that is wrong.
  init(reading body: [UInt8]) throws(Fault) {
    let json: JSON
    do {
      json = try JSON(parsing: body)
    } catch {
      throw Self.fault("the body is no JSON", "send one JSON object")
    }
    guard let id = json["id"]?.text.flatMap(RatingID.init) else {
      throw Self.fault("'id' is no 128-bit name", "send 32 lower-case hexadecimal digits")
    }
    guard let position = json["position"]?.int else {
      throw Self.fault("'position' is missing", "send the place's number, from 0")
    }
    self.id = id
    self.position = position
    seconds = json["seconds"]?.double
    given = try Self.given(in: json)
    if case .guess = given {
      question = .conditionGuess
    } else if let name = json["question"]?.text {
      question = QuestionID(name)
    } else {
      throw Self.fault("'question' is missing", "send the question's id")
    }
  }

  private static func given(in json: JSON) throws(Fault) -> GivenAnswer {
    let names = ["value", "cannot_tell", "note", "guess"].filter { json[$0] != nil }
    guard names.count == 1, let name = names.first, let given = json[name] else {
      throw fault(
        "an answer is one of 'value', 'cannot_tell', 'note' and 'guess'", "send exactly one")
    }
    switch name {
    case "value":
      if let number = given.double { return .answer(.value(number)) }
    case "cannot_tell":
      if given.flag == true { return .answer(.cannotTell) }
    case "note":
      if let text = given.text { return .answer(.note(storable(text).trimmingWhitespace())) }
    default:
      if let option = given.text { return .guess(optionID: option) }
    }
    throw fault("'\(name)' holds no answer", "send a number, true, a text, or an option's id")
  }

  /// A text that the packet keeps whole: SQLite's text ends at a zero.
  private static func storable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }

  private static func fault(_ problem: String, _ remedy: String) -> Fault {
    Fault(.badInput, at: "rating", problem, remedy: remedy)
  }
}
