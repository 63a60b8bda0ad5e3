/// Words that leave a question open: 'if any', 'or not', 'either way', 'pros and cons'.
///
/// They do not undo a cue; they lessen what suspicions weigh.
enum Openness {
  private static func numbers(_ words: String) -> Set<Int32> {
    Set(
      words.split(separator: " ").map { Lexicon.shared.number(of: String($0)) }.filter { $0 >= 0 })
  }

  static let words = """
    neither whether pros cons versus vs differ differs balanced objectively strengths weaknesses
    criticisms alternatives otherwise unclear unsure shuffled alphabetical compare compared either
    """
  static let pairs: [(first: String, second: String)] = [
    ("if", "any anything at so there"),
    (
      "or",
      "not no neither something otherwise about none other too isn't doesn't don't didn't unsure can't"
    ),
    ("both", "sides ways directions"), ("and", "against"), ("can't", "tell say"),
    ("as", "well"), ("not", "sure"), ("one", "way"), ("point", "each"), ("no", "difference"),
  ]

  private static let single = numbers(words)
  private static let double = Dictionary(
    uniqueKeysWithValues: pairs.map {
      (Lexicon.shared.number(of: $0.first), numbers($0.second))
    })

  /// How often the asker's own words leave the answer open.
  static func count(in tokens: Tokens) -> Int {
    let all = tokens.tokens
    var count = 0
    for index in all.indices where all[index].word >= 0 && !all[index].flags.contains(.mentioned) {
      if single.contains(all[index].word) {
        count += 1
      } else if index + 1 < all.count, let seconds = double[all[index].word],
        seconds.contains(all[index + 1].word)
      {
        count += 1
      }
    }
    return count
  }
}
