/// The order in which the levels of all grouping factors are eliminated.
///
/// Levels of one factor never meet in a row, so those of the largest factor are eliminated first,
/// for nothing but what they leave among the others. These, which are fewer, follow by minimum
/// degree; once all that remain are neighbours of each other, their order makes no difference and
/// they are one dense block.
struct EliminationOrder: Sendable {
  /// The node of each place; nodes number the levels of all terms, term by term.
  let nodes: [Int]
  /// How many nodes come before the dense block.
  let sparseCount: Int

  /// Orders nodes.
  ///
  /// - Parameters:
  ///   - sizes: How many levels each term has.
  ///   - largest: Which term has most levels.
  ///   - neighbours: For each node of the largest term the nodes it meets, without repeats.
  ///   - links: The other nodes that meet in a row, pair by pair, in any order.
  init(sizes: [Int], largest: Int, neighbours: [[Int]], links: [(Int, Int)]) {
    guard !sizes.isEmpty else {
      nodes = []
      sparseCount = 0
      return
    }
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    let largestNodes = starts[largest]..<starts[largest + 1]
    let first = Array(largestNodes)
    let rest = (0..<starts[sizes.count]).filter { !largestNodes.contains($0) }
    guard !rest.isEmpty else {
      nodes = first
      sparseCount = first.count
      return
    }
    var place = [Int](repeating: -1, count: starts[sizes.count])
    for (index, node) in rest.enumerated() { place[node] = index }
    var graph = BitGraph(count: rest.count)
    for list in neighbours { graph.connectAll(list.map { place[$0] }) }
    for (a, b) in links { graph.connect(place[a], place[b]) }
    let (order, sparse) = graph.minimumDegreeOrder()
    nodes = first + order.map { rest[$0] }
    sparseCount = first.count + sparse
  }
}

/// A graph in bits, a row of them for each node.
private struct BitGraph {
  let count: Int
  let width: Int
  var bits: [UInt64]

  init(count: Int) {
    self.count = count
    width = (count + 63) / 64
    bits = [UInt64](repeating: 0, count: count * width)
  }

  mutating func connect(_ a: Int, _ b: Int) {
    bits[a * width + b / 64] |= 1 << UInt64(b % 64)
    bits[b * width + a / 64] |= 1 << UInt64(a % 64)
  }

  mutating func connectAll(_ nodes: [Int]) {
    var mask = [UInt64](repeating: 0, count: width)
    for node in nodes { mask[node / 64] |= 1 << UInt64(node % 64) }
    for node in nodes { add(mask, to: node) }
  }

  private mutating func add(_ mask: [UInt64], to node: Int) {
    for word in 0..<width where mask[word] != 0 { bits[node * width + word] |= mask[word] }
  }

  /// Eliminates node after node, of fewest neighbours first.
  ///
  /// - Returns: The order, and how many are eliminated before the rest is complete.
  mutating func minimumDegreeOrder() -> (order: [Int], sparse: Int) {
    var order: [Int] = []
    var isAlive = [Bool](repeating: true, count: count)
    var alive = [UInt64](repeating: 0, count: width)
    for node in 0..<count { alive[node / 64] |= 1 << UInt64(node % 64) }
    var degrees = (0..<count).map { degree(of: $0, alive) }
    while order.count < count {
      var best = -1
      for node in 0..<count where isAlive[node] && (best < 0 || degrees[node] < degrees[best]) {
        best = node
      }
      let remaining = count - order.count
      if degrees[best] >= remaining - 1 || remaining <= 8 {
        let sparse = order.count
        return (order + (0..<count).filter { isAlive[$0] }, sparse)
      }
      order.append(best)
      isAlive[best] = false
      alive[best / 64] &= ~(1 << UInt64(best % 64))
      let neighbours = (0..<width).map { bits[best * width + $0] & alive[$0] }
      for word in 0..<width {
        var rest = neighbours[word]
        while rest != 0 {
          let node = word * 64 + rest.trailingZeroBitCount
          rest &= rest - 1
          add(neighbours, to: node)
          degrees[node] = degree(of: node, alive)
        }
      }
    }
    return (order, count)
  }

  private func degree(of node: Int, _ alive: [UInt64]) -> Int {
    var degree = 0
    for word in 0..<width { degree += (bits[node * width + word] & alive[word]).nonzeroBitCount }
    // A node that was connected to itself by its clique is no neighbour of itself.
    return degree - Int(bits[node * width + node / 64] >> UInt64(node % 64) & 1)
  }
}
