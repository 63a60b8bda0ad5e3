/// James's index of blinding over both arms: 1 is complete, 0.5 is guessing at random, 0 none.
///
/// BI = (1 + P_D + (1 − P_D) K) / 2 with P_D the share of "do not know" and K = (P_Do − P_De) /
/// P_De, a kappa that counts disagreement: a correct guess weighs 0, a wrong one ½. "Do not know"
/// counts as blinded in full, so that an interval whose upper limit is below 0.5 says unblinded,
/// while a high index may only mean that few ventured a guess: look at ``BangIndex`` as well.
///
/// - SeeAlso: K. E. James, D. A. Bloch, K. K. Lee, H. C. Kraemer, R. K. Fuller (1996), "An index
///   for assessing blindness in a multi-centre clinical trial: disulfiram for alcohol cessation –
///   a VA cooperative study", *Statistics in Medicine* 15(13), 1421–1434.
public struct JamesIndex: Hashable, Sendable {
  /// The index, in 0...1.
  public let estimate: Double
  /// By the delta method; 0 where every answer is of one kind.
  public let standardError: Double
  /// The interval by the normal distribution, not clipped.
  public let interval: Interval
  /// The share of answers that ventured no guess, in 0...1.
  public let doNotKnowShare: Double
  /// How many answers there are.
  public let count: Int

  /// The answers given under one condition.
  public struct Arm: Hashable, Sendable {
    /// How many guessed the true condition.
    public let correct: Int
    /// How many guessed the other.
    public let wrong: Int
    /// How many ventured no guess.
    public let doNotKnow: Int

    /// States the answers.
    ///
    /// - Complexity: O(1).
    public init(correct: Int, wrong: Int, doNotKnow: Int) {
      precondition(min(correct, wrong, doNotKnow) >= 0, "a count is below zero")
      self.correct = correct
      self.wrong = wrong
      self.doNotKnow = doNotKnow
    }

    /// All answers.
    public var count: Int { correct + wrong + doNotKnow }
  }

  /// Estimates the index.
  ///
  /// - Parameters:
  ///   - first: The answers under one condition.
  ///   - second: The answers under the other.
  ///   - level: The confidence level, in 0...1.
  /// - Throws: ``NoValue/noData`` without an answer, ``NoValue/emptyArm`` where one condition has
  ///   none, ``NoValue/undefinedChanceTerm`` where no wrong guess is to be expected by chance.
  /// - Complexity: O(1).
  public init(_ first: Arm, _ second: Arm, level: Double = 0.95) throws(NoValue) {
    let all = first.count + second.count
    guard all > 0 else { throw .noData }
    guard first.count > 0, second.count > 0 else { throw .emptyArm }
    count = all
    let shares = AnswerShares(first, second)
    doNotKnowShare = shares.doNotKnow
    guard shares.ventured > 0 else {
      estimate = 1
      standardError = 0
      interval = Interval(low: 1, high: 1, level: level)
      return
    }
    guard shares.expected > 0 else { throw .undefinedChanceTerm }
    let index = 0.5 * (1 + shares.doNotKnow + shares.ventured * (shares.excess - 1))
    let error = (shares.variance / Double(all)).squareRoot()
    estimate = index
    standardError = error
    interval = Interval(
      around: index, reach: -Distributions.normalQuantile((1 - level) / 2) * error, level: level)
  }
}

/// The answers as shares of all, with the sums of them that the index is made of.
private struct AnswerShares {
  /// Rows are guesses, columns the truth.
  let guessed: [[Double]]
  /// P_D.
  let doNotKnow: Double
  /// 1 − P_D.
  let ventured: Double
  /// Σ w P_i• (P_•j − P_Dj), summed over guesses i and truths j.
  let expected: Double
  /// 1 + K.
  let excess: Double

  init(_ first: JamesIndex.Arm, _ second: JamesIndex.Arm) {
    let n = Double(first.count + second.count)
    guessed = [
      [Double(first.correct) / n, Double(second.wrong) / n],
      [Double(first.wrong) / n, Double(second.correct) / n],
    ]
    ventured = Double(first.correct + first.wrong + second.correct + second.wrong) / n
    doNotKnow = Double(first.doNotKnow + second.doNotKnow) / n
    let rows = guessed.map { $0[0] + $0[1] }
    let columns = [guessed[0][0] + guessed[1][0], guessed[0][1] + guessed[1][1]]
    expected = 0.5 * (rows[0] * columns[1] + rows[1] * columns[0])
    let observed = 0.5 * (guessed[0][1] + guessed[1][0])
    excess = observed * ventured / expected
  }

  /// N · SE².
  var variance: Double {
    let rows = guessed.map { $0[0] + $0[1] }
    let columns = [guessed[0][0] + guessed[1][0], guessed[0][1] + guessed[1][1]]
    var squares = 0.0
    for guess in 0...1 {
      for truth in 0...1 {
        let weight = guess == truth ? 0 : 0.5
        // Only the other guess, and the other truth, weigh anything.
        let slope = 0.5 * (rows[1 - truth] + columns[1 - guess])
        let influence = ventured * weight - excess * slope
        squares += guessed[guess][truth] * influence * influence
      }
    }
    let variance =
      squares * ventured * ventured / (4 * expected * expected) + doNotKnow * ventured
      - ventured * excess * (doNotKnow + ventured * excess / 4)
    // What rounding leaves of an exact zero.
    return variance < 1e-14 ? 0 : variance
  }
}
