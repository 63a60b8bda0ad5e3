/// How many units a design needs: the solution of an equation, and the whole number above it.
public struct SampleSize: Hashable, Sendable {
  /// The number at which the design does exactly what is asked of it.
  public let exact: Double
  /// The smallest whole number that is no less; the largest that can be written where that is more.
  public let count: Int

  /// - Parameter exact: At or above zero.
  init(_ exact: Double) {
    self.exact = exact
    // What is above a whole number by a rounding of the solution is that number.
    count = exact < 0x1p62 ? Int((exact - 1e-10 * max(1, exact)).rounded(.up)) : Int.max
  }
}
