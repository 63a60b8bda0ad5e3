import Questions
import TrialDesign

/// The rows of an input, sorted into those that count and those that are told of.
struct PrimaryRows: Sendable {
  /// First ratings by persons and simulated raters, controls left out.
  let first: [RatedRow]
  /// Their second ratings of an output.
  let second: [RatedRow]
  /// First ratings of controls.
  let controls: [RatedRow]
  /// The baseline that presence is measured against.
  let baseline: BaselineID?
  /// Several baselines and none named primary: there is none to measure against.
  let baselineIsAmbiguous: Bool
  /// First ratings by question.
  private let columns: [QuestionID: QuestionColumns]
  /// Numbers for what texts are averaged by.
  private let cells: TextCells

  /// Sorts the rows of an input.
  ///
  /// - Parameters:
  ///   - input: Rows of any raters.
  ///   - counts: Whose ratings are looked at.
  init(_ input: AnalysisInput, counting counts: (RatedRow) -> Bool = { $0.raterKind.counts }) {
    let counted = input.rows.filter(counts)
    let texts = counted.filter { $0.control == nil }
    first = texts.filter { $0.occasion == 1 }
    second = texts.filter { $0.occasion == 2 }
    controls = counted.filter { $0.control != nil && $0.occasion == 1 }
    var names: Set<BaselineID?> = []
    for row in texts where row.condition == .baseline { names.insert(row.baseline) }
    for text in input.unrated where text.condition == .baseline { names.insert(text.baseline) }
    if let primary = input.primaryBaseline {
      baseline = primary
      baselineIsAmbiguous = false
    } else {
      baseline = names.count == 1 ? names.first ?? nil : nil
      baselineIsAmbiguous = names.count > 1
    }
    var cells = TextCells(
      kind: input.wordingCount >= EffectEstimator.fewestClusters ? .wording : .scenario)
    var columns: [QuestionID: QuestionColumns] = [:]
    for row in first {
      guard let value = row.value else { continue }
      columns[row.question, default: QuestionColumns()].add(row, value, cells: &cells)
    }
    for text in input.unrated { _ = cells.number(of: text) }
    let numbers = cells.sort()
    self.columns = columns.mapValues { columns in
      var columns = columns
      columns.renumberCells(numbers)
      return columns
    }
    self.cells = cells
  }

  /// The names of all baselines that were rated.
  var baselines: [BaselineID?] {
    let names = Set(first.filter { $0.condition == .baseline }.map(\.baseline))
    return names.sorted { ($0?.name ?? "") < ($1?.name ?? "") }
  }

  /// The rated texts of one question.
  ///
  /// - Parameters:
  ///   - question: Whose ratings.
  ///   - unrated: Refusals and failures, to be counted as the scale's lowest point.
  ///   - cleanOnly: Count an echoing output by its masked views alone.
  ///   - rater: A rater to leave out.
  ///   - baseline: The baseline that condition `baseline` stands for, other ones left out.
  /// - Returns: One element an output, with the mean of its ratings.
  func texts(
    _ question: Question, unrated: [UnratedOutput], cleanOnly: Bool = false,
    without rater: String? = nil, baseline: BaselineID?
  ) -> [RatedText] {
    var texts =
      columns[question.id]?.texts(cleanOnly: cleanOnly, without: rater, baseline: baseline) ?? []
    guard let lowest = question.form.range?.lowerBound else { return texts }
    var cells = cells
    for text in unrated where text.condition != .baseline || text.baseline == baseline {
      texts.append(
        RatedText(
          scenario: text.scenario, wording: text.wording, condition: text.condition,
          baseline: text.baseline, model: text.model, value: lowest,
          cell: cells.number(of: text)))
    }
    return texts
  }
}
