import Reproducible
import Statistics

extension NamedStatistic {
  /// Intervals from resamples that the caller has drawn.
  static let resampling: [NamedStatistic] = [
    NamedStatistic(
      "bootstrap_ci", "Percentile, basic and BCa intervals from given resamples",
      keys: [
        .required(
          "kind", "alpha_units: alpha on resampled units; vector: replicates of a statistic"),
        .optional(
          "ratings", "with alpha_units: units, in each one number a rater, null if missing"),
        .optional("metric", "with alpha_units: nominal, ordinal, interval or ratio"),
        .optional("resamples", "with alpha_units: lists of units by index, from 0"),
        .optional("data", "with vector: the numbers"),
        .optional("statistic", "with vector: mean, median or sd"),
        .optional("theta_boot", "with vector: the statistic on each resample; null has no value"),
        .optional("level", "the confidence level, 0.95 if left out"),
      ],
      formula: """
        Percentile: type-7 quantiles of the replicates. Basic: 2θ̂ − q. SE: their standard deviation \
        (n − 1). BCa: limits at Φ(z₀ + (z₀ + z_p)/(1 − a(z₀ + z_p))) with \
        z₀ = Φ⁻¹((#{θ* < θ̂} + #{θ* ≤ θ̂})/2B) and a = Σd³/(6(Σd²)^1.5) of the jackknife.
        """,
      conventions: """
        Units are drawn, raters stay. A replicate without a value is dropped and counted; where more than \
        one in ten are, the limits are not to be believed. BCa is null where all replicates are equal or all lie on \
        one side of the estimate.
        """,
      source: """
        B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap, ch. 12–14. Reference: \
        scipy 1.12.
        """
    ) { input in
      switch try input.choice("kind") as BootstrapKind {
      case .alpha_units:
        let ratings = try input.ratings()
        let metric: AlphaMetric = try input.choice("metric")
        let resamples = try input.indexLists("resamples", below: ratings.count)
        let replicates = try KrippendorffAlpha.replicates(
          of: ratings, metric: metric, resamples: resamples)
        let estimate = try KrippendorffAlpha(of: ratings, metric: metric).estimate
        let undefined = replicates.count { $0 == nil }
        return intervals(estimate, replicates, level: try input.level()).adding([
          "replicates": .array(replicates.map { .of($0) }), "undefined": .of(undefined),
        ])
      case .vector:
        let data = try input.numbers("data")
        let statistic: VectorStatistic = try input.choice("statistic")
        let replicates = try input.optionalNumbers("theta_boot")
        guard data.count > (statistic == .sd ? 1 : 0) else { throw NoValue.noData }
        let estimate = statistic.value(of: data)
        let level = try input.level()
        // One left out of a single number, or of two for a spread, leaves nothing to estimate.
        let jackknife =
          data.count > (statistic == .sd ? 2 : 1)
          ? data.indices.map { left in
            statistic.value(of: data.indices.filter { $0 != left }.map { data[$0] })
          } : []
        let corrected = try? BootstrapInterval.biasCorrected(
          estimate: estimate, replicates: replicates, jackknife: jackknife, level: level)
        let correction = try? BiasCorrection(
          estimate: estimate, replicates: replicates.compactMap { $0 }, jackknife: jackknife)
        return intervals(estimate, replicates, level: level)
          .adding([
            "z0": .of(correction?.bias), "acceleration": .of(correction?.acceleration),
          ]).adding(corrected?.interval, low: "bca_low", high: "bca_high")
      }
    },
    NamedStatistic(
      "cluster_bootstrap", "A paired difference with whole items resampled",
      keys: [
        .required("item", "the item of each pair, by number"),
        .required("leading", "one number a pair, null where it is missing"),
        .required("neutral", "the same pairs in the same order"),
        .required("resamples", "lists of items by index from 0, items ascending"),
        .optional("level", "the confidence level, 0.95 if left out"),
      ],
      formula: """
        pair_mean: the mean over all pairs of the drawn items, an item drawn twice counting twice; \
        item_mean: the mean of item means. SE: the standard deviation over resamples (n − 1); limits: \
        type-7 quantiles.
        """,
      conventions: """
        Pairs with a missing half are left out. item_mean is what is estimated, every item counting \
        once. With fewer than ten items the interval is too narrow.
        """,
      source: """
        A. C. Davison, D. V. Hinkley (1997), Bootstrap Methods and their Application, s. 3.8. Reference: \
        numpy 1.26.
        """
    ) { input in
      let items = try input.numbers("item")
      let leading = try input.optionalNumbers("leading")
      let neutral = try input.optionalNumbers("neutral")
      try input.requireSameCount([
        "item": items.count, "leading": leading.count, "neutral": neutral.count,
      ])
      let index = Dictionary(
        uniqueKeysWithValues: Set(items).sorted().enumerated().map { ($0.element, $0.offset) })
      var differences: [Double] = []
      var clusters: [Int] = []
      for (place, item) in items.enumerated() {
        guard let first = leading[place], let second = neutral[place] else { continue }
        differences.append(first - second)
        clusters.append(index[item, default: 0])
      }
      let mean = try ClusterMean(of: differences, clusters: clusters)
      let resamples = try input.indexLists("resamples", below: mean.clusterCount)
      guard resamples.allSatisfy({ !$0.isEmpty }) else {
        throw StatisticInput.fault(
          at: ["resamples"], "a resample is empty", "draw as many items as there are")
      }
      let pairs = resamples.map { mean.elementMean(of: $0) }
      let means = resamples.map { mean.clusterMean(of: $0) }
      let level = try input.level()
      let byPairs = try? BootstrapInterval.percentile(
        estimate: mean.elementMean, replicates: pairs, level: level)
      let byItems = try? BootstrapInterval.percentile(
        estimate: mean.estimate, replicates: means, level: level)
      return [
        "items": .of(mean.clusterCount), "pair_mean": .of(mean.elementMean),
        "pair_mean_se": .of(byPairs?.standardError),
        "pair_mean_percentile": limits(byPairs?.interval), "item_mean": .of(mean.estimate),
        "item_mean_se": .of(byItems?.standardError),
        "item_mean_percentile": limits(byItems?.interval),
        "first_replicates": .of(zip(pairs, means).prefix(5).map { [$0, $1] }),
      ]
    },
  ]

  private static func limits(_ interval: Interval?) -> JSON {
    [.of(interval?.low), .of(interval?.high)]
  }

  private static func intervals(
    _ estimate: Double, _ replicates: [Double?], level: Double
  ) -> [String: JSON] {
    // Whoever draws the resamples sees how many have no value, and judges.
    let percentile = try? BootstrapInterval.percentile(
      estimate: estimate, replicates: replicates, level: level, undefinedShare: 1)
    let basic = try? BootstrapInterval.basic(
      estimate: estimate, replicates: replicates, level: level, undefinedShare: 1)
    return ["estimate": .of(estimate), "se": .of(percentile?.standardError)]
      .adding(percentile?.interval, low: "percentile_low", high: "percentile_high")
      .adding(basic?.interval, low: "basic_low", high: "basic_high")
  }
}

/// What is resampled.
private enum BootstrapKind: String, CaseIterable {
  case alpha_units, vector
}

/// A statistic of some numbers.
private enum VectorStatistic: String, CaseIterable {
  case mean, median, sd

  func value(of data: [Double]) -> Double {
    let mean = data.reduce(0, +) / Double(data.count)
    switch self {
    case .mean: return mean
    case .median:
      let sorted = data.sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    case .sd:
      let squares = data.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(data.count - 1)).squareRoot()
    }
  }
}
