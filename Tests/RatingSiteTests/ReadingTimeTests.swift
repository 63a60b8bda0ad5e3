@testable import RatingSite
import Testing

@Suite struct ReadingTimeTests {
  private static func text(words: Int) -> String {
    Array(repeating: "word", count: words).joined(separator: " ")
  }

  @Test(arguments: [(0, 1, 1), (10, 220, 15), (60, 110, 40), (3, 440, 7), (1, 1, 1)])
  func `minutes grow with texts and words, and are round above ten`(
    texts: Int, words: Int, minutes: Int
  ) {
    let sample = [Self.text(words: words)]
    #expect(ReadingTime.minutes(texts: sample, of: texts, questions: 1) == minutes)
  }

  @Test func `a sample stands for all texts, and no text is no time`() {
    let all = (1...48).map { _ in Self.text(words: 300) }
    #expect(
      ReadingTime.minutes(texts: all, of: 48, questions: 2)
        == ReadingTime.minutes(texts: Array(all.prefix(24)), of: 48, questions: 2))
    #expect(ReadingTime.minutes(texts: [], of: 0, questions: 3) == 0)
  }
}
