import Questions
import TrialDesign

/// One text with the mean of its ratings: what averaging starts from.
struct RatedText: Hashable, Sendable {
  let scenario: ScenarioID
  let wording: Int
  let condition: Condition
  let baseline: BaselineID?
  let model: String?
  let value: Double
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
  /// Means by condition, cluster, scenario and model (nil: written by people).
  private let cells: [Condition: [Cluster: [ScenarioID: [String?: Double]]]]

  /// Averages texts; of baselines, those of one baseline alone.
  init(of texts: [RatedText], kind: ClusterKind) {
    self.kind = kind
    var values: [Condition: [Cluster: [ScenarioID: [String?: [Double]]]]] = [:]
    for text in texts {
      // A baseline text has no wording of the trial's: its scenario says where it belongs.
      let cluster =
        kind == .wording && text.condition != .baseline
        ? Cluster(wording: text.wording, scenario: nil)
        : Cluster(wording: nil, scenario: text.scenario)
      values[text.condition, default: [:]][cluster, default: [:]][text.scenario, default: [:]][
        text.model, default: []
      ].append(text.value)
    }
    cells = values.mapValues { clusters in
      clusters.mapValues { scenarios in
        scenarios.mapValues { models in models.mapValues { $0.mean } }
      }
    }
  }

  /// Whether anything was rated under a condition.
  func has(_ condition: Condition) -> Bool { cells[condition]?.isEmpty == false }

  /// Whether nothing was rated.
  var isEmpty: Bool { cells.isEmpty }

  /// The mean of each cluster under a condition, models weighing the same.
  func means(_ condition: Condition) -> [Cluster: Double] {
    (cells[condition] ?? [:]).mapValues { scenarios in
      scenarios.sorted { $0.key < $1.key }.map { Self.mean(ofModels: $0.value) }.mean
    }
  }

  /// The mean of the paired baseline in each cluster of the neutral condition.
  func pairedBaselineMeans() -> [Cluster: Double] {
    let baseline = means(.baseline)
    return (cells[.neutral] ?? [:]).compactMapValues { scenarios in
      let values = scenarios.keys.sorted().compactMap {
        baseline[Cluster(wording: nil, scenario: $0)]
      }
      return values.isEmpty ? nil : values.mean
    }
  }

  /// First less second in each cluster, over the scenarios and models that have both.
  func differences(_ first: Condition, _ second: Condition) -> [Cluster: Double] {
    guard let firsts = cells[first], let seconds = cells[second] else { return [:] }
    var result: [Cluster: Double] = [:]
    for (cluster, scenarios) in firsts {
      let values = scenarios.sorted { $0.key < $1.key }.compactMap { scenario, models -> Double? in
        guard let others = seconds[cluster]?[scenario] else { return nil }
        return Self.difference(models, others)
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
    var result: [Cluster: Double] = [:]
    for (cluster, scenarios) in cells[condition] ?? [:] {
      let values = scenarios.sorted { $0.key < $1.key }.compactMap { scenario, models -> Double? in
        guard let base = baseline[Cluster(wording: nil, scenario: scenario)] else { return nil }
        return Self.mean(ofModels: models) - base
      }
      if !values.isEmpty { result[cluster] = values.mean }
    }
    return result
  }

  private static func mean(ofModels models: [String?: Double]) -> Double {
    models.sorted { ($0.key ?? "") < ($1.key ?? "") }.map(\.value).mean
  }

  private static func difference(_ first: [String?: Double], _ second: [String?: Double])
    -> Double?
  {
    let shared = first.keys.filter { second[$0] != nil }.sorted { ($0 ?? "") < ($1 ?? "") }
    let values = shared.compactMap { model -> Double? in
      guard let a = first[model], let b = second[model] else { return nil }
      return a - b
    }
    return values.isEmpty ? nil : values.mean
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
