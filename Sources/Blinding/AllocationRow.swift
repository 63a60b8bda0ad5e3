package import Packets
package import Reproducible

/// How a text is shown.
package enum View: String, Hashable, Sendable, CaseIterable {
  /// As it is, but for names that give the model away.
  case plain
  /// With the words masked that echo its prompt.
  case echoMasked = "echo_masked"
  /// With other words masked, as many, so that masks tell nothing.
  case shamMasked = "sham_masked"

  /// Whether words are masked beside names.
  package var isMasked: Bool { self != .plain }
}

/// Which output a code covers, and how it is shown under it.
package struct AllocationRow: Hashable, Sendable {
  package let code: OutputCode
  /// The output's name.
  package let output: String
  package let view: View
  package let shownText: String
  package let storedTextHash: Digest
  package let shownTextHash: Digest

  package init(
    code: OutputCode, output: String, view: View, shownText: String, storedTextHash: Digest,
    shownTextHash: Digest
  ) {
    self.code = code
    self.output = output
    self.view = view
    self.shownText = shownText
    self.storedTextHash = storedTextHash
    self.shownTextHash = shownTextHash
  }
}

/// What raters already have of a trial when its packet grows.
package struct EarlierIssues: Hashable, Sendable {
  package let allocation: [AllocationRow]
  /// How many sequences there are.
  package let sequenceCount: Int

  package init(allocation: [AllocationRow], sequenceCount: Int) {
    self.allocation = allocation
    self.sequenceCount = sequenceCount
  }

  /// Nothing yet.
  package static let none = EarlierIssues(allocation: [], sequenceCount: 0)
}
