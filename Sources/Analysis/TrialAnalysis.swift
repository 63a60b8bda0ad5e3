import Faults
import Questions
import Reproducible
import TrialDesign

/// One analysis under way: what all its steps share.
struct TrialAnalysis: Sendable {
  let input: AnalysisInput
  let primary: Question
  let rows: PrimaryRows
  let design: EffectDesign
  /// Outputs that are word for word another one, and count as one with it.
  let copies: Int

  init(_ input: AnalysisInput) throws(Fault) {
    let primaries = input.questions.filter(\.isPrimary)
    guard primaries.count == 1, let primary = primaries.first else {
      throw Fault(
        .badInput, at: input.trial, "\(primaries.count) questions are primary",
        remedy: "mark exactly one question as primary: the verdict rests on it")
    }
    guard primary.form.range != nil else {
      throw Fault(
        .badInput, at: input.trial,
        "the primary question '\(primary.id)' has the form '\(primary.form.name)', which has no "
          + "order",
        remedy: "make a binary or ordinal question or a slider primary")
    }
    try Self.checkValues(input)
    let copies = OutputCopies(input)
    var input = input
    input.rows = copies.collapsed(input.rows)
    self.copies = copies.firsts.count
    let rows = PrimaryRows(input)
    let seen = Set(input.rows.filter { $0.condition != .baseline }.compactMap(\.model))
    self.input = input
    self.primary = primary
    self.rows = rows
    design = EffectDesign(
      cluster: input.wordingCount >= EffectEstimator.fewestClusters ? .wording : .scenario,
      base: Self.base(input, rows, primary),
      models: input.models.isEmpty ? seen.sorted() : input.models,
      modelsAreSample: input.plan.models == .likeThese)
  }

  private static func checkValues(_ input: AnalysisInput) throws(Fault) {
    let forms = Dictionary(
      input.questions.map { ($0.id, $0.form) }, uniquingKeysWith: { first, _ in first })
    for row in input.rows {
      guard let value = row.value, let form = forms[row.question] else { continue }
      let range = form.range ?? 0...Double(max(form.labels.count - 1, 0))
      guard form != .note, !range.contains(value) || !value.isFinite else { continue }
      throw Fault(
        .badInput, at: "\(input.trial), output \(row.output)",
        "the rating \(Numerals.fixed(value)) is not on the scale of '\(row.question)'",
        remedy: "use a value from \(Numerals.fixed(range.lowerBound, decimals: 0)) to "
          + Numerals.fixed(range.upperBound, decimals: 0))
    }
  }

  private static func base(_ input: AnalysisInput, _ rows: PrimaryRows, _ primary: Question)
    -> EffectDesign.Base
  {
    if let reference = input.plan.reference { return .reference(reference) }
    if rows.baselineIsAmbiguous { return .none(.noPrimaryBaseline) }
    let isRated =
      rows.first.contains { $0.condition == .baseline && $0.baseline == rows.baseline }
      || input.unrated.contains { $0.condition == .baseline && $0.baseline == rows.baseline }
    guard isRated else { return .none(.noBaseRate) }
    return input.baselineIsPaired ? .paired : .unpaired
  }

