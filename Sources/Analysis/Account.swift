import Questions
import Reproducible
import TrialDesign

/// A verdict put into words: one fixed language that ascribes nothing to a model.
struct Account: Sendable {
  let input: AnalysisInput
  let primary: QuestionResult
  let judgement: Judgement
  let agreement: AgreementGate
  let blinding: BlindingGate
  let sensitivity: Sensitivity
  let information: Information
  let design: EffectDesign
  let rows: PrimaryRows
  let decisiveRaters: [String: Verdict]
  let withoutUnrated: Verdict
  /// n − c: asked for where neutral lies above or below both others.
  let neutralOverAway: EffectEstimate

  var points: Points { Points(form: primary.question.form) }
  var smallest: String { points.effect(input.plan.smallestEffect) }
  var isSimulated: Bool { rows.first.contains { $0.raterKind == .simulated } }

  var hasBaseRate: Bool {
    if case .none = design.base { return false }
    return true
  }

  /// Fewer than five wordings are no sample of ways to ask.
  var isForTheseWordings: Bool { design.cluster == .scenario }

  /// What presence is measured against.
  var base: String {
    guard case .reference(let reference) = design.base else { return "the base rate" }
    return "the reference of \(points.number(reference))"
  }

  /// The same after *more than*.
  var inBase: String {
    if case .reference = design.base { return "the reference" }
    return "in the base rate"
  }

  /// What no verdict of any kind can show; both stand under every report.
  static let readingNotes = [
    "An effect that is there says that something occurs in texts without being prompted for, more "
      + "than in the base rate; it says nothing about what a model is.",
    "An effect that the wording made does not show that nothing is there: a led witness may still "
      + "tell the truth.",
  ]
}
