import Questions
import Statistics
import TrialDesign

extension AgreementGate {
  /// From this many repeats on raters must agree with themselves.
  static let enoughRepeats = 20
  /// Fewer control texts of a kind than this show nothing.
  static let enoughControls = 4

  /// Judges agreement on the primary question; where `isBrief`, without what decides nothing.
  init(
    of question: Question, rows: PrimaryRows, agreement: QuestionAgreement, cluster: ClusterKind,
    input: AnalysisInput, isBrief: Bool = false
  ) {
    let controls = ControlComparison(of: question, rows: rows.controls, plan: input.plan)
    let repeats = Self.repeats(of: question, rows: rows, cluster: cluster)
    let matrix = RatingMatrix(repeats, raters: Set(rows.second.map(\.rater)).count)
    let floor = input.plan.agreementFloor
    let themselves: QuestionAgreement? =
      matrix.unitCount == 0 || isBrief && matrix.unitCount < Self.enoughRepeats
      ? nil
      : matrix.agreement(
        on: question, level: 1 - input.plan.alpha, resamples: input.resamples, seed: input.seed,
        enough: isBrief ? floor : nil)
    self.init(
      agreement: agreement, floor: floor, controls: controls, withThemselves: themselves,
      repeats: matrix.unitCount,
      outcome: Self.outcome(of: agreement, floor: floor, controls: controls),
      outcomeWithThemselves: matrix.unitCount < Self.enoughRepeats
        ? nil
        : themselves.map { Self.outcome(of: $0, floor: floor, controls: controls) })
  }

  /// The rule: α's interval against the floor, and what excuses a low one.
  static func outcome(
    of agreement: QuestionAgreement, floor: Double, controls: ControlComparison
  ) -> AgreementOutcome {
    if agreement.pairableOutputs == 0 { return .unknown }
    if let alpha = agreement.alpha.interval, alpha.high >= floor { return .agreed }
    guard let chanceFree = agreement.brennanPrediger.interval, chanceFree.low >= floor else {
      return .belowFloor
    }
    if let apart = controls.apart { return apart ? .excused : .belowFloor }
    guard let alpha = agreement.alpha.interval, alpha.low > 0 else { return .notShown }
    return .excused
  }

  /// Both ratings of each output that one rater saw twice: two entries a repeat.
  private static func repeats(of question: Question, rows: PrimaryRows, cluster: ClusterKind)
    -> [RatingMatrix.Entry]
  {
    var first: [String: Double] = [:]
    for row in rows.first where row.question == question.id {
      first["\(row.rater)\u{0}\(row.output)"] = row.value
    }
    var entries: [RatingMatrix.Entry] = []
    for row in rows.second where row.question == question.id {
      let unit = "\(row.rater)\u{0}\(row.output)"
      guard let before = first[unit], let now = row.value else { continue }
      let name = row.clusterName(cluster)
      entries.append(.init(unit: unit, cluster: name, column: "1", value: before))
      entries.append(.init(unit: unit, cluster: name, column: "2", value: now))
    }
    return entries
  }
}

extension ControlComparison {
  /// Compares the control texts of both kinds: each text's mean rating, by Welch.
  init(of question: Question, rows: [RatedRow], plan: AnalysisPlan) {
    func texts(_ kind: ControlKind) -> [Double] {
      let rated = rows.filter { $0.control == kind && $0.question == question.id }
      let values = Dictionary(grouping: rated, by: \.output).mapValues { $0.compactMap(\.value) }
      return values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map(\.value.mean)
    }
    let show = texts(.show)
    let showNot = texts(.showNot)
    let enough = AgreementGate.enoughControls
    guard show.count >= enough, showNot.count >= enough,
      // Four texts of each kind have a spread, so Welch's difference has a value.
      let welch = try? WelchDifference(first: show, second: showNot)
    else {
      self.init(
        show: show.count, showNot: showNot.count,
        difference: show.isEmpty || showNot.isEmpty ? nil : show.mean - showNot.mean,
        interval: nil, apart: nil)
      return
    }
    let interval = EffectEstimator.tInterval(
      show.mean - showNot.mean, welch.standardError, welch.degreesOfFreedom,
      level: 1 - 2 * plan.alpha)
    self.init(
      show: show.count, showNot: showNot.count, difference: show.mean - showNot.mean,
      interval: interval, apart: interval.low > plan.smallestEffect)
  }
}

extension RatedRow {
  /// The cluster of the row's text; a baseline text's is its scenario.
  func clusterName(_ kind: ClusterKind) -> String {
    kind == .wording && condition != .baseline ? "wording \(wording)" : scenario.name
  }
}
