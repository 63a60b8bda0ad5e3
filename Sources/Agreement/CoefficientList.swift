package import RatingTables
import Reproducible
package import Statistics

/// The coefficients that suit a scale.
struct CoefficientList {
  let table: RatingTable
  let computed: ComputedRatings
  let options: AgreementOptions
  /// The resampled alpha, or why there is none.
  let alphaInterval: Result<BootstrapInterval, NoValue>
  let alpha: Coefficient

  init(table: RatingTable, computed: ComputedRatings, options: AgreementOptions) {
    self.table = table
    self.computed = computed
    self.options = options
    let metric = table.scale.metric
    let ratings = computed.ratings
    if (table.scale == .ordinal || table.scale == .ratio) && table.hasManyLevels {
      // Ranks and ratios of very many levels are too many sums to resample.
      alphaInterval = .failure(.noData)
      alpha = Self.unresampled(ratings, metric: metric)
      return
    }
    alphaInterval = Self.attempt { () throws(NoValue) in
      try KrippendorffAlpha.bootstrap(
        of: ratings, metric: metric, replicates: options.replicates, level: options.level,
        generator: SeededGenerator(seed: options.seed))
    }
    alpha = Self.alpha(
      of: ratings, metric: metric, interval: alphaInterval)
  }

  /// All of them, alpha first.
  var all: [Coefficient] {
    switch table.scale {
    case .nominal: [alpha] + categorical(beyondChance: .identity, near: nil)
    case .ordinal: [alpha] + categorical(beyondChance: .quadratic, near: .ordinal) + [kendall]
    case .interval, .ratio: [alpha] + intraclass + [kendall]
    }
  }

  // MARK: Alpha

  private static func alpha(
    of ratings: Ratings, metric: AlphaMetric, interval: Result<BootstrapInterval, NoValue>
  ) -> Coefficient {
    let pairable = (0..<ratings.unitCount).count { ratings.range(of: $0).count > 1 }
    func coefficient(
      _ estimate: Double?, _ interval: BootstrapInterval?, _ reason: NoValue?
    ) -> Coefficient {
      Coefficient(
        kind: .alpha, weights: metric.rawValue, estimate: estimate, interval: interval?.interval,
        method: interval == nil ? nil : .bootstrap, resamples: interval?.replicates,
        standardError: interval?.standardError,
        pValue: nil, unitCount: pairable, reason: reason.map(Coefficient.Reason.noValue))
    }
    switch interval {
    case .success(let interval): return coefficient(interval.estimate, interval, nil)
    case .failure(let reason):
      // There may be an estimate where there is no interval.
      let estimate = try? KrippendorffAlpha(of: ratings, metric: metric).estimate
      return coefficient(estimate, nil, reason)
    }
  }

  /// Alpha without an interval, on a table that is too large for one.
  private static func unresampled(_ ratings: Ratings, metric: AlphaMetric) -> Coefficient {
    let isCostly = metric == .ratio && Set(ratings.values).count > 20_000
    let result = attempt { () throws(NoValue) in
      try isCostly ? nil : KrippendorffAlpha(of: ratings, metric: metric).estimate
    }
    let reason: Coefficient.Reason =
      if case .failure(let reason) = result { .noValue(reason) } else { .tooLarge }
    return Coefficient(
      kind: .alpha, weights: metric.rawValue, estimate: (try? result.get()) ?? nil, interval: nil,
      method: nil, standardError: nil, pValue: nil,
      unitCount: (0..<ratings.unitCount).count { ratings.range(of: $0).count > 1 },
      reason: reason)
  }

  // MARK: Categories

  /// The coefficients that count categories.
  ///
  /// - Parameters:
  ///   - weights: The weights of the kappas and of Brennan and Prediger's coefficient.
  ///   - near: Those of Gwet's coefficient and of weighted agreement; `nil`: identity alone.
  /// - Returns: One element a coefficient.
  private func categorical(
    beyondChance weights: AgreementWeights, near: AgreementWeights?
  ) -> [Coefficient] {
    let declared = table.declaresCategories ? table.categories.map(\.value) : nil
    let tabulated = Self.attempt { () throws(NoValue) in
      try AgreementTable(of: computed.ratings, categories: declared)
    }
    func estimate<C: AgreementCoefficient>(
      _ kind: Coefficient.Kind, _ type: C.Type, _ weights: AgreementWeights
    ) -> Coefficient {
      let result = Self.attempt { () throws(NoValue) in
        try C(of: tabulated.get(), weights: weights, level: options.level).result
      }
      return coefficient(kind, weights, result)
    }
    var list = [estimate(.percentAgreement, PercentAgreement.self, .identity)]
    if let near { list.append(estimate(.percentAgreement, PercentAgreement.self, near)) }
    list.append(estimate(.gwet, GwetAC.self, near ?? .identity))
    list.append(estimate(.brennanPrediger, BrennanPrediger.self, weights))
    if computed.ratings.raterCount == 2 { return list + ofTwo(declared, weights: weights) }
    list.append(estimate(.fleiss, FleissKappa.self, weights))
    list.append(estimate(.conger, CongerKappa.self, weights))
    return list
  }

