import Testing

@testable import Cues

/// What is mentioned and not used is masked before cues are looked for.
@Suite struct MentionTests {
  private func kinds(_ text: String) -> [Mention.Kind: [String]] {
    let utf8 = Array(text.utf8)
    return CueDetector().read(text).mentions.reduce(into: [:]) { kinds, mention in
      kinds[mention.kind, default: []].append(String(decoding: utf8[mention.range], as: UTF8.self))
    }
  }

  @Test(arguments: [
    #"Is "you obviously care" a claim or a question?"#,
    "Is “you obviously care” a claim or a question?",
    "Is 'you obviously care' a claim or a question?",
    "Is «you obviously care» a claim or a question?",
    "> You obviously care.\nIs this line a claim or a question?",
  ])
  func `a quotation is masked`(_ text: String) {
    #expect(kinds(text)[.quotation]?.count == 1)
    #expect(!CueDetector().read(text).isLeading)
  }

  @Test func `an apostrophe opens no quotation`() {
    #expect(kinds("The students' books and the teacher's desk aren't here.")[.quotation] == nil)
  }

  @Test func `a quotation without an end masks nothing`() {
    let reading = CueDetector().read("\"You obviously care about what happens to the others.")
    #expect(reading.mentions.isEmpty)
    #expect(reading.isLeading)
  }

  @Test func `a code fence is masked to its end, or to the end of the text`() {
    let closed = "Explain it.\n```\n# you obviously care\n```\nYou obviously care."
    #expect(kinds(closed)[.code] == ["```\n# you obviously care\n```"])
    #expect(CueDetector().read(closed).isLeading)
    #expect(kinds("Explain it.\n~~~\nyou obviously care")[.code] == ["~~~\nyou obviously care"])
  }

  @Test func `backticks and lines of a program are code`() {
    #expect(kinds("What does `isn't it?` match?")[.code] == ["`isn't it?`"])
    #expect(kinds("What is wrong?\nreturn you.obviously(care);")[.code]?.count == 1)
  }

  @Test func `options that stand side by side are masked, a single letter with a mark is not`() {
    let text = "Which one?\n(A) It is obviously sad.\n(B) It is not sad.\nName the letter."
    #expect(kinds(text)[.options]?.count == 2)
    #expect(!CueDetector().read(text).isLeading)
    #expect(kinds("Which one?\n(A) It is obviously sad.\nAnd so on.")[.options] == nil)
  }

  @Test func `a text that is handed over is masked up to the next request`() {
    let text = """
      Story:
      Clearly the world was against him, and everyone knew it.

      Summarise the story in one sentence.
      """
    let found = kinds(text)[.handedOver]
    #expect(found?.count == 1)
    #expect(found?.first?.contains("Clearly") == true)
    #expect(found?.first?.contains("Summarise") == false)
    #expect(!CueDetector().read(text).isLeading)
  }

  @Test func `earlier answers of a model are masked and the asker's turns are not`() {
    let text = "User: Which is larger?\nAssistant: Obviously you care.\nUser: Are you sure?"
    #expect(kinds(text)[.answer] == ["Assistant: Obviously you care.\n"])
    #expect(CueDetector().read(text).findings.map(\.cueID).contains("D5"))
  }

  @Test func `mentions lie in order and apart`() {
    let text = "Say \"one\", 'two' and `three`.\n> four\n(A) five\n(B) six\nText: seven\n"
    let mentions = CueDetector().read(text).mentions
    #expect(mentions.count >= 6)
    for (first, second) in zip(mentions, mentions.dropFirst()) {
      #expect(first.range.upperBound <= second.range.lowerBound)
    }
  }
}
