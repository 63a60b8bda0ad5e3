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
  /// The last rows where they sum up the others: totals and means.
  let summaryRows: [Int]
  let profiles: [ColumnProfile]

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
    let met: [Int]
    do throws(Fault) {
      met = try RowFilter(columns: columns, names: names).rows(
        from: hasHeader ? 1 : 0, meeting: options.filters)
    } catch {
      throw Faults([error])
    }
    summaryRows = SummaryRows(columns: columns).last(of: met)
    let rows = Array(met.dropLast(summaryRows.count))
    self.rows = rows
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
    let value = valueCandidates()
    if !rater.isEmpty, !value.filter({ !rater.contains($0) }).isEmpty {
      return try long(unit: given.unit, rater: nil, value: nil)
    }
    if let form = try form() { return form }
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
    let filled = columns.cells.indices.filter { !isAside($0) && !profiles[$0].isEmpty }
    if filled.count == 3, let shape = try threeColumns(filled, unit: given.unit) { return shape }
    return try wide(unit: given.unit, raters: [])
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
      value = try bestValue(of: valueCandidates(except: taken))
    }
    if let value { taken.insert(value) }
    var unit = unit ?? candidates(.unit, except: taken).first
    if let unit { taken.insert(unit) }
    var left = columns.cells.indices.filter {
      !taken.contains($0) && !profiles[$0].isEmpty && !isAside($0)
    }
    if let rater, unit == nil, value == nil, left.count == 2 {
      // A rater meets a unit once, and gives a rating many times.
      let units = left.filter { !isPairTwice($0, rater) }
      if units.count == 1 {
        unit = units[0]
        left.removeAll { $0 == units[0] }
      }
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
  private func threeColumns(
    _ three: [Int], unit: Int?
  ) throws(Fault) -> TableShape.Kind? {
    guard unit == nil || unit == three[0], columns.rowCount > (hasHeader ? 2 : 1) else {
      return nil
    }
    let (first, second, third) = (
      profiles[three[0]], profiles[three[1]], profiles[three[2]]
    )
    guard !first.isAllDifferent, !second.isAllDifferent, first.missing == 0, second.missing == 0
    else { return nil }
    let pairs = pairs(three[0], three[1])
    let isPairTwice = pairs.count < rows.count
    let isAlike = first.isAlike(second) || second.isAlike(third)
    if isPairTwice, isAlike { return nil }
    let filled = Double(pairs.count) / Double(max(first.distinct * second.distinct, 1))
    if isAlike {
      // Ratings on one scale fill no grid of units and raters, unless by chance.
      if !isPairTwice, filled == 1, rows.count >= 8, first.distinct > second.distinct {
        return .long(unit: three[0], rater: three[1], value: three[2])
      }
      guard isPairTwice || filled < 0.5 else {
        throw ambiguous("whether a line is a unit or a rating")
      }
      return nil
    }
    guard !isPairTwice, first.distinct > second.distinct else {
      throw ambiguous("which column holds the units and which the raters")
    }
    return .long(unit: three[0], rater: three[1], value: three[2])
  }

  /// The different pairs of cells of two columns.
  private func pairs(_ first: Int, _ second: Int) -> Set<Int64> {
    Set(rows.map { Int64(columns.cells[first][$0]) << 32 | Int64(columns.cells[second][$0]) })
  }

  /// Whether two lines have the same cells in both columns.
  private func isPairTwice(_ first: Int, _ second: Int) -> Bool {
    pairs(first, second).count < rows.count
  }

  private func ambiguous(_ what: String) -> Fault {
    fault(
      "the columns' names do not tell \(what)",
      hasHeader
        ? "name them with --unit, --rater and --value (a line a rating), or say --layout wide"
        : "say --unit 1 --rater 2 --value 3 in the order of your columns, or --layout wide")
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
  func candidates(_ role: ColumnRole, except taken: Set<Int> = []) -> [Int] {
    names.indices.filter { !taken.contains($0) }
      .compactMap { column in ColumnRole.fit(names[column], role).map { (column, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// The columns that may hold the ratings; a `note` is one where no other is.
  private func valueCandidates(except taken: Set<Int> = []) -> [Int] {
    let found = candidates(.value, except: taken)
    guard found.allSatisfy({ isUnitLike($0) }) else { return found }
    let notes = names.indices.filter { column in
      !taken.contains(column) && ColumnRole.isGradeOrRemark(names[column])
        && !profiles[column].isEmpty
        && (profiles[column].words == 0 || !profiles[column].isAllDifferent)
    }
    return notes.isEmpty ? found : notes
  }

  /// What stands first in a row.
  func firstText(of row: Int) -> String {
    columns.cells.indices.lazy.map { CellReader.trimmed(columns.text(row, $0)) }
      .first { !$0.isEmpty } ?? ""
  }

  /// How a column is called in faults and in the account.
  func title(_ column: Int) -> String { RowFilter(columns: columns, names: names).title(column) }

  func shown(_ some: [Int]) -> String {
    RowFilter(columns: columns, names: names).shown(some)
  }

  func fault(_ problem: String, _ remedy: String) -> Fault {
    Fault(
      .badInput, at: "\(columns.name):\(columns.lines.first ?? 1):1", problem, remedy: remedy)
  }
}
