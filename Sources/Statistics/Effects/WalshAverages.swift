/// The means of all pairs of values, each value with itself included.
///
/// They are never written down: how many are at most some number is counted along the sorted values
/// from both ends, and the number is halved in on, digit by digit.
struct WalshAverages {
  private let sorted: [Double]

  /// - Precondition: There is a value.
  init(of values: [Double]) {
    precondition(!values.isEmpty, "no value has no median")
    sorted = values.sorted()
  }

  /// n(n + 1) / 2.
  private var count: Int { sorted.count * (sorted.count + 1) / 2 }

  /// The Hodges–Lehmann estimate.
  ///
  /// - Complexity: O(*n*) for each of at most 64 halvings.
  var median: Double {
    let lower = sum(ranked: (count + 1) / 2)
    if count % 2 == 1 || countOfSums(upTo: lower) > count / 2 { return lower / 2 }
    return lower / 4 + smallestSum(above: lower) / 4
  }

  /// The sum of two values that has a given rank among all, counted from 1.
  private func sum(ranked rank: Int) -> Double {
    var low = Self.position(2 * sorted[0])
    var high = Self.position(2 * sorted[sorted.count - 1])
    while low < high {
      // Half of both without overflow, rounded down.
      let middle = (low & high) + ((low ^ high) >> 1)
      if countOfSums(upTo: Self.value(middle)) >= rank { high = middle } else { low = middle + 1 }
    }
    return Self.value(low)
  }

  private func countOfSums(upTo bound: Double) -> Int {
    var reached = 0
    var last = sorted.count - 1
    for first in sorted.indices {
      while last >= first, sorted[first] + sorted[last] > bound { last -= 1 }
      if last < first { break }
      reached += last - first + 1
    }
    return reached
  }

  private func smallestSum(above bound: Double) -> Double {
    var smallest = Double.infinity
    var last = sorted.count - 1
    for first in sorted.indices {
      while last >= first, sorted[first] + sorted[last] > bound { last -= 1 }
      let next = max(last + 1, first)
      if next < sorted.count { smallest = min(smallest, sorted[first] + sorted[next]) }
    }
    return smallest
  }

  /// A number's place in the order of all numbers.
  private static func position(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }

  /// The number at a place.
  private static func value(_ position: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: position >= 0 ? position : Int64.min &- position))
  }
}
