package import Questions
package import TrialDesign

/// How much a trial asks for: the counts from which a simulation lays out texts and views.
package struct SimulatedDesign: Hashable, Sendable {
  /// What presence is measured against.
  package enum Base: Hashable, Sendable {
    /// Nothing, or the plan's fixed reference.
    case none
    /// Texts that belong to the scenarios, so many of each, by the models in turn.
    case paired(texts: Int)
    /// Texts that are scenarios of their own, so many of each.
    case unpaired(texts: Int, replicates: Int)
  }

  /// The question that the verdict rests on.
  package var question: Question
  /// What is asked for, the baseline left out.
  package var conditions: [Condition]
  package var scenarios: Int
  package var wordings: Int
  /// Whether each scenario gets every wording; else one, in turn.
  package var crossesWordings = false
  package var models: Int
  package var replicates: Int
  package var base: Base
  package var raters: Int
  package var ratersPerOutput: Int
  /// How many controls there are of each of the two kinds.
  package var controls = 0
  /// The share of its outputs that a rater sees twice.
  package var repeats = 0.0
  /// How many outputs each rater guesses the condition of.
  package var guesses = 0
  package var masksEcho = true
  /// Whether the baseline's texts exist already, so that no model is called for them.
  package var baselineIsWritten = false
  package var plan: AnalysisPlan

  package init(
    question: Question, conditions: [Condition] = [.neutral, .leading, .away, .placebo],
    scenarios: Int, wordings: Int = 1, models: Int = 2, replicates: Int = 2,
    base: Base = .paired(texts: 2), raters: Int = 8, ratersPerOutput: Int = 3,
    plan: AnalysisPlan
  ) {
    self.question = question
    self.conditions = conditions
    self.scenarios = scenarios
    self.wordings = wordings
    self.models = models
    self.replicates = replicates
    self.base = base
    self.raters = raters
    self.ratersPerOutput = ratersPerOutput
    self.plan = plan
  }

  /// The counts of a trial; `nil` where its primary question has no order.
  ///
  /// - Parameters:
  ///   - trial: Whose counts.
  ///   - raters: How many people will rate; without it, as many as it takes where nobody reads
  ///     more than 60 texts.
  package init?(of trial: Trial, raters: Int? = nil) {
    guard let question = trial.primaryQuestion, question.form.range != nil else { return nil }
    let models = max(trial.trialModels.count, 1)
    let base: Base
    if let baseline = trial.primaryBaseline, trial.analysis.reference == nil {
      let own = baseline.models.isEmpty ? models : baseline.models.count
      switch baseline.source {
      case .texts(let texts):
        base =
          baseline.isPaired
          ? .paired(texts: 1) : .unpaired(texts: texts.count, replicates: 1)
      case .prompts(let prompts):
        base = .unpaired(texts: prompts.count, replicates: baseline.replicates * own)
      case .neutralPrompts: base = .paired(texts: baseline.replicates * own)
      }
    } else {
      base = .none
    }
    self.init(
      question: question, conditions: trial.askedConditions.filter { $0 != .baseline },
      scenarios: trial.scenarios.count, wordings: max(trial.wordingCount, 1), models: models,
      replicates: trial.sampling.replicates, base: base,
      raters: trial.rating.ratersPerOutput,
      ratersPerOutput: trial.rating.ratersPerOutput, plan: trial.analysis)
    crossesWordings = trial.dealing == .cross
    controls = min(
      trial.controls.count { $0.kind == .show }, trial.controls.count { $0.kind == .showNot })
    repeats = trial.rating.repeats
    guesses = trial.rating.guessOutputs
    masksEcho = trial.rating.masksEcho
    if case .texts? = trial.primaryBaseline?.source { baselineIsWritten = true }
    let longest = 60.0
    let needed = Int((Double(ratings) / longest).rounded(.up))
    self.raters = max(raters ?? needed, trial.rating.ratersPerOutput)
  }

  /// The scale's highest value; its lowest is 0.
  package var top: Double { question.form.range?.upperBound ?? 1 }

  /// Whether presence is estimated at all.
  package var hasBase: Bool { base != .none || plan.reference != nil }

  /// Scenario by wording, as each is asked.
  var families: Int { scenarios * (crossesWordings ? wordings : 1) }

  /// How many outputs the conditions have.
  package var ownOutputs: Int { families * models * replicates * conditions.count }

  /// How many texts the baseline has.
  package var baselineTexts: Int {
    switch base {
    case .none: 0
    case .paired(let texts): scenarios * texts
    case .unpaired(let texts, let replicates): texts * replicates
    }
  }

  /// How many texts are rated, controls left out.
  package var texts: Int { ownOutputs + baselineTexts }

  /// How many calls of a model it takes.
  package var calls: Int { ownOutputs + (baselineIsWritten ? 0 : baselineTexts) }

  /// How many ratings people give, controls and repeats with them.
  package var ratings: Int {
    let views = texts * ratersPerOutput
    return views + 2 * controls * ratersPerOutput
      + Int((repeats * Double(views)).rounded(.toNearestOrAwayFromZero))
  }

  /// The same trial with more or fewer scenarios, unpaired baseline texts in like measure.
  package func with(scenarios count: Int) -> SimulatedDesign {
    var copy = self
    copy.scenarios = count
    if case .unpaired(let texts, let replicates) = base, scenarios > 0 {
      let scaled = Double(texts) * Double(count) / Double(scenarios)
      copy.base = .unpaired(texts: max(1, Int(scaled.rounded(.up))), replicates: replicates)
    }
    return copy
  }
}
