/// The cross-products of a mixed model's data, laid out for the factorisation.
///
/// S(θ) = Λᵀ ZᵀZ Λ + I, with one column a coefficient of a level; columns lie in elimination order,
/// those of a level side by side. ZᵀZ is kept in blocks of level by level, so that another θ costs
/// one small product a block, however many rows there are.
struct MixedModelSystem: Sendable {
  let terms: [RandomTerm]
  /// How many rows the data have.
  let rowCount: Int
  /// An orthonormal basis Q of the fixed effects, and R with X = Q R.
  let basis: OrthonormalBasis
  /// The least-squares residual of y: Q knows the rest.
  let residualSquares: Double
  /// Qᵀy.
  let projection: [Double]
  /// Where each level's columns begin, term by term and level by level.
  let columnOfLevel: [[Int]]
  let columnCount: Int
  let cholesky: SparseCholesky

  private let blocks: [Block]
  private let products: [Double]
  private let places: [Int32]
  private let rowStarts: [Int]
  private let columns: [Int32]
  private let diagonalPlaces: [Int32]
  /// Zᵀ of each column of Q and, at last, of the residual.
  private let crossed: [[Double]]

  /// A block of ZᵀZ: its terms, and where its products and their places in S begin.
  private struct Block: Sendable {
    let rowTerm: Int32
    let columnTerm: Int32
    let start: Int
  }

  /// Gathers the data.
  ///
  /// - Throws: ``NoValue`` where the fixed effects cannot be told apart.
  init(
    response: [Double], fixed: [[Double]], terms: [RandomTerm]
  ) throws(NoValue) {
    let basis = try OrthonormalBasis(of: fixed, rowCount: response.count)
    let (projection, residual) = basis.project(response)
    let layout = LevelLayout(terms: terms, rowCount: response.count)
    var builder = BlockBuilder(terms: terms, layout: layout)
    for row in response.indices { builder.add(row) }
    self.terms = terms
    rowCount = response.count
    self.basis = basis
    self.projection = projection
    residualSquares = residual.reduce(0) { $0 + $1 * $1 }
    columnOfLevel = layout.columnOfLevel
    columnCount = layout.columnCount
    crossed = (basis.columns + [residual]).map { layout.crossProduct(terms, $0) }

    // Blocks by the place of their row and column, then the entries of S row by row.
    let sorted = builder.blocks.sorted {
      ($0.rowColumn, $0.columnColumn) < ($1.rowColumn, $1.columnColumn)
    }
    var blocks: [Block] = []
    var products: [Double] = []
    var entries: [[(column: Int, product: Int)]] = Array(repeating: [], count: layout.columnCount)
    for block in sorted {
      let (height, width) = (terms[block.rowTerm].width, terms[block.columnTerm].width)
      blocks.append(
        Block(
          rowTerm: Int32(block.rowTerm), columnTerm: Int32(block.columnTerm),
          start: products.count))
      for i in 0..<height {
        for j in 0..<width where block.columnColumn + j <= block.rowColumn + i {
          entries[block.rowColumn + i].append(
            (block.columnColumn + j, products.count + i * width + j))
        }
      }
      products += builder.products[block.start..<block.start + height * width]
    }
    var places = [Int32](repeating: -1, count: products.count)
    var rowStarts = [0]
    var columns: [Int32] = []
    var diagonalPlaces = [Int32](repeating: 0, count: layout.columnCount)
    for row in 0..<layout.columnCount {
      for (column, product) in entries[row] {
        if column == row { diagonalPlaces[row] = Int32(columns.count) }
        places[product] = Int32(columns.count)
        columns.append(Int32(column))
      }
      rowStarts.append(columns.count)
    }
    self.blocks = blocks
    self.products = products
    self.places = places
    self.rowStarts = rowStarts
    self.columns = columns
    self.diagonalPlaces = diagonalPlaces
    cholesky = SparseCholesky(
      count: layout.columnCount, sparseCount: layout.sparseColumnCount, rowStarts: rowStarts,
      columns: columns)
  }

  /// The factor of S at relative covariance factors Λ, one a term.
  func factor(_ lambdas: [SmallMatrix]) -> SparseCholesky.Factor? {
    var values = [Double](repeating: 0, count: columns.count)
    for place in diagonalPlaces { values[Int(place)] = 1 }
    for block in blocks {
      let (left, right) = (lambdas[Int(block.rowTerm)], lambdas[Int(block.columnTerm)])
      if left.rowCount == 1, right.rowCount == 1 {
        values[Int(places[block.start])] += left.values[0] * products[block.start] * right.values[0]
        continue
      }
      let (height, width) = (left.rowCount, right.rowCount)
      for i in 0..<height {
        for j in 0..<width {
          let place = places[block.start + i * width + j]
          guard place >= 0 else { continue }
          var sum = 0.0
          for k in i..<height {
            for l in j..<width {
              sum += left[k, i] * products[block.start + k * width + l] * right[l, j]
            }
          }
          values[Int(place)] += sum
        }
      }
    }
    return cholesky.factor(rowStarts: rowStarts, columns: columns, values: values)
  }

