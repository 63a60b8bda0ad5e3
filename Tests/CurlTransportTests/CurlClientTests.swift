import CurlTransport
import Faults
import Foundation
import LoopbackServer
import Testing

@Suite struct CurlClientTests {
  let client = CurlClient()

  @Test func `brings back status, headers and body`() async throws {
    let server = try LoopbackServer(
      replies: Reply(
        201,
        headers: [
          ("X-First", "  two words \t"), ("x-second", "a: b"), ("X-First", "again"), ("X-None", ""),
        ], text: "made ✓"))
    defer { server.stop() }
    let response = try await client.send(TransportRequest(.get, server.url + "/a?b=c"))
    #expect(response.status == 201)
    #expect(response.text == "made ✓")
    #expect(response.header("x-FIRST") == "two words")
    #expect(response.header("X-Second") == "a: b")
    #expect(response.header("X-None") == "")
    #expect(response.header("X-Third") == nil)
    #expect(response.headers.count { $0.name == "X-First" } == 2)
    #expect(server.requests.map(\.target) == ["/a?b=c"])
  }

  @Test func `sends what it was given and little else`() async throws {
    let server = try LoopbackServer(replies: Reply())
    defer { server.stop() }
    let body: [UInt8] = [0, 1, 255, 13, 10]
    let headers = [TransportHeader("X-Own", "value"), TransportHeader("X-Empty", "")]
    _ = try await client.send(TransportRequest(.post, server.url, headers: headers, body: body))
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.body == body)
    #expect(request.header("X-Own") == "value")
    #expect(request.header("X-Empty") == "")
    #expect(request.header("User-Agent") == "unled")
    #expect(request.header("Content-Type") == nil)
    #expect(request.header("Expect") == nil)
    #expect(request.header("Cookie") == nil)
  }

  @Test(arguments: [
    TransportRequest.Method.get, .head, .post, .put, .delete,
  ]) func `knows each method`(_ method: TransportRequest.Method) async throws {
    let server = try LoopbackServer(replies: Reply(text: "body"))
    defer { server.stop() }
    let response = try await client.send(TransportRequest(method, server.url))
    #expect(response.text == (method == .head ? "" : "body"))
    #expect(server.requests.map(\.method) == [method.rawValue])
  }

  @Test func `takes a connection up again, clean of the call before`() async throws {
    let server = try LoopbackServer(replies: Reply(headers: [("Set-Cookie", "a=b")], text: "x"))
    defer { server.stop() }
    let first = TransportRequest(
      .post, server.url, headers: [TransportHeader("X-Own", "value")], body: [1, 2, 3])
    _ = try await client.send(first)
    _ = try await client.send(TransportRequest(.get, server.url))
    #expect(server.connectionCount == 1)
    let second = try #require(server.requests.last)
    #expect(second.method == "GET")
    #expect(second.body.isEmpty)
    #expect(second.header("X-Own") == nil)
    #expect(second.header("Cookie") == nil)
  }

  @Test(arguments: [301, 302, 307, 308])
  func `hands a redirect back and does not follow it`(_ status: Int) async throws {
    let other = try LoopbackServer(replies: Reply(text: "elsewhere"))
    let server = try LoopbackServer(replies: Reply(status, headers: [("Location", other.url)]))
    defer {
      server.stop()
      other.stop()
    }
    let secret = TransportHeader("Authorization", "Bearer secret")
    let request = TransportRequest(.post, server.url, headers: [secret], body: [1])
    let response = try await client.send(request)
    #expect(response.status == status)
    #expect(response.header("Location") == other.url)
    #expect(other.connectionCount == 0)
  }

  @Test func `reads a body of several megabytes`() async throws {
    let body = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let server = try LoopbackServer(replies: Reply(body: body))
    defer { server.stop() }
    let response = try await client.send(TransportRequest(.get, server.url))
    #expect(response.body == body)
  }

  @Test func `leaves out interim responses`() async throws {
    let server = try LoopbackServer { _ in
      Reply(headers: [("X-Kept", "yes")], text: "end", interim: "HTTP/1.1 103 Hints\r\nX-Hint: a")
    }
    defer { server.stop() }
    let response = try await client.send(TransportRequest(.get, server.url))
    #expect(response.status == 200)
    #expect(response.header("X-Hint") == nil)
    #expect(response.header("X-Kept") == "yes")
    #expect(response.text == "end")
  }

  @Test(arguments: ["Authorization", "cookie", "X-API-Key"])
  func `a header that holds a secret does not print it`(_ name: String) {
    let request = TransportRequest(
      .get, "http://127.0.0.1/", headers: [TransportHeader(name, "s3cret"), .init("X-Own", "seen")])
    var dumped = ""
    dump(request, to: &dumped)
    #expect(!(dumped + "\(request)" + String(reflecting: request)).contains("s3cret"))
    #expect("\(request)".contains("X-Own: seen"))
  }
}
