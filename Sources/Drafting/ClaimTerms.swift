import Cues

/// The words of a claim that must not stand in prompts that do not lead.
package enum ClaimTerms {
  private static let grammar: Set<String> = [
    "that", "have", "having", "with", "what", "when", "which", "this", "they", "them", "their",
    "from", "into", "about", "does", "being", "been", "were", "more", "less", "most", "some",
    "other",
    "nobody", "everybody", "nothing", "everything", "around", "never", "always", "every", "there",
    "where", "while", "whose", "than", "then", "very", "only", "also", "such", "like", "just",
    "under", "over", "after", "before", "upon", "near", "behind", "between", "through", "against",
    "above", "below", "during", "until", "makes", "text", "story", "answer", "model", "often",
    "mostly", "without", "instead",
  ]

  /// Words that both clauses hold, and as many of each alone: a leading and an away prompt then name equally
  /// many.
  ///
  /// - Parameters:
  ///   - holds: What holds if the claim is so.
  ///   - fails: What holds if it is not.
  ///   - prompts: The neutral prompts and topics, whose words are no sign of the claim.
  /// - Returns: Small letters, each word once, in the order of the claim.
  package static func proposal(holds: String, fails: String, prompts: [String]) -> [String] {
    let usual = Set(prompts.flatMap(TextMeasures.words).map(stem))
    func content(_ text: String) -> [String] {
      var seen: Set<String> = []
      return TextMeasures.words(of: text).filter {
        $0.count > 3 && !grammar.contains($0) && !usual.contains(stem($0))
          && seen.insert(stem($0)).inserted
      }
    }
    let (one, other) = (content(holds), content(fails))
    let ofOther = Set(other.map(stem))
    let shared = one.filter { ofOther.contains(stem($0)) }
    let ofShared = Set(shared.map(stem))
    let own = [one, other].map { words in words.filter { !ofShared.contains(stem($0)) } }
    let count = own.map(\.count).min() ?? 0
    return shared + own.flatMap { $0.prefix(count) }
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ing", "ed", "es", "s"]
    where word.count > ending.count + 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
