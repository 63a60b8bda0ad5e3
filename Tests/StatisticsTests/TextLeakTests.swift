import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct TextLeakTests {
  static func text(_ words: Int, of vocabulary: Int, _ generator: inout SeededGenerator) -> String {
    (0..<words).map { _ in
      "w\(min(generator.integer(below: vocabulary), generator.integer(below: vocabulary)))"
    }.joined(separator: " ")
  }

  /// Pairs whose leading text now and then says `yes`.
  static func pairs(
    _ count: Int, share: Double = 0.3, seed: UInt64
  ) -> (leading: [String], neutral: [String], folds: [Int]) {
    var generator = SeededGenerator(seed: seed, label: "texts")
    let leading = (0..<count).map { _ in
      text(8, of: 30, &generator) + (generator.unit() < share ? " yes yes" : "")
    }
    let neutral = (0..<count).map { _ in text(9, of: 30, &generator) }
    return (leading, neutral, (0..<count).map { _ in generator.integer(below: 4) })
  }

  static func area(
    _ pairs: (leading: [String], neutral: [String], folds: [Int]), flips: [Bool]? = nil
  ) -> Double {
    PairedWordCounts(leading: pairs.leading, neutral: pairs.neutral, foldOfPair: pairs.folds)
      .areaUnderCurve(flips: flips ?? Array(repeating: false, count: pairs.folds.count))
  }

  /// The definition, word for word: every fold and every labelling from the texts.
  static func fromDefinition(
    _ pairs: (leading: [String], neutral: [String], folds: [Int]), flips: [Bool]
  ) -> Double {
    var labelled: [(words: [String], fold: Int, isLeading: Bool)] = []
    for index in flips.indices {
      let fold = pairs.folds[index]
      let words = [pairs.leading[index], pairs.neutral[index]].map {
        $0.split(separator: " ").map(String.init)
      }
      labelled.append((words[0], fold, !flips[index]))
      labelled.append((words[1], fold, flips[index]))
    }
    let scores = labelled.map { text in
      let others = labelled.filter { $0.fold != text.fold }
      let vocabulary = Set(others.flatMap(\.words))
      let (yes, no) = (
        others.filter(\.isLeading).flatMap(\.words),
        others.filter { !$0.isLeading }.flatMap(\.words)
      )
      return text.words.filter(vocabulary.contains).reduce(0.0) { sum, word in
        sum
          + log(Double(yes.count { $0 == word } + 1) / Double(yes.count + vocabulary.count))
          - log(Double(no.count { $0 == word } + 1) / Double(no.count + vocabulary.count))
      }
    }.map { ($0 * 1e10).rounded() / 1e10 }
    var halves = 0
    for (high, text) in zip(scores, labelled) where text.isLeading {
      for (low, other) in zip(scores, labelled) where !other.isLeading {
        halves += high > low ? 2 : high == low ? 1 : 0
      }
    }
    return Double(halves) / Double(2 * flips.count * flips.count)
  }

  @Test(arguments: UInt64(0)..<12)
  func `counting by difference is learning anew`(seed: UInt64) {
    let pairs = Self.pairs(12, seed: seed)
    let flips = TextLeak.flips(2, pairs: 12, generator: SeededGenerator(seed: seed))
    for flip in flips + [Array(repeating: false, count: 12)] {
      #expect(Self.area(pairs, flips: flip) == Self.fromDefinition(pairs, flips: flip))
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `the order of the pairs and the numbers of the folds do not matter`(seed: UInt64) {
    let pairs = Self.pairs(30, seed: seed)
    let order = Array(pairs.folds.indices.reversed())
    let other = (
      order.map { pairs.leading[$0] }, order.map { pairs.neutral[$0] },
      order.map { 100 - 7 * pairs.folds[$0] }
    )
    #expect(Self.area(pairs) == Self.area(other))
  }

  @Test(arguments: UInt64(0)..<10)
  func `swapping all labels separates as well`(seed: UInt64) {
    let pairs = Self.pairs(25, seed: seed)
    let area = Self.area(pairs)
    #expect(Self.area(pairs, flips: Array(repeating: true, count: 25)) == area)
    #expect(Self.area((pairs.neutral, pairs.leading, pairs.folds)) == area)
  }

  @Test func `a word of the leading outputs gives them away`() throws {
    let pairs = Self.pairs(60, share: 1, seed: 3)
    let leak = try TextLeak(
      leading: pairs.leading, neutral: pairs.neutral, folds: pairs.folds, permutations: 99,
      generator: SeededGenerator(seed: 1))
    #expect(leak.areaUnderCurve > 0.95 && leak.pValue == 0.01)
    #expect(leak.pairCount == 60 && leak.vocabularySize <= 31)
    let again = try TextLeak(
      leading: pairs.leading, neutral: pairs.neutral, folds: pairs.folds, permutations: 99,
      generator: SeededGenerator(seed: 1))
    #expect(leak == again)
  }

  @Test func `texts alike and texts of nothing are at chance`() throws {
    for text in ["the same words", ""] {
      let texts = Array(repeating: text, count: 6)
      let leak = try TextLeak(
        leading: texts, neutral: texts, folds: [0, 0, 1, 1, 2, 2], permutations: 19,
        generator: SeededGenerator(seed: 1))
      #expect(leak.areaUnderCurve == 0.5 && leak.pValue == 1)
      #expect(leak.leadingScores == Array(repeating: 0, count: 6))
    }
  }

  @Test func `case and punctuation are no words, other alphabets are`() {
    func vocabulary(_ first: String, _ second: String) -> Int {
      PairedWordCounts(
        leading: [first, second], neutral: ["", ""], foldOfPair: [0, 1]
      ).vocabularySize
    }
    #expect(vocabulary("It's GOOD, it's 42!", "good - (it's) «42»…") == 3)
    #expect(vocabulary("Größe, ÉTÉ", "größe été") == 2)
    #expect(vocabulary("東京 हिन्दी", "it’s") == 3)
  }

  @Test func `one pair leaves nothing to learn from`() {
    #expect(throws: NoValue.noData) {
      try TextLeak(leading: [], neutral: [], folds: [], flips: [])
    }
    #expect(throws: NoValue.fewerThanTwoPairs) {
      try TextLeak(leading: ["a"], neutral: ["b"], folds: [0], flips: [])
    }
  }

  @Test func `without permutations there is no p`() throws {
    let leak = try TextLeak(
      leading: ["a b", "a c"], neutral: ["d", "d"], folds: [0, 1], flips: [])
    #expect(leak.areaUnderCurve == 1 && leak.pValue == nil)
  }

  @Test func `a pair a fold and a large vocabulary are no trouble`() {
    let count = 300
    let leading = (0..<count).map { "word\($0) word\($0 * 7) yes" }
    let neutral = (0..<count).map { "other\($0) thing\($0 % 9)" }
    let texts = PairedWordCounts(
      leading: leading, neutral: neutral, foldOfPair: Array(0..<count))
    #expect(texts.areaUnderCurve(flips: Array(repeating: false, count: count)) > 0.99)
  }
}
