import Reproducible

/// Which shares of the sign arrangements reach the observed sum, on each side and on both.
struct SignFlipShares {
  let asFar: Double
  let atLeast: Double
  let atMost: Double
  /// How many arrangements were drawn; `nil` where all were counted.
  let drawn: Double?

  /// All arrangements, as sums of a first and a second half.
  static func enumerating(_ differences: [Double]) -> SignFlipShares {
    let half = differences.count / 2
    let first = sums(differences[..<half])
    let second = sums(differences[half...]).sorted()
    let observed = differences.reduce(0, +)
    let slack = slack(differences)
    func count(atLeast bound: Double) -> Int {
      first.reduce(0) { $0 + second.count - firstIndex(in: second, atLeast: bound - $1) }
    }
    // Each arrangement has its mirror, so that as many are at most −x as are at least x.
    let above = count(atLeast: observed - slack)
    let below = count(atLeast: -observed - slack)
    let distance = abs(observed) - slack
    let far = distance <= 0 ? first.count * second.count : 2 * count(atLeast: distance)
    let all = Double(first.count * second.count)
    return SignFlipShares(
      asFar: Double(far) / all, atLeast: Double(above) / all, atMost: Double(below) / all,
      drawn: nil)
  }

  /// All arrangements of whole numbers, by the distribution of the sum of the positive ones.
  static func onGrid(_ steps: [Int]) -> SignFlipShares {
    let sizes = steps.map(abs)
    let total = sizes.reduce(0, +)
    var probability = [Double](repeating: 0, count: total + 1)
    probability[0] = 1
    var reached = 0
    for size in sizes where size > 0 {
      reached += size
      for sum in stride(from: reached, through: size, by: -1) {
        probability[sum] = 0.5 * (probability[sum] + probability[sum - size])
      }
      for sum in 0..<min(size, reached) { probability[sum] *= 0.5 }
    }
    let observed = steps.reduce(0, +)
    func share(where isCounted: (Int) -> Bool) -> Double {
      // From the smallest probabilities up: those of the ends.
      var sum = 0.0
      for index in 0...(total / 2) {
        let mirrored = total - index
        if isCounted(2 * index - total) { sum += probability[index] }
        if mirrored != index, isCounted(2 * mirrored - total) { sum += probability[mirrored] }
      }
      return sum
    }
    return SignFlipShares(
      asFar: share { abs($0) >= abs(observed) }, atLeast: share { $0 >= observed },
      atMost: share { $0 <= observed }, drawn: nil)
  }

  /// Arrangements drawn at random, the observed one counted along.
  ///
  /// Four differences share a table of the sums of their sixteen arrangements, so that a random
  /// word of 64 bits is sixteen additions. Every 256 arrangements have a generator of their own.
  static func drawing(
    _ differences: [Double], resamples: Int, generator: SeededGenerator,
    threads: Int = ParallelBlocks.processors
  ) -> SignFlipShares {
    let observed = differences.reduce(0, +)
    let slack = slack(differences)
    let tables = stride(from: 0, to: differences.count, by: 4).flatMap { start in
      sums(differences[start..<min(start + 4, differences.count)], width: 4)
    }
    let counts = ParallelBlocks.map(
      resamples, blockSize: 256, generator: generator, threads: threads
    ) { block, generator in
      var counts = SIMD3<Int>.zero
      for _ in block {
        let sum = drawSum(from: tables, using: &generator)
        if abs(sum) >= abs(observed) - slack { counts.x += 1 }
        if sum >= observed - slack { counts.y += 1 }
        if sum <= observed + slack { counts.z += 1 }
      }
      return [counts]
    }
    let reached = counts.reduce(SIMD3(1, 1, 1)) { $0 &+ $1 }
    let all = Double(resamples + 1)
    return SignFlipShares(
      asFar: Double(reached.x) / all, atLeast: Double(reached.y) / all,
      atMost: Double(reached.z) / all, drawn: Double(resamples))
  }

  private static func drawSum(
    from tables: [Double], using generator: inout SeededGenerator
  ) -> Double {
    tables.withUnsafeBufferPointer { tables in
      // Two sums at a time, which need not wait for each other.
      var (even, odd) = (0.0, 0.0)
      var start = 0
      while start < tables.count {
        var bits = generator.next()
        let end = min(start + 256, tables.count)
        while start + 16 < end {
          even += tables[start + Int(bits & 15)]
          odd += tables[start + 16 + Int(bits >> 4 & 15)]
          bits >>= 8
          start += 32
        }
        if start < end {
          even += tables[start + Int(bits & 15)]
          start += 16
        }
      }
      return even + odd
    }
  }

  /// The sums of all arrangements of a few differences; those that are missing are zero.
  private static func sums(_ differences: ArraySlice<Double>, width: Int) -> [Double] {
    let missing = 1 << (width - differences.count)
    let sums = sums(differences)
    return (0..<missing).flatMap { _ in sums }
  }

  /// How far two sums may be apart by rounding and still count as the same.
  private static func slack(_ differences: [Double]) -> Double {
    1e-12 * max(1, differences.reduce(0) { $0 + abs($1) })
  }

  private static func sums(_ differences: ArraySlice<Double>) -> [Double] {
    differences.reduce(into: [0]) { sums, difference in
      sums = sums.map { $0 + difference } + sums.map { $0 - difference }
    }
  }

  private static func firstIndex(in sorted: [Double], atLeast bound: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A grid on which differences lie: whole numbers of one step.
enum SignFlipGrid {
  /// The differences in steps of the coarsest grid that holds them.
  ///
  /// Steps of 1, of parts of it down to 1/120 (means of a few ratings), and decimal ones are tried.
  ///
  /// - Returns: `nil` where there is no such grid, or one too fine to be worked through.
  static func steps(of differences: [Double]) -> [Int]? {
    for parts in Array(1...120) + [1_000, 10_000] {
      let scaled = differences.map { $0 * Double(parts) }
      let isOnGrid = scaled.allSatisfy { value in
        abs(value) < 1e9 && abs(value - value.rounded()) <= 1e-9 * max(1, abs(value))
      }
      guard isOnGrid else { continue }
      let whole = scaled.map { Int($0.rounded()) }
      let divisor = max(1, whole.reduce(0, greatestCommonDivisor))
      let steps = whole.map { $0 / divisor }
      let work = steps.reduce(0) { $0 + abs($1) } * steps.count
      return work <= 20_000_000 ? steps : nil
    }
    return nil
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (abs(first), abs(second))
    while b > 0 { (a, b) = (b, a % b) }
    return a
  }
}
