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
    alpha =
      Self.alpha(
        of: ratings, metric: metric, interval: alphaInterval
      ).withoutHollowInterval
  }

  /// All of them, alpha first.
  var all: [Coefficient] { suited.map(\.withoutHollowInterval) }

  private var suited: [Coefficient] {
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

  /// A coefficient without a value.
  func none(
    _ kind: Coefficient.Kind, _ weights: String, _ reason: NoValue, unitCount: Int
  ) -> Coefficient {
    Coefficient(
      kind: kind, weights: weights, estimate: nil, interval: nil, method: nil,
      standardError: nil, pValue: nil, unitCount: unitCount, reason: .noValue(reason))
  }

  /// What a statistic comes to, or why it has no value.
  static func attempt<Value>(
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
