import Analysis
import Faults
import Questions
import RatingTables
import Reproducible
import TrialDesign

/// Makes the input of an analysis of a table of ratings.
struct AnalysisTableReader {
  private let options: AnalysisTableOptions
  private var lines: RatedLines
  private var notes: [String] = []
  /// Choices that were made with the ratings at hand.
  private var deviations: [String] = []

  init(columns: Columns, options: AnalysisTableOptions) throws(Faults) {
    self.options = options
    guard columns.rowCount > 1 else {
      throw Faults([
        Fault(
          .badInput, at: "\(columns.name):1:1", "the table has no lines below its first",
          remedy: "write one line a rating")
      ])
    }
    lines = try RatedLines(columns)
  }

  private var name: String { lines.columns.name }

  /// Reads everything.
  ///
  /// - Throws: ``Faults``, all at once.
  func table() throws(Faults) -> AnalysisTable {
    var reader = self
    return try reader.read()
  }

  private mutating func read() throws(Faults) -> AnalysisTable {
    checkConditions()
    let asked = QuestionReader(lines: lines, options: options)
    asked.faults.forEach { lines.note($0) }
    let values = asked.readings(noting: &lines)
    let baselines = BaselinePairing(of: lines, named: options.baseline)
    if let fault = baselines.fault(at: name) { lines.note(fault) }
    if options.reference != nil, !baselines.names.isEmpty {
      lines.note(
        Fault(
          .badInput, at: name,
          "presence is measured against baselines or a reference, never both",
          remedy: "take the reference or the lines of the baselines out"))
    }
    let plan = plan(for: asked)
    guard lines.faults.isEmpty, let plan, let primary = asked.primary else {
      throw lines.faults.faults(in: lines.columns)
    }
    let wordings = WordingNumbers(of: lines)
    let rows = rows(values, asked: asked, baselines: baselines, wordings: wordings)
    let unrated = lines.unrated.map { line in
      UnratedOutput(
        scenario: baselines.scenario(of: line.origin), wording: wordings[line.origin],
        condition: line.origin.condition, baseline: line.origin.baseline, model: line.origin.model,
        replicate: line.origin.replicate, reason: line.reason)
    }
    notes += asked.notes
    notes += baselines.notes + wordings.notes + columnNotes
    if asked.scales[primary.id]?.isGuessed == true {
      deviations.append(
        "the scale of the primary question was not declared; it was guessed from the ratings")
    }
    if !lines.has(.echo) {
      deviations.append(
        "the table does not say which outputs repeat their prompt's own words, so whether these "
          + "moved ratings was not looked at")
    }
    var input = AnalysisInput(
      trial: options.trial ?? Self.stem(of: name), observation: options.observation,
      questions: asked.questions, plan: plan, wordingCount: wordings.count, models: models,
      primaryBaseline: options.baseline.map(BaselineID.init),
      baselineIsPaired: baselines.primaryIsPaired, rows: rows, unrated: unrated,
      seed: options.seed, deviations: deviations, resamples: options.resamples)
    input.pairing = baselines.pairing
    return AnalysisTable(
      input: input, notes: notes, meanLengths: meanLengths, hasEchoes: lines.has(.echo))
  }

  /// There has to be something led and something unled.
  private mutating func checkConditions() {
    guard !lines.faults.columns.contains(lines.header.places[.condition] ?? -1) else { return }
    var seen = Set(lines.origins.filter { $0.control == nil }.map(\.condition))
    seen.formUnion(lines.unrated.map(\.origin.condition))
    for condition in [Condition.neutral, .leading] where !seen.contains(condition) {
      lines.note(
        Fault(
          .badInput, at: name, "column 'condition': no line is '\(condition.rawValue)'",
          remedy: condition == .neutral
            ? "add the ratings of texts that were asked for without leading"
            : "add the ratings of texts whose wording leads toward the claim"))
    }
  }

  // MARK: The rules

