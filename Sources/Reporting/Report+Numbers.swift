import Analysis
import Questions
import Reproducible
import Statistics
import TrialDesign

extension Report {
  /// The chapter with the figures.
  var numbers: Section {
    var blocks: [Block] = []
    if let claim = result.claim {
      let poles = "\(claim.about) \(claim.holds), against: \(claim.about) \(claim.fails)."
      blocks.append(.paragraph(.strong("The claim: ") + Phrase(poles)))
    }
    blocks.append(.paragraph(Self.scaleSentence(of: result.primary.question)))
    let figures = Figures(result: result, facts: facts)
    for figure in [figures.conditionMeans, figures.effects] {
      if let figure { blocks.append(.figure(figure)) }
    }
    blocks.append(
      .note(
        "Presence is what is there when nobody leads, lead what the wording added, steerability "
          + "how far wording alone moves it, placebo shift what any added text does."))
    return Section(id: "numbers", title: "What the numbers are", blocks: blocks)
  }

  /// The chapter on where the effects come from.
  var effects: Section {
    let figures = Figures(result: result, facts: facts)
    var blocks = [figures.slopes, figures.distributions].compactMap { $0.map(Block.figure) }
    blocks += modelBlocks + wordingBlocks + baselineBlocks
    blocks += [.heading("How much stands behind it"), .table(amounts)] + informationBlocks
    if let flow = figures.flow { blocks.append(.figure(flow)) }
    return Section(id: "effects-by", title: "Where it comes from", blocks: blocks)
  }

  /// One row a wording, where there are several.
  private var wordingBlocks: [Block] {
    let wordings = result.primary.wordings
    guard !wordings.isEmpty else { return [] }
    let decimals = Words.decimals(of: result.primary.question.form)
    let rows = wordings.map { row -> [Phrase] in
      [
        Phrase(String(row.wording)), EffectTable.cell(row.presence, decimals: decimals),
        Phrase(String(row.presence.clusters)), EffectTable.cell(row.lead, decimals: decimals),
        Phrase(String(row.lead.clusters)),
      ]
    }
    return [
      .heading("Wording by wording"),
      .paragraph(
        result.cluster == .wording
          ? "Wordings are what is sampled: the trial speaks of wordings like these."
          : "With fewer than five wordings the trial speaks of these alone."),
      .table(
        Table(
          "Effects of each wording, by t over its scenarios; n is scenarios.",
          header: ["wording", "presence", "n", "lead", "n"], rows: rows, numeric: [1, 2, 3, 4])),
    ]
  }

  private static func scaleSentence(of question: Question) -> Phrase {
    let scale: String
    switch question.form {
    case .ordinal(let labels) where Self.areNumbers(labels):
      scale = "A scale from 0 to \(labels.count - 1)."
    case .binary(let no, let yes) where Self.areNumbers([no, yes]): scale = "Either 0 or 1."
    case .binary(let no, let yes): scale = "Two choices: “\(no)” counts 0, “\(yes)” counts 1."
    case .ordinal(let labels):
      scale =
        "A scale of \(Numerals.count(labels.count, "level")), from 0 "
        + "(“\(labels.first ?? "")”) to \(labels.count - 1) (“\(labels.last ?? "")”)."
    case .nominal(let labels): scale = "Choices without order: \(Words.list(labels))."
    case .slider(let low, let high): scale = "A slider from 0 (“\(low)”) to 100 (“\(high)”)."
    case .note: scale = "Free text, which is in no estimate."
    }
    let ask = question.ask.last?.isPunctuation == true ? question.ask : question.ask + "."
    return .strong("The raters were asked: ") + Phrase("“\(ask)” \(scale)")
  }

  /// Whether levels are called by their numbers.
  private static func areNumbers(_ labels: [String]) -> Bool {
    labels.enumerated().allSatisfy { $0.element == String($0.offset) }
  }

