import Databases
import Faults
package import Foundation
import GRDB
package import Questions
package import Reproducible

/// The packet: one SQLite file with what raters may see, and what they said.
///
/// Nothing else is in it.
/// Safe to use from several threads; each method is one transaction.
package final class PacketFile: Sendable {
  package let path: String
  private let pool: DatabasePool

  private init(path: String, pool: DatabasePool) {
    self.path = path
    self.pool = pool
  }

  /// Makes a new packet file.
  ///
  /// - Parameters:
  ///   - path: Where it will lie.
  ///   - contents: What is in it.
  ///   - id: Its name; anything but a random one is for rehearsals.
  /// - Returns: The packet.
  /// - Throws: ``Fault`` of kind `cannotCreate` or `storage`.
  package static func create(
    at path: String, contents: PacketContents, id: String = RandomID.make()
  ) throws -> PacketFile {
    let file = PacketFile(
      path: path, pool: try DatabaseFile.create(at: path, migrator: PacketSchema.migrator))
    try file.write { database in
      try set("id", to: id, in: database)
      try set("key_commitment", to: contents.keyCommitment.hex, in: database)
      for (position, question) in contents.questions.enumerated() {
        try database.execute(
          sql: "INSERT INTO question VALUES (?, ?, ?)",
          arguments: [position, question.id.name, question.json.canonical])
      }
      if let guess = contents.guess {
        try set("guess", to: guess.ask, in: database)
        for (position, option) in guess.options.enumerated() {
          try database.execute(
            sql: "INSERT INTO guess_option VALUES (?, ?, ?)",
            arguments: [position, option.id, option.label])
        }
      }
      try insert(contents, issue: 1, in: database)
    }
    return file
  }

  /// Opens a packet for rating.
  ///
  /// It may come from elsewhere: a trigger or a view in it would act whenever we do, so it is
  /// refused.
  ///
  /// - Throws: ``Fault`` of kind `notFound` or `storage`, or `badInput` where it holds anything
  ///   that a packet does not.
  package static func open(at path: String) throws -> PacketFile {
    let file = PacketFile(
      path: path,
      pool: try DatabaseFile.openExisting(at: path, migrator: PacketSchema.migrator))
    guard try file.read(PacketSchema.isOwn) else {
      throw Fault(
        .badInput, at: path, "its tables are not a packet's",
        remedy: "ask for the packet file itself, as 'blind' made it")
    }
    return file
  }

  /// Lets go of the file, with all of it in the one file: it can be renamed or copied then.
  package func disconnect() throws {
    try gather()
    try DatabaseFile.translated(path, kind: .storage) { try pool.close() }
    for suffix in ["-wal", "-shm"] {
      // SQLite may have removed them already.
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Moves what stands in the write-ahead log into the file itself.
  private func gather() throws {
    try DatabaseFile.translated(path, kind: .storage) {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  // MARK: What raters see

  /// The packet's own random name.
  package var id: String {
    get throws { try read { try Self.value("id", in: $0) ?? "" } }
  }

  /// The questions, in the order in which they are asked.
  package var questions: [Question] {
    get throws { try read(PacketRows.questions) }
  }

  /// The guess sheet, where the packet has one.
  package var guess: GuessSheet? {
    get throws { try read(PacketRows.guess) }
  }

  /// The text behind a code.
  package func text(of code: OutputCode) throws -> String? {
    try read {
      try String.fetchOne(
        $0, sql: "SELECT text FROM entry WHERE code = ?", arguments: [code.letters])
    }
  }

  /// What a sequence holds; `nil` where there is none of that number.
  package func sequence(_ number: Int) throws -> PacketSequence? {
    try read { try PacketRows.sequences(in: $0, number: number).first }
  }

  /// Everything in the packet but raters and ratings.
  package var contents: PacketContents {
    get throws { try read(PacketRows.contents) }
  }

  // MARK: Raters

  /// All raters, by name.
  package var raters: [Rater] {
    get throws { try read(PacketRows.raters) }
  }

  /// Adds a rater.
  ///
  /// - Parameters:
  ///   - name: Unique in the packet, not empty, without characters that steer a terminal.
  ///   - kind: What the rater is.
  ///   - token: Opens the rater's link; `nil` for one who rates without a page.
  ///   - id: The rater's name in the packet; anything but a random one is for simulated raters.
  ///   - now: The moment of joining.
  /// - Returns: The new rater.
  /// - Throws: ``Fault`` of kind `badInput` where the name is none or taken.
  package func addRater(
    named name: String, kind: RaterKind, token: RaterToken?, id: RaterID = .random(), now: Date
  ) throws -> Rater {
    let trimmed = name.trimmingWhitespace()
    guard Rater.isName(trimmed) else {
      throw Fault(
        .badInput, at: "rater", "a rater's name has 1 to 80 characters that can all be seen",
        remedy: "give another")
    }
    return try write { database in
      guard try PacketRows.rater(named: trimmed, in: database) == nil else {
        throw Fault(
          .badInput, at: "rater '\(trimmed)'", "the packet has a rater of this name",
          remedy: "use another name")
      }
      let rater = Rater(id: id, name: trimmed, kind: kind, sequence: nil)
      try database.execute(
        sql: "INSERT INTO rater VALUES (?, ?, ?, ?, NULL, ?)",
        arguments: [
          rater.id.name, trimmed, kind.rawValue, token?.hash.hex, UTC.timestamp(now),
        ])
      return rater
    }
  }

  /// Gives a rater a new link; the old one opens nothing from then on.
  package func setToken(_ token: RaterToken, of rater: RaterID) throws {
    try write {
      try $0.execute(
        sql: "UPDATE rater SET token_hash = ? WHERE id = ?",
        arguments: [token.hash.hex, rater.name]
      )
    }
  }

  /// The rater whose link holds this token.
  package func rater(with token: RaterToken) throws -> Rater? {
    try read {
      try PacketRows.raters(in: $0, where: "token_hash = ?", arguments: [token.hash.hex]).first
    }
  }

  /// The rater of this name, in any case.
  package func rater(named name: String) throws -> Rater? {
    try read { try PacketRows.rater(named: name.trimmingWhitespace(), in: $0) }
  }

  /// Deals a sequence to a rater who has none, by a rule that the caller brings.
  ///
  /// - Parameters:
  ///   - rater: Who gets it; whoever has one already keeps it.
  ///   - choose: Sees codes alone and names a free sequence or makes a new one.
  /// - Returns: The sequence that is the rater's from now on.
  /// - Throws: ``Fault`` of kind `badInput` for an unknown rater or a closed packet.
  package func deal(
    to rater: RaterID, choose: (DealState) throws -> Deal
  ) throws -> PacketSequence {
    try write { database in
      guard
        let known = try PacketRows.raters(in: database, where: "id = ?", arguments: [rater.name])
          .first
      else {
        throw Fault(
          .badInput, at: "rater \(rater)", "the packet has no such rater", remedy: "ask for a link")
      }
      if let number = known.sequence,
        let dealt = try PacketRows.sequences(in: database, number: number).first
      {
        return dealt
      }
      try Self.requireOpen(database)
      let sequence: PacketSequence
      switch try choose(try DealState(of: database)) {
      case .existing(let free): sequence = free
      case .new(let made):
        sequence = made
        try Self.insert(made, in: database)
      }
      try database.execute(
        sql: "UPDATE rater SET sequence = ? WHERE id = ?",
        arguments: [sequence.number, rater.name])
      return sequence
    }
  }

  // MARK: Ratings

  /// Stores one rating; storing the same id again changes nothing.
  ///
  /// The test for a closed packet and the rating share a transaction. The revision is set here, one
  /// above the last of the same rater, place and question.
  ///
  /// - Parameters:
  ///   - id: Made by whoever sends.
  ///   - rater: Who rates.
  ///   - position: The place in the rater's sequence.
  ///   - code: What stands there.
  ///   - question: What was asked.
  ///   - given: What was answered.
  ///   - seconds: How long the text was in view.
  ///   - now: The moment of answering.
  ///   - admit: Sees what the rater gave so far, in the same transaction, and throws where this one
  ///     may not follow; not asked for what is stored already.
  /// - Returns: The rating as it is stored.
  /// - Throws: ``Fault`` of kind `badInput` where the packet is closed.
  @discardableResult
  package func store(
    id: RatingID, rater: RaterID, position: Int, code: OutputCode, question: QuestionID,
    given: GivenAnswer, seconds: Double?, now: Date, admit: ([Rating]) throws -> Void = { _ in }
  ) throws -> Rating {
    try write { database in
      if let known = try PacketRows.ratings(in: database, where: "id = ?", arguments: [id.name])
        .first
      {
        guard known.rater == rater else {
          throw Fault(
            .badInput, at: "rating \(id)", "the id is another rater's", remedy: "make a new id")
        }
        return known
      }
      try Self.requireOpen(database)
      try admit(PacketRows.ratings(in: database, where: "rater = ?", arguments: [rater.name]))
      let last =
        try Int.fetchOne(
          database,
          sql: "SELECT max(revision) FROM rating WHERE rater = ? AND position = ? AND question = ?",
          arguments: [rater.name, position, question.name]) ?? 0
      let rating = Rating(
        id: id, rater: rater, position: position, code: code, question: question, given: given,
        revision: last + 1, seconds: seconds, ratedAt: now)
      try PacketRows.insert(rating, in: database)
      return rating
    }
  }

  /// All ratings with every revision, in the order of their ids.
  package var ratings: [Rating] {
    get throws { try read { try PacketRows.ratings(in: $0) } }
  }

  /// One rater's ratings with every revision, in order of position.
  package func ratings(of rater: RaterID) throws -> [Rating] {
    try read {
      try PacketRows.ratings(in: $0, where: "rater = ?", arguments: [rater.name]).sorted {
        ($0.position, $0.question, $0.revision) < ($1.position, $1.question, $1.revision)
      }
    }
  }

  /// Notes that a rater sat down to rate.
  package func beginSession(of rater: RaterID, means: String, now: Date) throws {
    try write {
      try $0.execute(
        sql: "INSERT INTO session VALUES (?, ?, ?, ?)",
        arguments: [RandomID.make(), rater.name, means, UTC.timestamp(now)])
    }
  }

  /// Whether ratings are closed.
  package var isClosed: Bool {
    get throws { try read(PacketRows.isClosed) }
  }

  /// Closes the packet: no rating enters from then on.
  ///
  /// Closing again changes nothing.
  ///
  /// - Returns: The digest of all ratings.
  package func close(now: Date) throws -> Digest {
    defer {
      // A busy reader may keep the log for now; every commit is in it and stays.
      try? gather()
    }
    return try write { database in
      if let hex = try String.fetchOne(database, sql: "SELECT digest FROM closing"),
        let digest = Digest(hex: hex)
      {
        return digest
      }
      let digest = RatingDigest.of(try PacketRows.ratings(in: database))
      try database.execute(
        sql: "INSERT INTO closing VALUES (1, ?, ?)", arguments: [UTC.timestamp(now), digest.hex])
      return digest
    }
  }

  /// Adds a numbered issue: further texts and sequences under the same key.
  ///
  /// Where its sequences' numbers are taken, by those that made up for drop-outs, all move behind.
  ///
  /// - Throws: ``Fault`` of kind `badInput` where the packet is closed or the key is another.
  package func addIssue(_ contents: PacketContents) throws {
    try write { database in
      try Self.requireOpen(database)
      guard try Self.value("key_commitment", in: database) == contents.keyCommitment.hex else {
        throw Fault(
          .badInput, at: "packet", "the issue was made under another blinding key",
          remedy: "blind with the record that made this packet")
      }
      let last = try Int.fetchOne(database, sql: "SELECT max(issue) FROM entry") ?? 0
      try Self.insert(
        try Self.movingNumbers(of: contents, in: database), issue: last + 1, in: database)
    }
  }

  // MARK: Inside

  private func read<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try DatabaseFile.translated(path, kind: .storage) { try pool.read(work) }
  }

  private func write<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try DatabaseFile.translated(path, kind: .storage) { try pool.write(work) }
  }

  private static func requireOpen(_ database: Database) throws {
    guard try !PacketRows.isClosed(database) else {
      throw Fault(
        .badInput, at: "packet", "rating is closed",
        remedy: "nothing is left to do: what was stored before counts")
    }
  }

  static func value(_ name: String, in database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT value FROM packet WHERE name = ?", arguments: [name])
  }

  private static func set(_ name: String, to value: String, in database: Database) throws {
    try database.execute(sql: "INSERT INTO packet VALUES (?, ?)", arguments: [name, value])
  }

  private static func movingNumbers(
    of contents: PacketContents, in database: Database
  ) throws -> PacketContents {
    let taken = try Int.fetchOne(database, sql: "SELECT max(number) FROM sequence") ?? 0
    let shift = max(0, taken + 1 - (contents.sequences.map(\.number).min() ?? taken + 1))
    return PacketContents(
      keyCommitment: contents.keyCommitment, entries: contents.entries,
      questions: contents.questions,
      sequences: contents.sequences.map {
        PacketSequence(number: $0.number + shift, codes: $0.codes, guessCodes: $0.guessCodes)
      }, guess: contents.guess)
  }

  private static func insert(
    _ contents: PacketContents, issue: Int, in database: Database
  ) throws {
    for entry in contents.entries.sorted(by: { $0.code < $1.code }) {
      try database.execute(
        sql: "INSERT INTO entry VALUES (?, ?, ?)",
        arguments: [entry.code.letters, issue, entry.text])
    }
    for sequence in contents.sequences { try insert(sequence, in: database) }
  }

  private static func insert(_ sequence: PacketSequence, in database: Database) throws {
    let places =
      sequence.codes.map { ($0, "rate") } + sequence.guessCodes.map { ($0, "guess") }
    for (position, place) in places.enumerated() {
      try database.execute(
        sql: "INSERT INTO sequence VALUES (?, ?, ?, ?)",
        arguments: [sequence.number, position, place.0.letters, place.1])
    }
  }
}
