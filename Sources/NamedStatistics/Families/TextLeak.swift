import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Whether a program can tell the condition from the text.
  static let textLeak: [NamedStatistic] = [
    NamedStatistic(
      "text_leak", "Whether a program can tell the condition from the text alone",
      keys: [
        .required("leading", "one text a pair: the output under the leading wording"),
        .required("neutral", "one text a pair, in the same order: the neutral output"),
        .required(
          "folds",
          "one whole number a pair; pairs with the same number are told apart by what the others "
            + "teach; at least two different numbers"),
        .optional(
          "flips", "one list a permutation: for each pair 1 where its labels are swapped, else 0"),
        .optional(
          "permutations", "how many permutations are drawn where no flips are given; 1000"),
        .optional("seed", "what they are drawn by, a whole number; 1"),
      ],
      formula: """
        words = maximal runs of letters, digits and apostrophes, in lower case
        p(w|c) = (count of w in c + 1) / (words in c + vocabulary), from the other folds
        score = sum of count * (ln p(w|leading) - ln p(w|neutral)), rounded to 10 decimals
        auc = share of all (leading, neutral) in which the leading text scores higher, ties 1/2
        p = (1 + #{permuted auc >= auc - 1e-12}) / (1 + permutations)
        """,
      conventions: """
        Multinomial naive Bayes with one added to each count and equal priors. Both texts of a pair \
        are in one fold. Words that do not occur in the other folds are passed over. Each \
        permutation swaps labels within pairs and learns everything anew. No permutation: p is \
        null. No pair: no_data; one pair: fewer_than_two_pairs. An auc of 0.5 says that this \
        program found nothing, not that nobody could.
        """,
      source: """
        The permutation test: M. Ojala, G. C. Garriga (2010), Permutation tests for studying \
        classifier performance, Journal of Machine Learning Research 11, 1833-1863. The whole has \
        no published reference; its numbers were checked against scikit-learn.
        """
    ) { input in
      let leading = try input.texts("leading")
      let neutral = try input.texts("neutral")
      let folds = try input.wholes("folds")
      try input.requireSameCount([
        "leading": leading.count, "neutral": neutral.count, "folds": folds.count,
      ])
      guard folds.count < 2 || Set(folds).count > 1 else {
        throw StatisticInput.fault(
          at: ["folds"], "all pairs are in one fold, so that none is left to learn from",
          "give the pairs at least two different numbers")
      }
      let leak = try TextLeak(
        leading: leading, neutral: neutral, folds: folds,
        flips: try input.flips(pairs: leading.count))
      return [
        "auc": .of(leak.areaUnderCurve), "scores_leading": .of(leak.leadingScores),
        "scores_neutral": .of(leak.neutralScores), "permuted_auc": .of(leak.permutedAreas),
        "p": .of(leak.pValue),
      ]
    }
  ]
}

extension StatisticInput {
  /// The flips given, or as many as are asked for.
  fileprivate func flips(pairs: Int) throws(Fault) -> [[Bool]] {
    guard has("flips") else {
      let permutations = try whole("permutations", in: 0...100_000, default: 1000)
      let seed = try whole("seed", default: 1)
      return TextLeak.flips(
        permutations, pairs: pairs,
        generator: SeededGenerator(seed: UInt64(seed), label: "text_leak"))
    }
    for key in ["permutations", "seed"] where has(key) {
      throw Self.fault(
        at: [key], "permutations are given and are to be drawn",
        "leave out either 'flips' or '\(key)'")
    }
    let flips = try indexLists("flips", below: 2)
    for (index, flip) in flips.enumerated() where flip.count != pairs {
      throw Self.fault(
        at: ["flips", "\(index)"], "it has \(flip.count) elements for \(pairs) pairs",
        "give one 0 or 1 a pair")
    }
    return flips.map { $0.map { $0 == 1 } }
  }
}
