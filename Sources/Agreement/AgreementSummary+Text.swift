import RatingTables
import Reproducible
import Statistics
import Terminal

extension AgreementSummary {
  /// The summary for a terminal: lines of at most 80 columns, without colour, each ended.
  package var text: String {
    let parts = [
      opening, coefficientLines, raterLines, categoryLines, splitLines, warningLines, readLines,
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private static let width = 80

  private static func wrapped(_ text: String, indent: String = "  ", first: String? = nil)
    -> [String]
  {
    let lines = Terminal.wrapped(Terminal.harmlessLine(text), columns: width - indent.count)
    return lines.enumerated().map { ($0.offset == 0 ? first ?? indent : indent) + $0.element }
  }

  // MARK: Opening

  private var opening: [String] {
    var lines = Self.wrapped("\(table.name): \(countsInWords)", indent: "  ", first: "")
    let hint = table.account.isScaleGiven ? "" : "; --scale sets another"
    lines += Self.wrapped("scale: \(scaleInWords)\(hint)")
    lines.append("")
    let alpha = headline.alpha
    let number = alpha.estimate.map { Words.number($0, decimals: 3) } ?? "no value"
    let interval = alpha.interval.map {
      ", \(Words.level($0.level)) interval \(Words.range($0))"
    }
    lines.append("Krippendorff's alpha, \(alpha.weights): \(number)\(interval ?? "")")
    return lines + Self.wrapped(headline.sentence)
  }

  /// `12 units, 4 raters, 41 ratings, 7 missing`.
  package var countsInWords: String {
    [
      Words.count(counts.units, "unit"), Words.count(counts.raters, "rater"),
      Words.count(counts.ratings, "rating"),
      counts.missing == 0 ? "none missing" : Words.count(counts.missing, "missing", "missing"),
    ].joined(separator: ", ")
  }

  /// What the scale was taken to be, and why.
  package var scaleInWords: String {
    "\(table.scale.rawValue) (\(table.account.scaleReason))"
  }

  // MARK: Coefficients

  private var coefficientLines: [String] {
    let names = coefficients.map(\.name)
    let nameWidth = names.map(\.count).max() ?? 0
    let ranges = coefficients.map { coefficient in
      coefficient.interval.map { Words.range($0) }
        ?? (coefficient.reason == .tooFewUnits ? "too few units" : "")
    }
    let rangeWidth = max(ranges.map(\.count).max() ?? 0, 13)
    // Two before, two between the columns, eight for the number.
    let plotWidth = max(20, Self.width - 2 - nameWidth - 8 - 2 - rangeWidth - 2)
    let values = coefficients.flatMap { coefficient in
      [coefficient.estimate, coefficient.interval?.low].compactMap { $0 }
    }
    let plot = TextPlot(holding: values, width: plotWidth)
    func row(_ name: String, _ number: String, _ range: String, _ rest: String) -> String {
      TextColumns.trimmed(
        "  " + TextColumns.padded(name, to: nameWidth)
          + TextColumns.padded(number, to: 8, isNumber: true) + "  "
          + TextColumns.padded(range, to: rangeWidth) + "  " + rest)
    }
    let level = Words.level(options.level)
    var lines = ["Coefficients", row("", "", "\(level) interval", plot.scale)]
    for (coefficient, range) in zip(coefficients, ranges) {
      if let estimate = coefficient.estimate {
        lines.append(
          row(
            coefficient.name, Words.number(estimate, decimals: 3), range,
            plot.line(estimate, coefficient.interval)))
      } else {
        lines.append(
          TextColumns.trimmed(
            row(coefficient.name, "—", "", "").padding(to: 2 + nameWidth + 10)
              + coefficient.reasonText))
      }
    }
    return methodsInWords.isEmpty ? lines : lines + Self.wrapped(methodsInWords)
  }

  /// How the intervals were made.
  package var methodsInWords: String {
    var methods: [String] = []
    if headline.alpha.interval != nil {
      methods.append(
        "alpha: \(Words.grouped(options.replicates)) resamples of units, seed \(options.seed)")
    }
    let used = Set(coefficients.compactMap(\.method))
    if used.contains(.student) { methods.append("t over units (Gwet)") }
    if used.contains(.normal) { methods.append("z for two raters") }
    let models = coefficients.first { $0.kind == .iccMixedAgreement }?.resamples
    if let models { methods.append("\(Words.grouped(models)) resamples for the mixed model") }
    if used.contains(.f) { methods.append("F for the ICC") }
    var sentences = methods.isEmpty ? [] : ["Intervals: \(methods.joined(separator: "; "))."]
    let partial = coefficients.filter {
      $0.estimate != nil && $0.unitCount == counts.completeUnits
        && counts.completeUnits < counts.pairableUnits
    }
    if !partial.isEmpty {
      let names = partial.map(\.bareName)
      sentences.append(
        "\(Words.list(names)): the \(Words.count(counts.completeUnits, "unit")) that every rater "
          + "rated.")
    }
    let weights = Set(coefficients.map(\.weights))
    if weights.isSuperset(of: ["ordinal", "quadratic"]) {
      sentences.append(
        "AC2 has Gwet's ordinal weights, which count the pairs of categories between two ratings; "
          + "kappas have the customary quadratic ones, the squared steps between them.")
    }
    return sentences.joined(separator: " ")
  }

  // MARK: Raters

  private var raterLines: [String] {
    guard raters.count > 1 else { return [] }
    let hasOrder = table.scale != .nominal
    let most = 12
    let shown =
      raters.count <= most
      ? Array(raters)
      : Array(
        raters.filter { $0.agreement != nil }.enumerated()
          .sorted {
            ($0.element.agreement ?? 0, $0.offset) < ($1.element.agreement ?? 0, $1.offset)
          }
          .prefix(most).map(\.element))
    let beside = table.scale.isNumeric ? "off others" : "like others"
    // Two raters without one of them are no table.
    let last = raters.count > 2 ? ["alpha without"] : []
    var columns = TextColumns(
      ["", "ratings", beside, hasOrder ? "mean" : "mostly"]
        + (hasOrder ? ["above others"] : []) + last,
      numeric: hasOrder ? [1, 2, 3, 4, 5] : [1, 2, 4],
      widest: (hasOrder ? [17, 9, 11, 8, 12] : [20, 9, 11, 19]) + last.map(\.count))
    for rater in shown {
      let share = rater.agreement.map { Words.percent($0) }
      let distance = rater.distance.map { Words.number($0) }
      let without = rater.alphaWithout.map { Words.number($0, decimals: 3) } ?? "—"
      let middle =
        hasOrder
        ? [
          rater.mean.map { Words.number($0) } ?? "—",
          rater.leniency.map { ($0 > 0 ? "+" : "") + Words.number($0) } ?? "—",
        ] : [mostUsed(by: rater)]
      columns.add(
        [rater.name, Words.grouped(rater.ratingCount)]
          + [(table.scale.isNumeric ? distance : share) ?? "—"] + middle + last.map { _ in without }
      )
    }
    let title =
      raters.count > most
      ? "Raters (the \(shown.count) who agree least of \(Words.grouped(raters.count)); all with --format json)"
      : "Raters"
    return [title] + columns.lines
  }

  /// The category a rater used most.
  package func mostUsed(by rater: RaterProfile) -> String {
    guard
      let most = rater.categoryCounts.indices.max(by: {
        (rater.categoryCounts[$0], $1) < (rater.categoryCounts[$1], $0)
      }), rater.categoryCounts[most] > 0
    else { return "—" }
    let share = Double(rater.categoryCounts[most]) / Double(rater.ratingCount)
    let label = TextColumns.cut(Terminal.harmlessLine(table.categories[most].label), to: 13)
    return "\(label) \(Words.number(share * 100, decimals: 0)) %"
  }

  // MARK: Categories

  private var categoryLines: [String] {
    guard categories.count > 1, counts.pairableUnits > 0 else { return [] }
    let most = 15
    var columns = TextColumns(
      ["", "ratings", "share", "another says so too", "kappa"], numeric: [1, 2, 3, 4],
      widest: [26, 9, 6, 19, 7])
    for profile in categories.prefix(most) {
      columns.add([
        profile.category.label, Words.grouped(profile.count),
        Words.percent(profile.share),
        profile.specificAgreement.map { Words.percent($0) } ?? "—",
        profile.kappa.map { Words.number($0) } ?? "—",
      ])
    }
    let title =
      categories.count > most
      ? "Categories (the first \(most) of \(categories.count))" : "Categories"
    return [title] + columns.lines + (confusionInWords.map { Self.wrapped($0) } ?? [])
  }

  /// Which categories are confused most.
  package var confusionInWords: String? {
    guard categories.count > 2, let first = confusions.first else { return nil }
    func shown(_ confusion: Confusion) -> String {
      "'\(confusion.first.label)' and '\(confusion.second.label)' "
        + "(\(Words.percent(confusion.share)))"
    }
    let second = confusions.dropFirst().first.map { ", then \(shown($0))" } ?? ""
    return "Where two raters differ, it is most often between \(shown(first))\(second)."
  }

  // MARK: Units

  private var splitLines: [String] {
    guard !splits.isEmpty else { return [] }
    let names = splits.map { Terminal.width(of: Terminal.harmlessLine($0.name)) }.max() ?? 0
    let nameWidth = min(names, 26)
    var columns = TextColumns(
      ["", "of all disagreement", "ratings"], numeric: [1],
      widest: [nameWidth, 19, Self.width - 2 - nameWidth - 2 - 19 - 2])
    for split in splits {
      columns.add([
        split.name, Words.percent(split.share), split.ratingsInWords,
      ])
    }
    return ["Units that split raters most"] + columns.lines
  }

  // MARK: The rest

  private var warningLines: [String] {
    warnings.flatMap { Self.wrapped($0, indent: "  ", first: "! ") }
  }

  private var readLines: [String] {
    Self.wrapped(readingInWords, indent: "  ", first: "")
  }

  /// How the table was read.
  package var readingInWords: String {
    let account = table.account
    let cells =
      switch account.layout {
      case .long:
        "a line a rating (unit '\(account.unitColumn ?? "")', rater '\(account.raterColumn ?? "")', "
          + "value '\(account.valueColumn ?? "")')"
      case .wide:
        "a line a unit"
          + (account.unitColumn.map { ", its name in '\($0)'" } ?? ", without names")
          + ", a column a rater"
      case .transposed:
        "a line a rater" + (account.raterColumn.map { ", the name in '\($0)'" } ?? "")
          + ", a column a unit"
      }
    var parts = [cells]
    let separator = account.separator == "\t" ? "tabs" : "'\(account.separator)'"
    parts.append(
      "cells parted by \(separator)\(account.usesDecimalComma ? ", decimal commas" : "")")
    if !account.hasHeader { parts.append("no line of names") }
    for filter in account.filters { parts.append("only \(filter.column) = \(filter.value)") }
    if !account.missingWords.isEmpty {
      let words = account.missingWords.map { word in
        (word.text.isEmpty ? "empty cells" : "'\(word.text)'") + " (\(Words.grouped(word.count)))"
      }
      parts.append("taken as missing: \(Words.list(words))")
    }
    if !account.ignoredColumns.isEmpty {
      let columns = account.ignoredColumns.map { "'\($0)'" }
      parts.append("not read: \(Words.list(columns, most: 8))")
    }
    for group in account.spellings {
      parts.append("one category: \(Words.list(group.map { "'\($0)'" }))")
    }
    if let example = account.numberExample { parts.append("numbers such as \(example)") }
    if account.blankLines > 0 {
      parts.append("\(Words.count(account.blankLines, "blank line")) passed over")
    }
    if !account.summaryLines.isEmpty {
      let lines = account.summaryLines.map { "'\($0)'" }
      parts.append("left out at the end: \(Words.list(lines))")
    }
    if account.equalDuplicates > 0 {
      parts.append("\(Words.count(account.equalDuplicates, "line")) said the same again")
    }
    if account.supersededLines > 0 {
      parts.append(
        "\(Words.count(account.supersededLines, "line")) left out for a later revision or an "
          + "earlier showing")
    }
    return "Read as: " + parts.joined(separator: "; ") + "."
  }
}

extension SplitUnit {
  /// The ratings from low to high, those that are the same counted.
  package var ratingsInWords: String {
    var groups: [(value: Double, label: String, count: Int)] = []
    for rating in ratings.sorted(by: { $0.value < $1.value }) {
      if groups.last?.value == rating.value {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((rating.value, rating.label, 1))
      }
    }
    return groups.map { $0.count > 1 ? "\($0.label) ×\($0.count)" : $0.label }
      .joined(separator: ", ")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { TextColumns.padded(self, to: width) }
}
