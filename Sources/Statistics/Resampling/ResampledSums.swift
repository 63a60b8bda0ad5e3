import Reproducible

/// Sums over resampled units, or whole clusters of them, of what each contributes.
///
/// A statistic of the sums is had on each resample for one addition a draw, whatever it costs to
/// tabulate the data. Contributions lie in lanes: few lanes side by side, so that a draw adds a row
/// of vectors; many as lists of those that are not zero.
struct ResampledSums: Sendable {
  /// How many sums there are.
  let laneCount: Int
  /// Where the contributions of each cluster begin, and at last where they all end.
  private let starts: [Int]
  private let lanes: [Int32]
  private let amounts: [Double]
  /// The same laid out in rows of vectors; empty where there are too many lanes.
  private let rows: [SIMD8<Double>]

  /// Up to so many lanes lie side by side.
  private static let widest = 64

  /// How many units, or clusters of them, are drawn from.
  var clusterCount: Int { starts.count - 1 }

  private var rowWidth: Int { (laneCount + 7) / 8 }

  /// Gathers contributions.
  ///
  /// - Parameters:
  ///   - laneCount: How many sums there are.
  ///   - units: The units that take part.
  ///   - clusters: The label of the cluster of each unit, by its index; clusters ascend by their
  ///     label. `nil` where each unit stands for itself.
  ///   - contribute: Hands over what a unit adds to which lanes.
  init(
    laneCount: Int, units: [Int], clusters: [Int]?,
    contribute: (_ unit: Int, _ add: (_ lane: Int, _ amount: Double) -> Void) -> Void
  ) {
    var gathered = GatheredContributions(laneCount: laneCount)
    if let clusters {
      for group in ClusterResampling(clusters: units.map { clusters[$0] }).members {
        for member in group { contribute(units[member]) { gathered.add($0, $1) } }
        gathered.endCluster()
      }
    } else {
      for unit in units {
        contribute(unit) { gathered.add($0, $1) }
        gathered.endCluster()
      }
    }
    self.laneCount = laneCount
    starts = gathered.starts
    lanes = gathered.lanes
    amounts = gathered.amounts
    rows = laneCount <= Self.widest ? Self.rows(starts, lanes, amounts, (laneCount + 7) / 8) : []
  }

  private static func rows(
    _ starts: [Int], _ lanes: [Int32], _ amounts: [Double], _ width: Int
  ) -> [SIMD8<Double>] {
    var rows = [SIMD8<Double>](repeating: .zero, count: (starts.count - 1) * width)
    for cluster in 0..<starts.count - 1 {
      for place in starts[cluster]..<starts[cluster + 1] {
        let lane = Int(lanes[place])
        rows[cluster * width + lane / 8][lane % 8] = amounts[place]
      }
    }
    return rows
  }

  /// The sums over some clusters, each given by index; one may be given twice.
  func sums(of clusters: some Sequence<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: laneCount)
    for cluster in clusters {
      for place in starts[cluster]..<starts[cluster + 1] {
        sums[Int(lanes[place])] += amounts[place]
      }
    }
    return sums
  }

  /// The sums over all clusters, each once.
  var total: [Double] { sums(of: 0..<clusterCount) }

  /// A statistic of the sums on each of some resamples of as many clusters as there are.
  ///
  /// - Parameters:
  ///   - count: How many resamples are drawn.
  ///   - generator: Draws them, the first 64 from its state, the next 64 after a jump.
  ///   - threads: How many threads share the work; the result is the same for any number.
  ///   - statistic: Takes the sums; `nil` where it has no value.
  /// - Returns: One element a resample.
  /// - Complexity: O(*n* · *k*) a resample, for *n* clusters and the lanes *k* of one.
  func replicates(
    _ count: Int, generator: SeededGenerator, threads: Int = ParallelBlocks.processors,
    statistic: @Sendable ([Double]) -> Double?
  ) -> [Double?] {
    ParallelBlocks.map(
      count, blockSize: Self.blockSize, generator: generator, threads: threads
    ) { block, generator in
      var sums = [Double](repeating: 0, count: laneCount)
      return block.map { _ in
        drawSums(into: &sums, using: &generator)
        return statistic(sums)
      }
    }
  }

  /// How many resamples share a generator.
  static let blockSize = 64

  private func drawSums(into sums: inout [Double], using generator: inout SeededGenerator) {
    let count = clusterCount
    guard !rows.isEmpty else {
      for lane in sums.indices { sums[lane] = 0 }
      for _ in 0..<count {
        let cluster = generator.index(below: count)
        for place in starts[cluster]..<starts[cluster + 1] {
          sums[Int(lanes[place])] += amounts[place]
        }
      }
      return
    }
    let width = rowWidth
    rows.withUnsafeBufferPointer { rows in
      switch width {
      case 1:
        var sum = SIMD8<Double>.zero
        for _ in 0..<count { sum += rows[generator.index(below: count)] }
        Self.store(sum, 0, in: &sums)
      case 2:
        var (first, second) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
        for _ in 0..<count {
          let place = 2 * generator.index(below: count)
          first += rows[place]
          second += rows[place + 1]
        }
        Self.store(first, 0, in: &sums)
        Self.store(second, 8, in: &sums)
      default:
        var vectors = [SIMD8<Double>](repeating: .zero, count: width)
        for _ in 0..<count {
          let place = width * generator.index(below: count)
          for vector in 0..<width { vectors[vector] += rows[place + vector] }
        }
        for vector in 0..<width { Self.store(vectors[vector], 8 * vector, in: &sums) }
      }
    }
  }

  private static func store(_ vector: SIMD8<Double>, _ start: Int, in sums: inout [Double]) {
    for lane in 0..<min(8, sums.count - start) { sums[start + lane] = vector[lane] }
  }
}

/// Contributions, cluster by cluster, those of a cluster to one lane added up.
private struct GatheredContributions {
  private(set) var starts = [0]
  private(set) var lanes: [Int32] = []
  private(set) var amounts: [Double] = []
  /// Where the last contribution to each lane stands.
  private var placeOfLane: [Int]

  init(laneCount: Int) { placeOfLane = [Int](repeating: -1, count: laneCount) }

  mutating func add(_ lane: Int, _ amount: Double) {
    if placeOfLane[lane] < starts[starts.count - 1] {
      placeOfLane[lane] = amounts.count
      lanes.append(Int32(lane))
      amounts.append(amount)
    } else {
      amounts[placeOfLane[lane]] += amount
    }
  }

  mutating func endCluster() { starts.append(amounts.count) }
}
