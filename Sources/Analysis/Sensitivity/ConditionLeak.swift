import Questions
package import Reproducible
import Statistics
import TrialDesign

/// How well a machine tells leading texts from neutral ones by their words alone.
package struct ConditionLeak: Hashable, Sendable {
  /// 0.5 is chance, 1 without error.
  package let areaUnderCurve: Double
  /// The share of labellings that do at least as well.
  package let pValue: Double?
  /// Pairs of outputs of one scenario, wording, model and replicate.
  package let pairs: Int

  package init(areaUnderCurve: Double, pValue: Double?, pairs: Int) {
    self.areaUnderCurve = areaUnderCurve
    self.pValue = pValue
    self.pairs = pairs
  }

  package var json: JSON {
    .object([
      "auc": .number(areaUnderCurve), "p": JSON(optional: pValue), "pairs": .integer(pairs),
    ])
  }
}

extension TrialAnalysis {
  /// Learns on all clusters but a few which words mark a leading text, and guesses on those few.
  ///
  /// - Returns: `nil` where texts are not known, or fewer than two clusters have a pair.
  var conditionLeak: ConditionLeak? {
    struct Place: Hashable, Comparable {
      let cluster: Cluster
      let scenario: ScenarioID
      let wording: Int
      let model: String
      let replicate: Int

      static func < (first: Self, second: Self) -> Bool {
        (first.cluster, first.scenario.name, first.wording, first.model, first.replicate)
          < (
            second.cluster, second.scenario.name, second.wording, second.model, second.replicate
          )
      }
    }
    guard !input.texts.isEmpty else { return nil }
    var pairs: [Place: (leading: String?, neutral: String?)] = [:]
    for row in rows.first where row.question == primary.id {
      guard row.condition == .leading || row.condition == .neutral,
        let text = input.texts[row.output]
      else { continue }
      let place = Place(
        cluster: design.cluster == .wording
          ? Cluster(wording: row.wording, scenario: nil)
          : Cluster(wording: nil, scenario: row.scenario),
        scenario: row.scenario, wording: row.wording, model: row.model ?? "",
        replicate: row.replicate)
      if row.condition == .leading {
        pairs[place, default: (nil, nil)].leading = text
      } else {
        pairs[place, default: (nil, nil)].neutral = text
      }
    }
    let whole = pairs.sorted { $0.key < $1.key }.compactMap { place, pair in
      pair.leading.flatMap { leading in
        pair.neutral.map { (place.cluster, leading: leading, neutral: $0) }
      }
    }
    var numbers: [Cluster: Int] = [:]
    for (cluster, _, _) in whole where numbers[cluster] == nil { numbers[cluster] = numbers.count }
    guard numbers.count > 1 else { return nil }
    // Texts of one cluster are never taught by one another.
    let leak = try? TextLeak(
      leading: whole.map(\.leading), neutral: whole.map(\.neutral),
      folds: whole.map { (numbers[$0.0] ?? 0) % Self.leakFolds },
      permutations: Self.leakPermutations,
      generator: SeededGenerator(seed: input.seed, label: "text leak"))
    return leak.map {
      ConditionLeak(areaUnderCurve: $0.areaUnderCurve, pValue: $0.pValue, pairs: $0.pairCount)
    }
  }

  private static let leakFolds = 10
  private static let leakPermutations = 199
}
