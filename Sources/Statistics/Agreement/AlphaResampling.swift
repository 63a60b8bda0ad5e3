import Reproducible

/// Krippendorff's α on resamples, as weighted sums of what units contribute.
struct AlphaResampling {
  private let coincidences: Coincidences
  private let units: UnitResampling<Coincidences.Contribution>
  private let kinds: [FlatContribution]

  /// A contribution laid out for fast addition.
  private struct FlatContribution {
    let margins: [(level: Int, count: Int)]
    let pairs: [(pair: Int, amount: Double)]
    let disagreement: Double

    init(_ contribution: Coincidences.Contribution) {
      margins = contribution.margins.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      pairs = contribution.pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      disagreement = contribution.disagreement
    }
  }

  init(_ coincidences: Coincidences, clusters: [Int]?, units: [Int]) {
    self.coincidences = coincidences
    self.units = UnitResampling(clusters: clusters, units: units) { coincidences.sum(of: $0) }
    kinds = self.units.kinds.map(FlatContribution.init)
  }

  /// How many units, or clusters of them, are drawn from.
  var clusterCount: Int { units.kindOfCluster.count }

  /// α on some resamples; `nil` where it has no value.
  func replicates(_ count: Int, generator: SeededGenerator) -> [Double?] {
    units.replicates(count, generator: generator) { times in
      var sums = Sums(coincidences)
      for (kind, count) in times.enumerated() where count > 0 { sums.add(kinds[kind], count) }
      // A resample without a value is one of the outcomes, and is counted as such.
      return try? sums.alpha(coincidences)
    }
  }

  /// α of units that count as often as is said.
  func alpha(of units: [(Coincidences.Contribution, Int)]) throws(NoValue) -> Double {
    var sums = Sums(coincidences)
    for (contribution, count) in units { sums.add(FlatContribution(contribution), count) }
    return try sums.alpha(coincidences)
  }

  private struct Sums {
    var margins: [Int]
    var pairs: [Double]
    var disagreement = 0.0

    init(_ coincidences: Coincidences) {
      margins = [Int](repeating: 0, count: coincidences.levels.count)
      pairs = [Double](repeating: 0, count: coincidences.pairLevels.count)
    }

    mutating func add(_ contribution: FlatContribution, _ count: Int) {
      for (level, number) in contribution.margins { margins[level] += number * count }
      for (pair, amount) in contribution.pairs { pairs[pair] += amount * Double(count) }
      disagreement += contribution.disagreement * Double(count)
    }

    func alpha(_ coincidences: Coincidences) throws(NoValue) -> Double {
      try coincidences.alpha(margins: margins, pairs: pairs, disagreement: disagreement)
    }
  }
}
