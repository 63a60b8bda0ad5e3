import Analysis
import Questions
import Reproducible
import Statistics
import TrialDesign

/// The figures of the primary question; `nil` where there is nothing to draw.
struct Figures {
  let result: TrialResult
  let facts: ReportFacts

  var question: QuestionResult { result.primary }
  var decimals: Int { Words.decimals(of: question.question.form) }
  var alpha: Double { result.alpha }
  /// What presence is measured against.
  var base: String { result.plan.reference == nil ? "baseline" : "reference" }

  /// The conditions that have a mean, in their order.
  var conditions: [Condition] { question.means.keys.sorted() }

  /// (1) Means by condition on the question's scale.
  var conditionMeans: Figure? {
    guard let axis = Axis(scale: question.question.form), !conditions.isEmpty else { return nil }
    let lanes = conditions.compactMap { condition -> LanePlot.Lane? in
      guard let mean = question.means[condition] else { return nil }
      return LanePlot.Lane(
        label: condition.rawValue,
        value: Words.estimate(mean.value, mean.interval, decimals: decimals),
        condition: condition, estimate: mean.value, interval: mean.interval.map(Self.range),
        dots: question.scenarios.compactMap { $0.means[condition] })
    }
    let rules = result.plan.reference.map {
      [LanePlot.Rule(at: $0, label: "reference \(Words.number($0))", isDashed: true)]
    }
    let rows = conditions.compactMap { condition -> [Phrase]? in
      guard let mean = question.means[condition] else { return nil }
      return [
        .condition(condition), Phrase(Words.number(mean.value, decimals: decimals)),
        Phrase(mean.interval.map { Words.range($0, decimals: decimals) } ?? few),
        Phrase(String(mean.clusters)), Phrase(Words.meaning(of: condition)),
      ]
    }
    let level = Words.level(1 - alpha)
    return Figure(
      id: "condition-means", title: "How strongly it shows under each condition",
      readingAid:
        "Each large mark is a condition’s mean with its \(level) interval, each faint dot one "
        + "\(clusterName); the further right, the more the outputs show it.",
      description: lanes.map { "\($0.label): \($0.value)." }.joined(separator: " "),
      tables: [
        Table(
          "Means by condition; n is \(clusterName)s.",
          header: ["condition", "mean", Phrase("\(level) interval"), "n", "is"], rows: rows,
          numeric: [1, 2, 3])
      ],
      drawing: LanePlot(axis: axis, lanes: lanes, rules: rules ?? []))
  }

  /// (2) From neutral to leading, scenario by scenario.
  var slopes: Figure? {
    let columns = [Condition.away, .neutral, .leading].filter { question.means[$0] != nil }
    guard let axis = Axis(scale: question.question.form), columns.contains(.neutral),
      columns.contains(.leading)
    else { return nil }
    let shown = question.scenarios.filter { row in columns.count { row.means[$0] != nil } > 1 }
    guard !shown.isEmpty else { return nil }
    let pairs = shown.compactMap { row -> (Double, Double)? in
      guard let neutral = row.means[.neutral], let leading = row.means[.leading] else { return nil }
      return (neutral, leading)
    }
    let rising = pairs.count { $0.1 > $0.0 }
    let level = pairs.count { $0.1 == $0.0 }
    let rows = shown.map { row -> [Phrase] in
      [Phrase(row.name)]
        + columns.map { condition in
          Phrase(row.means[condition].map { Words.number($0, decimals: decimals) } ?? "—")
        }
    }
    let falling = pairs.count - rising - level
    var counted =
      "\(rising) of \(Words.cluster(result.cluster, pairs.count)) "
      + "\(rising == 1 ? "rises" : "rise") from neutral to leading"
    if falling > 0 { counted += ", \(falling) \(falling == 1 ? "falls" : "fall")" }
    if level > 0 { counted += ", \(level) \(level == 1 ? "stays" : "stay")" }
    return Figure(
      id: "slopes", title: "\(clusterName.sentenceStart) by \(clusterName)",
      readingAid:
        "Each thin line is one \(clusterName), the thick one their mean"
        + (pairs.isEmpty ? "." : ": \(counted)."),
      finding: pairs.isEmpty ? nil : counted.sentenceStart + ".",
      description:
        pairs.isEmpty ? "No \(clusterName) was rated both led and unled." : counted + ".",
      tables: [
        Table(
          "Mean rating of each \(clusterName) by condition.",
          header: [Phrase(clusterName)] + columns.map(Phrase.condition), rows: rows,
          numeric: Set(1...columns.count))
      ],
      drawing: SlopePlot(
        axis: axis, columns: columns, rows: shown.map { row in columns.map { row.means[$0] } },
        means: columns.map { question.means[$0]?.value }, decimals: decimals))
  }

  /// (3) How ratings fell on the levels.
  var distributions: Figure? {
    let shown = question.distributions.keys.sorted()
    guard let first = shown.first, let levels = levels(question.distributions[first]) else {
      return nil
    }
    let bars = shown.compactMap { condition in
      question.distributions[condition].map {
        DistributionPlot.Bar(condition: condition, counts: $0.counts, cannotTell: $0.cannotTell)
      }
    }
    let rows = bars.map { bar -> [Phrase] in
      [.condition(bar.condition)] + bar.counts.map { Phrase(String($0)) }
        + [
          Phrase(String(bar.cannotTell)),
          Phrase(
            question.distributions[bar.condition]?.cannotTellShare.map(Numerals.percent) ?? "—"),
          Phrase(String(bar.total + bar.cannotTell)),
        ]
    }
    let header: [Phrase] =
      ["condition"] + levels.map { Phrase($0) } + ["cannot tell", "share of it", "n"]
    return Figure(
      id: "distributions", title: "How the ratings are spread",
      readingAid:
        question.question.form.range == nil
        ? "Each bar holds all ratings of one condition, with a tone for each choice."
        : "Each bar holds all ratings of one condition; the more a part stands out, the higher the "
          + "level.",
      description:
        bars.map { bar in
          "\(bar.condition.rawValue): "
            + bar.counts.enumerated().map { "\($0.element) on level \($0.offset)" }
            .joined(separator: ", ") + "."
        }.joined(separator: " "),
      tables: [
        Table(
          "Ratings by condition and level; n is ratings.", header: header, rows: rows,
          numeric: Set(1..<header.count))
      ],
      drawing: DistributionPlot(bars: bars, levels: levels))
  }

  private func levels(_ distribution: Distribution?) -> [String]? {
    guard let count = distribution?.counts.count, count > 0 else { return nil }
    let labels = question.question.form.labels
    if labels.count == count {
      return labels.enumerated().map {
        $0.element == String($0.offset) ? $0.element : "\($0.offset) \($0.element)"
      }
    }
    return (0..<count).map { tenth in
      "\(tenth * 100 / count) to \((tenth + 1) * 100 / count)"
    }
  }

  var clusterName: String { result.cluster.rawValue }
  private var few: String { Words.withheld(.fewScenarios) }

  static func range(_ interval: Interval) -> ClosedRange<Double> {
    min(interval.low, interval.high)...max(interval.low, interval.high)
  }
}
