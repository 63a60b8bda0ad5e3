import Faults

// Tables with a line a unit, or a line a rater.
extension LayoutGuess {
  /// A wide table, or one that is turned round.
  ///
  /// - Throws: ``Fault`` where it cannot be told which columns hold ratings.
  func wide(
    unit: Int?, raters: [Int], raterNames: Int? = nil, isTransposed: Bool? = nil
  ) throws(Fault) -> TableShape.Kind {
    let isTransposed = isTransposed ?? (options.layout == .transposed || raterNames != nil)
    var labels = raterNames ?? unit
    if labels == nil { labels = try namesColumn(isTransposed: isTransposed, raters) }
    if !raters.isEmpty {
      return .wide(
        names: labels, ratings: raters.filter { $0 != labels }, isTransposed: isTransposed)
    }
    var rest = columns.cells.indices.filter { column in
      column != labels && !isAside(column) && !isBackground(column) && !isFreeText(column)
        && !(profiles[column].isEmpty && names[column].isEmpty)
    }
    let named = rest.filter { ColumnRole.fit(names[$0], .oneRater) != nil }
    if named.count > 1, !isTransposed { rest = named }
    // Words among numbers, or numbers among words, are no ratings on the same scale.
    let words = rest.filter { profiles[$0].words > 0 && profiles[$0].numbers == 0 }
    let numbers = rest.filter { profiles[$0].numbers > 0 && profiles[$0].words == 0 }
    let areApart = words.allSatisfy { profiles[$0].distinct > 1 && !isLikeAnother($0, of: words) }
    // Two raters of few units may differ in all of them.
    if words.count > (numbers.isEmpty ? 2 : 1), words.count >= numbers.count, areApart,
      !isTransposed
    {
      throw fault(
        "the columns \(shown(words)) have no word in common, and may be no raters",
        "name the raters' columns with --raters A,B,C; for a line a rating, name the columns with "
          + "--unit, --rater and --value")
    }
    if !words.isEmpty, !numbers.isEmpty, words.count + numbers.count == rest.count {
      guard words.count != numbers.count else {
        throw fault(
          "some columns hold words (\(shown(words))), others numbers (\(shown(numbers)))",
          "name the raters' columns with --raters A,B,C")
      }
      rest = words.count > numbers.count ? words : numbers
    }
    guard !rest.isEmpty else {
      throw fault(
        "no column holds ratings", "write one column a rater, or name them with --raters A,B,C")
    }
    return .wide(names: labels, ratings: rest, isTransposed: isTransposed)
  }

  private func isLikeAnother(_ column: Int, of some: [Int]) -> Bool {
    some.contains { $0 != column && profiles[$0].isAlike(profiles[column]) }
  }

  /// The column of a wide table in which the units have their names; `nil` where there is none.
  private func namesColumn(isTransposed: Bool, _ raters: [Int]) throws(Fault) -> Int? {
    guard options.unit != "none" else { return nil }
    let free = columns.cells.indices.filter { !raters.contains($0) && !isAside($0) }
    let named = candidates(isTransposed ? .rater : .unit).filter(free.contains)
    if let best = named.first(where: { profiles[$0].meanWordLength <= 40 }) ?? named.first {
      return best
    }
    guard let first = free.first, first == 0, columns.columnCount > 1 else { return nil }
    let profile = profiles[0]
    let others = profiles.dropFirst()
    let isLikeOthers = others.contains { profile.isAlike($0) }
    if hasHeader, names[0].isEmpty, !profile.isEmpty { return 0 }
    if ColumnRole.fit(names[0], .oneRater) != nil { return nil }
    guard profile.isAllDifferent, profile.missing == 0, rows.count > 1, !profile.hasFractions else {
      // Words that no other column has, while the others hold numbers, are names that recur.
      if profile.words > 0, profile.numbers == 0, !isLikeOthers,
        others.allSatisfy({ $0.words == 0 })
      {
        return 0
      }
      return nil
    }
    if profile.words > 0 { return isLikeOthers ? nil : 0 }
    if !isLikeOthers { return 0 }
    guard profile.isCount, raters.isEmpty else { return raters.isEmpty ? nil : 0 }
    let highest = others.compactMap(\.range?.upperBound).max() ?? 0
    let isBeyond = (profile.range?.upperBound ?? 0) > highest
    // Nobody gives 1, 2, 3, 4 in this order by chance, but who ranks may.
    let isInOrder =
      hasHeader && rows.count > 3 && isAscending(0) && !others.contains(where: \.isCount)
    guard isInOrder || isBeyond && rows.count > 3 else {
      guard rows.count > 2 || isBeyond else { return nil }
      throw fault(
        "the first column counts from 1 to \(rows.count), and may number the units or rate them",
        "say --unit 1 where it numbers them, --unit none where it is a rater")
    }
    return 0
  }

  private func isAscending(_ column: Int) -> Bool {
    let numbers = rows.map { Double(CellReader.trimmed(columns.text($0, column))) ?? 0 }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// Whether a column names the units once more, or holds words of which none occurs again.
  private func isFreeText(_ column: Int) -> Bool {
    let profile = profiles[column]
    guard profile.isAllDifferent, profile.present > 4 else { return false }
    if ColumnRole.fit(names[column], .unit) != nil { return true }
    return profile.numbers == 0 && NumberForm.numbers(in: Array(profile.distinctWords)) == nil
      && !profiles.indices.contains { $0 != column && profiles[$0].isAlike(profile) }
  }

  /// Whether a column holds remarks, dates, or what was computed from ratings.
  func isAside(_ column: Int) -> Bool {
    ColumnRole.fit(names[column], .aside) != nil || profiles[column].isDates
  }

  /// Whether a column says what was known beforehand.
  func isBackground(_ column: Int) -> Bool { ColumnRole.fit(names[column], .background) != nil }
}
