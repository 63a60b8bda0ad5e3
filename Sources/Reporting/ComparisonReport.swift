package import Analysis
package import Foundation
import Questions
import Reproducible
import Statistics
import TrialDesign

/// A trial beside its replication: a sentence, what became of each effect, and the numbers.
package struct ComparisonReport: Hashable, Sendable {
  package let comparison: Comparison
  /// The day of the report.
  package let date: Date

  package init(comparison: Comparison, date: Date) {
    self.comparison = comparison
    self.date = date
  }

  /// One page that needs nothing but itself.
  package var html: String { HTMLPage(document).text }

  /// The comparison as Markdown.
  package var markdown: String { MarkdownPage(document).text }

  /// The comparison for a terminal: lines of at most 80 columns.
  package var text: String {
    let head = TextSummary.wrap("\(original.trial) and \(replication.trial)", .verdict)
    var lines = head + TextSummary.wrap(comparison.sentence, .plain)
    for (name, effect) in effects {
      lines.append(TextSummary.Line(role: .plain, text: ""))
      lines.append(
        TextSummary.Line(role: .number, text: "\(name.sentenceStart): \(effect.outcome.rawValue)"))
      for (label, estimate) in Self.estimates(of: effect) {
        let padded = "  " + label + String(repeating: " ", count: max(1, 14 - label.count))
        lines += TextSummary.wrap(
          EffectTable.value(estimate, decimals: decimals), .number, indent: "                "
        ).enumerated().map { index, line in
          TextSummary.Line(role: .number, text: (index == 0 ? padded : "") + line.text)
        }
      }
    }
    if !comparison.notes.isEmpty { lines.append(TextSummary.Line(role: .plain, text: "")) }
    lines += comparison.notes.flatMap { TextSummary.wrap("! \($0)", .warning, indent: "  ") }
    return lines.map { $0.text + "\n" }.joined()
  }

  private var original: TrialResult { comparison.original }
  private var replication: TrialResult { comparison.replication }
  private var decimals: Int { Words.decimals(of: original.primary.question.form) }
  private var hasBaseRate: Bool { original.hasBaseRate && replication.hasBaseRate }

  /// What is compared: presence only where both trials have a base rate.
  private var effects: [(String, EffectComparison)] {
    (hasBaseRate ? [("presence", comparison.presence)] : []) + [("lead", comparison.lead)]
  }

  private static func estimates(of effect: EffectComparison) -> [(String, EffectEstimate)] {
    [
      ("original", effect.original), ("replication", effect.replication),
      ("difference", effect.difference), ("pooled", effect.pooled),
    ]
  }

  private var document: Document {
    let isSimulated = original.isSimulated || replication.isSimulated
    let presence = "Presence: \(comparison.presence.outcome.rawValue)."
    return Document(
      opening: Opening(
        kicker: "Original and replication", title: "\(original.trial) and \(replication.trial)",
        observation: original.observation, source: nil,
        verdict: "lead: \(comparison.lead.outcome.rawValue)",
        meaning: hasBaseRate ? presence : "Without a base rate in both there is no presence.",
        sentence: comparison.sentence,
        rated:
          "Original: \(Report.rated(original, areBlind: false)) Replication: \(Report.rated(replication, areBlind: false))",
        simulated: isSimulated ? Report.simulated(original) ?? Report.simulated(replication) : nil,
        origin: nil, warnings: comparison.notes, nextStep: "",
        closing: "Comparison of \(UTC.day(date))."),
      sections: [verdicts] + effects.map(section))
  }

  private var verdicts: Section {
    let trials = [("original", original), ("replication", replication)]
    let rows = trials.map { name, result -> [Phrase] in
      [
        Phrase(name), Phrase(result.trial), Phrase(result.verdict.rawValue),
        Phrase(Words.list(result.models)), Phrase(String(result.counts.scenarios)),
        Phrase(String(result.counts.outputs)), Phrase(String(result.counts.raters)),
        Phrase(String(result.counts.ratings)),
      ]
    }
    return Section(
      id: "trials", title: "The two trials",
      blocks: [
        .table(
          Table(
            "The trials side by side.",
            header: [
              "", "trial", "verdict", "models", "scenarios", "outputs", "raters", "ratings",
            ], rows: rows, numeric: [4, 5, 6, 7]))
      ] + trials.map { .paragraph(.strong("The \($0.0): ") + Phrase($0.1.sentence)) })
  }

  private func section(of name: String, _ effect: EffectComparison) -> Section {
    let named = Self.estimates(of: effect)
    let values = named.flatMap { _, estimate in
      [estimate.value, estimate.interval?.low, estimate.interval?.high].compactMap { $0 }
    }
    let smallest = original.plan.smallestEffect
    let lanes = named.map { label, estimate in
      LanePlot.Lane(
        label: label, value: EffectTable.value(estimate, decimals: decimals),
        estimate: estimate.value, interval: estimate.interval.map(Figures.range),
        narrowInterval: estimate.narrowInterval.map(Figures.range))
    }
    let how =
      effect.method == .byScenario
      ? "The same scenarios were asked about, so difference and pooled estimate go by scenario."
      : "The scenarios differ, so the trials are pooled as independent ones."
    let figure = Figure(
      id: "figure-\(name)", title: "\(name.sentenceStart), then and now",
      readingAid:
        "Each line is an estimate with its intervals; the dashed line is the smallest effect, "
        + "\(Words.number(smallest, decimals: decimals)). \(how)",
      description: lanes.map { "\($0.label): \($0.value)." }.joined(separator: " "),
      tables: [
        EffectTable.table(
          named.map { NamedEffect(name: name, formula: $0.0, effect: $0.1) },
          caption: "Estimates in points; n is scenarios.", alpha: original.plan.alpha,
          decimals: decimals)
      ],
      drawing: LanePlot(
        axis: Axis(holding: values + [0, smallest]), lanes: lanes,
        rules: [
          LanePlot.Rule(
            at: smallest, label: "smallest effect \(Words.number(smallest, decimals: decimals))",
            isDashed: true), LanePlot.Rule(at: 0, label: "no difference", isDashed: false),
        ]))
    return Section(
      id: name, title: "\(name.sentenceStart): \(effect.outcome.rawValue)",
      blocks: [.figure(figure)] + criteria(effect))
  }

  /// The usual criteria of a replication, side by side; none of them decides.
  private func criteria(_ effect: EffectComparison) -> [Block] {
    guard let criteria = effect.criteria else { return [] }
    func yes(_ value: Bool) -> Phrase { value ? "yes" : "no" }
    return [
      .table(
        Table(
          "Other ways to ask whether it replicates; none of them decides.",
          header: ["criterion", "answer"],
          rows: [
            ["same direction", yes(criteria.sameSign)],
            ["same direction, and its p below α", yes(criteria.significantSameSign)],
            [
              "inside the prediction interval "
                + "(\(Words.range(criteria.predictionInterval, decimals: decimals)))",
              yes(criteria.replicationInPrediction),
            ],
            [
              "original inside the replication’s interval",
              yes(criteria.originalInReplicationInterval),
            ], ["p of no difference (Q)", Phrase(Words.probability(criteria.qPValue))],
            [
              "replication over original",
              Phrase(criteria.relativeEffect.map { Words.number($0) } ?? "original is zero"),
            ],
          ]))
    ]
  }
}
