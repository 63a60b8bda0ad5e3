import Calls
import CurlTransport
import Locks
import LoopbackServer
import Models
import Reproducible
import Testing

/// What every provider promises, whatever stands behind it.
///
/// A new provider joins by one more case of `Candidate`.
@Suite(.timeLimit(.minutes(1))) struct ProviderContractTests {
  /// What the world behind a provider does.
  enum World: String, CaseIterable, Sendable {
    case answer, empty, refusal, cut, rateLimit, brokenServer
  }

  enum Candidate: String, CaseIterable, Sendable {
    case openAI, recorded, scripted

    /// The provider, with a world behind it.
    func provider(in world: World, for call: Call) throws -> any ModelProvider {
      switch self {
      case .openAI: try OpenAIProvider.sample(CannedTransport { try world.response() })
      case .recorded: RecordedProvider(Recording(world.lines(of: call)))
      case .scripted: ScriptedProvider { call, _ in try world.completion(of: call) }
      }
    }

    /// A recording holds answers alone.
    static let live: [Candidate] = [.openAI, .scripted]
  }

  @Test(arguments: Candidate.allCases)
  func `hands an answer back`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let provider = try candidate.provider(in: .answer, for: call)
    let exchange = try await provider.complete(call, key: .sample)
    #expect(exchange.completion.text == "seed 1907")
    #expect(exchange.completion.finish == .stop)
    #expect(exchange.status == 200)
    #expect(try JSON(parsing: exchange.response).members != nil)
    #expect(!provider.name.isEmpty)
  }

  @Test(arguments: Candidate.allCases)
  func `takes an empty text for an answer`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let exchange = try await candidate.provider(in: .empty, for: call)
      .complete(call, key: .sample)
    #expect(exchange.completion.text == "")
    #expect(exchange.completion.finish == .stop)
  }

  @Test(arguments: Candidate.allCases)
  func `tells a refusal`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let exchange = try await candidate.provider(in: .refusal, for: call)
      .complete(call, key: .sample)
    #expect(exchange.completion.text == "I will not.")
    #expect(exchange.completion.finish == .refused)
  }

  @Test(arguments: Candidate.allCases)
  func `tells an output that was cut off`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let exchange = try await candidate.provider(in: .cut, for: call).complete(call, key: .sample)
    #expect(exchange.completion.finish == .length)
    #expect(exchange.completion.text == "Once upon")
  }

  @Test(arguments: Candidate.live)
  func `tells how long to wait`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let provider = try candidate.provider(in: .rateLimit, for: call)
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(call, key: .sample)
    }
    #expect(failure?.kind == .rateLimited)
    #expect(failure?.retryAfter == .seconds(7))
  }

  @Test(arguments: Candidate.live)
  func `throws a failure and nothing else`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let provider = try candidate.provider(in: .brokenServer, for: call)
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(call, key: .sample)
    }
    #expect(failure?.kind == .server)
    #expect(failure?.message.isEmpty == false)
  }

  @Test(arguments: Candidate.allCases)
  func `the seed decides what is asked`(_ candidate: Candidate) async throws {
    let call = Call.sample(seed: 1907)
    let other = Call.sample(seed: 1908)
    let provider = try candidate.provider(in: .answer, for: call)
    #expect(provider.requestBody(for: call) == provider.requestBody(for: call))
    #expect(provider.requestBody(for: call) != provider.requestBody(for: other))
    #expect(try JSON(parsing: provider.requestBody(for: call))["seed"] == 1907)
    #expect(try JSON(parsing: provider.requestBody(for: .sample(seed: nil)))["seed"] == nil)
  }

  @Test(arguments: Candidate.allCases)
  func `lets a cancellation through`(_ candidate: Candidate) async throws {
    let call = Call.sample()
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let client = CurlClient()
    let provider: any ModelProvider =
      switch candidate {
      case .openAI: try OpenAIProvider.sample(client, url: server.url + "/v1")
      case .recorded: RecordedProvider(Recording(World.answer.lines(of: call)))
      case .scripted:
        ScriptedProvider { _, _ in
          while true {
            try Task.checkCancellation()
            await Task.yield()
          }
        }
      }
    let isCancelled = Locked(false)
    let task = Task {
      // A recording answers at once: it must be asked after the cancellation.
      while candidate == .recorded, !isCancelled.withLock({ $0 }) { await Task.yield() }
      return try await provider.complete(call, key: .sample)
    }
    while candidate == .openAI, server.requests.isEmpty { await Task.yield() }
    task.cancel()
    isCancelled.withLock { $0 = true }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

extension ProviderContractTests.World {
  func response() throws -> TransportResponse {
    switch self {
    case .answer: Self.chat("\"seed 1907\"", "stop")
    case .empty: Self.chat("\"\"", "stop")
    case .refusal: Self.chat("null,\"refusal\":\"I will not.\"", "stop")
    case .cut: Self.chat("\"Once upon\"", "length")
    case .rateLimit:
      TransportResponse(status: 429, headers: [TransportHeader("Retry-After", "7")])
    case .brokenServer: TransportResponse(status: 500, body: Array("<html>oops".utf8))
    }
  }

  func completion(of call: Call) throws -> Completion {
    switch self {
    case .answer: Completion(text: "seed \(call.seed ?? 0)", finish: .stop)
    case .empty: Completion(text: "", finish: .stop)
    case .refusal: Completion(text: "I will not.", finish: .refused)
    case .cut: Completion(text: "Once upon", finish: .length)
    case .rateLimit:
      throw CallFailure(.rateLimited, status: 429, message: "wait", retryAfter: .seconds(7))
    case .brokenServer: throw Unexpected()
    }
  }

  func lines(of call: Call) -> [RecordingLine] {
    // Worlds without an answer leave nothing to record.
    guard let completion = try? completion(of: call) else { return [] }
    return [RecordingLine(of: call, key: .sample, completion: completion, date: "2026-03-07")]
  }

  private struct Unexpected: Error {}

  private static func chat(_ content: String, _ reason: String) -> TransportResponse {
    let text = """
      {"choices":[{"message":{"role":"assistant","content":\(content)},\
      "finish_reason":"\(reason)"}]}
      """
    return TransportResponse(status: 200, body: Array(text.utf8))
  }
}
