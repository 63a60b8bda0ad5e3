import Faults
import Foundation
import GRDB
import Questions
import Reproducible

/// Rows of the packet as values.
enum PacketRows {
  static func questions(in database: Database) throws -> [Question] {
    try String.fetchAll(database, sql: "SELECT definition FROM question ORDER BY position")
      .compactMap { Question(json: try JSON(parsing: $0)) }
  }

  static func guess(in database: Database) throws -> GuessSheet? {
    guard let ask = try PacketFile.value("guess", in: database) else { return nil }
    let options = try Row.fetchAll(
      database, sql: "SELECT id, label FROM guess_option ORDER BY position")
    return GuessSheet(
      ask: ask, options: options.map { GuessSheet.Option(id: $0["id"], label: $0["label"]) })
  }

  static func entries(in database: Database) throws -> [PacketEntry] {
    try Row.fetchAll(database, sql: "SELECT code, text FROM entry ORDER BY code").map {
      PacketEntry(code: OutputCode($0["code"]), text: $0["text"])
    }
  }

  static func sequences(in database: Database, number: Int? = nil) throws -> [PacketSequence] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT number, code, part FROM sequence WHERE ?1 IS NULL OR number = ?1
        ORDER BY number, position
        """, arguments: [number])
    return Dictionary(grouping: rows) { $0["number"] as Int }.map { number, rows in
      func codes(_ part: String) -> [OutputCode] {
        rows.filter { $0["part"] == part }.map { OutputCode($0["code"]) }
      }
      return PacketSequence(number: number, codes: codes("rate"), guessCodes: codes("guess"))
    }.sorted { $0.number < $1.number }
  }

  static func contents(in database: Database) throws -> PacketContents {
    let commitment = try PacketFile.value("key_commitment", in: database) ?? ""
    return PacketContents(
      keyCommitment: Digest(hex: commitment) ?? Digest(of: ""), entries: try entries(in: database),
      questions: try questions(in: database), sequences: try sequences(in: database),
      guess: try guess(in: database))
  }

  /// The contents of a stranger's file, of which nothing is passed over.
  static func foreignContents(in database: Database, path: String) throws -> PacketContents {
    let unreadable = Fault(
      .badInput, at: path, "it holds a key or a question that cannot be read",
      remedy: "bring back the copy that was rated, unaltered")
    let contents: PacketContents
    do {
      contents = try self.contents(in: database)
    } catch is DecodingError {
      throw unreadable
    }
    let commitment = try PacketFile.value("key_commitment", in: database)
    let questions = try Int.fetchOne(database, sql: "SELECT count(*) FROM question")
    guard commitment == contents.keyCommitment.hex, questions == contents.questions.count else {
      throw unreadable
    }
    return contents
  }

  static func closingDigest(in database: Database) throws -> Digest? {
    guard let hex = try String.fetchOne(database, sql: "SELECT digest FROM closing") else {
      return nil
    }
    return Digest(hex: hex) ?? Digest(of: "no digest")
  }

  static func raters(in database: Database) throws -> [Rater] {
    try raters(in: database, where: "TRUE", arguments: [])
  }

  static func raters(
    in database: Database, where condition: String, arguments: StatementArguments
  ) throws -> [Rater] {
    try Row.fetchAll(
      database, sql: "SELECT id, name, kind, sequence FROM rater WHERE \(condition) ORDER BY name",
      arguments: arguments
    ).map {
      Rater(
        id: RaterID($0["id"]), name: $0["name"], kind: RaterKind(rawValue: $0["kind"]) ?? .person,
        sequence: $0["sequence"])
    }
  }

  static func rater(named name: String, in database: Database) throws -> Rater? {
    try raters(in: database, where: "name = ?", arguments: [name]).first
  }

  static func isClosed(_ database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT * FROM closing)") ?? false
  }

  static func ratings(
    in database: Database, where condition: String = "TRUE", arguments: StatementArguments = []
  ) throws -> [Rating] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM rating WHERE \(condition) ORDER BY id", arguments: arguments
    ).map(rating)
  }

  private static func rating(_ row: Row) throws -> Rating {
    guard let id = RatingID(row["id"]), let ratedAt = UTC.date(row["rated_at"]) else {
      throw Fault(
        .badInput, at: "rating '\(row["id"] as String)'", "its id or its date is none",
        remedy: "the file was altered: take the one that was rated")
    }
    let (value, position, revision) = (
      row["value"] as Double?, row["position"] as Int, row["revision"] as Int
    )
    // No scale reaches further: what stands here otherwise was written by somebody else.
    guard (0...1000).contains(value ?? 0), position >= 0, (1...1_000_000).contains(revision) else {
      throw Fault(
        .badInput, at: "rating '\(id)'", "its value, position or revision is none",
        remedy: "the file was altered: take the one that was rated")
    }
    let given: GivenAnswer
    if let value {
      given = .answer(.value(value))
    } else if let note = row["note"] as String? {
      given = .answer(.note(note))
    } else if let option = row["guess"] as String? {
      given = .guess(optionID: option)
    } else {
      given = .answer(.cannotTell)
    }
    return Rating(
      id: id, rater: RaterID(row["rater"]), position: position,
      code: OutputCode(row["code"]), question: QuestionID(row["question"]), given: given,
      revision: revision, seconds: row["seconds"], ratedAt: ratedAt)
  }

  static func insert(_ rating: Rating, in database: Database) throws {
    let columns = RatingColumns(rating.given)
    try database.execute(
      sql: "INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        rating.id.name, rating.rater.name, rating.position, rating.code.letters,
        rating.question.name, columns.value, columns.cannotTell, columns.note, columns.guess,
        rating.revision, rating.seconds, UTC.timestamp(rating.ratedAt),
      ])
  }
}

/// An answer over the four columns that hold one; exactly one of them is set.
package struct RatingColumns: Hashable, Sendable {
  package var value: Double?
  package var cannotTell = false
  package var note: String?
  package var guess: String?

  package init(_ given: GivenAnswer) {
    switch given {
    case .answer(.value(let number)): value = number
    case .answer(.cannotTell): cannotTell = true
    case .answer(.note(let text)): note = text
    case .guess(let option): guess = option
    }
  }
}
