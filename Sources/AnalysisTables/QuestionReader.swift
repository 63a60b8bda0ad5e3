import Faults
import Questions
import RatingTables
import TrialDesign

/// The questions of a table with their scales, and what each rating says on them.
struct QuestionReader {
  /// What a line answers.
  struct Answer: Hashable, Sendable {
    var value: Double?
    var guess: ConditionGuess?
  }

  /// Questions with more different words than this, in no known order, are notes.
  static let mostWords = 20

  private(set) var scales: [QuestionID: QuestionScale] = [:]
  /// The primary question first, then by name.
  private(set) var questions: [Question] = []
  private(set) var primary: Question?
  private(set) var faults: [Fault] = []
  private let names: [String]
  private let place: String

  init(lines: RatedLines, options: AnalysisTableOptions) {
    place = lines.columns.name
    names = lines.has(.question) ? lines.texts(.question) : [options.primary ?? "rating"]
    // The different cells of each question, by the number of their text.
    var cells: [Int32: Set<Int32>] = [:]
    for line in lines.rated {
      cells[line.question, default: []].insert(lines.number(.value, line.row))
    }
    let asked = cells.keys.map(id).filter { $0 != .conditionGuess }.sorted()
    let chosen = choosePrimary(asked, options.primary)
    let declared = declaredScales(options.scales, asked: asked, primary: chosen)
    let texts = lines.texts(.value)
    for (number, values) in cells {
      let id = id(number)
      guard id != .conditionGuess else { continue }
      let contents = values.sorted().map { lines.content(texts[Int($0)]) }
      if let scale = declared[id] {
        scales[id] = QuestionScale(declared: scale)
      } else if let scale = QuestionScale(guessing: contents) {
        scales[id] = scale
      } else {
        scales[id] = unordered(contents, of: id, isPrimary: id == chosen)
      }
    }
    for id in asked {
      guard let scale = scales[id] else { continue }
      let isPrimary = id == chosen
      questions.append(
        Question(
          id: id, ask: isPrimary ? options.ask ?? id.name : id.name, form: scale.form,
          isPrimary: isPrimary))
    }
    questions.sort { ($0.isPrimary ? 0 : 1, $0.id) < ($1.isPrimary ? 0 : 1, $1.id) }
    primary = questions.first { $0.isPrimary }
    if let primary, primary.form.range == nil {
      faults.append(
        Fault(
          .wrongUse, at: place, "the scale of the primary question '\(primary.id)' has no order",
          remedy: "make another question primary: --primary NAME"))
    }
  }

  /// The question of a number in the table's column.
  func id(_ number: Int32) -> QuestionID { QuestionID(names[Int(max(number, 0))]) }

  /// How each question was read.
  var notes: [String] {
    questions.compactMap { question in
      scales[question.id].map { scale in
        "'\(question.id)'\(question.isPrimary ? ", primary" : ""): \(scale.description)"
      }
    }
  }

  // MARK: Scales

  private mutating func choosePrimary(_ asked: [QuestionID], _ named: String?) -> QuestionID? {
    if let named {
      if let found = asked.first(where: { $0.name == named }) { return found }
      let known = asked.map(\.name)
      faults.append(
        Fault(
          .wrongUse, at: place, "column 'question': no question is '\(named)'",
          remedy: Nearest.name(to: named, in: known).map { "name '\($0)'" }
            ?? "name one of \(known.joined(separator: ", "))"))
      return nil
    }
    if asked.count == 1 { return asked[0] }
    faults.append(
      asked.isEmpty
        ? Fault(
          .badInput, at: place, "nobody rated anything",
          remedy: "write one line a rating, with who gave it")
        : Fault(
          .wrongUse, at: place,
          "column 'question': there are \(asked.count) questions and none is named primary",
          remedy: "name the one that the verdict rests on: "
            + asked.prefix(8).map { "--primary '\($0)'" }.joined(separator: " or ")))
    return nil
  }

