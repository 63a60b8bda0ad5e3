/// What went wrong, as far as a script that called us needs to tell cases apart.
///
/// The command maps each kind to one exit code, in one place.
public enum FaultKind: String, Hashable, Sendable, CaseIterable {
  /// A check ran and found something: the one kind that is no failure.
  case finding
  /// A command was called the wrong way.
  case wrongUse
  /// A file or an answer does not say what it must say.
  case badInput
  /// A trial, a file or a name does not exist.
  case notFound
  /// A provider or a server cannot be reached.
  case unreachable
  /// A fault of ours.
  case internalFault
  /// A file cannot be created.
  case cannotCreate
  /// A database or a disk refuses.
  case storage
  /// Stopped before the end; the same command takes it up again.
  case unfinished
  /// A key is missing or was refused.
  case keyRefused
}

/// An error its reader can act on without opening the source.
public protocol ActionableError: Error, CustomStringConvertible {
  /// Which kind of fault it is; decides the exit code.
  var kind: FaultKind { get }
  /// What is wrong: one sentence, the offending value quoted.
  var problem: String { get }
  /// Where: `trial.yaml:12:3`, a run, a provider.
  var place: String { get }
  /// What to do next, in the imperative.
  var remedy: String { get }
}

extension ActionableError {
  /// The fault as the terminal shows it: place and problem, then the remedy.
  public var description: String { "\(place): \(problem)\n  to mend it: \(remedy)" }
}
