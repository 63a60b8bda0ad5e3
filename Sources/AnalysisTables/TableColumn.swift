import Faults
import RatingTables
import Tables

/// The columns of a table of ratings made elsewhere.
enum TableColumn: String, CaseIterable, Sendable {
  case scenario, wording, condition, baseline, model, replicate, output, rater
  case raterKind = "rater_kind"
  case question, value, occasion, control, echo, masked, length
  case shownAs = "shown_as"

  /// Without these nothing can be read.
  static let needed: [TableColumn] = [.scenario, .condition, .rater, .value]

  /// Whether it says what a text is, and so has to say the same wherever the text is rated.
  var isOfText: Bool {
    switch self {
    case .scenario, .wording, .condition, .baseline, .model, .replicate, .control, .echo, .length:
      true
    case .output, .rater, .raterKind, .question, .value, .occasion, .masked, .shownAs: false
    }
  }

  /// A column's name as it is compared: small letters, one kind of gap.
  static func plain(_ name: String) -> String {
    String(CellReader.trimmed(name).lowercased().map { " -".contains($0) ? "_" : $0 })
  }
}

/// Which column of a table is which.
struct TableHeader {
  private(set) var places: [TableColumn: Int] = [:]
  /// The names of columns that nothing is read from.
  private(set) var unread: [String] = []

  /// Finds the columns by the names in the first line.
  ///
  /// - Throws: ``Faults`` where one is missing, named twice or most likely misspelt.
  init(of columns: Columns) throws(Faults) {
    let names = (0..<columns.columnCount).map { CellReader.trimmed(columns.text(0, $0)) }
    var found: [(cell: Columns.Cell, problem: String, remedy: String)] = []
    var others: [Int] = []
    for (place, name) in names.enumerated() {
      guard let column = TableColumn(rawValue: TableColumn.plain(name)) else {
        if !name.isEmpty { others.append(place) }
        continue
      }
      guard places[column] == nil else {
        found.append(
          (
            .init(row: 0, column: place), "two columns are called '\(column.rawValue)'",
            "rename or remove one of them"
          ))
        continue
      }
      places[column] = place
    }
    let missing = TableColumn.allCases.filter { places[$0] == nil }
    var misspelt: Set<TableColumn> = []
    for place in others {
      guard
        let near = Nearest.name(
          to: TableColumn.plain(names[place]), in: missing.map(\.rawValue)),
        let column = TableColumn(rawValue: near)
      else {
        unread.append(names[place])
        continue
      }
      misspelt.insert(column)
      found.append(
        (
          .init(row: 0, column: place), "no column is read under the name '\(names[place])'",
          "rename it to '\(near)', or take it out"
        ))
    }
    for column in TableColumn.needed where places[column] == nil && !misspelt.contains(column) {
      found.append(
        (
          .init(row: 0, column: 0), "no column is '\(column.rawValue)'",
          "add it; the columns are scenario, condition, model, replicate, output, rater, question, "
            + "value, and further ones where they apply"
        ))
    }
    guard found.isEmpty else {
      let places = columns.places(of: found.map(\.cell))
      throw Faults(
        zip(places, found).map { Fault(.badInput, at: $0, $1.problem, remedy: $1.remedy) })
    }
  }
}

/// One column of a table: its different texts, numbered, and the number of each line.
///
/// White space around a text, and the apostrophe that disarms a formula, do not count; `NA` is an
/// empty cell.
struct TextColumn: Sendable {
  /// Which column of the table it is.
  let place: Int
  let texts: [String]
  /// One element a line of the table, its first line included.
  let cells: [Int32]
  /// The number of the empty text; −1 where no cell is empty.
  let empty: Int32

  init(_ place: Int, of columns: Columns) {
    var numbers: [String: Int32] = [:]
    var texts: [String] = []
    let renumbered = columns.texts[place].all.map { raw -> Int32 in
      var text = CellReader.trimmed(FormulaGuard.rearmed(raw))
      if text == "NA" { text = "" }
      if let known = numbers[text] { return known }
      let number = Int32(texts.count)
      numbers[text] = number
      texts.append(text)
      return number
    }
    self.place = place
    self.texts = texts
    cells = columns.cells[place].map { renumbered[Int($0)] }
    empty = numbers[""] ?? -1
  }

  subscript(row: Int) -> String { texts[Int(cells[row])] }

  func isEmpty(_ row: Int) -> Bool { cells[row] == empty }
}
