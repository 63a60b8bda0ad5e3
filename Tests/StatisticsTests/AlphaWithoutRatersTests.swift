import Testing

@testable import Statistics

@Suite struct AlphaWithoutRatersTests {
  @Test(arguments: AlphaMetric.allCases, UInt64(0)..<10)
  func `each is the alpha of the table without the rater`(
    metric: AlphaMetric, seed: UInt64
  ) throws {
    let table = Random.ratings(units: 14, raters: 4, categories: 4, missing: 0.35, seed: seed)
    let without = try AlphaWithoutRaters(of: Ratings(table), metric: metric)
    for rater in 0..<4 {
      var left = table
      for unit in left.indices { left[unit].remove(at: rater) }
      do {
        let expected = try KrippendorffAlpha(of: left, metric: metric).estimate
        #expect(without.estimates[rater].map { isClose($0, expected) } == true)
      } catch {
        #expect(without.reasons[rater] == error)
        #expect(without.estimates[rater] == nil)
      }
    }
  }

  @Test func `a rater without whom nothing is left or nothing varies has a reason`() throws {
    let two = try AlphaWithoutRaters(of: Ratings([[1, 2], [2, 2]]), metric: .nominal)
    #expect(two.estimates == [nil, nil])
    #expect(two.reasons == [.noPairableUnits, .noPairableUnits])
    let odd = try AlphaWithoutRaters(of: Ratings([[1, 1, 2], [1, 1, 3]]), metric: .interval)
    #expect(odd.reasons == [nil, nil, .noVariation])
  }

  @Test func `a rater who rated a unit twice goes with both`() throws {
    let ratings = Ratings(
      units: [0, 0, 0, 0, 1, 1, 2, 2], raters: [0, 0, 1, 2, 1, 2, 0, 1],
      values: [1, 3, 1, 2, 2, 3, 3, 3], unitCount: 3, raterCount: 3)
    let without = try AlphaWithoutRaters(of: ratings, metric: .interval)
    let left: [[Double?]] = [[1, 2], [2, 3], [3, nil]]
    #expect(
      isClose(
        try #require(without.estimates[0]),
        try KrippendorffAlpha(of: left, metric: .interval).estimate))
  }

  @Test func `a thousand raters cost about one alpha`() throws {
    var units: [Int] = []
    var raters: [Int] = []
    var values: [Double] = []
    for unit in 0..<4000 {
      for place in 0..<5 {
        units.append(unit)
        raters.append((unit * 7 + place * 131) % 1000)
        values.append(Double((unit * 31 + place * place) % 5))
      }
    }
    let ratings = Ratings(
      units: units, raters: raters, values: values, unitCount: 4000, raterCount: 1000)
    #expect(try AlphaWithoutRaters(of: ratings, metric: .ordinal).estimates.count == 1000)
  }
}
