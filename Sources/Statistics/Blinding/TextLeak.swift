public import Reproducible

/// Whether a program can tell the condition from the text alone: the area under the curve of
/// cross-validated naive Bayes, with a permutation test.
///
/// Multinomial naive Bayes on counts of words, one added to each count, both conditions equally
/// likely beforehand. Both texts of a pair are in one fold and are scored by what the other folds
/// teach: Σ count · (ln p(word | leading) − ln p(word | neutral)), words unknown there passed over.
/// The area under the curve is the share of all (leading, neutral) in which the leading text scores
/// higher, ties ½, over all folds together. Each permutation swaps the labels within some pairs and
/// learns everything anew: p = (1 + #{AUC_b ≥ AUC}) / (1 + B).
///
/// An area of one half means that *this* program found nothing; it is no proof that nobody could.
///
/// - SeeAlso: M. Ojala, G. C. Garriga (2010), "Permutation tests for studying classifier
///   performance", *Journal of Machine Learning Research* 11, 1833–1863.
public struct TextLeak: Hashable, Sendable {
  /// The area under the curve, in 0...1; one half is chance, below it the folds contradict
  /// each other.
  public let areaUnderCurve: Double
  /// How clearly each leading text was taken for a leading one; above zero it was.
  public let leadingScores: [Double]
  /// How clearly each neutral text was taken for a leading one.
  public let neutralScores: [Double]
  /// The area under the curve of each permutation.
  public let permutedAreas: [Double]
  /// How many pairs there are.
  public let pairCount: Int
  /// How many different words there are.
  public let vocabularySize: Int

  /// The share of labellings that separate at least as well, the true one among them; none
  /// without permutations.
  public var pValue: Double? {
    guard !permutedAreas.isEmpty else { return nil }
    // Areas differ by at least 1 / (2n²) or by a rounding.
    let reaching = permutedAreas.count { $0 >= areaUnderCurve - 1e-12 }
    return Double(1 + reaching) / Double(1 + permutedAreas.count)
  }

  /// Tells texts apart, under the true labels and under permuted ones.
  ///
  /// - Parameters:
  ///   - leading: One text a pair. Pairs with a missing half are left out by the caller, who
  ///     reports how many.
  ///   - neutral: The other one of each pair, in the same order.
  ///   - folds: A number for each pair; at least two different ones.
  ///   - flips: One element a permutation: for each pair whether its labels are swapped.
  /// - Throws: ``NoValue/noData`` where there is no pair, ``NoValue/fewerThanTwoPairs`` where there
  ///   is one: nothing is left to learn from.
  /// - Complexity: O(*B* · (words + *n* log *n*)) for *B* permutations and *n* pairs, words counted
  ///   once a text.
  public init(
    leading: [String], neutral: [String], folds: [Int], flips: [[Bool]]
  ) throws(NoValue) {
    guard !leading.isEmpty else { throw .noData }
    guard leading.count > 1 else { throw .fewerThanTwoPairs }
    let texts = PairedWordCounts(leading: leading, neutral: neutral, foldOfPair: folds)
    // Nothing is drawn here, so that the number of threads changes nothing.
    let areas = ParallelBlocks.map(
      flips.count, blockSize: 4, generator: SeededGenerator(seed: 0, label: "text leak")
    ) { block, _ in
      block.map { texts.areaUnderCurve(flips: flips[$0]) }
    }
    self.init(texts, permutedAreas: areas)
  }

  /// Tells texts apart, under the true labels and under labels permuted at random.
  ///
  /// - Parameters:
  ///   - leading: One text a pair.
  ///   - neutral: The other one of each pair, in the same order.
  ///   - folds: A number for each pair; at least two different ones.
  ///   - permutations: How many labellings are drawn.
  ///   - generator: Draws them.
  /// - Throws: ``NoValue/noData`` where there is no pair, ``NoValue/fewerThanTwoPairs`` where there
  ///   is one.
  /// - Complexity: One pass over the words of all texts for each labelling.
  public init(
    leading: [String], neutral: [String], folds: [Int], permutations: Int,
    generator: SeededGenerator
  ) throws(NoValue) {
    let flips = Self.flips(permutations, pairs: leading.count, generator: generator)
    try self.init(leading: leading, neutral: neutral, folds: folds, flips: flips)
  }

  /// States a result whose permutations the caller has tried.
  ///
  /// - Parameters:
  ///   - texts: The texts that were told apart.
  ///   - permutedAreas: ``PairedWordCounts/areaUnderCurve(flips:)`` of each permutation.
  /// - Complexity: One pass over the words of all texts for each labelling.
  public init(_ texts: PairedWordCounts, permutedAreas: [Double]) {
    let scores = texts.scores(flips: Array(repeating: false, count: texts.pairCount))
    leadingScores = scores.leading
    neutralScores = scores.neutral
    areaUnderCurve = PairedWordCounts.areaUnderCurve(scores.leading, over: scores.neutral)
    self.permutedAreas = permutedAreas
    pairCount = texts.pairCount
    vocabularySize = texts.vocabularySize
  }

  /// Draws labellings: for each of them and each pair whether its labels are swapped.
  ///
  /// - Complexity: O(*n* · *B*) for *n* pairs.
  public static func flips(
    _ permutations: Int, pairs: Int, generator: SeededGenerator
  ) -> [[Bool]] {
    precondition(permutations >= 0, "\(permutations) permutations")
    var generator = generator
    return (0..<permutations).map { _ in
      (0..<pairs).map { _ in generator.integer(below: 2) == 1 }
    }
  }
}
