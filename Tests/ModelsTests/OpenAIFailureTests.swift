import Calls
import CurlTransport
import Foundation
import LoopbackServer
import Models
import Testing

@Suite struct OpenAIFailureTests {
  private static let now = Date(timeIntervalSince1970: 784_111_777)  // 06 Nov 1994 08:49:37
  private static let secret = "sk-abcdef/0123456789"

  private func failure(
    _ status: Int, _ body: String = "", headers: [TransportHeader] = []
  ) async throws -> CallFailure {
    let provider = OpenAIProvider(
      baseURL: try ProviderAddress(parsing: "https://api.example.org/v1"),
      key: APIKey(Self.secret), transport: CannedTransport(status, body, headers: headers),
      now: { Self.now })
    return try #require(
      await #expect(throws: CallFailure.self) {
        try await provider.complete(.sample(), key: .sample)
      })
  }

  @Test(arguments: [
    (400, CallFailure.Kind.rejected), (401, .key), (403, .key), (404, .rejected),
    (408, .timedOut), (413, .rejected), (422, .rejected), (429, .rateLimited), (500, .server),
    (502, .server), (503, .server), (529, .server), (302, .rejected), (307, .rejected),
  ]) func `each status has its kind`(_ status: Int, _ kind: CallFailure.Kind) async throws {
    let failure = try await failure(status, Bodies.rejected)
    #expect(failure.kind == kind)
    #expect(failure.status == status)
    #expect(failure.body == Bodies.rejected)
    #expect(failure.message.contains("\(status)"))
    #expect(failure.message.contains("https://api.example.org"))
  }

  @Test(arguments: [
    (Bodies.rejected, "'max_tokens' is not supported with this model."),
    (Bodies.loading, "Loading model"), ("{\"error\":\"model not found\"}", "model not found"),
    ("{\"message\":\"no such route\"}", "no such route"),
    ("{\"detail\":\"Not Found\"}", "Not Found"), ("plain\n words", "plain words"),
    ("", "it gave no reason"),
  ]) func `repeats the provider's own words`(_ body: String, _ words: String) async throws {
    #expect(try await failure(404, body).message.contains(words))
  }

  @Test func `shortens a page that stands where a reason should`() async throws {
    let page = String(repeating: "word ", count: 10_000)
    let failure = try await failure(502, page)
    #expect(failure.message.count < 700)
    #expect(failure.body == page)
  }

  @Test(arguments: [
    ([TransportHeader("Retry-After", "20")], Duration.seconds(20)),
    ([TransportHeader("retry-after", "1.5")], .milliseconds(1500)),
    ([TransportHeader("Retry-After", "0")], .zero),
    (
      [TransportHeader("retry-after-ms", "250"), TransportHeader("Retry-After", "1")],
      .milliseconds(250)
    ),
    ([TransportHeader("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT")], .seconds(30)),
    ([TransportHeader("Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT")], .zero),
  ]) func `reads how long to wait`(_ headers: [TransportHeader], _ wait: Duration) async throws {
    #expect(try await failure(429, headers: headers).retryAfter == wait)
    #expect(try await failure(503, headers: headers).retryAfter == wait)
  }

  @Test(arguments: ["", "soon", "-1", "nan", "inf", "1e300", "Sun, 06 Foo 1994 08:50:07 GMT"])
  func `passes over a wait that cannot be read`(_ value: String) async throws {
    let failure = try await failure(429, headers: [TransportHeader("Retry-After", value)])
    #expect(failure.retryAfter == nil)
  }

  @Test func `a key that comes back is in no text`() async throws {
    let escaped = Self.secret.replacingOccurrences(of: "/", with: "\\/")
    let body = """
      {"error":{"message":"Incorrect API key provided: \(escaped)","key":"\(Self.secret)"}}
      """
    let failure = try await failure(401, body)
    #expect(failure.kind == .key)
    #expect(failure.message.contains("Incorrect API key provided: (key)"))
    #expect(failure.body?.contains("0123456789") == false)
    #expect(!"\(failure)".contains("0123456789"))
    #expect(!String(reflecting: failure).contains("0123456789"))
  }

  @Test func `a key that comes back in an answer is taken out`() async throws {
    let body = "{\"choices\":[{\"message\":{\"content\":\"it is \(Self.secret)\"}}]}"
    let provider = try OpenAIProvider.sample(CannedTransport(body), key: APIKey(Self.secret))
    let exchange = try await provider.complete(.sample(), key: .sample)
    #expect(exchange.completion.text == "it is (key)")
    #expect(!exchange.response.contains("0123456789"))
  }

  @Test func `a key that is a mere word changes no output`() async throws {
    let body = "{\"choices\":[{\"message\":{\"content\":\"none of them\"}}]}"
    let provider = try OpenAIProvider.sample(CannedTransport(body), key: APIKey("none"))
    let exchange = try await provider.complete(.sample(), key: .sample)
    #expect(exchange.completion.text == "none of them")
    #expect(exchange.response == body)
  }

  @Test(arguments: [
    (TransportFault.timedOut(origin: "https://a", after: .seconds(1)), CallFailure.Kind.timedOut),
    (.couldNotConnect(origin: "https://a", reason: "refused"), .unreachable),
    (.broken(origin: "https://a", reason: "reset"), .unreachable),
    (.badAddress(origin: "the address"), .unreachable), (.closed, .unreachable),
    (.tooLarge(origin: "https://a", maximumBytes: 1), .malformed),
  ]) func `a fault of the transport is a failure`(
    _ fault: TransportFault, _ kind: CallFailure.Kind
  ) async throws {
    let provider = try OpenAIProvider.sample(CannedTransport { throw fault })
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(.sample(), key: .sample)
    }
    #expect(failure?.kind == kind)
    #expect(failure?.status == nil)
  }

  @Test func `a slow server is given up`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let client = CurlClient()
    let provider = OpenAIProvider(
      baseURL: try ProviderAddress(parsing: server.url), timeout: .milliseconds(50),
      transport: client)
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(.sample(), key: .sample)
    }
    #expect(failure?.kind == .timedOut)
  }

  @Test func `a redirect is refused and the key stays here`() async throws {
    let other = try LoopbackServer(replies: Reply(text: Bodies.chat))
    let server = try LoopbackServer(
      replies: Reply(307, headers: [("Location", other.url + "/v1/chat/completions")]))
    defer {
      server.stop()
      other.stop()
    }
    let client = CurlClient()
    let provider = try OpenAIProvider.sample(
      client, url: server.url + "/v1", key: APIKey(Self.secret))
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(.sample(), key: .sample)
    }
    #expect(failure?.kind == .rejected)
    #expect(failure?.message.contains("never followed") == true)
    #expect(other.connectionCount == 0)
  }
}
