package import Calls

/// What follows a failed attempt; a value that a pure function computes.
package enum NextStep: Hashable, Sendable {
  /// Try the run again after a wait.
  case retry(after: Duration)
  /// Give this run up; a later `run` tries it again.
  case giveUp
  /// Stop the whole session: no other run of this model would fare better.
  case stop
}

/// When a failed call is tried again, and after how long.
package struct RetryRule: Hashable, Sendable {
  /// How many attempts a run gets in one session.
  package let mostAttempts: Int
  /// The wait after the first failure; it doubles with each further one.
  package let firstWait: Duration
  package let longestWait: Duration

  package init(
    mostAttempts: Int = 5, firstWait: Duration = .seconds(1), longestWait: Duration = .seconds(60)
  ) {
    self.mostAttempts = mostAttempts
    self.firstWait = firstWait
    self.longestWait = longestWait
  }

  /// Decides what follows a failure.
  ///
  /// A wait that the provider asks for is kept, however long; else the wait doubles from
  /// ``firstWait``, spread by `jitter` so that many runs do not come back at once.
  ///
  /// - Parameters:
  ///   - failure: What happened.
  ///   - attempt: How many attempts the run had in this session, from 1.
  ///   - jitter: A number in 0..<1.
  /// - Returns: What comes next for the run.
  package func next(after failure: CallFailure, attempt: Int, jitter: Double) -> NextStep {
    switch failure.kind {
    case .key, .notRecorded: return .stop
    case .rejected: return .giveUp
    case .rateLimited, .server, .unreachable, .timedOut, .malformed:
      guard attempt < mostAttempts else { return .giveUp }
      let doubled = (1..<max(1, attempt)).reduce(firstWait) { wait, _ in
        min(wait * 2, longestWait)
      }
      let spread = doubled * (0.75 + 0.5 * jitter)
      return .retry(after: max(failure.retryAfter ?? .zero, spread))
    }
  }
}
