import Questions
import TrialDesign

/// One rating as the mixed model takes it.
struct ModelledRating: Hashable, Sendable {
  let cluster: Cluster
  let scenario: ScenarioID
  let condition: Condition
  let model: String?
  let output: String
  let rater: String
  let value: Double
  /// The output's length in words; `nil` where nobody counted, and of refusals.
  var length: Double?
}

extension [ModelledRating] {
  /// One model's ratings, with its own baseline texts or, where it has none, all of them.
  func ofModel(_ model: String) -> [ModelledRating] {
    let hasOwn = contains { $0.condition == .baseline && $0.model == model }
    return filter { $0.model == model || ($0.condition == .baseline && !hasOwn) }
  }
}

extension PrimaryRows {
  /// The single ratings of one question, chosen as ``texts(_:unrated:cleanOnly:without:baseline:)``
  /// chooses them.
  ///
  /// A refusal or failure was rated by nobody and would be rated lowest by anybody: as many raters
  /// as an output has on average are dealt to it in turn, each with the scale's lowest point.
  func ratings(
    _ question: Question, unrated: [UnratedOutput], cleanOnly: Bool = false,
    without rater: String? = nil, baseline: BaselineID?, kind: ClusterKind
  ) -> [ModelledRating] {
    func cluster(_ scenario: ScenarioID, _ wording: Int, _ condition: Condition) -> Cluster {
      kind == .wording && condition != .baseline
        ? Cluster(wording: wording, scenario: nil) : Cluster(wording: nil, scenario: scenario)
    }
    var ratings: [ModelledRating] = []
    for row in first where row.question == question.id && row.rater != rater {
      guard let value = row.value, !(cleanOnly && row.echo && !row.masked) else { continue }
      guard row.condition != .baseline || row.baseline == baseline else { continue }
      ratings.append(
        ModelledRating(
          cluster: cluster(row.scenario, row.wording, row.condition), scenario: row.scenario,
          condition: row.condition, model: row.model, output: row.output, rater: row.rater,
          value: value, length: row.length))
    }
    let raters = Set(ratings.map(\.rater)).sorted()
    guard !raters.isEmpty, let lowest = question.form.range?.lowerBound else { return ratings }
    let outputs = Set(ratings.map(\.output)).count
    let perOutput = max(1, Int((Double(ratings.count) / Double(outputs)).rounded()))
    var next = 0
    for (index, text) in unrated.enumerated()
    where text.condition != .baseline || text.baseline == baseline {
      for _ in 0..<min(perOutput, raters.count) {
        ratings.append(
          ModelledRating(
            cluster: cluster(text.scenario, text.wording, text.condition), scenario: text.scenario,
            condition: text.condition, model: text.model, output: "unrated \(index)",
            rater: raters[next % raters.count], value: lowest))
        next += 1
      }
    }
    return ratings
  }
}