  /// Every step in its order.
  func result() -> TrialResult {
    let claimed = ClaimEffects(of: self)
    let effects = claimed[primary]
    let judged = Judgement(of: effects, design: design)
    let answered =
      input.unrated.isEmpty
      ? nil
      : claimed.shared(self.effects(of: primary, unrated: [], showsBeside: false), primary, self)
    let without = answered.map { Judgement(of: $0, design: design) } ?? judged
    let agreement = agreement(on: primary)
    let agreementGate = AgreementGate(
      of: primary, rows: rows, agreement: agreement, cluster: design.cluster, input: input)
    let blindingGate = BlindingGate(
      of: effects, question: primary, rows: rows, leak: conditionLeak)
    let judgement = Judgement(
      agreement: agreementGate, effects: judged, withoutUnrated: without)
    let decisive = decisiveRaters(judged, agreement: agreementGate, claimed: claimed)
    let secondary = input.questions.filter { $0 != primary && $0.isEstimated }
    let questions =
      ([questionResult(primary, effects, agreement)]
      + secondary.map {
        questionResult(
          $0, claims.contains($0) ? claimed[$0] : self.effects(of: $0, unrated: input.unrated),
          self.agreement(on: $0))
      }).adjustingForOneAnother(claims: Set(claims.map(\.id)))
    let sensitivity = self.sensitivity(effects, answered: answered)
    let information = self.information(effects.lead)
    let account = Account(
      input: input, primary: questions[0], judgement: judgement, agreement: agreementGate,
      blinding: blindingGate, sensitivity: sensitivity, information: information, design: design,
      rows: rows, decisiveRaters: decisive,
      withoutUnrated: without.verdict, neutralOverAway: effects.neutralOverAway)
    return TrialResult(
      trial: input.trial, observation: input.observation, claim: input.claim, plan: input.plan,
      verdict: judgement.verdict, reason: judgement.reason, sentence: account.sentence,
      nextStep: account.nextStep, readingNotes: Account.readingNotes, warnings: account.warnings,
      wouldChange: account.wouldChange, agreementGate: agreementGate, blindingGate: blindingGate,
      questions: questions, counts: counts(agreementGate), information: information,
      sensitivity: sensitivity, ratersApart: ratersApart, raterFactors: raterFactors,
      cluster: design.cluster,
      models: design.models, scenarioNames: scenarioNames, isSimulated: account.isSimulated,
      verdictWithoutUnrated: without.verdict, decisiveRaters: decisive,
      deviations: input.deviations, hasBaseRate: account.hasBaseRate, looks: input.looks,
      settled: account.settled)
  }

  private var scenarioNames: [String] {
    Set(rows.first.filter { $0.condition != .baseline }.map(\.scenario)).sorted().map(\.name)
  }

  /// The primary question, and those that are tested together with it.
  var claims: [Question] {
    [primary]
      + input.questions.filter {
        $0 != primary && $0.form.range != nil && input.plan.together[$0.id] != nil
      }
  }

  func plan(for question: Question) -> AnalysisPlan {
    input.plan.rules(for: question.id) ?? input.plan
  }

  func estimator(for question: Question, showsBeside: Bool) -> EffectEstimator {
    EffectEstimator(
      plan: plan(for: question), seed: input.seed, resamples: input.resamples,
      isClaim: claims.contains(question), showsBeside: showsBeside,
      sequence: input.plan.looks == .anytime
        ? question.form.range.map {
          ConfidenceSequence(width: $0.upperBound - $0.lowerBound, order: input.completionOrder)
        } : nil)
  }

  /// A reference is a value of the primary question's scale: the others have nothing to be measured against.
  func design(for question: Question) -> EffectDesign {
    guard question != primary, case .reference = design.base else { return design }
    return EffectDesign(
      cluster: design.cluster, base: .none(.noBaseRate), models: design.models,
      modelsAreSample: design.modelsAreSample)
  }

  private func texts(of question: Question, unrated: [UnratedOutput]) -> [RatedText] {
    rows.texts(question, unrated: unrated, baseline: rows.baseline)
  }

  /// The effects of a question, with or without refusals, with or without one rater.
  func effects(
    of question: Question, unrated: [UnratedOutput], without rater: String? = nil,
    showsBeside: Bool = true, fitsModels: Bool = true
  ) -> EffectSet {
    let fitsModels = fitsModels && input.fitsModels
    let echoes = rows.first.contains { $0.echo && $0.question == question.id }
    let texts = rows.texts(question, unrated: unrated, without: rater, baseline: rows.baseline)
    let clean =
      echoes
      ? rows.texts(
        question, unrated: unrated, cleanOnly: true, without: rater, baseline: rows.baseline)
      : nil
    func ratings(cleanOnly: Bool) -> [ModelledRating] {
      rows.ratings(
        question, unrated: unrated, cleanOnly: cleanOnly, without: rater, baseline: rows.baseline,
        kind: design.cluster)
    }
    return EffectSet(
      texts: texts, clean: clean, ratings: fitsModels ? ratings(cleanOnly: false) : nil,
      cleanRatings: fitsModels && echoes ? ratings(cleanOnly: true) : nil,
      design: design(for: question),
      estimator: estimator(for: question, showsBeside: showsBeside))
  }

