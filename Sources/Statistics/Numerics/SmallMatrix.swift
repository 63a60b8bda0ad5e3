/// A dense matrix of a few rows and columns, such as those of fixed effects.
struct SmallMatrix: Hashable, Sendable {
  let rowCount: Int
  let columnCount: Int
  /// Row by row.
  var values: [Double]

  init(rows: Int, columns: Int) {
    rowCount = rows
    columnCount = columns
    values = [Double](repeating: 0, count: rows * columns)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * columnCount + column] }
    set { values[row * columnCount + column] = newValue }
  }

  /// The rows.
  var rows: [[Double]] {
    (0..<rowCount).map { row in (0..<columnCount).map { self[row, $0] } }
  }

  static func * (first: SmallMatrix, second: SmallMatrix) -> SmallMatrix {
    var product = SmallMatrix(rows: first.rowCount, columns: second.columnCount)
    for i in 0..<first.rowCount {
      for k in 0..<first.columnCount where first[i, k] != 0 {
        for j in 0..<second.columnCount { product[i, j] += first[i, k] * second[k, j] }
      }
    }
    return product
  }

  var transposed: SmallMatrix {
    var result = SmallMatrix(rows: columnCount, columns: rowCount)
    for i in 0..<rowCount { for j in 0..<columnCount { result[j, i] = self[i, j] } }
    return result
  }

  /// xᵀ M x of a square matrix.
  func quadraticForm(_ x: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<rowCount { for j in 0..<columnCount { sum += x[i] * self[i, j] * x[j] } }
    return sum
  }

  // MARK: Cholesky

  /// The lower triangle L with L Lᵀ = M, of which the lower triangle is read.
  ///
  /// - Returns: `nil` where M is not positive definite.
  var choleskyFactor: SmallMatrix? {
    var factor = SmallMatrix(rows: rowCount, columns: rowCount)
    for i in 0..<rowCount {
      for j in 0...i {
        var sum = self[i, j]
        for k in 0..<j { sum -= factor[i, k] * factor[j, k] }
        if i == j {
          guard sum > 0, sum.isFinite else { return nil }
          factor[i, i] = sum.squareRoot()
        } else {
          factor[i, j] = sum / factor[j, j]
        }
      }
    }
    return factor
  }

  /// L⁻¹ b of a lower triangle.
  func solvingLower(_ b: [Double]) -> [Double] {
    var x = b
    for i in 0..<rowCount {
      for k in 0..<i { x[i] -= self[i, k] * x[k] }
      x[i] /= self[i, i]
    }
    return x
  }

  /// L⁻ᵀ b of a lower triangle L.
  func solvingTransposedLower(_ b: [Double]) -> [Double] {
    var x = b
    for i in (0..<rowCount).reversed() {
      for k in i + 1..<max(i + 1, rowCount) { x[i] -= self[k, i] * x[k] }
      x[i] /= self[i, i]
    }
    return x
  }

  /// (L Lᵀ)⁻¹ of a lower triangle L.
  var inverseFromCholeskyFactor: SmallMatrix {
    var inverse = SmallMatrix(rows: rowCount, columns: rowCount)
    for column in 0..<rowCount {
      var unit = [Double](repeating: 0, count: rowCount)
      unit[column] = 1
      let solution = solvingTransposedLower(solvingLower(unit))
      for row in 0..<rowCount { inverse[row, column] = solution[row] }
    }
    return inverse
  }

  // MARK: Eigenvalues

  /// The eigenvalues of a symmetric matrix with their vectors as columns (Jacobi's method).
  var symmetricEigen: (values: [Double], vectors: SmallMatrix) {
    var matrix = self
    var vectors = SmallMatrix(rows: rowCount, columns: rowCount)
    for i in 0..<rowCount { vectors[i, i] = 1 }
    for _ in 0..<100 {
      var off = 0.0
      for i in 0..<rowCount { for j in 0..<i { off += matrix[i, j] * matrix[i, j] } }
      let diagonal = (0..<rowCount).reduce(0) { $0 + matrix[$1, $1] * matrix[$1, $1] }
      if off <= 1e-32 * diagonal { break }
      for p in 0..<rowCount {
        for q in p + 1..<max(p + 1, rowCount) where matrix[p, q] != 0 {
          let theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q])
          let t =
            (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<rowCount {
            let (a, b) = (matrix[k, p], matrix[k, q])
            matrix[k, p] = c * a - s * b
            matrix[k, q] = s * a + c * b
          }
          for k in 0..<rowCount {
            let (a, b) = (matrix[p, k], matrix[q, k])
            matrix[p, k] = c * a - s * b
            matrix[q, k] = s * a + c * b
          }
          for k in 0..<rowCount {
            let (a, b) = (vectors[k, p], vectors[k, q])
            vectors[k, p] = c * a - s * b
            vectors[k, q] = s * a + c * b
          }
        }
      }
    }
    return ((0..<rowCount).map { matrix[$0, $0] }, vectors)
  }
}
