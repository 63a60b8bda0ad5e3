package import Analysis
import Blinding
import Calls
import Faults
package import Foundation
import Packets
import Questions
import Record
import Reproducible
import TrialDesign

/// What a rated text is, for whoever may know.
struct TextOrigin {
  let scenario: ScenarioID
  /// Counted from 1; 0 of texts that no wording of the trial asked for.
  let wording: Int
  let condition: Condition
  let baseline: BaselineID?
  let model: String?
  let replicate: Int
  let control: ControlKind?
  let text: String

  /// How many words it has, as white space parts them.
  var words: Int { text.split(whereSeparator: \.isWhitespace).count }
}

extension OpenedTrial {
  /// Where each text comes from, by its name in the allocation table.
  func origins(_ record: RecordFile) throws -> [String: TextOrigin] {
    var origins: [String: TextOrigin] = [:]
    for output in try record.outputs {
      let cell = output.cell
      origins[output.run.name] = TextOrigin(
        scenario: cell.scenario, wording: cell.wording + 1, condition: cell.condition,
        baseline: cell.baseline, model: cell.model.name, replicate: cell.replicate, control: nil,
        text: output.text)
    }
    for baseline in trial.baselines {
      guard case .texts(let texts) = baseline.source else { continue }
      for text in texts {
        origins[Self.textID(text.file)] = TextOrigin(
          scenario: text.scenario, wording: 0, condition: .baseline, baseline: baseline.id,
          model: nil, replicate: 1, control: nil, text: text.file.text)
      }
    }
    for control in trial.controls {
      origins[Self.textID(control.file)] = TextOrigin(
        scenario: ScenarioID(Self.textID(control.file)), wording: 0, condition: .baseline,
        baseline: nil, model: nil, replicate: 1, control: control.kind, text: control.file.text)
    }
    return origins
  }

  /// The latest revision of each answer, in order; ratings that came late are left out.
  static func latest(_ ratings: [StoredRating]) -> [StoredRating] {
    struct Place: Hashable {
      let rater: String
      let position: Int
      let question: String
    }
    var newest: [Place: StoredRating] = [:]
    for rating in ratings where !rating.isLate {
      let place = Place(rater: rating.rater, position: rating.position, question: rating.question)
      if let known = newest[place], (known.revision, known.id) > (rating.revision, rating.id) {
        continue
      }
      newest[place] = rating
    }
    return newest.values.sorted {
      ($0.rater, $0.position, $0.question) < ($1.rater, $1.position, $1.question)
    }
  }

  /// All that the verdict rests on, from the record alone.
  package func analysisInput() throws -> AnalysisInput {
    let record = try requireRevealed()
    let ratings = try record.ratings
    var input = try analysisInput(of: ratings, record)
    input.looks = try looksAccount(record)
    if let looks = input.looks, let last = looks.taken.last, last.answer == .goOn,
      looks.fraction < 1
    {
      input.deviations.append(
        "Revealed before the planned end, when \(Numerals.percent(looks.fraction)) of the views were rated "
          + "and the last look had said to go on.")
    }
    return input
  }

