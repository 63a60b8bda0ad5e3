package import Questions
package import Reproducible

/// Somebody who rates a packet.
package struct Rater: Hashable, Sendable {
  package let id: RaterID
  /// The name under which the packet's keeper knows them; unique in the packet.
  package let name: String
  package let kind: RaterKind
  /// Which sequence was dealt to them; `nil` before they begin.
  package let sequence: Int?
  package init(id: RaterID, name: String, kind: RaterKind, sequence: Int?) {
    self.id = id
    self.name = name
    self.kind = kind
    self.sequence = sequence
  }

  /// Whether a text can be a rater's name: it stands in lists that are shown in terminals, so
  /// nothing in it may move a cursor, break a line or turn the order of what follows.
  static func isName(_ text: String) -> Bool {
    (1...80).contains(text.count) && text.utf8.count <= 1000 && text == text.trimmingWhitespace()
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isBidiControl
        }
      }
  }
}

/// The secret in a rater's link: 128 random bits.
///
/// The packet keeps its hash alone.
package struct RaterToken: Hashable, Sendable {
  package let text: String

  /// Takes the token out of a link.
  package init(_ text: String) { self.text = text }

  /// Makes a new one.
  package static func random() -> RaterToken { RaterToken(RandomID.make()) }

  package var hash: Digest { Digest(of: "rater token \(text)") }
}
