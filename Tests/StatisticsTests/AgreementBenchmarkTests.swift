import Testing

@testable import Statistics

@Suite struct AgreementBenchmarkTests {
  @Test(arguments: AgreementBenchmark.Scale.allCases)
  func `probabilities add up to one from the best level down`(
    scale: AgreementBenchmark.Scale
  ) throws {
    for estimate in [-0.9, -0.1, 0, 0.4, 0.75, 0.99, 1] {
      for error in [0.001, 0.05, 0.4, 3] {
        let found = try #require(
          AgreementBenchmark(of: estimate, standardError: error, scale: scale))
        #expect(found.cumulativeProbabilities == found.cumulativeProbabilities.sorted())
        #expect(isClose(found.cumulativeProbabilities.last ?? 0, 1))
      }
    }
  }

  @Test(arguments: AgreementBenchmark.Scale.allCases)
  func `without doubt the level is the plain one and with doubt none above it`(
    scale: AgreementBenchmark.Scale
  ) throws {
    for estimate in stride(from: -0.97, through: 1, by: 0.1) {
      let plain = scale.level(of: estimate)
      let sure = try #require(
        AgreementBenchmark(of: estimate, standardError: 1e-4, scale: scale))
      #expect(sure.chosen == plain)
      let doubtful = try #require(
        AgreementBenchmark(of: estimate, standardError: 0.3, scale: scale))
      let levels = scale.levels
      #expect(levels.firstIndex(of: doubtful.chosen) ?? 0 >= levels.firstIndex(of: plain) ?? 9)
    }
  }

  @Test func `a value on a bound belongs to the level above it`() {
    let scale = AgreementBenchmark.Scale.landisKoch
    #expect(scale.level(of: 0.8) == "Almost Perfect")
    #expect(scale.level(of: 0.8.nextDown) == "Substantial")
    #expect(scale.level(of: 0) == "Slight")
    #expect(scale.level(of: -0.01) == "Poor")
    #expect(scale.level(of: -3) == "Poor")
  }

  @Test func `without an error there are no probabilities`() {
    #expect(AgreementBenchmark(of: 0.5, standardError: nil, scale: .altman) == nil)
    #expect(AgreementBenchmark(of: 0.5, standardError: 0, scale: .altman) == nil)
    #expect(AgreementBenchmark(of: -9, standardError: 0.01, scale: .altman) == nil)
  }
}
