import Analysis
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import AnalysisTables

/// A trial's rows as a trial makes them, with everything that a row can say.
struct RichTrial {
  var seed: UInt64
  var isPaired = true
  var wordings = 1
  var lead = 1.4

  static let theme = Question(
    id: QuestionID("theme"), ask: "Is the theme there?",
    form: .ordinal(["absent", "a hint", "one passage", "recurs", "throughout"]), isPrimary: true)
  static let mood = Question(
    id: QuestionID("mood"), ask: "How does it leave you?", form: .slider(low: "sad", high: "glad"))
  static let ending = Question(
    id: QuestionID("ending"), ask: "How does it end?", form: .nominal(["well", "badly", "openly"]))

  private func length(_ output: String) -> Double { Double(150 + output.utf8.count * 7 % 90) }

  private static func shown(to rater: String) -> [String: String] {
    ["byline": rater == "ann" ? "named" : "none", "frame": rater == "cleo" ? "striking" : "bland"]
  }

  var input: AnalysisInput {
    var generator = SeededGenerator(seed: seed, label: "rich trial")
    var rows: [RatedRow] = []
    var unrated: [UnratedOutput] = []
    let raters = ["ann", "=ben", "cleo", "bot", "me"]
    func rate(
      _ output: String, _ scenario: ScenarioID, _ wording: Int, _ condition: Condition,
      baseline: BaselineID? = nil, model: String?, replicate: Int = 1, level: Double,
      control: ControlKind? = nil, echo: Bool = false
    ) {
      for rater in raters {
        let kind: RaterKind = rater == "bot" ? .model : rater == "me" ? .prompter : .person
        let masked = generator.unit() < 0.5 && control == nil
        for occasion in 1...(rater == "ann" && generator.unit() < 0.5 ? 2 : 1) {
          let seen = min(max((level + generator.normal() * 0.4).rounded(), 0), 4)
          func add(_ question: Question, _ value: Double?) {
            rows.append(
              RatedRow(
                scenario: scenario, wording: wording, condition: condition, baseline: baseline,
                model: model, replicate: replicate, output: output, rater: rater, raterKind: kind,
                question: question.id, value: value, control: control, echo: echo, masked: masked,
                occasion: occasion, length: length(output), shownAs: Self.shown(to: rater)))
          }
          add(Self.theme, generator.unit() < 0.03 ? nil : seen)
          add(Self.mood, Double(generator.integer(below: 101)))
          add(Self.ending, Double(generator.integer(below: 3)))
        }
        guard control == nil, kind == .person, generator.unit() < 0.3 else { continue }
        rows.append(
          RatedRow(
            scenario: scenario, wording: wording, condition: condition, baseline: baseline,
            model: model, replicate: replicate, output: output, rater: rater, raterKind: kind,
            question: .conditionGuess, value: nil,
            guess: ConditionGuess.allCases[generator.integer(below: 4)], control: control,
            echo: echo, masked: masked, length: length(output), shownAs: Self.shown(to: rater)))
      }
    }
    for scenario in 1...10 {
      let id = ScenarioID("scenario, \"\(scenario)\"; -x")
      let wording = scenario % wordings + 1
      let height = generator.normal() * 0.5 + 0.8
      for condition in [Condition.neutral, .leading, .away, .placebo] {
        for model in ["m-a", "m-b"] {
          let level = height + (condition == .leading ? lead : 0) + generator.normal() * 0.4
          if generator.unit() < 0.06 {
            unrated.append(
              UnratedOutput(
                scenario: id, wording: wording, condition: condition, model: model,
                reason: "refused"))
            continue
          }
          rate(
            "\(condition.rawValue)/\(scenario)/\(model)", id, wording, condition, model: model,
            level: level, echo: condition == .leading && scenario % 3 == 0)
        }
      }
      rate(
        "base/\(scenario)", isPaired ? id : ScenarioID("text \(scenario)"), 0, .baseline,
        baseline: BaselineID("people"), model: nil, level: generator.normal() * 0.3)
    }
    for control in 0..<8 {
      rate(
        "control/\(control)", ScenarioID("control/\(control)"), 0, .baseline, model: nil,
        level: control < 4 ? 4 : 0, control: control < 4 ? .show : .showNot)
    }
    return AnalysisInput(
      trial: "rich", observation: "Stories return to it.",
      questions: [Self.theme, Self.ending, Self.mood],
      plan: AnalysisPlan(smallestEffect: 0.5, agreementFloor: 0.4), wordingCount: wordings,
      models: ["m-a", "m-b"], primaryBaseline: BaselineID("people"), baselineIsPaired: isPaired,
      rows: rows, unrated: unrated, seed: seed, resamples: 100)
  }

  var options: AnalysisTableOptions {
    var options = AnalysisTableOptions()
    options.trial = "rich"
    options.observation = "Stories return to it."
    options.ask = "Is the theme there?"
    options.primary = "theme"
    options.scales = [
      "0..4 absent, a hint, one passage, recurs, throughout", "mood=0..100",
      "ending=nominal: well, badly, openly",
    ]
    options.smallestEffect = 0.5
    options.agreementFloor = 0.4
    options.baseline = "people"
    options.seed = seed
    options.resamples = 100
    return options
  }
}

@Suite struct RoundTripTests {
  @Test(arguments: [(1, true, 1), (2, false, 1), (3, true, 5), (4, false, 2)])
  func `a trial's rows come back from a table, and so does its result`(
    seed: UInt64, isPaired: Bool, wordings: Int
  ) throws {
    let trial = RichTrial(seed: seed, isPaired: isPaired, wordings: wordings)
    let input = trial.input
    var read = try AnalysisTable(
      reading: [UInt8](input.csv.utf8), named: "rich.csv", options: trial.options
    ).input
    #expect(read.rows == input.rows)
    #expect(read.unrated == input.unrated)
    #expect(read.deviations == [])
    #expect(read.wordingCount == input.wordingCount)
    #expect(read.baselineIsPaired == input.baselineIsPaired)
    // How other questions are worded, and what a slider's poles are called, is in no table.
    read.questions = input.questions
    let result = try TrialResult(analyzing: input)
    #expect(try TrialResult(analyzing: read) == result)
    #expect(result.verdict != .unreadable)
  }
}
