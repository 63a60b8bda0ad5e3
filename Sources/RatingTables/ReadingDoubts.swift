/// Where the columns of a table might be other than they were taken.
struct ReadingDoubts {
  let layout: LayoutGuess
  let shape: TableShape

  /// What might be mistaken, and which option says otherwise.
  var all: [String] {
    let doubts: [String?]
    switch shape.kind {
    case .long(let unit, let rater, _): doubts = [byNumber(unit, rater)]
    case .wide(let names, let ratings, let isTransposed):
      doubts =
        isTransposed ? [turned(ratings)] : [counting(names)] + foreign(ratings).map(Optional.some)
    }
    return doubts.compactMap { $0 } + summed
  }

  /// Units and raters that were told by their number alone.
  private func byNumber(_ unit: Int, _ rater: Int) -> String? {
    let options = layout.options
    guard options.unit == nil, options.rater == nil,
      ColumnRole.fit(layout.names[unit], .unit) == nil,
      ColumnRole.fit(layout.names[rater], .rater) == nil
    else { return nil }
    return "'\(layout.title(unit))' was taken for the units and '\(layout.title(rater))' for the "
      + "raters, because the first are more: --unit and --rater say otherwise"
  }

  private func turned(_ ratings: [Int]) -> String? {
    guard layout.options.layout != .transposed,
      ratings.contains(where: { ColumnRole.isQuestion(layout.names[$0]) })
    else { return nil }
    return "a line was taken for a respondent and a question for a unit: --layout wide takes the "
      + "columns for raters"
  }

  /// Units' names that could be ratings as well.
  private func counting(_ names: Int?) -> String? {
    guard let names, layout.options.unit == nil, layout.options.raters.isEmpty,
      ColumnRole.fit(layout.names[names], .unit) == nil, !layout.names[names].isEmpty
    else { return nil }
    let profile = layout.profiles[names]
    guard profile.isCount,
      layout.profiles.indices.contains(where: {
        $0 != names && layout.profiles[$0].isAlike(profile)
      })
    else { return nil }
    return "'\(layout.title(names))' counts the lines and was taken for the units' names: "
      + "--unit none takes it for a rater"
  }

  /// Columns whose cells have little in common with those of the others.
  private func foreign(_ ratings: [Int]) -> [String] {
    guard layout.options.raters.isEmpty, (2...200).contains(ratings.count) else { return [] }
    if ratings.count == 2 { return pair(ratings[0], ratings[1]) }
    return ratings.compactMap { column in
      let others = ratings.filter { $0 != column }
      guard
        others.allSatisfy({ isApart(column, from: $0) }),
        others.contains(where: { other in
          others.contains { $0 != other && !isApart(other, from: $0) }
        })
      else { return nil }
      return
        "'\(layout.title(column))' has hardly a value that the other columns have: where it is "
        + "no rater, name those who are with --raters"
    }
  }

  /// Two raters who use no values in common.
  private func pair(_ first: Int, _ second: Int) -> [String] {
    let isSaid =
      isApart(first, from: second) && isApart(second, from: first)
      && [first, second].allSatisfy { layout.profiles[$0].distinct > 2 }
    return isSaid
      ? [
        "'\(layout.title(first))' and '\(layout.title(second))' have hardly a value in common: are "
          + "both raters, and on one scale?"
      ] : []
  }

  /// Raters whose names are spelt in several ways, and who may be one.
  static func alike(_ raters: [String]) -> [String] {
    let groups = Dictionary(grouping: raters) { Folding.plain($0) }.values.filter { $0.count > 1 }
    return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { group in
      "\(group.map { "'\($0)'" }.joined(separator: " and ")) were taken for different raters: "
        + "where they are one, write the name in one way"
    }
  }

  /// Whether most of a column lies outside of what another one holds.
  private func isApart(_ column: Int, from other: Int) -> Bool {
    let (first, second) = (layout.profiles[column], layout.profiles[other])
    guard !first.isEmpty, !second.isEmpty else { return false }
    guard first.words == 0, second.words == 0, let range = second.range else {
      return !first.isAlike(second)
    }
    let texts = layout.columns.texts[column]
    var counts = [Int](repeating: 0, count: texts.count)
    for row in layout.rows { counts[Int(layout.columns.cells[column][row])] += 1 }
    let inside = counts.enumerated().reduce(0) { sum, text in
      guard text.element > 0,
        case .number(let number) = layout.reader.read(texts[Int32(text.offset)])
      else { return sum }
      return sum + (range.contains(number) ? text.element : 0)
    }
    return 2 * inside < first.numbers
  }

  /// Lines at the end that were left out.
  private var summed: [String] {
    let names = layout.summaryRows.map { "'\(layout.firstText(of: $0))'" }
    guard !names.isEmpty else { return [] }
    let shown = names.joined(separator: ", ")
    return names.count == 1
      ? ["the last line, \(shown), was left out: it sums up the others"]
      : ["the last lines, \(shown), were left out: they sum up the others"]
  }
}
