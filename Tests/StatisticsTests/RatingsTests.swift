import Reproducible
import Testing

@testable import Statistics

@Suite struct RatingsTests {
  @Test(arguments: UInt64(0)..<20)
  func `a table and its ratings one by one are the same`(seed: UInt64) {
    let table = Random.ratings(units: 12, raters: 4, missing: 0.4, seed: seed)
    let cells = table.indices.flatMap { unit in
      (0..<4).compactMap { rater in table[unit][rater].map { (unit, rater, $0) } }
    }
    var generator = SeededGenerator(seed: seed)
    let shuffled = cells.stablyShuffled(using: &generator)
    let ratings = Ratings(
      units: shuffled.map(\.0), raters: shuffled.map(\.1), values: shuffled.map(\.2),
      unitCount: 12, raterCount: 4)
    #expect(ratings == Ratings(table))
    #expect(
      ratings.completeRows
        == table.filter { $0.allSatisfy { $0 != nil } }.map { $0.compactMap { $0 } })
  }

  @Test func `an empty table and empty units have no ratings`() {
    #expect(Ratings([]).unitCount == 0 && Ratings([]).raterCount == 0)
    let ratings = Ratings([[nil, nil], [nil, 3]])
    #expect(ratings.unitCount == 2 && ratings.raterCount == 2 && ratings.values == [3])
    #expect(ratings.range(of: 0).isEmpty && ratings.completeUnits.isEmpty)
  }

  @Test func `a unit that one rater rated twice is not complete`() {
    let ratings = Ratings(
      units: [0, 0, 1, 1], raters: [1, 1, 0, 1], values: [1, 2, 3, 4], unitCount: 2, raterCount: 2)
    #expect(ratings.completeUnits == [1])
  }
}
