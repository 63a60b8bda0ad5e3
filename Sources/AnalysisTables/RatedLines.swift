import Faults
import Questions
import RatingTables
import TrialDesign

/// What a text is, as its lines say.
struct TextOrigin: Hashable, Sendable {
  var scenario: ScenarioID
  let wording: Int32
  let condition: Condition
  let baseline: BaselineID?
  let model: String?
  let replicate: Int
  let control: ControlKind?
  let echo: Bool
  let length: Double?
}

/// One line of the table that is a rating; what it is about by number.
struct RatedLine: Sendable {
  let row: Int
  let output: Int
  let rater: Int32
  let question: Int32
  let raterKind: RaterKind
  let masked: Bool
  let occasion: Int
  /// The level of each factor between raters, by its name.
  let shownAs: [String: String]
}

/// A run that brought back nothing to rate.
struct UnratedLine: Sendable {
  let origin: TextOrigin
  let reason: String
}

/// The lines of a table, each checked by itself and against the other lines of its text and rater.
struct RatedLines {
  let columns: Columns
  let header: TableHeader
  private let cells: [TableColumn: TextColumn]
  private(set) var faults = FaultList()
  private(set) var outputNames: [String] = []
  private(set) var origins: [TextOrigin] = []
  private(set) var rated: [RatedLine] = []
  private(set) var unrated: [UnratedLine] = []

  private let conditions: [Condition?]
  private let controls: [ControlKind?]
  private let echoes: [Bool?]
  private let masks: [Bool?]
  private let kinds: [RaterKind?]
  private let factors: [[String: String]?]
  private let reader: CellReader

  init(_ columns: Columns) throws(Faults) {
    let header = try TableHeader(of: columns)
    var cells: [TableColumn: TextColumn] = [:]
    for (column, place) in header.places { cells[column] = TextColumn(place, of: columns) }
    func read<Value>(_ column: TableColumn, _ meaning: (String) -> Value?) -> [Value?] {
      (cells[column]?.texts ?? []).map(meaning)
    }
    self.columns = columns
    self.header = header
    self.cells = cells
    conditions = read(.condition, Vocabulary.condition)
    controls = read(.control, Vocabulary.control)
    echoes = read(.echo) { $0.isEmpty ? false : Vocabulary.flag($0) }
    masks = read(.masked) { $0.isEmpty ? false : Vocabulary.flag($0) }
    kinds = read(.raterKind) { $0.isEmpty ? .person : Vocabulary.raterKind($0) }
    factors = read(.shownAs, RaterFactorText.levels)
    var reader = CellReader(missing: Vocabulary.cannotTell)
    reader.usesDecimalComma = true
    self.reader = reader
    readLines()
  }

  // MARK: What stands where

  func has(_ column: TableColumn) -> Bool { cells[column] != nil }

  /// The texts of a column by number; empty where there is no such column.
  func texts(_ column: TableColumn) -> [String] { cells[column]?.texts ?? [] }

  func number(_ column: TableColumn, _ row: Int) -> Int32 { cells[column]?.cells[row] ?? -1 }

  func text(_ column: TableColumn, _ row: Int) -> String { cells[column]?[row] ?? "" }

  /// What a text of the values' column says.
  func content(_ text: String) -> CellContent { reader.read(text) }

  mutating func note(
    _ kind: MistakeKind, _ column: TableColumn, row: Int, first: Int, second: Int = 0,
    _ problem: String, remedy: String
  ) {
    let place = header.places[column] ?? 0
    faults.note(
      .init(kind: kind.rawValue, column: place, first: first, second: second), row: row,
      "column '\(column.rawValue)': " + problem, remedy: remedy)
  }

  mutating func note(_ fault: Fault) { faults.note(fault) }

  /// What kinds of mistake there are.
  enum MistakeKind: Int {
    case unknownWord, empty, contradiction, duplicate, misplaced, offScale
  }

  // MARK: Line by line

  private struct RatingKey: Hashable {
    let output: Int
    let rater: Int32
    let question: Int32
    let occasion: Int
  }

