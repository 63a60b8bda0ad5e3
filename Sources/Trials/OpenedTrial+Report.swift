import Analysis
import Blinding
import Calls
package import Foundation
import Models
import Packets
import Questions
import Record
package import Reporting
import Reproducible
import TrialDesign

extension OpenedTrial {
  /// The report of a revealed trial.
  ///
  /// - Parameters:
  ///   - own: The name of the rater who reads it, whose own answers it then shows; `nil` for none.
  ///   - software: What made the report, with its version.
  ///   - date: The report's date; `nil` where that is now.
  ///   - now: The moment of the analysis, which the log keeps.
  /// - Returns: The result with all facts beside it.
  /// - Throws: ``Fault`` of kind `unfinished` before the reveal.
  package func report(
    own: String? = nil, software: String, date: Date? = nil, now: Date
  ) throws -> Report {
    let result = try analyse(now: now)
    return Report(
      result: result, facts: try facts(of: result, own: own, software: software, now: date ?? now))
  }

  private func facts(
    of result: TrialResult, own: String?, software: String, now: Date
  ) throws -> ReportFacts {
    let record = try requireRevealed()
    let outputs = try record.outputs
    let frozen = try record.design
    let ratings = Self.latest(try record.ratings)
    let views = Dictionary(uniqueKeysWithValues: try record.views.map { ($0.code, $0) })
    let origins = try origins(record)
    let plan = RunPlan(of: trial)
    let primary = trial.primaryQuestion?.id.name
    let byOutput = Dictionary(
      grouping: ratings.filter { $0.question == primary }, by: { views[$0.code]?.output ?? "" })
    return ReportFacts(
      title: trial.name, source: trial.source, date: now, folder: folder.name,
      designHash: frozen?.design.hash, planHash: Digest(of: trial.analysis.json.canonical),
      firstRun: outputs.map(\.sentAt).min(), lastRun: outputs.map(\.sentAt).max(),
      models: models(outputs), sampling: sampling, seed: UInt64(trial.sampling.seed),
      resamples: try analysisInput().resamples, conditions: prompts(plan),
      flow: try flow(record, byOutput: byOutput, result: result),
      distinctOutputs: Self.distinct(outputs),
      blinding: try blindingFacts(record, outputs: outputs, origins: origins),
      balance: Self.balance(of: ratings, views: views, question: primary),
      amendments: try record.amendments.map {
        .init(date: $0.madeAt, change: $0.changes.joined(separator: "; "), because: $0.because)
      }, auditHead: try record.auditLog.last?.hash,
      raters: Self.raters(ratings, question: primary),
      examples: examples(outputs, byOutput: byOutput),
      ownRatings: own.map { ownRatings(of: $0, ratings, views: views, origins: origins) },
      promptCheck: try promptSentence(firstRun: outputs.map(\.sentAt).min()),
      origin: try origin(of: outputs), software: software)
  }

  private func models(_ outputs: [StoredOutput]) -> [ReportFacts.Model] {
    trial.models.map { spec in
      let own = outputs.filter { $0.cell.model == spec.id }
      let identity = [spec.model, spec.quantisation, spec.mode.rawValue].compactMap(\.self)
      return ReportFacts.Model(
        name: spec.id.name, provider: spec.provider.rawValue,
        recorded: identity.joined(separator: ", "),
        reported: Set(own.compactMap(\.reportedModel)).sorted())
    }
  }

  private var sampling: [ReportFacts.Setting] {
    var settings: [ReportFacts.Setting] = [
      .init("temperature", JSON.number(trial.sampling.temperature).canonical),
      .init("longest output, tokens", String(trial.sampling.maxTokens)),
      .init("replicates", String(trial.sampling.replicates)),
    ]
    if let topP = trial.sampling.topP { settings.append(.init("top p", "\(topP)")) }
    return settings
  }

  private func prompts(_ plan: RunPlan) -> [ReportFacts.Prompt] {
    func example(_ condition: Condition, _ baseline: BaselineID?) -> PlannedRun? {
      plan.runs.filter { $0.cell.condition == condition && $0.cell.baseline == baseline }
        .min { $0.cell < $1.cell }
    }
    let asked = trial.askedConditions.compactMap { condition -> ReportFacts.Prompt? in
      guard let run = example(condition, nil) else { return nil }
      return ReportFacts.Prompt(
        condition: condition, exampleScenario: run.cell.scenario.name,
        examplePrompt: run.call.messages.map(\.text).joined(separator: "\n\n"),
        wordings: (trial.conditions[condition] ?? []).map(\.prompt))
    }
    let baselines = trial.baselines.compactMap { baseline -> ReportFacts.Prompt? in
      guard let run = example(.baseline, baseline.id) else { return nil }
      var wordings: [String] = []
      if case .prompts(let prompts) = baseline.source { wordings = prompts }
      return ReportFacts.Prompt(
        condition: .baseline, baseline: baseline.id, exampleScenario: run.cell.scenario.name,
        examplePrompt: run.call.messages.map(\.text).joined(separator: "\n\n"), wordings: wordings)
    }
    return asked + baselines
  }

