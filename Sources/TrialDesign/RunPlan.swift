package import Calls
import Reproducible

/// What a run is about: one place in the design.
package struct RunCell: Hashable, Sendable, Comparable {
  /// The scenario; for a baseline prompt of its own a name made from baseline and number.
  package let scenario: ScenarioID
  /// From 0.
  package let wording: Int
  package let condition: Condition
  package let baseline: BaselineID?
  package let model: ModelID
  /// From 1.
  package let replicate: Int

  package init(
    scenario: ScenarioID, wording: Int, condition: Condition, baseline: BaselineID?,
    model: ModelID, replicate: Int
  ) {
    self.scenario = scenario
    self.wording = wording
    self.condition = condition
    self.baseline = baseline
    self.model = model
    self.replicate = replicate
  }

  /// The cell in one line, for ids and seeds.
  package var key: String {
    JSON.array([
      .string(scenario.name), .integer(wording), .string(condition.rawValue),
      .string(baseline?.name ?? ""), .string(model.name), .integer(replicate),
    ]).canonical
  }

  package static func < (first: RunCell, second: RunCell) -> Bool {
    (first.scenario, first.condition, first.wording, first.model, first.replicate)
      < (second.scenario, second.condition, second.wording, second.model, second.replicate)
  }
}

/// One run that is to be made.
package struct PlannedRun: Hashable, Sendable {
  package let id: RunID
  package let cell: RunCell
  /// The first call, and the only one where the script holds no conversation.
  package let call: Call
  /// The texts that this run's variant says in words of its own: its slots and its system prompt.
  package let ownWords: [String]
  /// The same of the neutral variant, and the frame that all variants share.
  package let neutralWords: [String]
}

