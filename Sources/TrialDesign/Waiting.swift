package import Reproducible

/// A part of a trial that this release reads and plans, and does not do yet.
package struct Waiting: Hashable, Sendable {
  /// What it waits for.
  package enum Step: String, Hashable, Sendable, CaseIterable {
    /// Its models cannot be asked yet.
    case running
    /// Its outputs cannot be shown to raters yet.
    case rating
  }

  package let step: Step
  /// The key of the trial file: `script.turns`.
  package let key: String
  /// What the trial does there: `holds conversations`.
  package let what: String

  /// What is wrong with going on, one sentence.
  package var problem: String {
    switch step {
    case .running: "this trial \(what), which this release can plan but not run"
    case .rating: "this trial \(what), which this release can plan but not bring before raters"
    }
  }

  /// The two ways on.
  package var remedy: String {
    "keep the file for a release that can, or take '\(key.split(separator: ".").last ?? "")' out of it"
  }

  package var json: JSON {
    .object([
      "step": .string(step.rawValue), "key": .string(key), "what": .string(what),
    ])
  }
}

extension Trial {
  /// What of this trial waits, in the order of its life; empty for a trial that can be done now.
  package var waiting: [Waiting] { Waiting.of(script) + Waiting.of(rating) }
}

extension Waiting {
  fileprivate static func of(_ script: Script) -> [Waiting] {
    switch script.form {
    case .prompt, .document(_, examples: nil): []
    case .document:
      [Waiting(step: .running, key: "script.examples", what: "draws examples for its document")]
    // One answer needs no more than one call, whatever the script calls it.
    case .turns where script.modelTurns == 1: []
    case .turns:
      [Waiting(step: .running, key: "script.turns", what: "holds conversations")]
    case .instances:
      [Waiting(step: .running, key: "script.instances", what: "lets two instances talk")]
    }
  }

  fileprivate static func of(_ rating: RatingPlan) -> [Waiting] {
    var waiting: [Waiting] = []
    if rating.shows != .lastAnswer {
      waiting.append(
        Waiting(step: .rating, key: "rating.shows", what: "shows raters \(rating.shows.phrase)"))
    }
    if !rating.shownAs.isEmpty {
      waiting.append(
        Waiting(
          step: .rating, key: "rating.shown_as",
          what: "shows the same text to raters in different ways"))
    }
    return waiting
  }
}
