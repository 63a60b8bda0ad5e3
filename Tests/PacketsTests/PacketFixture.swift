import Foundation
import Packets
import Questions
import Reproducible
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that is gone when the tests are.
enum TemporaryFolder {
  private static let folder: String = {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "unled-\(getpid())-packetstests"
    ).path
    // Where it cannot be made, the packet says so.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.folder) }
    return path
  }()

  static func path(for name: String) -> String { folder + "/" + name }
}

/// A small packet in a folder of its own.
struct PacketFixture {
  static let contents = PacketContents(
    keyCommitment: Digest(of: "a key"),
    entries: ["cccc", "aaaa", "bbbb"].map {
      PacketEntry(code: OutputCode($0), text: "text of \($0)")
    },
    questions: [
      Question(
        id: QuestionID("theme"), ask: "How much?", form: .ordinal(["none", "some", "much"]),
        isPrimary: true),
      Question(
        id: QuestionID("style"), ask: "Which style?", form: .nominal(["dry", "lush", "odd"]),
        isDistractor: true),
    ],
    sequences: [
      PacketSequence(
        number: 1, codes: [OutputCode("bbbb"), OutputCode("aaaa"), OutputCode("bbbb")],
        guessCodes: [OutputCode("aaaa")]),
      PacketSequence(number: 2, codes: [OutputCode("cccc")], guessCodes: []),
    ],
    guess: GuessSheet(
      ask: "What was asked for?",
      options: [
        GuessSheet.Option(id: "k3", label: "this"), GuessSheet.Option(id: "x9", label: "that"),
      ]))

  static let now = Date(timeIntervalSince1970: 1_772_892_309)

  let packet: PacketFile
  var path: String { packet.path }

  init(_ contents: PacketContents = Self.contents) throws {
    let path = TemporaryFolder.path(for: "\(RandomID.make()).sqlite")
    packet = try PacketFile.create(
      at: path, contents: contents)
  }

  func rate(
    _ rater: Rater, _ value: Double, position: Int = 0, id: RatingID = .random()
  ) throws -> Rating {
    try packet.store(
      id: id, rater: rater.id, position: position, code: OutputCode("bbbb"),
      question: QuestionID("theme"), given: .answer(.value(value)), seconds: 2.5, now: Self.now)
  }
}
