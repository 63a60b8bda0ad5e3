package import Packets

/// Which sequence the next rater gets; knows codes and counts, and nothing of what they stand for.
package enum DealingRule {
  /// The most texts that a sequence made here shows again for the guess.
  package static let mostGuesses = 6

  /// The planned sequence with the lowest number that nobody has; when none is left, a new one
  /// that makes up for what drop-outs left.
  ///
  /// A new one is as long as planned ones usually are (their median). It takes the codes with the
  /// fewest raters; among these, those that were dealt least often, so that raters who join
  /// together do not all get the same texts; then the packet's order.
  package static func choose(_ state: DealState) -> Deal {
    if let next = state.freeSequences.min(by: { $0.number < $1.number }) { return .existing(next) }
    let usual = median(state.dealtSequences.map(\.codes.count)) ?? state.raterCounts.count
    var dealt: [OutputCode: Int] = [:]
    for sequence in state.dealtSequences {
      for code in Set(sequence.codes) { dealt[code, default: 0] += 1 }
    }
    let codes = state.raterCounts.enumerated().map { place, entry in
      (code: entry.code, key: (entry.raters, dealt[entry.code, default: 0], place))
    }.sorted { $0.key < $1.key }.prefix(usual).map(\.code)
    let guesses = state.dealtSequences.contains { !$0.guessCodes.isEmpty } ? mostGuesses : 0
    return .new(
      PacketSequence(
        number: state.highestNumber + 1, codes: codes, guessCodes: spread(guesses, over: codes)))
  }

  /// Some of the codes, at even distances.
  private static func spread(_ count: Int, over codes: [OutputCode]) -> [OutputCode] {
    let wanted = min(count, codes.count)
    return (0..<wanted).map { codes[$0 * codes.count / wanted] }
  }

  /// The lower median; `nil` of nothing.
  private static func median(_ counts: [Int]) -> Int? {
    counts.isEmpty ? nil : counts.sorted()[(counts.count - 1) / 2]
  }
}
