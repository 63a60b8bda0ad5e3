import Faults

/// Which column is what.
struct TableShape: Hashable {
  enum Kind: Hashable {
    case long(unit: Int, rater: Int, value: Int)
    /// `names` is the column of the units, or of the raters where `isTransposed`.
    case wide(names: Int?, ratings: [Int], isTransposed: Bool)
  }

  let kind: Kind
  let hasHeader: Bool

  /// The columns that are read.
  var used: [Int] {
    switch kind {
    case .long(let unit, let rater, let value): [unit, rater, value]
    case .wide(let names, let ratings, _): (names.map { [$0] } ?? []) + ratings
    }
  }
}

/// Finds out which column is what, from what the user says, the names, and the cells, in that order.
///
/// Where names do not tell and the cells allow two readings there is a fault, never a guess.
struct LayoutGuess {
  let columns: Columns
  let options: ReadingOptions
  let reader: CellReader
  let hasHeader: Bool
  /// The columns' names; empty ones where there is no header.
  let names: [String]
  /// The rows below the header that meet the user's conditions.
  let rows: [Int]
  private let profiles: [ColumnProfile]

  /// Looks at a table.
  ///
  /// - Throws: ``Faults`` where a condition names no column, or no line meets it.
  init(columns: Columns, options: ReadingOptions, reader: CellReader) throws(Faults) {
    self.columns = columns
    self.options = options
    self.reader = reader
    let hasHeader =
      options.hasHeader ?? HeaderGuess(columns: columns, reader: reader).hasHeader(options)
    self.hasHeader = hasHeader
    names = (0..<columns.columnCount).map { column in
      hasHeader ? CellReader.trimmed(columns.text(0, column)) : ""
    }
    do throws(Fault) {
      rows = try RowFilter(columns: columns, names: names).rows(
        from: hasHeader ? 1 : 0, meeting: options.filters)
    } catch {
      throw Faults([error])
    }
    let rows = rows
    profiles = (0..<columns.columnCount).map {
      ColumnProfile(of: $0, in: columns, rows: rows, reader: reader)
    }
  }

  /// Decides.
  ///
  /// - Throws: ``Faults`` that say how to say which.
  func shape() throws(Faults) -> TableShape {
    do throws(Fault) {
      return TableShape(kind: try kind(), hasHeader: hasHeader)
    } catch {
      throw Faults([error])
    }
  }

  private func kind() throws(Fault) -> TableShape.Kind {
    let given = try givenColumns()
    if options.layout == .long || given.rater != nil || given.value != nil {
      guard options.layout == nil || options.layout == .long else {
        throw fault(
          "a column for raters or values was named, and the layout is \(options.layout?.rawValue ?? "")",
          "leave one of them out: only a long table has such columns")
      }
      return try long(unit: given.unit, rater: given.rater, value: given.value)
    }
    if options.layout != nil || !given.raters.isEmpty || options.unit == "none" {
      return try wide(unit: given.unit, raters: given.raters)
    }
    let rater = candidates(.rater)
    let value = candidates(.value)
    if !rater.isEmpty, !value.filter({ !rater.contains($0) }).isEmpty {
      return try long(unit: given.unit, rater: nil, value: nil)
    }
    if let names = formNames { return try wide(unit: nil, raters: [], raterNames: names) }
    if let names = rater.first, profiles[names].isAllDifferent, columns.columnCount > 2,
      given.unit == nil, candidates(.unit).isEmpty
    {
      // One line a rater: the other columns are units.
      return try wide(unit: nil, raters: [], raterNames: names)
    }
    // A wide table names each unit once; a rater's column may be called after who it is.
    let unit = given.unit ?? candidates(.unit).first
    let isUnitTwice = unit.map { !profiles[$0].isAllDifferent } ?? true
    if !rater.isEmpty, isUnitTwice {
      return try long(unit: given.unit, rater: nil, value: nil)
    }
    if columns.columnCount == 3, unit != nil, !value.isEmpty, isUnitTwice {
      return try long(unit: given.unit, rater: nil, value: nil)
    }
    if columns.columnCount == 3, let shape = try threeColumns(unit: given.unit) { return shape }
    return try wide(unit: given.unit, raters: [])
  }

