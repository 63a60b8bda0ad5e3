import Analysis
import Questions
import Reproducible
import Statistics
import TrialDesign

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Report {
  private var decimals: Int { Words.decimals(of: result.primary.question.form) }

  /// The chapter on other ways of counting.
  var sensitivity: Section? {
    let ways = result.sensitivity.rows
    guard !ways.isEmpty else { return nil }
    let planned = [
      Phrase.strong("as planned"), EffectTable.cell(result.primary.presence, decimals: decimals),
      EffectTable.cell(result.primary.lead, decimals: decimals), "points",
    ]
    let rows = ways.map { way -> [Phrase] in
      [
        Phrase(way.way.rawValue), EffectTable.cell(way.presence, decimals: decimals),
        EffectTable.cell(way.lead, decimals: decimals),
        way.isInPoints ? "points" : "log odds",
      ]
    }
    var blocks: [Block] = [
      .paragraph(
        "The plan says how ratings are counted. Here is what presence and lead would be if they were "
          + "counted otherwise; none of it decides.")
    ]
    let table = Table(
      "Presence and lead by other ways of counting, with intervals.",
      header: ["way", "presence", "lead", "in"], rows: [planned] + rows, numeric: [1, 2])
    let figure = Figures(result: result, facts: facts).sensitivity(table)
    blocks.append(figure.map(Block.figure) ?? .table(table))
    blocks.append(
      .definitions(ways.map { Definition(Phrase($0.way.rawValue), Self.meaning($0.way)) }))
    if let length = result.sensitivity.length { blocks += lengthBlocks(length) }
    return Section(id: "sensitivity", title: "Counted otherwise", blocks: blocks)
  }

  private static func meaning(_ way: SensitivityWay) -> Phrase {
    switch way {
    case .answered: "Refusals and failures are left out, not counted as the scale’s lowest point."
    case .clean: "Outputs that repeat their prompt count by the views in which that was hidden."
    case .ordinal:
      "A cumulative link model, which takes the levels as ordered and asks no equal steps of them; "
        + "above 0 ratings are higher by any cut of the scale. Its interval leaves one cluster out after "
        + "the other."
    case .lengthAdjusted:
      "A regression of ratings on condition and length (by doublings) within each model and scenario; "
        + "its interval leaves one cluster out after the other."
    case .lengthMatched:
      "Only texts of one model and scenario whose lengths differ by at most a fifth of a standard "
        + "deviation, in pairs."
    }
  }

  private func lengthBlocks(_ length: LengthFacts) -> [Block] {
    let means = length.means.sorted { $0.key < $1.key }.map { condition, words -> [Phrase] in
      [.condition(condition), Phrase(Words.number(words, decimals: 0))]
    }
    var sentences: [String] = []
    if let doublings = length.leadDoublings {
      let percent = Numerals.percent(abs(exp2(doublings) - 1))
      sentences.append(
        abs(doublings) < 0.01
          ? "Leading texts are as long as neutral ones."
          : "Leading texts are \(percent) \(doublings > 0 ? "longer" : "shorter") than neutral ones."
      )
    }
    if let slope = length.perDoubling {
      sentences.append(
        "Among texts of one condition, twice the length goes with a rating "
          + "\(Words.number(abs(slope), decimals: decimals)) points \(slope < 0 ? "lower" : "higher")."
      )
    }
    let pairs = Numerals.count(length.pairs, "leading text")
    sentences.append(
      "\(pairs) \(length.pairs == 1 ? "has" : "have") a neutral one as long. Where length is itself an "
        + "effect of the wording, holding it takes part of the effect away: this is no better estimate, "
        + "but another one.")
    return [
      .heading("Length"), .paragraph(Phrase(sentences.joined(separator: " "))),
      .table(
        Table(
          "Mean length by condition.", header: ["condition", "words"], rows: means, numeric: [1])),
    ]
  }

  /// The chapter on raters whose ratings are in no estimate, and on how texts were shown.
  var apart: Section? {
    let blocks =
      RaterKind.allCases.flatMap { kind in
        apartBlocks(result.ratersApart.filter { $0.kind == kind })
      } + result.raterFactors.flatMap(factorBlocks)
    guard !blocks.isEmpty else { return nil }
    return Section(id: "apart", title: "Other readers, other readings", blocks: blocks)
  }

  private func apartBlocks(_ rows: [RatersApart]) -> [Block] {
    guard let first = rows.first else { return [] }
    let who = first.kind == .model ? "Machine ratings" : "Who wrote or ran the prompts"
    let aid =
      first.kind == .model
      ? "Models rated too. Their ratings are in no estimate: a model may favour texts of its kind, and "
        + "its errors are not those of people."
      : "They know what was asked and what it may mean to them; their ratings are in no estimate. The gap "
        + "is theirs less that of strangers on the same outputs: where it is wider for led outputs, they "
        + "see the effect more than strangers do."
    return [
      .heading(Phrase(who)), .paragraph(Phrase(aid)),
      .table(
        Table(
          "Their ratings beside those of the others.",
          header: [
            "question", "outputs both rated", "lead by them", "gap", "gap, leading less neutral",
            "agreement",
          ],
          rows: rows.map { row in
            [
              Phrase(row.question.name), Phrase(String(row.sharedOutputs)),
              EffectTable.cell(row.lead, decimals: decimals),
              EffectTable.cell(row.gap, decimals: decimals),
              EffectTable.cell(row.gapShift, decimals: decimals),
              Phrase(row.agreement.map { Words.number($0) } ?? "—"),
            ]
          }, numeric: Set(1...5))),
      .note(
        "Agreement: Krippendorff’s α between their mean and that of the others, over outputs."),
    ]
  }

  private func factorBlocks(_ factor: RaterFactor) -> [Block] {
    [
      .heading(Phrase("Shown as: \(factor.name)")),
      .paragraph(
        "Raters saw the same outputs shown in one way or another. The shift is how much higher they "
          + "rated: the yardstick for any effect above."),
      .table(
        Table(
          "Ways of showing the texts; shifts are from the first.",
          header: ["shown as", "raters", "shift", "lead by them"],
          rows: factor.levels.map { level in
            [
              Phrase(level.name.isEmpty ? "nothing" : level.name), Phrase(String(level.raters)),
              EffectTable.cell(level.shift, decimals: decimals),
              EffectTable.cell(level.lead, decimals: decimals),
            ]
          }, numeric: [1, 2, 3])),
    ]
  }

  /// Where ratings differ, and how much they say.
  var informationBlocks: [Block] {
    let information = result.information
    var blocks: [Block] = []
    if let effective = information.effectiveRatings, let effect = information.designEffect {
      blocks.append(
        .paragraph(
          Phrase(
            "The \(Numerals.count(information.ratings, "rating")) behind the lead say as much as "
              + "\(Words.number(effective, decimals: 0)) independent ones would: a rating counts for "
              + "1/\(Words.number(effect, decimals: 1)), since ratings of one scenario, text or rater "
              + "hang together.")))
    }
    guard !information.varianceShares.isEmpty else { return blocks }
    blocks.append(
      .table(
        Table(
          "Where the ratings behind the lead differ, by the mixed model.",
          header: ["between", "share of the variance"],
          rows: information.varianceShares.map {
            [Phrase($0.term), Phrase(Numerals.percent($0.share))]
          }, numeric: [1])))
    return blocks
  }

  /// The chapter on what another plan or more data would change.
  var change: Section {
    Section(
      id: "change", title: "What would change it",
      blocks: stabilityBlocks
        + (result.nextStep.isEmpty
          ? [] : [.paragraph(.strong("The next step: ") + Phrase(result.nextStep))]))
  }
}
