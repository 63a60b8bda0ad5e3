import Calls

/// How a run begins: what its first call says, and to whom.
struct Opening: Hashable {
  /// The system prompt; `nil` where there is none.
  let system: String?
  /// What the user says; the slots of both are still to be filled.
  let user: String
  /// The model that is asked; `nil` for the model of the run.
  let model: ModelID?
  /// Texts at which the output ends.
  let stop: [String]

  /// - Parameters:
  ///   - script: The trial's script.
  ///   - wording: How this run asks; a system prompt of its own takes the place of the script's.
  ///   - replicate: From 1; who opens a conversation of two may depend on it.
  init(of script: Script, wording: Wording, replicate: Int) {
    switch script.form {
    case .prompt, .document, .turns:
      system = wording.system ?? script.system
      model = nil
      stop = script.stop
    case .instances(let instances):
      let opener = instances.opener(ofReplicate: replicate)
      system = opener.system
      model = opener.model
      // The phrase ends the conversation, so it has to stand in the answer that ends it.
      stop = []
    }
    switch script.form {
    case .prompt: user = Script.barePrompt
    case .document(let document, _): user = document
    case .turns(let turns):
      // The reader saw to it that the user begins.
      if case .user(let text)? = turns.first { user = text } else { user = Script.barePrompt }
    case .instances(let instances): user = instances.opening
    }
  }
}

extension RunPlan {
  /// What fills slots besides the condition's own: the scenario's texts, and examples where the
  /// document shows some.
  static func sharedTexts(
    of trial: Trial, cell: RunCell, slots: [String: String]
  ) -> [String: String] {
    guard case .document(_, let examples?) = trial.script.form else { return slots }
    return slots.merging(
      [Examples.slot: examples.drawn(for: cell, seed: trial.sampling.seed)]
    ) { $1 }
  }

  /// The wording of a baseline's prompt: it stands where the neutral prompt would.
  ///
  /// In a conversation what else the neutral condition says stays.
  static func wording(ofBaselinePrompt prompt: String, number: Int, in trial: Trial) -> Wording {
    let neutral = trial.conditions[.neutral] ?? []
    guard trial.script.isConversation, !neutral.isEmpty else {
      return Wording(slots: ["prompt": prompt], system: nil)
    }
    let frame = neutral[number % neutral.count]
    return Wording(
      slots: frame.slots.merging(["prompt": prompt]) { $1 }, system: frame.system)
  }
}