  /// The column of the respondents' names in the answers of a form, which come a line a respondent.
  private var formNames: Int? {
    guard hasHeader, ColumnRole.isTimestamp(names[0]), columns.columnCount > 3 else { return nil }
    let people = candidates(.rater) + candidates(.unit).filter { names[$0].lowercased() == "name" }
    return people.first { profiles[$0].isAllDifferent }
  }

  // MARK: Long

  /// A long table; what was not given is found by name, the last column by what is left.
  private func long(unit: Int?, rater: Int?, value: Int?) throws(Fault) -> TableShape.Kind {
    guard columns.columnCount >= 3 else {
      throw fault(
        "a long table has a column for units, raters and values, and this one has "
          + "\(columns.columnCount)",
        "add what is missing, or say that the table is wide")
    }
    var taken = Set([unit, rater, value].compactMap { $0 })
    let rater = rater ?? candidates(.rater, except: taken).first
    if let rater { taken.insert(rater) }
    var value = value
    if value == nil {
      value = try bestValue(of: candidates(.value, except: taken))
    }
    if let value { taken.insert(value) }
    let unit = unit ?? candidates(.unit, except: taken).first
    if let unit { taken.insert(unit) }
    var left = columns.cells.indices.filter {
      !taken.contains($0) && !profiles[$0].isEmpty && !isAside($0)
    }
    func orLeft(_ column: Int?, _ what: String, _ option: String) throws(Fault) -> Int {
      if let column { return column }
      // The only column that is left, where it is the only one that is wanted.
      if left.count == 1 { return left.removeFirst() }
      if !hasHeader, columns.columnCount == 3 { return left.removeFirst() }
      throw fault(
        "no column is known to hold the \(what): \(shown(left))",
        "name it with \(option)")
    }
    return .long(
      unit: try orLeft(unit, "units (what was rated)", "--unit COLUMN"),
      rater: try orLeft(rater, "raters", "--rater COLUMN"),
      value: try orLeft(value, "ratings", "--value COLUMN"))
  }

  /// Which of several columns holds the ratings: one that only words another one is no second.
  private func bestValue(of found: [Int]) throws(Fault) -> Int? {
    guard found.count > 1 else { return found.first }
    let better = found.filter { !isUnitLike($0) }
    guard let first = better.first else { return found.first }
    let rivals = better.dropFirst().filter { !isWording(of: first, $0) }
    guard rivals.isEmpty else {
      throw fault(
        "several columns may hold the ratings: \(shown([first] + rivals))",
        "name one with --value COLUMN")
    }
    return first
  }

  /// Whether a column goes by a name that units have as well, and there is none better for them.
  private func isUnitLike(_ column: Int) -> Bool {
    ColumnRole.fit(names[column], .unit) != nil
      && candidates(.unit).first == column
  }

  /// Whether a column says in words what another says in numbers, one word a number.
  private func isWording(of value: Int, _ column: Int) -> Bool {
    var words: [Int32: Int32] = [:]
    for row in rows {
      let number = columns.cells[value][row]
      let word = columns.cells[column][row]
      if words.updateValue(word, forKey: number) ?? word != word { return false }
    }
    return true
  }

  // MARK: Three columns

  /// Three columns whose names do not tell: long, wide, or, where both may be, a fault.
  ///
  /// - Returns: `nil` where the table is wide.
  private func threeColumns(unit: Int?) throws(Fault) -> TableShape.Kind? {
    guard unit == nil || unit == 0, columns.rowCount > (hasHeader ? 2 : 1) else { return nil }
    let (first, second, third) = (profiles[0], profiles[1], profiles[2])
    guard !first.isAllDifferent, !second.isAllDifferent, first.missing == 0, second.missing == 0
    else { return nil }
    var pairs: Set<Int64> = []
    var isPairTwice = false
    for row in rows {
      let pair = Int64(columns.cells[0][row]) << 32 | Int64(columns.cells[1][row])
      if !pairs.insert(pair).inserted { isPairTwice = true }
    }
    let isAlike = first.isAlike(second) || second.isAlike(third)
    if isPairTwice, isAlike { return nil }
    let filled = Double(pairs.count) / Double(max(first.distinct * second.distinct, 1))
    if isAlike {
      // Ratings on one scale fill no grid of units and raters, unless by chance.
      if !isPairTwice, filled == 1, rows.count >= 8, first.distinct >= second.distinct {
        return .long(unit: 0, rater: 1, value: 2)
      }
      guard isPairTwice || filled < 0.5 else {
        throw ambiguous("whether a line is a unit or a rating")
      }
      return nil
    }
    guard !isPairTwice, first.distinct >= second.distinct else {
      throw ambiguous("which column holds the units and which the raters")
    }
    return .long(unit: 0, rater: 1, value: 2)
  }

