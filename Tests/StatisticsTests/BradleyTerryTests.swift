import Foundation
import Reproducible
import Testing

@testable import Statistics

@Suite struct BradleyTerryTests {
  private static func wins(_ count: Int, seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { row in
      (0..<count).map { row == $0 ? 0 : 0.5 * Double(1 + generator.integer(below: 12)) }
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `every object wins as often as the abilities expect`(seed: UInt64) throws {
    let wins = Self.wins(5, seed: seed)
    let model = try BradleyTerry(wins: wins)
    for row in wins.indices {
      let expected = wins.indices.reduce(0.0) { sum, column in
        let chance = 1 / (1 + exp(model.abilities[column] - model.abilities[row]))
        return sum + (wins[row][column] + wins[column][row]) * chance
      }
      #expect(isClose(wins[row].reduce(0, +), expected, within: 1e-12))
    }
    #expect(isClose(model.centeredAbilities.reduce(0, +), 0))
    #expect(isClose(model.strengths.reduce(0, +), 5))
    #expect(model.abilities[0] == 0 && model.standardErrors[0] == 0)
  }

  @Test(arguments: UInt64(0)..<30)
  func `another order of the objects gives the same abilities in that order`(
    seed: UInt64
  ) throws {
    let wins = Self.wins(6, seed: seed)
    let one = try BradleyTerry(wins: wins)
    let other = try BradleyTerry(wins: wins.reversed().map { $0.reversed() })
    for (index, mirrored) in wins.indices.reversed().enumerated() {
      #expect(isClose(one.centeredAbilities[index], other.centeredAbilities[mirrored]))
      #expect(isClose(one.centeredStandardErrors[index], other.centeredStandardErrors[mirrored]))
    }
    #expect(isClose(one.logLikelihood, other.logLikelihood))
    #expect(isClose(one.deviance, other.deviance, within: 1e-10))
  }

  @Test(arguments: UInt64(0)..<10)
  func `four times the comparisons halve the standard errors`(seed: UInt64) throws {
    let wins = Self.wins(4, seed: seed)
    let one = try BradleyTerry(wins: wins)
    let four = try BradleyTerry(wins: wins.map { $0.map { 4 * $0 } })
    for index in wins.indices {
      #expect(isClose(one.abilities[index], four.abilities[index]))
      #expect(isClose(one.standardErrors[index], 2 * four.standardErrors[index]))
    }
  }

  @Test func `two objects are a log odds`() throws {
    let model = try BradleyTerry(wins: [[0, 30], [10, 0]])
    #expect(isClose(model.abilities[1], -log(3)))
    #expect(isClose(model.standardErrors[1], (1 / 30.0 + 1 / 10.0).squareRoot()))
    #expect(model.deviance < 1e-12)
  }

  @Test func `infinite abilities are not looked for`() {
    let alwaysWins: [[Double]] = [[0, 2, 3], [0, 0, 1], [0, 2, 0]]
    let neverWins: [[Double]] = [[0, 2, 3], [1, 0, 1], [0, 0, 0]]
    let apart: [[Double]] = [[0, 1, 0, 0], [2, 0, 0, 0], [0, 0, 0, 1], [0, 0, 3, 0]]
    let byGroup: [[Double]] = [[0, 1, 1, 0], [2, 0, 0, 1], [0, 0, 0, 1], [0, 0, 3, 0]]
    for wins in [alwaysWins, neverWins, apart, byGroup] {
      #expect(throws: NoValue.separated) { try BradleyTerry(wins: wins) }
    }
    #expect(throws: NoValue.noData) { try BradleyTerry(wins: []) }
    #expect(throws: NoValue.noData) { try BradleyTerry(wins: [[0, 0], [0, 0]]) }
    #expect(throws: NoValue.fewerThanTwoUnits) { try BradleyTerry(wins: [[0]]) }
  }

  @Test func `a circle of wins is enough, and steep abilities are found`() throws {
    let circle = try BradleyTerry(wins: [[0, 1, 0], [0, 0, 1], [1, 0, 0]])
    #expect(circle.centeredAbilities.allSatisfy { abs($0) < 1e-9 })
    let steep = try BradleyTerry(wins: [[0, 1e9, 1e9], [1e-3, 0, 1e9], [1e-3, 1e-3, 0]])
    #expect(steep.abilities[1] < -20 && steep.abilities[2] < steep.abilities[1] - 20)
  }
}
