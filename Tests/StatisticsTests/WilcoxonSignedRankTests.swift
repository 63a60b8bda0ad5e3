import Reproducible
import Testing

@testable import Statistics

@Suite struct WilcoxonSignedRankTests {
  /// Differences of ratings: ties, and zeros.
  private static func ratings(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in 0.5 * Double(generator.integer(below: 9)) - 1.5 }
  }

  @Test(arguments: UInt64(0)..<40)
  func `the exact p are those of all arrangements of signs`(seed: UInt64) throws {
    let differences = Self.ratings(10, seed: seed) + [1]
    let test = try WilcoxonSignedRank(of: differences)
    let ranks = SignedRanks(of: differences)
    let observed = ranks.sum(of: ranks.doubled).doubledSum
    let total = ranks.doubled.reduce(0, +)
    var (greater, far) = (0, 0)
    for signs in 0..<(1 << ranks.doubled.count) {
      let sum = ranks.doubled.indices.reduce(0) { $0 + (signs >> $1 & 1) * ranks.doubled[$1] }
      if sum >= observed { greater += 1 }
      if abs(2 * sum - total) >= abs(2 * observed - total) { far += 1 }
    }
    let all = Double(1 << ranks.doubled.count)
    let exact = try #require(test.exact)
    #expect(isClose(exact.pGreater, Double(greater) / all))
    #expect(isClose(exact.pTwoSided, Double(far) / all))
  }

  @Test(arguments: UInt64(0)..<40)
  func `signs turned, order and scale change only the signs`(seed: UInt64) throws {
    let differences = Self.ratings(25, seed: seed) + [1]
    let one = try WilcoxonSignedRank(of: differences)
    let turned = try WilcoxonSignedRank(of: differences.map { -3 * $0 }.reversed())
    #expect(isClose(one.rankBiserial, -turned.rankBiserial))
    #expect(isClose(-3 * one.hodgesLehmann, turned.hodgesLehmann))
    #expect(isClose(one.pNormalCorrected, turned.pNormalCorrected))
    #expect(one.exact?.pTwoSided == turned.exact?.pTwoSided)
    #expect(isClose(one.pratt?.z ?? 0, -(turned.pratt?.z ?? 0)))
    #expect(one.zeros == turned.zeros)
  }

  @Test(arguments: UInt64(0)..<20)
  func `without ties the exact p are those of the signed-rank distribution`(seed: UInt64) throws {
    let differences = Random.normals(15, mean: 0.4, seed: seed)
    let test = try WilcoxonSignedRank(of: differences)
    let upper = 1 - Distributions.signedRankCDF(Int(test.statistic) - 1, count: 15)
    #expect(isClose(try #require(test.exact).pGreater, upper))
    #expect(test.pratt == nil && test.zeros == 0)
  }

  @Test func `what subtracting decimals leaves neither parts ties nor makes a difference`() throws {
    // 0.3 − 0.1 and 0.4 − 0.2 differ in the last digit.
    let subtracted = [0.3 - 0.1, 0.2 - 0.4, 0.5 - 0.3, 0.8 - 0.7, 0.1 + 0.2 - 0.3]
    let exact = try WilcoxonSignedRank(of: [0.2, -0.2, 0.2, 0.1, 0])
    let test = try WilcoxonSignedRank(of: subtracted)
    #expect(test.statistic == exact.statistic && test.zeros == 1)
    #expect(test.exact == exact.exact)
  }

  @Test func `many differences have no exact p, and the others all the same`() throws {
    let test = try WilcoxonSignedRank(of: Random.normals(2_000, mean: 0.05, seed: 1))
    #expect(test.exact == nil)
    #expect(0 < test.pNormal && test.pNormal <= test.pNormalCorrected)
    let some = try WilcoxonSignedRank(of: Random.normals(300, mean: 0.1, seed: 1))
    let exact = try #require(some.exact)
    #expect(isClose(exact.pTwoSided, some.pNormalCorrected, within: 0.002))
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noData) { try WilcoxonSignedRank(of: []) }
    #expect(throws: NoValue.allDifferencesZero) { try WilcoxonSignedRank(of: [0, 0]) }
  }

  @Test(arguments: UInt64(0)..<40)
  func `the median of the means of pairs is found without writing them down`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + generator.integer(below: 14)
    let values =
      seed % 2 == 0 ? Random.normals(count, seed: seed) : Self.ratings(count, seed: seed)
    var averages: [Double] = []
    for first in values.indices {
      for second in first..<count { averages.append((values[first] + values[second]) / 2) }
    }
    averages.sort()
    let middle = averages.count / 2
    let median =
      averages.count % 2 == 1
      ? averages[middle] : (averages[middle - 1] + averages[middle]) / 2
    #expect(isClose(WalshAverages(of: values).median, median, within: 1e-15))
  }

  @Test func `the median of five thousand million means is found too`() {
    let values = (0..<100_000).map { Double($0 * 37 % 100_000) }
    #expect(isClose(WalshAverages(of: values).median, 49_999.5))
    #expect(WalshAverages(of: [-3]).median == -3)
    #expect(WalshAverages(of: [0, 0, -0.0]).median == 0)
    #expect(WalshAverages(of: [-1e308, 1e308]).median == 0)
  }
}
