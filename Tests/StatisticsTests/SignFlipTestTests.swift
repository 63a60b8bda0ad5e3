import Reproducible
import Testing

@testable import Statistics

@Suite struct SignFlipTestTests {
  static let generator = SeededGenerator(seed: 1, label: "signs")

  @Test(arguments: try Golden.cases("sign_flip"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let test = try SignFlipTest(of: try reference.differences(), generator: Self.generator)
    reference.check("mean", test.mean)
    reference.checkProbability("p_two_sided", test.pTwoSided)
    reference.checkProbability("p_greater", test.pGreater)
    reference.checkProbability("p_less", test.pLess)
    reference.check("arrangements", test.arrangements)
    #expect(test.isExact == (reference.expected["method"] == "exact"))
  }

  @Test func `no difference, no test`() {
    #expect(throws: NoValue.noData) { try SignFlipTest(of: [], generator: Self.generator) }
  }

  @Test(arguments: UInt64(0)..<30)
  func `counting on a grid and enumerating agree`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let steps = (0..<13).map { _ in generator.integer(below: 9) - 3 }
    let grid = SignFlipShares.onGrid(steps)
    let all = SignFlipShares.enumerating(steps.map { Double($0) / 3 })
    #expect(isClose(grid.asFar, all.asFar, within: 1e-14))
    #expect(isClose(grid.atLeast, all.atLeast, within: 1e-14))
    #expect(isClose(grid.atMost, all.atMost, within: 1e-14))
  }

  @Test(arguments: UInt64(0)..<10)
  func `drawn arrangements come near all of them`(seed: UInt64) {
    let differences = Random.normals(16, mean: 0.4, seed: seed)
    let all = SignFlipShares.enumerating(differences)
    let drawn = SignFlipShares.drawing(
      differences, resamples: 4000, generator: SeededGenerator(seed: seed))
    #expect(drawn.drawn == 4000)
    // Five standard errors of a share of 4000.
    #expect(abs(drawn.asFar - all.asFar) < 5 * (0.25 / 4000).squareRoot())
    #expect(abs(drawn.atLeast - all.atLeast) < 5 * (0.25 / 4000).squareRoot())
    #expect(abs(drawn.atMost - all.atMost) < 5 * (0.25 / 4000).squareRoot())
  }

  @Test func `differences off any grid are drawn when there are many`() throws {
    let differences = Random.normals(30, mean: 3, seed: 5)
    let test = try SignFlipTest(of: differences, resamples: 999, generator: Self.generator)
    #expect(!test.isExact && test.arrangements == 999)
    // No drawn arrangement reaches an effect of three standard deviations: the observed one does.
    #expect(test.pTwoSided == 1 / 1000.0 && test.pGreater == 1 / 1000.0 && test.pLess == 1)
    let again = try SignFlipTest(of: differences, resamples: 999, generator: Self.generator)
    #expect(test == again)
  }

  @Test func `means of three ratings lie on a grid of thirds`() throws {
    let thirds = (0..<40).map { Double(($0 * 7) % 11 - 4) / 3 }
    let steps = try #require(SignFlipGrid.steps(of: thirds))
    #expect(steps == (0..<40).map { ($0 * 7) % 11 - 4 })
    #expect(try SignFlipTest(of: thirds, generator: Self.generator).isExact)
    #expect(SignFlipGrid.steps(of: [0.5, 1.5, -2]) == [1, 3, -4])
    #expect(SignFlipGrid.steps(of: [20, -40]) == [1, -2])
    #expect(SignFlipGrid.steps(of: Random.normals(4, seed: 1)) == nil)
  }

  @Test(arguments: UInt64(0)..<30)
  func `turning all signs swaps the two sides`(seed: UInt64) throws {
    let differences = Random.normals(11, mean: 0.5, seed: seed)
    let one = try SignFlipTest(of: differences, generator: Self.generator)
    let other = try SignFlipTest(
      of: differences.reversed().map { -$0 }, generator: Self.generator)
    #expect(one.pGreater == other.pLess && one.pLess == other.pGreater)
    #expect(one.pTwoSided == other.pTwoSided)
  }
}
