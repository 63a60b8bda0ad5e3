import Questions
package import Reproducible
import Statistics
import TrialDesign

/// What the way in which a text was shown does to its ratings: a factor between raters.
package struct RaterFactor: Hashable, Sendable {
  /// One way of showing it.
  package struct Level: Hashable, Sendable {
    package let name: String
    package let raters: Int
    /// By how much these raters rate higher than those of the first level, outputs alike: Welch over
    /// raters; withheld of the first level itself.
    package let shift: EffectEstimate
    /// l − n by these raters alone, by t over scenarios.
    package let lead: EffectEstimate

    package var json: JSON {
      .object([
        "level": .string(name), "raters": .integer(raters), "shift": shift.json,
        "lead": lead.json,
      ])
    }
  }

  package let name: String
  /// By name; shifts are from the first.
  package let levels: [Level]

  package init(name: String, levels: [Level]) {
    self.name = name
    self.levels = levels
  }

  package var json: JSON {
    .object(["factor": .string(name), "levels": .array(levels.map(\.json))])
  }
}

extension TrialAnalysis {
  /// The factors between raters, on the primary question.
  var raterFactors: [RaterFactor] {
    let rated = rows.first.filter { $0.question == primary.id && $0.value != nil }
    let names = Set(rated.flatMap(\.shownAs.keys)).sorted()
    guard !names.isEmpty else { return [] }
    let severities = severities(of: rated)
    let estimator = EffectEstimator(
      plan: input.plan.at(alpha: level), seed: input.seed, resamples: input.resamples,
      isClaim: false,
      showsBeside: false)
    return names.map { name in
      var levels: [String: Set<String>] = [:]
      for row in rated { levels[row.shownAs[name] ?? "", default: []].insert(row.rater) }
      let ordered = levels.sorted { $0.key < $1.key }
      // A rater who saw both ways is in neither sample.
      let both = Set(
        ordered.flatMap(\.value).filter { rater in
          ordered.count { $0.value.contains(rater) } > 1
        })
      let samples = ordered.map { level in
        level.value.subtracting(both).sorted().compactMap { severities[$0] }
      }
      return RaterFactor(
        name: name,
        levels: ordered.enumerated().map { index, level in
          RaterFactor.Level(
            name: level.key, raters: level.value.subtracting(both).count,
            shift: index == 0
              ? .withheld(.firstLevel)
              : shift(samples[index], samples[0]),
            lead: lead(of: level.value.subtracting(both), estimator))
        })
    }
  }

  private func shift(_ raters: [Double], _ first: [Double]) -> EffectEstimate {
    // A sample of one has no spread.
    guard let welch = try? WelchDifference(first: raters, second: first) else {
      return .withheld(.fewRaters)
    }
    return EffectEstimate(
      value: welch.difference, standardError: welch.standardError,
      degreesOfFreedom: welch.degreesOfFreedom, clusters: raters.count + first.count,
      interval: welch.interval(level: 1 - level),
      narrowInterval: welch.interval(level: 1 - 2 * level))
  }

  private func lead(of raters: Set<String>, _ estimator: EffectEstimator) -> EffectEstimate {
    let own = PrimaryRows(input) { $0.raterKind.counts && raters.contains($0.rater) }
    return EffectSet(
      texts: own.texts(primary, unrated: input.unrated, baseline: rows.baseline), clean: nil,
      design: design, estimator: estimator
    ).lead
  }

  /// How severe each rater is, outputs alike; empty where raters share too few of them.
  private func severities(of rated: [RatedRow]) -> [String: Double] {
    let outputs = Set(rated.map(\.output)).sorted()
    let raters = Set(rated.map(\.rater)).sorted()
    let outputNumbers = Dictionary(uniqueKeysWithValues: outputs.enumerated().map { ($1, $0) })
    let raterNumbers = Dictionary(uniqueKeysWithValues: raters.enumerated().map { ($1, $0) })
    let ratings = Ratings(
      units: rated.compactMap { outputNumbers[$0.output] },
      raters: rated.compactMap { raterNumbers[$0.rater] }, values: rated.compactMap(\.value),
      unitCount: outputs.count, raterCount: raters.count)
    // Raters who share no output cannot be told lenient from strict.
    guard let severity = try? RaterSeverity(of: ratings) else { return [:] }
    var result: [String: Double] = [:]
    for (rater, effect) in zip(raters, severity.effects) { result[rater] = effect.fixed }
    return result
  }
}
