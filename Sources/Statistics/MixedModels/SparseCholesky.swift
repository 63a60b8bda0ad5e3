#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The Cholesky factor of a symmetric matrix that is sparse but for a dense block at its end.
///
/// Row by row (up-looking): a row's entries in sparse columns follow the elimination tree, what
/// they leave in the dense block is a row of an ordinary dense factor.
///
/// - SeeAlso: T. A. Davis (2006), *Direct Methods for Sparse Linear Systems*, ch. 4.
struct SparseCholesky: Sendable {
  let count: Int
  private let sparseCount: Int
  /// For each row the sparse columns in which the factor has an entry, ascending.
  private let patternStarts: [Int]
  private let pattern: [Int32]
  /// For each sparse column its rows below the diagonal, ascending.
  private let columnStarts: [Int]
  private let rows: [Int32]
  /// Where in the columns the entries of each row's pattern lie.
  private let placeOfPattern: [Int32]

  private var denseCount: Int { count - sparseCount }

  /// The numbers of one factor.
  struct Factor: Sendable {
    fileprivate var diagonal: [Double]
    fileprivate var values: [Double]
    fileprivate var dense: [Double]
    /// ln of the determinant of the matrix.
    fileprivate(set) var logDeterminant = 0.0
  }

  /// Analyses a pattern.
  ///
  /// - Parameters:
  ///   - count: How many rows the matrix has.
  ///   - sparseCount: How many rows come before the dense block.
  ///   - rowStarts: Where the entries of each row of the lower triangle begin.
  ///   - columns: Their columns, the diagonal's among them.
  init(count: Int, sparseCount: Int, rowStarts: [Int], columns: [Int32]) {
    var parent = [Int](repeating: -1, count: count)
    var mark = [Int](repeating: -1, count: count)
    var patternStarts = [0]
    var pattern: [Int32] = []
    var sizes = [Int](repeating: 0, count: sparseCount + 1)
    var places: [Int32] = []
    var reached: [Int] = []
    for row in 0..<count {
      mark[row] = row
      reached.removeAll(keepingCapacity: true)
      for place in rowStarts[row]..<rowStarts[row + 1] {
        var column = Int(columns[place])
        while column < sparseCount, column < row, mark[column] != row {
          mark[column] = row
          reached.append(column)
          if parent[column] < 0 { parent[column] = row }
          column = parent[column]
        }
      }
      reached.sort()
      for column in reached {
        pattern.append(Int32(column))
        places.append(Int32(sizes[column]))
        sizes[column] += 1
      }
      patternStarts.append(pattern.count)
    }
    var columnStarts = [0]
    for column in 0..<sparseCount { columnStarts.append(columnStarts[column] + sizes[column]) }
    var rows = [Int32](repeating: 0, count: columnStarts[sparseCount])
    for row in 0..<count {
      for place in patternStarts[row]..<patternStarts[row + 1] {
        let target = columnStarts[Int(pattern[place])] + Int(places[place])
        rows[target] = Int32(row)
        places[place] = Int32(target)
      }
    }
    self.count = count
    self.sparseCount = sparseCount
    self.patternStarts = patternStarts
    self.pattern = pattern
    self.columnStarts = columnStarts
    self.rows = rows
    placeOfPattern = places
  }

