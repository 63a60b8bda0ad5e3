import Packets
import Reproducible
import Testing
import TrialDesign

@testable import Blinding

@Suite struct MaskingTests {
  private func shown(_ text: String, names: [String] = []) -> String {
    let words = Word.all(in: text)
    return Masking.text(
      text, words: words, covered: SelfNaming(modelNames: names).found(in: words))
  }

  @Test(arguments: [
    ("As an AI language model, I cannot.", "[…], I cannot."),
    ("Well, AS AN AI I would say no.", "Well, […] I would say no."),
    ("I’m ChatGPT, made by OpenAI.", "I’m […], made by […]."),
    ("I'm just a large language model.", "[…]."),
    ("ChatGPT's view and GPT-4o's.", "[…]'s view and […]'s."),
    ("I am Claude, trained by Anthropic.", "I am […], trained by […]."),
    ("Qwen2.5 and deepseek", "[…] and […]"), ("Ask Claude3.", "Ask […]."),
    ("Gemini 1.5 wrote it.", "[…] wrote it."),
    ("My training data ends there.", "[…] ends there."),
  ])
  func `a text does not say what wrote it`(text: String, masked: String) {
    #expect(shown(text) == masked)
  }

  @Test(arguments: [
    "The llama looked at Claude, a baker.", "As an aide he lit the lamp.",
    "Under Gemini the nights are long.", "The mistral blew; he had to cope.",
    "She made an aim of it.", "Her training as a nurse helped.",
  ])
  func `words that name no model stay`(text: String) {
    #expect(shown(text) == text)
  }

  @Test func `the names of the model are masked however they are written`() {
    #expect(
      shown("I am Wombat 7B, or wombat-7b and Wombat_7b.", names: ["wombat-7b"])
        == "I am […], or […] and […].")
    #expect(shown("Wombats dig.", names: ["wombat"]) == "Wombats dig.")
  }

  private func echo(_ text: String, own: [String], neutral: [String]) -> String {
    let words = Word.all(in: text)
    return Masking.text(
      text, words: words, covered: EchoWords(own: own, neutral: neutral).found(in: words))
  }

  @Test(arguments: [
    ("His longing grew.", "His […] grew."),
    ("A skill nobody needs, they said.", "[…], they said."),
    ("See: a SKILL Nobody needs!", "See: […]!"),
    ("His skill was fine; he needed none.", "His […] was fine; he needed none."),
    ("It was an odd job.", "It was […]."), ("A job was odd.", "A job was odd."),
    ("A story about a baker who slept.", "A story about a baker who slept."),
    ("longings", "longings"),
  ])
  func `an echo is the variant's own words and no others`(text: String, masked: String) {
    #expect(
      echo(
        text,
        own: [
          "Write a story about a baker who is full of longing, has a skill nobody needs, an odd job."
        ],
        neutral: ["Write a story about a baker."]) == masked)
  }

  @Test func `words that stand in the frame of all conditions are no echo`() {
    #expect(
      echo(
        "A quiet longing.", own: ["Longing, surely."],
        neutral: ["Go on.", "Texts about longing follow."]) == "A quiet longing.")
  }

  @Test func `a mark is as wide over one word as over ten`() {
    let text = "one two three four five"
    let words = Word.all(in: text)
    #expect(
      Masking.text(text, words: words, covered: [true, true, true, true, false]) == "[…] five")
    #expect(
      Masking.text(text, words: words, covered: [true, false, false, true, false])
        == "[…] two three […] five")
  }

  @Test(arguments: UInt64(0)..<50)
  func `sham masks have the number and the lengths that were asked for`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = Word.all(in: (0..<60).map { "wording\($0)" }.joined(separator: " "))
    var covered = words.map { _ in false }
    covered[30] = true
    let sham = Masking.sham(
      lengths: [1, 4, 2, 1], words: words, covered: covered, kindred: [],
      generator: &generator)
    #expect(Masking.runs(of: sham).map(\.count).sorted() == [1, 1, 2, 4])
    #expect(!sham[29...31].contains(true))
  }

  @Test func `a text that is too short gets the sham masks that fit`() {
    var generator = SeededGenerator(seed: 1)
    let words = Word.all(in: "lamps shine in winter")
    let sham = Masking.sham(
      lengths: [9, 9], words: words, covered: words.map { _ in false }, kindred: [],
      generator: &generator)
    #expect(Masking.runs(of: sham).map(\.count) == [2])
  }

  @Test(arguments: UInt64(0)..<20)
  func `sham masks hide words that echoes hide, where there are any`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = Word.all(
      in: "winter lamps shine brightly over silent harbours every single evening")
    let sham = Masking.sham(
      lengths: [1], words: words, covered: words.map { _ in false }, kindred: ["silent"],
      generator: &generator)
    #expect(zip(words, sham).filter(\.1).map(\.0.folded) == ["silent"])
  }
}
