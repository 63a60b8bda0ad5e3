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
