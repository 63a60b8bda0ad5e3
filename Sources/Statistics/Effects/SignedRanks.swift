/// Differences other than zero with the midranks of their sizes, doubled so that they are whole.
///
/// Sizes that differ by less than a share of 1e-12 of the largest one count as the same, and one
/// smaller than that as zero: subtracting decimals leaves as much.
struct SignedRanks {
  /// How many differences are zero.
  let zeros: Int
  /// Twice the midranks of the others, without the zeros among them.
  let doubled: [Int]
  /// Twice the midranks of the others, ranked with the zeros among them (Pratt).
  var doubledWithZeros: [Int] { doubled.map { $0 + 2 * zeros } }
  /// Whether each difference is above zero, in the order of the ranks.
  let isPositive: [Bool]

  init(of differences: [Double]) {
    let slack = 1e-12 * differences.reduce(0) { max($0, abs($1)) }
    let ordered = differences.filter { abs($0) > slack }.sorted { abs($0) < abs($1) }
    zeros = differences.count - ordered.count
    isPositive = ordered.map { $0 > 0 }
    var doubled: [Int] = []
    doubled.reserveCapacity(ordered.count)
    var first = 0
    while first < ordered.count {
      var next = first + 1
      while next < ordered.count, abs(ordered[next]) - abs(ordered[next - 1]) <= slack { next += 1 }
      // The mean of the ranks first + 1 … next, twice.
      doubled += [Int](repeating: first + 1 + next, count: next - first)
      first = next
    }
    self.doubled = doubled
  }

  /// What the ranks say, either ranked without or with the zeros.
  func sum(of ranks: [Int]) -> RankSum { RankSum(ranks: ranks, isPositive: isPositive) }
}

/// The sum of the ranks of the positive differences, against what it is where signs are chance.
struct RankSum {
  /// Twice V⁺.
  let doubledSum: Int
  /// Twice the sum of all ranks.
  let doubledTotal: Int
  /// V⁺ less its mean, over its standard deviation, which allows for ties.
  let z: Double
  /// The same with V⁺ moved by ½ towards its mean.
  let zCorrected: Double
  private let ranks: [Int]

  init(ranks: [Int], isPositive: [Bool]) {
    self.ranks = ranks
    doubledSum = zip(ranks, isPositive).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    doubledTotal = ranks.reduce(0, +)
    // In units of half a rank: the distance to the mean, and Σr²/4.
    let distance = Double(2 * doubledSum - doubledTotal) / 2
    let deviation = ranks.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot() / 2
    z = distance / deviation
    let corrected = max(0, abs(distance) - 1) / deviation
    zCorrected = distance < 0 ? -corrected : corrected
  }

  /// The exact distribution; none where it would take more than about 2·10⁷ steps.
  func exactTails() -> (twoSided: Double, greater: Double)? {
    let divisor = ranks.allSatisfy { $0 % 2 == 0 } ? 2 : 1
    let whole = ranks.map { $0 / divisor }
    guard Double(whole.count) * Double(doubledTotal / divisor) / 2 <= 2e7 else { return nil }
    let distribution = SignedRankDistribution(ranks: whole)
    let sum = doubledSum / divisor
    let upper = distribution.upperTail(sum)
    return (min(1, 2 * min(upper, distribution.lowerTail(sum))), upper)
  }
}
