import CurlTransport
import Faults
import LoopbackServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct CurlFaultTests {
  let client = CurlClient()

  private func fault(_ request: TransportRequest) async throws -> TransportFault {
    try #require(
      await #expect(throws: TransportFault.self) { _ = try await client.send(request) })
  }

  @Test func `gives up on a server that never answers`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let limit = Duration.milliseconds(60)
    let fault = try await fault(TransportRequest(.get, server.url, timeout: limit))
    #expect(fault == .timedOut(origin: server.url, after: limit))
  }

  @Test func `gives up on a server with which no protected connection comes about`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let url = "https://127.0.0.1:\(server.port)"
    let limit = Duration.milliseconds(60)
    let fault = try await fault(TransportRequest(.get, url, connectTimeout: limit))
    #expect(fault == .couldNotConnect(origin: url, reason: "none within \(limit)"))
  }

  @Test func `says that nobody listens`() async throws {
    let deaf = try DeafPort()
    let fault = try await fault(TransportRequest(.get, deaf.url + "/path?key=secret"))
    guard case .couldNotConnect(let origin, _) = fault else {
      Issue.record("\(fault) is another fault")
      return
    }
    #expect(origin == deaf.url)
  }

  @Test(arguments: [0, 3]) func `sees a connection that is cut`(afterBytes count: Int) async throws
  {
    let server = try LoopbackServer(
      replies: Reply(text: "a whole answer", ending: .cut(afterBytes: count)))
    defer { server.stop() }
    let fault = try await fault(TransportRequest(.get, server.url))
    guard case .broken(let origin, _) = fault else {
      Issue.record("\(fault) is another fault")
      return
    }
    #expect(origin == server.url)
    #expect(server.requests.count == 1)
  }

  @Test func `breaks off an answer that is too long`() async throws {
    let server = try LoopbackServer(replies: Reply(body: [UInt8](repeating: 7, count: 1001)))
    defer { server.stop() }
    let fault = try await fault(TransportRequest(.get, server.url, maximumBytes: 1000))
    #expect(fault == .tooLarge(origin: server.url, maximumBytes: 1000))
    let whole = try await client.send(TransportRequest(.get, server.url, maximumBytes: 1001))
    #expect(whole.body.count == 1001)
  }

  @Test(arguments: [
    "", "no address", "ftp://127.0.0.1/x", "file:///etc/passwd", "gopher://127.0.0.1/",
    "http://", "http://user:secret@127.0.0.1/", "http://127.0.0.1/\0x", "http://127.0.0.1:99999/",
  ]) func `refuses what is no address`(_ url: String) async throws {
    let fault = try await fault(TransportRequest(.get, url))
    #expect(fault == .badAddress(origin: "the address"))
  }

  @Test func `shows no path, query or header in a fault`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let fault = try await fault(
      TransportRequest(
        .get, server.url + "/secret?secret=secret",
        headers: [TransportHeader("Authorization", "secret")], timeout: .milliseconds(20)))
    #expect(!fault.description.contains("secret"))
    #expect(!String(reflecting: fault).contains("secret"))
    #expect(fault.kind == .unreachable)
  }

  @Test(arguments: [
    TransportFault.couldNotConnect(origin: "http://a:1", reason: "refused"),
    .timedOut(origin: "http://a:1", after: .seconds(2)),
    .broken(origin: "http://a:1", reason: "reset"), .badAddress(origin: "the address"),
    .tooLarge(origin: "http://a:1", maximumBytes: 10), .closed,
  ]) func `says what, where and how to mend it`(_ fault: TransportFault) {
    #expect(!fault.place.isEmpty)
    #expect(fault.problem.hasSuffix("."))
    #expect(!fault.remedy.isEmpty && !fault.remedy.hasSuffix("."))
    #expect(fault.kind == .unreachable)
  }
}
