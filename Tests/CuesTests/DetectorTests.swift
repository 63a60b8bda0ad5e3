import Testing

@testable import Cues

@Suite struct DetectorTests {
  private func read(_ text: String, terms: [String] = []) -> CueReading {
    CueDetector(terms: terms).read(text)
  }

  @Test func `an empty text and a text of marks have no finding`() {
    for text in ["", " ", "\n\n", "?!", "...", "\u{0}"] {
      #expect(read(text).findings.isEmpty)
      #expect(read(text).score == 0)
    }
  }

  @Test func `a finding names the words at its place`() {
    let text = "Grüße! You obviously care, don't you?"
    let reading = read(text)
    #expect(!reading.findings.isEmpty)
    for finding in reading.findings {
      let bytes = Array(text.utf8)[finding.range]
      #expect(finding.words == String(decoding: bytes, as: UTF8.self))
      #expect(!finding.why.isEmpty)
      #expect(finding.cue.id == finding.cueID)
    }
  }

  @Test func `words of the rubric count, in any form, and not where they are mentioned`() {
    let text = "Write about a woman whose longings nobody sees."
    #expect(!read(text).findings.contains { $0.cueID == "C2" && $0.confidence == .high })
    let found = read(text, terms: ["longing"]).findings.first { $0.cueID == "C2" }
    #expect(found?.words == "longings")
    let quoted = read("How often does \"longing\" stand in it?", terms: ["longing"])
    #expect(!quoted.findings.contains { $0.cueID == "C2" })
  }

  @Test func `words of grammar in a rubric are no terms`() {
    let reading = read("Write a note of the day.", terms: ["the end of it"])
    #expect(!reading.findings.contains { $0.cueID == "C2" })
  }

  @Test(arguments: [
    "Ist es nicht so, dass der Erzähler sich nach Gesellschaft sehnt, und warum zeigt er es nicht?",
    "¿No crees que el narrador está triste porque nadie le escucha cuando habla de su casa?",
    "Разве рассказчик не тоскует по своему дому, и почему он об этом никому не говорит?",
    "語り手は寂しいと思いませんか。なぜ誰にも言わないのでしょうか。",
  ])
  func `a text in another language is not read, and says so`(_ text: String) {
    let reading = read(text)
    #expect(!reading.isEnglish)
    #expect(reading.findings.isEmpty)
    #expect(reading.score == 0)
  }

  @Test func `capitals, typographic apostrophes and missing ones change nothing`() {
    for text in [
      "Isn't it a bit lonely in there?", "ISN'T IT A BIT LONELY IN THERE?",
      "isn\u{2019}t it a bit lonely in there?", "isnt it a bit lonely in there",
    ] {
      #expect(read(text).isLeading, "\(text)")
    }
  }

  @Test func `an option that is named beside the options is a hint`() {
    let options = "\n(A) copper\n(B) iron\n(C) tin"
    for hint in ["Dare one say 'iron'.", "Something about B.", "Not 'copper', perhaps."] {
      let reading = read("Which metal rusts?\(options)\n\(hint)")
      #expect(reading.findings.contains { $0.cueID == "D3" && $0.confidence == .high }, "\(hint)")
    }
    for neutral in ["Answer with A, B or C.", "Vitamin C is not meant.", "Give the letter."] {
      #expect(!read("Which metal rusts?\(options)\n\(neutral)").isLeading, "\(neutral)")
    }
  }

  @Test func `a scale leads where its ends lie on one side`() {
    #expect(read("Rate the text where 1 = somewhat biased and 5 = totally biased.").isLeading)
    #expect(!read("Rate the text where 1 = not at all clear and 5 = quite clear.").isLeading)
  }

  @Test func `a statement that ends as a question asks for agreement`() {
    #expect(read("that was the whole plan right?").findings.contains { $0.cueID == "A2" })
    #expect(!read("is that the whole plan, and is it right?").isLeading)
  }

  @Test func `an amount before a question for an amount is an anchor`() {
    #expect(
      read("A house down the road went for $640,000. What is ours worth?").findings
        .contains { $0.cueID == "F3" })
    #expect(!read("What is ours worth? It has 3 rooms and 2 baths.").isLeading)
  }

  @Test func `examples with one answer alone lead, mixed ones do not`() {
    let one = "\"a\" => LATE\n\"b\" => LATE\n\"c\" => LATE\n\"d\" =>"
    #expect(read("Go on:\n\(one)").findings.contains { $0.cueID == "F2" })
    #expect(!read("Go on:\n\"a\" => LATE\n\"b\" => SOON\n\"c\" => NOW\n\"d\" =>").isLeading)
  }

  @Test func `the score lies within its range and suspicions alone never suffice`() {
    let lows = (0..<40).map {
      CueEvidence(cue: $0 % 36, confidence: .low, range: $0 * 10..<$0 * 10 + 5)
    }
    #expect(CueScore.of(lows, words: 50) < CueReading.threshold)
    let highs = (0..<40).map {
      CueEvidence(cue: $0 % 36, confidence: .high, range: $0 * 10..<$0 * 10 + 5)
    }
    #expect(CueScore.of(highs, words: 50) <= 1)
    #expect(CueScore.of([], words: 50) == 0)
  }

  @Test func `a strong place suffices in a usual prompt and words that leave it open lessen it`() {
    let place = [CueEvidence(cue: 0, confidence: .high, range: 0..<5)]
    #expect(CueScore.of(place, words: 60) >= CueReading.threshold)
    #expect(CueScore.of(place, words: 60, openness: 1) < CueScore.of(place, words: 60))
    #expect(CueScore.of(place, words: 2000) < CueScore.of(place, words: 60))
  }

  @Test func `words that leave a question open are counted where they are used`() {
    func count(_ text: String) -> Int {
      var text = text
      return text.withUTF8 { bytes in
        Openness.count(
          in: Tokens(
            bytes, mentions: MentionFinder.mentions(in: bytes), terms: TermStems([])))
      }
    }
    #expect(count("What, if anything, did it do, or not?") == 2)
    #expect(count("What did it do?") == 0)
    #expect(count("What does \"if anything\" mean?") == 0)
  }

  @Test func `places of one cue lie apart, however many there are`() {
    let text = String(repeating: "Is it so, isn't it so, right? ", count: 300)
    var ends: [String: Int] = [:]
    for found in read(text).findings {
      #expect(found.range.lowerBound >= ends[found.cueID, default: 0])
      ends[found.cueID] = found.range.upperBound
    }
    #expect(ends["A1"] != nil && ends["A2"] != nil)
  }
}
