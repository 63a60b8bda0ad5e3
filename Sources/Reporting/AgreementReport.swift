package import Agreement
import RatingTables
import Reproducible
import Statistics

/// What a table of ratings says of its raters, as one page that needs nothing but itself.
package struct AgreementReport: Hashable, Sendable {
  package let summary: AgreementSummary

  package init(_ summary: AgreementSummary) { self.summary = summary }

  /// The page, without script and without any request.
  package var html: String { HTMLPage(document).text }

  /// How many raters, categories and units the tables show at the most; the rest is in the JSON.
  private static let most = 50

  var document: Document {
    Document(
      opening: opening,
      sections: [coefficients, raters, categories, units, reading].compactMap { $0 })
  }

  private var opening: Opening {
    let alpha = summary.headline.alpha
    let interval = alpha.interval.map {
      "\(Words.level($0.level)) interval \(Words.range($0))"
    }
    let benchmark = summary.headline.benchmark.map {
      $0 == "poor"
        ? "no more than 'poor' agreement can be claimed" : "at least '\($0)' agreement"
    }
    return Opening(
      kicker: "Krippendorff's alpha, \(alpha.weights)", title: summary.table.name,
      observation: "", source: nil,
      verdict: alpha.estimate.map { Words.number($0) } ?? "no value",
      meaning: [interval, benchmark].compactMap { $0 }.joined(separator: "; ").sentenceStart,
      sentence: summary.headline.sentence,
      rated: "\(summary.countsInWords). The scale is \(summary.scaleInWords).", simulated: nil,
      origin: nil, warnings: summary.warnings.map(\.sentenceStart), nextStep: "",
      closing:
        "Made by unled agree, level \(Words.level(summary.options.level)), "
        + "\(summary.options.replicates) resamples, seed \(summary.options.seed).")
  }

  // MARK: Coefficients

  private var coefficients: Section {
    Section(
      id: "coefficients", title: "Coefficients",
      blocks: [
        .figure(figure), .heading("What each of them says"),
        .definitions(
          summary.coefficients.map {
            Definition(Phrase($0.name), Phrase($0.meaning.sentenceStart + "."))
          }),
      ])
  }

  private var figure: Figure {
    let values = summary.coefficients.flatMap { coefficient in
      [coefficient.estimate, coefficient.interval?.low].compactMap { $0 }
    }
    let lanes = summary.coefficients.map { coefficient in
      LanePlot.Lane(
        label: coefficient.name, value: Self.value(of: coefficient),
        estimate: coefficient.estimate,
        interval: coefficient.interval.map { min($0.low, $0.high)...max($0.low, $0.high) })
    }
    let lowest = max(-1, min(0, values.min() ?? 0))
    return Figure(
      id: "coefficients-plot", title: "All coefficients on one axis",
      readingAid: "A dot is an estimate, the line its \(Words.level(summary.options.level)) "
        + "interval; 1 is perfect agreement, 0 what chance gives.",
      description: summary.coefficients.map { "\($0.name): \(Self.value(of: $0))" }
        .joined(separator: "; ") + ".",
      tables: [coefficientTable],
      drawing: LanePlot(
        axis: Axis(holding: [lowest, 1]), lanes: lanes,
        rules: lowest < 0 ? [LanePlot.Rule(at: 0, label: "chance", isDashed: true)] : []))
  }

  private static func value(of coefficient: Coefficient) -> String {
    guard let estimate = coefficient.estimate else {
      return "no value: \(coefficient.reasonText)"
    }
    return Words.estimate(estimate, coefficient.interval)
  }

  private var coefficientTable: Table {
    let rows = summary.coefficients.map { coefficient -> [Phrase] in
      [
        Phrase(coefficient.name),
        coefficient.estimate.map { Phrase(Words.number($0, decimals: 3)) } ?? "—",
        Phrase(
          coefficient.interval.map { Words.range($0, decimals: 3) } ?? coefficient.reasonText),
        Phrase(coefficient.method?.rawValue ?? "—"),
        coefficient.standardError.map { Phrase(Words.number($0, decimals: 3)) } ?? "—",
        Phrase(String(coefficient.unitCount)),
      ]
    }
    return Table(
      "The coefficients with their intervals. \(summary.methodsInWords)",
      header: [
        "coefficient", "estimate", Phrase("\(Words.level(summary.options.level)) interval"),
        "by", "standard error", "units",
      ], rows: rows, numeric: [1, 2, 4, 5])
  }

  // MARK: Raters

  private var raters: Section? {
    guard summary.raters.count > 1 else { return nil }
    let hasOrder = summary.table.scale != .nominal
    let isNumeric = summary.table.scale.isNumeric
    let hasSeverity = summary.raters.contains { $0.severity != nil }
    let shown = summary.raters.count > Self.most ? leastAgreeing : summary.raters
    let rows = shown.map { rater -> [Phrase] in
      let share = rater.agreement.map { Phrase(percent($0)) } ?? "—"
      let distance = rater.distance.map { Phrase(Words.number($0)) } ?? "—"
      var row: [Phrase] = [
        Phrase(rater.name), Phrase(String(rater.ratingCount)), isNumeric ? distance : share,
      ]
      if hasOrder {
        row.append(rater.mean.map { Phrase(Words.number($0)) } ?? "—")
        row.append(rater.leniency.map { Phrase(signed($0)) } ?? "—")
      } else {
        row.append(Phrase(summary.mostUsed(by: rater)))
      }
      if hasSeverity {
        row.append(
          rater.severity.map { severity in
            Phrase(signed(severity))
              + Phrase(
                rater.severityError.map { [.aside("± \(Words.number($0))")] } ?? [])
          } ?? "—")
      }
      row.append(
        rater.alphaWithout.map { Phrase(Words.number($0, decimals: 3)) }
          ?? Phrase(rater.alphaWithoutReason.map { _ in "—" } ?? "—"))
      return row
    }
    let middle: [Phrase] = hasOrder ? ["mean", "above the others"] : ["mostly"]
    let header: [Phrase] =
      ["rater", "ratings", isNumeric ? "off the others" : "same as others"] + middle
      + (hasSeverity ? ["severity, by least squares"] : []) + ["alpha without"]
    let more =
      summary.raters.count > Self.most
      ? " The \(shown.count) who agree least of \(summary.raters.count)." : ""
    var blocks: [Block] = [
      .table(
        Table(
          "Each rater beside the others.\(more)", header: header, rows: rows,
          numeric: Set(header.indices).subtracting(hasOrder ? [0] : [0, 3]))),
      .note(Phrase(raterNote)),
    ]
    if let table = distribution(of: shown) { blocks.append(.table(table)) }
    return Section(id: "raters", title: "Raters", blocks: blocks)
  }

  private var raterNote: String {
    var parts: [String] = []
    if summary.table.scale.isNumeric {
      parts.append(
        "“Off the others” is how far a rating lies from the mean of the others' for the same unit.")
    } else {
      parts.append(
        "“Same as others” is the share of other ratings of the same units that are equal.")
    }
    if summary.table.scale != .nominal {
      parts.append("“Above the others” tells in which direction: who is higher, who is lower.")
    }
    if summary.raters.contains(where: { $0.severity != nil }) {
      parts.append(
        "“Severity” is the same from a model with units and raters, also where raters rated different "
          + "units, ± its standard error.")
    }
    parts.append("“Alpha without” is Krippendorff's alpha of the table without the rater.")
    return parts.joined(separator: " ")
  }

  private var leastAgreeing: [RaterProfile] {
    summary.raters.filter { $0.agreement != nil }.enumerated().sorted {
      ($0.element.agreement ?? 0, $0.offset) < ($1.element.agreement ?? 0, $1.offset)
    }.prefix(Self.most).map(\.element)
  }

  /// How often each rater used each category.
  private func distribution(of raters: [RaterProfile]) -> Table? {
    let categories = summary.categories
    guard (2...12).contains(categories.count),
      raters.contains(where: { !$0.categoryCounts.isEmpty })
    else { return nil }
    let rows = raters.filter { $0.ratingCount > 0 }.map { rater in
      [Phrase(rater.name)]
        + rater.categoryCounts.map { Phrase(percent(Double($0) / Double(rater.ratingCount))) }
    }
    return Table(
      "How each rater used the scale.",
      header: [""] + categories.map { Phrase($0.category.label) }, rows: rows,
      numeric: Set(1...categories.count))
  }

  // MARK: Categories

  private var categories: Section? {
    let all = summary.categories
    guard all.count > 1, summary.counts.pairableUnits > 0 else { return nil }
    let rows = all.prefix(Self.most).map { profile -> [Phrase] in
      [
        Phrase(profile.category.label), Phrase(String(profile.count)),
        Phrase(percent(profile.share)),
        profile.specificAgreement.map { Phrase(percent($0)) } ?? "—",
        profile.kappa.map { Phrase(Words.number($0)) } ?? "—",
      ]
    }
    let more = all.count > Self.most ? " The first \(Self.most) of \(all.count)." : ""
    var blocks: [Block] = [
      .table(
        Table(
          "Agreement by category.\(more)",
          header: ["category", "ratings", "share", "another says so too", "kappa"], rows: rows,
          numeric: [1, 2, 3, 4]))
    ]
    if let confusion = summary.confusionInWords {
      blocks.append(.paragraph(Phrase(confusion)))
      let pairs = summary.confusions.prefix(10).map { pair -> [Phrase] in
        [
          Phrase(pair.first.label), Phrase(pair.second.label),
          Phrase(Words.number(pair.meetings, decimals: 1)), Phrase(percent(pair.share)),
        ]
      }
      blocks.append(
        .folded(
          "Which categories meet in one unit",
          [
            .table(
              Table(
                "Pairs of different categories; a pair of ratings weighs 1 / (m − 1) in a unit of m.",
                header: ["one", "the other", "meetings", "share"], rows: pairs, numeric: [2, 3]))
          ]))
    }
    return Section(id: "categories", title: "Categories", blocks: blocks)
  }

  // MARK: Units

  private var units: Section? {
    guard !summary.splits.isEmpty else { return nil }
    let rows = summary.splits.map { split -> [Phrase] in
      [
        Phrase(ForeignText.start(split.name, of: 80)), Phrase(percent(split.share)),
        Phrase(split.ratingsInWords),
      ]
    }
    return Section(
      id: "units", title: "Units that split raters most",
      blocks: [
        .table(
          Table(
            "The units with most disagreement, as alpha counts it.",
            header: ["unit", "of all disagreement", "ratings"], rows: rows, numeric: [1]))
      ])
  }

  // MARK: Reading

  private var reading: Section {
    Section(
      id: "reading", title: "How the table was read",
      blocks: [
        .paragraph(Phrase(summary.readingInWords)),
        .paragraph(Phrase("The scale is \(summary.scaleInWords).")),
        .note(
          Phrase(
            "All numbers, unrounded, are in the output of --format json; formulas and sources are "
              + "those of unled stat --explain.")),
      ])
  }

  private func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "under 1 %" : Words.number(share * 100, decimals: 0) + " %"
  }

  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + Words.number(value) }
}
