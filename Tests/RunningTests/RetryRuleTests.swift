import Calls
import Running
import Testing

@Suite struct RetryRuleTests {
  typealias Kind = CallFailure.Kind
  let rule = RetryRule()

  func next(
    _ kind: Kind, attempt: Int, jitter: Double = 0.5, retryAfter: Duration? = nil
  ) -> NextStep {
    rule.next(
      after: CallFailure(kind, message: "x", retryAfter: retryAfter), attempt: attempt,
      jitter: jitter)
  }

  @Test(arguments: [Kind.rateLimited, .server, .unreachable, .timedOut, .malformed])
  func `what may pass is tried five times, with waits that double`(_ kind: Kind) {
    #expect(
      (1...5).map { next(kind, attempt: $0) } == [
        .retry(after: .seconds(1)), .retry(after: .seconds(2)), .retry(after: .seconds(4)),
        .retry(after: .seconds(8)), .giveUp,
      ])
  }

  @Test(arguments: [(Kind.key, NextStep.stop), (.notRecorded, .stop), (.rejected, .giveUp)])
  func `what cannot pass is not tried again`(_ kind: Kind, step: NextStep) {
    #expect(next(kind, attempt: 1) == step)
    #expect(next(kind, attempt: 1, retryAfter: .seconds(3)) == step)
  }

  @Test func `waits are spread and bounded`() {
    #expect(next(.server, attempt: 1, jitter: 0) == .retry(after: .milliseconds(750)))
    #expect(next(.server, attempt: 3, jitter: 0) == .retry(after: .seconds(3)))
    let patient = RetryRule(mostAttempts: 50)
    let failure = CallFailure(.server, message: "x")
    #expect(
      patient.next(after: failure, attempt: 40, jitter: 0.5) == .retry(after: .seconds(60)))
  }

  @Test func `a wait that the provider asks for is kept, however long`() {
    #expect(
      next(.rateLimited, attempt: 1, retryAfter: .seconds(3600)) == .retry(after: .seconds(3600)))
    #expect(
      next(.rateLimited, attempt: 4, retryAfter: .seconds(1)) == .retry(after: .seconds(8)))
    #expect(next(.rateLimited, attempt: 5, retryAfter: .seconds(1)) == .giveUp)
  }
}
