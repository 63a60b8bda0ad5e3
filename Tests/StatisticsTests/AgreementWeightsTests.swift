import Testing

@testable import Statistics

@Suite struct AgreementWeightsTests {
  @Test(arguments: AgreementWeights.allCases)
  func `weights are one on the diagonal, symmetric and at most one`(weights: AgreementWeights) {
    let matrix = weights.matrix(for: [1, 2, 3, 5, 8])
    for k in matrix.indices {
      #expect(matrix[k][k] == 1)
      for l in matrix.indices {
        #expect(isClose(matrix[k][l], matrix[l][k]))
        #expect((0...1).contains(matrix[k][l]))
      }
    }
    let smallest = matrix.joined().min() ?? .nan
    #expect(isClose(smallest, 0))
  }

  @Test func `weights are the written ones`() {
    let scale = [1.0, 2, 3, 4, 5]
    #expect(AgreementWeights.identity.matrix(for: scale)[0] == [1, 0, 0, 0, 0])
    #expect(AgreementWeights.linear.matrix(for: scale)[0] == [1, 0.75, 0.5, 0.25, 0])
    #expect(AgreementWeights.quadratic.matrix(for: scale)[0] == [1, 0.9375, 0.75, 0.4375, 0])
    #expect(
      AgreementWeights.ordinal.matrix(for: scale)[0].map { ($0 * 10).rounded() / 10 }
        == [1, 0.9, 0.7, 0.4, 0])
    #expect(AgreementWeights.radical.matrix(for: scale)[0][1] == 0.5)
    // (1/3)² over (4/6)², sin²(π/5) over sin²(2π/5), and 1 / (1 · 7) over 16 / (4 · 4).
    #expect(isClose(AgreementWeights.ratio.matrix(for: scale)[0][1], 0.75))
    #expect(isClose(AgreementWeights.circular.matrix(for: scale)[0][4], 0.618_033_988_749_894_9))
    #expect(isClose(AgreementWeights.bipolar.matrix(for: scale)[0][1], 1 - 1 / 7.0))
  }

  @Test func `one category has one weight`() {
    #expect(AgreementWeights.quadratic.matrix(for: [3]) == [[1]])
  }
}
