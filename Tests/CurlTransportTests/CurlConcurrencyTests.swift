import CurlTransport
import Foundation
import Locks
import LoopbackServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct CurlConcurrencyTests {
  @Test func `a cancelled call ends at once, and its connection with it`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let client = CurlClient()
    let url = server.url
    let call = Task { try await client.send(TransportRequest(.get, url, timeout: .seconds(600))) }
    while server.requests.isEmpty { await Task.yield() }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    while server.openConnections > 0 { await Task.yield() }
    #expect(server.connectionCount == 1)
  }

  @Test func `a call that was cancelled before it began is not sent`() async throws {
    let server = try LoopbackServer(replies: Reply())
    defer { server.stop() }
    let client = CurlClient()
    let url = server.url
    let isCancelled = Locked(false)
    let call = Task {
      while !isCancelled.withLock({ $0 }) { await Task.yield() }
      return try await client.send(TransportRequest(.get, url))
    }
    call.cancel()
    isCancelled.withLock { $0 = true }
    await #expect(throws: CancellationError.self) { try await call.value }
    _ = try await client.send(TransportRequest(.get, url))
    #expect(server.requests.count == 1)
  }

  @Test func `a call that waits for its turn can be cancelled`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let client = CurlClient(connectionsPerHost: 1)
    let url = server.url
    let calls = (0..<3).map { index in
      Task {
        try await client.send(TransportRequest(.get, "\(url)/\(index)", timeout: .seconds(600)))
      }
    }
    while server.requests.isEmpty { await Task.yield() }
    let target = try #require(server.requests.first?.target)
    let active = try #require(calls.indices.first { target == "/\($0)" })
    for index in calls.indices where index != active {
      calls[index].cancel()
      await #expect(throws: CancellationError.self) { try await calls[index].value }
    }
    calls[active].cancel()
    await #expect(throws: CancellationError.self) { try await calls[active].value }
    #expect(server.requests.map(\.target) == [target])
  }

  @Test func `200 calls at once each get their own answer`() async throws {
    let server = try LoopbackServer { Reply(text: $0.text) }
    defer { server.stop() }
    let client = CurlClient()
    let url = server.url
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for index in 0..<200 {
        group.addTask {
          let request = TransportRequest(.post, url, body: Array("call \(index)".utf8))
          return (index, try await client.send(request).text)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(answers == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, "call \($0)") }))
    #expect(server.connectionCount <= 64)
    #expect(server.requests.count == 200)
  }

  @Test func `calls to one host are under way together, up to the limit`() async throws {
    let limit = 8
    let arrived = Locked((now: 0, most: 0))
    let door = DispatchSemaphore(value: 0)
    let server = try LoopbackServer { _ in
      let isFull = arrived.withLock { count in
        count.now += 1
        count.most = max(count.most, count.now)
        return count.now == limit
      }
      // Whoever comes last lets all go: fewer than the limit together would wait for ever.
      if isFull { for _ in 0..<limit { door.signal() } }
      door.wait()
      arrived.withLock { $0.now -= 1 }
      return Reply()
    }
    defer { server.stop() }
    let client = CurlClient(connectionsPerHost: limit)
    let url = server.url
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<limit * 4 {
        group.addTask { try await client.send(TransportRequest(.get, url)).status }
      }
      for try await status in group { #expect(status == 200) }
    }
    #expect(arrived.withLock { $0.most } == limit)
    #expect(server.connectionCount == limit)
  }

  @Test func `the time spent waiting for a turn is not counted`() async throws {
    let server = try LoopbackServer(replies: Reply(delay: .milliseconds(20)))
    defer { server.stop() }
    let client = CurlClient(connectionsPerHost: 1)
    let url = server.url
    // Forty calls one after another take longer than any of them may, to connect or in all.
    let limit = Duration.milliseconds(600)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<40 {
        group.addTask {
          let request = TransportRequest(.get, url, timeout: limit, connectTimeout: limit)
          return try await client.send(request).status
        }
      }
      for try await status in group { #expect(status == 200) }
    }
    #expect(server.connectionCount == 1)
  }

  @Test func `closing ends what is under way and what waits`() async throws {
    let server = try LoopbackServer(replies: .silence)
    defer { server.stop() }
    let client = CurlClient(connectionsPerHost: 2)
    let url = server.url
    let calls = (0..<5).map { _ in Task { try await client.send(TransportRequest(.get, url)) } }
    while server.requests.count < 2 { await Task.yield() }
    client.close()
    client.close()
    for call in calls { await #expect(throws: TransportFault.closed) { try await call.value } }
    await #expect(throws: TransportFault.closed) {
      try await client.send(TransportRequest(.get, url))
    }
  }

  @Test func `a client that nobody holds closes its connections`() async throws {
    let server = try LoopbackServer(replies: Reply())
    defer { server.stop() }
    func callOnce() async throws -> Int {
      try await CurlClient().send(TransportRequest(.get, server.url)).status
    }
    #expect(try await callOnce() == 200)
    while server.openConnections > 0 { await Task.yield() }
    #expect(server.connectionCount == 1)
  }

  @Test func `calls, cancellations and ends in any order leave nobody waiting`() async throws {
    let server = try LoopbackServer { Reply(body: $0.body) }
    defer { server.stop() }
    let client = CurlClient(connectionsPerHost: 4)
    let url = server.url
    let calls = (0..<300).map { index in
      Task { try await client.send(TransportRequest(.post, url, body: [UInt8(index % 251)])) }
    }
    for (index, call) in calls.enumerated() where index % 3 == 0 {
      call.cancel()
      if index % 30 == 0 { await Task.yield() }
    }
    for (index, call) in calls.enumerated() {
      switch await call.result {
      case .success(let response): #expect(response.body == [UInt8(index % 251)])
      case .failure(let error): #expect(error is CancellationError && index % 3 == 0)
      }
    }
  }
}
