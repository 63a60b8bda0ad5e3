import Dispatch
import Faults
import Foundation
import Packets
import Questions
import Rating

/// Where the site meets the packet: one piece of work after the other, on a thread of its own, for
/// a database blocks whoever waits for it.
///
/// `@unchecked Sendable`: `sessions` is touched on `queue` alone.
final class PacketRoom: @unchecked Sendable {
  private let packet: PacketFile
  private let now: @Sendable () -> Date
  private let queue = DispatchQueue(label: "packet")
  private var sessions: [RaterID: RatingSession] = [:]

  init(packet: PacketFile, now: @escaping @Sendable () -> Date) {
    self.packet = packet
    self.now = now
  }

  /// Whether the packet knows a rater by this token.
  func knows(_ token: RaterToken) async throws -> Bool {
    try await inside { try self.packet.rater(with: token) != nil }
  }

  /// Sits a rater down and says how far they are; `nil` for a link that opens nothing.
  func state(for token: RaterToken) async throws -> RaterState? {
    try await inside {
      guard let rater = try self.packet.rater(with: token) else { return nil }
      guard try !self.packet.isClosed else { return .closed }
      let session = try RatingSession.begin(
        packet: self.packet, rater: rater, means: "page", now: self.now())
      self.sessions[rater.id] = session
      return RaterState(
        questions: session.questions, guess: session.guess, places: try session.places(),
        minutes: ReadingTime.minutes(
          texts: try session.sequence.codes.prefix(ReadingTime.sample).compactMap {
            try self.packet.text(of: $0)
          },
          of: session.sequence.codes.count, questions: session.questions.count))
    }
  }

  /// The text at a place; `nil` for a link that opens nothing.
  func text(at position: Int, for token: RaterToken) async throws -> String? {
    try await inside { try self.session(for: token)?.text(at: position) }
  }

  /// The guess sheet, once every text is rated; `nil` for a link that opens nothing.
  func guessSheet(for token: RaterToken) async throws -> GuessSheet? {
    try await inside {
      guard let session = try self.session(for: token) else { return nil }
      guard let guess = session.guess else {
        throw Fault(
          .badInput, at: "packet", "there is no last part", remedy: "go on without it")
      }
      guard RaterState.isRated(try session.places(), questions: session.questions) else {
        throw Fault(
          .unfinished, at: "packet", "the last part opens when every text is rated",
          remedy: "answer what is still open")
      }
      return guess
    }
  }

  /// Stores one answer, once; `nil` for a link that opens nothing.
  func store(_ sent: SentRating, for token: RaterToken) async throws -> RatingID? {
    try await inside {
      guard let session = try self.session(for: token) else { return nil }
      do {
        return try session.store(
          id: sent.id, position: sent.position, question: sent.question, given: sent.given,
          seconds: sent.seconds, now: self.now()
        ).id
      } catch let fault as Fault where fault.kind == .badInput {
        guard try self.packet.isClosed else { throw fault }
        throw ClosedPacket()
      }
    }
  }

  private func session(for token: RaterToken) throws -> RatingSession? {
    guard let rater = try packet.rater(with: token) else { return nil }
    if let open = sessions[rater.id] { return open }
    if try packet.isClosed && rater.sequence == nil { throw ClosedPacket() }
    let session =
      try RatingSession.resume(packet: packet, rater: rater)
      ?? RatingSession.begin(packet: packet, rater: rater, means: "page", now: now())
    sessions[rater.id] = session
    return session
  }

  private func inside<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }
}

/// No rating enters any more.
struct ClosedPacket: Error {}
