import Reproducible
import Testing

@testable import Statistics

@Suite struct BangIndexTests {
  /// The arms of a case: their name and their counts, correct first.
  static func arms(_ reference: Golden.Case) throws -> [(name: String, counts: [Int])] {
    let rows = try #require(reference.input["counts"]?.elements).map { row in
      try #require(row.elements).map { try #require($0.int) }
    }
    return [
      ("leading", [rows[0][0], rows[1][0], rows[2][0]]),
      ("neutral", [rows[1][1], rows[0][1], rows[2][1]]),
    ]
  }

  @Test(arguments: try Golden.cases("blinding_bang"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    for (name, counts) in try Self.arms(reference) {
      let arm = Golden.Case(
        id: "\(reference.id), \(name)", input: reference.input,
        expected: try #require(reference.expected[name]), tolerance: reference.tolerance)
      if let reason = arm.reason {
        let error = #expect(throws: NoValue.self) {
          try BangIndex(correct: counts[0], wrong: counts[1], doNotKnow: counts[2])
        }
        #expect(error == reason)
        continue
      }
      let index = try BangIndex(correct: counts[0], wrong: counts[1], doNotKnow: counts[2])
      arm.check("value", index.estimate)
      arm.check("se", index.standardError)
      arm.check(low: "ci_low", high: "ci_high", index.interval)
      arm.check("one_sided_low", index.oneSidedLow)
      arm.check("one_sided_high", index.oneSidedHigh)
      #expect(index.count == counts.reduce(0, +))
    }
  }

  @Test(arguments: [(12, 5, 3), (0, 9, 2), (7, 7, 0)])
  func `swapping correct and wrong turns the sign`(correct: Int, wrong: Int, none: Int) throws {
    let one = try BangIndex(correct: correct, wrong: wrong, doNotKnow: none)
    let other = try BangIndex(correct: wrong, wrong: correct, doNotKnow: none)
    #expect(one.estimate == -other.estimate)
    #expect(isClose(one.standardError, other.standardError))
    #expect(isClose(one.oneSidedLow, -other.oneSidedHigh))
  }

  @Test func `a higher level widens the interval`() throws {
    let narrow = try BangIndex(correct: 20, wrong: 11, doNotKnow: 4, level: 0.8).interval
    let wide = try BangIndex(correct: 20, wrong: 11, doNotKnow: 4, level: 0.99).interval
    #expect(wide.low < narrow.low && narrow.high < wide.high)
  }
}