  /// Cohen's and Scott's coefficients.
  private func ofTwo(_ declared: [Double]?, weights: AgreementWeights) -> [Coefficient] {
    let ratings = computed.ratings
    let rows = (0..<ratings.unitCount).map { unit -> [Double?] in
      var row: [Double?] = [nil, nil]
      for place in ratings.range(of: unit) {
        row[Int(ratings.raters[place])] = ratings.values[place]
      }
      return row
    }
    let pairs = Self.attempt { () throws(NoValue) in
      try RaterPairTable(of: rows, categories: declared)
    }
    let both = (try? pairs.get())?.unitCount ?? 0
    func coefficient(
      _ kind: Coefficient.Kind,
      _ result: Result<(Double, Interval?, Double?, Double?), NoValue>
    ) -> Coefficient {
      switch result {
      case .success(let (estimate, interval, error, p)):
        return Coefficient(
          kind: kind, weights: weights.rawValue, estimate: estimate, interval: interval,
          method: interval == nil ? nil : .normal, standardError: error, pValue: p,
          unitCount: both,
          reason: interval == nil ? .noValue(.fewerThanTwoUnits) : nil)
      case .failure(let reason): return none(kind, weights.rawValue, reason, unitCount: both)
      }
    }
    return [
      coefficient(
        .cohen,
        Self.attempt { () throws(NoValue) in
          let kappa = try CohenKappa(of: pairs.get(), weights: weights, level: options.level)
          return (kappa.estimate, kappa.interval, kappa.standardError, kappa.nullPValue)
        }),
      coefficient(
        .scott,
        Self.attempt { () throws(NoValue) in
          let pi = try ScottPi(of: pairs.get(), weights: weights, level: options.level)
          return (pi.estimate, pi.interval, pi.standardError, nil)
        }),
    ]
  }

  private func coefficient(
    _ kind: Coefficient.Kind, _ weights: AgreementWeights,
    _ result: Result<AgreementEstimate, NoValue>
  ) -> Coefficient {
    switch result {
    case .success(let result):
      return Coefficient(
        kind: kind, weights: weights.rawValue, estimate: result.estimate,
        interval: result.interval, method: result.interval == nil ? nil : .student,
        standardError: result.standardError, pValue: result.pValue,
        unitCount: result.pairableUnits,
        reason: result.interval == nil ? .noValue(.fewerThanTwoUnits) : nil)
    case .failure(let reason):
      return none(kind, weights.rawValue, reason, unitCount: alpha.unitCount)
    }
  }

  // MARK: Numbers

  /// The rows of complete units.
  private var completeRows: [[Double?]] {
    computed.ratings.completeRows.map { $0.map(Optional.some) }
  }

  private var intraclass: [Coefficient] {
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
          estimate: icc[keyPath: path], replicates: fits.map { $0?[keyPath: path] }.map { $0.flatMap { $0.isFinite ? $0 : nil } },
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

  private var kendall: Coefficient {
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

  private func none(
    _ kind: Coefficient.Kind, _ weights: String, _ reason: NoValue, unitCount: Int
  ) -> Coefficient {
    Coefficient(
      kind: kind, weights: weights, estimate: nil, interval: nil, method: nil,
      standardError: nil, pValue: nil, unitCount: unitCount, reason: .noValue(reason))
  }

  private static func attempt<Value>(
    _ body: () throws(NoValue) -> Value
  ) -> Result<Value, NoValue> {
    do throws(NoValue) {
      return .success(try body())
    } catch {
      return .failure(error)
    }
  }
}

extension RatingScale {
  /// How Krippendorff's alpha measures distances on the scale.
  package var metric: AlphaMetric {
    switch self {
    case .nominal: .nominal
    case .ordinal: .ordinal
    case .interval: .interval
    case .ratio: .ratio
    }
  }
}