  private mutating func plan(for asked: QuestionReader) -> AnalysisPlan? {
    guard let primary = asked.primary, let range = primary.form.range else { return nil }
    let width = range.upperBound - range.lowerBound
    let scale = asked.scales[primary.id]
    let smallest: Double
    if let named = options.smallestEffect {
      smallest = named
    } else if let scale, !scale.isGuessed {
      smallest = width / 8
      deviations.append(
        "no smallest effect was named; \(QuestionScale.number(smallest)) points, an eighth of the "
          + "scale, were taken")
      notes.append(
        "smallest effect: \(QuestionScale.number(smallest)) points, an eighth of the declared "
          + "scale, as none was named")
    } else {
      lines.note(
        Fault(
          .wrongUse, at: name, "no smallest effect is named, and no scale is declared",
          remedy: "name the smallest difference that would matter to you, in points: "
            + "--smallest-effect 0.5; or declare the scale, of which an eighth is then taken: "
            + "--scale \(scale?.hasOwnLabels == true ? "'absent, a hint, clearly'" : "0..4")"))
      return nil
    }
    guard smallest > 0, smallest <= width else {
      lines.note(
        Fault(
          .wrongUse, at: name,
          "the smallest effect \(QuestionScale.number(smallest)) is not on a scale of "
            + "\(QuestionScale.number(width)) points",
          remedy: "name one above 0 and up to \(QuestionScale.number(width))"))
      return nil
    }
    var reference: Double?
    if let given = options.reference {
      let value = given - (scale?.lowest ?? 0)
      guard range.contains(value) else {
        lines.note(
          Fault(
            .wrongUse, at: name,
            "the reference \(QuestionScale.number(given)) is not on the scale of '\(primary.id)'",
            remedy: "use \(scale?.choices ?? "a number on it")"))
        return nil
      }
      reference = value
    }
    let together = together(asked)
    return AnalysisPlan(
      smallestEffect: smallest, alpha: options.alpha, agreementFloor: options.agreementFloor,
      models: options.models, reference: reference, together: together)
  }

  /// The claims that are tested together with the primary one.
  private mutating func together(_ asked: QuestionReader) -> [QuestionID: Double] {
    var effects: [QuestionID: Double] = [:]
    for text in options.together {
      let place = "--together '\(text)'"
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let effect = Double(sides[1]), effect > 0, effect.isFinite else {
        lines.note(
          Fault(
            .wrongUse, at: place, "this is no question with its smallest effect",
            remedy: "write the question's name and so many points: --together mood=10"))
        continue
      }
      let others = asked.questions.filter { !$0.isPrimary && $0.form.range != nil }
      guard let question = others.first(where: { $0.id.name == sides[0] }),
        let range = question.form.range, effect <= range.upperBound - range.lowerBound
      else {
        let names = others.map(\.id.name).joined(separator: ", ")
        lines.note(
          Fault(
            .wrongUse, at: place,
            others.contains { $0.id.name == sides[0] }
              ? "the smallest effect is larger than the scale"
              : "no further question with ordered answers is '\(sides[0])'",
            remedy: names.isEmpty
              ? "leave it out: the table has no further question" : "use one of: \(names)"))
        continue
      }
      effects[question.id] = effect
    }
    return effects
  }

  // MARK: The rows

  private var models: [String] {
    var names: Set<String> = []
    for origin in lines.origins where origin.condition != .baseline && origin.control == nil {
      if let model = origin.model { names.insert(model) }
    }
    for line in lines.unrated where line.origin.condition != .baseline {
      if let model = line.origin.model { names.insert(model) }
    }
    return names.sorted()
  }

  private func rows(
    _ values: [QuestionReader.Answer?], asked: QuestionReader, baselines: BaselinePairing,
    wordings: WordingNumbers
  ) -> [RatedRow] {
    let raters = lines.texts(.rater)
    let origins = lines.origins.map { origin -> TextOrigin in
      var origin = origin
      origin.scenario = baselines.scenario(of: origin)
      return origin
    }
    let numbers = origins.map { wordings[$0] }
    return zip(lines.rated, values).compactMap { line, answer -> RatedRow? in
      guard let answer else { return nil }
      let origin = origins[line.output]
      return RatedRow(
        scenario: origin.scenario, wording: numbers[line.output], condition: origin.condition,
        baseline: origin.baseline, model: origin.model, replicate: origin.replicate,
        output: lines.outputNames[line.output], rater: raters[Int(line.rater)],
        raterKind: line.raterKind, question: asked.id(line.question), value: answer.value,
        guess: answer.guess, control: origin.control, echo: origin.echo, masked: line.masked,
        occasion: line.occasion, length: origin.length, shownAs: line.shownAs)
    }
  }

  private var meanLengths: [Condition: Double] {
    var sums: [Condition: (sum: Double, count: Int)] = [:]
    for origin in lines.origins where origin.control == nil {
      guard let length = origin.length else { continue }
      let before = sums[origin.condition] ?? (0, 0)
      sums[origin.condition] = (before.sum + length, before.count + 1)
    }
    return sums.mapValues { $0.sum / Double($0.count) }
  }

  // MARK: What is said of the table

  private var columnNotes: [String] {
    var notes: [String] = []
    if !lines.has(.output) {
      notes.append(
        "there is no column 'output': texts of the same condition, scenario, wording, model and "
          + "replicate are one output")
    }
    if !lines.has(.model) {
      notes.append("there is no column 'model': all texts count as one model's")
    }
    if !lines.header.unread.isEmpty {
      let columns = lines.header.unread.map { "'\($0)'" }.joined(separator: ", ")
      notes.append("not read: \(columns)")
    }
    return notes
  }

  /// A file's name without its ending.
  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
