/// Ratings of units by raters; what is missing takes no room.
///
/// A table of 100,000 units and 1,000 raters, of which each unit has ten, holds a million ratings
/// and not a hundred million places.
public struct Ratings: Hashable, Sendable {
  /// How many units there are, also those that nobody rated.
  public let unitCount: Int
  /// How many raters there are, also those who rated nothing.
  public let raterCount: Int
  /// Where the ratings of each unit begin in ``values``, and at last where they all end.
  public let starts: [Int]
  /// Who gave each rating, by index; within a unit ascending.
  public let raters: [Int32]
  /// The ratings, unit by unit; finite.
  public let values: [Double]

  /// Takes a table with one row a unit and one place a rater.
  ///
  /// - Parameter table: In each row one element a rater, `nil` where the rater did not rate the
  ///   unit. Rows may be of different length: a short one ends with what is missing.
  /// - Complexity: O(*n*) in the number of places.
  public init(_ table: [[Double?]]) {
    var starts = [0]
    var raters: [Int32] = []
    var values: [Double] = []
    starts.reserveCapacity(table.count + 1)
    for row in table {
      for (rater, value) in row.enumerated() {
        guard let value else { continue }
        raters.append(Int32(rater))
        values.append(value)
      }
      starts.append(values.count)
    }
    unitCount = table.count
    raterCount = table.map(\.count).max() ?? 0
    self.starts = starts
    self.raters = raters
    self.values = values
  }

  /// Takes ratings one by one, in any order.
  ///
  /// - Parameters:
  ///   - units: The unit of each rating, in `0..<unitCount`.
  ///   - raters: The rater of each, in `0..<raterCount`; one rater may rate a unit several times.
  ///   - values: The ratings.
  ///   - unitCount: How many units there are.
  ///   - raterCount: How many raters there are.
  /// - Complexity: O(*n*) in the numbers of ratings, units and raters.
  public init(units: [Int], raters: [Int], values: [Double], unitCount: Int, raterCount: Int) {
    precondition(units.count == raters.count && units.count == values.count, "one of each")
    // Sorted by counting: by rater first, then, in that order, by unit.
    let byRater = Self.order(of: raters, below: raterCount, from: Array(values.indices))
    let order = Self.order(of: units, below: unitCount, from: byRater)
    var starts = [Int](repeating: 0, count: unitCount + 1)
    for unit in units { starts[unit + 1] += 1 }
    for unit in 0..<unitCount { starts[unit + 1] += starts[unit] }
    self.unitCount = unitCount
    self.raterCount = raterCount
    self.starts = starts
    self.raters = order.map { Int32(raters[$0]) }
    self.values = order.map { values[$0] }
  }

  /// Where the ratings of a unit stand.
  ///
  /// - Complexity: O(1).
  public func range(of unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }

  /// The ratings of a unit.
  ///
  /// - Complexity: O(1).
  public func values(of unit: Int) -> ArraySlice<Double> { values[range(of: unit)] }

  /// The units that every rater rated, once each.
  public var completeUnits: [Int] {
    (0..<unitCount).filter { unit in
      let range = range(of: unit)
      return raterCount > 0 && range.count == raterCount
        && zip(range, 0...).allSatisfy { raters[$0] == Int32($1) }
    }
  }

  /// The rows of ``completeUnits``, one element a rater.
  public var completeRows: [[Double]] { completeUnits.map { Array(values(of: $0)) } }

  /// The positions of elements sorted by a label, those of one label in the order they came in.
  private static func order(of labels: [Int], below bound: Int, from positions: [Int]) -> [Int] {
    var next = [Int](repeating: 0, count: bound + 1)
    for label in labels { next[label + 1] += 1 }
    for label in 0..<bound { next[label + 1] += next[label] }
    var order = [Int](repeating: 0, count: positions.count)
    for position in positions {
      order[next[labels[position]]] = position
      next[labels[position]] += 1
    }
    return order
  }
}
