package import Reproducible
import TrialDesign

extension PromptCheck {
  /// The check in one plain sentence, with what is known of when it was made.
  ///
  /// - Parameter when: `before the first run`, say; `nil` where nothing was run yet.
  /// - Returns: The sentence, with its full stop.
  package func sentence(when: String? = nil) -> String {
    let who =
      Numerals.count(readers, isSimulated ? "simulated reader" : "reader")
      + (when.map { " \($0)" } ?? "")
    guard readers > 0 else { return "The prompts are unchecked: nobody has read them." }
    if verdict == .drop {
      let open = families.count { $0.verdict == .unchecked }
      let list = dropped.map { "\($0.wording + 1)" }.joined(separator: ", ")
      return "The prompts were checked by \(who): of \(Numerals.count(families.count, "wording")), "
        + "\(dropped.count) should be dropped (\(list)), for readers do not see what it is meant to show"
        + (open == 0 ? "." : "; \(open) \(open == 1 ? "is" : "are") unchecked.")
    }
    if !stale.isEmpty {
      return "The prompts are unchecked: \(Numerals.count(stale.count, "item")) of \(items.count) "
        + "\(stale.count == 1 ? "was" : "were") changed after \(who) had read them."
    }
    if verdict == .unchecked {
      return "The prompts are unchecked: \(who) read them, and every item needs "
        + "\(Self.fewestReaders) (the fewest is \(fewestReaders))."
    }
    let unequal = families.count { $0.isEquallyNatural == false }
    return "The prompts were checked by \(who): each condition is seen as it is meant by at least "
      + "\(Self.percentNeeded) % of them."
      + (unequal == 0
        ? ""
        : " In \(unequal) of \(Numerals.count(families.count, "wording")) the led prompts and the placebo "
          + "do not read equally natural.")
  }

  /// The check as lines of text: a table for each family, and what follows.
  package var lines: [String] {
    var lines = [sentence()]
    guard readers > 0 else { return lines }
    for family in families {
      lines += ["", "wording \(family.wording + 1): \(family.verdict.rawValue)"]
      lines.append(
        Self.row(["", "toward", "away", "none", "cannot tell", "readers", "natural", ""]))
      lines += family.items.map { item in
        Self.row(
          [item.item.condition.rawValue]
            + ([.toward, .away, .neither, .cannotTell] as [ConditionGuess]).map {
              item.share(of: [$0]).map(Numerals.percent) ?? "-"
            } + [
              "\(item.readers)", item.naturalness.map { Numerals.fixed($0, decimals: 1) } ?? "-",
              Self.remark(on: item),
            ])
      }
      if let spread = family.naturalnessSpread {
        lines.append(Self.naturalness(of: family, spread))
      }
    }
    if readersLeftOut > 0 {
      lines += [
        "",
        "\(Numerals.count(readersLeftOut, "reader")) who wrote or ran the prompts, or who "
          + "\(readersLeftOut == 1 ? "is a model, does" : "are models, do") not count.",
      ]
    }
    return lines
  }

  private static func naturalness(of family: Family, _ spread: Double) -> String {
    let limit = Numerals.fixed(naturalnessTolerance, decimals: 1)
    let apart = "  led and placebo: \(Numerals.fixed(spread)) apart in naturalness"
    guard family.isEquallyNatural == false else { return "\(apart), within \(limit)" }
    let least = family.items.filter { $0.item.condition != .neutral && $0.naturalness != nil }
      .min { ($0.naturalness ?? 0) < ($1.naturalness ?? 0) }
    return "\(apart), not within \(limit)"
      + (least.map { "; least: \($0.item.condition.rawValue)" } ?? "")
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [10, 8, 6, 6, 13, 9, 9, 0]
    let row = zip(cells, widths).enumerated().map { column, cell in
      let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return column == 0 ? cell.0 + gap : column == 7 ? "  " + cell.0 : gap + cell.0
    }.joined()
    return "  " + String(row.reversed().drop { $0 == " " }.reversed())
  }

  /// What comes of an item, in a few words.
  private static func remark(on item: PromptItemCheck) -> String {
    if item.subject.isStale { return "changed since" }
    guard item.verdict == .drop else { return item.verdict.rawValue }
    return "drop: \(item.count(of: item.meant)) of \(item.readers)"
  }

  // MARK: JSON

  /// The check for programs: counts, shares, verdicts, and the rules they follow.
  package var json: JSON {
    .object([
      "verdict": .string(verdict.rawValue), "sentence": .string(sentence()),
      "readers": .integer(readers), "readers_left_out": .integer(readersLeftOut),
      "simulated": .bool(isSimulated),
      "rules": .object([
        "fewest_readers": .integer(Self.fewestReaders),
        "percent_needed": .integer(Self.percentNeeded),
        "naturalness_tolerance": .number(Self.naturalnessTolerance),
      ]),
      "drop": .array(dropped.map { .integer($0.wording + 1) }),
      "stale": .array(
        stale.map {
          .object([
            "wording": .integer($0.wording + 1), "condition": .string($0.condition.rawValue),
          ])
        }),
      "families": .array(families.map(\.json)),
    ])
  }
}

extension PromptCheck.Family {
  fileprivate var json: JSON {
    .object([
      "wording": .integer(wording + 1), "verdict": .string(verdict.rawValue),
      "naturalness_spread": naturalnessSpread.map(JSON.number) ?? .null,
      "equally_natural": isEquallyNatural.map(JSON.bool) ?? .null,
      "items": .array(items.map(\.json)),
    ])
  }
}

extension PromptItemCheck {
  fileprivate var json: JSON {
    .object([
      "condition": .string(item.condition.rawValue), "strength": .integer(subject.strength),
      "verdict": .string(verdict.rawValue), "stale": .bool(subject.isStale),
      "readers": .integer(readers),
      "counts": .object(
        Dictionary(uniqueKeysWithValues: Self.names.map { ($0, .integer(counts[$1, default: 0])) })),
      "shares": .object(
        Dictionary(
          uniqueKeysWithValues: Self.names.map { ($0, share(of: [$1]).map(JSON.number) ?? .null) })),
      "naturalness": naturalness.map(JSON.number) ?? .null,
      "naturalness_readers": .integer(naturalnessReaders),
    ])
  }
}
