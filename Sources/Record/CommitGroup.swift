import GRDB
import Locks

/// Gathers writes that come while the disk is busy and commits them together: a thousand calls
/// under way would else wait for a thousand syncs in a row.
final class CommitGroup: Sendable {
  /// Told how the commit went; `nil` where it went well.
  private typealias End = @Sendable ((any Error)?) -> Void

  private struct Entry: Sendable {
    let run: @Sendable (Database) -> End
    let fail: @Sendable (any Error) -> Void
  }

  private let pool: DatabasePool
  private let waiting = Locked<[Entry]>([])

  init(_ pool: DatabasePool) { self.pool = pool }

  /// Makes a write with whichever others are waiting, each in a savepoint of its own.
  ///
  /// A task that is cancelled meanwhile still gets its result: what was stored is stored.
  ///
  /// - Returns: What the work gave back, once it is on the disk.
  func write<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let entry = Entry(
        run: { database in
          let result = Swift.Result<Result, any Error> { try Self.inSavepoint(database, work) }
          return { failure in
            continuation.resume(with: failure.map { .failure($0) } ?? result)
          }
        }, fail: { continuation.resume(throwing: $0) })
      waiting.withLock { $0.append(entry) }
      pool.asyncWriteWithoutTransaction { self.commitWaiting(in: $0) }
    }
  }

  private static func inSavepoint<Result>(
    _ database: Database, _ work: (Database) throws -> Result
  ) throws -> Result {
    var result: Result?
    try database.inSavepoint {
      result = try work(database)
      return .commit
    }
    guard let result else { preconditionFailure("a savepoint ends after its work") }
    return result
  }

  private func commitWaiting(in database: Database) {
    let entries = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    guard !entries.isEmpty else { return }
    var ends: [End] = []
    do {
      try database.inTransaction(.immediate) {
        ends = entries.map { $0.run(database) }
        return .commit
      }
      for end in ends { end(nil) }
    } catch {
      if ends.isEmpty {
        for entry in entries { entry.fail(error) }
      } else {
        for end in ends { end(error) }
      }
    }
  }
}
