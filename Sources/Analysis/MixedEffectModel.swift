import Statistics
import TrialDesign

/// The mixed model of one effect: single ratings, with crossed scenarios, raters, outputs and models.
///
/// rating ~ x + (1 + x || cluster) + (1 + x || rater) + (1 | output), with x = ½ under the first
/// condition and −½ under the second. Models that are fixed are coded to sum to zero, with x and
/// without, so that each weighs the same; models that are a sample have an intercept and a slope of
/// their own. A term that the ratings do not support is left out; where the fit does not converge,
/// rater slopes go first, then outputs, then raters.
struct MixedEffectModel: Sendable {
  /// In one order whatever the order they came in, so that the same ratings give the same bytes.
  let ratings: [ModelledRating]
  let design: EffectDesign
  let alpha: Double

  init(ratings: [ModelledRating], design: EffectDesign, alpha: Double) {
    self.ratings = Self.ordered(ratings)
    self.design = design
    self.alpha = alpha
  }

  private static func ordered(_ ratings: [ModelledRating]) -> [ModelledRating] {
    ratings.sorted {
      ($0.cluster, $0.scenario.name, $0.condition.rawValue, $0.output, $0.rater)
        < ($1.cluster, $1.scenario.name, $1.condition.rawValue, $1.output, $1.rater)
    }
  }

  /// The effect of the first condition over the second one in cells that have both.
  func within(_ first: Condition, _ second: Condition) -> MixedModelEstimate? {
    let firsts = Set(ratings.filter { $0.condition == first }.map(Cell.init))
    let seconds = Set(ratings.filter { $0.condition == second }.map(Cell.init))
    let both = firsts.intersection(seconds)
    return estimate(
      ratings.filter {
        ($0.condition == first || $0.condition == second) && both.contains(Cell($0))
      }, first: first)
  }

  /// The effect of a condition over what presence is measured against.
  func overBase(_ condition: Condition) -> MixedModelEstimate? {
    let both = ratings.filter { $0.condition == condition || $0.condition == .baseline }
    switch design.base {
    case .none: return nil
    case .reference(let reference):
      return estimate(
        both.filter { $0.condition == condition }, first: condition, reference: reference)
    case .unpaired: return estimate(both, first: condition)
    case .paired:
      let own = both.filter { $0.condition == condition }
      let baseline = both.filter { $0.condition == .baseline }
      let shared = Set(own.map(\.scenario)).intersection(baseline.map(\.scenario))
      let paired = both.filter { shared.contains($0.scenario) }
      guard design.cluster == .wording else { return estimate(paired, first: condition) }
      // A baseline text stands in the cluster of the texts of its scenario.
      var clusters: [ScenarioID: Cluster] = [:]
      for rating in own { clusters[rating.scenario] = rating.cluster }
      let joined = paired.map { rating in
        ModelledRating(
          cluster: clusters[rating.scenario] ?? rating.cluster, scenario: rating.scenario,
          condition: rating.condition, model: rating.model, output: rating.output,
          rater: rating.rater, value: rating.value)
      }
      return estimate(Self.ordered(joined), first: condition)
    }
  }

  /// What must have both conditions to be compared.
  private struct Cell: Hashable {
    let cluster: Cluster
    let scenario: ScenarioID
    let model: String?

    init(_ rating: ModelledRating) {
      cluster = rating.cluster
      scenario = rating.scenario
      model = rating.model
    }
  }

  // MARK: The fit

  /// The terms that are fitted, from all to the fewest.
  private enum Simplification: Int, CaseIterable {
    case none, withoutRaterSlopes, withoutOutputs, clustersAlone
  }

