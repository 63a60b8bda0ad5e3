import Questions
import Testing
import TrialDesign

@testable import Analysis

@Suite struct SentenceTests {
  @Test func `holds unled`() throws {
    let result = try WrittenTrial.levels(neutral: 2, leading: 2, baseline: 0).analysed()
    #expect(
      result.sentence
        == "For these wordings, the observation holds unled: it occurs without being prompted for, "
        + "more than in the base rate (1.88 points on a scale from 0 to 4, 95 % interval 1.58 to "
        + "2.17), and wording that points to it does not add to it (0.00 points, 95 % interval "
        + "0.00 to 0.00, where 0.50 points would count).")
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
        + "for, more than in the base rate (0.88 points on a scale from 0 to 4, 95 % interval 0.58 "
        + "to 1.17), and wording that points to it adds to it (1.13 points, 95 % interval 0.83 to "
        + "1.42).")
  }

  @Test func `led`() throws {
    #expect(
      try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0).analysed().sentence
        == "For these wordings, the observation was led by the wording: when nobody leads it is "
        + "not found above the base rate (−0.13 points on a scale from 0 to 4, 95 % interval −0.42 "
        + "to 0.17, where 0.50 points would count), and wording that points to it adds to it (2.13 "
        + "points, 95 % interval 1.83 to 2.42).")
  }

  @Test func `absent and reversed`() throws {
    #expect(
      try WrittenTrial.levels(neutral: 1, leading: 0, baseline: 3).analysed().sentence
        == "For these wordings, the observation was not found: when nobody leads it is found less "
        + "than in the base rate (−2.13 points on a scale from 0 to 4, 95 % interval −2.42 to "
        + "−1.83), and wording that points to it lowers it (−1.00 points, 95 % interval −1.00 to "
        + "−1.00).")
  }

  @Test func `not settled, and how many scenarios would settle it`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.value = { condition, scenario in
      Double(scenario % 2) + (condition == .leading && scenario % 3 == 0 ? 1 : 0)
    }
    let result = try trial.analysed()
    #expect(
      result.sentence
        == "For these wordings, the observation is not settled: when nobody leads it is not found "
        + "above the base rate (0.00 points on a scale from 0 to 4, 95 % interval 0.00 to 0.00, "
        + "where 0.50 points would count), and whether wording that points to it adds to it is "
        + "open (0.38 points, 95 % interval −0.06 to 0.81).")
    #expect(
      result.nextStep
        == "Add scenarios: about 49 in all would settle it if the estimates stay as they are; more "
        + "scenarios beat more replicates.")
    #expect(result.warnings.map(\.code) == ["near_smallest_effect"])
  }

  @Test func `too few scenarios`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.scenarios = 4
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation is not settled: whether it is found above the base "
        + "rate when nobody leads is open (0.00 points on a scale from 0 to 4, fewer than five "
        + "scenarios, so no interval), and whether wording that points to it adds to it is open "
        + "(2.25 points, fewer than five scenarios, so no interval).")
  }

  @Test func `one reader and no base rate`() throws {
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.conditions = [.neutral, .leading]
    trial.raters = ["ada"]
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation was led by the wording: wording that points to it "
        + "adds to it (2.13 points on a scale from 0 to 4, 95 % interval 1.83 to 2.42); there is "
        + "no base rate. One reader rated the texts, so whether others see the same is unknown.")
    trial.value = { _, scenario in Double(scenario % 2) }
    #expect(
      try trial.analysed().sentence
        == "For these wordings, the observation was not led by the wording: wording that points to "
        + "it does not add to it (0.00 points on a scale from 0 to 4, 95 % interval 0.00 to 0.00, "
        + "where 0.50 points would count); there is no base rate, so nothing says whether it is "
        + "there. One reader rated the texts, so whether others see the same is unknown.")
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
          + "texts (Krippendorff's alpha 0."))
    #expect(result.sentence.hasSuffix("; the trial asks for 0.667)."))
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
        == "For these wordings, the observation cannot be judged: raters could see the wording's "
        + "own words in the texts, and where these were hidden the effect of the wording (0.78 "
        + "points on a scale from 0 to 4, 95 % interval 0.45 to 1.12) went down to −0.16 points, "
        + "95 % interval −0.48 to 0.16. Simulated raters gave the ratings: this tries the trial "
        + "out and finds nothing.")
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
        + "found less than the reference of 50 (−25 percentage points, 95 % interval −49 to −1), "
        + "and wording that points to it adds to it (63 percentage points, 95 % interval 24 to "
        + "101).")
  }

  @Test func `refusals, placebo and too few models are named`() throws {
    let placebo = try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0, placebo: 2)
      .analysed()
    #expect(placebo.sentence.hasSuffix("for any added text moves the ratings."))
    var few = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    few.plan = AnalysisPlan(smallestEffect: 0.5, models: .likeThese)
    #expect(
      try few.analysed().sentence
        == "For these wordings, the observation is not settled: six models of three families or "
        + "more are needed to speak of models like these, and there are 2.")
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
