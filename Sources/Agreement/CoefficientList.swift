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
        method: interval == nil ? nil : .bootstrap, standardError: interval?.standardError,
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
    let raters = computed.ratings.raterCount
    let rows = computed.table ?? computed.rows
    let tabulated = Self.attempt { () throws(NoValue) in
      try AgreementTable(of: rows, categories: declared)
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
    if raters == 2, let table = computed.table {
      list += ofTwo(table, declared: declared, weights: weights)
    } else {
      list.append(estimate(.fleiss, FleissKappa.self, weights))
      if computed.table != nil { list.append(estimate(.conger, CongerKappa.self, weights)) }
    }
    return list
  }

  /// Cohen's and Scott's coefficients.
  private func ofTwo(
    _ rows: [[Double?]], declared: [Double]?, weights: AgreementWeights
  ) -> [Coefficient] {
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
        guard let estimate = form.estimate else {
          return none(kind, "", .noVariation, unitCount: rows.count)
        }
        return Coefficient(
          kind: kind, weights: "", estimate: estimate, interval: form.interval,
          method: form.interval == nil ? nil : .f, standardError: nil, pValue: form.pValue,
          unitCount: rows.count, reason: form.interval == nil ? .noError : nil)
      }
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