  private mutating func readLines() {
    var rows: [RatingKey: Int] = [:]
    rows.reserveCapacity(columns.rowCount)
    var numbers: [String: Int] = [:]
    var named = [Int32: Int]()
    var firstRows: [Int] = []
    var raterRows: [Int32: Int] = [:]
    var unratedRows: [String: (row: Int, questions: Set<Int32>)] = [:]
    for row in 1..<max(columns.rowCount, 1) {
      if cells[.rater]?.isEmpty(row) == true {
        readUnrated(row, known: &unratedRows)
        continue
      }
      guard let origin = origin(row) else { continue }
      // Where outputs have names, the number of the name is found without making a text.
      let output: Int
      if has(.output) {
        guard !isEmpty(.output, row) else {
          note(
            .empty, .output, row: row, first: 0, "the rated text has no name",
            remedy: "give each output a name of its own")
          continue
        }
        let number = number(.output, row)
        if let known = named[number] {
          output = known
        } else {
          output = origins.count
          named[number] = output
          begin(origin, text(.output, row), row, &firstRows)
        }
      } else {
        let name = madeName(origin, row)
        if let known = numbers[name] {
          output = known
        } else {
          output = origins.count
          numbers[name] = output
          begin(origin, name, row, &firstRows)
        }
      }
      if origins[output] != origin { contradict(row, firstRows[output], output) }
      let rater = number(.rater, row)
      let kind = raterKind(row)
      if let first = raterRows[rater] {
        if raterKind(first) != kind {
          note(
            .contradiction, .raterKind, row: row, first: Int(rater),
            "rater '\(text(.rater, row))' is '\(text(.raterKind, row))' here and "
              + "'\(text(.raterKind, first))' in line \(columns.lines[first])",
            remedy: "give one rater one kind, or two raters two names")
        }
      } else {
        raterRows[rater] = row
      }
      if has(.question), isEmpty(.question, row) {
        note(
          .empty, .question, row: row, first: 0, "the rating says of no question",
          remedy: "write the question's name")
        continue
      }
      guard let occasion = occasion(row) else { continue }
      let key = RatingKey(
        output: output, rater: rater, question: number(.question, row), occasion: occasion)
      if let first = rows[key] {
        note(
          .duplicate, .rater, row: row, first: row,
          "'\(text(.rater, row))' rated '\(outputNames[output])' here and in line "
            + "\(columns.lines[first])",
          remedy: has(.occasion)
            ? "take one of the lines out, or number the occasions 1 and 2"
            : "take one of the lines out; where the rater saw the text twice, add a column "
              + "'occasion' with 1 and 2")
        continue
      }
      rows[key] = row
      rated.append(
        RatedLine(
          row: row, output: output, rater: rater, question: key.question, raterKind: kind,
          masked: flag(.masked, masks, row), occasion: key.occasion, shownAs: shownAs(row)))
    }
    checkUnrated(unratedRows, names: numbers, named: named)
  }

  private mutating func begin(
    _ origin: TextOrigin, _ name: String, _ row: Int, _ firstRows: inout [Int]
  ) {
    origins.append(origin)
    outputNames.append(name)
    firstRows.append(row)
  }

  func isEmpty(_ column: TableColumn, _ row: Int) -> Bool { cells[column]?.isEmpty(row) ?? true }

  /// A text's name where the table gives none: all that tells it from others.
  private func madeName(_ origin: TextOrigin, _ row: Int) -> String {
    let parts = [
      origin.condition.rawValue, origin.scenario.name, text(.wording, row),
      origin.baseline?.name ?? "", origin.model ?? "", String(origin.replicate),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " / ")
  }

