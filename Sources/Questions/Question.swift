package import Reproducible

/// The name of a question in its trial.
package struct QuestionID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
  /// The guess, at the end, of what was asked for; it is no question of the trial file.
  package static let conditionGuess = QuestionID("condition_guess")
}

/// What a rater is asked about one output.
package struct Question: Hashable, Sendable {
  package let id: QuestionID
  /// The question as raters read it.
  package let ask: String
  package let form: AnswerForm
  /// The verdict rests on the primary question; exactly one is.
  package let isPrimary: Bool
  /// Asked so that raters cannot tell which question counts; in no estimate.
  package let isDistractor: Bool

  package init(
    id: QuestionID, ask: String, form: AnswerForm, isPrimary: Bool = false,
    isDistractor: Bool = false
  ) {
    self.id = id
    self.ask = ask
    self.form = form
    self.isPrimary = isPrimary
    self.isDistractor = isDistractor
  }

  /// The question as raters may see it: neither that it counts nor that it distracts.
  package var json: JSON {
    .object(["id": .string(id.name), "ask": .string(ask), "form": form.json])
  }

  /// Reads what ``json`` wrote.
  package init?(json: JSON) {
    guard let id = json["id"]?.text, let ask = json["ask"]?.text,
      let form = json["form"].flatMap(AnswerForm.init(json:))
    else { return nil }
    self.init(id: QuestionID(id), ask: ask, form: form)
  }
}

/// The kinds of answer a question takes.
package enum AnswerForm: Hashable, Sendable {
  /// Two choices; the first counts 0, the second 1.
  case binary(no: String, yes: String)
  /// Anchored levels in rising order, counted from 0.
  case ordinal([String])
  /// Three choices or more without order, numbered from 0.
  case nominal([String])
  /// A place between two poles, a whole number in 0...100.
  case slider(low: String, high: String)
  /// Free text, in no estimate.
  case note

  /// What the levels are called, in their order; empty for slider and note.
  package var labels: [String] {
    switch self {
    case .binary(let no, let yes): [no, yes]
    case .ordinal(let labels), .nominal(let labels): labels
    case .slider, .note: []
    }
  }

  /// The lowest and the highest value; `nil` where values have no order.
  package var range: ClosedRange<Double>? {
    switch self {
    case .binary: 0...1
    case .ordinal(let labels): 0...Double(max(labels.count - 1, 0))
    case .slider: 0...100
    case .nominal, .note: nil
    }
  }

  /// The field's name of the kind of scale.
  package var name: String {
    switch self {
    case .binary: "binary"
    case .ordinal: "ordinal"
    case .nominal: "nominal"
    case .slider: "slider"
    case .note: "note"
    }
  }

  package var json: JSON {
    switch self {
    case .binary, .ordinal, .nominal:
      .object(["kind": .string(name), "labels": .array(labels.map(JSON.string))])
    case .slider(let low, let high):
      .object(["kind": "slider", "labels": .array([.string(low), .string(high)])])
    case .note: .object(["kind": "note"])
    }
  }

  /// Reads what ``json`` wrote.
  package init?(json: JSON) {
    let labels = (json["labels"]?.elements ?? []).compactMap(\.text)
    switch json["kind"]?.text {
    case "binary" where labels.count == 2: self = .binary(no: labels[0], yes: labels[1])
    case "ordinal" where labels.count >= 2: self = .ordinal(labels)
    case "nominal" where labels.count >= 2: self = .nominal(labels)
    case "slider" where labels.count == 2: self = .slider(low: labels[0], high: labels[1])
    case "note": self = .note
    default: return nil
    }
  }
}
