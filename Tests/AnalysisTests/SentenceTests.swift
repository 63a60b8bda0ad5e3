import Questions
import Statistics
import Testing
import TrialDesign

@testable import Analysis

@Suite struct SentenceTests {
  @Test func `holds unled`() throws {
    let result = try WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0).analysed()
    #expect(
      result.sentence
        == "For these wordings, the observation holds unled: it occurs without being prompted "
        + "for, more than in the base rate, and wording that points to it does not add to it. "
        + "Presence is 1.88 points (95 % interval 1.58 to 2.17) and lead is 0.00 (0.00 to "
        + "0.00), on a scale from 0 to 4 on which 0.50 points would count.")
    #expect(
      result.wouldChange == [
        "With a smallest effect above 1.88 points the presence would not count as there.",
        "No smallest effect would make the lead there.",
      ])
    #expect(
      result.nextStep
        == "Ask in five wordings or more, so that the verdict speaks of more than these, or "
        + "replicate it on other scenarios, models and raters.")
    #expect(result.readingNotes.count == 2)
    #expect(result.readingNotes[1].hasSuffix("a led witness may still tell the truth."))
  }

  @Test func `partly led`() throws {
    #expect(
      try WrittenTrial.levels(neutral: 1, leading: 2, baseline: 0).analysed().sentence
        == "For these wordings, the observation is partly led: it occurs without being prompted "
        + "for, more than in the base rate, and wording that points to it adds to it. Presence "
        + "is 0.88 points (95 % interval 0.58 to 1.17) and lead is 1.13 (0.83 to 1.42), on a "
        + "scale from 0 to 4 on which 0.50 points would count.")
  }

  @Test func `led`() throws {
    #expect(
      try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0).analysed().sentence
        == "For these wordings, the observation was led by the wording: when nobody leads it is "
        + "found no more than in the base rate, and wording that points to it adds to it. "
        + "Presence is −0.13 points (95 % interval −0.42 to 0.17) and lead is 2.13 (1.83 to "
        + "2.42), on a scale from 0 to 4 on which 0.50 points would count.")
  }

  @Test func `absent and reversed`() throws {
    #expect(
      try WrittenTrial.levels(neutral: 1, leading: 0, baseline: 3).analysed().sentence
        == "For these wordings, the observation was not found: when nobody leads it is found "
        + "less than in the base rate, and wording that points to it lowers it. Presence is "
        + "−2.13 points (95 % interval −2.42 to −1.83) and lead is −1.00 (−1.00 to −1.00), on "
        + "a scale from 0 to 4 on which 0.50 points would count.")
  }

  @Test func `not settled, and how many scenarios would settle it`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.value = { condition, scenario in
      Double(scenario % 2) + (condition == .leading && scenario % 3 == 0 ? 1 : 0)
    }
    let result = try trial.analysed()
    #expect(
      result.sentence
        == "For these wordings, the observation is not settled: when nobody leads it is found "
        + "no more than in the base rate, and whether wording that points to it adds to it is "
        + "open. Presence is 0.00 points (95 % interval 0.00 to 0.00) and lead is 0.38 (−0.06 "
        + "to 0.81), on a scale from 0 to 4 on which 0.50 points would count.")
    #expect(
      result.nextStep
        == "Add about 41 more scenarios, 49 in all: that would settle it if the estimates stay as they "
        + "are; more scenarios beat more replicates.")
    #expect(result.warnings.map(\.code) == ["near_smallest_effect"])
  }

  @Test func `too few scenarios`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.scenarios = 4
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation is not settled: whether it is found more than "
        + "in the base rate when nobody leads is open, and whether wording that points to it "
        + "adds to it is open. Presence is 0.00 points (fewer than five scenarios, so no "
        + "interval) and lead is 2.25 (fewer than five scenarios, so no interval), on a scale "
        + "from 0 to 4 on which 0.50 points would count.")
  }

  @Test func `one reader and no base rate`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.conditions = [.neutral, .leading]
    trial.raters = ["ada"]
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation was led by the wording: wording that points to "
        + "it adds to it; there is no base rate. Lead is 2.13 points (95 % interval 1.83 to "
        + "2.42), on a scale from 0 to 4 on which 0.50 points would count. One reader rated "
        + "the texts, so whether others see the same is unknown.")
    trial.value = { _, scenario in Double(scenario % 2) }
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation was not led by the wording: wording that points "
        + "to it does not add to it; there is no base rate, so nothing says whether it is "
        + "there. Lead is 0.00 points (95 % interval 0.00 to 0.00), on a scale from 0 to 4 on "
        + "which 0.50 points would count. One reader rated the texts, so whether others see "
        + "the same is unknown.")
  }

  @Test func `unreadable`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.rated = { rater, value, scenario, _ in
      rater == "ada" ? value : Double((scenario * (rater == "bert" ? 3 : 2)) % 5)
    }
    let result = try trial.analysed()
    let alpha = try #require(result.agreementGate.agreement.alpha.value)
    #expect(alpha < 0.4)
    #expect(
      result.sentence.hasPrefix(
        "For these wordings, the observation cannot be judged: raters do not see the same in the "
          + "texts. Krippendorff's alpha is 0."))
    #expect(result.sentence.hasSuffix(", where the trial asks for 0.667."))
    #expect(result.wouldChange.isEmpty)
  }

  @Test func `nothing to agree on`() throws {
    #expect(
      try WrittenTrial { _, _ in 0 }.analysed().sentence
        == "For these wordings, the observation is not settled: raters agree, but nothing shows "
        + "that they would see it where it is, and there are no controls.")
  }

  @Test func `unblinded, by simulated raters`() throws {
    var trial = SimulatedTrial(seed: 1, scenarios: 24)
    trial.means = [.neutral: 1, .leading: 1, .away: 1, .placebo: 1, .baseline: 1]
    trial.echoPush = 2
    var input = trial.input
    input.rows = input.rows.map {
      RatedRow(
        scenario: $0.scenario, condition: $0.condition, baseline: $0.baseline, model: $0.model,
        output: $0.output, rater: $0.rater, raterKind: .simulated, question: $0.question,
        value: $0.value, echo: $0.echo, masked: $0.masked)
    }
    #expect(
      try TrialResult(analyzing: input).sentence
        == "For these wordings, the observation cannot be judged: raters could see the "
        + "wording's own words in the texts, and where these were hidden the effect of the "
        + "wording went down. Lead is 0.78 points (95 % interval 0.45 to 1.12) and falls to "
        + "−0.16 (−0.48 to 0.16) where they were hidden, on a scale from 0 to 4 on which 0.50 "
        + "points would count. Simulated raters gave ratings: this is a rehearsal, not a "
        + "finding.")
  }

  @Test func `a reference, and answers of yes and no`() throws {
    var trial = WrittenTrial { condition, scenario in
      condition == .leading ? (scenario % 8 == 0 ? 0 : 1) : (scenario % 4 == 0 ? 1 : 0)
    }
    trial.question = .yesNo
    trial.plan = AnalysisPlan(smallestEffect: 0.15, reference: 0.5)
    trial.scenarios = 16
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation was led by the wording: when nobody leads it is "
        + "found less than the reference, and wording that points to it adds to it. Presence "
        + "over the reference of 50 is −25 percentage points (95 % interval −49 to −1) and "
        + "lead is 63 (24 to 101), where 15 percentage points would count.")
  }

  @Test func `refusals, placebo and too few models are named`() throws {
    let placebo = try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0, placebo: 2)
      .analysed()
    #expect(placebo.sentence.contains("is open, for any added text moves the ratings."))
    var few = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    few.plan = AnalysisPlan(smallestEffect: 0.5, models: .likeThese)
    #expect(
      try few.analysed().sentence
        == "For these wordings, the observation is not settled: six models of three families or "
        + "more are needed to speak of models like these, and there are 2.")
  }

  @Test func `ratings that share no scenario are told from no ratings`() throws {
    let trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    let result = try trial.analysed { input in
      input.rows = trial.rows.enumerated().filter { index, row in
        row.rater == "ada"
          && (row.condition == .leading) == (row.scenario < WrittenTrial.scenario(4))
      }.map(\.element)
    }
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == .noPairs)
    #expect(
      result.sentence
        == "For these wordings, the observation is not settled: no scenario has ratings both led "
        + "and unled yet. One reader rated the texts, so whether others see the same is unknown.")
    #expect(result.nextStep == "Let more raters finish.")
  }

  @Test func `no bound is named that is printed as zero`() {
    #expect(!Points(form: Question.theme.form).printsAboveZero(0.004))
    #expect(!Points(form: Question.theme.form).printsAboveZero(-0.5))
    #expect(Points(form: Question.theme.form).printsAboveZero(0.006))
    #expect(!Points(form: Question.yesNo.form).printsAboveZero(0.004))
    #expect(Points(form: Question.yesNo.form).printsAboveZero(0.006))
  }

  @Test func `a neutral prompt that beats both others is named, noise is not`() throws {
    func warnings(_ trial: WrittenTrial) throws -> [Warning] {
      try trial.analysed().warnings.filter { $0.code == "neutral_outside" }
    }
    let higher = try warnings(.levels(neutral: 2, leading: 1, baseline: 0, away: 1))
    #expect(
      higher.map(\.text) == [
        "The neutral prompt scored higher than both the leading one and the one that leads away: "
          + "check whether it hints at something itself."
      ])
    let lower = try warnings(.levels(neutral: 0, leading: 2, baseline: 0, away: 1))
    #expect(lower.first?.text.contains("scored lower than both") == true)
    #expect(try warnings(.levels(neutral: 1, leading: 2, baseline: 0, away: 0)).isEmpty)
    var noise = WrittenTrial.levels(neutral: 1, leading: 1, baseline: 1)
    noise.value = { condition, scenario in
      switch (condition, scenario % 4) {
      case (.neutral, 0): 1
      case (.leading, 1), (.away, 3): 1.5
      default: Double(scenario % 2)
      }
    }
    let result = try noise.analysed()
    let lead = try #require(result.primary.lead.interval)
    #expect(lead.low < 0 && lead.high > 0)
    #expect(try #require(result.primary.lead.value) < 0)
    #expect(!result.warnings.map(\.code).contains("neutral_outside"))
  }

  @Test(arguments: UInt64(0)..<20)
  func `no sentence ascribes an inner state`(seed: UInt64) throws {
    var trial = SimulatedTrial(seed: seed, scenarios: 8)
    trial.means[.leading] = Double(seed % 4)
    let result = try TrialResult(analyzing: trial.input)
    let texts =
      [result.sentence, result.nextStep] + result.readingNotes + result.wouldChange
      + result.warnings.map(\.text)
    for word in ["feel", "want", "wish", "long for", "suffer", "believe", "think", "conscious"] {
      #expect(!texts.contains { $0.lowercased().contains(word) })
    }
  }
}
