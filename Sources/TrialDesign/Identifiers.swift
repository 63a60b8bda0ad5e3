/// The name of a scenario in its trial.
package struct ScenarioID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
}

/// The name of a run: a SHA-256 value in hexadecimal, the same on every machine.
package struct RunID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
}

/// The name of a baseline in its trial.
package struct BaselineID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
}
