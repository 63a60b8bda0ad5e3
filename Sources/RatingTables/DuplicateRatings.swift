import Faults
import Statistics

/// Ratings of one unit by one rater that stand in several lines of a long table.
///
/// Lines that say the same count once. Lines that differ are a fault: nobody but the user knows
/// which one is meant.
struct DuplicateRatings {
  let layout: LayoutGuess
  let shape: TableShape
  /// The places of the ratings of each pair that has several, in the order of the file.
  private let groups: [[Int]]
  private let cells: RatingCells

  init(layout: LayoutGuess, shape: TableShape, cells: RatingCells) {
    self.layout = layout
    self.shape = shape
    self.cells = cells
    guard case .long = shape.kind else {
      groups = []
      return
    }
    let sorted = Ratings(
      units: cells.units, raters: cells.raters,
      values: cells.units.indices.map(Double.init), unitCount: cells.unitNames.count,
      raterCount: cells.raterNames.count)
    var groups: [[Int]] = []
    for unit in 0..<sorted.unitCount {
      let range = sorted.range(of: unit)
      for place in range.dropFirst() where sorted.raters[place] == sorted.raters[place - 1] {
        let isSecond =
          place - 1 == range.lowerBound
          || sorted.raters[place - 2] != sorted.raters[place]
        if isSecond { groups.append([Int(sorted.values[place - 1])]) }
        groups[groups.count - 1].append(Int(sorted.values[place]))
      }
    }
    self.groups = groups
  }

  /// Leaves one rating of each pair.
  ///
  /// - Returns: How many were left out.
  /// - Throws: ``Faults`` where ratings of a pair differ, or where another column tells them apart.
  func resolve(_ cells: inout RatingCells) throws(Faults) -> Int {
    guard !groups.isEmpty else { return 0 }
    let differing = groups.filter { group in
      group.contains { cells.contents[$0] != cells.contents[group[0]] }
    }
    let distinguishing = distinguishingColumn()
    if let column = distinguishing,
      !differing.isEmpty || QuestionColumn.isName(layout.names[column])
    {
      throw Faults([several(column)])
    }
    guard differing.isEmpty else { throw Faults(differing.prefix(50).map(fault)) }
    let dropped = groups.flatMap { $0.dropFirst() }
    cells.remove(Set(dropped))
    return dropped.count
  }

  private func fault(_ group: [Int]) -> Fault {
    let columns = layout.columns
    let (first, last) = (cells.cells[group[0]], cells.cells[group[group.count - 1]])
    let other =
      group.first { cells.contents[$0] != cells.contents[group[0]] }.map { cells.cells[$0] } ?? last
    return Fault(
      .badInput, at: "\(columns.name):\(columns.lines[other.row]):1",
      "'\(cells.raterNames[cells.raters[group[0]]])' rated "
        + "'\(cells.unitNames[cells.units[group[0]]])' as '\(columns.text(other.row, other.column))'"
        + " here and as '\(columns.text(first.row, first.column))' in line \(columns.lines[first.row])",
      remedy: "take one of the lines out, or name the column that tells them apart with --where")
  }

  /// A column that is not read and has another text in each line of a pair.
  private func distinguishingColumn() -> Int? {
    let columns = layout.columns
    let free = columns.cells.indices.filter { !shape.used.contains($0) }
    let fitting = free.filter { column in
      columns.texts[column].count <= 200
        && groups.allSatisfy { group in
          let texts = group.map { columns.cells[column][cells.cells[$0].row] }
          return Set(texts).count == texts.count
        }
    }
    return fitting.first { QuestionColumn.isName(layout.names[$0]) } ?? fitting.first
  }

  private func several(_ column: Int) -> Fault {
    QuestionColumn(layout: layout, column: column).fault
  }
}

/// A column that tells several questions of one table apart.
struct QuestionColumn {
  let layout: LayoutGuess
  let column: Int

  private static let names: Set<String> = [
    "question", "dimension", "criterion", "aspect", "trait", "attribute", "measure", "variable",
    "scale", "facet",
  ]

  /// Whether a column of this name asks different things.
  static func isName(_ name: String) -> Bool { names.contains(name.lowercased()) }

  /// That one of the questions has to be taken.
  var fault: Fault {
    let columns = layout.columns
    let texts = Set(layout.rows.map { columns.cells[column][$0] })
    let values = texts.map { CellReader.trimmed(columns.texts[column][$0]) }.sorted()
    let title = layout.title(column)
    return Fault(
      .badInput, at: "\(columns.name):\(columns.lines.first ?? 1)",
      "the table holds several ratings of a unit by a rater, told apart by '\(title)': "
        + RowFilter.some(of: values),
      remedy: "take one at a time: --where '\(title)=\(values.first ?? "")'")
  }
}
