import Questions
import TrialDesign

/// The words of each column, in any case, with `_`, `-` and spaces alike.
enum Vocabulary {
  /// What means that a rater could not tell, beside an empty cell.
  static let cannotTell = [
    "cannot tell", "can't tell", "can’t tell", "cannot_tell", "could not tell", "don't know",
    "don’t know", "do not know", "dk", "?",
  ]
  /// Why there is nothing to rate.
  static let refusals = ["refused", "failed", "filtered", "empty"]

  static func plain(_ text: String) -> String {
    String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
  }

  static func condition(_ text: String) -> Condition? { Condition(rawValue: text.lowercased()) }

  static func control(_ text: String) -> ControlKind? {
    switch plain(text) {
    case "show", "shows", "shows it": .show
    case "show not", "shows not", "not show", "does not show it": .showNot
    default: nil
    }
  }

  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1", "yes", "t", "y": true
    case "false", "0", "no", "f", "n": false
    default: nil
    }
  }

  static func raterKind(_ text: String) -> RaterKind? { RaterKind(rawValue: text.lowercased()) }

  static func guess(_ text: String) -> ConditionGuess? {
    switch plain(text) {
    case "toward", "towards", "leading", "led": .toward
    case "away": .away
    case "neither", "neutral": .neither
    case "": .cannotTell
    case let other where cannotTell.contains(other): .cannotTell
    default: nil
    }
  }

  static func refusal(_ text: String) -> String? {
    refusals.first { $0 == text.lowercased() }
  }

  /// A whole number of no more than nine digits.
  static func whole(_ text: String) -> Int? {
    text.utf8.count <= 9 ? Int(text) : nil
  }
}
