import Questions
import Statistics
import TrialDesign

/// Levels at which the claims that are tested together share alpha, by Holm's procedure.
///
/// Presence and lead are families of their own, as a single claim has alpha for each; so are *there* and
/// *not there*, which cannot both be wrong of one claim.
///
/// - SeeAlso: S. Holm (1979), "A simple sequentially rejective multiple test procedure", *Scandinavian
///   Journal of Statistics* 6(2), 65–70.
struct ClaimLevels: Hashable, Sendable {
  /// The error rates of one effect: that of *there*, two-sided, and that of *not there*.
  struct Levels: Hashable, Sendable {
    let wide: Double
    let narrow: Double
  }

  let presence: Levels
  let lead: Levels

  /// The levels of each claim.
  ///
  /// - Parameters:
  ///   - claims: Their effects at the whole alpha, and the smallest effect of each.
  ///   - level: What each of so many claims has.
  /// - Returns: The levels of each; none where there is one claim alone, which has all of alpha.
  static func shared(
    by claims: [(question: QuestionID, effects: EffectSet, smallestEffect: Double)],
    level: (Int) -> Double
  ) -> [QuestionID: ClaimLevels] {
    guard claims.count > 1 else { return [:] }
    func levels(_ effect: (EffectSet) -> EffectEstimate) -> [Levels] {
      let there = holm(claims.map { effect($0.effects).pValue ?? 1 }, level: level)
      let notThere = holm(
        claims.map { effect($0.effects).pOfReaching($0.smallestEffect) ?? 1 }, level: level)
      return zip(there, notThere).map(Levels.init)
    }
    let presences = levels(\.presence)
    let leads = levels(\.lead)
    var result: [QuestionID: ClaimLevels] = [:]
    for (index, claim) in claims.enumerated() {
      result[claim.question] = ClaimLevels(presence: presences[index], lead: leads[index])
    }
    return result
  }

  /// The level at which each is tested: that of one of those left, from the smallest p up; from the first
  /// that is not below its level on, all that are left have that one.
  ///
  /// - Parameters:
  ///   - values: Their p.
  ///   - level: What each of so many claims has: alpha over their number; where looks share alpha too, what
  ///     each spends of that by itself.
  /// - Returns: One level a claim, in the order of the values.
  /// - SeeAlso: W. Maurer, F. Bretz (2013), "Multiple testing in group sequential trials using graphical
  ///   approaches", *Statistics in Biopharmaceutical Research* 5(4), 311–320,
  ///   doi:10.1080/19466315.2013.807748.
  static func holm(_ values: [Double], level: (Int) -> Double) -> [Double] {
    var levels = [Double](repeating: level(1), count: values.count)
    var left = values.count
    var hasStopped = false
    for index in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }) {
      levels[index] = level(left)
      if values[index] > levels[index] { hasStopped = true }
      if !hasStopped { left -= 1 }
    }
    return levels
  }
}

/// The effects of all claims of a trial, at the levels that they share.
struct ClaimEffects: Sendable {
  private let levels: [QuestionID: ClaimLevels]
  private let effects: [QuestionID: EffectSet]

  init(of analysis: TrialAnalysis) {
    let whole = analysis.claims.map {
      ($0, analysis.effects(of: $0, unrated: analysis.input.unrated))
    }
    let levels = ClaimLevels.shared(
      by: whole.map { ($0.id, $1, analysis.plan(for: $0).smallestEffect) },
      level: analysis.input.level(sharedBy:))
    self.levels = levels
    effects = Dictionary(
      uniqueKeysWithValues: whole.map { question, effects in
        (question.id, Self.moved(effects, to: levels[question.id], question, analysis))
      })
  }

  /// The effects of a claim.
  subscript(claim: Question) -> EffectSet {
    guard let effects = effects[claim.id] else { preconditionFailure("\(claim.id) is no claim") }
    return effects
  }

  /// Other effects of a claim (without a rater, without refusals) at its levels.
  func shared(_ effects: EffectSet, _ claim: Question, _ analysis: TrialAnalysis) -> EffectSet {
    Self.moved(effects, to: levels[claim.id], claim, analysis)
  }

  private static func moved(
    _ effects: EffectSet, to levels: ClaimLevels?, _ claim: Question, _ analysis: TrialAnalysis
  ) -> EffectSet {
    levels.map {
      effects.at($0, estimator: analysis.estimator(for: claim, showsBeside: false))
    } ?? effects
  }
}

extension EffectSet {
  /// The same effects, those that decide with their intervals at shared levels.
  func at(_ levels: ClaimLevels, estimator: EffectEstimator) -> EffectSet {
    func moved(_ effect: EffectEstimate, _ levels: ClaimLevels.Levels) -> EffectEstimate {
      var effect = effect.at(wide: levels.wide, narrow: levels.narrow)
      if effect.interval != nil { effect.standing = estimator.standing(of: effect) }
      return effect
    }
    var effects = self
    effects.presence = moved(presence, levels.presence)
    effects.lead = moved(lead, levels.lead)
    effects.leadOverPlacebo = moved(leadOverPlacebo, levels.lead)
    effects.cleanLead = moved(cleanLead, levels.lead)
    effects.letPlaceboSpeak(smallestEffect: estimator.plan.smallestEffect)
    return effects
  }
}

extension [QuestionResult] {
  /// Adds to all effects that decide nothing their p adjusted for one another.
  func adjustingForOneAnother(claims: Set<QuestionID>) -> [QuestionResult] {
    var places: [(question: Int, effect: WritableKeyPath<QuestionResult, EffectEstimate>)] = []
    var values: [Double] = []
    for (index, result) in enumerated() where !claims.contains(result.question.id) {
      for effect in [\QuestionResult.presence, \QuestionResult.lead] {
        guard let p = result[keyPath: effect].pValue else { continue }
        places.append((index, effect))
        values.append(p)
      }
    }
    guard let adjusted = try? AdjustedPValues(of: values) else { return self }
    var results = self
    for (place, p) in zip(places, adjusted.benjaminiHochberg) {
      results[place.question][keyPath: place.effect].adjustedP = p
    }
    return results
  }
}
