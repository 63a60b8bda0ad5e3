import Questions
import TrialDesign

/// One text with the mean of its ratings: what averaging starts from.
struct RatedText: Hashable, Sendable {
  let scenario: ScenarioID
  let wording: Int
  let condition: Condition
  let baseline: BaselineID?
  let model: String?
  var value: Double
  /// The number of its cell, the same for the texts that are averaged together first; cells are
  /// numbered by condition, scenario and model.
  var cell: Int
}

/// What the claim generalises over: a scenario, or from five wordings on a wording.
struct Cluster: Hashable, Comparable, Sendable {
  /// The wording, where it is the cluster; else nil.
  let wording: Int?
  /// The scenario, where it is the cluster; else nil.
  let scenario: ScenarioID?

  static func < (first: Self, second: Self) -> Bool {
    (first.wording ?? 0, first.scenario?.name ?? "")
      < (second.wording ?? 0, second.scenario?.name ?? "")
  }

  var name: String { scenario?.name ?? "wording \(wording ?? 0)" }
}

/// Texts averaged step by step: output by model by scenario by cluster.
struct TextMeans: Sendable {
  let kind: ClusterKind
  /// Means by condition and cluster; in each cluster one element a scenario, in their order.
  private let cells: [Condition: [Cluster: [ScenarioMeans]]]

  /// Averages texts; of baselines, those of one baseline alone.
  ///
  /// - Complexity: O(*n* + *c*) in the numbers of texts and cells.
  init(of texts: [RatedText], kind: ClusterKind) {
    self.kind = kind
    let count = (texts.lazy.map(\.cell).max() ?? -1) + 1
    var sums = [Double](repeating: 0, count: count)
    var numbers = [Int](repeating: 0, count: count)
    // The first text of each cell, which says what the cell is.
    var firsts = [Int](repeating: -1, count: count)
    for (index, text) in texts.enumerated() {
      if numbers[text.cell] == 0 { firsts[text.cell] = index }
      sums[text.cell] += text.value
      numbers[text.cell] += 1
    }
    var cells: [Condition: [Cluster: [ScenarioMeans]]] = [:]
    for (cell, first) in firsts.enumerated() where first >= 0 {
      let text = texts[first]
      // A baseline text has no wording of the trial's: its scenario says where it belongs.
      let cluster =
        kind == .wording && text.condition != .baseline
        ? Cluster(wording: text.wording, scenario: nil)
        : Cluster(wording: nil, scenario: text.scenario)
      cells[text.condition, default: [:]][cluster, default: []].add(
        sums[cell] / Double(numbers[cell]), scenario: text.scenario, model: text.model)
    }
    self.cells = cells
  }

  /// Whether anything was rated under a condition.
  func has(_ condition: Condition) -> Bool { cells[condition]?.isEmpty == false }

  /// Whether nothing was rated.
  var isEmpty: Bool { cells.isEmpty }

  /// The mean of each cluster under a condition, models weighing the same.
  func means(_ condition: Condition) -> [Cluster: Double] {
    (cells[condition] ?? [:]).mapValues { scenarios in scenarios.map(\.mean).mean }
  }

  /// The mean of the paired baseline in each cluster of the neutral condition.
  func pairedBaselineMeans() -> [Cluster: Double] {
    let baseline = means(.baseline)
    return (cells[.neutral] ?? [:]).compactMapValues { scenarios in
      let values = scenarios.compactMap { baseline[Cluster(wording: nil, scenario: $0.scenario)] }
      return values.isEmpty ? nil : values.mean
    }
  }

  /// First less second in each cluster, over the scenarios and models that have both.
  func differences(_ first: Condition, _ second: Condition) -> [Cluster: Double] {
    guard let firsts = cells[first], let seconds = cells[second] else { return [:] }
    var result: [Cluster: Double] = [:]
    for (cluster, scenarios) in firsts {
      guard let others = seconds[cluster] else { continue }
      var values: [Double] = []
      // Both stand in the order of scenarios.
      var place = 0
      for scenario in scenarios {
        while place < others.count, others[place].scenario < scenario.scenario { place += 1 }
        guard place < others.count, others[place].scenario == scenario.scenario else { continue }
        if let difference = scenario.difference(from: others[place]) { values.append(difference) }
      }
      if !values.isEmpty { result[cluster] = values.mean }
    }
    return result
  }

  /// A condition less the paired baseline in each cluster, over the scenarios that have both.
  ///
  /// A baseline may come from other models, or from none: each side is averaged by itself.
  func differencesFromBaseline(_ condition: Condition) -> [Cluster: Double] {
    let baseline = means(.baseline)
    return (cells[condition] ?? [:]).compactMapValues { scenarios in
      let values = scenarios.compactMap { scenario -> Double? in
        baseline[Cluster(wording: nil, scenario: scenario.scenario)].map { scenario.mean - $0 }
      }
      return values.isEmpty ? nil : values.mean
    }
  }
}

/// One scenario's means by model (nil: written by people), in the order of models.
private struct ScenarioMeans: Sendable {
  let scenario: ScenarioID
  var models: [(model: String?, mean: Double)]

  /// All models weigh the same.
  var mean: Double { models.map(\.mean).mean }

  /// This less another, over the models that both have; `nil` where they share none.
  func difference(from other: ScenarioMeans) -> Double? {
    var values: [Double] = []
    var place = 0
    for (model, mean) in models {
      while place < other.models.count, (other.models[place].model ?? "") < (model ?? "") {
        place += 1
      }
      guard place < other.models.count, other.models[place].model == model else { continue }
      values.append(mean - other.models[place].mean)
    }
    return values.isEmpty ? nil : values.mean
  }
}

extension [ScenarioMeans] {
  /// Adds a mean; means come in the order of scenarios and models.
  fileprivate mutating func add(_ mean: Double, scenario: ScenarioID, model: String?) {
    if last?.scenario == scenario {
      self[count - 1].models.append((model, mean))
    } else {
      append(ScenarioMeans(scenario: scenario, models: [(model, mean)]))
    }
  }
}

extension [Double] {
  /// The arithmetic mean; the caller sees to it that there is a value.
  var mean: Double { reduce(0, +) / Double(count) }
}

extension [RatedText] {
  /// One model's texts, with its own baseline texts or, where it has none, all of them.
  func ofModel(_ model: String) -> [RatedText] {
    let hasOwn = contains { $0.condition == .baseline && $0.model == model }
    return filter { $0.model == model || ($0.condition == .baseline && !hasOwn) }
  }
}

extension [Cluster: Double] {
  /// The values in the order of their clusters, the same on every machine.
  var ordered: [Double] { sorted { $0.key < $1.key }.map(\.value) }
}
