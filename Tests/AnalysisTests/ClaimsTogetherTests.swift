import Questions
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct ClaimsTogetherTests {
  @Test func `levels go up as claims are settled, and stay from the first that is not`() {
    // Holm's thresholds for four: alpha over 4, 3, 2, 1 from the smallest p up.
    let alpha = 0.05
    #expect(
      ClaimLevels.holm([0.01, 0.04, 0.03, 0.005], level: { alpha / Double($0) }) == [
        alpha / 3, alpha / 2, alpha / 2, alpha / 4,
      ])
    #expect(ClaimLevels.holm([0.2, 0.001], level: { alpha / Double($0) }) == [alpha, alpha / 2])
    #expect(
      ClaimLevels.holm([0.03, 0.04], level: { alpha / Double($0) }) == [alpha / 2, alpha / 2])
    #expect(ClaimLevels.holm([1], level: { alpha / Double($0) }) == [alpha])
  }

  private static let longing = Question(
    id: QuestionID("longing"), ask: "How much longing is there?",
    form: .ordinal(["none", "some", "much"]))

  /// Two questions: the theme is led, the longing by a lead that a single test would find.
  private func input(together: Bool, spread: Double) -> AnalysisInput {
    var trial = WrittenTrial(value: { condition, _ in condition == .leading ? 3 : 1 })
    trial.scenarios = 8
    trial.conditions = [.baseline, .neutral, .leading]
    var input = trial.input
    input.questions.append(Self.longing)
    input.rows += trial.rows.map { row in
      let number = Double(row.scenario.name.utf8.reduce(0) { $0 + Int($1) } % 4)
      let lead = row.condition == .leading ? 0.6 + spread * (number - 1.5) : 0
      return RatedRow(
        scenario: row.scenario, condition: row.condition, baseline: row.baseline,
        model: row.model, output: row.output, rater: row.rater, question: Self.longing.id,
        value: 0.5 + lead)
    }
    input.plan = AnalysisPlan(
      smallestEffect: 0.5, together: together ? [Self.longing.id: 0.25] : [:])
    return input
  }

  @Test func `a claim that is tested together has a standing and a share of alpha`() throws {
    let alone = try TrialResult(analyzing: input(together: false, spread: 0.5))
    #expect(alone.questions[1].lead.standing == nil)
    #expect(alone.questions[1].lead.adjustedP != nil)
    #expect(alone.primary.lead.interval?.level == 0.95)
    let together = try TrialResult(analyzing: input(together: true, spread: 0.5))
    // The theme's lead does not vary, so that its p is 0 and it is tested first, at half of alpha.
    #expect(together.primary.lead.interval?.level == 0.975)
    let longing = together.questions[1].lead
    #expect(longing.interval?.level == 0.95)
    #expect(longing.standing == .there)
    #expect(longing.adjustedP == nil)
    #expect(together.verdict == .led)
  }

  @Test func `where nothing is settled every claim is tested at its share`() throws {
    var input = input(together: true, spread: 2)
    input.rows = input.rows.map { row in
      guard row.question == Question.theme.id, row.condition == .leading else { return row }
      let number = Double(row.scenario.name.utf8.reduce(0) { $0 + Int($1) } % 5)
      return RatedRow(
        scenario: row.scenario, condition: row.condition, baseline: row.baseline,
        model: row.model, output: row.output, rater: row.rater, question: row.question,
        value: number)
    }
    input.rows = input.rows.map { row in
      row.value.map { $0 > 2 && row.question == Self.longing.id } == true
        ? RatedRow(
          scenario: row.scenario, condition: row.condition, baseline: row.baseline,
          model: row.model, output: row.output, rater: row.rater, question: row.question, value: 2)
        : row.value.map { $0 < 0 } == true
          ? RatedRow(
            scenario: row.scenario, condition: row.condition, baseline: row.baseline,
            model: row.model, output: row.output, rater: row.rater, question: row.question,
            value: 0) : row
    }
    let result = try TrialResult(analyzing: input)
    #expect(result.primary.lead.interval?.level == 0.975)
    #expect(result.questions[1].lead.interval?.level == 0.975)
  }

  @Test func `a reference is of the primary question's scale alone`() throws {
    var input = input(together: true, spread: 0.5)
    input.rows.removeAll { $0.condition == .baseline }
    input.plan = AnalysisPlan(
      smallestEffect: 0.5, reference: 1, together: [Self.longing.id: 0.25])
    let result = try TrialResult(analyzing: input)
    #expect(result.primary.presence.value == 0)
    #expect(result.questions[1].presence.reason == .noBaseRate)
  }
}