  /// Factors a matrix of the analysed pattern.
  ///
  /// - Returns: `nil` where it is not positive definite.
  /// - Complexity: The sum of the squares of the columns' lengths, and a third of the cube of the
  ///   dense block's.
  func factor(rowStarts: [Int], columns: [Int32], values entries: [Double]) -> Factor? {
    var factor = Factor(
      diagonal: [Double](repeating: 0, count: count),
      values: [Double](repeating: 0, count: rows.count),
      dense: [Double](repeating: 0, count: denseCount * denseCount))
    var logDeterminant = 0.0
    var work = [Double](repeating: 0, count: count)
    let isDefinite = work.withUnsafeMutableBufferPointer { work -> Bool in
      factor.diagonal.withUnsafeMutableBufferPointer { diagonal in
        factor.values.withUnsafeMutableBufferPointer { values in
          factor.dense.withUnsafeMutableBufferPointer { dense in
            rows.withUnsafeBufferPointer { rows in
              for row in 0..<count {
                var pivot = 0.0
                for place in rowStarts[row]..<rowStarts[row + 1] {
                  let column = Int(columns[place])
                  if column == row {
                    pivot += entries[place]
                  } else {
                    work[column] += entries[place]
                  }
                }
                for place in patternStarts[row]..<patternStarts[row + 1] {
                  let column = Int(pattern[place])
                  let target = Int(placeOfPattern[place])
                  let entry = work[column] / diagonal[column]
                  work[column] = 0
                  for below in columnStarts[column]..<target {
                    work[Int(rows[below])] -= values[below] * entry
                  }
                  values[target] = entry
                  pivot -= entry * entry
                }
                if row >= sparseCount {
                  pivot -= denseRow(row - sparseCount, work, dense, diagonal)
                }
                guard pivot > 0, pivot.isFinite else { return false }
                diagonal[row] = pivot.squareRoot()
                logDeterminant += log(pivot)
              }
              return true
            }
          }
        }
      }
    }
    factor.logDeterminant = logDeterminant
    return isDefinite ? factor : nil
  }

  /// Solves a row of the dense block, whose Schur complement lies in `work`.
  ///
  /// - Returns: The sum of the row's squares.
  private func denseRow(
    _ row: Int, _ work: UnsafeMutableBufferPointer<Double>,
    _ dense: UnsafeMutableBufferPointer<Double>, _ diagonal: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    var squares = 0.0
    let start = row * denseCount
    for column in 0..<row {
      let sum = Self.dot(dense, start, column * denseCount, column)
      let entry = (work[sparseCount + column] - sum) / diagonal[sparseCount + column]
      work[sparseCount + column] = 0
      dense[start + column] = entry
      squares += entry * entry
    }
    return squares
  }

