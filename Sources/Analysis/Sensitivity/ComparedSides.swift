import Statistics
import TrialDesign

/// The two sides of an effect, as single ratings: what other ways of counting start from.
///
/// Clusters and cells are numbered. A cell holds both sides (one model in one scenario); where a
/// baseline is not paired, all is one cell and each cluster has one side.
struct ComparedSides: Sendable {
  struct Item: Sendable {
    let cluster: Int
    let cell: Int
    /// On the side that the other one is taken from.
    let isFirst: Bool
    let rating: ModelledRating
  }

  let items: [Item]
  /// How many clusters each stratum has: one stratum, or two where no cluster has both sides.
  let strata: [Int]

  /// Whether each cluster has both sides.
  var isPaired: Bool { strata.count == 1 }

  /// Two conditions in the cells that have both.
  init(_ first: Condition, over second: Condition, in ratings: [ModelledRating]) {
    self.init(
      ratings.filter { $0.condition == first || $0.condition == second }, first: first,
      cluster: \.cluster
    ) { Cell(cluster: $0.cluster, scenario: $0.scenario, model: $0.model) }
  }

  /// A condition and the baseline; `nil` where there is none, or a reference in its place.
  init?(
    overBase condition: Condition, in ratings: [ModelledRating], design: EffectDesign
  ) {
    let rated = ratings.filter { $0.condition == condition || $0.condition == .baseline }
    switch design.base {
    case .none, .reference: return nil
    case .paired:
      var clusters: [Cluster: Cluster] = [:]
      for rating in rated where rating.condition == condition {
        clusters[Cluster(wording: nil, scenario: rating.scenario)] = rating.cluster
      }
      // A baseline text stands in the cluster of the texts of its scenario.
      self.init(rated, first: condition) { rating in
        rating.condition == .baseline ? clusters[rating.cluster] ?? rating.cluster : rating.cluster
      } cell: {
        Cell(
          cluster: clusters[Cluster(wording: nil, scenario: $0.scenario)] ?? $0.cluster,
          scenario: $0.scenario, model: nil)
      }
    case .unpaired:
      let firsts = Set(rated.filter { $0.condition == condition }.map(\.cluster)).sorted()
      let seconds = Set(rated.filter { $0.condition == .baseline }.map(\.cluster)).sorted()
      var numbers: [Cluster: Int] = [:]
      for (number, cluster) in (firsts + seconds).enumerated() { numbers[cluster] = number }
      self.init(
        items: rated.map {
          Item(
            cluster: numbers[$0.cluster] ?? 0, cell: 0, isFirst: $0.condition == condition,
            rating: $0)
        }, strata: [firsts.count, seconds.count])
    }
  }

  private init(items: [Item], strata: [Int]) {
    self.items = items
    self.strata = strata
  }

  private struct Cell: Hashable {
    let cluster: Cluster
    let scenario: ScenarioID
    let model: String?
  }

  private init(
    _ ratings: [ModelledRating], first: Condition, cluster: (ModelledRating) -> Cluster,
    cell: (ModelledRating) -> Cell
  ) {
    let firsts = Set(ratings.filter { $0.condition == first }.map(cell))
    let both = firsts.intersection(ratings.filter { $0.condition != first }.map(cell))
    let kept = ratings.filter { both.contains(cell($0)) }
    var clusters: [Cluster: Int] = [:]
    for (number, cluster) in Set(kept.map(cluster)).sorted().enumerated() {
      clusters[cluster] = number
    }
    var cells: [Cell: Int] = [:]
    items = kept.map { rating in
      let name = cell(rating)
      let number = cells[name] ?? cells.count
      cells[name] = number
      return Item(
        cluster: clusters[cluster(rating)] ?? 0, cell: number, isFirst: rating.condition == first,
        rating: rating)
    }
    strata = clusters.isEmpty ? [] : [clusters.count]
  }

  /// The ratings of texts whose length is known; a cluster without any is none.
  var withLength: ComparedSides {
    let known = items.filter { $0.rating.length != nil }
    var numbers: [Int: Int] = [:]
    for (number, cluster) in Set(known.map(\.cluster)).sorted().enumerated() {
      numbers[cluster] = number
    }
    var start = 0
    let counts = strata.map { count in
      defer { start += count }
      return numbers.keys.count { $0 >= start && $0 < start + count }
    }
    return ComparedSides(
      items: known.map {
        Item(
          cluster: numbers[$0.cluster] ?? 0, cell: $0.cell, isFirst: $0.isFirst, rating: $0.rating)
      }, strata: counts)
  }

  /// One text, with the mean of its ratings.
  struct Text: Sendable {
    let cluster: Int
    let cell: Int
    let isFirst: Bool
    let output: String
    /// In words.
    let length: Double
    let value: Double
  }

  /// The texts whose length is known, in the order of their names.
  var textsWithLength: [Text] {
    var sums: [String: (item: Item, sum: Double, count: Double)] = [:]
    for item in items {
      let before = sums[item.rating.output] ?? (item, 0, 0)
      sums[item.rating.output] = (item, before.sum + item.rating.value, before.count + 1)
    }
    return sums.sorted { $0.key < $1.key }.compactMap { output, text in
      text.item.rating.length.map {
        Text(
          cluster: text.item.cluster, cell: text.item.cell, isFirst: text.item.isFirst,
          output: output, length: $0, value: text.sum / text.count)
      }
    }
  }
}

extension EffectEstimator {
  /// An effect whose spread is that of leaving one cluster out after the other.
  ///
  /// - Parameters:
  ///   - inPoints: Whether it is on the question's scale, where the smallest effect applies.
  ///   - clusters: How many the first side has.
  ///   - jackknife: The estimate; it throws where there is none.
  /// - Returns: The effect with its intervals, or why it is withheld.
  func effect(
    inPoints: Bool, clusters: Int, _ jackknife: () throws(NoValue) -> Jackknife
  ) -> EffectEstimate {
    let estimate: Jackknife
    do throws(NoValue) { estimate = try jackknife() } catch {
      return EffectEstimate(standing: isClaim && inPoints ? .open : nil, reason: Reason(error))
    }
    var effect = EffectEstimate(
      value: estimate.estimate, standardError: estimate.standardError,
      degreesOfFreedom: estimate.degreesOfFreedom, clusters: clusters)
    if estimate.degreesOfFreedom + 1 < Double(Self.fewestClusters) {
      effect.reason = .fewScenarios
      effect.standing = isClaim && inPoints ? .open : nil
    } else {
      effect.interval = estimate.interval(level: 1 - plan.alpha)
      effect.narrowInterval = estimate.interval(level: 1 - 2 * plan.alpha)
      effect.tInterval = effect.interval
      effect.standing = isClaim && inPoints ? standing(of: effect) : nil
    }
    return effect
  }
}
