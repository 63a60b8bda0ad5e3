package import Packets
import Questions
import Reproducible
import Tables

/// Ratings as tables: a template that a rater fills in a spreadsheet, and a long table of all.
package enum RatingCSV {
  static let placeColumns = ["position", "code"]

  /// The columns of ``allRatings(of:)``.
  package static let longHeader = [
    "rater", "kind", "position", "code", "question", "value", "label", "note", "cannot_tell",
    "revision", "seconds", "rated_at",
  ]

  /// What one rater fills in: a line a text in the order of their sequence, a column a question,
  /// with the answers given so far.
  ///
  /// - Parameters:
  ///   - session: Whose template it is.
  ///   - part: The ratings, or the guesses that are asked when those are done.
  /// - Returns: CSV, marked as UTF-8 so that spreadsheets read it right.
  /// - Throws: ``Fault`` where the packet cannot be read.
  package static func template(
    for session: RatingSession, part: RatingPlace.Part = .rate
  ) throws -> String {
    let columns = part == .rate ? session.questions.map(\.id) : [QuestionID.conditionGuess]
    let rows = try session.places().filter { $0.part == part }.map { place in
      [
        CSVCell.integer(place.position), .text(place.code.letters),
        .text(try session.text(at: place.position)),
      ] + columns.map { cell(place.given[$0], to: $0, in: session) }
    }
    return CSVWriter.text(
      header: placeColumns + ["text"] + columns.map(\.name), rows: rows, marksUTF8: true)
  }

  /// How to fill in a template, for people: each question with what may stand in its column.
  package static func instructions(
    for session: RatingSession, part: RatingPlace.Part = .rate
  ) -> String {
    var lines = [
      "Fill in the columns behind 'text', line by line, from the top. Leave 'position' and 'code'",
      "as they are. Write a number or its words, or 'cannot tell'; an empty cell is no answer yet.",
    ]
    if part == .guess, let guess = session.guess {
      lines += ["", "\(QuestionID.conditionGuess): \(guess.ask)"]
      lines += guess.options.enumerated().map { "  \($0.offset + 1)  \($0.element.label)" }
    }
    for question in session.questions where part == .rate {
      lines += ["", "\(question.id): \(question.ask)"]
      switch question.form {
      case .note: lines.append("  any text, or nothing")
      case .slider(let low, let high):
        lines.append("  a whole number, 0 (\(low)) to 100 (\(high))")
      case .binary, .ordinal, .nominal:
        lines += question.form.labels.enumerated().map { "  \($0.offset + 1)  \($0.element)" }
        lines.append("  0  cannot tell")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every rating of a packet with every revision, one a line; positions count from 0.
  package static func allRatings(of packet: PacketFile) throws -> String {
    let raters = Dictionary(
      try packet.raters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let questions = Dictionary(
      try packet.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let guess = try packet.guess
    let ratings = try packet.ratings.sorted {
      let names = (raters[$0.rater]?.name ?? "", raters[$1.rater]?.name ?? "")
      return (names.0, $0.position, $0.question, $0.revision)
        < (names.1, $1.position, $1.question, $1.revision)
    }
    return CSVWriter.text(
      header: longHeader,
      rows: ratings.map { rating in
        let columns = RatingColumns(rating.given)
        return [
          .text(raters[rating.rater]?.name ?? rating.rater.name),
          .text(raters[rating.rater]?.kind.rawValue ?? ""), .integer(rating.position),
          .text(rating.code.letters), .text(rating.question.name), .optional(columns.value),
          .optional(label(of: rating, questions: questions, guess: guess)),
          .optional(columns.note), .flag(columns.cannotTell), .integer(rating.revision),
          rating.seconds.map { .fixed($0, decimals: 3) } ?? .empty,
          .text(UTC.timestamp(rating.ratedAt)),
        ]
      })
  }

  private static func label(
    of rating: Rating, questions: [QuestionID: Question], guess: GuessSheet?
  ) -> String? {
    switch rating.given {
    case .guess(let id): guess?.options.first { $0.id == id }?.label
    case .answer(.value(let number)): questions[rating.question]?.describe(.value(number))
    case .answer(.cannotTell), .answer(.note): nil
    }
  }

  private static func cell(
    _ given: GivenAnswer?, to id: QuestionID, in session: RatingSession
  ) -> CSVCell {
    switch given {
    case nil: return .empty
    case .guess(let option):
      return .optional(session.guess?.options.first { $0.id == option }?.label)
    case .answer(let answer):
      guard let question = session.questions.first(where: { $0.id == id }) else { return .empty }
      guard case .value(let number) = answer else { return .text(question.describe(answer)) }
      // A label stands for its level only where it reads back as that level.
      let label = question.describe(answer)
      let reads = (try? question.answer(reading: label, at: "")) == answer
      if case .slider = question.form { return .number(number) }
      return reads ? .text(label) : .number(number + 1)
    }
  }
}