  /// Ratings joined with what the texts were.
  func analysisInput(of ratings: [StoredRating], _ record: RecordFile) throws -> AnalysisInput {
    let origins = try origins(record)
    let views = Dictionary(uniqueKeysWithValues: try record.views.map { ($0.code, $0) })
    let echoing = try record.outputs(withTrace: "echo")
    let meanings = try record.optionMeanings
    let words = origins.mapValues { Double($0.words) }
    var met: [String: Int] = [:]
    let rows = Self.latest(ratings).compactMap { rating -> RatedRow? in
      guard rating.note == nil, let view = views[rating.code], let origin = origins[view.output]
      else { return nil }
      let isGuess = rating.guess != nil
      let occasionKey = "\(rating.rater) \(rating.code) \(rating.question)"
      met[occasionKey, default: 0] += 1
      return RatedRow(
        scenario: origin.scenario, wording: origin.wording, condition: origin.condition,
        baseline: origin.baseline, model: origin.model, replicate: origin.replicate,
        output: view.output, rater: rating.rater,
        raterKind: RaterKind(rawValue: rating.raterKind) ?? .person,
        question: isGuess ? .conditionGuess : QuestionID(rating.question), value: rating.value,
        guess: rating.guess.flatMap { meanings[$0] }.flatMap(ConditionGuess.init),
        control: origin.control, echo: echoing.contains(view.output),
        masked: View(rawValue: view.view)?.isMasked ?? false,
        occasion: isGuess ? 1 : met[occasionKey] ?? 1, length: words[view.output])
    }
    var input = AnalysisInput(
      trial: trial.name, observation: trial.observation,
      claim: trial.claim.map { ClaimPoles(about: $0.about, holds: $0.holds, fails: $0.fails) },
      questions: trial.rating.questions, plan: trial.analysis, wordingCount: trial.wordingCount,
      models: trial.trialModels.map(\.id.name), primaryBaseline: trial.primaryBaseline?.id,
      baselineIsPaired: trial.primaryBaseline?.isPaired ?? true, rows: rows,
      unrated: try unrated(record), seed: UInt64(trial.sampling.seed),
      deviations: try record.amendments.map { amendment in
        "\(UTC.day(amendment.madeAt)): \(amendment.changes.joined(separator: "; ")) "
          + "(\(amendment.because))"
      }, plannedRuns: try record.runs.count)
    input.pairing = Dictionary(
      uniqueKeysWithValues: trial.baselines.map { ($0.id, $0.isPaired) })
    input.texts = origins.mapValues(\.text)
    input.scenarioOrder = scenarioOrder
    return input
  }

  private func unrated(_ record: RecordFile) throws -> [UnratedOutput] {
    try record.runs.compactMap { run in
      guard let status = run.status, !status.hasOutput else { return nil }
      return UnratedOutput(
        scenario: run.cell.scenario, wording: run.cell.wording + 1, condition: run.cell.condition,
        baseline: run.cell.baseline, model: run.cell.model.name, replicate: run.cell.replicate,
        reason: status.isFinal ? status.rawValue : AttemptStatus.failed.rawValue)
    }
  }

  /// The result of a revealed trial; kept in the record.
  ///
  /// - Throws: ``Fault`` of kind `unfinished` before the reveal.
  package func analyse(now: Date) throws -> TrialResult {
    let result = try TrialResult(analyzing: try analysisInput())
    try requireRecord().store(analysis: result.json, now: now)
    return result
  }

  func requireRevealed() throws -> RecordFile {
    let record = try requireRecord()
    guard try record.isRevealed else {
      throw Fault(
        .unfinished, at: folder.name, "the ratings are not revealed yet",
        remedy: "reveal them when all have rated: unled reveal \(folder.name)")
    }
    return record
  }

  /// How far rating has come and how far raters agree; never an effect.
  package func progress() throws -> BlindProgress? {
    guard let packet = try packet, let record else { return nil }
    let outputs = Dictionary(uniqueKeysWithValues: try record.views.map { ($0.code, $0.output) })
    let kinds = Dictionary(
      uniqueKeysWithValues: try packet.raters.map { ($0.id.name, $0.kind.rawValue) })
    var met: [String: Int] = [:]
    let ratings = Self.latest(Self.stored(try packet.ratings, raters: try packet.raters))
      .compactMap { rating -> BlindRating? in
        guard rating.note == nil, rating.guess == nil, let output = outputs[rating.code] else {
          return nil
        }
        let key = "\(rating.rater) \(rating.code) \(rating.question)"
        met[key, default: 0] += 1
        return BlindRating(
          output: output, rater: rating.rater,
          raterKind: RaterKind(rawValue: kinds[rating.rater] ?? "") ?? .person,
          question: QuestionID(rating.question), value: rating.value, occasion: met[key] ?? 1)
      }
    return BlindProgress(questions: trial.rating.questions, ratings: ratings)
  }
}
