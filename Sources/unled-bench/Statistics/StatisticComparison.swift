/// One statistic, to be measured beside the usual implementation of it on the same data.
protocol StatisticComparison: Sendable {
  /// What is computed, and from how much.
  var title: String { get }
  /// The usual implementation.
  var script: BaselineScript { get }
  /// What the script is told besides the data and the number of repeats.
  var options: [String] { get }
  /// The data as CSV, with a line of names.
  var csv: String { get }
  /// On how many threads ours is measured.
  var widths: [Int] { get }
  /// Computes it here, on so many threads; the results have the names that the script gives them.
  func compute(seed: UInt64, threads: Int) throws -> [String: Double]
  /// How far the results are from each other.
  func differences(_ ours: [String: Double], _ theirs: [String: Double]) -> [Difference]
}

/// How far two results are from each other, and how far they may be.
struct Difference: Hashable, Sendable {
  let name: String
  let amount: Double
  let bound: Double
  var unit = ""

  var isWithin: Bool { amount <= bound }
}

/// Results by name.
extension [String: Double] {
  /// A result; what is missing is not a number, and so within no bound.
  func number(_ name: String) -> Double { self[name] ?? .nan }

  /// The largest difference from other results in some of them.
  func distance(_ others: Self, in names: [String], relative: Bool = false) -> Double {
    names.map { name in
      let size = relative ? abs(others.number(name)) : 1
      return abs(number(name) - others.number(name)) / size
    }.reduce(0) { $1.isNaN ? .nan : Swift.max($0, $1) }
  }
}
