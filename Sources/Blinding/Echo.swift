/// The words by which an output could give away how it was asked for.
///
/// Texts are compared by their words in lower case. Of the variant's own prompt count
/// - single words of five letters or more that are no words of grammar and that the neutral prompt
///   does not have, and
/// - three words or more in a row that do not stand so in the neutral prompt, at least one of them
///   no word of grammar and not in the neutral prompt at all.
struct EchoWords: Hashable, Sendable {
  private let single: Set<String>
  /// Runs of three by their first word; a longer run is several that overlap.
  private let triples: [String: Set<Tail>]

  private struct Tail: Hashable {
    let second: String
    let third: String
  }

  /// Takes what the own prompt has and the neutral one has not.
  init(own: [String], neutral: [String]) {
    let ownTexts = own.map(Word.all(in:))
    let neutralTexts = neutral.map(Word.all(in:))
    let shared = Set(neutralTexts.joined().map(\.folded))
    let neutralTriples = Set(neutralTexts.flatMap(Self.triples))
    single = Set(
      ownTexts.joined().filter { $0.isContent && !shared.contains($0.folded) }.map(\.folded))
    var triples: [String: Set<Tail>] = [:]
    for text in ownTexts where text.count >= 3 {
      for start in 0...text.count - 3 {
        let run = text[start..<start + 3]
        guard run.contains(where: { $0.isMeaningful && !shared.contains($0.folded) }),
          !neutralTriples.contains(run.map(\.folded))
        else { continue }
        triples[text[start].folded, default: []].insert(
          Tail(second: text[start + 1].folded, third: text[start + 2].folded))
      }
    }
    self.triples = triples
  }

  private static func triples(_ words: [Word]) -> [[String]] {
    guard words.count >= 3 else { return [] }
    return (0...words.count - 3).map { words[$0..<$0 + 3].map(\.folded) }
  }

  /// Which words of an output echo the prompt: one flag a word.
  func found(in words: [Word]) -> [Bool] {
    var found = words.map { single.contains($0.folded) }
    for (start, word) in words.enumerated() where start + 2 < words.count {
      guard let tails = triples[word.folded],
        tails.contains(Tail(second: words[start + 1].folded, third: words[start + 2].folded))
      else { continue }
      for index in start..<start + 3 { found[index] = true }
    }
    return found
  }
}