/// Everything that a trial will ask, in the order in which it goes out.
package struct RunPlan: Sendable {
  package let runs: [PlannedRun]

  /// Lays out the runs of a trial.
  ///
  /// The order is drawn from the trial's seed and spreads every condition of a scenario over the
  /// whole session, so that a provider's drift cannot look like an effect.
  ///
  /// - Complexity: O(*n* log *n*) in the number of runs.
  package init(of trial: Trial) {
    let hash = Design(of: trial).runHash
    var groups: [[PlannedRun]] = []
    for (index, scenario) in trial.scenarios.enumerated() {
      var blocks: [[PlannedRun]] = []
      let wordings =
        trial.dealing == .cross
        ? Array(0..<trial.wordingCount) : [index % max(trial.wordingCount, 1)]
      for replicate in 1...trial.sampling.replicates {
        for model in trial.trialModels {
          for wording in wordings {
            blocks.append(
              trial.askedConditions.map { condition in
                Self.run(
                  of: trial, hash: hash, scenario: scenario, wording: wording,
                  condition: condition, model: model, replicate: replicate)
              })
          }
        }
      }
      var generator = SeededGenerator(
        seed: UInt64(trial.sampling.seed), label: "order/\(scenario.id)")
      groups.append(
        blocks.stablyShuffled(using: &generator)
          .flatMap { $0.stablyShuffled(using: &generator) })
    }
    groups += Self.baselineRuns(of: trial, hash: hash)
    runs = Self.spread(groups, seed: UInt64(trial.sampling.seed))
  }

  /// How many runs a trial has, without laying them out.
  static func count(of trial: Trial) -> Double {
    let wordings = trial.dealing == .cross ? trial.wordingCount : 1
    let families = Double(trial.scenarios.count) * Double(wordings)
    let own =
      families * Double(trial.askedConditions.count) * Double(trial.trialModels.count)
      * Double(trial.sampling.replicates)
    return trial.baselines.reduce(own) { sum, baseline in
      let models = baseline.models.isEmpty ? trial.trialModels.count : baseline.models.count
      let prompts: Double =
        switch baseline.source {
        case .texts: 0
        case .prompts(let prompts): Double(prompts.count)
        case .neutralPrompts: families
        }
      return sum + prompts * Double(models) * Double(baseline.replicates)
    }
  }

  /// Merges groups so that each is spread evenly over the whole.
  private static func spread(_ groups: [[PlannedRun]], seed: UInt64) -> [PlannedRun] {
    var generator = SeededGenerator(seed: seed, label: "spread")
    var placed: [(place: Double, run: PlannedRun)] = []
    for group in groups {
      for (index, run) in group.enumerated() {
        placed.append(((Double(index) + generator.unit()) / Double(group.count), run))
      }
    }
    return placed.sorted { ($0.place, $0.run.id) < ($1.place, $1.run.id) }.map(\.run)
  }

  private static func run(
    of trial: Trial, hash: Digest, scenario: Scenario, wording index: Int, condition: Condition,
    model: ModelSpec, replicate: Int, baseline: BaselineID? = nil
  ) -> PlannedRun {
    let asked = baseline == nil ? condition : .neutral
    let wording = trial.conditions[asked]?[index] ?? Wording(slots: [:], system: nil)
    let neutral = trial.conditions[.neutral]?[index] ?? wording
    return run(
      of: trial, hash: hash,
      cell: RunCell(
        scenario: scenario.id, wording: index, condition: condition, baseline: baseline,
        model: model.id, replicate: replicate),
      wording: wording, neutral: neutral, slots: scenario.slots, model: model)
  }

  private static func run(
    of trial: Trial, hash: Digest, cell: RunCell, wording: Wording, neutral: Wording,
    slots: [String: String], model: ModelSpec
  ) -> PlannedRun {
    let shared = sharedTexts(of: trial, cell: cell, slots: slots)
    func filled(_ template: String) -> String {
      Template.fill(template, templates: wording.slots, texts: shared)
    }
    let opening = Opening(of: trial.script, wording: wording, replicate: cell.replicate)
    var messages: [Message] = []
    if let system = opening.system.map(filled), !system.isEmpty || !trial.script.isConversation {
      messages.append(Message(.system, system))
    }
    messages.append(Message(.user, filled(opening.user)))
    let speaker = opening.model.flatMap(trial.model) ?? model
    let call = Call(
      model: speaker.model, mode: speaker.mode, messages: messages,
      sampling: Sampling(
        temperature: trial.sampling.temperature, topP: trial.sampling.topP,
        maxTokens: trial.sampling.maxTokens, stop: opening.stop),
      seed: seed(of: cell, trial: trial))
    func words(_ wording: Wording) -> [String] {
      (wording.slots.keys.sorted().map { "{\($0)}" } + [wording.system].compactMap(\.self))
        .map { Template.fill($0, templates: wording.slots, texts: shared) }
    }
    return PlannedRun(
      id: RunID(Digest(of: "\(hash.hex)\n\(cell.key)").hex), cell: cell, call: call,
      ownWords: words(wording),
      neutralWords: words(neutral) + trial.script.frame
        + shared.keys.sorted().map {
          shared[$0] ?? ""
        })
  }

  /// A replicate differs in its seed alone; the seed is the cell's, from the trial's.
  private static func seed(of cell: RunCell, trial: Trial) -> Int {
    var generator = SeededGenerator(
      seed: UInt64(trial.sampling.seed), label: "call/\(cell.key)")
    return generator.integer(below: 1 << 31)
  }

  private static func baselineRuns(of trial: Trial, hash: Digest) -> [[PlannedRun]] {
    trial.baselines.flatMap { baseline -> [[PlannedRun]] in
      let models =
        baseline.models.isEmpty
        ? trial.trialModels : baseline.models.compactMap(trial.model)
      switch baseline.source {
      case .texts: return []
      case .prompts(let prompts):
        return prompts.enumerated().map { index, prompt in
          let wording = wording(ofBaselinePrompt: prompt, number: index, in: trial)
          return replicated(baseline, models) { model, replicate in
            run(
              of: trial, hash: hash,
              cell: RunCell(
                scenario: ScenarioID("\(baseline.id)/\(index + 1)"), wording: 0,
                condition: .baseline, baseline: baseline.id, model: model.id,
                replicate: replicate),
              wording: wording, neutral: wording, slots: [:], model: model)
          }
        }
      case .neutralPrompts:
        return trial.scenarios.enumerated().map { index, scenario in
          let wordings =
            trial.dealing == .cross ? Array(0..<trial.wordingCount) : [index % trial.wordingCount]
          return wordings.flatMap { wording in
            replicated(baseline, models) { model, replicate in
              run(
                of: trial, hash: hash, scenario: scenario, wording: wording,
                condition: .baseline, model: model, replicate: replicate, baseline: baseline.id)
            }
          }
        }
      }
    }
  }

  private static func replicated(
    _ baseline: Baseline, _ models: [ModelSpec], _ run: (ModelSpec, Int) -> PlannedRun
  ) -> [PlannedRun] {
    (1...baseline.replicates).flatMap { replicate in models.map { run($0, replicate) } }
  }
}
