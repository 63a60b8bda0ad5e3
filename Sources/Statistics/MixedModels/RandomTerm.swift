/// A random part of a model: for each level of a grouping factor an intercept, slopes, or both,
/// correlated with each other within a level and independent between levels and terms.
public struct RandomTerm: Hashable, Sendable {
  /// What the grouping factor is called.
  public let group: String
  /// The level of each row, in `0..<levelCount`.
  public let levels: [Int]
  /// How many levels there are.
  public let levelCount: Int
  /// What the coefficients of a level are called, `(Intercept)` the intercept's.
  public let names: [String]
  /// What multiplies each coefficient in each row; `nil` stands for 1, as for an intercept.
  let columns: [[Double]?]

  /// States a term.
  ///
  /// - Parameters:
  ///   - group: What the grouping factor is called.
  ///   - labels: The level of each row by any whole number; levels are numbered in the order in
  ///     which they appear.
  ///   - hasIntercept: Whether each level has an intercept.
  ///   - slopes: Name and values, one a row, of what has a slope.
  /// - Complexity: O(*n*) in the number of rows.
  public init(
    _ group: String, labels: [Int], hasIntercept: Bool = true,
    slopes: [(name: String, values: [Double])] = []
  ) {
    precondition(hasIntercept || !slopes.isEmpty, "a term has a coefficient")
    precondition(slopes.allSatisfy { $0.values.count == labels.count }, "one value a row")
    var indexOfLabel: [Int: Int] = [:]
    levels = labels.map { label in
      if let known = indexOfLabel[label] { return known }
      indexOfLabel[label] = indexOfLabel.count
      return indexOfLabel.count - 1
    }
    self.group = group
    levelCount = indexOfLabel.count
    names = (hasIntercept ? ["(Intercept)"] : []) + slopes.map(\.name)
    columns = (hasIntercept ? [nil] : []) + slopes.map(\.values)
  }

  /// How many coefficients a level has.
  var width: Int { columns.count }

  /// How many numbers describe the lower triangle of the coefficients' relative covariance factor.
  var parameterCount: Int { width * (width + 1) / 2 }
}
