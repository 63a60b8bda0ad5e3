package import Statistics

/// A coefficient of agreement with its interval, or with the reason why there is none.
package struct Coefficient: Hashable, Sendable {
  /// Which coefficient it is; the raw value is its key in files.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case alpha = "krippendorff_alpha"
    case percentAgreement = "percent_agreement"
    case gwet = "gwet_ac"
    case fleiss = "fleiss_kappa"
    case scott = "scott_pi"
    case cohen = "cohen_kappa"
    case conger = "conger_kappa"
    case brennanPrediger = "brennan_prediger"
    case kendall = "kendall_w"
    case iccOneWay = "icc_1_1"
    case iccAgreement = "icc_2_1"
    case iccConsistency = "icc_3_1"
    case iccAgreementMean = "icc_2_k"
  }

  /// How an interval was made; the raw value is its key in files.
  package enum Method: String, Hashable, Sendable {
    case student = "t over units"
    case normal = "z"
    case bootstrap = "bootstrap over units"
    case f = "F"
  }

  /// Why there is no value or no interval.
  package enum Reason: Hashable, Sendable {
    case noValue(NoValue)
    /// The coefficient has no interval that is generally used.
    case noStandardInterval
    /// The F that the interval rests on is not finite.
    case noError

    /// The key in files.
    package var code: String {
      switch self {
      case .noValue(let reason): reason.rawValue
      case .noStandardInterval: "no_standard_interval"
      case .noError: "no_error"
      }
    }

    /// The reason in words.
    package var text: String {
      switch self {
      case .noValue(let reason): Words.reason(reason)
      case .noStandardInterval: "no standard interval"
      case .noError: "no residual to compute an interval from"
      }
    }
  }

  package let kind: Kind
  /// How near two ratings are taken to be: `nominal`, `ordinal`, `quadratic`, ...; empty where the
  /// coefficient leaves no choice.
  package let weights: String
  package let estimate: Double?
  package let interval: Interval?
  package let method: Method?
  package let standardError: Double?
  /// The two-sided p of no agreement beyond chance.
  package let pValue: Double?
  /// How many units it rests on.
  package let unitCount: Int
  /// Why there is no estimate, or, where there is one, no interval.
  package let reason: Reason?

  /// What it is called in tables, with its weights.
  package var name: String {
    switch kind {
    case .alpha: "Krippendorff's alpha"
    case .percentAgreement where weights != "identity": "Agreement, \(weights)"
    case .percentAgreement: "Agreement, exact"
    case .gwet where weights == "identity": "Gwet's AC1"
    case .gwet: "Gwet's AC2, \(weights)"
    case .fleiss: "Fleiss' kappa" + suffix
    case .scott: "Scott's pi" + suffix
    case .cohen: "Cohen's kappa" + suffix
    case .conger: "Conger's kappa" + suffix
    case .brennanPrediger: "Brennan-Prediger" + suffix
    case .kendall: "Kendall's W"
    case .iccOneWay: "ICC(1,1)"
    case .iccAgreement: "ICC(2,1), agreement"
    case .iccConsistency: "ICC(3,1), consistency"
    case .iccAgreementMean: "ICC(2,k), their mean"
    }
  }

  private var suffix: String { weights == "identity" ? "" : ", \(weights)" }

  /// What it says, in half a sentence.
  package var meaning: String {
    switch kind {
    case .alpha:
      "agreement beyond what the ratings as a whole would give by chance; missing ratings are no "
        + "hindrance"
    case .percentAgreement where weights != "identity":
      "how near pairs of raters are on the scale; chance is not taken off"
    case .percentAgreement: "the share of pairs of raters who say the same; chance is not taken off"
    case .gwet: "beyond chance, where chance is small if one category prevails"
    case .fleiss: "beyond chance, all raters sharing the same rates of categories"
    case .scott: "of two raters, both sharing the same rates of categories"
    case .cohen: "of two raters, each with their own rates of categories"
    case .conger: "beyond chance, each rater with their own rates of categories"
    case .brennanPrediger: "beyond chance, all categories of the scale being as likely"
    case .kendall: "how far raters rank the units alike, from 0 to 1"
    case .iccOneWay: "the share of the spread that lies between units, for one rating"
    case .iccAgreement: "the same, where raters' levels count as disagreement"
    case .iccConsistency: "the same, where raters' levels do not count"
    case .iccAgreementMean: "the same for the mean of all raters"
    }
  }
}
