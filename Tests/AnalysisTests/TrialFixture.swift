import Questions
import Reproducible
import TrialDesign

@testable import Analysis

extension Question {
  /// The primary question of most tests: five anchored levels.
  static let theme = Question(
    id: QuestionID("theme"), ask: "Is the theme there?",
    form: .ordinal(["absent", "a hint", "one passage", "recurs", "throughout"]), isPrimary: true)
  /// A primary question with two answers.
  static let yesNo = Question(
    id: QuestionID("theme"), ask: "Is the theme there?", form: .binary(no: "no", yes: "yes"),
    isPrimary: true)
}

/// A trial whose every rating is written down: what each rater says of each text.
struct WrittenTrial {
  var question = Question.theme
  var scenarios = 8
  var models = ["alpha", "beta"]
  var raters = ["ada", "bert", "cleo"]
  var wordings = 1
  var conditions = Condition.allCases
  var paired = true
  var plan = AnalysisPlan(smallestEffect: 0.5)
  /// What the raters see in a text.
  var value: (Condition, Int) -> Double
  /// What one rater makes of it: rater, value, scenario, condition.
  var rated: (String, Double, Int, Condition) -> Double? = { _, value, _, _ in value }

  /// A name that sorts as its number does.
  static func scenario(_ number: Int) -> ScenarioID {
    ScenarioID("scenario \(number < 10 ? "0" : "")\(number)")
  }

  var rows: [RatedRow] {
    var rows: [RatedRow] = []
    for scenario in 0..<scenarios {
      for condition in conditions {
        for model in models {
          let isText = condition == .baseline && !paired
          for rater in raters {
            rows.append(
              RatedRow(
                scenario: isText ? ScenarioID("text \(scenario)") : Self.scenario(scenario),
                wording: scenario % wordings + 1, condition: condition,
                baseline: condition == .baseline ? BaselineID("people") : nil,
                model: condition == .baseline ? nil : model,
                output: "\(condition.rawValue)/\(scenario)/\(condition == .baseline ? "" : model)",
                rater: rater, question: question.id,
                value: rated(rater, value(condition, scenario), scenario, condition)))
          }
          if condition == .baseline { break }
        }
      }
    }
    return rows
  }

  var input: AnalysisInput {
    AnalysisInput(
      trial: "written", observation: "Stories return to the theme.", questions: [question],
      plan: plan, wordingCount: wordings, models: models, baselineIsPaired: paired, rows: rows,
      resamples: 300, fitsModels: false)
  }

  func analysed(_ change: (inout AnalysisInput) -> Void = { _ in }) throws -> TrialResult {
    var input = input
    change(&input)
    return try TrialResult(analyzing: input)
  }

  /// Texts that are controls, rated by all raters.
  func controls(show: [Double], showNot: [Double]) -> [RatedRow] {
    let kinds: [(ControlKind, [Double])] = [(.show, show), (.showNot, showNot)]
    return kinds.flatMap { kind, values in
      values.enumerated().flatMap { index, value in
        raters.map { rater in
          RatedRow(
            scenario: ScenarioID("control"), condition: .neutral,
            output: "control/\(kind.rawValue)/\(index)", rater: rater, question: question.id,
            value: value, control: kind)
        }
      }
    }
  }
}

/// A trial as the world might give it: scenarios, texts and raters vary, ratings are whole levels.
struct SimulatedTrial {
  var seed: UInt64
  var scenarios = 16
  var models = 2
  var replicates = 1
  var raters = 6
  var ratersPerOutput = 3
  var means: [Condition: Double] = [
    .neutral: 1.5, .leading: 1.5, .away: 1.5, .placebo: 1.5, .baseline: 1.5,
  ]
  var scenarioSpread = 0.7
  /// How much the effect of a condition differs from scenario to scenario.
  var slopeSpread = 0.3
  var textSpread = 0.6
  var raterNoise = 0.4
  /// What a rater adds to every rating.
  var shift: (Int) -> Double = { _ in 0 }
  /// How much an echo in view adds to a rating of a leading output.
  var echoPush = 0.0
  /// The share of leading runs that are refused.
  var refused = 0.0

  var input: AnalysisInput {
    var generator = SeededGenerator(seed: seed, label: "simulated trial")
    var rows: [RatedRow] = []
    var unrated: [UnratedOutput] = []
    var turn = 0
    for scenario in 0..<scenarios {
      let level = generator.normal() * scenarioSpread
      for condition in Condition.allCases {
        let mean = (means[condition] ?? 0) + level + generator.normal() * slopeSpread
        for model in 0..<models {
          for replicate in 0..<replicates {
            let text = mean + generator.normal() * textSpread
            if condition == .leading, generator.unit() < refused {
              unrated.append(
                UnratedOutput(
                  scenario: WrittenTrial.scenario(scenario), condition: condition,
                  model: "model \(model)", replicate: replicate, reason: "refused"))
              continue
            }
            let echo = echoPush > 0 && condition == .leading
            for view in 0..<ratersPerOutput {
              let rater = (turn + view) % raters
              // Half of the views are masked, in every condition.
              let masked = echoPush > 0 && (turn + view) % 2 == 0
              let pushed = echo && !masked ? echoPush : 0
              let seen = text + pushed + shift(rater) + generator.normal() * raterNoise
              rows.append(
                RatedRow(
                  scenario: WrittenTrial.scenario(scenario), condition: condition,
                  baseline: condition == .baseline ? BaselineID("genres") : nil,
                  model: "model \(model)", replicate: replicate,
                  output: "\(scenario)/\(condition.rawValue)/\(model)/\(replicate)",
                  rater: "rater \(rater)", question: Question.theme.id,
                  value: min(max(seen.rounded(), 0), 4), echo: echo, masked: masked))
            }
            turn += 1
          }
        }
      }
    }
    return AnalysisInput(
      trial: "simulated", questions: [.theme],
      plan: AnalysisPlan(smallestEffect: 0.5, agreementFloor: 0.4), rows: rows, unrated: unrated,
      seed: seed, resamples: 100, fitsModels: false)
  }

  /// What the effects say, the agreement gate aside.
  func effects(without rater: String? = nil) throws -> (EffectSet, Judgement) {
    let analysis = try TrialAnalysis(input)
    let effects = analysis.effects(
      of: .theme, unrated: analysis.input.unrated, without: rater, showsBeside: false)
    return (effects, Judgement(of: effects, design: analysis.design))
  }
}
