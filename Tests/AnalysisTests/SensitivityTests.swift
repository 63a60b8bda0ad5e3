import Questions
import Reproducible
import Statistics
import Testing
import TrialDesign

@testable import Analysis

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct SensitivityTests {
  /// Outputs whose rating is their length and nothing else, rated by three.
  private func byLength(
    seed: UInt64, scenarios: Int = 24, longer: Double, worth: Double, lead: Double = 0
  ) -> AnalysisInput {
    var generator = SeededGenerator(seed: seed, label: "length")
    var rows: [RatedRow] = []
    for scenario in 0..<scenarios {
      for condition in [Condition.baseline, .neutral, .leading] {
        for replicate in 1...4 {
          let longerBy = condition == .leading ? longer : 0
          let doublings = 7.5 + 0.6 * (generator.normal() + longerBy)
          for rater in ["ada", "bert", "cleo"] {
            let seen =
              2 + worth * (doublings - 7.5) + (condition == .leading ? lead : 0)
              + 0.4 * generator.normal()
            rows.append(
              RatedRow(
                scenario: WrittenTrial.scenario(scenario), condition: condition,
                baseline: condition == .baseline ? BaselineID("people") : nil, model: "alpha",
                replicate: replicate, output: "\(scenario)/\(condition.rawValue)/\(replicate)",
                rater: rater, question: Question.theme.id,
                value: min(max(seen.rounded(), 0), 4),
                length: exp2(doublings).rounded()))
          }
        }
      }
    }
    return AnalysisInput(
      trial: "by length", questions: [.theme], plan: AnalysisPlan(smallestEffect: 0.5),
      models: ["alpha"], rows: rows, resamples: 100, fitsModels: false)
  }

  private func row(_ result: TrialResult, _ way: SensitivityWay) throws -> SensitivityRow {
    try #require(result.sensitivity.rows.first { $0.way == way })
  }

  // MARK: Length

  @Test(arguments: UInt64(1)...3)
  func `3: where length alone is rewarded it is no lead among texts as long, and is warned of`(
    seed: UInt64
  ) throws {
    let result = try TrialResult(analyzing: byLength(seed: seed, longer: 1.5, worth: 1))
    #expect(try #require(result.primary.lead.interval).low > 0)
    let adjusted = try row(result, .lengthAdjusted).lead
    let matched = try row(result, .lengthMatched).lead
    #expect(abs(try #require(adjusted.value)) < 0.25)
    #expect(try #require(matched.interval).contains(0))
    let length = try #require(result.sensitivity.length)
    #expect(length.moved == ["lead"])
    #expect(abs(try #require(length.leadDoublings) - 0.9) < 0.25)
    #expect(abs(try #require(length.perDoubling) - 1) < 0.25)
    #expect(result.warnings.contains { $0.code == "length" })
  }

  @Test func `scenarios whose lengths nobody counted make no interval narrower`() throws {
    var half = byLength(seed: 5, longer: 0.5, worth: 0.5)
    let counted = Set((0..<10).map(WrittenTrial.scenario))
    for index in half.rows.indices where !counted.contains(half.rows[index].scenario) {
      half.rows[index] = half.rows[index].withoutLength
    }
    var alone = half
    alone.rows = half.rows.filter { counted.contains($0.scenario) }
    let (many, few) = (try TrialResult(analyzing: half), try TrialResult(analyzing: alone))
    let (lead, own) = (try row(many, .lengthAdjusted).lead, try row(few, .lengthAdjusted).lead)
    #expect(lead.degreesOfFreedom == 9)
    #expect(lead.clusters == 10)
    #expect(abs(try #require(lead.standardError) - (try #require(own.standardError))) < 1e-12)
  }

  @Test func `a lead that has nothing to do with length stays where it is`() throws {
    let result = try TrialResult(analyzing: byLength(seed: 4, longer: 0, worth: 0, lead: 1))
    let planned = try #require(result.primary.lead.value)
    for way in [SensitivityWay.lengthAdjusted, .lengthMatched] {
      #expect(abs(try #require(try row(result, way).lead.value) - planned) < 0.3)
    }
    #expect(result.sensitivity.length?.moved == [])
    #expect(!result.warnings.contains { $0.code == "length" })
  }

  @Test func `without lengths nothing is said of length`() throws {
    let result = try WrittenTrial(value: { condition, _ in condition == .leading ? 2 : 1 })
      .analysed()
    #expect(result.sensitivity.length == nil)
    #expect(!result.sensitivity.rows.contains { $0.way == .lengthAdjusted })
  }

  @Test func `a regression within cells is that of least squares with a column for each cell`()
    throws
  {
    let input = byLength(seed: 9, scenarios: 6, longer: 0.7, worth: 0.8)
    let analysis = try TrialAnalysis(input)
    let ratings = analysis.rows.ratings(
      .theme, unrated: [], baseline: analysis.rows.baseline, kind: .scenario)
    let sides = ComparedSides(.leading, over: .neutral, in: ratings)
    let texts = sides.textsWithLength
    let model = try LinearMixedModel(
      response: texts.map(\.value),
      fixed: (0..<6).map { cell in
        ("cell \(cell)", texts.map { $0.cell == cell ? 1.0 : 0 })
      } + [
        ("x", texts.map { $0.isFirst ? 1 : 0 }),
        ("length", texts.map { log2($0.length) }),
      ],
      random: [RandomTerm("none", labels: texts.indices.map { $0 % 2 })])
    let effect = try #require(model.fixedEffects.first { $0.name == "x" }).estimate
    let slope = try #require(model.fixedEffects.first { $0.name == "length" }).estimate
    let length = try #require(LengthSensitivity(of: sides))
    // The random term takes up next to nothing, and moves the estimates by as much.
    #expect(abs(try length.adjusted().estimate - effect) < 0.05)
    #expect(abs(try #require(length.perDoubling) - slope) < 0.05)
  }

  // MARK: The ordinal model

  @Test func `with two levels it is the log odds ratio`() throws {
    var generator = SeededGenerator(seed: 3, label: "odds")
    var trial = WrittenTrial(question: .yesNo, value: { _, _ in 0 })
    trial.scenarios = 12
    trial.rated = { _, _, _, condition in
      generator.unit() < (condition == .leading ? 0.7 : 0.4) ? 1 : 0
    }
    let input = trial.input
    let result = try TrialResult(analyzing: input)
    func odds(_ condition: Condition) -> Double {
      let values = input.rows.filter { $0.condition == condition }.compactMap(\.value)
      let yes = values.reduce(0, +)
      return yes / (Double(values.count) - yes)
    }
    let expected = try #require(try row(result, .ordinal).lead.value)
    #expect(abs(expected - log(odds(.leading) / odds(.neutral))) < 1e-9)
    #expect(try row(result, .ordinal).isInPoints == false)
  }

  @Test func `odds without a bound are withheld, not made up`() throws {
    let result = try WrittenTrial(value: { condition, _ in condition == .leading ? 4 : 0 })
      .analysed()
    let lead = try row(result, .ordinal).lead
    #expect(lead.value == nil && lead.reason != nil)
  }

  // MARK: Copies

  @Test func `copies of an output count as one, and are told of`() throws {
    var trial = SimulatedTrial(seed: 11, scenarios: 10, models: 1, replicates: 3)
    trial.raterNoise = 0.6
    var input = trial.input
    let outputs = Set(input.rows.map(\.output))
    for output in outputs {
      let parts = output.split(separator: "/")
      // All replicates of a cell are one text.
      input.texts[output] = parts.dropLast().joined(separator: "/")
    }
    let result = try TrialResult(analyzing: input)
    #expect(result.information.copies == outputs.count * 2 / 3)
    #expect(result.counts.outputs == outputs.count / 3)
    #expect(result.warnings.contains { $0.code == "copies" })
    input.texts = [:]
    #expect(try TrialResult(analyzing: input).information.copies == 0)
  }

  @Test func `effective ratings are no more than there are, and fewer where scenarios differ`()
    throws
  {
    let clustered = try TrialResult(analyzing: SimulatedTrial(seed: 5, slopeSpread: 1).input)
    let information = clustered.information
    #expect(information.ratings == 16 * 2 * 2 * 3)
    let effective = try #require(information.effectiveRatings)
    #expect(effective < Double(information.ratings) / 2)
    #expect(try #require(information.designEffect) > 2)
  }

  // MARK: Raters apart, and how texts are shown

  @Test func `who asked sees more where it was led: their gap is its own result`() throws {
    var trial = WrittenTrial(value: { condition, _ in condition == .leading ? 2 : 1 })
    trial.scenarios = 8
    let own = trial.rows
    var rows = own
    rows += own.filter { $0.rater == "ada" && $0.condition != .placebo }.map { row in
      RatedRow(
        scenario: row.scenario, condition: row.condition, baseline: row.baseline,
        model: row.model, output: row.output, rater: "the asker", raterKind: .prompter,
        question: row.question,
        value: (row.value ?? 0) + (row.condition == .leading ? 2 : 0.5))
    }
    var input = trial.input
    input.rows = rows
    let result = try TrialResult(analyzing: input)
    #expect(result.primary.lead.value == 1)
    let apart = try #require(result.ratersApart.first)
    #expect(result.ratersApart.count == 1 && apart.kind == .prompter)
    #expect(apart.raters == 1)
    #expect(abs(try #require(apart.lead.value) - 2.5) < 1e-12)
    #expect(abs(try #require(apart.gapShift.value) - 1.5) < 1e-12)
    #expect(abs(try #require(apart.gaps[.leading]).value - 2) < 1e-12)
    #expect(apart.gaps[.placebo] == nil)
    #expect(apart.lead.standing == nil)
  }

  @Test func `how texts were shown shifts raters by so much, outputs alike`() throws {
    let raters = (0..<8).map { "rater \($0)" }
    var trial = WrittenTrial(value: { condition, _ in condition == .leading ? 2 : 1 })
    trial.raters = raters
    trial.rated = { rater, value, scenario, _ in
      // The frame adds a point; each rater has a severity of a tenth more than the one before.
      let number = raters.firstIndex(of: rater) ?? 0
      return value + Double(number % 2) + Double(number / 2) / 10 + Double(scenario % 2) / 10
    }
    var input = trial.input
    input.rows = input.rows.map { row in
      let number = raters.firstIndex(of: row.rater) ?? 0
      return RatedRow(
        scenario: row.scenario, condition: row.condition, baseline: row.baseline, model: row.model,
        output: row.output, rater: row.rater, question: row.question, value: row.value,
        shownAs: ["frame": number % 2 == 0 ? "bland" : "striking"])
    }
    let factor = try #require(try TrialResult(analyzing: input).raterFactors.first)
    #expect(factor.name == "frame" && factor.levels.map(\.name) == ["bland", "striking"])
    #expect(factor.levels[0].shift.reason == .firstLevel)
    #expect(abs(try #require(factor.levels[1].shift.value) - 1) < 1e-9)
    #expect(factor.levels[1].shift.clusters == 8)
    #expect(abs(try #require(factor.levels[1].lead.value) - 1) < 1e-9)
  }

  // MARK: What a machine can guess

  @Test func `a machine that learns the words of a prompt tells conditions apart, and else not`()
    throws
  {
    var trial = WrittenTrial(value: { _, _ in 1 })
    trial.scenarios = 12
    var input = trial.input
    var generator = SeededGenerator(seed: 8, label: "words")
    let words = ["river", "lamp", "bread", "stone", "window", "letter", "winter", "harbour"]
    for output in Set(input.rows.map(\.output)).sorted() {
      input.texts[output] =
        (0..<20).map { _ in words[generator.integer(below: words.count)] }
        .joined(separator: " ") + (output.hasPrefix("leading") ? " longing" : " supper")
    }
    let marked = try #require(try TrialResult(analyzing: input).blindingGate.leak)
    #expect(marked.areaUnderCurve > 0.95 && marked.pairs == 24)
    #expect(try #require(marked.pValue) < 0.02)
    for output in input.texts.keys {
      input.texts[output] = input.texts[output]?.replacing(" longing", with: "")
        .replacing(" supper", with: "")
    }
    let plain = try #require(try TrialResult(analyzing: input).blindingGate.leak)
    #expect(plain.areaUnderCurve < 0.75)
  }
}

extension RatedRow {
  fileprivate var withoutLength: RatedRow {
    RatedRow(
      scenario: scenario, condition: condition, baseline: baseline, model: model,
      replicate: replicate, output: output, rater: rater, question: question, value: value)
  }
}
