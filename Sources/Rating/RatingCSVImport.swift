import Faults
package import Foundation
import Packets
import Questions
import Reproducible
import Tables

extension RatingCSV {
  /// What an import brought.
  package struct ImportResult: Hashable, Sendable {
    /// Answers where there was none.
    package var new = 0
    /// Answers that differ from the one before and are further revisions now.
    package var changed = 0
    /// Answers that were there already.
    package var unchanged = 0

    package init(new: Int = 0, changed: Int = 0, unchanged: Int = 0) {
      self.new = new
      self.changed = changed
      self.unchanged = unchanged
    }
  }

  /// Takes a filled template back.
  ///
  /// Everything is checked before anything is stored. An empty cell says nothing: what was answered
  /// before stays.
  ///
  /// - Parameters:
  ///   - bytes: The CSV file.
  ///   - name: What faults call it.
  ///   - session: The rater whose template it is.
  ///   - now: The moment of the import.
  /// - Returns: How many answers were new, changed and unchanged.
  /// - Throws: ``Faults`` of kind `badInput`, all at once, each with line and column.
  package static func importTemplate(
    _ bytes: [UInt8], named name: String, into session: RatingSession, now: Date
  ) throws -> ImportResult {
    let table = try CSVTable(
      parsing: bytes, named: name, isOurs: true,
      limits: CSVLimits(bytes: 64 << 20, rows: 50_000, columns: 200, cells: 1_000_000))
    let found = try answers(in: table, session: session)
    var revisions: [RevisionPlace: Int] = [:]
    for rating in try session.packet.ratings(of: session.rater.id) {
      let place = RevisionPlace(position: rating.position, question: rating.question)
      revisions[place] = max(revisions[place] ?? 0, rating.revision)
    }
    let places = try session.places()
    let packet = try session.packet.id
    var result = ImportResult()
    // Ratings before guesses, whatever the order of the lines: so they are stored.
    let changes = found.filter { !isSame(places[$0.position].given[$0.question], $0.given) }
      .sorted { $0.position < $1.position }
    result.unchanged = found.count - changes.count
    try checkOrder(of: changes, places: places, session: session, name: name)
    for answer in changes {
      let before = places[answer.position].given[answer.question]
      let place = RevisionPlace(position: answer.position, question: answer.question)
      let revision = (revisions[place] ?? 0) + 1
      try session.store(
        id: try id(of: answer, revision: revision, packet: packet, session: session),
        position: answer.position, question: answer.question, given: answer.given, seconds: nil,
        now: now)
      if before == nil { result.new += 1 } else { result.changed += 1 }
    }
    return result
  }

  /// What the session would refuse is refused here, before anything is stored.
  private static func checkOrder(
    of changes: [FoundAnswer], places: [RatingPlace], session: RatingSession, name: String
  ) throws(Fault) {
    let guesses = changes.filter { $0.question == .conditionGuess }
    if changes.count > guesses.count, places.contains(where: { $0.given[.conditionGuess] != nil }) {
      throw Fault(
        .badInput, at: name, "the guesses have begun: ratings stay as they were",
        remedy: "import the guesses alone; what was rated before counts")
    }
    var after = Dictionary(
      places.filter { $0.part == .rate }.map { ($0.position, Set($0.given.keys)) },
      uniquingKeysWith: { first, _ in first })
    for change in changes { after[change.position]?.insert(change.question) }
    let required = session.questions.filter { $0.form != .note }.map(\.id)
    let isRated = after.values.allSatisfy { $0.isSuperset(of: required) }
    guard guesses.isEmpty || isRated else {
      throw Fault(
        .badInput, at: name, "a guess is asked when every text is rated",
        remedy: "fill in the ratings first")
    }
  }

  private struct RevisionPlace: Hashable {
    let position: Int
    let question: QuestionID
  }

  private struct FoundAnswer {
    let position: Int
    let question: QuestionID
    let given: GivenAnswer
  }

