import Questions
import Statistics
import TrialDesign

extension TrialAnalysis {
  /// The primary question by other ways of counting.
  ///
  /// - Parameters:
  ///   - effects: As planned.
  ///   - answered: With refusals and failures left out; `nil` where there are none.
  /// - Returns: One row a way that applies, and what is known of lengths.
  func sensitivity(_ effects: EffectSet, answered: EffectSet?) -> Sensitivity {
    let ratings = rows.ratings(
      primary, unrated: input.unrated, baseline: rows.baseline, kind: design.cluster)
    let estimator = self.estimator(for: primary, showsBeside: false)
    let lead = ComparedSides(.leading, over: .neutral, in: ratings)
    let presence = ComparedSides(overBase: .neutral, in: ratings, design: design)
    let none = EffectEstimate.withheld(baseReason)
    var rows: [SensitivityRow] = []
    if let answered {
      rows.append(
        SensitivityRow(way: .answered, presence: answered.presence, lead: answered.lead))
    }
    if effects.cleanLead != effects.lead {
      rows.append(
        SensitivityRow(way: .clean, presence: .withheld(.onlyLead), lead: effects.cleanLead))
    }
    if !primary.form.labels.isEmpty {
      rows.append(
        SensitivityRow(
          way: .ordinal, presence: presence.map { ordinal($0, estimator) } ?? none,
          lead: ordinal(lead, estimator)))
    }
    let leadByLength = LengthSensitivity(of: lead)
    let presenceByLength = presence.flatMap(LengthSensitivity.init)
    guard leadByLength != nil || presenceByLength != nil else {
      return Sensitivity(rows: rows, length: nil)
    }
    let adjusted = SensitivityRow(
      way: .lengthAdjusted, presence: Self.adjusted(presenceByLength, estimator, orElse: none),
      lead: Self.adjusted(leadByLength, estimator, orElse: .withheld(.noLengths)))
    let leadPairs = leadByLength?.pairs ?? []
    let matched = SensitivityRow(
      way: .lengthMatched,
      presence: presence?.isPaired == false
        ? .withheld(.noPairs)
        : presenceByLength.map { Self.matched($0.pairs, "presence", estimator) } ?? none,
      lead: Self.matched(leadPairs, "lead", estimator))
    rows += [adjusted, matched]
    let moved = [
      ("presence", presenceByLength, effects.presence, adjusted.presence, matched.presence),
      ("lead", leadByLength, effects.lead, adjusted.lead, matched.lead),
    ].filter { _, length, planned, adjusted, matched in
      guard let raw = length?.raw, planned.interval.map({ !$0.contains(0) }) ?? false else {
        return false
      }
      return [adjusted, matched].contains { Self.moves(raw, $0) }
    }.map(\.0)
    return Sensitivity(
      rows: rows,
      length: LengthFacts(
        means: meanLengths(ratings), leadDoublings: leadByLength?.doublings,
        perDoubling: leadByLength?.perDoubling, pairs: leadPairs.count, moved: moved))
  }

  /// Why there is nothing to measure presence against text by text.
  private var baseReason: Reason {
    switch design.base {
    case .none(let reason): reason
    case .reference, .paired, .unpaired: .noLengths
    }
  }

  /// Another sign, or another size by more than half.
  private static func moves(_ raw: Double, _ effect: EffectEstimate) -> Bool {
    guard let value = effect.value, effect.interval != nil else { return false }
    return value * raw < 0 || abs(value - raw) > abs(raw) / 2
  }

  private func ordinal(_ sides: ComparedSides, _ estimator: EffectEstimator) -> EffectEstimate {
    let model = OrdinalSensitivity(of: sides)
    return estimator.effect(inPoints: false, clusters: sides.strata.first ?? 0) {
      () throws(NoValue) in try model.jackknife()
    }
  }

  private static func adjusted(
    _ length: LengthSensitivity?, _ estimator: EffectEstimator, orElse none: EffectEstimate
  ) -> EffectEstimate {
    guard let length else { return none }
    return estimator.effect(inPoints: true, clusters: length.clusters) { () throws(NoValue) in
      try length.adjusted()
    }
  }

  private static func matched(
    _ pairs: [LengthSensitivity.Pair], _ name: String, _ estimator: EffectEstimator
  ) -> EffectEstimate {
    estimator.paired(
      "matched \(name)", LengthSensitivity.differences(pairs), missing: .noMatches)
  }

  private func meanLengths(_ ratings: [ModelledRating]) -> [Condition: Double] {
    var lengths: [Condition: [String: Double]] = [:]
    for rating in ratings {
      lengths[rating.condition, default: [:]][rating.output] = rating.length
    }
    return lengths.compactMapValues { outputs in
      outputs.isEmpty ? nil : outputs.sorted { $0.key < $1.key }.map(\.value).mean
    }
  }
}
