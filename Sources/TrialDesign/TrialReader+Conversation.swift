import Calls
import Faults
import Reproducible
import Yams

/// What script, conditions, models, baselines and rating have to be to one another.
extension TrialReader {
  /// Checks a trial that was read; an open brace or an unfilled slot of its own was told before.
  func checkConversation(
    _ trial: Trial, members: [String: Node], conditions: [Condition: [PlacedWording]]
  ) {
    let script = members["script"]
    if case .instances(let instances) = trial.script.form, let script {
      check(instances, of: trial, at: script.mapping?["instances"] ?? script)
      for (condition, wordings) in conditions.sorted(by: { $0.key < $1.key }) {
        for (wording, place) in wordings where wording.system != nil {
          nodes.failOnce(
            place,
            "'\(condition.rawValue)' brings a system prompt, and each of the two instances has its own",
            remedy: "put a {slot} into theirs, and fill it here under 'slots:'")
        }
      }
    }
    if case .turns(let turns) = trial.script.form { check(turns, conditions: conditions) }
    checkBaselinePrompts(trial, at: members["baselines"])
    checkShown(trial, at: members["rating"]?.mapping?["shows"])
  }

  private func check(_ instances: Instances, of trial: Trial, at node: Node) {
    for id in [instances.one.model, instances.two.model].compactMap(\.self)
    where trial.model(id) == nil {
      nodes.fail(
        node, "an instance names the model '\(id)', which is not listed",
        remedy: Nearest.name(to: id.name, in: ["same"] + trial.models.map(\.id.name)).map {
          "write '\($0)'"
        }
          ?? "list it under 'models:', or write 'same' for the model of the run")
    }
    if instances.opens == .alternate, !trial.sampling.replicates.isMultiple(of: 2) {
      nodes.warn(
        node,
        "the two take turns to open, and \(Numerals.count(trial.sampling.replicates, "replicate")) "
          + "cannot be halved: 'one' opens more often",
        remedy: "ask for an even number of replicates")
    }
  }

  /// A condition's own system prompt takes the place of the script's: what stood there alone is gone.
  private func check(_ turns: [Script.Turn], conditions: [Condition: [PlacedWording]]) {
    let spoken = turns.compactMap { turn -> String? in
      if case .user(let text) = turn { text } else { nil }
    }
    for (condition, wordings) in conditions.sorted(by: { $0.key < $1.key }) {
      for (wording, place) in wordings {
        guard let system = wording.system,
          !slots(of: spoken + [system], filledBy: wording).contains("prompt")
        else { continue }
        nodes.fail(
          place,
          "'\(condition.rawValue)' brings a system prompt in place of the one that holds {prompt}",
          remedy: "put {prompt} into a turn, or into this system prompt too")
      }
    }
  }

  /// The prompts of a baseline have no scenario, and no slot but the prompt's.
  private func checkBaselinePrompts(_ trial: Trial, at node: Node?) {
    guard let node else { return }
    for baseline in trial.baselines {
      guard case .prompts(let prompts) = baseline.source else { continue }
      for (number, prompt) in prompts.enumerated() {
        let wording = RunPlan.wording(ofBaselinePrompt: prompt, number: number, in: trial)
        let open = slots(
          of: trial.script.frame + [wording.system].compactMap(\.self), filledBy: wording
        ).subtracting(wording.slots.keys).subtracting([Examples.slot])
        guard let slot = open.min() else { continue }
        nodes.failOnce(
          node,
          "the prompts of the baseline '\(baseline.id)' have no {\(slot)}, which the script uses",
          remedy: "take {\(slot)} out of the script, or give the baseline a folder of texts")
      }
    }
  }

  private func checkShown(_ trial: Trial, at node: Node?) {
    guard let node else { return }
    switch trial.rating.shows {
    case .lastAnswer: break
    case .conversation where !trial.script.isConversation:
      nodes.fail(
        node, "raters are to see a conversation, and the script has none",
        remedy: "leave 'shows' out, or give the script 'turns:'")
    case .conversation: break
    case .answer(let number) where number > trial.script.modelTurns:
      nodes.fail(
        node, "raters are to see answer \(number) of \(trial.script.modelTurns)",
        remedy: "name an answer that there is, or write 'last answer'")
    case .answer: break
    }
  }

  /// All slots that lead to these texts, those inside of what fills them among them.
  func slots(of templates: [String], filledBy wording: Wording) -> Set<String> {
    var used = Set(slots(of: templates))
    var open = used
    while let slot = open.popFirst() {
      guard let text = wording.slots[slot] else { continue }
      let inner = Set(slots(of: [text])).subtracting(used)
      used.formUnion(inner)
      open.formUnion(inner)
    }
    return used
  }
}
