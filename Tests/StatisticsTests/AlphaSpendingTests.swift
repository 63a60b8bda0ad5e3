import Reproducible
import Statistics
import Testing

@Suite struct AlphaSpendingTests {
  /// Looks, what they share, and the limits of |Z|.
  struct Published: Sendable {
    let fractions: [Double]
    let alpha: Double
    let limits: [Double]
  }

  /// By numerical integration of the multivariate normal distribution elsewhere; those of equal steps are
  /// the published ones: 2.963, 1.969 and 3.710, 2.511, 1.993.
  static let published = [
    Published(fractions: [0.5, 1], alpha: 0.05, limits: [2.962588, 1.968596]),
    Published(
      fractions: [1.0 / 3, 2.0 / 3, 1], alpha: 0.05, limits: [3.710303, 2.511427, 1.993047]),
    Published(fractions: [0.4, 0.8, 1], alpha: 0.05, limits: [3.356869, 2.254643, 2.025815]),
    Published(fractions: [0.5, 0.75, 1], alpha: 0.01, limits: [3.801369, 3.044483, 2.603006]),
    Published(fractions: [0.3], alpha: 0.05, limits: [3.928573]),
  ]

  @Test(arguments: published)
  func `limits are those of other programs`(published: Published) {
    let (fractions, alpha) = (published.fractions, published.alpha)
    let spending = AlphaSpending(fractions: fractions, alpha: alpha)
    for (look, limit) in zip(spending.looks, published.limits) {
      #expect(abs(look.limit - limit) < 2e-6)
      #expect(look.level < alpha)
    }
    #expect(spending.looks.map(\.fraction) == fractions)
    if fractions.last == 1 { #expect(abs((spending.looks.last?.spent ?? 0) - alpha) < 1e-12) }
  }

  @Test func `one look at the end has all of it`() {
    let look = AlphaSpending(fractions: [1], alpha: 0.05).looks[0]
    #expect(abs(look.level - 0.05) < 1e-9)
  }

  @Test func `where nothing is there, one look or another finds something in alpha of trials`() {
    var generator = SeededGenerator(seed: 12, label: "looks")
    let spending = AlphaSpending(fractions: [0.5, 0.75, 1], alpha: 0.05)
    var rejected = 0
    let trials = 20_000
    for _ in 0..<trials {
      var (sum, before) = (0.0, 0.0)
      let isFound = spending.looks.contains { look in
        sum += (look.fraction - before).squareRoot() * generator.normal()
        before = look.fraction
        return abs(sum) / look.fraction.squareRoot() > look.limit
      }
      rejected += isFound ? 1 : 0
    }
    // Four standard errors of a share of 0.05.
    #expect(abs(Double(rejected) / Double(trials) - 0.05) < 4 * 0.00155)
  }
}
