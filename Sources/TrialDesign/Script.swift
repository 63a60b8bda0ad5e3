package import Calls
import Reproducible

/// What stands around the prompt, and who speaks when.
package struct Script: Hashable, Sendable {
  /// What a run consists of.
  package enum Form: Hashable, Sendable {
    /// One turn of the user, which is the prompt.
    case prompt
    /// A document that a base model continues; holds `{prompt}`.
    case document(String, examples: Examples?)
    /// A conversation whose user says what the script says.
    case turns([Turn])
    /// A conversation of two instances.
    case instances(Instances)
  }

  /// One turn of a scripted conversation.
  package enum Turn: Hashable, Sendable {
    /// What the user says; may use slots.
    case user(String)
    /// The model answers.
    case model
  }

  /// The system prompt of every condition that brings none of its own; `nil` for two instances, each
  /// of which has its own.
  package let system: String?
  package let form: Form
  /// Texts at which an output ends; with two instances, at which the conversation ends.
  package let stop: [String]

  package init(system: String? = nil, form: Form = .prompt, stop: [String] = []) {
    self.system = system
    self.form = form
    self.stop = stop
  }

  /// How often a model answers in one run, at the most; 1 where there is no conversation.
  package var modelTurns: Int {
    switch form {
    case .prompt, .document: 1
    case .turns(let turns): turns.count { $0 == .model }
    case .instances(let instances): instances.after
    }
  }

  /// Whether a run is more than one question and one answer.
  package var isConversation: Bool {
    switch form {
    case .prompt, .document: false
    case .turns, .instances: true
    }
  }

  /// The texts that all conditions share and that their slots fill, without the bare prompt.
  package var frame: [String] {
    let spoken: [String?] =
      switch form {
      case .prompt: []
      case .document(let document, _): [document]
      case .turns(let turns):
        turns.map { turn in
          if case .user(let text) = turn { text } else { nil }
        }
      case .instances(let instances):
        [instances.opening, instances.one.system, instances.two.system]
      }
    return (spoken + [system]).compactMap(\.self).filter { $0 != Self.barePrompt }
  }

  /// What the user says where the script says nothing else.
  static let barePrompt = "{prompt}"
}

/// Texts that a document shows before it is continued, drawn for each run.
package struct Examples: Hashable, Sendable {
  /// How they are chosen and ordered.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    /// By the trial's seed: the same for all conditions of a family, others for each replicate.
    case drawn
  }

  /// The slot at which they stand.
  static let slot = "examples"

  /// What there is to draw from.
  package let texts: [NamedText]
  /// How many of them a run shows; at least 1, at most all.
  package let count: Int
  package let order: Order

  /// The examples of one run as they fill `{examples}`: each without the line ends around it, an empty
  /// line between two, a line end after the last.
  ///
  /// - Parameters:
  ///   - cell: The run. Its condition does not count, so that conditions differ in nothing else.
  ///   - seed: The trial's seed.
  /// - Returns: The text that stands at the slot.
  func drawn(for cell: RunCell, seed: Int) -> String {
    let family = JSON.array([
      .string(cell.scenario.name), .integer(cell.wording), .string(cell.model.name),
      .integer(cell.replicate),
    ])
    var generator = SeededGenerator(
      seed: UInt64(seed), label: "examples/\(family.canonical)")
    return texts.stablyShuffled(using: &generator).prefix(count)
      .map { $0.text.trimmingLineEnds() }.joined(separator: "\n\n") + "\n"
  }
}

/// Two instances that talk with each other.
package struct Instances: Hashable, Sendable {
  /// One of the two.
  package struct Instance: Hashable, Sendable {
    /// The model that it always is; `nil` for the model of the run.
    package let model: ModelID?
    /// Its system prompt; may use slots.
    package let system: String?
  }

  /// Who speaks first.
  package enum Opener: String, Hashable, Sendable, CaseIterable {
    /// Counterbalanced over replicates: the first instance in odd ones, the second in even ones.
    case alternate
    case one, two
  }

  package let one: Instance
  package let two: Instance
  package let opens: Opener
  /// What the opener is told; may use slots.
  package let opening: String
  /// The conversation ends after so many answers, of both together.
  package let after: Int
  /// It ends when so many answers in a row are the same; `nil` for no such rule.
  package let sameAnswer: Int?

  /// The instance that opens the conversation of a replicate, counted from 1.
  package func opener(ofReplicate replicate: Int) -> Instance {
    switch opens {
    case .one: one
    case .two: two
    case .alternate: replicate.isMultiple(of: 2) ? two : one
    }
  }
}

extension String {
  /// The text without the line ends at its beginning and end.
  fileprivate func trimmingLineEnds() -> String {
    var text = self[...]
    while text.first?.isNewline == true { text.removeFirst() }
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