  private func ambiguous(_ what: String) -> Fault {
    fault(
      "the columns' names do not tell \(what)",
      hasHeader
        ? "name them with --unit, --rater and --value (a line a rating), or say --layout wide"
        : "say --unit 1 --rater 2 --value 3 in the order of your columns, or --layout wide")
  }

  // MARK: Wide

  private func wide(
    unit: Int?, raters: [Int], raterNames: Int? = nil
  ) throws(Fault) -> TableShape.Kind {
    let isTransposed = options.layout == .transposed || raterNames != nil
    var labels = raterNames ?? unit
    if labels == nil { labels = try namesColumn(isTransposed: isTransposed, raters) }
    if !raters.isEmpty {
      return .wide(
        names: labels, ratings: raters.filter { $0 != labels }, isTransposed: isTransposed)
    }
    var rest = columns.cells.indices.filter { column in
      column != labels && !isAside(column) && !isFreeText(column)
        && !(profiles[column].isEmpty && names[column].isEmpty)
    }
    let named = rest.filter { ColumnRole.fit(names[$0], .oneRater) != nil }
    if named.count > 1, !isTransposed { rest = named }
    // Words among numbers, or numbers among words, are no ratings on the same scale.
    let words = rest.filter { profiles[$0].words > 0 && profiles[$0].numbers == 0 }
    let numbers = rest.filter { profiles[$0].numbers > 0 && profiles[$0].words == 0 }
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
    guard profile.isCount, rows.count > 4 else { return nil }
    let highest = others.compactMap(\.range?.upperBound).max() ?? 0
    let isBeyond = (profile.range?.upperBound ?? 0) > highest
    guard isBeyond else {
      throw fault(
        "the first column counts from 1 to \(rows.count), and may number the units or rate them",
        "say --unit 1 where it numbers them, --unit none where it is a rater")
    }
    return 0
  }

  // MARK: Columns

  private struct Given {
    var unit: Int?
    var rater: Int?
    var value: Int?
    var raters: [Int] = []
  }

  private func givenColumns() throws(Fault) -> Given {
    let lookup = RowFilter(columns: columns, names: names)
    var given = Given()
    if let unit = options.unit, unit != "none" { given.unit = try lookup.column(unit) }
    if let rater = options.rater { given.rater = try lookup.column(rater) }
    if let value = options.value { given.value = try lookup.column(value) }
    for name in options.raters { given.raters.append(try lookup.column(name)) }
    let single = [given.unit, given.rater, given.value].compactMap { $0 }
    guard Set(single).count == single.count else {
      throw fault("one column was given for two things", "name a different one for each")
    }
    return given
  }

  /// The columns whose names fit a role, the best first.
  private func candidates(_ role: ColumnRole, except taken: Set<Int> = []) -> [Int] {
    names.indices.filter { !taken.contains($0) }
      .compactMap { column in ColumnRole.fit(names[column], role).map { (column, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// Whether a column names the units once more, or holds words of which none occurs again.
  private func isFreeText(_ column: Int) -> Bool {
    let profile = profiles[column]
    guard profile.isAllDifferent, profile.present > 4 else { return false }
    if ColumnRole.fit(names[column], .unit) != nil { return true }
    return profile.numbers == 0
      && !profiles.indices.contains { $0 != column && profiles[$0].isAlike(profile) }
  }

  private func isAside(_ column: Int) -> Bool { ColumnRole.fit(names[column], .aside) != nil }

  /// How a column is called in faults and in the account.
  func title(_ column: Int) -> String { RowFilter(columns: columns, names: names).title(column) }

  private func shown(_ some: [Int]) -> String {
    RowFilter(columns: columns, names: names).shown(some)
  }

  private func fault(_ problem: String, _ remedy: String) -> Fault {
    Fault(
      .badInput, at: "\(columns.name):\(columns.lines.first ?? 1):1", problem, remedy: remedy)
  }
}
