import Questions
import Reproducible
import Statistics

/// Ratings of one question as agreement needs them: by unit and rater.
struct RatingMatrix: Sendable {
  let ratings: Ratings
  /// To which cluster a unit belongs; whole clusters are resampled.
  let clusters: [Int]
  let raters: Int

  /// One rating: what was rated, in which cluster, in which column.
  struct Entry: Hashable, Sendable {
    let unit: String
    let cluster: String
    let column: String
    let value: Double
  }

  /// Gathers ratings; of two by one rater of one unit the later one stays.
  init(_ entries: [Entry], raters: Int? = nil) {
    let columns = Self.places(of: Set(entries.map(\.column)))
    let names = Self.places(of: Set(entries.map(\.cluster)))
    var units: [String: Int] = [:]
    var clusters: [Int] = []
    var known: [Place: Int] = [:]
    var kept: [(place: Place, value: Double)] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      guard let column = columns[entry.column], let cluster = names[entry.cluster] else { continue }
      let unit: Int
      if let number = units[entry.unit] {
        unit = number
      } else {
        unit = clusters.count
        units[entry.unit] = unit
        clusters.append(cluster)
      }
      let place = Place(unit: unit, column: column)
      if let before = known[place] {
        kept[before].value = entry.value
      } else {
        known[place] = kept.count
        kept.append((place, entry.value))
      }
    }
    ratings = Ratings(
      units: kept.map(\.place.unit), raters: kept.map(\.place.column), values: kept.map(\.value),
      unitCount: clusters.count, raterCount: columns.count)
    self.clusters = clusters
    self.raters = raters ?? columns.count
  }

  private struct Place: Hashable {
    let unit: Int
    let column: Int
  }

  private static func places(of names: Set<String>) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.sorted().enumerated().map { ($1, $0) })
  }

  /// How many units were rated.
  var unitCount: Int { clusters.count }

  /// How many units were rated twice or more.
  var pairable: Int { (0..<unitCount).count { ratings.range(of: $0).count >= 2 } }

  /// Krippendorff's α and Brennan and Prediger's coefficient of these ratings.
  ///
  /// - Parameters:
  ///   - question: Whose scale decides metric, categories and weights.
  ///   - level: The level of the intervals.
  ///   - resamples: How often clusters are drawn.
  ///   - seed: From which they are drawn.
  ///   - enough: Where α's interval reaches up to this, only α is computed; `nil`: always both.
  /// - Returns: Both coefficients, or why there is none.
  func agreement(
    on question: Question, level: Double, resamples: Int, seed: UInt64, enough: Double? = nil
  ) -> QuestionAgreement {
    let metric = question.form.alphaMetric
    let alpha = coefficient { () throws(NoValue) in
      try KrippendorffAlpha(of: ratings, metric: metric).estimate
    } bootstrap: { () throws(NoValue) in
      try KrippendorffAlpha.bootstrap(
        of: ratings, metric: metric, clusters: clusters, replicates: resamples, level: level,
        generator: SeededGenerator(seed: seed, label: "alpha/\(question.id)"))
    }
    let isEnough = enough.map { (alpha.interval?.high ?? -.infinity) >= $0 } ?? false
    return QuestionAgreement(
      question: question.id, metric: metric.rawValue, alpha: alpha,
      brennanPrediger: isEnough
        ? CoefficientEstimate(value: nil, interval: nil, reason: .undefined)
        : coefficient { () throws(NoValue) in
          try BrennanPrediger(
            of: AgreementTable(of: ratings, categories: question.form.declaredValues),
            weights: question.form.weights, level: level
          ).estimate
        } bootstrap: { () throws(NoValue) in
          try BrennanPrediger.bootstrap(
            of: ratings, categories: question.form.declaredValues, weights: question.form.weights,
            clusters: clusters, replicates: resamples, level: level,
            generator: SeededGenerator(seed: seed, label: "brennan prediger/\(question.id)"))
        },
      raters: raters, outputs: unitCount, pairableOutputs: pairable)
  }

  private func coefficient(
    estimate: () throws(NoValue) -> Double,
    bootstrap: () throws(NoValue) -> BootstrapInterval
  ) -> CoefficientEstimate {
    guard unitCount > 0 else {
      return CoefficientEstimate(value: nil, interval: nil, reason: .noRatings)
    }
    guard raters > 1 || pairable > 0 else {
      return CoefficientEstimate(value: nil, interval: nil, reason: .oneRater)
    }
    let value: Double
    do throws(NoValue) {
      value = try estimate()
    } catch {
      return CoefficientEstimate(value: nil, interval: nil, reason: Reason(error))
    }
    do throws(NoValue) {
      return CoefficientEstimate(value: value, interval: try bootstrap().interval, reason: nil)
    } catch {
      return CoefficientEstimate(value: value, interval: nil, reason: Reason(error))
    }
  }
}

extension AnswerForm {
  /// How Krippendorff's α weighs distances on this scale.
  var alphaMetric: AlphaMetric {
    switch self {
    case .binary, .nominal, .note: .nominal
    case .ordinal: .ordinal
    case .slider: .interval
    }
  }

  /// The declared scale: what raters could have said, used or not.
  ///
  /// A slider takes whole numbers from 0 to 100, so it declares 101 values; by chance two raters
  /// who slide anywhere then agree as far as any two of them do.
  var declaredValues: [Double] {
    switch self {
    case .binary, .ordinal, .nominal: labels.indices.map(Double.init)
    case .slider: (0...100).map(Double.init)
    case .note: []
    }
  }

  /// How Brennan and Prediger's coefficient weighs distances.
  var weights: AgreementWeights {
    switch self {
    case .binary, .nominal, .note: .identity
    case .ordinal, .slider: .quadratic
    }
  }
}
