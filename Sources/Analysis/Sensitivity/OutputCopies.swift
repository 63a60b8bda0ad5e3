import TrialDesign

/// Outputs of one cell that are word for word the same: one draw, however often it came back.
///
/// At temperature 0, or from a cache, ten replicates are one text. Each copy counts as the first one, so
/// that it makes no interval narrower.
struct OutputCopies: Sendable {
  /// The name of the first output with the same text, of each that is a copy.
  let firsts: [String: String]

  init(_ input: AnalysisInput) {
    struct Cell: Hashable {
      let scenario: ScenarioID
      let wording: Int
      let condition: Condition
      let baseline: BaselineID?
      let model: String?
      let text: String
    }
    var firsts: [String: String] = [:]
    guard !input.texts.isEmpty else {
      self.firsts = firsts
      return
    }
    var outputs: [String: Cell] = [:]
    for row in input.rows where row.control == nil && outputs[row.output] == nil {
      guard let text = input.texts[row.output] else { continue }
      outputs[row.output] = Cell(
        scenario: row.scenario, wording: row.wording, condition: row.condition,
        baseline: row.baseline, model: row.model, text: text)
    }
    var known: [Cell: String] = [:]
    for (output, cell) in outputs.sorted(by: { $0.key < $1.key }) {
      if let first = known[cell] { firsts[output] = first } else { known[cell] = output }
    }
    self.firsts = firsts
  }

  /// Rows in which each copy has the name of the first one.
  func collapsed(_ rows: [RatedRow]) -> [RatedRow] {
    guard !firsts.isEmpty else { return rows }
    return rows.map { row in
      firsts[row.output].map { row.renamed($0) } ?? row
    }
  }
}

extension RatedRow {
  fileprivate func renamed(_ output: String) -> RatedRow {
    RatedRow(
      scenario: scenario, wording: wording, condition: condition, baseline: baseline, model: model,
      replicate: replicate, output: output, rater: rater, raterKind: raterKind,
      question: question, value: value, guess: guess, control: control, echo: echo,
      masked: masked, occasion: occasion, length: length, shownAs: shownAs)
  }
}