  /// What the text of a line is; `nil` where that cannot be said, which is noted.
  private mutating func origin(_ row: Int) -> TextOrigin? {
    var control: ControlKind?
    if has(.control), !isEmpty(.control, row), text(.control, row).lowercased() != "none" {
      control = controls[Int(number(.control, row))]
      guard control != nil else {
        note(
          .unknownWord, .control, row: row, first: Int(number(.control, row)),
          "'\(text(.control, row))' does not say which way the control points",
          remedy: "write 'show' for a text known to show it, 'show not' for one known not to, and "
            + "nothing for any other text")
        return nil
      }
    }
    let condition = conditions[Int(number(.condition, row))]
    if condition == nil, control == nil || !isEmpty(.condition, row) {
      noteCondition(row)
      return nil
    }
    let isBaseline = condition == .baseline
    let mayLackScenario = control != nil || isBaseline
    guard mayLackScenario || !isEmpty(.scenario, row) else {
      note(
        .empty, .scenario, row: row, first: 0, "the scenario is empty",
        remedy: "write which topic or task the text is about; only baselines and controls may "
          + "have none")
      return nil
    }
    if control == nil, !isBaseline, !isEmpty(.baseline, row) {
      note(
        .misplaced, .baseline, row: row, first: Int(number(.baseline, row)),
        "'\(text(.baseline, row))' stands at a text that is no baseline",
        remedy: "leave the cell empty, or make the condition 'baseline'")
    }
    let scenario = isEmpty(.scenario, row) ? text(.output, row) : text(.scenario, row)
    return TextOrigin(
      scenario: ScenarioID(scenario), wording: isEmpty(.wording, row) ? -1 : number(.wording, row),
      condition: condition ?? .baseline,
      baseline: isBaseline && !isEmpty(.baseline, row) ? BaselineID(text(.baseline, row)) : nil,
      model: isEmpty(.model, row) ? nil : text(.model, row),
      replicate: whole(.replicate, row, orElse: 1) ?? 1, control: control,
      echo: flag(.echo, echoes, row), length: length(row))
  }

  private mutating func noteCondition(_ row: Int) {
    let word = text(.condition, row)
    let all = Condition.allCases.map(\.rawValue)
    if word.isEmpty {
      note(
        .empty, .condition, row: row, first: 0, "the condition is empty",
        remedy: "write one of \(all.joined(separator: ", "))")
    } else {
      let near = Nearest.name(to: word, in: all)
      note(
        .unknownWord, .condition, row: row, first: Int(number(.condition, row)),
        "no condition is '\(word)'",
        remedy: near.map { "write '\($0)'" } ?? "write one of \(all.joined(separator: ", "))")
    }
  }

  /// Says where a line's text differs from what an earlier line said of it.
  private mutating func contradict(_ row: Int, _ first: Int, _ output: Int) {
    guard let here = origin(row), let there = origin(first) else { return }
    for column in TableColumn.allCases where column.isOfText {
      let differs =
        switch column {
        case .scenario: here.scenario != there.scenario
        case .wording: here.wording != there.wording
        case .condition: here.condition != there.condition
        case .baseline: here.baseline != there.baseline
        case .model: here.model != there.model
        case .replicate: here.replicate != there.replicate
        case .control: here.control != there.control
        case .echo: here.echo != there.echo
        case .length: here.length != there.length
        default: false
        }
      guard differs else { continue }
      note(
        .contradiction, column, row: row, first: output,
        "output '\(outputNames[output])' has '\(text(column, row))' here and "
          + "'\(text(column, first))' in line \(columns.lines[first])",
        remedy: "correct one of the lines, or give two outputs two names")
    }
  }

  // MARK: Cells

  private mutating func flag(_ column: TableColumn, _ meanings: [Bool?], _ row: Int) -> Bool {
    guard has(column) else { return false }
    let number = number(column, row)
    guard let meaning = meanings[Int(number)] else {
      note(
        .unknownWord, column, row: row, first: Int(number),
        "'\(text(column, row))' is neither yes "
          + "nor no", remedy: "write true or false")
      return false
    }
    return meaning
  }

  private mutating func raterKind(_ row: Int) -> RaterKind {
    guard has(.raterKind) else { return .person }
    let number = number(.raterKind, row)
    guard let kind = kinds[Int(number)] else {
      let all = RaterKind.allCases.map(\.rawValue)
      note(
        .unknownWord, .raterKind, row: row, first: Int(number),
        "no kind of rater is '\(text(.raterKind, row))'",
        remedy: Nearest.name(to: text(.raterKind, row), in: all).map { "write '\($0)'" }
          ?? "write one of \(all.joined(separator: ", "))")
      return .person
    }
    return kind
  }

