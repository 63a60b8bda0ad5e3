package import Reproducible
package import TrialDesign

/// The manipulation check: whether readers who know nothing of the trial see in its prompts what its
/// conditions are meant to show, and would believe that somebody wrote them.
///
/// An item (a wording under a condition) is kept where 70 % of at least five readers see it as it is
/// meant: *none* or *cannot tell* for neutral and placebo, the right side for leading and away at
/// strength 2 or more. Strength 1 is reported and not filtered. A family with an item to drop is
/// dropped whole, for what is left of it is no comparison.
package struct PromptCheck: Hashable, Sendable {
  /// With fewer readers an item is unchecked.
  package static let fewestReaders = 5
  /// How many in a hundred readers must see an item as it is meant.
  package static let percentNeeded = 70
  /// How far apart the means of naturalness of leading, away and placebo may lie, in points of 0...4.
  package static let naturalnessTolerance = 0.5

  /// The prompts of one wording.
  package struct Family: Hashable, Sendable {
    /// From 0.
    package let wording: Int
    package let items: [PromptItemCheck]

    /// `drop` where one of its items is to be dropped, `unchecked` where one is unchecked, else
    /// `keep`.
    package var verdict: PromptItemCheck.Verdict {
      let verdicts = Set(items.map(\.verdict))
      return verdicts.contains(.drop) ? .drop : verdicts.contains(.unchecked) ? .unchecked : .keep
    }

    /// The largest difference between the means of naturalness of leading, away and placebo, in
    /// points of 0...4; `nil` where fewer than two of them have five readers each.
    package var naturalnessSpread: Double? {
      let means = items.filter {
        $0.item.condition != .neutral && !$0.subject.isStale
          && $0.naturalnessReaders >= PromptCheck.fewestReaders
      }.compactMap(\.naturalness)
      guard means.count > 1, let least = means.min(), let most = means.max() else { return nil }
      return most - least
    }

    /// Whether these means lie close enough together.
    ///
    /// Said, and no reason to drop by itself: the means of a few readers differ by more through
    /// chance alone.
    package var isEquallyNatural: Bool? {
      // A hair more, so that a difference of exactly half a point is within it however it is rounded.
      naturalnessSpread.map { $0 <= PromptCheck.naturalnessTolerance + 1e-9 }
    }
  }

  package let families: [Family]
  /// How many different readers answered anything that counts.
  package let readers: Int
  /// Whether any of them is a program.
  package let isSimulated: Bool
  /// How many readers were left out because they wrote or ran the prompts, or are language models.
  package let readersLeftOut: Int

  /// Judges prompts.
  ///
  /// - Parameters:
  ///   - subjects: Every item of the trial as it is now.
  ///   - readings: What readers said, of the prompts as they were shown; of items that the trial does
  ///     not have any more nothing is said.
  ///   - isSimulated: Whether a program stood in for a reader.
  ///   - readersLeftOut: How many readers do not count.
  package init(
    of subjects: [PromptItemCheck.Subject], readings: [PromptReading], isSimulated: Bool = false,
    readersLeftOut: Int = 0
  ) {
    let byItem = Dictionary(grouping: readings, by: \.item)
    families = Self.families(
      of: subjects.map { PromptItemCheck($0, readings: byItem[$0.item] ?? []) })
    readers = Set(readings.filter { $0.wanted != nil }.map(\.reader)).count
    self.isSimulated = isSimulated
    self.readersLeftOut = readersLeftOut
  }

  /// Takes up a check that was kept, for the prompts as they are now.
  ///
  /// - Parameters:
  ///   - subjects: Every item of the trial as it is now.
  ///   - kept: What ``json`` wrote.
  package init(of subjects: [PromptItemCheck.Subject], kept: JSON) {
    var items: [PromptItem: JSON] = [:]
    for family in kept["families"]?.elements ?? [] {
      for item in family["items"]?.elements ?? [] {
        guard let wording = family["wording"]?.int,
          let condition = item["condition"]?.text.flatMap(Condition.init)
        else { continue }
        items[PromptItem(wording: wording - 1, condition: condition)] = item
      }
    }
    families = Self.families(of: subjects.map { PromptItemCheck($0, kept: items[$0.item]) })
    readers = kept["readers"]?.int ?? 0
    isSimulated = kept["simulated"]?.flag ?? false
    readersLeftOut = kept["readers_left_out"]?.int ?? 0
  }

  private static func families(of items: [PromptItemCheck]) -> [Family] {
    Dictionary(grouping: items.sorted { $0.item < $1.item }, by: \.item.wording)
      .sorted { $0.key < $1.key }.map { Family(wording: $0.key, items: $0.value) }
  }

  package var items: [PromptItemCheck] { families.flatMap(\.items) }
  /// The families to drop.
  package var dropped: [Family] { families.filter { $0.verdict == .drop } }
  /// Items whose prompts were changed since they were read.
  package var stale: [PromptItem] { items.filter(\.subject.isStale).map(\.item) }
  /// The fewest readers that any item has.
  package var fewestReaders: Int { items.map(\.readers).min() ?? 0 }

  /// `drop` where a family is to be dropped, `unchecked` where an item is, else `keep`.
  package var verdict: PromptItemCheck.Verdict {
    let verdicts = Set(families.map(\.verdict))
    return verdicts.contains(.drop)
      ? .drop : verdicts.contains(.unchecked) || families.isEmpty ? .unchecked : .keep
  }
}