  private mutating func declaredScales(
    _ texts: [String], asked: [QuestionID], primary: QuestionID?
  ) -> [QuestionID: ScaleText] {
    var scales: [QuestionID: ScaleText] = [:]
    for text in texts {
      let named = asked.filter { text.hasPrefix($0.name + "=") }.max {
        $0.name.count < $1.name.count
      }
      let scale = named.map { String(text.dropFirst($0.name.count + 1)) } ?? text
      guard let id = named ?? primary else { continue }
      guard scales[id] == nil else {
        faults.append(
          Fault(
            .wrongUse, at: "--scale '\(text)'", "the question '\(id)' has two scales",
            remedy: "declare one a question: --scale QUESTION=SCALE"))
        continue
      }
      do throws(ScaleText.Problem) {
        scales[id] = try ScaleText(scale)
      } catch {
        faults.append(
          Fault(
            .wrongUse, at: "--scale '\(text)'", "this is no scale: \(error.text)",
            remedy: "write a range such as 0..4, or labels from low to high: "
              + "'absent, a hint, clearly'; of another question, mood=0..100"))
      }
    }
    return scales
  }

  /// A scale for words whose order nobody knows; a fault where the verdict would rest on them.
  private mutating func unordered(_ contents: [CellContent], of id: QuestionID, isPrimary: Bool)
    -> QuestionScale
  {
    let words = contents.compactMap { content -> String? in
      if case .word(let word) = content { word } else { nil }
    }
    // Words that differ in their case are one.
    let labels = Dictionary(words.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
      .sorted { $0.key < $1.key }.map(\.value)
    guard !isPrimary else {
      let some = labels.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
      faults.append(
        Fault(
          .wrongUse, at: place,
          labels.isEmpty
            ? "column 'value': the scale of '\(id)' cannot be told from its ratings"
            : "column 'value': in which order the answers to '\(id)' stand is not known: \(some)",
          remedy: "declare the scale, from low to high: --scale "
            + (labels.isEmpty ? "0..4" : "'\(labels.prefix(5).joined(separator: ", "))'")))
      return QuestionScale(form: .note, lowest: 0, isGuessed: true)
    }
    return QuestionScale(
      form: (2...Self.mostWords).contains(labels.count) ? .nominal(labels) : .note, lowest: 0,
      isGuessed: true)
  }

  // MARK: Ratings

  private struct Cell: Hashable {
    let question: Int32
    let text: Int32
  }

  /// What each rated line answers; `nil` for notes and for what is noted as a fault.
  func readings(noting lines: inout RatedLines) -> [Answer?] {
    var known: [Cell: Answer?] = [:]
    let texts = lines.texts(.value)
    return lines.rated.map { line -> Answer? in
      let cell = Cell(question: line.question, text: lines.number(.value, line.row))
      if let answer = known[cell], answer != nil { return answer }
      let text = texts[Int(cell.text)]
      let answer = read(text, lines.content(text), cell, line.row, &lines)
      known[cell] = answer
      return answer
    }
  }

  private func read(
    _ text: String, _ content: CellContent, _ cell: Cell, _ row: Int, _ lines: inout RatedLines
  ) -> Answer? {
    let id = id(cell.question)
    if id == .conditionGuess {
      let guess = content == .missing ? .cannotTell : Vocabulary.guess(text)
      if let guess { return Answer(guess: guess) }
      lines.note(
        .offScale, .value, row: row, first: Int(cell.question), second: Int(cell.text),
        "'\(text)' is no guess of the condition",
        remedy: "write toward, away, neither or cannot tell")
      return nil
    }
    guard let scale = scales[id], scale.form != .note else { return nil }
    switch scale.read(text, content) {
    case .value(let value): return Answer(value: value)
    case .cannotTell: return Answer()
    case .fraction:
      lines.note(
        .offScale, .value, row: row, first: Int(cell.question), second: Int(cell.text),
        "'\(text)' lies between two levels of '\(id)'",
        remedy: "write one line a rater, not means; a rating with decimals goes on 0..100")
    case .offScale:
      lines.note(
        .offScale, .value, row: row, first: Int(cell.question), second: Int(cell.text),
        "'\(text)' is not on the scale of '\(id)' (\(scale.choices))",
        remedy: Vocabulary.refusal(text) != nil
          ? "leave the rater empty where a run brought nothing to rate"
          : scale.isGuessed
            ? "correct it, or declare the scale with --scale; leave the cell empty where the rater "
              + "could not tell"
            : "correct it, or leave the cell empty where the rater could not tell")
    }
    return nil
  }
}
