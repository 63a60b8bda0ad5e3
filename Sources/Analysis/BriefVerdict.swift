package import Faults
import Questions
import TrialDesign

/// A verdict with what it rests on, and nothing that only stands beside it.
///
/// It is the verdict of ``TrialResult`` on the same input: bootstrap, sign-flip, leaving raters out
/// and the other questions are left undone, for they decide nothing.
package struct BriefVerdict: Hashable, Sendable {
  package let verdict: Verdict
  package let reason: Reason?
  package let presence: EffectEstimate
  package let lead: EffectEstimate
  package let outcome: AgreementOutcome

  /// Judges a trial.
  ///
  /// - Throws: ``Fault``, as ``TrialResult`` does.
  package init(judging input: AnalysisInput) throws(Fault) {
    let analysis = try TrialAnalysis(input)
    let question = analysis.primary
    let effects = analysis.effects(
      of: question, unrated: input.unrated, showsBeside: false)
    let judged = Judgement(of: effects, design: analysis.design)
    let without =
      input.unrated.isEmpty
      ? judged
      : Judgement(
        of: analysis.effects(of: question, unrated: [], showsBeside: false),
        design: analysis.design)
    let gate = AgreementGate(
      of: question, rows: analysis.rows, agreement: analysis.briefAgreement,
      cluster: analysis.design.cluster, input: input, isBrief: true)
    let judgement = Judgement(agreement: gate, effects: judged, withoutUnrated: without)
    verdict = judgement.verdict
    reason = judgement.reason
    presence = effects.presence
    lead = effects.lead
    outcome = gate.outcome
  }
}

extension TrialAnalysis {
  /// How far raters see the same in the primary question, as far as the gate asks.
  fileprivate var briefAgreement: QuestionAgreement {
    let entries = rows.first.filter { $0.question == primary.id }.compactMap { row in
      row.value.map {
        RatingMatrix.Entry(
          unit: row.output, cluster: row.clusterName(design.cluster), column: row.rater, value: $0)
      }
    }
    return RatingMatrix(entries).agreement(
      on: primary, level: 1 - input.plan.alpha, resamples: input.resamples, seed: input.seed,
      enough: input.plan.agreementFloor)
  }
}
