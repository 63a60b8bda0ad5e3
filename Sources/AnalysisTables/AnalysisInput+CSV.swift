package import Analysis
import Questions
import Tables
import TrialDesign

extension AnalysisInput {
  /// The rows as a table that ``AnalysisTable`` reads back: one line a rating, then one a refusal.
  ///
  /// Ratings are numbers from 0, the lowest level. What else an analysis needs (which question is
  /// primary, the scales, the rules) is not in a table of ratings and has to be said beside it.
  package var csv: String {
    CSVWriter.text(
      header: TableColumn.allCases.map(\.rawValue),
      rows: rows.map { row in TableColumn.allCases.map { row.cell($0) } }
        + unrated.map { text in TableColumn.allCases.map { text.cell($0) } })
  }
}

extension RatedRow {
  fileprivate func cell(_ column: TableColumn) -> CSVCell {
    switch column {
    case .scenario: .text(scenario.name)
    case .wording: .integer(wording)
    case .condition: .text(condition.rawValue)
    case .baseline: .optional(baseline?.name)
    case .model: .optional(model)
    case .replicate: .integer(replicate)
    case .output: .text(output)
    case .rater: .text(rater)
    case .raterKind: .text(raterKind.rawValue)
    case .question: .text(question.name)
    case .value:
      question == .conditionGuess ? .optional(guess?.rawValue) : .optional(value)
    case .occasion: .integer(occasion)
    case .control: .optional(control?.rawValue)
    case .echo: .flag(echo)
    case .masked: .flag(masked)
    case .length: .optional(length)
    case .shownAs: .optional(shownAs.isEmpty ? nil : RaterFactorText.text(shownAs))
    }
  }
}

extension UnratedOutput {
  fileprivate func cell(_ column: TableColumn) -> CSVCell {
    switch column {
    case .scenario: .text(scenario.name)
    case .wording: .integer(wording)
    case .condition: .text(condition.rawValue)
    case .baseline: .optional(baseline?.name)
    case .model: .optional(model)
    case .replicate: .integer(replicate)
    case .value: .text(reason)
    default: .empty
    }
  }
}
