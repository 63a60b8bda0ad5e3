import Reproducible

/// Which of the views of outputs with a masked version show it.
///
/// Half do: of each output, of each sequence and of each group, to within one. Outputs and sequences
/// are the two sides of a graph whose edges are the views. Ends of odd degree are tied to ends that
/// stand for nothing; then every walk along unused edges closes, and the edges that it takes from
/// left to right are as many at each end as those from right to left.
struct MaskedViews {
  private struct Edge {
    let output: Int
    let sequence: Int
  }

  /// Pairs of an output and a sequence whose view is masked.
  private(set) var masked: Set<[Int]> = []

  /// Draws the masked views.
  ///
  /// - Parameters:
  ///   - views: For each output with a masked version, the sequences that show it.
  ///   - groups: The group of each of these outputs.
  ///   - sequenceCount: How many sequences there are.
  ///   - generator: Where the draws come from.
  init(
    views: [Int: [Int]], groups: [Int: Int], sequenceCount: Int,
    generator: inout SeededGenerator
  ) {
    let outputs = views.keys.sorted()
    var edges: [Edge] = []
    for output in outputs {
      for sequence in views[output] ?? [] {
        edges.append(Edge(output: output, sequence: sequence))
      }
    }
    // An output with an odd count of views is tied to an end that its group shares.
    for output in outputs where (views[output] ?? []).count % 2 == 1 {
      edges.append(Edge(output: output, sequence: sequenceCount + (groups[output] ?? 0)))
    }
    let degrees = Dictionary(grouping: edges, by: \.sequence).mapValues(\.count)
    for sequence in degrees.keys.sorted() where (degrees[sequence] ?? 0) % 2 == 1 {
      edges.append(Edge(output: -1, sequence: sequence))
    }
    walk(edges.stablyShuffled(using: &generator), sequenceCount: sequenceCount)
  }

  private mutating func walk(_ edges: [Edge], sequenceCount: Int) {
    var atOutput = Dictionary(grouping: edges.indices, by: { edges[$0].output })
    var atSequence = Dictionary(grouping: edges.indices, by: { edges[$0].sequence })
    var isUsed = [Bool](repeating: false, count: edges.count)
    for start in edges.indices where !isUsed[start] {
      var output = edges[start].output
      while let going = atOutput[output]?.popLast() {
        guard !isUsed[going] else { continue }
        isUsed[going] = true
        if edges[going].output >= 0, edges[going].sequence < sequenceCount {
          masked.insert([edges[going].output, edges[going].sequence])
        }
        while let coming = atSequence[edges[going].sequence]?.popLast() {
          guard !isUsed[coming] else { continue }
          isUsed[coming] = true
          output = edges[coming].output
          break
        }
      }
    }
  }

  /// Whether a sequence shows an output masked.
  func isMasked(_ output: Int, in sequence: Int) -> Bool { masked.contains([output, sequence]) }
}
