import Databases
import Faults
import Foundation
import GRDB
import Packets
import Questions
import Reproducible
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Packets that come back from elsewhere, as strangers may have made them.
@Suite struct PacketCopyTests {
  let now = PacketFixture.now

  /// A packet in which Ann has rated, and guessed.
  private func rated() throws -> (packet: PacketFile, ann: Rater, rating: Rating) {
    let packet = try PacketFixture().packet
    let ann = try packet.addRater(named: "Ann", kind: .person, token: nil, now: now)
    _ = try packet.deal(to: ann.id) { .existing($0.freeSequences[0]) }
    let rating = try store(in: packet, ann, position: 0, "bbbb", .answer(.value(1)))
    _ = try store(in: packet, ann, position: 0, "bbbb", .answer(.value(2)))
    _ = try store(in: packet, ann, position: 3, "aaaa", .guess(optionID: "k3"))
    return (packet, ann, rating)
  }

  @discardableResult
  private func store(
    in packet: PacketFile, _ rater: Rater, id: RatingID = .random(), position: Int,
    _ code: String, _ given: GivenAnswer
  ) throws -> Rating {
    let isGuess = if case .guess = given { true } else { false }
    return try packet.store(
      id: id, rater: rater.id, position: position, code: OutputCode(code),
      question: isGuess ? .conditionGuess : QuestionID("theme"), given: given, seconds: nil,
      now: now)
  }

  /// A copy of a packet, as it would be handed over.
  private func copy(_ packet: PacketFile, _ sql: String...) throws -> String {
    let path = TemporaryFolder.path(for: "\(RandomID.make()).sqlite")
    let queue = try DatabaseQueue(path: packet.path)
    try queue.execute("VACUUM INTO '\(path)'")
    try queue.close()
    let copy = try DatabaseQueue(path: path)
    for statement in ["PRAGMA foreign_keys = OFF"] + sql { try copy.execute(statement) }
    try copy.close()
    return path
  }

  private func refusal(_ path: String) -> Fault? {
    #expect(throws: Fault.self) { try PacketCopy(readingFileAt: path) }
  }

  @Test func `a copy that was rated is taken as it is`() throws {
    let (packet, ann, _) = try rated()
    let path = try copy(packet)
    let elsewhere = try PacketFile.open(at: path)
    let ben = try elsewhere.addRater(named: "Ben", kind: .person, token: nil, now: now)
    _ = try elsewhere.deal(to: ben.id) { .existing($0.freeSequences[0]) }
    try store(in: elsewhere, ben, position: 0, "cccc", .answer(.cannotTell))
    let digest = try elsewhere.close(now: now)
    try elsewhere.disconnect()
    let copy = try PacketCopy(readingFileAt: path)
    #expect(copy.raters.map(\.name) == [ann, ben].map(\.name))
    #expect(copy.ratings.count == 4)
    #expect(copy.closingDigest == digest)
    try PacketCopy.check([copy, copy], against: packet)
  }

  @Test(arguments: [
    "UPDATE rating SET id = 'short' WHERE guess IS NOT NULL",
    "UPDATE rating SET rated_at = 'yesterday'", "UPDATE rating SET position = 1 WHERE value = 1",
    "UPDATE rating SET position = 99", "UPDATE rating SET position = -1",
    "UPDATE rating SET code = 'cccc'", "UPDATE rating SET question = 'other'",
    "UPDATE rating SET value = 3 WHERE value = 2",
    "UPDATE rating SET value = 9e999 WHERE value = 2",
    "UPDATE rating SET value = 0.5 WHERE value = 2",
    "UPDATE rating SET guess = 'zz' WHERE guess IS NOT NULL",
    "UPDATE rating SET revision = 9 WHERE value = 2", "UPDATE rating SET seconds = -1",
    "UPDATE rating SET seconds = 9e999", "UPDATE rating SET rater = 'nobody'",
    "DELETE FROM rating WHERE value = 1", "UPDATE rater SET sequence = 7",
    "UPDATE rater SET sequence = NULL", "UPDATE rater SET name = ' '",
    "UPDATE rater SET name = printf('%081d', 1)",
    "UPDATE rater SET name = 'A' || char(27) || '[2J'", "UPDATE rater SET id = 'x'",
    "UPDATE question SET definition = '{}'", "UPDATE question SET definition = 'no json'",
    "UPDATE packet SET value = 'none' WHERE name = 'key_commitment'",
    "INSERT INTO closing VALUES (1, 't', 'none')",
    "CREATE TRIGGER further AFTER INSERT ON rating BEGIN DELETE FROM rating; END",
    "CREATE VIEW further AS SELECT * FROM rating",
    "CREATE VIEW sqlitefurther AS SELECT * FROM rating", "CREATE TABLE further (id)",
    "CREATE INDEX further ON rating (value)",
  ])
  func `a copy with anything that no rater could give is refused`(sql: String) throws {
    let fault = refusal(try copy(try rated().packet, sql))
    #expect(fault?.kind == .badInput, "\(sql)")
  }

  @Test func `what the file itself would refuse is found where its rules were switched off`() throws
  {
    let packet = try rated().packet
    for sql in [
      "UPDATE rating SET guess = 'k3'", "UPDATE rater SET kind = 'robot'",
      "UPDATE rating SET value = NULL WHERE value = 2",
    ] {
      let path = try copy(packet, "PRAGMA ignore_check_constraints = ON", sql)
      #expect(refusal(path)?.kind == .badInput, "\(sql)")
    }
  }

