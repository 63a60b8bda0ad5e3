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
    case iccMixedAgreement = "icc_mixed_agreement"
    case iccMixedConsistency = "icc_mixed_consistency"
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
    /// The table is too large for what it would take.
    case tooLarge
    /// An interval from fewer than five units would say less than it seems to.
    case tooFewUnits

    /// The key in files.
    package var code: String {
      switch self {
      case .noValue(let reason): reason.rawValue
      case .noStandardInterval: "no_standard_interval"
      case .noError: "no_error"
      case .tooLarge: "too_large"
      case .tooFewUnits: "too_few_units"
      }
    }

    /// The reason in words.
    package var text: String {
      switch self {
      case .noValue(let reason): Words.reason(reason)
      case .noStandardInterval: "no standard interval"
      case .noError: "no residual to compute an interval from"
      case .tooLarge: "left out on a table of this size"
      case .tooFewUnits: "too few units"
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
  /// How many resamples its interval rests on, where it is resampled.
  package var resamples: Int?
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
    case .iccAgreementMean: "ICC(2,k), mean of raters"
    case .iccMixedAgreement: "ICC, agreement, all units"
    case .iccMixedConsistency: "ICC, consistency, all units"
    }
  }

  /// What it is called without its weights.
  package var bareName: String {
    weights.isEmpty || !name.hasSuffix(", \(weights)")
      ? name : String(name.dropLast(weights.count + 2))
  }

  /// On how many units an interval rests at the least.
  static let fewestUnits = 5

  /// The coefficient without an interval where it rests on too few units for one.
  ///
  /// What units vary by is hardly seen in a few of them, and may seem to be nothing; an F knows how
  /// few they are.
  var withoutHollowInterval: Coefficient {
    let isHollow = interval != nil && method != .f || reason == .noValue(.tooManyUndefined)
    guard isHollow, unitCount < Self.fewestUnits else { return self }
    return Coefficient(
      kind: kind, weights: weights, estimate: estimate, interval: nil, method: nil,
      standardError: nil, pValue: nil, unitCount: unitCount, reason: .tooFewUnits)
  }

  /// Why there is no estimate or no interval, in words.
  package var reasonText: String {
    switch (kind, reason) {
    case (.kendall, .noValue(.fewerThanTwoUnits)), (.iccOneWay, .noValue(.fewerThanTwoUnits)),
      (.iccAgreement, .noValue(.fewerThanTwoUnits)),
      (.iccConsistency, .noValue(.fewerThanTwoUnits)),
      (.iccAgreementMean, .noValue(.fewerThanTwoUnits)):
      "no two units that all rated"
    default: reason?.text ?? ""
    }
  }

  private var suffix: String { weights == "identity" ? "" : ", \(weights)" }

  /// What it says, in half a sentence.
  package var meaning: String {
    switch kind {
    case .alpha:
      "agreement beyond what chance gives if ratings fall on units at random; missing ratings are "
        + "no hindrance"
    case .percentAgreement where weights != "identity":
      "how near pairs of raters are, 1 being the same and 0 the two ends of the scale; chance is not "
        + "taken off"
    case .percentAgreement: "the share of pairs of raters who say the same; chance is not taken off"
    case .gwet: "agreement beyond chance, which is taken to be small where one category prevails"
    case .fleiss: "agreement beyond chance, raters drawing on the same rates of categories"
    case .scott:
      "agreement of two raters beyond chance, both drawing on the same rates of categories"
    case .cohen: "agreement of two raters beyond chance, each with rates of categories of their own"
    case .conger: "agreement beyond chance, each rater with rates of categories of their own"
    case .brennanPrediger: "agreement beyond chance, every category of the scale being as likely"
    case .kendall: "how far raters put the units into the same order, from 0 to 1"
    case .iccOneWay:
      "the share of the spread of ratings that lies between units, raters not being told apart"
    case .iccAgreement:
      "the share of the spread that lies between units, where raters' levels count as disagreement"
    case .iccConsistency:
      "the share of the spread that lies between units, where raters' levels do not count"
    case .iccAgreementMean:
      "how well the mean of all raters would agree with that of as many others"
    case .iccMixedAgreement: "ICC(2,1) from all ratings by a mixed model, also of incomplete units"
    case .iccMixedConsistency:
      "ICC(3,1) from all ratings by a mixed model, also of incomplete units"
    }
  }
}