  /// One row a model, always: models are no sample of one another.
  private var modelBlocks: [Block] {
    guard !result.primary.models.isEmpty else { return [] }
    let decimals = Words.decimals(of: result.primary.question.form)
    let conditions = Condition.allCases.filter { condition in
      result.primary.models.contains { $0.means[condition] != nil }
    }
    let rows = result.primary.models.map { row -> [Phrase] in
      [Phrase(row.model)]
        + conditions.map { condition in
          row.means[condition].map { .estimate($0.value, $0.interval, decimals: decimals) } ?? "—"
        }
    }
    let effects = result.primary.models.map { row -> [Phrase] in
      [
        Phrase(row.model), EffectTable.cell(row.presence, decimals: decimals),
        Phrase(String(row.presence.clusters)), EffectTable.cell(row.lead, decimals: decimals),
        Phrase(String(row.lead.clusters)),
      ]
    }
    let header = ["model"] + conditions.map(Phrase.condition)
    let n = "n is \(result.cluster.rawValue)s"
    let stand: Phrase =
      result.plan.models == .these
      ? "The trial speaks of these models alone; each weighs the same."
      : "The trial speaks of models like these; the variance between them is in its intervals."
    return [
      .heading("Model by model"), .paragraph(stand),
      .table(
        Table(
          "Means of each model, with intervals.", header: header, rows: rows,
          numeric: Set(1..<max(header.count, 2)))),
      .table(
        Table(
          "Effects of each model, with intervals; \(n).",
          header: ["model", "presence", "n", "lead", "n"], rows: effects, numeric: [1, 2, 3, 4])),
    ]
  }

  private var baselineBlocks: [Block] {
    let baselines = result.primary.baselines
    guard baselines.count > 1 else { return [] }
    let decimals = Words.decimals(of: result.primary.question.form)
    let rows = baselines.map { row -> [Phrase] in
      [
        Phrase((row.baseline?.name ?? "unnamed") + (row.isPrimary ? " (primary)" : "")),
        .estimate(row.mean.value, row.mean.interval, decimals: decimals),
        EffectTable.cell(row.presence, decimals: decimals),
        Phrase(String(row.mean.clusters)),
      ]
    }
    return [
      .heading("Against each baseline"),
      .paragraph("Presence is how far neutral outputs lie above each; the primary one decides."),
      .table(
        Table(
          "Baselines with their means and presence against each.",
          header: ["baseline", "mean", "presence", "n"], rows: rows, numeric: [1, 2, 3])),
    ]
  }

  /// What an estimate rests on, side by side.
  private var amounts: Table {
    let counts = result.counts
    var rows: [[Phrase]] = [
      ["scenarios", Phrase(String(counts.scenarios))],
      ["wordings", Phrase(String(counts.wordings))],
      ["models", Phrase(String(counts.models))],
      ["replicates", Phrase(String(counts.replicates))],
      ["outputs rated", Phrase(String(counts.outputs))],
      ["copies of another output, counted with it", Phrase(String(result.information.copies))],
      ["baseline texts", Phrase(String(counts.baselineTexts))],
      ["controls", Phrase(String(counts.controls))],
      ["refused, filtered, empty or failed", Phrase(String(counts.unrated))],
      ["raters", Phrase(String(counts.raters))],
      ["ratings of the primary question", Phrase(String(counts.ratings))],
      ["outputs rated twice by the same rater", Phrase(String(counts.repeats))],
    ]
    if let balance = facts.balance {
      rows.append([
        "ratings per output",
        Phrase(
          balance.fewestRatings == balance.mostRatings
            ? String(balance.fewestRatings) : "\(balance.fewestRatings) to \(balance.mostRatings)"),
      ])
    }
    rows.append([
      "what an interval counts as independent",
      Phrase(Words.cluster(result.cluster, result.primary.lead.clusters)),
    ])
    return Table(
      "What the estimates rest on.", header: ["what", "how many"], rows: rows, numeric: [1])
  }

  /// What the reader rated blind, with what it was.
  var own: Section? {
    guard let ratings = facts.ownRatings, !ratings.isEmpty else { return nil }
    let rows = ratings.map { rating -> [Phrase] in
      [
        .code(rating.code), Phrase(ForeignText.start(rating.text, of: Self.glance)),
        Phrase(rating.answer), .condition(rating.condition),
      ]
    }
    let conditions = Set(ratings.map(\.condition)).sorted().map {
      Definition(.condition($0), Phrase(Words.meaning(of: $0)))
    }
    let whole = ratings.filter { $0.text.count > Self.glance }.flatMap { rating -> [Block] in
      [
        .paragraph(
          .code(rating.code) + " · " + .condition(rating.condition) + " · you answered "
            + .strong(rating.answer)),
        .quotation(rating.text),
      ]
    }
    return Section(
      id: "own", title: "What you rated",
      blocks: [
        .paragraph(
          "You rated \(Numerals.count(ratings.count, "output")) without knowing what was asked."),
        .definitions(conditions),
        .table(
          Table(
            "Your ratings with the condition of each output.",
            header: ["code", "text", "your answer", "it was"], rows: rows)),
      ] + (whole.isEmpty ? [] : [.heading("The whole texts")] + whole))
  }

  /// How much of a text stands in a row.
  private static let glance = 90
}
