/// The name under which a trial knows a model.
package struct ModelID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
}

/// How a model is asked: as a partner in a dialogue, or to continue a document.
package enum CallMode: String, Hashable, Sendable, CaseIterable {
  case chat
  case completion
}
