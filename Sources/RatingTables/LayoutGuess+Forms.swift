import Faults

// The answers to a form: a line a respondent, a column a question.
extension LayoutGuess {
  /// The table turned round, where it is the answers to a form.
  ///
  /// - Returns: `nil` where it is none.
  /// - Throws: ``Fault`` where the columns are questions, and the lines may be people or not.
  func form() throws(Fault) -> TableShape.Kind? {
    guard hasHeader else { return nil }
    let isStamped = ColumnRole.isTimestamp(names[0])
    let people = names.indices.filter { ColumnRole.isPerson(names[$0]) }
    let respondents = people.filter { profiles[$0].isAllDifferent && !profiles[$0].isEmpty }
      .sorted { (isEmail($0) ? 1 : 0, $0) < (isEmail($1) ? 1 : 0, $1) }
    let asked = names.indices.filter {
      !people.contains($0) && !isAside($0) && !profiles[$0].isEmpty
    }
    let questions = asked.filter { ColumnRole.isQuestion(names[$0]) }
    let areQuestions = questions.count > 1 && 2 * questions.count > asked.count
    if let names = respondents.first, areQuestions || isStamped && columns.columnCount > 3 {
      return try wide(unit: nil, raters: [], raterNames: names)
    }
    guard areQuestions else { return nil }
    if isStamped, people.isEmpty { return try wide(unit: nil, raters: [], isTransposed: true) }
    throw fault(
      "the columns are called as questions are (\(shown(questions))), and a line may be a "
        + "respondent or a unit",
      "say --layout transposed where a line is a respondent, --layout wide where each column is "
        + "a rater")
  }

  private func isEmail(_ column: Int) -> Bool {
    ColumnRole.fit(names[column], .rater) == nil && isAside(column)
  }
}