  private func flow(
    _ record: RecordFile, byOutput: [String: [StoredRating]], result: TrialResult
  ) throws -> ReportFacts.Flow {
    let runs = try record.runs
    func count(_ status: AttemptStatus) -> Int { runs.count { $0.status == status } }
    let inPacket = Set(try record.views.map(\.output))
    let runIDs = Set(runs.map(\.id.name))
    let rated = Set(byOutput.keys)
    let controls = Set(trial.controls.map { Self.textID($0.file) })
    let texts = rated.subtracting(runIDs).subtracting(controls)
    var excluded: [ReportFacts.Exclusion] = []
    let ratedControls = rated.intersection(controls).count
    if ratedControls > 0 { excluded.append(.init("controls, in no estimate", ratedControls)) }
    let sent = runs.count { $0.attempts > 0 }
    let finalStatuses = count(.answered) + count(.cut) + count(.refused) + count(.filtered)
    return ReportFacts.Flow(
      planned: runs.count, sent: sent, answered: count(.answered), refused: count(.refused),
      filtered: count(.filtered), cut: count(.cut), empty: count(.empty),
      failed: sent - finalStatuses - count(.empty), outputs: try record.outputs.count,
      inPacket: inPacket.count, rated: rated.count,
      analysed: rated.intersection(runIDs).count + texts.count, excluded: excluded)
  }

  private static func distinct(_ outputs: [StoredOutput]) -> [ReportFacts.Distinct] {
    struct Cell: Hashable {
      let condition: Condition
      let model: ModelID
    }
    return Dictionary(grouping: outputs) {
      Cell(condition: $0.cell.condition, model: $0.cell.model)
    }.sorted { ($0.key.condition, $0.key.model) < ($1.key.condition, $1.key.model) }
      .map { cell, outputs in
        ReportFacts.Distinct(
          condition: cell.condition, model: cell.model.name, draws: outputs.count,
          distinct: Set(outputs.map(\.text)).count)
      }
  }

  private func blindingFacts(
    _ record: RecordFile, outputs: [StoredOutput], origins: [String: TextOrigin]
  ) throws -> ReportFacts.Blinding {
    let echoing = try record.outputs(withTrace: "echo").compactMap { origins[$0]?.condition }
    let views = try record.views
    let words = Dictionary(grouping: outputs, by: \.cell.condition).mapValues { outputs in
      Double(outputs.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count })
        / Double(outputs.count)
    }
    return ReportFacts.Blinding(
      selfNamingMasked: try record.outputs(withTrace: "self-naming").count,
      echoingOutputs: Dictionary(echoing.map { ($0, 1) }, uniquingKeysWith: +),
      maskedViews: views.count { $0.view == View.echoMasked.rawValue },
      shamViews: views.count { $0.view == View.shamMasked.rawValue }, meanWords: words)
  }

  private static func balance(
    of ratings: [StoredRating], views: [String: StoredView], question: String?
  ) -> ReportFacts.Balance? {
    let counts = Dictionary(
      grouping: ratings.filter { $0.question == question }, by: { views[$0.code]?.output ?? "" }
    ).mapValues { Set($0.map(\.rater)).count }
    let rated = Set(views.values.map(\.output)).map { counts[$0] ?? 0 }
    guard let fewest = rated.min(), let most = rated.max() else { return nil }
    return .init(fewestRatings: fewest, mostRatings: most)
  }

  private static func raters(
    _ ratings: [StoredRating], question: String?
  ) -> [ReportFacts.Rater] {
    Dictionary(grouping: ratings.filter { $0.question == question }, by: \.rater)
      .sorted { $0.key < $1.key }.enumerated().map { index, rater in
        ReportFacts.Rater(
          pseudonym: "rater \(index + 1)",
          kind: rater.value.first.flatMap { RaterKind(rawValue: $0.raterKind) } ?? .person,
          ratings: rater.value.count)
      }
  }

  /// Of each condition the first two outputs by scenario: chosen before anybody rated them.
  private func examples(
    _ outputs: [StoredOutput], byOutput: [String: [StoredRating]]
  ) -> [ReportFacts.Example] {
    Dictionary(grouping: outputs, by: \.cell.condition).sorted { $0.key < $1.key }
      .flatMap { condition, outputs in
        outputs.sorted { $0.cell < $1.cell }.prefix(2).map { output in
          let values = (byOutput[output.run.name] ?? []).compactMap(\.value)
          return ReportFacts.Example(
            code: byOutput[output.run.name]?.first?.code ?? "", condition: condition,
            model: output.cell.model.name, scenario: output.cell.scenario.name, text: output.text,
            meanRating: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count),
            ratings: values.count)
        }
      }
  }

  private func ownRatings(
    of name: String, _ ratings: [StoredRating], views: [String: StoredView],
    origins: [String: TextOrigin]
  ) -> [ReportFacts.OwnRating] {
    guard let question = trial.primaryQuestion else { return [] }
    return ratings.filter { $0.raterName == name && $0.question == question.id.name }
      .compactMap { rating in
        guard let view = views[rating.code], let origin = origins[view.output],
          origin.control == nil
        else { return nil }
        let answer = rating.value.map { question.describe(.value($0)) } ?? "cannot tell"
        return ReportFacts.OwnRating(
          code: rating.code, text: view.shown, condition: origin.condition, answer: answer)
      }
  }

  private func origin(of outputs: [StoredOutput]) throws -> ReportFacts.Origin {
    guard let via = outputs.first(where: { $0.via.hasPrefix("recorded:") })?.via else {
      return .live
    }
    let lines = try recordedLines(String(via.dropFirst("recorded:".count)))
    guard let line = lines.first else { return .live }
    return .recording(
      ReportFacts.Recording(
        model: line.model, quantisation: line.quantisation, server: line.server, date: line.date))
  }
}
