import Reproducible
import Statistics

/// A linear mixed model with Satterthwaite's degrees of freedom, beside lmerTest.
struct MixedModelComparison: StatisticComparison {
  private static let rowsOfScenario = 20
  private static let groups = ["scenario", "rater", "model"]
  let scenarioCount: Int
  let widths = [1]
  private let rows: [Row]

  private struct Row {
    let rating: Double
    let condition: Int
    let levels: [Int]
  }

  init(scenarioCount: Int) {
    self.scenarioCount = scenarioCount
    var generator = SeededGenerator(seed: 2017, label: "lmm")
    func effects(_ count: Int, spread: Double) -> [Double] {
      (0..<count).map { _ in spread * generator.normal() }
    }
    let scenarios = effects(scenarioCount, spread: 0.7)
    let raters = effects(40, spread: 0.4)
    let models = effects(4, spread: 0.5)
    rows = (0..<scenarioCount * Self.rowsOfScenario).map { row in
      let scenario = row / Self.rowsOfScenario
      let rater = generator.integer(below: raters.count)
      let model = row / 2 % models.count
      let shared = 3 + scenarios[scenario] + raters[rater] + models[model]
      return Row(
        rating: shared + 0.1 * Double(row % 2) + generator.normal(), condition: row % 2,
        levels: [scenario, rater, model])
    }
  }

  var title: String {
    """
    Linear mixed model by REML with Satterthwaite's degrees of freedom
      rating ~ condition + (1|scenario) + (1|rater) + (1|model)
      \(rows.count) rows, \(scenarioCount) scenarios, 40 raters, 4 models
    """
  }

  var script: BaselineScript { .mixedModel }
  var options: [String] { [] }

  var csv: String {
    rows.reduce(into: "rating,condition,scenario,rater,model\n") { text, row in
      text += "\(row.rating),\(row.condition),"
      text += row.levels.map(String.init).joined(separator: ",") + "\n"
    }
  }

  func compute(seed: UInt64, threads: Int) throws -> [String: Double] {
    let fit = try LinearMixedModel(
      response: rows.map(\.rating),
      fixed: [
        (name: "(Intercept)", values: rows.map { _ in 1 }),
        (name: "condition", values: rows.map { Double($0.condition) }),
      ],
      random: Self.groups.enumerated().map { place, group in
        RandomTerm(group, labels: rows.map { $0.levels[place] })
      })
    let effect = fit.fixedEffects[1]
    var results = [
      "effect": effect.estimate, "standardError": effect.standardError,
      "degreesOfFreedom": effect.degreesOfFreedom, "residual": fit.residualVariance,
      "criterion": fit.criterion,
    ]
    for component in fit.components { results[component.group] = component.covariance[0][0] }
    return results
  }

  /// Both search for the minimum of the same criterion, so that neither is exact.
  func differences(_ ours: [String: Double], _ theirs: [String: Double]) -> [Difference] {
    func relative(_ name: String, _ results: [String], bound: Double) -> Difference {
      Difference(
        name: name, amount: ours.distance(theirs, in: results, relative: true), bound: bound)
    }
    return [
      Difference(
        name: "fixed effect",
        amount: ours.distance(theirs, in: ["effect"]) / ours.number("standardError"), bound: 1e-4,
        unit: " of its standard error"),
      relative("its standard error, relatively", ["standardError"], bound: 1e-4),
      relative("its degrees of freedom, relatively", ["degreesOfFreedom"], bound: 1e-3),
      relative("variances, relatively", Self.groups + ["residual"], bound: 1e-3),
      Difference(
        name: "REML criterion, ours above theirs by",
        amount: max(0, ours.number("criterion") - theirs.number("criterion")), bound: 1e-6),
    ]
  }
}
