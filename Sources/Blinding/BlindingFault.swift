package import Faults
package import Packets

/// Why outputs cannot be blinded, or why a packet does not match them.
///
/// No text of a fault holds a condition, or a code beside the output that it covers.
package enum BlindingFault: ActionableError, Hashable {
  /// There is nothing new to rate.
  case noOutputs
  /// Two outputs have one name.
  case duplicateOutput(String)
  /// An output is of a condition and a control, or neither.
  case unclearRole(String)
  /// An output has no words that could be rated.
  case noText(String)
  /// An output has a prompt of its own and nothing to compare it with.
  case noNeutralCounterpart(String)
  /// A rule that no draw could satisfy: its name, its value, what would do.
  case badRule(String, String, String)
  /// The packet was made under another key.
  case otherKey
  /// A stored text is not the one that was blinded.
  case storedTextChanged(String)
  /// A shown text is not the one that was blinded.
  case shownTextChanged(OutputCode)
  /// A code is not what key and texts make of it.
  case wrongCode(OutputCode)
  /// A text in the packet that was never put there.
  case unknownCode(OutputCode)

  package var kind: FaultKind { .badInput }

  package var place: String {
    switch self {
    case .noOutputs: "outputs"
    case .duplicateOutput(let id), .unclearRole(let id), .noText(let id),
      .noNeutralCounterpart(let id), .storedTextChanged(let id):
      "output '\(id)'"
    case .badRule(let name, _, _): name
    case .otherKey: "packet"
    case .shownTextChanged(let code), .wrongCode(let code), .unknownCode(let code):
      "packet, text \(code)"
    }
  }

  package var problem: String {
    switch self {
    case .noOutputs: "there is nothing to rate that raters do not have"
    case .duplicateOutput: "two outputs have this name"
    case .unclearRole: "it must be either of a condition or a control"
    case .noText: "it has no text"
    case .noNeutralCounterpart:
      "its prompt cannot be compared with a neutral one, so an echo of it cannot be found"
    case .badRule(_, let value, _): "'\(value)' cannot be kept"
    case .otherKey: "it was made under another blinding key"
    case .storedTextChanged: "its stored text is missing or not the one that was blinded"
    case .shownTextChanged: "it is missing or not the text that was put there"
    case .wrongCode: "the code is not what blinding key and texts make of it"
    case .unknownCode: "it was never put into the packet"
    }
  }

  package var remedy: String {
    switch self {
    case .noOutputs: "run the trial first"
    case .duplicateOutput: "give each text a name of its own"
    case .unclearRole: "name its condition, or which way the control points"
    case .noText: "leave it out; empty outputs are counted without being rated"
    case .noNeutralCounterpart: "give the texts of the neutral prompt with it"
    case .badRule(_, _, let remedy): remedy
    case .otherKey: "use the record that the packet was made from"
    case .storedTextChanged: "restore the record from a copy, or publish that it was altered"
    case .shownTextChanged, .wrongCode, .unknownCode:
      "use the packet as it was made, or publish that it was altered"
    }
  }
}
