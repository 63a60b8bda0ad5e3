/// How often guesses of the condition are right, against chance.
///
/// "Do not know" is no guess and is left out by the caller, who reports how many. Guesses count as
/// independent: with several about one output or by one rater a bootstrap over outputs or raters
/// belongs beside the exact test.
///
/// - SeeAlso: ``BinomialTest``, which has the sources.
public struct GuessAccuracy: Hashable, Sendable {
  /// The test of the share of right guesses, with that share and both counts.
  public let test: BinomialTest
  /// Clopper and Pearson's exact interval.
  public let clopperPearson: Interval
  /// Wilson's score interval, which is narrower.
  public let wilson: Interval

  /// The share of right guesses, in 0...1.
  public var estimate: Double { test.estimate }

  /// Estimates the share.
  ///
  /// - Parameters:
  ///   - correct: How many guesses were right.
  ///   - total: How many guesses there were.
  ///   - chance: The share to be right by chance, between 0 and 1: one over the number of
  ///     conditions.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noGuesses`` where nobody guessed.
  /// - Complexity: O(1).
  public init(
    correct: Int, total: Int, chance: Double = 0.5, level: Double = 0.95
  ) throws(NoValue) {
    guard total > 0 else { throw .noGuesses }
    test = try BinomialTest(successes: correct, trials: total, chance: chance)
    clopperPearson = test.clopperPearson(level: level)
    wilson = test.wilson(level: level)
  }
}