  private func agreement(on question: Question) -> QuestionAgreement {
    let rated = rows.first.filter { $0.question == question.id }
    let matrix = RatingMatrix(
      rated.compactMap { row in
        row.value.map {
          .init(
            unit: row.output, cluster: row.clusterName(design.cluster), column: row.rater,
            value: $0)
        }
      })
    return matrix.agreement(
      on: question, level: 1 - input.plan.alpha, resamples: input.resamples, seed: input.seed)
  }

  private func questionResult(
    _ question: Question, _ effects: EffectSet, _ agreement: QuestionAgreement
  ) -> QuestionResult {
    guard question.form.range != nil else {
      return QuestionResult(countsOf: question, rows: rows, agreement: agreement)
    }
    return QuestionResult(
      of: question, effects: effects, texts: texts(of: question, unrated: input.unrated),
      rows: rows, design: design(for: question),
      estimator: estimator(for: question, showsBeside: true),
      ratings: input.fitsModels && texts(of: question, unrated: []).count <= Self.mostTextsByModel
        ? rows.ratings(
          question, unrated: input.unrated, baseline: rows.baseline, kind: design.cluster) : nil,
      agreement: agreement, input: input)
  }

  /// Raters without whom the effects would give another verdict.
  private func decisiveRaters(
    _ judged: Judgement, agreement: AgreementGate, claimed: ClaimEffects
  ) -> [String: Verdict] {
    guard agreement.passed else { return [:] }
    let rated = rows.first.filter { $0.question == primary.id }
    let raters = Set(rated.map(\.rater))
    guard raters.count > 1 else { return [:] }
    // Every rater less is another fit: of a large table t alone is judged, with the rater and without.
    let fitsModels = input.fitsModels && rated.count * raters.count <= input.mostRefitted
    func verdict(without rater: String?) -> Verdict {
      let effects = self.effects(
        of: primary, unrated: input.unrated, without: rater, showsBeside: false,
        fitsModels: fitsModels)
      return Judgement(of: claimed.shared(effects, primary, self), design: design).verdict
    }
    let whole = fitsModels ? judged.verdict : verdict(without: nil)
    var result: [String: Verdict] = [:]
    for rater in raters {
      let left = verdict(without: rater)
      if left != whole { result[rater] = left }
    }
    return result
  }

  /// Of more texts, each model's own effects go by t alone: a fit for each takes longer than all else.
  private static let mostTextsByModel = 5_000

  private func counts(_ agreement: AgreementGate) -> ResultCounts {
    let rated = rows.first.filter { $0.question == primary.id }
    let own = rated.filter { $0.condition != .baseline }
    let unrated = input.unrated.filter { $0.condition != .baseline }
    let machine = input.rows.filter { $0.raterKind == .model && $0.control == nil }
    return ResultCounts(
      scenarios: Set(own.map(\.scenario) + unrated.map(\.scenario)).count,
      wordings: input.wordingCount, models: design.models.count,
      replicates: Set(own.map(\.replicate) + unrated.map(\.replicate)).count,
      outputs: Set(rated.map(\.output)).count, raters: Set(rated.map(\.rater)).count,
      ratings: rated.count, repeats: agreement.repeats,
      controls: Set(rows.controls.filter { $0.question == primary.id }.map(\.output)).count,
      unrated: input.unrated.count,
      unratedByCondition: Dictionary(grouping: input.unrated, by: \.condition).mapValues(\.count),
      baselineTexts: Set(rated.filter { $0.condition == .baseline }.map(\.output)).count,
      prompterRatings: input.rows.count {
        $0.raterKind == .prompter && $0.control == nil && $0.question == primary.id
          && $0.occasion == 1
      },
      modelRatings: machine.count { $0.question == primary.id && $0.occasion == 1 },
      simulatedRaters: Set(rows.first.filter { $0.raterKind == .simulated }.map(\.rater)).count,
      plannedRuns: input.plannedRuns, modelRaters: Set(machine.map(\.rater)).sorted())
  }
}

extension Question {
  /// Whether its answers are estimated or counted: distractors and notes are not.
  var isEstimated: Bool { !isDistractor && form != .note && id != .conditionGuess }
}
