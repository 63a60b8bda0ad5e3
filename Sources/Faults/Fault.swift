/// A fault at an edge of the program, where the world is wider than a closed set of cases.
public struct Fault: ActionableError, Hashable {
  public let kind: FaultKind
  public let place: String
  public let problem: String
  public let remedy: String

  /// States a fault.
  ///
  /// - Parameters:
  ///   - kind: Which exit code it leads to.
  ///   - place: Where it is: a file with line and column, a run, a provider.
  ///   - problem: What is wrong, one sentence, the offending value quoted.
  ///   - remedy: What to do next, in the imperative.
  public init(_ kind: FaultKind, at place: String, _ problem: String, remedy: String) {
    self.kind = kind
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }
}

/// Several faults of one input, reported together so that they can be mended together.
public struct Faults: ActionableError, Hashable {
  /// The faults, in the order in which a reader meets them.
  public let all: [Fault]

  /// Gathers faults; they keep their order.
  public init(_ all: [Fault]) {
    self.all = all
  }

  public var kind: FaultKind { all.first?.kind ?? .internalFault }
  public var place: String { all.first?.place ?? "" }
  public var problem: String { all.first?.problem ?? "" }
  public var remedy: String { all.first?.remedy ?? "" }
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
