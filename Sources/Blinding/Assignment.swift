import Reproducible

/// Which sequences show which output.
///
/// Each output stands in as many different sequences as it has raters. Every sequence has the same
/// share of each group (a condition, a kind of control) to within one, and the same length to within
/// one; scenarios are spread as evenly as that leaves room for.
struct Assignment {
  /// For each output, by its place, the sequences that show it, rising.
  private(set) var sequences: [[Int]]

  private let groups: [Int]
  private let scenarios: [Int]
  private let sequenceCount: Int
  /// For each sequence, how many outputs of each scenario it has.
  private var scenarioCounts: [[Int]]

  /// Draws an assignment.
  ///
  /// - Parameters:
  ///   - groups: One number an output, from 0.
  ///   - scenarios: One number an output, from 0.
  ///   - raters: How many sequences show each output, at most `sequenceCount`.
  ///   - sequenceCount: How many sequences there are.
  ///   - generator: Where the draws come from.
  init(
    groups: [Int], scenarios: [Int], raters: Int, sequenceCount: Int,
    generator: inout SeededGenerator
  ) {
    self.groups = groups
    self.scenarios = scenarios
    self.sequenceCount = sequenceCount
    sequences = groups.map { _ in [] }
    let scenarioNumber = (scenarios.max() ?? -1) + 1
    scenarioCounts = (0..<sequenceCount).map { _ in [Int](repeating: 0, count: scenarioNumber) }
    deal(raters: raters, generator: &generator)
    spreadScenarios(generator: &generator)
    sequences = sequences.map { $0.sorted() }
  }

  /// Deals the outputs of one group after another.
  ///
  /// Quotas are dealt in turn around the sequences, going on from group to group, so that they
  /// differ by one at most, and so do their sums. An output goes where most of the quota is left
  /// (which, after Gale and Ryser, always fills it), among those where its scenario is rarest.
  private mutating func deal(raters: Int, generator: inout SeededGenerator) {
    let turn = Array(0..<sequenceCount).stablyShuffled(using: &generator)
    let members = Dictionary(grouping: groups.indices, by: { groups[$0] })
    var place = 0
    for group in members.keys.sorted().stablyShuffled(using: &generator) {
      let outputs = (members[group] ?? []).stablyShuffled(using: &generator)
      var left = [Int](repeating: 0, count: sequenceCount)
      for _ in 0..<outputs.count * raters {
        left[turn[place % sequenceCount]] += 1
        place += 1
      }
      for output in outputs {
        let ranked = (0..<sequenceCount).map { sequence in
          (
            left: -left[sequence], rare: scenarioCounts[sequence][scenarios[output]],
            draw: generator.next(), sequence: sequence
          )
        }.sorted { ($0.left, $0.rare, $0.draw) < ($1.left, $1.rare, $1.draw) }
        for choice in ranked.prefix(raters) {
          left[choice.sequence] -= 1
          scenarioCounts[choice.sequence][scenarios[output]] += 1
          sequences[output].append(choice.sequence)
        }
      }
    }
  }

  /// Lets two sequences exchange outputs of one group wherever that evens out their scenarios.
  private mutating func spreadScenarios(generator: inout SeededGenerator) {
    guard sequenceCount > 1 else { return }
    var holders = (0..<sequenceCount).map { _ in [Int: [Int]]() }
    for (output, shown) in sequences.enumerated() {
      for sequence in shown { holders[sequence][groups[output], default: []].append(output) }
    }
    let tries = 40 * sequences.reduce(0) { $0 + $1.count }
    for _ in 0..<tries {
      let first = generator.integer(below: sequences.count)
      let fromPlace = generator.integer(below: sequences[first].count)
      let from = sequences[first][fromPlace]
      let to = generator.integer(below: sequenceCount)
      let group = groups[first]
      guard let partners = holders[to][group], !partners.isEmpty else { continue }
      let partnerPlace = generator.integer(below: partners.count)
      let second = partners[partnerPlace]
      let (out, back) = (scenarios[first], scenarios[second])
      guard from != to, out != back,
        scenarioCounts[to][out] + 1 - scenarioCounts[from][out] + scenarioCounts[from][back] + 1
          - scenarioCounts[to][back] < 0,
        !sequences[first].contains(to), !sequences[second].contains(from),
        let toPlace = sequences[second].firstIndex(of: to),
        let firstPlace = holders[from][group]?.firstIndex(of: first)
      else { continue }
      scenarioCounts[from][out] -= 1
      scenarioCounts[to][out] += 1
      scenarioCounts[to][back] -= 1
      scenarioCounts[from][back] += 1
      sequences[first][fromPlace] = to
      sequences[second][toPlace] = from
      holders[from][group]?[firstPlace] = second
      holders[to][group]?[partnerPlace] = first
    }
  }
}