  private static func dot(
    _ values: UnsafeMutableBufferPointer<Double>, _ first: Int, _ second: Int, _ count: Int
  ) -> Double {
    guard let base = values.baseAddress, count > 0 else { return 0 }
    let (a, b) = (base + first, base + second)
    var sums = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
      let x = UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Double>.self)
      let y = UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Double>.self)
      sums += x * y
      index += 8
    }
    var sum = sums.sum()
    while index < count {
      sum += a[index] * b[index]
      index += 1
    }
    return sum
  }

  /// L⁻¹ b in place.
  func solveLower(_ factor: Factor, _ b: inout [Double]) {
    b.withUnsafeMutableBufferPointer { b in
      for column in 0..<sparseCount {
        let value = b[column] / factor.diagonal[column]
        b[column] = value
        guard value != 0 else { continue }
        for place in columnStarts[column]..<columnStarts[column + 1] {
          b[Int(rows[place])] -= factor.values[place] * value
        }
      }
      for row in 0..<denseCount {
        var sum = b[sparseCount + row]
        for column in 0..<row {
          sum -= factor.dense[row * denseCount + column] * b[sparseCount + column]
        }
        b[sparseCount + row] = sum / factor.diagonal[sparseCount + row]
      }
    }
  }

  /// L⁻ᵀ b in place.
  func solveTransposedLower(_ factor: Factor, _ b: inout [Double]) {
    b.withUnsafeMutableBufferPointer { b in
      for row in (0..<denseCount).reversed() {
        let value = b[sparseCount + row] / factor.diagonal[sparseCount + row]
        b[sparseCount + row] = value
        for column in 0..<row {
          b[sparseCount + column] -= factor.dense[row * denseCount + column] * value
        }
      }
      for column in (0..<sparseCount).reversed() {
        var sum = b[column]
        for place in columnStarts[column]..<columnStarts[column + 1] {
          sum -= factor.values[place] * b[Int(rows[place])]
        }
        b[column] = sum / factor.diagonal[column]
      }
    }
  }

  /// The diagonal of the matrix's inverse.
  ///
  /// From the last column to the first (Takahashi's equations): an entry of the inverse on the
  /// factor's pattern needs those of later columns alone.
  ///
  /// - Complexity: About twice that of ``factor(rowStarts:columns:values:)``.
  /// - SeeAlso: K. Takahashi, J. Fagan, M.-S. Chin (1973), "Formation of a sparse bus impedance
  ///   matrix and its application to short circuit study", *Proceedings of the 8th PICA Conference*.
  func inverseDiagonal(_ factor: Factor) -> [Double] {
    var diagonal = [Double](repeating: 0, count: count)
    let dense = denseInverse(factor)
    for row in 0..<denseCount { diagonal[sparseCount + row] = dense[row * denseCount + row] }
    // The inverse below the diagonal of sparse columns, beside the factor's entries.
    var entries = [Double](repeating: 0, count: rows.count)
    diagonal.withUnsafeMutableBufferPointer { diagonal in
      entries.withUnsafeMutableBufferPointer { entries in
        factor.values.withUnsafeBufferPointer { values in
          dense.withUnsafeBufferPointer { dense in
            rows.withUnsafeBufferPointer { rows in
              for column in (0..<sparseCount).reversed() {
                let range = columnStarts[column]..<columnStarts[column + 1]
                let pivot = 1 / factor.diagonal[column]
                var sum = pivot * pivot
                for target in range {
                  let row = Int(rows[target])
                  var entry = 0.0
                  for place in range where values[place] != 0 {
                    let other = Int(rows[place])
                    let (low, high) = (min(row, other), max(row, other))
                    let inverse =
                      low == high
                      ? diagonal[low]
                      : low >= sparseCount
                        ? dense[(high - sparseCount) * denseCount + low - sparseCount]
                        : entries[self.place(of: high, in: low, rows)]
                    entry -= inverse * values[place] * pivot
                  }
                  entries[target] = entry
                  sum -= entry * values[target] * pivot
                }
                diagonal[column] = sum
              }
            }
          }
        }
      }
    }
    return diagonal
  }

  /// Where a sparse column has its entry of a row.
  private func place(of row: Int, in column: Int, _ rows: UnsafeBufferPointer<Int32>) -> Int {
    var (low, high) = (columnStarts[column], columnStarts[column + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The inverse of the Schur complement, whose factor the dense block is.
  private func denseInverse(_ factor: Factor) -> [Double] {
    let n = denseCount
    // L⁻¹ row by row, then L⁻ᵀ L⁻¹.
    var lower = [Double](repeating: 0, count: n * n)
    lower.withUnsafeMutableBufferPointer { lower in
      factor.dense.withUnsafeBufferPointer { dense in
        for row in 0..<n {
          let pivot = 1 / factor.diagonal[sparseCount + row]
          for earlier in 0..<row {
            let share = dense[row * n + earlier] * pivot
            guard share != 0 else { continue }
            for column in 0...earlier {
              lower[row * n + column] -= share * lower[earlier * n + column]
            }
          }
          lower[row * n + row] = pivot
        }
      }
    }
    var inverse = [Double](repeating: 0, count: n * n)
    inverse.withUnsafeMutableBufferPointer { inverse in
      lower.withUnsafeBufferPointer { lower in
        for k in 0..<n {
          for row in 0...k where lower[k * n + row] != 0 {
            let share = lower[k * n + row]
            for column in 0...row { inverse[row * n + column] += share * lower[k * n + column] }
          }
        }
      }
    }
    for row in 0..<n {
      for column in 0..<row { inverse[column * n + row] = inverse[row * n + column] }
    }
    return inverse
  }
}
