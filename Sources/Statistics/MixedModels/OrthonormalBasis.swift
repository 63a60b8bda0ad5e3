#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Columns of numbers as X = Q R, with orthonormal Q (modified Gram and Schmidt, twice).
struct OrthonormalBasis: Sendable {
  /// The columns of Q.
  let columns: [[Double]]
  /// R, upper triangular, with a positive diagonal.
  let r: SmallMatrix

  /// ln |R|.
  var logDeterminant: Double { columns.indices.reduce(0) { $0 + log(r[$1, $1]) } }

  /// Takes columns apart.
  ///
  /// - Throws: ``NoValue/rankDeficient`` where one is a combination of those before it.
  init(of fixed: [[Double]], rowCount: Int) throws(NoValue) {
    var columns: [[Double]] = []
    var r = SmallMatrix(rows: fixed.count, columns: fixed.count)
    for (index, column) in fixed.enumerated() {
      let size = Self.norm(column)
      var rest = column
      for _ in 0..<2 {
        for (earlier, q) in columns.enumerated() {
          let share = Self.product(q, rest)
          r[earlier, index] += share
          for row in rest.indices { rest[row] -= share * q[row] }
        }
      }
      let length = Self.norm(rest)
      guard length > 1e-10 * size, size > 0 else { throw .rankDeficient }
      r[index, index] = length
      columns.append(rest.map { $0 / length })
    }
    self.columns = columns
    self.r = r
  }

  /// The coordinates of a column in the basis, and what is left of it.
  func project(_ column: [Double]) -> (coordinates: [Double], residual: [Double]) {
    var rest = column
    var coordinates = [Double](repeating: 0, count: columns.count)
    for _ in 0..<2 {
      for (index, q) in columns.enumerated() {
        let share = Self.product(q, rest)
        coordinates[index] += share
        for row in rest.indices { rest[row] -= share * q[row] }
      }
    }
    return (coordinates, rest)
  }

  /// R⁻¹ of coordinates: what multiplies the columns themselves.
  func coefficients(_ coordinates: [Double]) -> [Double] {
    var x = coordinates
    for i in columns.indices.reversed() {
      for k in i + 1..<max(i + 1, columns.count) { x[i] -= r[i, k] * x[k] }
      x[i] /= r[i, i]
    }
    return x
  }

  /// R⁻¹ V R⁻ᵀ: the covariance of coefficients from that of coordinates.
  func covariance(_ matrix: SmallMatrix) -> SmallMatrix {
    var half = SmallMatrix(rows: matrix.rowCount, columns: matrix.columnCount)
    for column in 0..<matrix.columnCount {
      let solved = coefficients((0..<matrix.rowCount).map { matrix[$0, column] })
      for row in 0..<matrix.rowCount { half[row, column] = solved[row] }
    }
    var whole = SmallMatrix(rows: matrix.rowCount, columns: matrix.columnCount)
    for row in 0..<matrix.rowCount {
      let solved = coefficients((0..<matrix.columnCount).map { half[row, $0] })
      for column in 0..<matrix.columnCount { whole[row, column] = solved[column] }
    }
    return whole
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private static func norm(_ a: [Double]) -> Double { product(a, a).squareRoot() }
}
