import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct LookTests {
  private static func taken(_ shares: [Int], _ answer: LookAnswer = .goOn) -> [LookTaken] {
    shares.enumerated().map {
      LookTaken(
        number: $0.offset + 1, rated: $0.element, planned: 1_000, answer: answer, day: "2026-11-26")
    }
  }

  private static func account(
    _ taken: [LookTaken], now: Double, isLook: Bool = false, planned: AnalysisPlan.Looks? = nil
  ) -> LooksAccount {
    LooksAccount(
      planned: planned ?? .planned([0.5, 0.75]), taken: taken, fraction: now, alpha: 0.05,
      isLook: isLook)
  }

  @Test func `looks share alpha; nobody who looked early has all of it at the end`() {
    #expect(Self.account([], now: 1).level == 0.05)
    // Stopping without a look is no look.
    #expect(Self.account([], now: 0.6).level == 0.05)
    #expect(abs(Self.account([], now: 0.5, isLook: true).level - 0.003_050_6) < 1e-7)
    #expect(
      abs(Self.account(Self.taken([500]), now: 0.75, isLook: true).level - 0.018_32) < 1e-3)
    let end = Self.account(Self.taken([500, 750]), now: 1).level
    #expect(end < 0.05 && end > 0.04)
    // Told to go on and revealed all the same: the end, as far as alpha goes.
    #expect(Self.account(Self.taken([500, 750]), now: 0.8).level == end)
  }

  @Test func `what is revealed after enough has at least the level of that look`() {
    let look = Self.account(Self.taken([500]), now: 0.75, isLook: true).level
    let enough =
      Self.taken([500]) + [
        LookTaken(number: 2, rated: 750, planned: 1_000, answer: .enough, day: "2026-11-26")
      ]
    #expect(Self.account(enough, now: 0.75).level == look)
    #expect(Self.account(enough, now: 0.751).level == look)
    #expect(Self.account(enough, now: 0.95).level > look)
    #expect(
      Self.account(enough, now: 1).level == Self.account(Self.taken([500, 750]), now: 1).level)
  }

  @Test func `looks at any time leave alpha as it is, for the interval pays for them`() {
    #expect(
      Self.account(Self.taken([100, 200]), now: 0.3, isLook: true, planned: .anytime).level == 0.05)
  }

  @Test func `claims that share alpha each spend their part by themselves`() throws {
    let account = Self.account(Self.taken([500]), now: 1)
    let half = try AlphaSpending(alpha: 0.025, fractions: [0.5, 1]).levels[1]
    #expect(account.level(sharedBy: 2) == half)
    #expect(account.level / 2 < half)
  }

  @Test func `effects are tested at what looks leave, and agreement at the whole of alpha`() throws
  {
    var input = WrittenTrial(value: { condition, scenario in
      (condition == .leading ? 2.5 : 1) + Double(scenario % 3) / 2
    }).input
    input.plan = AnalysisPlan(smallestEffect: 0.5, looks: .planned([0.5]))
    input.looks = Self.account(Self.taken([500]), now: 1, planned: .planned([0.5]))
    let result = try TrialResult(analyzing: input)
    let level = try AlphaSpending(alpha: 0.05, fractions: [0.5, 1]).levels[1]
    #expect(result.plan.alpha == 0.05)
    #expect(result.alpha == level)
    #expect(result.primary.lead.interval?.level == 1 - level)
    #expect(result.primary.lead.narrowInterval?.level == 1 - 2 * level)
    #expect(result.primary.means[.neutral]?.interval?.level == 1 - level)
    #expect(result.agreementGate.agreement.alpha.interval?.level == 0.95)
    let json = try #require(result.json["looks"])
    #expect(json["level"]?.double == level)
    #expect(json["taken"]?.elements?.first?["answer"]?.text == "go on")
    #expect(abs((json["taken"]?.elements?.first?["level"]?.double ?? 0) - 0.003_050_6) < 1e-7)
    #expect(result.json["plan"]?["looks"]?.elements?.count == 1)
  }

  /// Ratings come in in any order; whoever looks at the half, at three quarters and at the end sees a
  /// difference where there is none in about alpha of trials, and more often without sharing it.
  @Test func `two looks and the end together err at about alpha where nothing is there`() throws {
    var (shared, unshared) = (0, 0)
    let trials = 300
    for seed in 0..<UInt64(trials) {
      var trial = SimulatedTrial(seed: seed)
      trial.scenarios = 10
      trial.models = 1
      trial.slopeSpread = 0
      trial.textSpread = 0
      trial.raterNoise = 1.2
      var generator = SeededGenerator(seed: seed, label: "arrival")
      let input = trial.input
      let rows = input.rows.filter { [.neutral, .leading].contains($0.condition) }
        .stablyShuffled(using: &generator)
      var (isShared, isUnshared) = (false, false)
      var looks: [LookTaken] = []
      for share in [0.5, 0.75, 1] {
        var now = input
        now.rows = Array(rows.prefix(Int(share * Double(rows.count))))
        let analysis = try TrialAnalysis(now)
        let lead = analysis.effects(of: .theme, unrated: [], showsBeside: false).lead
        let level = Self.account(looks, now: share, isLook: share < 1).level
        isUnshared = isUnshared || !(lead.interval?.contains(0) ?? true)
        isShared = isShared || !(lead.at(wide: level, narrow: level).interval?.contains(0) ?? true)
        looks.append(
          LookTaken(
            number: looks.count + 1, rated: Int(share * 1_000), planned: 1_000, answer: .goOn,
            day: "2026-11-26"))
      }
      shared += isShared ? 1 : 0
      unshared += isUnshared ? 1 : 0
    }
    // Three standard errors of a share of 0.05 in 300 are 0.038.
    #expect(Double(shared) / Double(trials) < 0.05 + 0.038, "\(shared) of \(trials)")
    #expect(shared < unshared, "\(shared), \(unshared)")
  }

  @Test func `enough is said where both effects are settled, and go on where one is open`() throws {
    let settled = WrittenTrial(value: { condition, scenario in
      (condition == .leading ? 3 : 1) + (scenario % 2 == 0 ? 1 : 0)
    })
    #expect(try LookAnswer(lookingAt: settled.input) == .enough)
    let open = WrittenTrial(value: { condition, scenario in
      condition == .leading ? Double(scenario % 5) : 1
    })
    #expect(try LookAnswer(lookingAt: open.input) == .goOn)
    // Raters who disagree settle nothing, whatever the means.
    var apart = settled
    apart.rated = { rater, value, _, _ in rater == "ada" ? 4 - value : value }
    #expect(try LookAnswer(lookingAt: apart.input) == .goOn)
    #expect(
      try LookAnswer(
        lookingAt: AnalysisInput(
          trial: "empty", questions: [.theme], plan: AnalysisPlan(smallestEffect: 0.5), rows: []))
        == .goOn)
  }

  @Test(arguments: [0.000_1, 0.01, 0.05, 0.8], [true, false])
  func `so early that next to nothing may be spent, nothing is settled`(
    fraction: Double, fitsModels: Bool
  ) throws {
    var input = SimulatedTrial(seed: 3, means: [.neutral: 1, .leading: 3, .baseline: 1]).input
    input.fitsModels = fitsModels
    #expect(try LookAnswer(lookingAt: input) == .enough)
    input.plan = AnalysisPlan(
      smallestEffect: 0.5, agreementFloor: 0.4, looks: .planned([0.05, 0.3]))
    input.looks = Self.account([], now: fraction, isLook: true)
    #expect(try LookAnswer(lookingAt: input) == (fraction < 0.2 ? .goOn : .enough))
  }

  @Test func `refusals that decide and a claim that is open go on`() throws {
    let settled = WrittenTrial(value: { condition, scenario in
      (condition == .leading ? 3 : 1) + (scenario % 2 == 0 ? 1 : 0)
    })
    var refusing = settled.input
    refusing.unrated = (0..<8).flatMap { scenario in
      (0..<30).map {
        UnratedOutput(
          scenario: WrittenTrial.scenario(scenario), condition: .leading, model: "alpha",
          replicate: $0 + 2, reason: "refused")
      }
    }
    #expect(try TrialResult(analyzing: refusing).reason == .refusalsDecide)
    #expect(try LookAnswer(lookingAt: refusing) == .goOn)
    var together = settled.input
    let longing = Question(
      id: QuestionID("longing"), ask: "How much longing is there?",
      form: .ordinal(["none", "some", "much"]))
    together.questions.append(longing)
    together.plan = AnalysisPlan(smallestEffect: 0.5, together: [longing.id: 0.3])
    together.rows += settled.rows.map {
      RatedRow(
        scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
        output: $0.output, rater: $0.rater, question: longing.id,
        value: $0.condition == .leading && $0.scenario.name.hasSuffix("1") ? 2 : 0)
    }
    #expect(try LookAnswer(lookingAt: together) == .goOn)
  }

  @Test func `an interval that holds at all times is wider and decides`() throws {
    var trial = WrittenTrial(value: { condition, scenario in
      (condition == .leading ? 2.5 : 1) + Double(scenario % 3) / 2
    })
    trial.scenarios = 60
    var input = trial.input
    let plain = try TrialResult(analyzing: input)
    input.plan = AnalysisPlan(smallestEffect: 0.5, looks: .anytime)
    let anytime = try TrialResult(analyzing: input)
    let sequence = try #require(anytime.primary.lead.sequence)
    let own = try #require(plain.primary.lead.interval)
    #expect(sequence.high - sequence.low > own.high - own.low)
    #expect(anytime.primary.lead.interval == sequence)
    #expect(sequence.contains(1.5))
    #expect(anytime.primary.lead.json["decided_by"]?.text == "confidence sequence")
    #expect(plain.primary.lead.sequence == nil)
    #expect(plain.interval == "t" && anytime.interval == "t and confidence sequence")
    #expect(anytime.verdict == .led)
  }

  @Test func `looked at any time, it says too much in few null worlds`() {
    // Differences of 60 scenarios around nothing; a look after each from the fifth on.
    var generator = SeededGenerator(seed: 4, label: "anytime")
    let sequence = ConfidenceSequence(width: 4, order: [:])
    var wrong = 0
    for _ in 0..<40 {
      var differences: [Cluster: Double] = [:]
      var isWrong = false
      for scenario in 0..<60 {
        differences[Cluster(wording: nil, scenario: WrittenTrial.scenario(scenario))] =
          min(max(generator.normal(), -4), 4)
        guard scenario % 5 == 4 else { continue }
        isWrong = isWrong || sequence.intervals(of: differences, alpha: 0.05)?.wide.low ?? -1 > 0
      }
      wrong += isWrong ? 1 : 0
    }
    #expect(wrong <= 4)
  }
}