  /// L⁻¹ Λᵀ Zᵀ of each column of Q and, at last, of the residual.
  func reduced(_ factor: SparseCholesky.Factor, _ lambdas: [SmallMatrix]) -> [[Double]] {
    crossed.map { column in
      var scaled = column
      forEachLevel { term, start in
        let lambda = lambdas[term]
        for i in 0..<lambda.rowCount {
          scaled[start + i] = (i..<lambda.rowCount).reduce(0) {
            $0 + lambda[$1, i] * column[start + $1]
          }
        }
      }
      cholesky.solveLower(factor, &scaled)
      return scaled
    }
  }

  /// Λ u, the coefficients of all levels, from what has unit variance.
  func coefficients(_ u: [Double], _ lambdas: [SmallMatrix]) -> [Double] {
    var b = u
    forEachLevel { term, start in
      let lambda = lambdas[term]
      for i in 0..<lambda.rowCount {
        b[start + i] = (0...i).reduce(0) { $0 + lambda[i, $1] * u[start + $1] }
      }
    }
    return b
  }

  private func forEachLevel(_ body: (_ term: Int, _ start: Int) -> Void) {
    for (term, starts) in columnOfLevel.enumerated() { for start in starts { body(term, start) } }
  }
}

/// Where the coefficients of each level lie.
private struct LevelLayout {
  let columnOfLevel: [[Int]]
  let columnCount: Int
  let sparseColumnCount: Int

  init(terms: [RandomTerm], rowCount: Int) {
    let largest =
      terms.indices.max { terms[$0].levelCount < terms[$1].levelCount } ?? 0
    var starts = [0]
    for term in terms { starts.append(starts[starts.count - 1] + term.levelCount) }
    var neighbours: [Set<Int>] = Array(
      repeating: [], count: terms.isEmpty ? 0 : terms[largest].levelCount)
    var links: Set<[Int]> = []
    for row in 0..<rowCount {
      let nodes = terms.indices.map { starts[$0] + terms[$0].levels[row] }
      for a in terms.indices where a != largest {
        neighbours[terms[largest].levels[row]].insert(nodes[a])
        for b in terms.indices where b != largest && b < a { links.insert([nodes[b], nodes[a]]) }
      }
    }
    let order = EliminationOrder(
      sizes: terms.map(\.levelCount), largest: largest, neighbours: neighbours.map { $0.sorted() },
      links: links.map { ($0[0], $0[1]) })
    var columnOfLevel = terms.map { [Int](repeating: 0, count: $0.levelCount) }
    var column = 0
    var sparseColumns = 0
    for (place, node) in order.nodes.enumerated() {
      let term = terms.indices.last { starts[$0] <= node } ?? 0
      columnOfLevel[term][node - starts[term]] = column
      column += terms[term].width
      if place < order.sparseCount { sparseColumns = column }
    }
    self.columnOfLevel = columnOfLevel
    columnCount = column
    sparseColumnCount = sparseColumns
  }

  /// Zᵀ of a column of numbers, one a row.
  func crossProduct(_ terms: [RandomTerm], _ values: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: columnCount)
    for (term, starts) in zip(terms, columnOfLevel) {
      for (index, column) in term.columns.enumerated() {
        for (row, level) in term.levels.enumerated() {
          product[starts[level] + index] += (column?[row] ?? 1) * values[row]
        }
      }
    }
    return product
  }
}

/// Adds up ZᵀZ in blocks of level by level.
private struct BlockBuilder {
  struct Block {
    let rowTerm: Int
    let columnTerm: Int
    let rowColumn: Int
    let columnColumn: Int
    let start: Int
  }

  let terms: [RandomTerm]
  let layout: LevelLayout
  private(set) var blocks: [Block] = []
  private(set) var products: [Double] = []
  private var indexOfBlock: [Int: Int] = [:]

  init(terms: [RandomTerm], layout: LevelLayout) {
    self.terms = terms
    self.layout = layout
  }

  mutating func add(_ row: Int) {
    for a in terms.indices {
      for b in 0...a {
        let (first, second) = (column(a, row), column(b, row))
        if first >= second { add(row, a, b, first, second) } else { add(row, b, a, second, first) }
      }
    }
  }

  private func column(_ term: Int, _ row: Int) -> Int {
    layout.columnOfLevel[term][terms[term].levels[row]]
  }

  private mutating func add(
    _ row: Int, _ rowTerm: Int, _ columnTerm: Int, _ rowColumn: Int, _ columnColumn: Int
  ) {
    let (height, width) = (terms[rowTerm].width, terms[columnTerm].width)
    let key = rowColumn * layout.columnCount + columnColumn
    let start: Int
    if let known = indexOfBlock[key] {
      start = known
    } else {
      start = products.count
      indexOfBlock[key] = start
      blocks.append(
        Block(
          rowTerm: rowTerm, columnTerm: columnTerm, rowColumn: rowColumn,
          columnColumn: columnColumn, start: start))
      products += [Double](repeating: 0, count: height * width)
    }
    for i in 0..<height {
      let left = terms[rowTerm].columns[i]?[row] ?? 1
      for j in 0..<width {
        products[start + i * width + j] += left * (terms[columnTerm].columns[j]?[row] ?? 1)
      }
    }
  }
}
