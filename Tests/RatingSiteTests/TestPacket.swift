import Foundation
import Packets
import Questions
import Reproducible

/// A packet with two raters, made for one test.
struct TestPacket {
  static let texts = ["first text", "second text", "third text", "fourth text"]
  static let level = Question(
    id: QuestionID("level"), ask: "How much of it is there?",
    form: .ordinal(["none", "some", "much"]), isPrimary: true)
  static let mood = Question(
    id: QuestionID("mood"), ask: "How does it feel?", form: .slider(low: "dark", high: "light"))
  static let remark = Question(id: QuestionID("remark"), ask: "Anything else?", form: .note)
  static let sheet = GuessSheet(
    ask: "What was asked for?",
    options: [
      GuessSheet.Option(id: "q7", label: "one thing"),
      GuessSheet.Option(id: "m2", label: "the other thing"),
    ])

  let packet: PacketFile
  let folder: URL
  let tokens: [RaterToken]
  let raters: [Rater]

  /// Makes the packet; the two raters meet the texts in opposite orders.
  init(
    texts: [String] = texts, questions: [Question] = [level, mood, remark],
    guess: GuessSheet? = nil
  ) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rating-site-\(RandomID.make())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let entries = texts.enumerated().map { place, text in
      PacketEntry(code: OutputCode("QZXW\(1000 + place)"), text: text)
    }
    let codes = entries.map(\.code)
    let again = guess == nil ? [] : Array(codes.prefix(1))
    packet = try PacketFile.create(
      at: folder.appendingPathComponent("packet.sqlite").path,
      contents: PacketContents(
        keyCommitment: Digest(of: "key"), entries: entries, questions: questions,
        sequences: [
          PacketSequence(number: 1, codes: codes, guessCodes: again),
          PacketSequence(number: 2, codes: codes.reversed(), guessCodes: again),
        ], guess: guess))
    let made = [RaterToken.random(), .random()]
    tokens = made
    raters = try zip(["Anna", "Bert"], made).map { [packet] name, token in
      try packet.addRater(
        named: name, kind: .person, token: token, now: Date(timeIntervalSince1970: 0))
    }
  }

  func remove() throws { try FileManager.default.removeItem(at: folder) }
}
