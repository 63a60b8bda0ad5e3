import Foundation
import Packets
import Questions
import Rating
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
      path: "unled-\(getpid())-ratingtests"
    ).path
    // Where it cannot be made, the packet says so.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.folder) }
    return path
  }()

  static func path(for name: String) -> String { folder + "/" + name }
}

/// A packet with every kind of question, in a folder of its own.
struct RatingFixture {
  static let theme = QuestionID("theme")
  static let note = QuestionID("remark")
  static let now = Date(timeIntervalSince1970: 1_772_892_309)

  static let ordinal = Question(
    id: theme, ask: "How much of it?", form: .ordinal(["none", "some", "much"]))
  static let remark = Question(id: note, ask: "Anything else?", form: .note)
  static let slider = Question(
    id: QuestionID("depth"), ask: "How deep?", form: .slider(low: "flat", high: "deep"))
  static let sheet = GuessSheet(
    ask: "What was asked for?",
    options: [
      GuessSheet.Option(id: "k3", label: "pointed at skills"),
      GuessSheet.Option(id: "x9", label: "pointed away"),
      GuessSheet.Option(id: "p1", label: "cannot tell"),
    ])

  let packet: PacketFile

  init(
    questions: [Question] = [ordinal, remark], codes: [[String]] = [["aa", "bb", "cc"]],
    guessCodes: [String] = [], guess: GuessSheet? = nil,
    text: (String) -> String = { "text of \($0)" }
  ) throws {
    let path = TemporaryFolder.path(for: "\(RandomID.make()).sqlite")
    packet = try PacketFile.create(
      at: path,
      contents: PacketContents(
        keyCommitment: Digest(of: "a key"),
        entries: Set(codes.joined()).sorted().map {
          PacketEntry(code: OutputCode($0), text: text($0))
        },
        questions: questions,
        sequences: codes.enumerated().map { index, codes in
          PacketSequence(
            number: index + 1, codes: codes.map { OutputCode($0) },
            guessCodes: guessCodes.map { OutputCode($0) })
        }, guess: guess))
  }

  func session(_ name: String = "Ann") throws -> RatingSession {
    let rater =
      try packet.rater(named: name)
      ?? packet.addRater(named: name, kind: .person, token: nil, now: Self.now)
    return try RatingSession.begin(
      packet: packet, rater: rater, means: "terminal", now: Self.now)
  }
}
