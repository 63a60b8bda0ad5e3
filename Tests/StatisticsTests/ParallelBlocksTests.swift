import Reproducible
import Testing

@testable import Statistics

@Suite struct ParallelBlocksTests {
  @Test(arguments: [1, 2, 3, 8, 100])
  func `the number of threads changes no draw`(threads: Int) {
    let draws = { (threads: Int) in
      ParallelBlocks.map(
        1000, blockSize: 30, generator: SeededGenerator(seed: 3), threads: threads
      ) { block, generator in block.map { [UInt64($0), generator.next()] } }
    }
    let drawn = draws(threads)
    #expect(drawn == draws(1))
    #expect(drawn.map { $0[0] } == (0..<1000).map { UInt64($0) })
    #expect(Set(drawn.map { $0[1] }).count == 1000)
  }

  @Test func `nothing to do gives nothing`() {
    let nothing = ParallelBlocks.map(
      0, blockSize: 8, generator: SeededGenerator(seed: 3)
    ) { block, _ in Array(block) }
    #expect(nothing.isEmpty)
  }

  @Test(arguments: [2, 5], [3, 20, 100])
  func `resampled sums are the same bytes on any number of threads`(threads: Int, lanes: Int) {
    var generator = SeededGenerator(seed: 9)
    let amounts = (0..<40).map { _ in (0..<lanes).map { _ in generator.unit() } }
    let sums = ResampledSums(laneCount: lanes, units: Array(0..<40), clusters: nil) { unit, add in
      for lane in 0..<lanes { add(lane, amounts[unit][lane]) }
    }
    let values = { (threads: Int) in
      sums.replicates(300, generator: SeededGenerator(seed: 4), threads: threads) {
        $0.reduce(0) { 3 * $0 + $1 }
      }
    }
    #expect(values(threads) == values(1))
  }

  @Test(arguments: [1, 9, 17, 90], [false, true])
  func `resampled sums are those of the drawn clusters`(lanes: Int, isClustered: Bool) {
    var generator = SeededGenerator(seed: 5)
    let amounts = (0..<30).map { _ in (0..<lanes).map { _ in generator.unit() } }
    let clusters = isClustered ? (0..<30).map { ($0 * 7) % 8 } : nil
    let sums = ResampledSums(laneCount: lanes, units: Array(0..<30), clusters: clusters) {
      unit, add in
      for lane in 0..<lanes where amounts[unit][lane] > 0.5 { add(lane, amounts[unit][lane]) }
    }
    #expect(sums.clusterCount == (isClustered ? 8 : 30))
    let weighted: @Sendable ([Double]) -> Double = { sums in
      sums.enumerated().reduce(0) { $0 + $1.1 / Double($1.0 + 1) }
    }
    let found = sums.replicates(100, generator: SeededGenerator(seed: 6), statistic: weighted)
    let drawn = ClusterResampling.resamples(
      100, clusters: clusters ?? Array(0..<30), generator: SeededGenerator(seed: 6))
    for (value, units) in zip(found, drawn) {
      let expected = (0..<lanes).map { lane in
        units.reduce(0) { $0 + (amounts[$1][lane] > 0.5 ? amounts[$1][lane] : 0) }
      }
      #expect(isClose(value ?? .nan, weighted(expected)))
    }
  }

  @Test(arguments: [2, 7])
  func `drawn signs are the same on any number of threads`(threads: Int) {
    let differences = Random.normals(77, mean: 0.1, seed: 2)
    let shares = { (threads: Int) in
      let drawn = SignFlipShares.drawing(
        differences, resamples: 3000, generator: SeededGenerator(seed: 8), threads: threads)
      return [drawn.asFar, drawn.atLeast, drawn.atMost]
    }
    #expect(shares(threads) == shares(1))
  }
}
