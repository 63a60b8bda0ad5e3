package import Questions
package import Reproducible
import Statistics
package import TrialDesign

/// What raters say whose ratings are in no estimate: those who wrote or ran the prompts, and models.
package struct RatersApart: Hashable, Sendable {
  package let kind: RaterKind
  package let question: QuestionID
  package let raters: Int
  package let ratings: Int
  /// How many outputs both they and the others rated.
  package let sharedOutputs: Int
  /// n − b by their ratings alone, by t over scenarios.
  package let presence: EffectEstimate
  /// l − n by their ratings alone.
  package let lead: EffectEstimate
  /// Their mean rating less that of the others, on the outputs that both rated.
  package let gaps: [Condition: MeanWithInterval]
  /// The same over all conditions of the trial.
  package let gap: EffectEstimate
  /// By how much more they rate leading outputs higher than neutral ones, against the others.
  package let gapShift: EffectEstimate
  /// Krippendorff's α between their mean and that of the others, over outputs, by interval distances.
  package let agreement: Double?

  package init(
    kind: RaterKind, question: QuestionID, raters: Int, ratings: Int, sharedOutputs: Int,
    presence: EffectEstimate, lead: EffectEstimate, gaps: [Condition: MeanWithInterval],
    gap: EffectEstimate, gapShift: EffectEstimate, agreement: Double?
  ) {
    self.kind = kind
    self.question = question
    self.raters = raters
    self.ratings = ratings
    self.sharedOutputs = sharedOutputs
    self.presence = presence
    self.lead = lead
    self.gaps = gaps
    self.gap = gap
    self.gapShift = gapShift
    self.agreement = agreement
  }

  package var json: JSON {
    .object([
      "kind": .string(kind.rawValue), "question": .string(question.name),
      "raters": .integer(raters), "ratings": .integer(ratings),
      "shared_outputs": .integer(sharedOutputs), "presence": presence.json, "lead": lead.json,
      "gaps": .object(conditions: gaps, \.json), "gap": gap.json, "gap_shift": gapShift.json,
      "agreement": JSON(optional: agreement),
    ])
  }
}

extension TrialAnalysis {
  /// Raters of each kind that is kept apart, on each question that has a mean.
  var ratersApart: [RatersApart] {
    RaterKind.allCases.filter { !$0.counts }.flatMap { kind in
      input.questions.filter { $0.isEstimated && $0.form.range != nil }.compactMap {
        apart(kind, $0)
      }
    }
  }

  private func apart(_ kind: RaterKind, _ question: Question) -> RatersApart? {
    func mine(_ row: RatedRow) -> Bool {
      row.raterKind == kind && row.question == question.id && row.control == nil
        && row.occasion == 1 && (row.condition != .baseline || row.baseline == rows.baseline)
    }
    let theirs = input.rows.filter { mine($0) && $0.value != nil }
    guard !theirs.isEmpty else { return nil }
    let estimator = EffectEstimator(
      plan: input.plan.at(alpha: level), seed: input.seed, resamples: input.resamples,
      isClaim: false,
      showsBeside: false)
    let own = PrimaryRows(input) { mine($0) }
    let effects = EffectSet(
      texts: own.texts(question, unrated: [], baseline: rows.baseline), clean: nil, design: design,
      estimator: estimator)
    let gaps = self.gaps(theirs, question)
    var gapInput = input
    gapInput.rows = gaps.map(\.row)
    gapInput.unrated = []
    let means = TextMeans(
      of: PrimaryRows(gapInput).texts(question, unrated: [], baseline: rows.baseline),
      kind: design.cluster)
    var byCondition: [Condition: MeanWithInterval] = [:]
    var byCluster: [Cluster: [Double]] = [:]
    for condition in Condition.allCases {
      let clusters = means.means(condition)
      byCondition[condition] = estimator.mean(of: clusters.ordered)
      guard condition != .baseline else { continue }
      for (cluster, gap) in clusters { byCluster[cluster, default: []].append(gap) }
    }
    return RatersApart(
      kind: kind, question: question.id, raters: Set(theirs.map(\.rater)).count,
      ratings: theirs.count, sharedOutputs: gaps.count, presence: effects.presence,
      lead: effects.lead, gaps: byCondition,
      gap: estimator.paired("gap", byCluster.mapValues(\.mean).ordered, missing: .noSharedOutputs),
      gapShift: estimator.paired(
        "gap shift", means.differences(.leading, .neutral).ordered, missing: .noSharedOutputs),
      agreement: Self.agreement(gaps))
  }

  /// An output that both have rated, as a row whose value is the gap.
  private struct Gap {
    let row: RatedRow
    let theirs: Double
    let others: Double
  }

  private func gaps(_ theirs: [RatedRow], _ question: Question) -> [Gap] {
    var others: [String: (sum: Double, count: Double)] = [:]
    for row in rows.first where row.question == question.id {
      guard let value = row.value else { continue }
      let before = others[row.output] ?? (0, 0)
      others[row.output] = (before.sum + value, before.count + 1)
    }
    return Dictionary(grouping: theirs, by: \.output).sorted { $0.key < $1.key }
      .compactMap { output, rated in
        guard let other = others[output], let first = rated.first else { return nil }
        let mine = rated.compactMap(\.value).mean
        let mean = other.sum / other.count
        return Gap(
          row: RatedRow(
            scenario: first.scenario, wording: first.wording, condition: first.condition,
            baseline: first.baseline, model: first.model, replicate: first.replicate,
            output: output, rater: "gap", question: question.id, value: mine - mean),
          theirs: mine, others: mean)
      }
  }

  private static func agreement(_ gaps: [Gap]) -> Double? {
    let units = Array(gaps.indices)
    let ratings = Ratings(
      units: units + units,
      raters: units.map { _ in 0 } + units.map { _ in 1 },
      values: gaps.map(\.theirs) + gaps.map(\.others), unitCount: gaps.count, raterCount: 2)
    // Without variation there is none to agree about.
    return try? KrippendorffAlpha(of: ratings, metric: .interval).estimate
  }
}
