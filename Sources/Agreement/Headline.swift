import RatingTables
import Statistics

extension AgreementSummary.Headline {
  init(
    _ list: CoefficientList, coefficients: [Coefficient], counts: AgreementSummary.Counts,
    categories: [CategoryProfile], raters: [RaterProfile]
  ) {
    alpha = list.alpha
    let resampled = try? list.alphaInterval.get()
    undefinedReplicates = alpha.interval == nil ? 0 : resampled?.undefined ?? 0
    let level = list.alpha.estimate.map { estimate in
      AgreementBenchmark(
        of: estimate, standardError: list.alpha.standardError, scale: .landisKoch)
    }
    // From fewer than five units no name can be claimed.
    if let estimate = list.alpha.estimate, counts.pairableUnits > 4 {
      let benchmark = level.flatMap { $0 }
      let name = benchmark?.chosen ?? AgreementBenchmark.Scale.landisKoch.level(of: estimate)
      self.benchmark = name.lowercased()
      let index = AgreementBenchmark.Scale.landisKoch.levels.firstIndex(of: name)
      benchmarkProbability = benchmark.flatMap { benchmark in
        index.map { benchmark.cumulativeProbabilities[$0] }
      }
    } else {
      benchmark = nil
      benchmarkProbability = nil
    }
    sentence =
      Reading(
        alpha: list.alpha, benchmark: benchmark, coefficients: coefficients, counts: counts,
        categories: categories, raters: raters
      ).sentence
  }
}

/// Words what the coefficients come to in one sentence, and never more than they allow.
private struct Reading {
  let alpha: Coefficient
  let benchmark: String?
  let coefficients: [Coefficient]
  let counts: AgreementSummary.Counts
  let categories: [CategoryProfile]
  let raters: [RaterProfile]

  var sentence: String {
    if counts.ratings == 0 { return "There are no ratings in this table." }
    let active = raters.filter { $0.ratingCount > 0 }
    if active.count == 1 {
      return "One rater alone gave ratings: whether raters agree takes at least two."
    }
    if counts.pairableUnits == 0 {
      return "No unit was rated by two raters, so that their ratings cannot be compared."
    }
    guard let estimate = alpha.estimate else { return constant }
    return lowThroughPrevalence(estimate) ?? uncertain(estimate) ?? graded(estimate)
  }

  /// All ratings are the same: alpha is 0/0.
  private var constant: String {
    let only = categories.first { $0.specificAgreement != nil }?.category.label
    let said = only.map { "says '\($0)'" } ?? "is the same"
    return "Every rating that can be compared \(said), so that nothing varies and alpha has no "
      + "value: raters agree in all pairs (percent agreement 1.00), but whether they would tell "
      + "other units apart is not known; name the whole scale with --categories to read "
      + "Brennan-Prediger."
  }

  /// One category prevails: alpha is low however well raters agree.
  private func lowThroughPrevalence(_ estimate: Double) -> String? {
    guard let share = value(.percentAgreement), let uniform = value(.brennanPrediger),
      let most = categories.max(by: { $0.share < $1.share }),
      counts.pairableUnits > 4, most.share >= 0.8, share >= 0.75, estimate < 0.6,
      uniform - estimate >= 0.2
    else { return nil }
    return "Raters agree in \(Words.percent(share)) of pairs, yet alpha is \(number(estimate)): "
      + "\(Words.percent(most.share)) of all ratings say '\(most.category.label)', and where so little "
      + "varies alpha is low however well raters agree; read Brennan-Prediger "
      + "(\(Words.number(uniform))) and the percent agreement beside it."
  }

  private func uncertain(_ estimate: Double) -> String? {
    let units = Words.count(counts.pairableUnits, "unit")
    guard let interval = alpha.interval, counts.pairableUnits > 4 else {
      return "Alpha is \(number(estimate)) on \(units), too few to say how far that would "
        + "hold for others."
    }
    let range = Words.range(interval)
    if interval.high < 0 {
      return "Raters agree less than chance would have it (alpha \(number(estimate)), "
        + "\(range)): does somebody use the scale the other way round?"
    }
    if interval.low <= 0 {
      return "Agreement beyond chance is not shown: on \(units) alpha is "
        + "\(number(estimate)), and anything from \(range) is compatible with the ratings."
    }
    if interval.high - interval.low > 0.5 {
      return "Raters agree beyond chance, but \(units) are too few to say how well: alpha is "
        + "\(number(estimate)), and anything from \(range) is compatible with the ratings."
    }
    return nil
  }

  private func graded(_ estimate: Double) -> String {
    let range =
      alpha.interval.map { " (\(Words.level($0.level)) interval \(Words.range($0)))" } ?? ""
    if estimate == 1 { return "Raters agree in every unit: alpha is 1\(range)." }
    let name = benchmark ?? "slight"
    let use =
      switch (alpha.interval?.low ?? estimate, estimate) {
      case (0.8..., _): "the ratings can be relied on"
      case (0.667..., _): "the ratings carry tentative conclusions, and perhaps firm ones"
      case (_, 0.667...): "they may carry tentative conclusions, but the interval reaches lower"
      default: "that is less than what conclusions are commonly rested on (0.667)"
      }
    return "Raters agree beyond chance: alpha is \(number(estimate))\(range), "
      + "'\(name)' agreement at the least, and \(use)."
  }

  private func value(_ kind: Coefficient.Kind) -> Double? {
    coefficients.first { $0.kind == kind }?.estimate
  }

  private func number(_ estimate: Double) -> String {
    Words.number(estimate, decimals: Words.decimals(for: alpha.interval))
  }
}
