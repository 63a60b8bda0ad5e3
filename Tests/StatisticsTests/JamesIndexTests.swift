import Reproducible
import Testing

@testable import Statistics

@Suite struct JamesIndexTests {
  private static func arm(_ generator: inout SeededGenerator) -> JamesIndex.Arm {
    JamesIndex.Arm(
      correct: 1 + generator.integer(below: 40), wrong: 1 + generator.integer(below: 40),
      doNotKnow: generator.integer(below: 40))
  }

  @Test(arguments: UInt64(0)..<50)
  func `which condition comes first changes nothing`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (first, second) = (Self.arm(&generator), Self.arm(&generator))
    let one = try JamesIndex(first, second)
    let other = try JamesIndex(second, first)
    #expect(isClose(one.estimate, other.estimate))
    #expect(isClose(one.standardError, other.standardError))
  }

  @Test(arguments: UInt64(0)..<50)
  func `four times the answers halve the standard error`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (first, second) = (Self.arm(&generator), Self.arm(&generator))
    func times(_ arm: JamesIndex.Arm, _ factor: Int) -> JamesIndex.Arm {
      JamesIndex.Arm(
        correct: factor * arm.correct, wrong: factor * arm.wrong,
        doNotKnow: factor * arm.doNotKnow)
    }
    let one = try JamesIndex(first, second)
    let four = try JamesIndex(times(first, 4), times(second, 4))
    #expect(isClose(one.estimate, four.estimate))
    #expect(isClose(one.standardError, 2 * four.standardError))
  }

  @Test(arguments: [0, 7, 100])
  func `guesses at random leave half of what was ventured`(doNotKnow: Int) throws {
    let arm = JamesIndex.Arm(correct: 20, wrong: 20, doNotKnow: doNotKnow)
    let index = try JamesIndex(arm, arm)
    #expect(isClose(index.estimate, 0.5 * (1 + index.doNotKnowShare)))
  }

  @Test func `a right guess more unblinds, a wrong one blinds`() throws {
    let arm = JamesIndex.Arm(correct: 20, wrong: 12, doNotKnow: 9)
    let same = try JamesIndex(arm, arm).estimate
    let right = JamesIndex.Arm(correct: 21, wrong: 12, doNotKnow: 9)
    let wrong = JamesIndex.Arm(correct: 20, wrong: 13, doNotKnow: 9)
    #expect(try JamesIndex(right, arm).estimate < same)
    #expect(try JamesIndex(wrong, arm).estimate > same)
  }

  @Test func `says why there is no value`() {
    let none = JamesIndex.Arm(correct: 0, wrong: 0, doNotKnow: 0)
    let some = JamesIndex.Arm(correct: 3, wrong: 2, doNotKnow: 1)
    let right = JamesIndex.Arm(correct: 3, wrong: 0, doNotKnow: 0)
    let silent = JamesIndex.Arm(correct: 0, wrong: 0, doNotKnow: 5)
    #expect(throws: NoValue.noData) { try JamesIndex(none, none) }
    #expect(throws: NoValue.emptyArm) { try JamesIndex(some, none) }
    #expect(throws: NoValue.undefinedChanceTerm) { try JamesIndex(right, silent) }
  }

  @Test func `stands counts as large as they come`() throws {
    let most = Int(Int32.max)
    let arm = JamesIndex.Arm(correct: most, wrong: most, doNotKnow: most)
    #expect(isClose(try JamesIndex(arm, arm).estimate, 2 / 3.0))
  }
}
