package import Faults
import Questions
import Reproducible
import Statistics
import TrialDesign

/// What an earlier trial says about how far scenarios, raters and outputs differ.
package struct Pilot: Hashable, Sendable {
  package let trial: String
  /// The components that were estimated; the others are what is usual.
  package let spread: SimulatedSpread
  /// The mean of its baseline, or without one of its neutral condition, in points.
  package let base: Double
  package let ratings: Int
  /// What could not be told from it.
  package let notes: [String]

  /// Estimates variance components by REML, on the ratings as points: conditions are fixed;
  /// scenarios, models, raters and outputs are random, with their slopes by condition.
  ///
  /// From the variance that is left, that of rounding to whole points (1/12, after Sheppard) is
  /// taken off.
  ///
  /// - Parameter input: The ratings of a revealed trial.
  /// - Throws: ``Fault`` where it has too few ratings to tell anything.
  package init(of input: AnalysisInput) throws(Fault) {
    let analysis = try TrialAnalysis(input)
    let question = analysis.primary
    let rows = analysis.rows.first.filter {
      $0.question == question.id && $0.value != nil
        && ($0.condition != .baseline || $0.baseline == analysis.rows.baseline)
    }
    let usual = SimulatedSpread.usual(top: question.form.range?.upperBound ?? 1)
    let terms = PilotTerms(rows)
    let model: LinearMixedModel
    do throws(NoValue) {
      model = try LinearMixedModel(
        response: rows.compactMap(\.value), fixed: terms.fixed, random: terms.random)
    } catch {
      throw Fault(
        .badInput, at: input.trial,
        "its ratings are too few to say how far scenarios and raters differ "
          + "(\(Reason(error).text))",
        remedy: "leave out --from: what is usual is then assumed, and said")
    }
    let top = question.form.range?.upperBound ?? 1
    let mean = rows.compactMap(\.value).mean
    // At an end of the scale ratings cannot vary, which says nothing of how they do elsewhere.
    let isAtEnd = mean < 0.1 * top || mean > 0.9 * top
    func deviation(_ group: PilotTerms.Group, or usual: Double) -> Double {
      guard let component = model.components.first(where: { $0.group == group.rawValue }) else {
        return usual
      }
      let own = component.covariance[0][0].squareRoot()
      return isAtEnd ? max(own, usual) : own
    }
    let noise = max(model.residualVariance - 1 / 12, 0.01).squareRoot()
    trial = input.trial
    ratings = rows.count
    spread = SimulatedSpread(
      scenario: deviation(.scenario, or: usual.scenario),
      scenarioSlope: deviation(.scenarioSlope, or: usual.scenarioSlope),
      wordingSlope: usual.wordingSlope, model: deviation(.model, or: usual.model),
      modelSlope: deviation(.modelSlope, or: usual.modelSlope),
      rater: deviation(.rater, or: usual.rater),
      raterSlope: deviation(.raterSlope, or: usual.raterSlope),
      output: terms.hasOutputs ? deviation(.output, or: usual.output) : 0,
      noise: isAtEnd ? max(noise, usual.noise) : noise)
    let condition: Condition = rows.contains { $0.condition == .baseline } ? .baseline : .neutral
    let values = rows.filter { $0.condition == condition }.compactMap(\.value)
    base = values.isEmpty ? 0.3 * (question.form.range?.upperBound ?? 1) : values.mean
    let atEnd =
      "Its ratings lie at an end of the scale, where they cannot vary: what is usual is assumed "
      + "where that is more."
    notes =
      terms.notes + (isAtEnd ? [atEnd] : [])
      + (model.hasConverged ? [] : ["The fit did not settle."])
  }
}

/// The columns of the model, as far as the ratings can tell them apart.
private struct PilotTerms {
  enum Group: String {
    case scenario, model, rater, output
    case scenarioSlope = "scenario by condition"
    case modelSlope = "model by condition"
    case raterSlope = "rater by condition"
  }

  let fixed: [(name: String, values: [Double])]
  private(set) var random: [RandomTerm] = []
  private(set) var notes: [String] = []
  private(set) var hasOutputs = false

  init(_ rows: [RatedRow]) {
    let conditions = Condition.allCases.filter { condition in
      rows.contains { $0.condition == condition }
    }
    fixed = conditions.map { condition in
      (condition.rawValue, rows.map { $0.condition == condition ? 1 : 0 })
    }
    let outputs = Self.labels(rows.map(\.output))
    let cells = Self.labels(rows.map { "\($0.scenario)\u{0}\($0.condition.rawValue)" })
    add(.scenario, Self.labels(rows.map(\.scenario.name)), rows.count)
    // Where each scenario has one output under each condition the two are one.
    let cellCount = Set(cells).count
    if Set(outputs).count > cellCount, Set(outputs).count < rows.count {
      hasOutputs = add(.output, outputs, rows.count)
    } else {
      notes.append(
        "With one output a scenario and condition, what differs between outputs counts as "
          + "differing between scenarios.")
    }
    add(.scenarioSlope, cells, rows.count)
    let models = Self.labels(rows.map { $0.model ?? "" })
    if Set(models).count > 1 {
      add(.model, models, rows.count)
      add(
        .modelSlope, Self.labels(rows.map { "\($0.model ?? "")\u{0}\($0.condition.rawValue)" }),
        rows.count)
    }
    if Set(rows.map(\.rater)).count > 1 {
      add(.rater, Self.labels(rows.map(\.rater)), rows.count)
      add(
        .raterSlope, Self.labels(rows.map { "\($0.rater)\u{0}\($0.condition.rawValue)" }),
        rows.count)
    } else {
      notes.append("One rater says nothing about how raters differ: what is usual is assumed.")
    }
  }

  @discardableResult private mutating func add(_ group: Group, _ labels: [Int], _ count: Int)
    -> Bool
  {
    let levels = Set(labels).count
    guard levels > 1, levels < count else { return false }
    random.append(RandomTerm(group.rawValue, labels: labels))
    return true
  }

  private static func labels(_ names: [String]) -> [Int] {
    var known: [String: Int] = [:]
    return names.map { name in
      if let number = known[name] { return number }
      known[name] = known.count
      return known.count - 1
    }
  }
}