  /// The first time that the rater saw the text, or the second; `nil` where it is neither.
  private mutating func occasion(_ row: Int) -> Int? {
    guard let occasion = whole(.occasion, row, orElse: 1) else { return nil }
    if (1...2).contains(occasion) { return occasion }
    note(
      .misplaced, .occasion, row: row, first: Int(number(.occasion, row)),
      "'\(text(.occasion, row))' is neither the first nor the second time that a rater saw the text",
      remedy: "write 1 or 2, and take later occasions out")
    return nil
  }

  private mutating func whole(_ column: TableColumn, _ row: Int, orElse other: Int) -> Int? {
    guard has(column), !isEmpty(column, row) else { return other }
    guard let value = Vocabulary.whole(text(column, row)) else {
      note(
        .unknownWord, column, row: row, first: Int(number(column, row)),
        "'\(text(column, row))' is no whole number", remedy: "number them from 1")
      return nil
    }
    return value
  }

  private mutating func shownAs(_ row: Int) -> [String: String] {
    guard has(.shownAs) else { return [:] }
    let number = number(.shownAs, row)
    guard let levels = factors[Int(number)] else {
      note(
        .unknownWord, .shownAs, row: row, first: Int(number),
        "'\(text(.shownAs, row))' does not say how the text was shown",
        remedy: "write one level, 'striking', or each factor with its level: "
          + "'byline=named; frame=striking'")
      return [:]
    }
    return levels
  }

  private mutating func length(_ row: Int) -> Double? {
    guard has(.length), !isEmpty(.length, row) else { return nil }
    guard case .number(let length) = reader.read(text(.length, row)), length >= 0 else {
      note(
        .unknownWord, .length, row: row, first: Int(number(.length, row)),
        "'\(text(.length, row))' is no length", remedy: "write the number of words, or nothing")
      return nil
    }
    return length
  }
}

// MARK: Refusals and failures

extension RatedLines {
  private mutating func readUnrated(
    _ row: Int, known: inout [String: (row: Int, questions: Set<Int32>)]
  ) {
    guard let reason = Vocabulary.refusal(text(.value, row)) else {
      note(
        .empty, .rater, row: row, first: 0, "the rating has no rater",
        remedy: "write who rated; a run that brought nothing to rate has the value "
          + Vocabulary.refusals.joined(separator: ", ") + " and no rater")
      return
    }
    guard let origin = origin(row) else { return }
    guard origin.control == nil else {
      note(
        .misplaced, .control, row: row, first: row, "a control is a text and cannot be '\(reason)'",
        remedy: "take the line out")
      return
    }
    let name =
      isEmpty(.output, row) ? "\u{0}" + madeName(origin, row) : text(.output, row)
    let question = number(.question, row)
    guard let before = known[name] else {
      known[name] = (row, [question])
      unrated.append(UnratedLine(origin: origin, reason: reason))
      return
    }
    // One refusal may stand in the table once a question.
    guard !before.questions.contains(question) else {
      note(
        .duplicate, .value, row: row, first: row,
        "the same run is '\(reason)' here and in line \(columns.lines[before.row])",
        remedy: "take one of the lines out, or number the replicates")
      return
    }
    known[name]?.questions.insert(question)
  }

  /// A run that brought nothing back has no ratings.
  private mutating func checkUnrated(
    _ unrated: [String: (row: Int, questions: Set<Int32>)], names: [String: Int],
    named: [Int32: Int]
  ) {
    guard !unrated.isEmpty else { return }
    let ratedNames = Set(outputNames)
    for (name, place) in unrated {
      let plain = name.first == "\u{0}" ? String(name.dropFirst()) : name
      guard ratedNames.contains(plain) else { continue }
      note(
        .misplaced, .value, row: place.row, first: place.row,
        "output '\(plain)' is '\(text(.value, place.row))' here and rated in other lines",
        remedy: "take one or the other out")
    }
  }
}
