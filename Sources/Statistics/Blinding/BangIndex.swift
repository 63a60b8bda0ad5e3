/// Bang's index of blinding in one arm: how far guesses of the condition beat chance.
///
/// (correct − wrong) / all, where "do not know" counts among all. 1 is an arm unblinded, 0 is
/// random guessing, −1 is guessing the opposite throughout. Its variance is that of the
/// multinomial: [p_c(1 − p_c) + p_w(1 − p_w) + 2 p_c p_w] / n.
///
/// - SeeAlso: H. Bang, L. Ni, C. E. Davis (2004), "Assessment of blinding in clinical trials",
///   *Controlled Clinical Trials* 25(2), 143–156, doi:10.1016/j.cct.2003.10.016.
public struct BangIndex: Hashable, Sendable {
  /// The index, in −1...1.
  public let estimate: Double
  /// Its standard error; 0 where every guess is of one kind.
  public let standardError: Double
  /// The two-sided interval by the normal distribution, not clipped.
  public let interval: Interval
  /// The lower limit of a one-sided interval at the same level.
  public let oneSidedLow: Double
  /// The upper limit of a one-sided interval at the same level.
  public let oneSidedHigh: Double
  /// How many guesses named the true condition.
  public let correct: Int
  /// How many guesses named another.
  public let wrong: Int
  /// How often no guess was ventured.
  public let doNotKnow: Int

  /// All answers: correct, wrong and "do not know".
  public var count: Int { correct + wrong + doNotKnow }

  /// Estimates the index of one arm.
  ///
  /// - Parameters:
  ///   - correct: How many guesses named the true condition.
  ///   - wrong: How many guesses named another.
  ///   - doNotKnow: How often no guess was ventured.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/emptyArm`` without an answer, ``NoValue/noGuesses`` where nobody ventured
  ///   a guess: 0 with a standard error of 0 would say more than is known.
  /// - Complexity: O(1).
  public init(correct: Int, wrong: Int, doNotKnow: Int, level: Double = 0.95) throws(NoValue) {
    precondition(min(correct, wrong, doNotKnow) >= 0, "a count is below zero")
    let all = correct + wrong + doNotKnow
    guard all > 0 else { throw .emptyArm }
    guard correct + wrong > 0 else { throw .noGuesses }
    let n = Double(all)
    let right = Double(correct) / n
    let astray = Double(wrong) / n
    let variance = right * (1 - right) + astray * (1 - astray) + 2 * right * astray
    self.correct = correct
    self.wrong = wrong
    self.doNotKnow = doNotKnow
    estimate = Double(correct - wrong) / n
    standardError = (variance / n).squareRoot()
    interval = Interval(
      around: estimate, reach: -Distributions.normalQuantile((1 - level) / 2) * standardError,
      level: level)
    let oneSided = -Distributions.normalQuantile(1 - level) * standardError
    oneSidedLow = estimate - oneSided
    oneSidedHigh = estimate + oneSided
  }
}
