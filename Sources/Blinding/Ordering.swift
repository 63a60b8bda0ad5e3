import Reproducible

/// The order in which one rater meets outputs.
///
/// Each group stands equally in the first and the second half, to within one. No two outputs of one
/// scenario are neighbours, and what is shown twice comes again at least a third of the sequence
/// later, wherever an order without such faults is found.
enum Ordering {
  /// Draws an order.
  ///
  /// - Parameters:
  ///   - members: The outputs of the sequence, each once.
  ///   - repeated: Those of them that are shown twice.
  ///   - groups: The group of every output of the packet.
  ///   - scenarios: The scenario of every output of the packet.
  ///   - generator: Where the draws come from.
  /// - Returns: The outputs in order; one that is repeated stands twice.
  static func draw(
    members: [Int], repeated: [Int], groups: [Int], scenarios: [Int],
    generator: inout SeededGenerator
  ) -> [Int] {
    var best: (order: [Int], faults: Int) = ([], .max)
    let length = members.count + repeated.count
    let most =
      Dictionary(grouping: members + repeated, by: { scenarios[$0] }).values
      .map(\.count).max() ?? 0
    // Where one scenario fills more than half of the places, no order is without faults.
    let drafts = 2 * most > length + 1 ? 1 : 8
    for _ in 0..<drafts where best.faults > 0 {
      let (first, second) = halves(
        members: members, repeated: repeated, groups: groups, generator: &generator)
      var draft = Draft(
        outputs: first + second, half: first.count, groups: groups, scenarios: scenarios)
      let faults = draft.mend(tries: 60 * length, generator: &generator)
      if faults < best.faults { best = (draft.outputs, faults) }
    }
    return best.order
  }

  /// Splits each group into two halves; what is repeated stands in both.
  private static func halves(
    members: [Int], repeated: [Int], groups: [Int], generator: inout SeededGenerator
  ) -> (first: [Int], second: [Int]) {
    let twice = Set(repeated)
    let byGroup = Dictionary(grouping: members, by: { groups[$0] })
    var first = repeated
    var second = repeated
    // Of groups that cannot be halved, every other one has its odd output in the first half.
    var oddGoesFirst = generator.integer(below: 2) == 0
    for group in byGroup.keys.sorted().stablyShuffled(using: &generator) {
      let single = (byGroup[group] ?? []).filter { !twice.contains($0) }
        .stablyShuffled(using: &generator)
      var cut = single.count / 2
      if single.count % 2 == 1 {
        if oddGoesFirst { cut += 1 }
        oddGoesFirst.toggle()
      }
      first += single[..<cut]
      second += single[cut...]
    }
    return (
      first.stablyShuffled(using: &generator), second.stablyShuffled(using: &generator)
    )
  }
}

/// An order whose faults are mended by exchanging places.
private struct Draft {
  var outputs: [Int]
  var twins: [Int?]
  let half: Int
  let apart: Int
  let groups: [Int]
  let scenarios: [Int]

  init(outputs: [Int], half: Int, groups: [Int], scenarios: [Int]) {
    self.outputs = outputs
    self.half = half
    apart = (outputs.count + 2) / 3
    self.groups = groups
    self.scenarios = scenarios
    twins = outputs.map { _ in nil }
    for (_, places) in Dictionary(grouping: outputs.indices, by: { outputs[$0] })
    where places.count == 2 {
      twins[places[0]] = places[1]
      twins[places[1]] = places[0]
    }
  }

  /// Whether the outputs at a place and the next are of one scenario.
  private func clashes(at place: Int) -> Bool {
    place >= 0 && place + 1 < outputs.count
      && scenarios[outputs[place]] == scenarios[outputs[place + 1]]
  }

  private func isTooSoon(_ place: Int) -> Bool {
    twins[place].map { abs($0 - place) < apart } ?? false
  }

  private func isFaulty(_ place: Int) -> Bool {
    clashes(at: place - 1) || clashes(at: place) || isTooSoon(place)
  }

  /// Faults that an exchange of two places can change.
  private func faults(around first: Int, _ second: Int) -> Int {
    var count = 0
    for place in Set([first - 1, first, second - 1, second]) where clashes(at: place) { count += 1 }
    if isTooSoon(first) { count += 1 }
    if isTooSoon(second), twins[first] != second { count += 1 }
    return count
  }

  private mutating func exchange(_ first: Int, _ second: Int) {
    outputs.swapAt(first, second)
    guard twins[first] != second else { return }
    let (ofFirst, ofSecond) = (twins[first], twins[second])
    twins[first] = ofSecond
    twins[second] = ofFirst
    if let twin = ofSecond { twins[twin] = first }
    if let twin = ofFirst { twins[twin] = second }
  }

  /// Exchanges places within a half, or of one group, as long as faults do not grow.
  ///
  /// - Returns: How many places are faulty at the end.
  mutating func mend(tries: Int, generator: inout SeededGenerator) -> Int {
    var faulty = outputs.indices.filter(isFaulty)
    for _ in 0..<tries {
      guard !faulty.isEmpty else { return 0 }
      let first = faulty[generator.integer(below: faulty.count)]
      let second = generator.integer(below: outputs.count)
      guard first != second,
        (first < half) == (second < half) || groups[outputs[first]] == groups[outputs[second]]
      else { continue }
      let before = faults(around: first, second)
      exchange(first, second)
      if faults(around: first, second) > before {
        exchange(first, second)
      } else {
        faulty = outputs.indices.filter(isFaulty)
      }
    }
    return faulty.count
  }
}
