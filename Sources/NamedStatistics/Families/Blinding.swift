import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// Whether a condition could be guessed.
  static let blinding: [NamedStatistic] = [blindingJames, blindingBang, guessAccuracy]

  private static let guesses = Key.required(
    "counts",
    "three rows (guessed leading, guessed neutral, do not know) of two counts (truly leading, "
      + "truly neutral)")
  private static let level = Key.optional("level", "the confidence level, 0.95 if left out")

  private static let blindingJames = NamedStatistic(
    "blinding_james", "James's index of blinding, over both conditions",
    keys: [guesses, level],
    formula: """
      P_ij = x_ij / N; P_i. and P_.j are its sums; P_D the share of "do not know", P_Dj its part \
      in column j; w = 0 for a correct guess, 1/2 for a wrong one.
      P_Do = sum w P_ij / (1 - P_D); P_De = sum w P_i. (P_.j - P_Dj) / (1 - P_D)^2; \
      K = (P_Do - P_De) / P_De.
      BI = (1 + P_D + (1 - P_D) K) / 2, by the delta method BI +- z SE.
      """,
    conventions: """
      1 is complete blinding, 0.5 guessing at random, 0 none. An upper limit below 0.5 says \
      unblinded.
      Limits are not clipped. Everyone "do not know" in both arms: 1 with a standard error of 0.
      No answer: no_data. No answer under one condition: empty_arm, since the index would then say \
      0.5 (1 + P_D) whatever was guessed. No wrong guess to be expected by chance: \
      undefined_chance_term.
      """,
    source: """
      K. E. James et al. (1996), An index for assessing blindness in a multi-centre clinical \
      trial, Statistics in Medicine 15(13), 1421-1434.
      H. Bang, L. Ni, C. E. Davis (2004), Assessment of blinding in clinical trials, Controlled \
      Clinical Trials 25(2), 143-156, doi:10.1016/j.cct.2003.10.016.
      """
  ) { input in
    let counts = try input.counts("counts", rows: 3, columns: 2)
    let index = try JamesIndex(
      .init(correct: counts[0][0], wrong: counts[1][0], doNotKnow: counts[2][0]),
      .init(correct: counts[1][1], wrong: counts[0][1], doNotKnow: counts[2][1]),
      level: try input.level())
    return ["value": .of(index.estimate), "se": .of(index.standardError)].adding(index.interval)
  }

  private static let blindingBang = NamedStatistic(
    "blinding_bang", "Bang's index of blinding, for each condition",
    keys: [guesses, level],
    formula: """
      BI = (correct - wrong) / all, where "do not know" counts among all.
      SE^2 = [p_c (1 - p_c) + p_w (1 - p_w) + 2 p_c p_w] / n; BI +- z SE.
      """,
    conventions: """
      1 is unblinded, 0 random guessing, -1 the opposite guessed throughout. Limits are not clipped.
      one_sided_low and one_sided_high are limits of one-sided intervals at the level: the paper's.
      No answer under a condition: empty_arm. Nobody ventured a guess: no_guesses, where the \
      formula would say 0 with a standard error of 0.
      """,
    source: """
      H. Bang, L. Ni, C. E. Davis (2004), Assessment of blinding in clinical trials, Controlled \
      Clinical Trials 25(2), 143-156, doi:10.1016/j.cct.2003.10.016.
      """
  ) { input in
    let counts = try input.counts("counts", rows: 3, columns: 2)
    let level = try input.level()
    func arm(correct: Int, wrong: Int, doNotKnow: Int) -> JSON {
      do {
        let index = try BangIndex(
          correct: correct, wrong: wrong, doNotKnow: doNotKnow, level: level)
        return .object(
          [
            "value": .of(index.estimate), "se": .of(index.standardError),
            "one_sided_low": .of(index.oneSidedLow), "one_sided_high": .of(index.oneSidedHigh),
          ].adding(index.interval))
      } catch {
        return .object(.noValue(error))
      }
    }
    return [
      "leading": arm(correct: counts[0][0], wrong: counts[1][0], doNotKnow: counts[2][0]),
      "neutral": arm(correct: counts[1][1], wrong: counts[0][1], doNotKnow: counts[2][1]),
    ]
  }

  private static let guessAccuracy = NamedStatistic(
    "guess_accuracy", "How often guesses of the condition are right, against chance",
    keys: [
      .required("correct", "how many guesses were right"),
      .required("total", "how many guesses there were, without \"do not know\""),
      .optional("p0", "the share to be right by chance, 0.5 if left out"),
      level,
    ],
    formula: """
      accuracy = correct / total. Exact two-sided p: the binomial probability of all outcomes no \
      likelier than the observed one; mid-p: twice the smaller tail with half the observed outcome.
      Clopper and Pearson's limits are quantiles of beta(c, n - c + 1) and beta(c + 1, n - c); \
      Wilson's those of the score test.
      """,
    conventions: """
      Two probabilities within a share of 1e-7 count as equal, as in R's binom.test.
      Guesses count as independent: with several about one output, or by one rater, put a cluster \
      bootstrap beside it. No guess: no_guesses.
      """,
    source: """
      C. J. Clopper, E. S. Pearson (1934), The use of confidence or fiducial limits illustrated in \
      the case of the binomial, Biometrika 26(4), 404-413, doi:10.1093/biomet/26.4.404.
      E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, \
      Journal of the American Statistical Association 22(158), 209-212, \
      doi:10.1080/01621459.1927.10502953.
      """
  ) { input in
    let total = try input.whole("total")
    let accuracy = try GuessAccuracy(
      correct: try input.whole("correct", in: 0...total), total: total,
      chance: try input.share("p0", default: 0.5), level: try input.level())
    return [
      "accuracy": .of(accuracy.estimate), "p_exact_two_sided": .of(accuracy.test.pTwoSided),
      "p_exact_greater": .of(accuracy.test.pGreater), "p_mid_two_sided": .of(accuracy.test.pMid),
    ].adding(
      accuracy.clopperPearson, low: "clopper_pearson_low", high: "clopper_pearson_high"
    )
    .adding(accuracy.wilson, low: "wilson_low", high: "wilson_high")
  }
}
