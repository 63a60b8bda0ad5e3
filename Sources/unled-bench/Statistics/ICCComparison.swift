import Reproducible
import Statistics

/// The intraclass correlations of a complete table, beside pingouin.
struct ICCComparison: StatisticComparison {
  private static let raterCount = 10
  let unitCount: Int
  let widths = [1]
  private let ratings: [[Double?]]

  init(unitCount: Int) {
    self.unitCount = unitCount
    var generator = SeededGenerator(seed: 1979, label: "icc")
    let severities = (0..<Self.raterCount).map { _ in 0.4 * generator.normal() }
    ratings = (0..<unitCount).map { _ in
      let center = 5 + generator.normal()
      return severities.map { center + $0 + 0.9 * generator.normal() }
    }
  }

  var title: String {
    """
    Intraclass correlations with intervals, all six
      \(unitCount) units x \(Self.raterCount) raters, complete
    """
  }

  var script: BaselineScript { .icc }
  var options: [String] { [] }

  var csv: String {
    ratings.enumerated().reduce(into: "unit,rater,value\n") { text, row in
      for (rater, value) in row.element.enumerated() {
        guard let value else { continue }
        text += "\(row.offset),\(rater),\(value)\n"
      }
    }
  }

  func compute(seed: UInt64, threads: Int) throws -> [String: Double] {
    let found = try IntraclassCorrelation(of: ratings)
    return Self.forms.reduce(into: [:]) { results, form in
      results[form.name] = found[keyPath: form.path].estimate
      results[form.name + "F"] = found[keyPath: form.path].f
    }
  }

  func differences(_ ours: [String: Double], _ theirs: [String: Double]) -> [Difference] {
    let names = Self.forms.map(\.name)
    return [
      Difference(
        name: "the six correlations", amount: ours.distance(theirs, in: names), bound: 1e-9),
      Difference(
        name: "their F, relatively",
        amount: ours.distance(theirs, in: names.map { $0 + "F" }, relative: true), bound: 1e-9),
    ]
  }

  private typealias Form = (
    name: String, path: KeyPath<IntraclassCorrelation, IntraclassCorrelation.Form>
  )

  private static var forms: [Form] {
    [
      ("oneWaySingle", \.oneWaySingle), ("agreementSingle", \.agreementSingle),
      ("consistencySingle", \.consistencySingle), ("oneWayMean", \.oneWayMean),
      ("agreementMean", \.agreementMean), ("consistencyMean", \.consistencyMean),
    ]
  }
}