  private static func answers(
    in table: CSVTable, session: RatingSession
  ) throws(Faults) -> [FoundAnswer] {
    let fixed = try table.columns(placeColumns)
    let names = session.questions.map(\.id) + (session.guess == nil ? [] : [.conditionGuess])
    var faults = unknownColumns(of: table, known: placeColumns + ["text"] + names.map(\.name))
    let columns = names.compactMap { name -> (QuestionID, Int)? in
      table.hasColumn(name.name) ? (try? table.column(name.name)).map { (name, $0) } : nil
    }
    if columns.isEmpty {
      faults.append(
        Fault(
          .badInput, at: "\(table.name):1", "no column is a question of the packet",
          remedy: "add \(names.map { "'\($0)'" }.joined(separator: " or "))"))
    }
    var seen: Set<Int> = []
    var found: [FoundAnswer] = []
    for row in table.rows where row.cells.contains(where: { !$0.isEmpty }) {
      do throws(Fault) {
        let (position, part) = try place(of: row, in: table, columns: fixed, session: session)
        guard seen.insert(position).inserted else {
          throw Fault(
            .badInput, at: table.place(of: fixed[0], in: row),
            "position \(position) stands in the table twice", remedy: "remove one of the lines")
        }
        for (question, column) in columns where !row[column].trimmingWhitespace().isEmpty {
          do throws(Fault) {
            let given = try read(
              row[column], as: question, part: part, session: session,
              at: table.place(of: column, in: row))
            found.append(FoundAnswer(position: position, question: question, given: given))
          } catch {
            faults.append(error)
          }
        }
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return found
  }

  private static func unknownColumns(of table: CSVTable, known: [String]) -> [Fault] {
    let names = Set(known.map { $0.lowercased() })
    return table.header.filter { !$0.isEmpty && !names.contains($0.lowercased()) }.map {
      Fault(
        .badInput, at: "\(table.name):1", "the column '\($0)' is none of the packet's",
        remedy: "remove it, or rename it to one of "
          + known.dropFirst(3).map { "'\($0)'" }.joined(separator: ", "))
    }
  }

  private static func place(
    of row: CSVTable.Row, in table: CSVTable, columns: [Int], session: RatingSession
  ) throws(Fault) -> (Int, RatingPlace.Part) {
    let text = row[columns[0]].trimmingWhitespace()
    let codes = session.sequence.codes + session.sequence.guessCodes
    guard let position = Int(text), codes.indices.contains(position) else {
      throw Fault(
        .badInput, at: table.place(of: columns[0], in: row),
        "'\(text)' is no position of \(session.rater.name)'s sequence",
        remedy: "leave the column as it was exported: 0 to \(codes.count - 1)")
    }
    let code = row[columns[1]].trimmingWhitespace()
    guard code == codes[position].letters else {
      throw Fault(
        .badInput, at: table.place(of: columns[1], in: row),
        "the code at position \(position) is '\(codes[position])', not '\(code)'",
        remedy: "use the template that was exported for \(session.rater.name)")
    }
    return (position, position < session.sequence.codes.count ? .rate : .guess)
  }

  private static func read(
    _ text: String, as id: QuestionID, part: RatingPlace.Part, session: RatingSession,
    at place: String
  ) throws(Fault) -> GivenAnswer {
    guard (id == .conditionGuess) == (part == .guess) else {
      throw Fault(
        .badInput, at: place, "'\(id)' is not asked at this position", remedy: "empty the cell")
    }
    if let question = session.questions.first(where: { $0.id == id }) {
      return .answer(try question.answer(reading: text, at: place))
    }
    let options = session.guess?.options ?? []
    let wanted = text.trimmingWhitespace().lowercased()
    if let option = options.first(where: { $0.label.lowercased() == wanted }) {
      return .guess(optionID: option.id)
    }
    guard let number = Int(wanted), options.indices.contains(number - 1) else {
      let valid = options.enumerated().map { "\($0.offset + 1) (\($0.element.label))" }
      throw Fault(
        .badInput, at: place, "'\(text)' is no option of the guess",
        remedy: "use \(valid.joined(separator: ", "))")
    }
    return .guess(optionID: options[number - 1].id)
  }

  /// Whether a cell says what was answered before; a spreadsheet may have changed a note's line
  /// ends.
  private static func isSame(_ before: GivenAnswer?, _ given: GivenAnswer) -> Bool {
    guard case .answer(.note(let old))? = before, case .answer(.note(let new)) = given else {
      return before == given
    }
    func plain(_ text: String) -> String {
      text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmingWhitespace()
    }
    return plain(old) == plain(new)
  }

  /// The same answer to the same revision has the same id on every machine, so that two imports of
  /// one file, into two copies of a packet even, are one rating.
  private static func id(
    of answer: FoundAnswer, revision: Int, packet: String, session: RatingSession
  ) throws(Fault) -> RatingID {
    let columns = RatingColumns(answer.given)
    let parts: JSON = .array([
      "rating from a table", .string(packet), .string(session.rater.id.name),
      .integer(answer.position), .string(answer.question.name), .integer(revision),
      columns.value.map(JSON.number) ?? .null, .bool(columns.cannotTell),
      columns.note.map(JSON.string) ?? .null, columns.guess.map(JSON.string) ?? .null,
    ])
    guard let id = RatingID(String(Digest(of: parts.canonical).hex.prefix(32))) else {
      throw Fault(
        .internalFault, at: "rating", "a digest is no id", remedy: "report this as a fault")
    }
    return id
  }
}