  @Test(arguments: [
    ("rating", "revision INTEGER NOT NULL", "UPDATE rating SET revision = NULL WHERE value = 2"),
    ("rating", "revision INTEGER NOT NULL", "UPDATE rating SET revision = 'two' WHERE value = 2"),
    ("rating", "seconds REAL", "UPDATE rating SET seconds = x'00' WHERE value = 2"),
    ("rater", "joined_at TEXT NOT NULL", "UPDATE rater SET joined_at = NULL"),
    ("entry", "text TEXT NOT NULL", "UPDATE entry SET text = x'ff' WHERE code = 'cccc'"),
  ])
  func `a row of another type than its column's is found, not stumbled over`(
    table: String, column: String, sql: String
  ) throws {
    let path = try copy(try rated().packet)
    let name = column.split(separator: " ")[0]
    try alterSchema(at: path, table, from: column, to: "\(name) ANY")
    try DatabaseQueue(path: path).execute(sql)
    try alterSchema(at: path, table, from: "\(name) ANY", to: column)
    #expect(refusal(path)?.kind == .badInput)
  }

  private func alterSchema(
    at path: String, _ table: String, from old: String, to new: String
  ) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.execute("PRAGMA writable_schema = ON")
    try queue.execute(
      "UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name = '\(table)'")
    try queue.close()
  }

  @Test func `a copy whose ratings changed after it was closed is refused`() throws {
    let (packet, _, _) = try rated()
    let path = try copy(packet)
    let elsewhere = try PacketFile.open(at: path)
    _ = try elsewhere.close(now: now)
    try elsewhere.disconnect()
    try DatabaseQueue(path: path).execute("UPDATE rating SET value = 0 WHERE value = 2")
    #expect(refusal(path)?.problem.contains("closed") == true)
  }

  @Test(arguments: [
    ("UPDATE packet SET value = 'b' WHERE name = 'id'", "another packet"),
    ("UPDATE entry SET text = 'x' WHERE code = 'cccc'", "texts"),
    ("DELETE FROM entry WHERE code = 'cccc'", "texts"),
    ("UPDATE question SET definition = replace(definition, 'much', 'lots')", "questions"),
    ("UPDATE guess_option SET label = 'x' WHERE id = 'k3'", "questions"),
    ("DELETE FROM sequence WHERE number = 2", "sequence"),
    ("UPDATE sequence SET code = 'aaaa' WHERE number = 2", "sequence"),
    ("UPDATE rater SET name = 'Zoe'", "known as"),
    ("UPDATE rater SET kind = 'simulated'", "known as"),
    ("UPDATE rating SET value = 0 WHERE value = 2", "something else"),
    ("UPDATE rating SET rated_at = '2020-01-01T00:00:00Z' WHERE value = 2", "something else"),
  ])
  func `a copy that is not the packet's is refused by name`(sql: String, problem: String) throws {
    let packet = try rated().packet
    let path = try copy(packet, sql)
    let altered = try PacketCopy(readingFileAt: path)
    let fault = #expect(throws: Fault.self) { try PacketCopy.check([altered], against: packet) }
    #expect(fault?.problem.contains(problem) == true, "\(fault?.problem ?? "")")
  }

  @Test func `copies may each have dealt a further sequence, and none that was planned changes`()
    throws
  {
    let packet = try rated().packet
    let paths = [try copy(packet), try copy(packet)]
    for (path, code) in zip(paths, ["aaaa", "bbbb"]) {
      let elsewhere = try PacketFile.open(at: path)
      let rater = try elsewhere.addRater(named: "of \(code)", kind: .person, token: nil, now: now)
      _ = try elsewhere.deal(to: rater.id) { _ in
        .new(PacketSequence(number: 3, codes: [OutputCode(code)], guessCodes: []))
      }
      try store(in: elsewhere, rater, position: 0, code, .answer(.value(0)))
      try elsewhere.disconnect()
    }
    try PacketCopy.check(paths.map { try PacketCopy(readingFileAt: $0) }, against: packet)
    let first = try PacketFile.open(at: paths[0])
    try PacketCopy.check([try PacketCopy(readingFileAt: paths[1])], against: first)
  }

  @Test func `a pipe, a folder and a device are no packets`() throws {
    let pipe = TemporaryFolder.path(for: "pipe-\(RandomID.make())")
    try #require(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/"] {
      #expect(refusal(path)?.kind == .badInput)
      let opened = #expect(throws: Fault.self) { try PacketFile.open(at: path) }
      #expect(opened?.kind == .badInput)
    }
  }

  @Test(arguments: [
    "UPDATE rating SET value = 1e300", "UPDATE rating SET value = -1", "UPDATE rating SET id = 'x'",
    "UPDATE rating SET rated_at = 'noon'", "UPDATE rating SET position = -1",
    "UPDATE rating SET revision = 9223372036854775807",
  ])
  func `nothing of an opened packet is counted where a rating is none`(sql: String) throws {
    let path = try copy(try rated().packet, "\(sql) WHERE value = 2")
    let packet = try PacketFile.open(at: path)
    let fault = #expect(throws: Fault.self) { try packet.ratings }
    #expect(fault?.kind == .badInput)
    #expect(throws: Fault.self) { try packet.close(now: now) }
    #expect(try !packet.isClosed)
  }

  @Test func `a packet that would act on its own is not opened`() throws {
    let packet = try rated().packet
    let path = try copy(
      packet,
      """
      CREATE TRIGGER sqlitefurther AFTER INSERT ON closing BEGIN UPDATE rating SET value = 0 \
      WHERE value = 2; END
      """)
    let fault = #expect(throws: Fault.self) { try PacketFile.open(at: path) }
    #expect(fault?.kind == .badInput)
  }
}

extension DatabaseQueue {
  fileprivate func execute(_ sql: String) throws {
    try writeWithoutTransaction { try $0.execute(sql: sql) }
  }
}
