import RatingTables
import Reproducible
import Statistics

// The coefficients of ratings that are numbers, or ranks.
extension CoefficientList {
  /// The rows of complete units.
  private var completeRows: [[Double?]] {
    computed.ratings.completeRows.map { $0.map(Optional.some) }
  }

  /// The intraclass correlations of complete units, and, where ratings are missing, of all.
  var intraclass: [Coefficient] {
    let ratings = computed.ratings
    let isComplete = ratings.values.count == ratings.unitCount * ratings.raterCount
    return isComplete ? completeIntraclass : completeIntraclass + incompleteIntraclass
  }

  private var completeIntraclass: [Coefficient] {
    let rows = completeRows
    let result = Self.attempt { () throws(NoValue) in
      guard computed.ratings.raterCount > 1 else { throw NoValue.oneRater }
      guard rows.count > 1 else { throw NoValue.fewerThanTwoUnits }
      return try IntraclassCorrelation(of: rows, level: options.level)
    }
    let forms: [(Coefficient.Kind, KeyPath<IntraclassCorrelation, IntraclassCorrelation.Form>)] = [
      (.iccOneWay, \.oneWaySingle), (.iccAgreement, \.agreementSingle),
      (.iccConsistency, \.consistencySingle), (.iccAgreementMean, \.agreementMean),
    ]
    return forms.map { kind, form in
      switch result {
      case .failure(let reason): return none(kind, "", reason, unitCount: rows.count)
      case .success(let icc):
        let form = icc[keyPath: form]
        guard let estimate = form.estimate, estimate.isFinite else {
          return none(kind, "", .noVariation, unitCount: rows.count)
        }
        return Coefficient(
          kind: kind, weights: "", estimate: estimate, interval: form.interval,
          method: form.interval == nil ? nil : .f, standardError: nil, pValue: form.pValue,
          unitCount: rows.count, reason: form.interval == nil ? .noError : nil)
      }
    }
  }

  /// How many ratings a mixed model is fitted to, and how many one is fitted to again and again.
  private static let (mostFitted, mostResampled) = (200_000, 500)

  /// The intraclass correlations of a table with missing ratings, by a mixed model.
  private var incompleteIntraclass: [Coefficient] {
    let ratings = computed.ratings
    let units = ratings.unitCount
    let kinds: [(Coefficient.Kind, KeyPath<MixedModelICC, Double>)] = [
      (.iccMixedAgreement, \.agreement), (.iccMixedConsistency, \.consistency),
    ]
    guard ratings.values.count <= Self.mostFitted else {
      return kinds.map { kind, _ in
        Coefficient(
          kind: kind, weights: "", estimate: nil, interval: nil, method: nil, standardError: nil,
          pValue: nil, unitCount: units, reason: .tooLarge)
      }
    }
    let fit = Self.attempt { () throws(NoValue) in try MixedModelICC(of: ratings) }
    guard case .success(let icc) = fit else {
      guard case .failure(let reason) = fit else { return [] }
      return kinds.map { none($0.0, "", reason, unitCount: units) }
    }
    guard icc.agreement.isFinite, icc.consistency.isFinite else {
      return kinds.map { none($0.0, "", .notIdentifiable, unitCount: units) }
    }
    let resampled = ratings.values.count <= Self.mostResampled ? resampledFits : nil
    return kinds.map { kind, path in
      let interval = resampled.flatMap { fits in
        try? BootstrapInterval.percentile(
          estimate: icc[keyPath: path],
          replicates: fits.map { fit in fit.flatMap { Self.finite($0[keyPath: path]) } },
          level: options.level)
      }
      return Coefficient(
        kind: kind, weights: "", estimate: icc[keyPath: path], interval: interval?.interval,
        method: interval == nil ? nil : .bootstrap, resamples: interval?.replicates,
        standardError: interval?.standardError,
        pValue: nil, unitCount: units,
        reason: interval != nil ? nil : resampled == nil ? .tooLarge : .noValue(.tooManyUndefined))
    }
  }

  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  /// The model of resampled units.
  private var resampledFits: [MixedModelICC?] {
    let ratings = computed.ratings
    var generator = SeededGenerator(seed: options.seed, label: "mixed-model")
    return (0..<options.modelReplicates).map { _ in
      var units: [Int] = []
      var raters: [Int] = []
      var values: [Double] = []
      for place in 0..<ratings.unitCount {
        for index in ratings.range(of: generator.integer(below: ratings.unitCount)) {
          units.append(place)
          raters.append(Int(ratings.raters[index]))
          values.append(ratings.values[index])
        }
      }
      // A resample without a value is one of the outcomes, and is counted as such.
      return try? MixedModelICC(
        of: Ratings(
          units: units, raters: raters, values: values, unitCount: ratings.unitCount,
          raterCount: ratings.raterCount))
    }
  }

  /// Kendall's W of complete units.
  var kendall: Coefficient {
    let rows = completeRows
    let result = Self.attempt { () throws(NoValue) in
      guard computed.ratings.raterCount > 1 else { throw NoValue.oneRater }
      guard rows.count > 1 else { throw NoValue.fewerThanTwoUnits }
      return try KendallW(of: rows)
    }
    switch result {
    case .failure(let reason): return none(.kendall, "", reason, unitCount: rows.count)
    case .success(let w):
      return Coefficient(
        kind: .kendall, weights: "", estimate: w.estimate, interval: nil, method: nil,
        standardError: nil, pValue: w.pValue, unitCount: rows.count, reason: .noStandardInterval)
    }
  }
}
