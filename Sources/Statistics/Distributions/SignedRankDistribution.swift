/// Wilcoxon's signed-rank statistic V⁺ under the null hypothesis: each of the ranks 1…n is
/// counted or not, with equal chance.
struct SignedRankDistribution {
  /// The probability of each sum from 0 to n(n + 1)/2.
  let probabilities: [Double]

  /// - Complexity: O(*n*³).
  init(count: Int) {
    precondition(count >= 0, "\(count) ranks")
    self.init(ranks: Array(0..<count).map { $0 + 1 })
  }

  /// The same of any whole ranks, such as midranks doubled.
  ///
  /// - Complexity: O(*n* · Σ ranks).
  init(ranks: [Int]) {
    let total = ranks.reduce(0, +)
    var probabilities = [Double](repeating: 0, count: total + 1)
    probabilities[0] = 1
    var reached = 0
    probabilities.withUnsafeMutableBufferPointer { chance in
      for rank in ranks where rank > 0 {
        reached += rank
        for sum in stride(from: reached, through: rank, by: -1) {
          chance[sum] = 0.5 * (chance[sum] + chance[sum - rank])
        }
        for sum in 0..<min(rank, reached) { chance[sum] *= 0.5 }
      }
    }
    self.probabilities = probabilities
  }

  /// The probability of at most so large a sum.
  func lowerTail(_ sum: Int) -> Double {
    guard sum >= 0 else { return 0 }
    guard sum < probabilities.count - 1 else { return 1 }
    // The distribution is its own mirror, so that the shorter end tells both.
    if 2 * sum < probabilities.count - 1 {
      return probabilities[...sum].reduce(0, +)
    }
    return 1 - upperTail(sum + 1)
  }

  /// The probability of at least so large a sum.
  func upperTail(_ sum: Int) -> Double { lowerTail(probabilities.count - 1 - sum) }
}