  private func estimate(
    _ rows: [ModelledRating], first: Condition, reference: Double? = nil
  ) -> MixedModelEstimate? {
    guard Set(rows.map(\.cluster)).count >= EffectEstimator.fewestClusters else { return nil }
    let x = rows.map { reference != nil ? 1 : $0.condition == first ? 0.5 : -0.5 }
    let fixed = fixedColumns(rows, x, isContrast: reference == nil)
    let response = rows.map { $0.value - (reference ?? 0) }
    for simplification in Simplification.allCases {
      let terms = terms(rows, reference == nil ? x : nil, simplification)
      // A model without a fit is no reason to stop: one with fewer terms may have one.
      guard
        let model = try? LinearMixedModel(
          response: response, fixed: fixed, random: terms.map(\.term)),
        model.hasConverged, let effect = model.fixedEffects.first(where: { $0.name == "x" }),
        effect.standardError > 0, effect.degreesOfFreedom >= 1,
        // Raters who agree on everything leave nothing over: such a fit has no width to trust.
        model.residualVariance > 1e-6 * Self.variance(of: response)
      else { continue }
      return MixedModelEstimate(
        value: effect.estimate, standardError: effect.standardError,
        degreesOfFreedom: effect.degreesOfFreedom,
        interval: effect.interval(level: 1 - alpha),
        narrowInterval: effect.interval(level: 1 - 2 * alpha), terms: terms.map(\.name),
        isSingular: model.isSingular,
        variances: model.components.map { $0.covariance[0][0] } + [model.residualVariance])
    }
    return nil
  }

  private static func variance(of values: [Double]) -> Double {
    let mean = values.mean
    return values.map { ($0 - mean) * ($0 - mean) }.mean
  }

  /// An intercept, the contrast, and fixed models that sum to zero.
  private func fixedColumns(
    _ rows: [ModelledRating], _ x: [Double], isContrast: Bool
  ) -> [(name: String, values: [Double])] {
    let contrast: [(String, [Double])] = [("x", x)]
    var columns = (isContrast ? [("(Intercept)", rows.map { _ in 1.0 })] : []) + contrast
    guard !design.modelsAreSample else { return columns }
    let conditions = Set(rows.map(\.condition))
    let models = Set(rows.compactMap(\.model)).sorted()
    let inAll = models.filter { model in
      Set(rows.filter { $0.model == model }.map(\.condition)) == conditions
    }
    guard models.count > 1, let last = models.last else { return columns }
    for model in models.dropLast() {
      let code = rows.map { $0.model == model ? 1.0 : $0.model == last ? -1 : 0 }
      columns.append(("model \(model)", code))
      // Where a model is in one condition alone, that it differs and that its effect does are one.
      if isContrast, inAll.count == models.count {
        columns.append(("x:model \(model)", zip(code, x).map { $0 * $1 }))
      }
    }
    return columns
  }

  private func terms(
    _ rows: [ModelledRating], _ x: [Double]?, _ simplification: Simplification
  ) -> [(name: String, term: RandomTerm)] {
    var terms: [(String, RandomTerm)] = []
    func add(_ name: String, _ keys: [String], slope: Bool) {
      var index: [String: Int] = [:]
      let labels = keys.map { key in
        if let known = index[key] { return known }
        index[key] = index.count
        return index.count - 1
      }
      guard index.count > 1, index.count < rows.count else { return }
      terms.append(("(1 | \(name))", RandomTerm(name, labels: labels)))
      guard slope, let x else { return }
      var sides = [Set<Double>](repeating: [], count: index.count)
      for (label, side) in zip(labels, x) { sides[label].insert(side) }
      guard sides.count(where: { $0.count > 1 }) > 1 else { return }
      terms.append(
        (
          "(0 + x | \(name))",
          RandomTerm(name, labels: labels, hasIntercept: false, slopes: [("x", x)])
        ))
    }
    add(
      design.cluster == .wording ? "wording" : "scenario", rows.map(\.cluster.name), slope: true)
    if design.cluster == .wording { add("scenario", rows.map(\.scenario.name), slope: false) }
    if design.modelsAreSample {
      add("model", rows.map { $0.model ?? "" }, slope: true)
    }
    if simplification.rawValue < Simplification.clustersAlone.rawValue {
      add("rater", rows.map(\.rater), slope: simplification == .none)
    }
    if simplification.rawValue < Simplification.withoutOutputs.rawValue {
      add("output", rows.map(\.output), slope: false)
    }
    return terms
  }
}
