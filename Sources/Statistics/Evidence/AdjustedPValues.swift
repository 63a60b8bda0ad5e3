/// p values of several tests, adjusted for being several.
///
/// Each is what the level would have to be for its hypothesis to be rejected by the procedure.
/// Bonferroni, Holm and Hochberg keep down the chance of any false rejection (Hochberg only where
/// the tests are independent or positively dependent); Benjamini–Hochberg and –Yekutieli the
/// expected share of false rejections among all (the latter whatever the dependence).
///
/// - SeeAlso: S. Holm (1979), "A simple sequentially rejective multiple test procedure",
///   *Scandinavian Journal of Statistics* 6(2), 65–70; Y. Hochberg (1988), "A sharper Bonferroni
///   procedure for multiple tests of significance", *Biometrika* 75(4), 800–802,
///   doi:10.1093/biomet/75.4.800; Y. Benjamini, Y. Hochberg (1995), "Controlling the false
///   discovery rate", *Journal of the Royal Statistical Society B* 57(1), 289–300,
///   doi:10.1111/j.2517-6161.1995.tb02031.x; Y. Benjamini, D. Yekutieli (2001), "The control of the
///   false discovery rate in multiple testing under dependency", *The Annals of Statistics* 29(4),
///   1165–1188, doi:10.1214/aos/1013699998.
public struct AdjustedPValues: Hashable, Sendable {
  /// n times p.
  public let bonferroni: [Double]
  /// n − i + 1 times the i-th smallest p, and never below an earlier one.
  public let holm: [Double]
  /// The same factors, and never above a later one.
  public let hochberg: [Double]
  /// n / i times the i-th smallest p, and never above a later one.
  public let benjaminiHochberg: [Double]
  /// The same times 1 + 1/2 + … + 1/n.
  public let benjaminiYekutieli: [Double]

  /// Adjusts p values.
  ///
  /// - Parameter values: One element a test, in any order, each in 0...1. All results come in that
  ///   order and are at most 1.
  /// - Throws: ``NoValue/noData`` without a test.
  /// - Complexity: O(*n* log *n*).
  public init(of values: [Double]) throws(NoValue) {
    guard !values.isEmpty else { throw .noData }
    precondition(values.allSatisfy { 0 <= $0 && $0 <= 1 }, "a p value is not in 0...1")
    let count = values.count
    let n = Double(count)
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let harmonic = (1...count).reversed().reduce(0) { $0 + 1 / Double($1) }
    func ascending(_ factor: (Double) -> Double) -> [Double] {
      var result = values
      var largest = 0.0
      for (rank, index) in order.enumerated() {
        largest = max(largest, min(1, factor(Double(rank + 1)) * values[index]))
        result[index] = largest
      }
      return result
    }
    func descending(_ factor: (Double) -> Double) -> [Double] {
      var result = values
      var smallest = 1.0
      for (rank, index) in order.enumerated().reversed() {
        smallest = min(smallest, factor(Double(rank + 1)) * values[index])
        result[index] = smallest
      }
      return result
    }
    bonferroni = values.map { min(1, n * $0) }
    holm = ascending { n - $0 + 1 }
    hochberg = descending { n - $0 + 1 }
    benjaminiHochberg = descending { n / $0 }
    benjaminiYekutieli = descending { harmonic * n / $0 }
  }
}
