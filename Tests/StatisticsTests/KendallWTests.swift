import Reproducible
import Testing

@testable import Statistics

@Suite struct KendallWTests {
  static func scores(units: Int = 12, raters: Int = 4, seed: UInt64) -> [[Double?]] {
    let truth = Random.normals(units, seed: seed)
    let noise = Random.normals(units * raters, seed: seed + 1000)
    return truth.indices.map { unit in
      (0..<raters).map { truth[unit] + noise[unit * raters + $0] }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `only the order within raters counts`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scores = Self.scores(seed: seed)
    let stretched = scores.map { unit in
      unit.enumerated().map { rater, score in score.map { $0 * $0 * $0 * Double(rater + 1) + 5 } }
    }.stablyShuffled(using: &generator)
    let (one, other) = (try KendallW(of: scores), try KendallW(of: stretched))
    #expect(isClose(one.estimate, other.estimate))
    #expect(one.uncorrected == one.estimate)
  }

  @Test(arguments: UInt64(0)..<20)
  func `it holds the mean of Spearman's correlations`(seed: UInt64) throws {
    // With ties: a coarse scale.
    let ratings = Random.ratings(units: 25, raters: 3, missing: 0, seed: seed)
    let ranks = (0..<3).map { rater -> [Double] in
      let values = ratings.compactMap { $0[rater] }
      return values.map { value in
        Double(values.count { $0 < value }) + Double(values.count { $0 == value } + 1) / 2
      }
    }
    // With equal spreads the mean correlation is (mW − 1) / (m − 1); a pair has its own spreads, so
    // two raters with the same ties are compared: a rater and one of the same ranks reversed.
    let pair: [[Double?]] = ranks[0].map { [$0, -$0] }
    let reversed = try KendallW(of: pair)
    #expect(isClose(reversed.estimate, 0))
    #expect(isClose(reversed.meanSpearman, -1))
    let w = try KendallW(of: ratings)
    #expect((0...1).contains(w.estimate))
    #expect(w.estimate >= w.uncorrected)
    #expect(isClose(w.meanSpearman, (3 * w.estimate - 1) / 2))
  }

  @Test func `incomplete units are left out`() throws {
    let scores = Self.scores(seed: 2)
    let holes: [[Double?]] = [[nil, 9, 9, 9], [nil, nil, nil, nil]]
    #expect(try KendallW(of: scores) == KendallW(of: holes + scores))
  }

  @Test func `a constant rater is none that says nothing`() throws {
    let w = try KendallW(of: [[1, 2, 1], [2, 1, 1], [3, 4, 1], [4, 3, 1]])
    #expect(w.estimate < 1 && w.estimate > 0.5)
  }

  @Test func `says why there is no value`() {
    #expect(throws: NoValue.noData) { try KendallW(of: [[nil, nil]]) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try KendallW(of: [[1, 2], [nil, 2]]) }
    #expect(throws: NoValue.oneRater) { try KendallW(of: [[1], [2], [3]]) }
    #expect(throws: NoValue.noVariation) { try KendallW(of: [[1, 7], [1, 7], [1, 7]]) }
  }

  @Test func `ranking at random is told from ranking alike`() throws {
    let p = try (UInt64(0)..<200).map { seed in
      let noise = Random.normals(40, seed: seed)
      return try KendallW(of: (0..<10).map { unit in (0..<4).map { noise[4 * unit + $0] } }).pValue
    }
    #expect((4...20).contains(p.count { $0 < 0.05 }))
    #expect(try KendallW(of: Self.scores(units: 5000, raters: 10, seed: 1)).pValue < 1e-100)
  }
}
