import Faults
import RatingTables
import Reproducible

/// What is wrong with a table, each mistake once with the first line that has it.
struct FaultList {
  /// What makes two lines the same mistake.
  struct Mistake: Hashable {
    let kind: Int
    let column: Int
    let first: Int
    var second = 0
  }

  private struct Entry {
    let cell: Columns.Cell
    let problem: String
    let remedy: String
    var lines = 1
  }

  /// So many are told at once.
  static let most = 50
  /// So many of one kind in one column.
  static let mostOfAKind = 8

  private var entries: [Mistake: Entry] = [:]
  /// Faults of the table as a whole.
  private var general: [Fault] = []
  private(set) var columns: Set<Int> = []

  var isEmpty: Bool { entries.isEmpty && general.isEmpty }

  /// Notes a mistake in a cell; where it was noted before, that one more line has it.
  mutating func note(_ mistake: Mistake, row: Int, _ problem: String, remedy: String) {
    columns.insert(mistake.column)
    if entries[mistake] != nil {
      entries[mistake]?.lines += 1
      return
    }
    entries[mistake] = Entry(
      cell: .init(row: row, column: mistake.column), problem: problem, remedy: remedy)
  }

  mutating func note(_ fault: Fault) { general.append(fault) }

  /// All that was noted, in the order of the file.
  ///
  /// Of one kind in one column the first are told, and how many more there are.
  func faults(in columns: Columns) -> Faults {
    let sorted = entries.sorted {
      ($0.value.cell.row, $0.value.cell.column, $0.value.problem)
        < ($1.value.cell.row, $1.value.cell.column, $1.value.problem)
    }
    var counts: [Kind: Int] = [:]
    var told: [Entry] = []
    for (mistake, entry) in sorted {
      let kind = Kind(kind: mistake.kind, column: mistake.column)
      counts[kind, default: 0] += 1
      if counts[kind, default: 0] <= Self.mostOfAKind, told.count < Self.most { told.append(entry) }
    }
    let places = columns.places(of: told.map(\.cell))
    var faults = zip(places, told).map { place, entry in
      let more =
        entry.lines == 1
        ? "" : " (and so in \(Numerals.count(entry.lines - 1, "more line", "more lines")))"
      return Fault(.badInput, at: place, entry.problem + more, remedy: entry.remedy)
    }
    let left = sorted.count - told.count
    if left > 0 {
      faults.append(
        Fault(
          .badInput, at: columns.name,
          "there \(left == 1 ? "is" : "are") \(Numerals.count(left, "more fault")) like these",
          remedy: "mend those above first"))
    }
    return Faults(faults + general)
  }

  private struct Kind: Hashable {
    let kind: Int
    let column: Int
  }
}
