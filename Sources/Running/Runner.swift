package import Calls
import Faults
package import Foundation
package import Logging
package import Models
package import Record
import Reproducible
import TrialDesign

/// How a model is reached in this session.
package struct Route: Sendable {
  package let provider: any ModelProvider
  /// Where outputs come from, for the record: an address without secrets, or a recording.
  package let via: String
  /// How many calls may be under way at once.
  package let width: Int

  package init(provider: any ModelProvider, via: String, width: Int) {
    self.provider = provider
    self.via = via
    self.width = width
  }
}

/// How far a session has come.
package struct RunProgress: Hashable, Sendable {
  package internal(set) var planned: Int
  /// Runs that are over, in this session or before.
  package internal(set) var finished: Int
  /// Runs that this session gave up.
  package internal(set) var failed = 0
  /// Runs that brought back nothing to rate: refused, filtered or empty.
  package internal(set) var withoutText = 0
  package internal(set) var retries = 0
  package internal(set) var underWay = 0

  package var isComplete: Bool { finished == planned }
}

/// Takes what a record has planned and not yet run, and runs it.
///
/// Each attempt is stored before it is sent and when it ends, so that a session can be killed at
/// any moment: what was stored stays, and the next session runs the rest.
package struct Runner: Sendable {
  private let record: RecordFile
  private let routes: [ModelID: Route]
  private let rule: RetryRule
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Date
  private let log: Logger
  /// So many failures on end, without one success, stop the session.
  private let mostFailuresOnEnd = 8

  package init(
    record: RecordFile, routes: [ModelID: Route], rule: RetryRule = RetryRule(),
    clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date,
    log: Logger
  ) {
    self.record = record
    self.routes = routes
    self.rule = rule
    self.clock = clock
    self.now = now
    self.log = log
  }

  private enum Ending: Sendable {
    case over(AttemptStatus, retries: Int)
    case failed(CallFailure, retries: Int, stops: Bool)
  }

  /// Runs what is missing.
  ///
  /// - Parameter report: Called after each change, from one task at a time.
  /// - Returns: How far it came; runs that were given up are missing from it.
  /// - Throws: ``Fault`` of kind `keyRefused`, `unreachable` or `badInput` where going on makes no
  ///   sense; `CancellationError` untouched. What was recorded stays.
  package func run(report: (RunProgress) -> Void = { _ in }) async throws -> RunProgress {
    let orphans = try record.markUnfinishedAsUnknown(now: now())
    if orphans > 0 { log.info("attempts of a session that was cut off: \(orphans)") }
    let all = try record.runs
    let missing = all.filter { $0.status?.isFinal != true }
    var progress = RunProgress(planned: all.count, finished: all.count - missing.count)
    report(progress)
    for model in Set(missing.map(\.cell.model)).sorted() where routes[model] == nil {
      throw Fault(
        .badInput, at: "model '\(model)'", "no address is known for it",
        remedy: "give one with --endpoint \(model)=URL, in models.yaml, or as 'base_url:'")
    }
    var queues = Dictionary(grouping: missing.reversed(), by: \.cell.model)
    var failuresOnEnd = 0
    return try await withThrowingTaskGroup(of: (ModelID, Ending).self) { group in
      func start(_ model: ModelID) {
        guard let run = queues[model]?.popLast(), let route = routes[model] else { return }
        progress.underWay += 1
        group.addTask { (model, try await attempt(run, by: route)) }
      }
      for (model, route) in routes.sorted(by: { $0.key < $1.key }) {
        for _ in 0..<max(1, route.width) { start(model) }
      }
      while let (model, ending) = try await group.next() {
        progress.underWay -= 1
        switch ending {
        case .over(let status, let retries):
          failuresOnEnd = 0
          progress.finished += 1
          progress.retries += retries
          if !status.hasOutput { progress.withoutText += 1 }
        case .failed(let failure, let retries, let stops):
          failuresOnEnd += 1
          progress.failed += 1
          progress.retries += retries
          if stops || failuresOnEnd >= mostFailuresOnEnd {
            group.cancelAll()
            throw Self.fault(failure, model: model, via: routes[model]?.via ?? "")
          }
        }
        start(model)
        report(progress)
      }
      return progress
    }
  }

  /// One run: as many attempts as the rule allows.
  private func attempt(_ run: StoredRun, by route: Route) async throws -> Ending {
    let call = try record.call(of: run.id)
    guard call.hash == run.callHash else {
      throw Fault(
        .storage, at: "run \(run.id.name.prefix(12))", "its call is not the one that was frozen",
        remedy: "the record was altered: use a copy of it")
    }
    let body = route.provider.requestBody(for: call)
    let key = CallKey(model: run.cell.model, replicate: run.cell.replicate)
    var generator = SystemRandomNumberGenerator()
    for number in 1... {
      try Task.checkCancellation()
      let attempt = try await record.beginAttempt(
        of: run.id, via: route.via, requestHash: Digest(of: Data(body)),
        reservedTokens: call.sampling.maxTokens, now: now())
      let exchange: Exchange
      do {
        exchange = try await route.provider.complete(call, key: key)
      } catch let failure as CallFailure {
        try await end(attempt, AttemptEnd(status: .failed, failure: failure))
        log.info("run \(run.id.name.prefix(12)) \(failure.kind.rawValue): \(failure.message)")
        let jitter = Double.random(in: 0..<1, using: &generator)
        switch rule.next(after: failure, attempt: number, jitter: jitter) {
        case .giveUp: return .failed(failure, retries: number - 1, stops: false)
        case .stop: return .failed(failure, retries: number - 1, stops: true)
        case .retry(let wait): try await clock.sleep(for: wait)
        }
        continue
      } catch {
        try await end(attempt, AttemptEnd(status: .cancelled))
        throw error
      }
      let status = AttemptStatus(of: exchange.completion)
      try await end(attempt, AttemptEnd(status: status, exchange: exchange))
      log.debug("run \(run.id.name.prefix(12)) \(status.rawValue)")
      return .over(status, retries: number - 1)
    }
    preconditionFailure("the rule gives up at some time")
  }

  /// Stores how an attempt ended, also where the session is cancelled by now: what came back was
  /// paid for.
  private func end(_ attempt: Int64, _ end: AttemptEnd) async throws {
    let storing = Task { [record, now] in try await record.end(attempt, end, now: now()) }
    try await storing.value
  }

  private static func fault(_ failure: CallFailure, model: ModelID, via: String) -> Fault {
    let place = "model '\(model)' at \(via)"
    switch failure.kind {
    case .key:
      return Fault(
        .keyRefused, at: place, failure.message,
        remedy: "set the right key in the environment and run this again: nothing is lost")
    case .notRecorded:
      return Fault(
        .badInput, at: place, failure.message,
        remedy: "run it live with --endpoint \(model)=URL: the recording was made for another "
          + "design")
    case .rejected, .malformed:
      return Fault(
        .unreachable, at: place, failure.message,
        remedy: "check the model's name and mode; then run this again: nothing is lost")
    case .rateLimited, .server, .unreachable, .timedOut:
      return Fault(
        .unreachable, at: place, failure.message,
        remedy: "check that the server runs and its address is right; then run this again: "
          + "nothing is lost")
    }
  }
}

extension AttemptStatus {
  /// How an attempt stands that brought a completion.
  package init(of completion: Completion) {
    let isEmpty = completion.text.allSatisfy(\.isWhitespace)
    switch completion.finish {
    case .refused: self = .refused
    case .filtered: self = .filtered
    case .length: self = isEmpty ? .empty : .cut
    case .stop, .unknown: self = isEmpty ? .empty : .answered
    }
  }
}
